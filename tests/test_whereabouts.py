"""Where a Simulator looks, and what it says of it."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from moto import mock_aws

from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2 import server_calls as calls

from .scene import Scene, set_up
from .support import REGION

OWN = "AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2"
ALL = "AWS_ENDPOINT_URL"


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, None),
        ({ALL: "http://127.0.0.1:5001"}, "http://127.0.0.1:5001"),
        ({OWN: "http://127.0.0.1:5002"}, "http://127.0.0.1:5002"),
        ({ALL: "http://127.0.0.1:5001", OWN: "http://127.0.0.1:5002"}, "http://127.0.0.1:5002"),
        ({ALL: "http://127.0.0.1:5001", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true"}, None),
        ({ALL: "https://sms-voice-fips.us-east-1.amazonaws.com"}, None),
    ],
)
def test_it_talks_to_the_server_that_boto3_is_told_to_use(
    environment: dict[str, str], expected: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert Simulator().endpoint_url == expected
    assert Simulator(endpoint_url="http://mine.test").endpoint_url == "http://mine.test"


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ("endpoint_url = http://127.0.0.1:5003", "http://127.0.0.1:5003"),
        ("services = mine", "http://127.0.0.1:5004"),
        ("region = eu-west-2", None),
    ],
)
def test_it_reads_boto3_s_files(
    profile: str, expected: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = "[services mine]\npinpoint_sms_voice_v2 =\n  endpoint_url = http://127.0.0.1:5004\n"
    (tmp_path / "config").write_text(f"[default]\n{profile}\n{own}", "utf-8")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "config"))

    assert Simulator().endpoint_url == expected


def test_a_configured_server_is_asked(
    threaded_server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ALL, threaded_server)
    with mock_aws():
        scene = set_up(None)

        assert scene.simulator.endpoint_url == threaded_server
        assert scene.simulator.message().message_id == scene.message_id


@pytest.mark.parametrize("call", ["messages", "clear_errors"])
def test_where_nothing_is_mocked_a_call_says_so(call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("moto_pinpoint_sms_v2.whereabouts._serves", lambda: False)
    with mock_aws():
        getattr(Simulator(), call)()

    with pytest.raises(ValueError, match=r"^AWS is not mocked here, .* use it inside mock_aws\(\)"):
        getattr(Simulator(), call)()


def test_in_the_process_of_moto_s_threaded_server_it_sees_that_server(
    threaded_server: str,
) -> None:
    scene = set_up(threaded_server)

    assert Simulator(region_name=REGION).message().message_id == scene.message_id


def test_it_tells_where_it_is_and_how_much_is_there(scene: Scene) -> None:
    scene.simulator.set_account_tier("SANDBOX")
    scene.send()
    place = scene.simulator.endpoint_url or "this process"

    assert repr(scene.simulator) == (
        f"<Simulator of account 123456789012 in us-east-1, in {place}: 1 message, 1 refused send>"
    )


def test_it_tells_that_nothing_is_mocked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("moto_pinpoint_sms_v2.whereabouts._serves", lambda: False)

    assert repr(Simulator()).startswith(
        "<Simulator in us-east-1, in this process: AWS is not mocked here"
    )


def test_a_server_that_is_not_there_is_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
        with pytest.raises(ConnectionError, match=f"^{url} does not answer: "):
            Simulator(endpoint_url=url).messages()
        assert "does not answer" in repr(Simulator(endpoint_url=url))


def test_a_server_that_never_answers_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calls, "_TIME_LIMIT", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(ConnectionError, match=f"^{url} does not answer: .*timed out"):
            Simulator(endpoint_url=url).messages()
