"""RCS messages: rich content from agents, and what goes out when it does not arrive."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from typing import Any

import boto3
import pytest
from freezegun import freeze_time

from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.object_store import StoredObject
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.domains.sending import rcs_content

from ...support import REGION, body, refused
from .. import registration_forms as forms
from ..senders import (
    BRITISH_HANDSET,
    HANDSET,
    heard,
    identifier,
    number,
    pool_of,
    send,
    topic,
    types,
)

NOON = datetime(2026, 1, 2, 12, 0, 0, tzinfo=timezone.utc)
TEXT = {"Content": {"TextMessage": {"Body": "Hello"}}}
REPLY = {"Reply": {"Text": "Yes", "PostbackData": "yes"}}
CARD = {"Title": "A cat", "Media": {"FileUrl": "s3://media/cat.png", "Height": "TALL"}}


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


def launched(sms: Any, simulator: Simulator, registration_type: str) -> str:
    """Return an agent with a registration that is complete."""
    agent = str(sms.create_rcs_agent()["RcsAgentId"])
    registration = forms.create(sms, registration_type)
    sms.create_registration_association(RegistrationId=registration, ResourceId=agent)
    simulator.set_registration_status(registration, "COMPLETE")
    return agent


def send_rcs(sms: Any, origin: str, content: Any = TEXT, **arguments: Any) -> str:
    """Send an RCS message, and return its id."""
    given = {
        "DestinationPhoneNumber": HANDSET,
        "OriginationIdentity": origin,
        "RcsMessageContent": content,
    }
    return str(sms.send_rcs_message(**given | arguments)["MessageId"])


def platform_id(sms: Any, agent: str) -> str:
    """Return the id of an agent's only launch."""
    answer = sms.describe_rcs_agent_country_launch_status(RcsAgentId=agent)
    return str(answer["CountryLaunchStatus"][0]["RcsPlatformId"])


def test_send_rcs_message_answers_the_id_of_what_left(
    sms: Any, simulator: Simulator, agent: str, news: str
) -> None:
    content = {**TEXT, "Suggestions": [REPLY]}
    answer = sms.send_rcs_message(
        DestinationPhoneNumber=HANDSET,
        OriginationIdentity=agent,
        RcsMessageContent=content,
        TimeToLive=60,
        MessageTrafficType="TRANSACTION",
        ConfigurationSetName=news,
        MaxPrice="0.05",
        Context={"order": "42"},
        MessageFeedbackEnabled=True,
    )

    [message] = simulator.messages()
    assert body(answer) == {"MessageId": message.message_id}
    assert (message.channel, message.origination_identity) == ("RCS", agent)
    assert (message.message_body, message.rcs_message_content) == ("Hello", content)
    assert (message.message_encoding, message.total_message_parts) == ("UNICODE", 1)
    assert (message.time_to_live, message.max_price) == (60, "0.05")
    assert message.status == "RCS_DELIVERED"


@freeze_time(NOON)
def test_the_records_of_an_rcs_message(sms: Any, simulator: Simulator, agent: str) -> None:
    message = send_rcs(sms, agent)
    simulator.advance_message(message, "RCS_READ")

    sent, delivered, read = simulator.events()
    assert delivered == {
        "eventType": "RCS_DELIVERED",
        "eventVersion": "1.0",
        "eventTimestamp": 1767355201100,
        "isFinal": True,
        "originationPhoneNumber": agent,
        "destinationPhoneNumber": HANDSET,
        "isoCountryCode": "US",
        "isInternationalSend": False,
        "messageId": message,
        "messageRequestTimestamp": 1767355200000,
        "messageEncoding": "UNICODE",
        "messageType": "TRANSACTIONAL",
        "messageStatus": "DELIVERED",
        "messageStatusDescription": "Message has been accepted by phone",
        "totalMessageParts": 1,
        "totalMessagePrice": 0.007,
        "totalCarrierFee": 0.00494,
        "rcsMetadata": {"billingEventType": "RICH"},
        "rcsBusinessId": platform_id(sms, agent),
        "agentIsoCountryCode": "US",
    }
    assert (sent["messageStatus"], sent["isFinal"]) == ("PENDING", False)
    assert read["isFinal"] is True
    assert (read["messageStatus"], read["totalMessagePrice"]) == ("READ", 0)
    assert read["messageStatusDescription"] == "Message has been read by recipient"
    assert "rcsMetadata" not in read


@pytest.mark.parametrize(
    ("event_type", "status"),
    [
        ("RCS_QUEUED", "PENDING"),
        ("RCS_SENT", "PENDING"),
        ("RCS_DELIVERED", "DELIVERED"),
        ("RCS_READ", "READ"),
        ("RCS_FAILED", "UNDELIVERABLE"),
        ("RCS_TTL_EXPIRED", "TTL_EXPIRATION_REVOKED"),
    ],
)
def test_rcs_has_statuses_of_its_own(
    sms: Any, simulator: Simulator, agent: str, event_type: str, status: str
) -> None:
    simulator.set_outcome(HANDSET, event_type)
    send_rcs(sms, agent)

    assert simulator.events()[-1]["messageStatus"] == status


def test_what_is_read_was_delivered_for_good(sms: Any, simulator: Simulator, agent: str) -> None:
    simulator.set_outcome(HANDSET, "RCS_READ")
    send_rcs(sms, agent)

    assert [event["isFinal"] for event in simulator.events()] == [False, True, True]


@pytest.mark.parametrize(
    ("country", "content", "parts", "billing"),
    [
        ("US", "a" * 160, 1, "RICH"),
        ("US", "a" * 161, 2, "RICH"),
        ("GB", "a" * 160, 1, "BASIC"),
        ("GB", "a" * 161, 1, "SINGLE"),
        ("GB", None, 1, "SINGLE"),
    ],
)
def test_each_country_bills_rcs_in_its_way(
    sms: Any, simulator: Simulator, country: str, content: str | None, parts: int, billing: str
) -> None:
    agent = launched(sms, simulator, f"{country}_RCS_LAUNCH_REGISTRATION")
    file = {"FileMessage": {"FileUrl": "https://example.com/cat.png"}}
    send_rcs(
        sms,
        agent,
        {"Content": file if content is None else {"TextMessage": {"Body": content}}},
        DestinationPhoneNumber=HANDSET if country == "US" else BRITISH_HANDSET,
    )

    event = simulator.events()[-1]
    assert (event["totalMessageParts"], event["rcsMetadata"]) == (
        parts,
        {"billingEventType": billing},
    )


def test_a_text_through_an_agent_is_rcs(sms: Any, simulator: Simulator, agent: str) -> None:
    send(sms, OriginationIdentity=agent)

    [message] = simulator.messages()
    assert (message.channel, message.message_body) == ("RCS", "Your code is 123456.")


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


def test_a_fallback_comes_from_no_pool(sms: Any, agent: str, pool: str) -> None:
    fallback = {"Channel": "SMS", "MessageBody": "Hi", "OriginationIdentity": pool}

    with refused("ResourceNotFoundException", kind="pool", id=pool):
        send_rcs(sms, agent, FallbackConfiguration=fallback)


def test_a_pool_must_have_what_falls_back(sms: Any, simulator: Simulator, agent: str) -> None:
    pool = pool_of(sms, identifier(sms, number(sms)), agent)
    fallback = {"Channel": "MMS", "MessageBody": "Hi"}

    with refused("ConflictException", "NO_ORIGINATION_IDENTITIES_FOUND", kind="pool", id=pool):
        send_rcs(sms, pool, FallbackConfiguration=fallback)


def test_an_agent_that_is_launched_nowhere_does_not_send(sms: Any) -> None:
    agent = sms.create_rcs_agent()["RcsAgentId"]

    with refused("ConflictException", "RESOURCE_NOT_ACTIVE", kind="rcs-agent", id=agent):
        send_rcs(sms, agent)


def test_an_agent_sends_where_it_is_launched(sms: Any, agent: str) -> None:
    with refused(
        "ValidationException",
        "INVALID_IDENTITY_FOR_DESTINATION_COUNTRY",
        fields=["originationIdentity"],
    ):
        send_rcs(sms, agent, DestinationPhoneNumber=BRITISH_HANDSET)


def test_an_agent_in_test_reaches_its_testers(sms: Any, simulator: Simulator) -> None:
    agent = launched(sms, simulator, forms.TEST_RCS)
    with refused("ConflictException", "RESOURCE_NOT_ACTIVE", kind="rcs-agent", id=agent):
        send_rcs(sms, agent)

    tester = sms.create_verified_destination_number(
        DestinationPhoneNumber=HANDSET, RcsAgentId=agent
    )["VerifiedDestinationNumberId"]
    with refused("ConflictException", "RESOURCE_NOT_ACTIVE", kind="rcs-agent", id=agent):
        send_rcs(sms, agent)
    simulator.answer_rcs_invitation(tester)

    assert send_rcs(sms, agent)


def test_through_a_pool_who_has_not_accepted_gets_the_text(
    sms: Any, simulator: Simulator, origin: str
) -> None:
    agent = launched(sms, simulator, forms.TEST_RCS)
    pool = pool_of(sms, identifier(sms, origin), agent)
    handsets = ["+12065550101", "+12065550102"]
    testers = [
        sms.create_verified_destination_number(DestinationPhoneNumber=each, RcsAgentId=agent)
        for each in handsets
    ]
    simulator.answer_rcs_invitation(testers[1]["VerifiedDestinationNumberId"])
    for each in handsets:
        send(sms, OriginationIdentity=pool, DestinationPhoneNumber=each)

    assert [message.channel for message in simulator.messages()] == ["TEXT", "RCS"]


def test_an_rcs_message_needs_content(sms: Any, agent: str) -> None:
    with refused("ValidationException", "MISSING_PARAMETER", fields=["rcsMessageContent"]):
        sms.send_rcs_message(DestinationPhoneNumber=HANDSET, OriginationIdentity=agent)


def test_an_rcs_message_has_a_known_traffic_type(sms: Any, agent: str) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["messageTrafficType"]):
        send_rcs(sms, agent, MessageTrafficType="CHAT")


def card(**members: Any) -> dict[str, Any]:
    """Return content with one card."""
    return {
        "Content": {"RichCard": {"CardOrientation": "VERTICAL", "CardContent": CARD, **members}}
    }


def carousel(**members: Any) -> dict[str, Any]:
    """Return content with two cards."""
    small = {"Title": "A cat", "Media": {"FileUrl": "s3://media/cat.png", "Height": "SHORT"}}
    return {
        "Content": {"Carousel": {"CardWidth": "SMALL", "CardContents": [small, small], **members}}
    }


def action(**members: Any) -> dict[str, Any]:
    """Return content with one suggestion."""
    [(name, own)] = members.items()
    return {**TEXT, "Suggestions": [{name: {"Text": "Tap", "PostbackData": "tap", **own}}]}


EVENT = {"Title": "Party", "StartTime": NOON, "EndTime": NOON.replace(hour=13)}


@pytest.fixture
def cat() -> None:
    """The file that the contents show."""
    s3 = boto3.client("s3", region_name=REGION)
    s3.create_bucket(Bucket="media")
    s3.put_object(Bucket="media", Key="cat.png", Body=b"cat")


@pytest.mark.parametrize(
    "content",
    [
        {"Content": {"FileMessage": {"FileUrl": "https://example.com/cat.png"}}},
        {"Content": {"FileMessage": {"FileUrl": "s3://media/cat.png"}}},
        card(),
        card(CardOrientation="HORIZONTAL", ThumbnailImageAlignment="LEFT"),
        carousel(),
        action(OpenUrl={"Url": "https://example.com", "Application": "BROWSER"}),
        action(
            OpenUrl={
                "Url": "https://example.com",
                "Application": "WEBVIEW",
                "WebviewViewMode": "TALL",
            }
        ),
        action(CreateCalendarEvent=EVENT),
        action(DialPhone={"PhoneNumber": "+12065550199"}),
    ],
)
def test_every_kind_of_content_leaves(
    sms: Any, simulator: Simulator, agent: str, cat: None, content: dict[str, Any]
) -> None:
    send_rcs(sms, agent, content)

    [message] = simulator.messages()
    assert (message.rcs_message_content, message.status) == (content, "RCS_DELIVERED")


THUMBNAIL = {"FileUrl": "https://example.com/cat.pdf", "ThumbnailUrl": "s3://nothing/cat.png"}


@pytest.mark.parametrize(
    ("content", "field"),
    [
        (card(), "richCard.cardContent.media.fileUrl"),
        ({"Content": {"FileMessage": THUMBNAIL}}, "fileMessage.thumbnailUrl"),
    ],
    ids=["of a card", "that is a thumbnail"],
)
def test_a_file_that_is_not_there_is_refused(
    sms: Any, simulator: Simulator, pool: str, content: dict[str, Any], field: str
) -> None:
    fallback = {"Channel": "SMS", "MessageBody": "No cat"}
    with refused(
        "ValidationException", "INVALID_PARAMETER", fields=[f"rcsMessageContent.content.{field}"]
    ):
        send_rcs(sms, pool, content, FallbackConfiguration=fallback)
    assert simulator.messages() == []


def test_a_file_of_s3_has_at_most_100_mb(
    sms: Any, agent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = StoredObject(bytes(100 * 1024 * 1024), "video/mp4")
    monkeypatch.setattr(rcs_content, "find_object", lambda url: film)
    assert send_rcs(sms, agent, card())

    film = StoredObject(film.content + b"a", "video/mp4")
    with refused(
        "ValidationException",
        "MAXIMUM_SIZE_EXCEEDED",
        fields=["rcsMessageContent.content.richCard.cardContent.media.fileUrl"],
    ):
        send_rcs(sms, agent, card())


def test_cards_have_at_most_250_kb_in_all(sms: Any, agent: str) -> None:
    reply = {"Reply": {"Text": "Yes", "PostbackData": "€" * 2048}}
    large = {"Title": "A cat", "Description": "€" * 2000, "Suggestions": [reply] * 4}

    assert send_rcs(sms, agent, carousel(CardContents=[large] * 8))
    with refused("ValidationException", "MAXIMUM_SIZE_EXCEEDED", fields=["rcsMessageContent"]):
        send_rcs(sms, agent, carousel(CardContents=[large] * 9))


def test_the_last_byte_of_cards_is_counted(
    sms: Any, agent: str, cat: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = carousel()
    size = len(json.dumps(content).encode())

    monkeypatch.setattr(rcs_content, "_MOST_OF_CARDS", size)
    assert send_rcs(sms, agent, content)
    monkeypatch.setattr(rcs_content, "_MOST_OF_CARDS", size - 1)
    with refused("ValidationException", "MAXIMUM_SIZE_EXCEEDED", fields=["rcsMessageContent"]):
        send_rcs(sms, agent, content)


def test_a_card_has_at_most_four_suggestions(sms: Any, agent: str) -> None:
    five = card(CardContent={"Title": "A cat", "Suggestions": [REPLY] * 5})

    with refused(
        "ValidationException",
        "INVALID_PARAMETER",
        fields=["rcsMessageContent.content.richCard.cardContent.suggestions"],
    ):
        send_rcs(sms, agent, five)


def test_a_web_view_says_how_large_it_is(sms: Any, agent: str) -> None:
    content = action(OpenUrl={"Url": "https://example.com", "Application": "WEBVIEW"})

    with refused(
        "ValidationException",
        "MISSING_PARAMETER",
        fields=["rcsMessageContent.suggestions[0].openUrl.webviewViewMode"],
    ):
        send_rcs(sms, agent, content)


@pytest.mark.parametrize(
    ("content", "field"),
    [
        (card(CardOrientation="ROUND"), "richCard.cardOrientation"),
        (
            card(ThumbnailImageAlignment="LEFT"),
            "richCard.thumbnailImageAlignment",
        ),
        (
            card(CardOrientation="HORIZONTAL", ThumbnailImageAlignment="TOP"),
            "richCard.thumbnailImageAlignment",
        ),
        (
            card(CardContent={"Media": {"FileUrl": "s3://media/cat.png", "Height": "HUGE"}}),
            "richCard.cardContent.media.height",
        ),
        (card(CardContent={"Suggestions": [REPLY]}), "richCard.cardContent"),
        (carousel(CardWidth="LARGE"), "carousel.cardWidth"),
        (carousel(CardContents=[CARD, CARD]), "carousel.cardContents[0].media.height"),
        (carousel(CardContents=[{"Title": "A cat"}, {}]), "carousel.cardContents[1]"),
    ],
)
def test_a_card_that_breaks_a_rule_is_refused(
    sms: Any, agent: str, content: dict[str, Any], field: str
) -> None:
    with refused(
        "ValidationException", "INVALID_PARAMETER", fields=[f"rcsMessageContent.content.{field}"]
    ):
        send_rcs(sms, agent, content)


@pytest.mark.parametrize(
    ("content", "field"),
    [
        (
            action(OpenUrl={"Url": "https://example.com", "Application": "PHONE"}),
            "openUrl.application",
        ),
        (
            action(OpenUrl={"Url": "https://example.com", "WebviewViewMode": "FULL"}),
            "openUrl.webviewViewMode",
        ),
        (action(CreateCalendarEvent={**EVENT, "EndTime": NOON}), "createCalendarEvent.endTime"),
    ],
)
def test_a_suggestion_that_breaks_a_rule_is_refused(
    sms: Any, agent: str, content: dict[str, Any], field: str
) -> None:
    with refused(
        "ValidationException",
        "INVALID_PARAMETER",
        fields=[f"rcsMessageContent.suggestions[0].{field}"],
    ):
        send_rcs(sms, agent, content)


def test_an_agent_in_a_pool_sends_as_soon_as_it_is_launched(
    sms: Any, simulator: Simulator, origin: str
) -> None:
    agent = str(sms.create_rcs_agent()["RcsAgentId"])
    registration = forms.create(sms, "US_RCS_LAUNCH_REGISTRATION")
    sms.create_registration_association(RegistrationId=registration, ResourceId=agent)
    pool = pool_of(sms, identifier(sms, origin), agent)

    simulator.set_registration_status(registration, "COMPLETE")
    send(sms, OriginationIdentity=pool)

    assert [message.channel for message in simulator.messages()] == ["RCS"]
