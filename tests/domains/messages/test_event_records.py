"""Event records: what is told of a message, and how it ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory
from moto.moto_api import state_manager

from moto_pinpoint_sms_v2 import Simulator

from ..number_types import LONG_CODE
from ..senders import (
    BRITISH_HANDSET,
    CANADIAN_HANDSET,
    GERMAN_HANDSET,
    HANDSET,
    number,
    send,
    types,
)

NOON = datetime(2026, 1, 2, 12, 0, 0, 5000, tzinfo=timezone.utc)
MILLISECONDS = 1767355200005
FIRST, SECOND, THIRD, FOURTH = (MILLISECONDS + each for each in (400, 1100, 1800, 2500))
"""When the events of one message happen while the clock stands still."""
SUSPECTED = {
    "protectRecommendation": "BLOCK",
    "protectInsights": {"blockReason": "AIT_SUSPECTED"},
}
MODEL = "pinpoint-sms-voice-v2::message"


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


def send_media(sms: Any, origin: str, **arguments: Any) -> str:
    given = {"DestinationPhoneNumber": HANDSET, "MessageBody": "Hello"} | arguments
    return str(sms.send_media_message(OriginationIdentity=origin, **given)["MessageId"])


def call(sms: Any, origin: str, **arguments: Any) -> str:
    given = {"DestinationPhoneNumber": HANDSET, "MessageBody": "Hello"} | arguments
    return str(sms.send_voice_message(OriginationIdentity=origin, **given)["MessageId"])


@freeze_time(NOON)
def test_the_record_of_a_text(sms: Any, simulator: Simulator) -> None:
    canadian = number(sms, LONG_CODE, IsoCountryCode="CA")
    message = send(
        sms,
        OriginationIdentity=canadian,
        DestinationPhoneNumber=CANADIAN_HANDSET,
        MessageBody="a" * 161,
        Context={"order": "42"},
    )

    accepted, delivered = simulator.events()
    assert list(accepted.items()) == [
        ("eventType", "TEXT_SUCCESSFUL"),
        ("eventVersion", "1.0"),
        ("eventTimestamp", FIRST),
        ("isFinal", False),
        ("originationPhoneNumber", canadian),
        ("destinationPhoneNumber", CANADIAN_HANDSET),
        ("isoCountryCode", "CA"),
        ("isInternationalSend", False),
        ("messageId", message),
        ("messageRequestTimestamp", MILLISECONDS),
        ("messageEncoding", "GSM"),
        ("messageType", "TRANSACTIONAL"),
        ("messageStatus", "SUCCESSFUL"),
        ("messageStatusDescription", "Message has been accepted by phone carrier"),
        ("context", {"order": "42"}),
        ("totalMessageParts", 2),
        ("totalMessagePrice", 0.01162),
        ("totalCarrierFee", 0.012),
    ]
    assert delivered == accepted | {
        "eventType": "TEXT_DELIVERED",
        "eventTimestamp": SECOND,
        "isFinal": True,
        "messageStatus": "DELIVERED",
        "messageStatusDescription": "Message has been accepted by phone",
    }


@freeze_time(NOON)
def test_the_record_of_a_media_message(sms: Any, simulator: Simulator, origin: str) -> None:
    message = send_media(sms, origin)

    assert types(simulator.events()) == ["MEDIA_SUCCESSFUL", "MEDIA_DELIVERED"]
    assert list(simulator.events()[-1].items()) == [
        ("contentType", "MMS"),
        ("eventType", "MEDIA_DELIVERED"),
        ("eventVersion", "1.0"),
        ("eventTimestamp", SECOND),
        ("isFinal", True),
        ("originationPhoneNumber", origin),
        ("destinationPhoneNumber", HANDSET),
        ("isoCountryCode", "US"),
        ("messageId", message),
        ("messageRequestTimestamp", MILLISECONDS),
        ("messageType", "TRANSACTIONAL"),
        ("messageStatus", "DELIVERED"),
        ("messageStatusDescription", "Message has been accepted by phone"),
        ("totalMessageParts", 1),
        ("totalMessagePrice", 0.0195),
        ("totalCarrierFee", 0.00266),
    ]


@freeze_time(NOON)
def test_the_records_of_a_call(sms: Any, simulator: Simulator, origin: str) -> None:
    message = call(sms, origin, Context={"order": "42"})

    events = simulator.events()
    assert types(events) == [
        "VOICE_INITIATED",
        "VOICE_RINGING",
        "VOICE_ANSWERED",
        "VOICE_COMPLETED",
    ]
    assert list(events[0].items()) == [
        ("eventType", "VOICE_INITIATED"),
        ("eventVersion", "1.0"),
        ("eventTimestamp", FIRST),
        ("isFinal", False),
        ("originationPhoneNumber", origin),
        ("destinationPhoneNumber", HANDSET),
        ("isoCountryCode", "US"),
        ("messageId", message),
        ("messageRequestTimestamp", MILLISECONDS),
        ("messageStatus", "INITIATED"),
        ("context", {"order": "42"}),
    ]
    assert events[-1] == events[0] | {
        "eventType": "VOICE_COMPLETED",
        "eventTimestamp": FOURTH,
        "isFinal": True,
        "messageStatus": "COMPLETED",
        "callDurationInSeconds": 60,
        "totalDurationInMinutes": 1,
        "totalMessagePrice": 0.013,
    }


@pytest.mark.parametrize("status", ["ALLOW", "MONITOR", "FILTER"])
def test_the_record_says_what_protected(
    sms: Any, simulator: Simulator, origin: str, protect: str, status: str
) -> None:
    sms.update_protect_configuration_country_rule_set(
        ProtectConfigurationId=protect,
        NumberCapability="SMS",
        CountryRuleSetUpdates={"US": {"ProtectStatus": status}},
    )
    send(sms, OriginationIdentity=origin, ProtectConfigurationId=protect)

    event = simulator.events()[-1]
    assert event["protectConfiguration"] == {
        "protectConfigurationId": protect,
        "protectStatus": status,
    }
    assessment = None if status == "ALLOW" else {"protectRecommendation": "ALLOW"}
    assert event.get("protectConfigurationAssessment") == assessment


def test_the_account_default_protects_too(
    sms: Any, simulator: Simulator, origin: str, protect: str
) -> None:
    sms.set_account_default_protect_configuration(ProtectConfigurationId=protect)
    send(sms, OriginationIdentity=origin)

    assert simulator.messages()[0].protect_configuration_id == protect


def protected(sms: Any, protect: str, status: str) -> dict[str, str]:
    """Let texts to Germany be ruled so, and return what a send to there takes."""
    sms.update_protect_configuration_country_rule_set(
        ProtectConfigurationId=protect,
        NumberCapability="SMS",
        CountryRuleSetUpdates={"DE": {"ProtectStatus": status}},
    )
    return {"DestinationPhoneNumber": GERMAN_HANDSET, "ProtectConfigurationId": protect}


@freeze_time(NOON)
@pytest.mark.parametrize("way", ["suspect", "outcome"])
def test_the_record_of_what_a_filter_stops(
    sms: Any, simulator: Simulator, protect: str, way: str
) -> None:
    if way == "suspect":
        simulator.suspect_number(GERMAN_HANDSET)
    else:
        simulator.set_outcome(GERMAN_HANDSET, "TEXT_PROTECT_BLOCKED")
    message = send(sms, **protected(sms, protect, "FILTER"))

    [event] = simulator.events()
    assert list(event.items()) == [
        ("eventType", "TEXT_PROTECT_BLOCKED"),
        ("eventVersion", "1.0"),
        ("eventTimestamp", FIRST),
        ("isFinal", True),
        ("originationPhoneNumber", "NOTICE"),
        ("destinationPhoneNumber", GERMAN_HANDSET),
        ("isoCountryCode", "DE"),
        ("mcc", "262"),
        ("mnc", "01"),
        ("messageId", message),
        ("messageRequestTimestamp", MILLISECONDS),
        ("messageEncoding", "GSM"),
        ("messageType", "TRANSACTIONAL"),
        ("messageStatus", "PROTECT_BLOCKED"),
        ("messageStatusDescription", "Message blocked by protect configuration"),
        ("totalMessageParts", 1),
        ("totalMessagePrice", 0),
        ("totalCarrierFee", 0),
        (
            "protectConfiguration",
            {"protectConfigurationId": protect, "protectStatus": "FILTER"},
        ),
        ("protectConfigurationAssessment", SUSPECTED),
    ]
    assert [type(event[name]) for name in ("totalMessagePrice", "totalCarrierFee")] == [int, int]


@pytest.mark.parametrize("way", ["suspect", "outcome"])
@pytest.mark.parametrize(
    ("status", "assessment"), [("MONITOR", "SUSPECTED"), ("ALLOW", None), (None, None)]
)
def test_only_a_filter_stops_what_is_suspected(
    sms: Any,
    simulator: Simulator,
    protect: str,
    status: str | None,
    assessment: str | None,
    way: str,
) -> None:
    if way == "suspect":
        simulator.suspect_number(GERMAN_HANDSET)
    else:
        simulator.set_outcome(GERMAN_HANDSET, "TEXT_PROTECT_BLOCKED")
    to_germany = {"DestinationPhoneNumber": GERMAN_HANDSET}
    message = send(sms, **(protected(sms, protect, status) if status else to_germany))

    event = simulator.events()[-1]
    assert event["eventType"] == "TEXT_DELIVERED"
    assert event.get("protectConfigurationAssessment") == (assessment and SUSPECTED)
    with pytest.raises(ValueError, match="was not filtered"):
        simulator.advance_message(message, "TEXT_PROTECT_BLOCKED")


def test_an_override_lets_a_suspected_number_pass_unassessed(
    sms: Any, simulator: Simulator, protect: str
) -> None:
    simulator.suspect_number(GERMAN_HANDSET)
    sms.put_protect_configuration_rule_set_number_override(
        ProtectConfigurationId=protect, DestinationPhoneNumber=GERMAN_HANDSET, Action="ALLOW"
    )
    send(sms, **protected(sms, protect, "FILTER"))

    event = simulator.events()[-1]
    assert event["eventType"] == "TEXT_DELIVERED"
    assert event["protectConfiguration"]["protectStatus"] == "ALLOW"
    assert "protectConfigurationAssessment" not in event


def test_what_is_suspected_is_a_number(simulator: Simulator) -> None:
    with pytest.raises(ValueError, match="is not a phone number for destination_phone_number"):
        simulator.suspect_number("12")


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
        (lambda it: it.set_outcome(HANDSET, "ALL"), "'ALL' for event_type"),
        (
            lambda it: it.messages(channel="SMS"),
            "'SMS' for channel is not one of TEXT, MEDIA, VOICE, RCS",
        ),
        (lambda it: it.clear_messages(channel="SMS"), "'SMS' for channel is not one of"),
        (lambda it: it.events(event_type="LOST"), "'LOST' for event_type"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(simulator: Simulator, wrong: Any, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        wrong(simulator)


def test_manual_messages_move_on_when_read(
    sms: Any, simulator: Simulator, origin: str, manual: None
) -> None:
    call(sms, origin)

    told = [types(simulator.events()) for _ in range(4)]
    assert [len(each) for each in told] == [2, 3, 4, 4]
    assert told[-1][-1] == "VOICE_COMPLETED"


def test_manual_messages_show_their_first_state_at_once(
    sms: Any, simulator: Simulator, origin: str, news: str, manual: None
) -> None:
    message = send(sms, OriginationIdentity=origin)
    other = send(sms, OriginationIdentity=origin, DestinationPhoneNumber="+12065550101")

    statuses = [
        simulator.messages(message_id=message)[0].status,
        simulator.messages(message_id=other)[0].status,
    ]
    assert statuses == ["TEXT_DELIVERED", "TEXT_DELIVERED"]
    assert types(simulator.events(message_id=message)) == ["TEXT_SUCCESSFUL", "TEXT_DELIVERED"]


def test_a_simulator_verb_wins_over_the_state_manager(
    sms: Any, simulator: Simulator, origin: str, manual: None
) -> None:
    message = call(sms, origin)

    simulator.advance_message(message, "VOICE_RINGING")
    simulator.advance_message(message, "VOICE_BUSY")

    assert types(simulator.events()) == ["VOICE_INITIATED", "VOICE_RINGING", "VOICE_BUSY"]


def test_timed_messages_move_on_with_time(sms: Any, simulator: Simulator, origin: str) -> None:
    state_manager.set_transition(MODEL, {"progression": "time", "seconds": 10})
    try:
        with freeze_time(NOON) as clock:
            assert isinstance(clock, FrozenDateTimeFactory)
            send(sms, OriginationIdentity=origin)
            before = simulator.messages()[0].status
            clock.tick(timedelta(seconds=10))
            after = simulator.messages()[0].status
    finally:
        state_manager.unset_transition(MODEL)

    assert (before, after) == ("TEXT_SUCCESSFUL", "TEXT_DELIVERED")


def test_messages_can_be_filtered(sms: Any, simulator: Simulator, origin: str) -> None:
    text = send(sms, OriginationIdentity=origin)
    media = send_media(sms, origin, DestinationPhoneNumber="+12065550101")
    british = send(sms, DestinationPhoneNumber=BRITISH_HANDSET)

    def found(**filters: Any) -> list[str]:
        return [message.message_id for message in simulator.messages(**filters)]

    assert found() == [text, media, british]
    assert found(channel="MEDIA") == [media]
    assert found(destination_phone_number=HANDSET) == [text]
    assert found(origination_identity=origin) == [text, media]
    assert found(message_id=british) == [british]
    assert found(message_id="nothing") == []
    assert found(origination_identity=origin, channel="VOICE") == []
    assert found(message_id=text, destination_phone_number="+12065550101") == []


def test_messages_can_be_cleared(sms: Any, simulator: Simulator, origin: str) -> None:
    send(sms, OriginationIdentity=origin)
    kept = send(sms, OriginationIdentity=origin, DestinationPhoneNumber="+12065550101")

    assert simulator.clear_messages(destination_phone_number=HANDSET) == 1
    assert [message.message_id for message in simulator.messages()] == [kept]
    assert {event["messageId"] for event in simulator.events()} == {kept}
    assert simulator.clear_messages() == 1
    assert simulator.clear_messages() == 0
    assert simulator.events() == []


def test_messages_are_seen_as_they_were(sms: Any, simulator: Simulator, origin: str) -> None:
    message = send(sms, OriginationIdentity=origin)
    [before] = simulator.messages()

    simulator.advance_message(message, "TEXT_BLOCKED")

    assert before.status == "TEXT_DELIVERED"
