"""Which web pages may ask the server, and under which names; the browser's side is in page/."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from .scene import Scene, set_up

PREFIX = "/moto-api/pinpoint-sms-voice-v2/"
ELSEWHERE = "another site's web page may not ask for this: open the page itself"
NAVIGATION = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}


@pytest.fixture
def url(threaded_server: str) -> str:
    return threaded_server + PREFIX


@pytest.fixture
def played(threaded_server: str) -> Scene:
    return set_up(threaded_server)


def ask(url: str, method: str = "GET", **headers: str) -> requests.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return requests.request(method, url, headers=named, timeout=60)


@pytest.mark.parametrize(
    "name",
    [
        "127.0.0.1",
        "127.0.0.1:5000",
        "192.168.1.20:5000",
        "[::1]:5000",
        "localhost",
        "LOCALHOST:5000",
        "localhost.:5000",
        "moto",
        "sms:5000",
        "sms.localhost:5000",
        "build-7.local",
        "host.docker.internal:5000",
        "sms.test",
        "motoapi.amazonaws.com",
    ],
)
def test_names_that_nobody_outside_can_point_here_are_answered(url: str, name: str) -> None:
    assert ask(url + "messages", Host=name).status_code == 200


@pytest.mark.parametrize(
    "name",
    ["example.com", "example.com:5000", "127.0.0.1.example.com", "localhost.example.com", "a.b:1"],
)
@pytest.mark.parametrize("call", ["messages", "", "page.js", "places"])
def test_any_other_name_is_refused(url: str, name: str, call: str) -> None:
    refused = ask(url + call, Host=name)

    assert refused.status_code == 403
    host = name.partition(":")[0]
    assert refused.json() == {
        "message": f"{host!r} is not a name under which this server is called: use its IP address "
        "or localhost, or name it in the environment variable MOTO_PINPOINT_SMS_ALLOWED_HOSTS"
    }


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("sms.example.com", 200),
        ("Sms.Example.com:5000", 200),
        ("www.sms.example.com", 403),
        ("a.example.org", 200),
        ("a.b.example.org", 200),
        ("example.org", 403),
        ("badexample.org", 403),
    ],
)
def test_a_variable_allows_more_names(
    url: str, name: str, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTO_PINPOINT_SMS_ALLOWED_HOSTS", "sms.example.com, .example.org,")

    assert ask(url + "messages", Host=name).status_code == status


@pytest.mark.parametrize("site", ["cross-site", "same-site", "surprise"])
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE", "OPTIONS", "PUT"])
def test_what_a_browser_sends_for_another_site_is_refused(url: str, site: str, method: str) -> None:
    refused = ask(url + "messages", method, Sec_Fetch_Site=site)

    assert (refused.status_code, refused.json()) == (403, {"message": ELSEWHERE})


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_what_a_browser_sends_for_the_page_or_a_person_is_answered(url: str, site: str) -> None:
    assert ask(url + "messages", Sec_Fetch_Site=site).status_code == 200


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("http://127.0.0.1:5000", 200),
        ("http://127.0.0.1:3000", 403),
        ("http://127.0.0.1", 403),
        ("http://localhost:5000", 403),
        ("https://example.com", 403),
        ("null", 403),
        ("http://[", 403),
        ("http://127.0.0.1:many", 403),
    ],
)
def test_the_origin_must_be_the_host(url: str, origin: str, status: int) -> None:
    assert ask(url + "messages", Host="127.0.0.1:5000", Origin=origin).status_code == status


@pytest.mark.parametrize(("origin", "host"), [
    ("http://sms.test", "sms.test:80"),
    ("https://sms.test", "sms.test"),
    ("https://sms.test", "sms.test:443"),
])  # fmt: skip
def test_a_port_that_goes_without_saying_is_the_same_port(url: str, origin: str, host: str) -> None:
    assert ask(url + "messages", Host=host, Origin=origin).status_code == 200


@pytest.mark.parametrize("file", ["", "page.css"])
def test_a_link_from_another_site_opens_the_page(url: str, file: str) -> None:
    assert ask(url + file, Sec_Fetch_Site="cross-site", **NAVIGATION).status_code == 200


@pytest.mark.parametrize(
    ("call", "method", "more"),
    [
        ("messages", "GET", NAVIGATION),
        ("", "POST", NAVIGATION),
        ("", "GET", {**NAVIGATION, "Sec-Fetch-Dest": "iframe"}),
        ("page.js", "GET", {"Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"}),
        ("", "GET", {**NAVIGATION, "Origin": "https://example.com"}),
    ],
)
def test_a_link_opens_nothing_else(url: str, call: str, method: str, more: dict[str, str]) -> None:
    assert ask(url + call, method, Sec_Fetch_Site="cross-site", **more).status_code == 403


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("messages", {"Origin": "http://example.com"}, 403),
        ("messages", {"Origin": "http://127.0.0.1:5000", "Host": "127.0.0.1:5000"}, 200),
        ("messages?channel=", {}, 400),
        ("messages/or/so", {}, 400),
        ("", {}, 200),
    ],
)
def test_no_answer_permits_another_site_to_read_it(
    url: str, path: str, headers: dict[str, str], status: int
) -> None:
    found = ask(url + path, **headers)

    assert found.status_code == status
    assert [name for name in found.headers if name.lower().startswith("access-control")] == []
    assert found.headers["cross-origin-resource-policy"] == "same-origin"
    assert found.headers["x-content-type-options"] == "nosniff"


def test_a_refused_call_changes_nothing(url: str, played: Scene) -> None:
    for call in ("clear_messages", "disable_account"):
        assert ask(url + call, "POST", Origin="http://example.com").status_code == 403
    assert ask(url + "messages", "DELETE", Host="example.com").status_code == 403

    assert len(played.simulator.messages()) == 1
    assert played.send() == "TEXT_DELIVERED"


def test_other_answers_of_moto_s_are_as_they_were(threaded_server: str) -> None:
    found: Any = ask(f"{threaded_server}/moto-api/data.json", Origin="http://example.com")

    assert found.headers["access-control-allow-origin"] in ("*", "http://example.com")
