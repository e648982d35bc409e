"""Event records: what is told of a message."""

from __future__ import annotations

from typing import Any

import pytest
from freezegun import freeze_time

from moto_pinpoint_sms_v2 import Simulator

from ..number_types import LONG_CODE
from ..senders import CANADIAN_HANDSET, GERMAN_HANDSET, HANDSET, number, send, types
from .event_records import FIRST, FOURTH, MILLISECONDS, NOON, SECOND, call, send_media

SUSPECTED = {
    "protectRecommendation": "BLOCK",
    "protectInsights": {"blockReason": "AIT_SUSPECTED"},
}


@pytest.fixture
def origin(sms: Any) -> str:
    """An American number that does everything."""
    return number(sms, NumberCapabilities=["SMS", "MMS", "VOICE"])


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
        "callDurationInSeconds": 1,
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
