"""RCS messages: what goes out when they do not arrive."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from freezegun import freeze_time

from moto_pinpoint_sms_v2 import Simulator

from ...support import refused
from ..senders import HANDSET, heard, identifier, number, pool_of, send, topic, types
from .rcs_messages import NOON, launched, send_rcs


@pytest.fixture
def agent(sms: Any, simulator: Simulator) -> str:
    """An agent that is launched in the United States."""
    return launched(sms, simulator, "US_RCS_LAUNCH_REGISTRATION")


@pytest.fixture
def origin(sms: Any) -> str:
    """An American number that sends texts and media."""
    return number(sms, NumberCapabilities=["SMS", "MMS"])


@pytest.fixture
def pool(sms: Any, agent: str, origin: str) -> str:
    """A pool of the number and the agent."""
    return pool_of(sms, identifier(sms, origin), agent)


@pytest.mark.parametrize("through", ["text", "rcs"])
def test_an_agent_alone_has_nothing_to_fall_back_to(
    sms: Any, simulator: Simulator, agent: str, origin: str, through: str
) -> None:
    simulator.set_outcome(HANDSET, "RCS_FALLEN_BACK_TO_SMS")
    if through == "text":
        send(sms, OriginationIdentity=agent)
    else:
        send_rcs(sms, agent)

    assert types(simulator.events()) == ["RCS_FAILED"]


@pytest.mark.parametrize("outcome", ["RCS_FAILED", "RCS_TTL_EXPIRED", "RCS_FALLEN_BACK_TO_SMS"])
def test_a_text_through_a_pool_falls_back_to_sms(
    sms: Any, simulator: Simulator, pool: str, origin: str, agent: str, outcome: str
) -> None:
    simulator.set_outcome(HANDSET, outcome)
    message = send(sms, OriginationIdentity=pool)

    [seen] = simulator.messages()
    assert (seen.message_id, seen.channel) == (message, "TEXT")
    assert (seen.origination_identity, seen.message_encoding) == (origin, "GSM")
    assert seen.message_type == "TRANSACTIONAL"
    events = simulator.events()
    assert types(events) == ["RCS_FALLEN_BACK_TO_SMS", "TEXT_SUCCESSFUL", "TEXT_DELIVERED"]
    assert [event["originationPhoneNumber"] for event in events] == [agent, origin, origin]
    assert [event["isFinal"] for event in events] == [False, False, True]


def test_a_destination_keeps_the_number_that_a_fallback_reached_it_from(
    sms: Any, simulator: Simulator, pool: str, agent: str
) -> None:
    with freeze_time(NOON) as clock:
        simulator.set_outcome(HANDSET, "RCS_FAILED")
        send(sms, OriginationIdentity=pool)
        simulator.set_outcome(HANDSET, "RCS_DELIVERED")
        clock.tick(timedelta(hours=24))
        send(sms, OriginationIdentity=pool)
        clock.tick(timedelta(hours=26))
        send(sms, OriginationIdentity=pool)

        assert [message.channel for message in simulator.messages()] == ["TEXT", "TEXT", "RCS"]


def test_a_destination_keeps_its_identity_across_channels(
    sms: Any, simulator: Simulator, pool: str, origin: str
) -> None:
    sms.send_media_message(
        OriginationIdentity=pool, DestinationPhoneNumber=HANDSET, MessageBody="Hello"
    )
    send(sms, OriginationIdentity=pool)

    assert [message.origination_identity for message in simulator.messages()] == [origin, origin]


def test_a_pool_sends_by_rcs_first(sms: Any, simulator: Simulator, pool: str, agent: str) -> None:
    send(sms, OriginationIdentity=pool)
    send(sms)

    assert [each.origination_identity for each in simulator.messages()] == [agent, agent]


def test_what_falls_back_is_told_to_the_configuration_set(
    sms: Any, simulator: Simulator, pool: str, news: str
) -> None:
    sms.create_event_destination(
        ConfigurationSetName=news,
        EventDestinationName="events",
        MatchingEventTypes=["RCS_ALL", "TEXT_DELIVERED"],
        SnsDestination={"TopicArn": topic()},
    )
    simulator.set_outcome(HANDSET, "RCS_FAILED")

    send(sms, OriginationIdentity=pool, ConfigurationSetName=news)

    assert types(heard()) == ["RCS_FALLEN_BACK_TO_SMS", "TEXT_DELIVERED"]


def test_an_rcs_message_falls_back_as_it_says(
    sms: Any, simulator: Simulator, agent: str, origin: str
) -> None:
    simulator.set_outcome(HANDSET, "RCS_FAILED")
    fallback = {"Channel": "SMS", "MessageBody": "ж" * 71, "OriginationIdentity": origin}
    send_rcs(sms, agent, FallbackConfiguration=fallback)

    [message] = simulator.messages()
    assert (message.channel, message.origination_identity) == ("TEXT", origin)
    assert (message.message_body, message.total_message_parts) == ("ж" * 71, 2)
    assert message.status == "TEXT_DELIVERED"


def test_an_rcs_message_through_a_pool_falls_back_to_its_number(
    sms: Any, simulator: Simulator, pool: str, origin: str
) -> None:
    simulator.set_outcome(HANDSET, "RCS_TTL_EXPIRED")
    send_rcs(
        sms,
        pool,
        FallbackConfiguration={"Channel": "MMS", "MediaUrls": ["s3://nothing/cat.png"]},
    )

    [message] = simulator.messages()
    assert (message.channel, message.origination_identity) == ("MEDIA", origin)
    assert message.media_urls == ["s3://nothing/cat.png"]
    assert types(simulator.events()) == ["RCS_FALLEN_BACK_TO_SMS", "MEDIA_FILE_INACCESSIBLE"]


@pytest.mark.parametrize(
    ("channel", "operation"), [("SMS", "send_text_message"), ("MMS", "send_media_message")]
)
def test_a_fallback_has_the_parts_and_the_price_of_its_channel(
    sms: Any, simulator: Simulator, agent: str, origin: str, channel: str, operation: str
) -> None:
    simulator.set_outcome(HANDSET, "RCS_FAILED")
    said = {"MessageBody": "ж" * 71, "OriginationIdentity": origin}

    send_rcs(sms, agent, FallbackConfiguration={"Channel": channel, **said})
    getattr(sms, operation)(DestinationPhoneNumber="+12065550101", **said)

    fallen_back, direct = [event for event in simulator.events() if event["isFinal"]]
    told = ("totalMessageParts", "totalMessagePrice", "totalCarrierFee", "messageEncoding")
    assert [fallen_back.get(name) for name in told] == [direct.get(name) for name in told]
    assert fallen_back["totalMessageParts"] == (2 if channel == "SMS" else 1)


def test_a_message_falls_back_when_a_test_says_so(
    sms: Any, simulator: Simulator, pool: str
) -> None:
    message = send(sms, OriginationIdentity=pool)

    simulator.advance_message(message, "RCS_TTL_EXPIRED")
    simulator.advance_message(message, "TEXT_CARRIER_BLOCKED")

    assert types(simulator.events())[2:] == ["RCS_FALLEN_BACK_TO_SMS", "TEXT_CARRIER_BLOCKED"]


def test_only_what_is_delivered_is_charged(
    sms: Any, simulator: Simulator, pool: str, agent: str
) -> None:
    for channel in ("RCS", "TEXT"):
        simulator.set_account_limit(f"{channel}_MESSAGE_MONTHLY_SPEND_LIMIT", 1)
        simulator.set_spend(f"{channel}_MESSAGE_MONTHLY_SPEND_LIMIT", 0.985)
    simulator.set_outcome(HANDSET, "RCS_FAILED")

    send(sms, OriginationIdentity=pool)

    assert send_rcs(sms, agent, DestinationPhoneNumber="+12065550101")
    with refused("ServiceQuotaExceededException", "MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT"):
        send(
            sms, OriginationIdentity=sms.describe_phone_numbers()["PhoneNumbers"][0]["PhoneNumber"]
        )
    with refused("ServiceQuotaExceededException", "MONTHLY_SPEND_LIMIT_REACHED_FOR_RCS"):
        send_rcs(sms, agent)


@pytest.mark.parametrize(
    ("fallback", "reason", "field"),
    [
        ({"Channel": "SMS"}, "MISSING_PARAMETER", "messageBody"),
        ({"Channel": "MMS"}, "MISSING_PARAMETER", "messageBody"),
        (
            {"Channel": "SMS", "MessageBody": "Hi", "MediaUrls": ["s3://media/cat.png"]},
            "INVALID_PARAMETER",
            "mediaUrls",
        ),
        ({"Channel": "SMS", "MessageBody": "Hi"}, "MISSING_PARAMETER", "originationIdentity"),
    ],
)
def test_a_fallback_must_be_whole(
    sms: Any, agent: str, fallback: dict[str, Any], reason: str, field: str
) -> None:
    with refused("ValidationException", reason, fields=[f"fallbackConfiguration.{field}"]):
        send_rcs(sms, agent, FallbackConfiguration=fallback)


def test_a_fallback_comes_from_what_can_send_it(sms: Any, simulator: Simulator, agent: str) -> None:
    mute = number(sms, NumberCapabilities=["SMS"])
    fallback = {"Channel": "MMS", "MessageBody": "Hi", "OriginationIdentity": mute}

    with refused(
        "ConflictException",
        "NUMBER_CAPABILITIES_MISMATCH",
        kind="phone-number",
        id=identifier(sms, mute),
    ):
        send_rcs(sms, agent, FallbackConfiguration=fallback)

    assert simulator.messages() == []


def test_a_fallback_comes_from_no_pool(sms: Any, agent: str, pool: str) -> None:
    fallback = {"Channel": "SMS", "MessageBody": "Hi", "OriginationIdentity": pool}

    with refused("ResourceNotFoundException", kind="pool", id=pool):
        send_rcs(sms, agent, FallbackConfiguration=fallback)


def test_a_pool_must_have_what_falls_back(sms: Any, simulator: Simulator, agent: str) -> None:
    pool = pool_of(sms, identifier(sms, number(sms)), agent)
    fallback = {"Channel": "MMS", "MessageBody": "Hi"}

    with refused("ConflictException", "NO_ORIGINATION_IDENTITIES_FOUND", kind="pool", id=pool):
        send_rcs(sms, pool, FallbackConfiguration=fallback)
