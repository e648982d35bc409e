"""RCS messages: rich content, and its rules."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.object_store import StoredObject
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.domains.sending import rcs_content

from ...support import client_of, refused
from ..senders import HANDSET, identifier, number, pool_of
from .rcs_messages import NOON, REPLY, TEXT, launched, send_rcs

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


def test_an_rcs_message_needs_content(sms: Any, agent: str) -> None:
    with refused("ValidationException", "MISSING_PARAMETER", fields=["rcsMessageContent"]):
        sms.send_rcs_message(DestinationPhoneNumber=HANDSET, OriginationIdentity=agent)


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
    s3 = client_of("s3")
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


def test_a_file_that_another_account_keeps_to_itself_is_refused(
    sms: Any, agent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    s3 = client_of("s3")
    monkeypatch.setenv("MOTO_ACCOUNT_ID", "999988887777")
    s3.create_bucket(Bucket="media")
    s3.put_object(Bucket="media", Key="cat.png", Body=b"cat", ContentType="image/png")
    monkeypatch.delenv("MOTO_ACCOUNT_ID")

    with refused(
        "ValidationException",
        "INVALID_PARAMETER",
        fields=["rcsMessageContent.content.richCard.cardContent.media.fileUrl"],
    ):
        send_rcs(sms, agent, card())


def test_a_file_of_s3_has_at_most_100_mb(
    sms: Any, agent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = StoredObject(bytes(100 * 1024 * 1024), "video/mp4")
    monkeypatch.setattr(rcs_content, "find_object", lambda url, reader: film)
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


@pytest.mark.parametrize(("cards", "files"), [(card, 1), (carousel, 2)], ids=["one", "several"])
def test_the_files_of_cards_are_the_message_s(
    sms: Any,
    simulator: Simulator,
    agent: str,
    cat: None,
    cards: Callable[[], dict[str, Any]],
    files: int,
) -> None:
    send_rcs(sms, agent, cards())

    assert simulator.messages()[0].media_urls == ["s3://media/cat.png"] * files


@pytest.mark.parametrize("cards", [card, carousel], ids=["one", "several"])
def test_the_last_byte_of_cards_is_counted(
    sms: Any,
    agent: str,
    cat: None,
    monkeypatch: pytest.MonkeyPatch,
    cards: Callable[[], dict[str, Any]],
) -> None:
    content = cards()
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
