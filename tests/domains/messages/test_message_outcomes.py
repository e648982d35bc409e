"""How a message ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from freezegun import freeze_time
from moto.moto_api import state_manager

from moto_pinpoint_sms_v2 import Simulator

from ..senders import GERMAN_HANDSET, HANDSET, number, send, types
from .event_records import FIRST, FOURTH, MODEL, NOON, SECOND, THIRD, call, send_media


@pytest.fixture
def origin(sms: Any) -> str:
    """An American number that does everything."""
    return number(sms, NumberCapabilities=["SMS", "MMS", "VOICE"])


@pytest.fixture
def manual() -> Iterator[None]:
    """Messages that move on when they are read."""
    state_manager.set_transition(MODEL, {"progression": "manual", "times": 1})
    yield
    state_manager.unset_transition(MODEL)


@pytest.mark.parametrize(
    ("destination", "statuses"),
    [
        ("+14254147755", [("SUCCESSFUL", True)]),
        ("+14254147167", [("BLOCKED", True)]),
    ],
    ids=["success", "failure"],
)
@pytest.mark.parametrize("channel", ["TEXT", "MEDIA"])
def test_simulator_destinations_give_awss_outcomes(
    sms: Any,
    simulator: Simulator,
    origin: str,
    channel: str,
    destination: str,
    statuses: list[tuple[str, bool]],
) -> None:
    if channel == "TEXT":
        send(sms, OriginationIdentity=origin, DestinationPhoneNumber=destination)
    else:
        send_media(sms, origin, DestinationPhoneNumber=destination)

    told = [(event["messageStatus"], event["isFinal"]) for event in simulator.events()]
    assert told == statuses


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        ("TEXT_UNREACHABLE", ["TEXT_UNREACHABLE"]),
        ("TEXT_CARRIER_BLOCKED", ["TEXT_CARRIER_BLOCKED"]),
        ("TEXT_TTL_EXPIRED", ["TEXT_TTL_EXPIRED"]),
        ("TEXT_PENDING", ["TEXT_PENDING"]),
        ("TEXT_SUCCESSFUL", ["TEXT_SUCCESSFUL"]),
        ("TEXT_DELIVERED", ["TEXT_SUCCESSFUL", "TEXT_DELIVERED"]),
    ],
)
def test_the_carrier_decides_how_later_messages_end(
    sms: Any, simulator: Simulator, origin: str, outcome: str, told: list[str]
) -> None:
    send(sms, OriginationIdentity=origin)
    simulator.clear_messages()
    simulator.set_outcome(HANDSET, outcome)

    send(sms, OriginationIdentity=origin)
    send(sms, OriginationIdentity=origin, DestinationPhoneNumber="+12065550101")

    first, second = simulator.messages()
    assert types(simulator.events(message_id=first.message_id)) == told
    assert second.status == "TEXT_DELIVERED"


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        ("VOICE_BUSY", ["VOICE_INITIATED", "VOICE_RINGING", "VOICE_BUSY"]),
        ("VOICE_NO_ANSWER", ["VOICE_INITIATED", "VOICE_RINGING", "VOICE_NO_ANSWER"]),
        ("VOICE_FAILED", ["VOICE_INITIATED", "VOICE_FAILED"]),
    ],
)
def test_a_call_that_nobody_takes_costs_nothing(
    sms: Any, simulator: Simulator, origin: str, outcome: str, told: list[str]
) -> None:
    simulator.set_outcome(HANDSET, outcome)
    call(sms, origin)
    send(sms, OriginationIdentity=origin)

    text = simulator.messages(channel="TEXT")[0]
    [message] = simulator.messages(channel="VOICE")
    events = simulator.events(message_id=message.message_id)
    assert types(events) == told
    assert (events[-1]["callDurationInSeconds"], events[-1]["totalMessagePrice"]) == (0, 0)
    assert text.status == "TEXT_DELIVERED"


def test_one_message_moves_on_now(sms: Any, simulator: Simulator, origin: str) -> None:
    message = send(sms, OriginationIdentity=origin)
    other = send(sms, OriginationIdentity=origin)

    simulator.advance_message(message, "TEXT_BLOCKED")

    [event] = simulator.events(event_type="TEXT_BLOCKED")
    assert event["messageId"] == message
    assert [each.status for each in simulator.messages()] == ["TEXT_BLOCKED", "TEXT_DELIVERED"]
    assert types(simulator.events(message_id=other)) == ["TEXT_SUCCESSFUL", "TEXT_DELIVERED"]


@freeze_time(NOON)
def test_events_of_a_message_never_happen_at_once(
    sms: Any, simulator: Simulator, origin: str
) -> None:
    message = send(sms, OriginationIdentity=origin)
    simulator.advance_message(message, "TEXT_UNKNOWN")
    simulator.advance_message(message, "TEXT_SPAM")

    moments = [event["eventTimestamp"] for event in simulator.events()]
    assert moments == [FIRST, SECOND, THIRD, FOURTH]


def test_the_record_names_the_carrier(sms: Any, simulator: Simulator) -> None:
    send(sms, DestinationPhoneNumber=GERMAN_HANDSET)

    event = simulator.events()[-1]
    assert list(event)[6:11] == [
        "isoCountryCode",
        "isInternationalSend",
        "mcc",
        "mnc",
        "carrierName",
    ]
    assert (event["mcc"], event["mnc"], event["carrierName"]) == ("262", "01", "T-Mobile")


@pytest.mark.parametrize("channel", ["TEXT", "MEDIA"])
@pytest.mark.parametrize("status", ["UNREACHABLE", "CARRIER_UNREACHABLE", "UNKNOWN"])
def test_a_failure_can_be_one_that_is_tried_again(
    sms: Any, simulator: Simulator, origin: str, manual: None, channel: str, status: str
) -> None:
    by_text = channel == "TEXT"
    message = send(sms, OriginationIdentity=origin) if by_text else send_media(sms, origin)
    simulator.advance_message(message, f"{channel}_{status}", is_final=False)

    events = simulator.events()
    assert [(event["messageStatus"], event["isFinal"]) for event in events] == [
        ("SUCCESSFUL", False),
        (status, False),
        ("DELIVERED", True),
    ]


def test_a_message_ends_once(sms: Any, simulator: Simulator, origin: str) -> None:
    message = send(sms, OriginationIdentity=origin)
    simulator.advance_message(message, "TEXT_BLOCKED")
    simulator.advance_message(message, "TEXT_DELIVERED")

    assert [event["isFinal"] for event in simulator.events()] == [False, True, False, False]
    with pytest.raises(ValueError, match="has ended with TEXT_DELIVERED already"):
        simulator.advance_message(message, "TEXT_BLOCKED", is_final=True)


@pytest.mark.parametrize(
    ("event_type", "final", "sentence"),
    [
        ("TEXT_PENDING", True, "TEXT_PENDING is never final"),
        ("TEXT_SPAM", False, "TEXT_SPAM is always final"),
        ("TEXT_DELIVERED", False, "TEXT_DELIVERED is always final"),
    ],
)
def test_an_event_is_final_only_as_aws_has_it(
    sms: Any, simulator: Simulator, origin: str, event_type: str, final: bool, sentence: str
) -> None:
    message = send(sms, OriginationIdentity=origin)

    with pytest.raises(ValueError, match=sentence):
        simulator.advance_message(message, event_type, is_final=final)
    assert len(simulator.events()) == 2


@pytest.mark.parametrize("event_type", ["TEXT_TTL_EXPIRED", "MEDIA_TTL_EXPIRED"])
def test_what_is_too_late_says_so(
    sms: Any, simulator: Simulator, origin: str, event_type: str
) -> None:
    simulator.set_outcome(HANDSET, event_type)
    send(sms, OriginationIdentity=origin)
    send_media(sms, origin)

    [event] = simulator.events(event_type=event_type)
    assert event["messageStatusDescription"] == "The delivery TTL has expired"
    assert event["isFinal"] is True
    assert event["totalMessagePrice"] > 0


def test_events_come_in_the_order_in_which_they_were_made(
    sms: Any, simulator: Simulator, origin: str
) -> None:
    first = send(sms, OriginationIdentity=origin)
    second = send(sms, OriginationIdentity=origin)
    simulator.advance_message(first, "TEXT_BLOCKED")

    assert [event["messageId"] for event in simulator.events()] == [
        first,
        first,
        second,
        second,
        first,
    ]


@pytest.mark.parametrize(
    ("event_type", "sentence"),
    [
        ("TEXT_LOST", "'TEXT_LOST' for event_type"),
        ("TEXT_ALL", "'TEXT_ALL' for event_type"),
        ("VOICE_BUSY", "VOICE_BUSY is not an event of the channel TEXT"),
    ],
)
def test_a_message_moves_on_to_an_event_of_its_channel(
    sms: Any, simulator: Simulator, origin: str, event_type: str, sentence: str
) -> None:
    message = send(sms, OriginationIdentity=origin)

    with pytest.raises(ValueError, match=sentence):
        simulator.advance_message(message, event_type)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (lambda it: it.advance_message("nothing", "TEXT_BLOCKED"), "there is no message nothing"),
        (lambda it: it.set_outcome("12", "TEXT_BLOCKED"), "'12' is not a phone number"),
        (lambda it: it.set_outcome("+12065", "TEXT_BLOCKED"), "'.12065' is not a phone number"),
        (lambda it: it.set_outcome(HANDSET, "ALL"), "'ALL' for event_type"),
        (lambda it: it.inject_error("SendTextMesage", "X"), "'SendTextMesage' for operation: did"),
        (
            lambda it: it.messages(channel="SMS"),
            "'SMS' for channel is not one of TEXT, MEDIA, VOICE, RCS",
        ),
        (lambda it: it.clear_messages(channel="SMS"), "'SMS' for channel is not one of"),
        (lambda it: it.clear_messages(message_id=""), "clear_messages: a filter is empty"),
        (lambda it: it.events(event_type="LOST"), "'LOST' for event_type"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(simulator: Simulator, wrong: Any, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        wrong(simulator)
