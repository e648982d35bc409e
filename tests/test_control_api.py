"""The Simulator's calls as HTTP has them, and what the page reads."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass, field
from typing import Any

import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from moto import mock_aws

from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.control_api import answer
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.simulator_calls import CALLS

from .scene import BRAND, HANDSET, Scene, set_up
from .support import ACCOUNT, REGION

PREFIX = "/moto-api/pinpoint-sms-voice-v2"


@dataclass
class Server:
    """The calls of a server, with a scene set up behind it."""

    scene: Scene
    url: str

    def ask(self, method: str, path: str, **more: Any) -> requests.Response:
        return requests.request(method, f"{self.url}{PREFIX}/{path}", timeout=60, **more)

    def get(self, path: str) -> Any:
        found = self.ask("GET", path)
        assert found.status_code == 200, found.text
        return found.json()


@pytest.fixture
def server(threaded_server: str) -> Server:
    return Server(set_up(threaded_server), threaded_server)


def test_get_messages_answers_with_all_members(server: Server) -> None:
    [message] = server.get("messages?channel=TEXT")

    created = message.pop("created_timestamp")
    assert created.endswith("+00:00")
    assert message == {
        "message_id": server.scene.message_id,
        "channel": "TEXT",
        "destination_phone_number": HANDSET,
        "origination_identity": server.scene.number,
        "message_body": "Your code is 482913.",
        "message_type": "TRANSACTIONAL",
        "media_urls": None,
        "rcs_message_content": None,
        "configuration_set_name": None,
        "protect_configuration_id": None,
        "context": {"order": "7Q2"},
        "keyword": None,
        "time_to_live": None,
        "max_price": None,
        "iso_country_code": "GB",
        "message_encoding": "GSM",
        "total_message_parts": 1,
        "source": None,
        "status": "TEXT_DELIVERED",
        "message_feedback_status": None,
    }


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("messages", 1),
        ("messages?channel=RCS", 0),
        ("messages?destination_phone_number=%2B447700900123", 1),
        ("messages?destination_phone_number=%2B447700900199", 0),
        ("messages?region_name=eu-west-1", 0),
        ("messages?account_id=111122223333", 0),
        (f"messages?account_id={ACCOUNT}&region_name={REGION}", 1),
        ("events", 2),
        ("events?event_type=TEXT_DELIVERED", 1),
        ("events?message_id=00000000-0000-0000-0000-000000000000", 0),
    ],
)
def test_get_takes_filters_and_places_in_the_query(server: Server, path: str, count: int) -> None:
    assert len(server.get(path)) == count


def test_get_says_where_it_looked(server: Server) -> None:
    found = server.ask("GET", "messages?account_id=111122223333&region_name=eu-west-1")

    place = {name: found.headers[f"x-moto-{name}"] for name in ("region-name", "account-id")}
    assert place == {"region-name": "eu-west-1", "account-id": "111122223333"}


def test_without_a_region_it_looks_into_the_only_one_in_which_there_is_something(
    threaded_server: str,
) -> None:
    server = Server(set_up(threaded_server, "eu-west-2"), threaded_server)
    server.get("messages?region_name=us-east-1")  # a look does not use a Region

    found = server.ask("GET", "messages")

    assert (len(found.json()), found.headers["x-moto-region-name"]) == (1, "eu-west-2")


def test_without_a_region_it_looks_into_the_default_one_if_something_is_there(
    server: Server,
) -> None:
    server.ask("POST", "add_sender_id", json={**SENDER, "region_name": "eu-west-2"})

    assert server.ask("GET", "messages").headers["x-moto-region-name"] == REGION


def test_without_a_region_it_looks_into_the_default_one_if_nothing_is_anywhere(
    threaded_server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-2")

    found = requests.get(f"{threaded_server}/moto-api/pinpoint-sms-voice-v2/messages", timeout=60)

    assert found.headers["x-moto-region-name"] == "eu-west-2"


def test_a_plus_that_became_a_space_is_told(server: Server) -> None:
    refused = server.ask("GET", "messages?destination_phone_number=+447700900123")

    assert (refused.status_code, refused.json()) == (
        400,
        {
            "message": "' 447700900123' for destination_phone_number begins with a space: "
            "in an address + is written %2B"
        },
    )


def test_a_message_that_is_not_one_is_not_found(server: Server) -> None:
    missing = server.ask("GET", "message?destination_phone_number=%2B447700900199")

    assert (missing.status_code, missing.json()) == (
        404,
        {"message": "none to +447700900199 in us-east-1"},
    )
    assert server.get("message")["message_id"] == server.scene.message_id


@pytest.mark.parametrize("query", ["?channel=RCS", ""])
def test_delete_messages_takes_the_same_filters(server: Server, query: str) -> None:
    removed = server.ask("DELETE", f"messages{query}")

    assert removed.json() == (0 if query else 1)
    assert len(server.get("messages")) == (1 if query else 0)


@pytest.mark.parametrize("headers", [{}, {"Content-Type": "application/x-www-form-urlencoded"}])
def test_post_makes_a_call_whatever_the_type_of_its_body(
    server: Server, headers: dict[str, str]
) -> None:
    made = server.ask("POST", "clear_messages", data='{"channel": "TEXT"}', headers=headers)

    assert (made.status_code, made.json()) == (200, 1)


def test_post_without_a_body_makes_a_call_without_parameters(server: Server) -> None:
    assert server.ask("POST", "enable_account").json() is None


def test_head_is_get_without_the_body(server: Server) -> None:
    asked = server.ask("HEAD", "messages")

    assert (asked.status_code, asked.text) == (200, "")


SENDER = {"sender_id": "EXAMPLE", "iso_country_code": "GB"}
WRONG = {
    "unknown call": ("POST", "send_fax", "{}"),
    "a call that the page alone reads": ("POST", "conversations", "{}"),
    "a method of the backend that is no call": ("POST", "create_pool", "{}"),
    "a private method": ("POST", "_read", "{}"),
    "wrong method": ("PUT", "messages", "{}"),
    "GET of what acts": ("GET", "enable_account", ""),
    "DELETE of events": ("DELETE", "events", ""),
    "no JSON": ("POST", "enable_account", "{"),
    "no UTF-8": ("POST", "enable_account", b'"\xff"'),
    "no object": ("POST", "enable_account", "[]"),
    "not even JSON's numbers": ("POST", "set_spend", '{"amount": NaN}'),
    "very deep": ("POST", "enable_account", "[" * 100_000),
    "deep": ("POST", "inject_error", '{"Fields":' + "[" * 60 + "]" * 60 + "}"),
    "very many digits": ("POST", "set_spend", f'{{"amount": {"9" * 5000}}}'),
    "half a surrogate pair": ("POST", "clear_messages", '{"message_id": "\\ud83d"}'),
    "unknown parameter": ("POST", "enable_account", '{"colour": "red"}'),
    "missing parameter": ("POST", "approve_registration", "{}"),
    "parameter of a wrong type": ("POST", "approve_registration", '{"registration_id": 1}'),
    "null": ("POST", "approve_registration", '{"registration_id": null}'),
    "unknown id": ("POST", "approve_registration", '{"registration_id": "r"}'),
    "a path where forms belong": (
        "POST",
        "load_registration_definitions",
        '{"source": "/etc/hostname"}',
    ),
    "unknown filter": ("GET", "messages?colour=red", ""),
    "empty filter": ("GET", "messages?channel=", ""),
    "empty filter of what is deleted": ("DELETE", "messages?channel=", ""),
    "a filter twice": ("GET", "messages?channel=TEXT&channel=RCS", ""),
    "a filter that is no UTF-8": ("GET", "messages?channel=%ff", ""),
    "unknown Region": ("GET", "messages?region_name=mars-1", ""),
    "a Region that is none": ("POST", "messages", '{"region_name": ["us-east-1"]}'),
    "an account that is none": ("GET", "messages?account_id=12", ""),
    "a limit that is no number": ("GET", "conversations?limit=few", ""),
    "a limit beyond all": ("GET", "conversations?limit=99999999999", ""),
    "no limit": ("GET", "registrations?limit=0", ""),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_call_is_400_with_a_message(server: Server, case: str) -> None:
    method, path, body = WRONG[case]

    refused = server.ask(method, path, data=body)

    assert (refused.status_code, refused.headers["content-type"]) == (400, "application/json")
    assert list(refused.json()) == ["message"]
    assert 5 < len(refused.json()["message"]) < 3000
    assert len(server.get("messages")) == 1


@pytest.mark.parametrize(
    ("method", "path", "sentence"),
    [
        ("GET", "mesages", "there is no GET 'mesages'; did you mean messages? GET calls lists "),
        ("GET", "set_outcome", "there is no GET 'set_outcome', but POST; GET calls lists "),
        ("POST", "fax", "there is no POST 'fax'; GET calls lists "),
        (
            "GET",
            "messages?destination=%2B447700900123",
            "messages: got an unexpected keyword argument 'destination'; "
            "did you mean destination_phone_number?",
        ),
        (
            "GET",
            "message?region=eu-west-2",
            "message: got an unexpected keyword argument 'region'; did you mean region_name?",
        ),
    ],
)
def test_a_call_or_parameter_that_is_nearly_one_is_told(
    server: Server, method: str, path: str, sentence: str
) -> None:
    assert server.ask(method, path).json()["message"].startswith(sentence)


@pytest.mark.parametrize("body", [gzip.compress(b"{}", mtime=0), b"name=POOLS&max=2", b"{"])
def test_a_body_that_is_no_json_is_told(server: Server, body: bytes) -> None:
    refused = server.ask("POST", "set_account_limit", data=body)

    assert refused.json() == {"message": "the body is not JSON in UTF-8"}


@dataclass
class Request:
    """A request as the handler sees it."""

    method: str
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=9),
    lambda each: (
        st.lists(each, max_size=3) | st.dictionaries(st.text(max_size=9), each, max_size=3)
    ),
    max_leaves=5,
)
KNOWN = st.sampled_from(
    ["+447700900123", "TEXT", "TEXT_SPAM", "SendTextMessage", "pool", "STOP", REGION, "SANDBOX"]
)


@st.composite
def calls(draw: Any) -> tuple[str, str]:
    """Draw a call, with parameters that are its own for the most part."""
    call = draw(st.sampled_from(sorted(CALLS)))
    own = list(CALLS[call].parameters.signature.parameters)[1:]
    names = st.sampled_from([*own, "region_name"]) | st.text(max_size=5)
    members = draw(st.dictionaries(names, KNOWN | VALUES, max_size=6))
    return call, json.dumps(members)


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(calls())
def test_no_call_whatever_its_parameters_fails_otherwise(call: tuple[str, str]) -> None:
    with mock_aws():
        status, _, text = answer(
            Request("POST", call[1].encode("utf-8")), f"http://localhost{PREFIX}/{call[0]}"
        )

    not_one = 404 if call[0] == "message" else 400
    assert status == 200 or (status in (400, not_one) and text[:11] == '{"message":')


def test_an_answer_that_did_not_change_is_not_sent_again(server: Server) -> None:
    first = server.ask("GET", "conversations")
    known = {"If-None-Match": first.headers["etag"]}

    again = server.ask("GET", "conversations", headers=known)
    server.scene.send()
    changed = server.ask("GET", "conversations", headers=known)

    assert (again.status_code, again.text) == (304, "")
    assert (changed.status_code, changed.headers["etag"] != first.headers["etag"]) == (200, True)


def test_calls_are_listed_as_they_were_declared(server: Server) -> None:
    listed = {each["call"]: each for each in server.get("calls")}

    assert set(listed) == set(CALLS)
    assert listed["set_account_tier"] == {
        "call": "set_account_tier",
        "methods": ["POST"],
        "summary": "Put the account into the SANDBOX or PRODUCTION tier, as a support case does.",
        "parameters": {"tier": {"required": True, "one_of": ["SANDBOX", "PRODUCTION"]}},
    }
    assert listed["inject_error"]["parameters"]["times"] == {"default": 1}


def test_places_are_all_accounts_and_regions_in_use(server: Server) -> None:
    Simulator(region_name="eu-west-1", endpoint_url=server.url).messages()

    found = server.get("places")

    logs = [each.pop("log") for each in found]
    assert len({*logs, ""}) == 3
    assert found == [
        {
            "account_id": ACCOUNT,
            "region_name": REGION,
            "messages": 1,
            "refusals": 0,
            "messages_made": 1,
            "has_messages": True,
            "waiting_reviews": 1,
        },
        {
            "account_id": ACCOUNT,
            "region_name": "eu-west-1",
            "messages": 0,
            "refusals": 0,
            "messages_made": 0,
            "has_messages": False,
            "waiting_reviews": 0,
        },
    ]


def test_conversations_are_read_newest_first_and_in_part(server: Server) -> None:
    scene = server.scene
    for handset in ("+447700900101", "+447700900102"):
        scene.simulator.receive_message(
            origination_phone_number=handset, destination=scene.number, body=f"I am {handset}"
        )

    seen = server.get("conversations?limit=2")

    assert [each["handset"] for each in seen["conversations"]] == ["+447700900102", "+447700900101"]
    assert (seen["has_more"], seen["thread"], seen["destinations"]) == (True, None, [scene.number])
    found = server.get("conversations?search=CODE%20IS")["conversations"]
    assert [each["handset"] for each in found] == [HANDSET]


def test_a_thread_has_what_went_out_and_came_in_oldest_first(server: Server) -> None:
    scene = server.scene
    scene.simulator.receive_message(
        origination_phone_number=HANDSET, destination=scene.number, body="STOP"
    )

    thread = server.get("conversations?handset=%2B447700900123&handset_limit=2")["thread"]

    assert [(each["is_inbound"], each["message_body"]) for each in thread["messages"]] == [
        (True, "STOP"),
        (False, "You will receive no more messages."),
    ]
    assert [each["eventType"] for each in thread["messages"][1]["events"]] == [
        "TEXT_SUCCESSFUL",
        "TEXT_DELIVERED",
    ]
    [opted_out] = thread["opted_out_of"]
    assert list(opted_out) == ["opt_out_list_name", "opted_out_timestamp"]
    assert opted_out["opt_out_list_name"] == "Default"
    about = {name: thread[name] for name in ("has_earlier", "has_later", "hits", "answers_to")}
    assert about == {
        "has_earlier": True,
        "has_later": False,
        "hits": [],
        "answers_to": scene.number,
    }


def test_registrations_are_read_with_their_answers(server: Server) -> None:
    scene = server.scene
    draft = scene.sms.create_registration(RegistrationType=BRAND)["RegistrationId"]
    scene.sms.put_registration_field_value(
        RegistrationId=draft, FieldPath="companyInfo.companyName", TextValue="Example Corp"
    )

    seen = server.get("registrations?limit=1")

    [found] = seen["registrations"]
    del found["created_timestamp"]
    assert seen["has_more"]
    assert found == {
        "registration_id": draft,
        "registration_type": BRAND,
        "title": "US 10DLC brand registration",
        "name": "Example Corp",
        "registration_status": "CREATED",
        "version_number": 1,
        "version_status": "DRAFT",
        "denied_reasons": [],
        "is_submitted": False,
        "is_waiting": False,
        "answers": [
            {
                "field_path": "companyInfo.companyName",
                "title": "Legal company name",
                "value": "Example Corp",
                "denied_reason": None,
            }
        ],
    }
    [reviewed] = server.get("registrations?search=reviewing")["registrations"]
    assert reviewed["registration_id"] == scene.registration


def test_reading_for_the_page_is_no_describe(server: Server) -> None:
    """A review takes one step at each Describe, and must not while a person looks."""
    scene = server.scene
    registration = scene.sms.create_registration(RegistrationType=BRAND)["RegistrationId"]
    scene.sms.submit_registration_version(RegistrationId=registration)

    statuses = [
        server.get("registrations")["registrations"][0]["registration_status"] for _ in range(3)
    ]

    assert statuses == ["SUBMITTED"] * 3
