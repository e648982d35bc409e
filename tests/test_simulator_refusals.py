"""Wrong calls of the Simulator: the same sentence in process and over HTTP."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator

from .scene import Scene

SPEND_LIMIT = "TEXT_MESSAGE_MONTHLY_SPEND_LIMIT"

WRONG: dict[str, tuple[Callable[[Simulator], Any], str]] = {
    "unknown message": (
        lambda s: s.advance_message("m", "TEXT_SPAM"),
        "there is no message m",
    ),
    "unknown registration": (
        lambda s: s.approve_registration("registration-0"),
        'Resource Not Found - ResourceType="registration" ResourceId="registration-0"',
    ),
    "unknown choice": (
        lambda s: s.set_account_tier("GOLD"),
        "'GOLD' for tier is not one of SANDBOX, PRODUCTION",
    ),
    "unknown channel": (
        lambda s: s.messages(channel="FAX"),
        "'FAX' for channel is not one of TEXT, MEDIA, VOICE, RCS",
    ),
    "a word that is nearly one": (
        lambda s: s.set_outcome("+447700900123", "DELIVERED"),  # type: ignore[arg-type]
        "'DELIVERED' for event_type: did you mean TEXT_DELIVERED?",
    ),
    "empty filter": (
        lambda s: s.messages(channel=""),
        "messages: a filter is empty; leave it out to have all",
    ),
    "empty filter of what is cleared": (
        lambda s: s.clear_messages(destination_phone_number=""),
        "clear_messages: a filter is empty; leave it out to have all",
    ),
    "wrong type": (
        lambda s: s.set_account_limit("POOLS", "many"),  # type: ignore[arg-type]
        "set_account_limit: max cannot be 'many'",
    ),
    "a truth for a number": (
        lambda s: s.set_account_limit("POOLS", True),
        "set_account_limit: max cannot be True",
    ),
    "wrong type in a list": (
        lambda s: s.deny_registration("r", denied_reasons=["INVALID_URL"]),  # type: ignore[list-item]
        "deny_registration: denied_reasons cannot be ['INVALID_URL']",
    ),
    "no number": (
        lambda s: s.set_spend(SPEND_LIMIT, float("nan")),
        "a number is beyond what JSON's readers take",
    ),
    "a number beyond all": (
        lambda s: s.set_spend(SPEND_LIMIT, 10**400),
        "a number is beyond what JSON's readers take",
    ),
    "a number without its country": (
        lambda s: s.messages(destination_phone_number="07700 900123"),
        "'07700 900123' is not a phone number for destination_phone_number: "
        "it needs its country code, as in +447700900123",
    ),
    "an identity that nobody has": (
        lambda s: s.clear_messages(origination_identity="phone-0"),
        "'phone-0' for origination_identity is no identity or pool here; there is +44",
    ),
    "a send that is none": (
        lambda s: s.refusals(operation="CreatePool"),  # type: ignore[arg-type]
        "'CreatePool' for operation is not one of SendDestinationNumberVerificationCode, ",
    ),
    "a Message that is no text": (
        lambda s: s.inject_error("SendTextMessage", "X", Message=5),
        "Message cannot be 5: clients read a string there",
    ),
    "a message twice": (
        lambda s: s.inject_error("SendTextMessage", "X", message="a", Message="b"),
        "message and Message are the same: give one of them",
    ),
    "a resource type that is nearly one": (
        lambda s: s.use_id("phone_number", "phone-1"),
        "'phone_number' for resource_type: did you mean phone-number?",
    ),
    "a limit that is nearly one": (
        lambda s: s.set_account_limit("POOL", 1),
        "'POOL' for name: did you mean POOLS?",
    ),
    "a code that is nearly one": (
        lambda s: s.inject_error("SendTextMessage", "ConflictExeption"),
        "'ConflictExeption' for code: did you mean ConflictException?",
    ),
    "a reason that is nearly one": (
        lambda s: s.inject_error(
            "SendTextMessage", "ConflictException", reason="DESTINATION_PHONE_NUMBER_OPTEDOUT"
        ),
        "'DESTINATION_PHONE_NUMBER_OPTEDOUT' for reason: did you mean "
        "DESTINATION_PHONE_NUMBER_OPTED_OUT?",
    ),
    "a setting that is nearly one": (
        lambda s: s.add_phone_number(iso_country_code="GB", number_type="LONG_CODE", two_way=True),
        "DescribePhoneNumbers shows no two_way; did you mean two_way_enabled?",
    ),
    "a setting that is none": (
        lambda s: s.add_sender_id("EXAMPLE", "GB", colour="red"),
        "DescribeSenderIds shows no colour, but sender_id, iso_country_code, ",
    ),
    "an id that no message has": (
        lambda s: s.events(message_id="<sent>"),
        "'<sent>' for message_id is not the id that a send answers with",
    ),
    "no times": (
        lambda s: s.inject_error("SendTextMessage", "X", times=0),
        "times must be 1 or more",
    ),
    "unknown operation": (
        lambda s: s.inject_error("SendFax", "X"),
        "'SendFax' for operation is none of 110; the nearest are SendRcsMessage, ",
    ),
    "a code that no header can have": (
        lambda s: s.inject_error("SendTextMessage", "X\nY"),
        "'X\\nY' is not an error's code such as ThrottlingException",
    ),
    "a member that has no name": (
        lambda s: s.inject_error("SendTextMessage", "X", **{"": 1}),
        "'' is not the name of a member such as ResourceId",
    ),
    "an id with a slash": (
        lambda s: s.use_id("pool", "a/b"),
        "'a/b' is not an id: 1 to 64 of A-Z, a-z, 0-9, _ and -",
    ),
    "half a surrogate pair": (
        lambda s: s.use_id("pool", "\ud83d"),
        "'\\ud83d' is no Unicode text: it has half a surrogate pair",
    ),
    "what is no JSON": (
        lambda s: s.inject_error("SendTextMessage", "X", Fields={1, 2}),
        "JSON has nothing like a set",
    ),
    "a name that is no text": (
        lambda s: s.load_registration_definitions({1: []}),  # type: ignore[dict-item]
        "JSON has no name like 1",
    ),
    "nested too deep": (
        lambda s: s.inject_error("SendTextMessage", "X", Fields=nested(10_000)),
        "the arguments lie too deep in one another",
    ),
    "a form that is none": (
        lambda s: s.load_registration_definitions({"Forms": []}),
        "An answer has none of RegistrationTypeDefinitions, ",
    ),
    "a file that is not there": (
        lambda s: s.load_registration_definitions("/nowhere/forms.json"),
        "/nowhere/forms.json is no file of JSON: ",
    ),
}


def exactly(message: str) -> str:
    """Return a pattern of the message, which may go on after a comma, a colon or a plus."""
    return f"^{re.escape(message)}" + ("" if message.endswith((", ", ": ", "+44")) else "$")


def nested(depth: int) -> Any:
    value: Any = "x"
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_call_says_the_same_in_process_and_over_http(scene: Scene, case: str) -> None:
    call, message = WRONG[case]

    with pytest.raises(ValueError, match=exactly(message)):
        call(scene.simulator)

    assert scene.send() == "TEXT_DELIVERED"


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ({"region_name": "mars-1"}, "the service has no endpoint in 'mars-1'"),
        ({"region_name": 5}, "region_name cannot be 5"),
        ({"account_id": "12"}, "account_id '12' is not of 12 digits"),
        ({"account_id": 123456789012}, "account_id cannot be 123456789012"),
    ],
)
def test_a_place_that_is_none_is_refused(scene: Scene, place: dict[str, Any], message: str) -> None:
    simulator = Simulator(**{"endpoint_url": scene.simulator.endpoint_url, **place})

    with pytest.raises(ValueError, match=exactly(message)):
        simulator.messages()
