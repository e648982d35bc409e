"""The data points that messages make."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from decimal import Decimal
from typing import Any

from ..core.clock import now
from ..domains.messages.event_records import record_of
from ..domains.messages.event_types import is_free
from ..domains.messages.messages import Message, ReceivedMessage
from ..domains.numbers.destinations import parse
from ..models import PinpointSMSVoiceV2Backend

_SPEND = {
    "TEXT": "TextMessageMonthlySpend",
    "MEDIA": "MediaMessageMonthlySpend",
    "VOICE": "VoiceMessageMonthlySpend",
    "NOTIFY": "NotifyMessageMonthlySpend",
}
_WORDS = {"TEXT": "Text", "MEDIA": "Media", "VOICE": "Voice"}
_NOTIFY_VOICE_ARRIVED = "VOICE_COMPLETED"
_RECEIPTS = ("DELIVERED", "SUCCESSFUL")
_BLOCKED_BY_PROTECT = (
    "DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION",
    "DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE",
)
_REFUSED = {
    "SendTextMessage": "TextMessagesBlockedByProtect",
    "SendMediaMessage": "MediaMessagesBlockedByProtect",
    "SendNotifyTextMessage": "NotifyTextMessagesBlocked",
    "SendNotifyVoiceMessage": "NotifyVoiceMessagesBlocked",
}
_RESOURCE_ID = re.compile('ResourceId="([^"]*)"')


@dataclass(frozen=True)
class Point:
    """One data point; a dimension that is empty is not there."""

    metric: str
    value: float
    moment: datetime
    dimensions: Mapping[str, str | None]
    unit: str = "Count"


def points_of(backend: PinpointSMSVoiceV2Backend) -> Iterator[Point]:
    """Yield all points of the messages that are kept; read them under the backend's lock."""
    log = backend.log
    messages = list(log.select())
    for message in messages:
        if message.events:
            yield from _sent(message)
    for handset in log.conversations():
        for entry in log.newest_with(handset):
            if isinstance(entry, ReceivedMessage) and not entry.is_ignored:
                yield _received(entry)
    yield from _refused(backend)
    yield from _spent(backend, messages)


def _sent(message: Message) -> Iterator[Point]:
    records = [record_of(message, event) for event in message.events]
    if message.spend_limit == "NOTIFY":
        yield from _notified(message, records)
        return
    for channel in ("TEXT", "MEDIA"):
        of_channel = [each for each in records if _channel(each) == channel]
        yield from _parts(f"NumberOf{_WORDS[channel]}MessageParts", message, of_channel)
    yield from _rcs(message, [each for each in records if _channel(each) == "RCS"])
    first = _channel(records[0])
    if first in ("TEXT", "MEDIA"):
        yield from _asked_for_feedback(message, _WORDS[first])
        yield from _protected(message, _WORDS[first], records)


def _parts(metric: str, message: Message, records: list[dict[str, Any]]) -> Iterator[Point]:
    """Yield the parts that were sent, and those of which the receipt says that they arrived."""
    left = [record for record in records if not is_free(record["eventType"])]
    if left:
        dimensions = _dimensions(message, left[0])
        yield Point(f"{metric}Sent", left[0]["totalMessageParts"], _moment(left[0]), dimensions)
    for record in left:
        if record["isFinal"] and record["messageStatus"] in _RECEIPTS:
            parts, dimensions = record["totalMessageParts"], _dimensions(message, record)
            yield Point(f"{metric}Delivered", parts, _moment(record), dimensions)


def _notified(message: Message, records: list[dict[str, Any]]) -> Iterator[Point]:
    """Yield those of a notify message; which dimensions they have was never published."""
    channel = _channel(records[0])
    dimensions = {"IsoCountryCode": message.iso_country_code}
    for record in records:
        if record["messageStatus"] == "PROTECT_BLOCKED":
            yield Point("NotifyTextMessagesBlocked", 1, _moment(record), dimensions)
    if channel == "TEXT":
        for point in _parts("NotifyTextMessageParts", message, records):
            yield Point(point.metric, point.value, point.moment, dimensions)
    elif channel == "VOICE":
        yield Point("NotifyVoiceMessagesSent", 1, _moment(records[0]), dimensions)
        for record in records:
            if record["eventType"] == _NOTIFY_VOICE_ARRIVED:
                yield Point("NotifyVoiceMessagesDelivered", 1, _moment(record), dimensions)


def _rcs(message: Message, records: list[dict[str, Any]]) -> Iterator[Point]:
    content = (message.rcs_message_content or {}).get("Content") or {"TextMessage": {}}
    kind = "TEXT" if "TextMessage" in content else "MEDIA"
    sent = False
    for record in records:
        status, moment = record["messageStatus"], _moment(record)
        dimensions = {
            "OriginationIdentityType": _identity_type(message, "RCS", ""),
            "MessageType": kind,
        }
        if not sent and status != "PROTECT_BLOCKED":
            sent = True
            yield Point("RCS.MessagesSent", 1, moment, dimensions)
        if status == "DELIVERED":
            yield Point("RCS.MessagesDelivered", 1, moment, dimensions)
        if record["eventType"] == "RCS_FALLEN_BACK_TO_SMS":
            yield Point("RCS.MessagesFallenBackToSMS", 1, moment, dimensions)


def _asked_for_feedback(message: Message, word: str) -> Iterator[Point]:
    country = message.iso_country_code
    if message.message_feedback_enabled:
        yield Point(
            f"NumberOf{word}MessagesExpectingFeedback",
            1,
            message.created_timestamp,
            {"IsoCountryCode": country},
        )
    if message.feedback is not None and message.feedback_timestamp is not None:
        yield Point(
            f"NumberOf{word}MessagesWithFeedback",
            1,
            message.feedback_timestamp,
            {"IsoCountryCode": country, "MessageFeedbackStatus": message.feedback},
        )


def _protected(message: Message, word: str, records: list[dict[str, Any]]) -> Iterator[Point]:
    if message.protection is None:
        return
    blocked = any(record["messageStatus"] == "PROTECT_BLOCKED" for record in records)
    yield Point(
        f"{word}MessagesBlockedByProtect",
        int(blocked),
        message.created_timestamp,
        {
            **_dimensions(message, records[0]),
            "ProtectConfigurationId": message.protection.protect_configuration_id,
        },
    )


def _refused(backend: PinpointSMSVoiceV2Backend) -> Iterator[Point]:
    """Yield the blocks of rules and overrides, which the send itself is refused for."""
    for refusal in backend.refused:
        metric = _REFUSED.get(refusal.operation)
        if metric is None or refusal.reason not in _BLOCKED_BY_PROTECT:
            continue
        country = parse(refusal.destination_phone_number or "").iso_country_code
        dimensions = {"IsoCountryCode": country}
        if not metric.startswith("Notify"):
            named = _RESOURCE_ID.search(refusal.message)
            dimensions["ProtectConfigurationId"] = named[1] if named else None
        yield Point(metric, 1, refusal.created_timestamp, dimensions)


def _received(message: ReceivedMessage) -> Point:
    is_number = message.destination.removeprefix("+").isdecimal()
    return Point(
        "NumberOfMessagesReceived",
        1,
        message.created_timestamp,
        {
            "OriginationIdentityType": "PHONE_NUMBER" if is_number else "RCS_AGENT",
            "IsoCountryCode": parse(message.origination_phone_number).iso_country_code,
            # By RCS everything counts as text:
            # https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-monitoring.html
            "MessageType": "MEDIA" if message.media_urls and is_number else "TEXT",
        },
    )


def _spent(backend: PinpointSMSVoiceV2Backend, messages: list[Message]) -> Iterator[Point]:
    """Yield, at each message that cost something, what its month has cost up to it."""
    charges = sorted(
        (event.number, _moment(record_of(message, event)), message)
        for message in messages
        if message.charged
        for event in message.events
        if not is_free(event.event_type)
    )
    seen: set[str] = set()
    totals: defaultdict[tuple[str, int, int], Decimal] = defaultdict(Decimal)
    points = []
    for _, moment, message in charges:
        if message.message_id in seen or message.spend_limit not in _SPEND:
            continue
        seen.add(message.message_id)
        month = (message.spend_limit, moment.year, moment.month)
        totals[month] += message.price.total
        points.append((month, moment, totals[month]))
    for month, moment, total in points:
        spent = total + _else(backend, month, totals[month])
        yield Point(_SPEND[month[0]], float(spent), moment, {}, "None")


def _else(
    backend: PinpointSMSVoiceV2Backend, month: tuple[str, int, int], total: Decimal
) -> Decimal:
    """Return what else this month has cost, which a test said or of which it forgot the messages.

    That it was all spent before the first message that is kept is a choice.
    """
    channel, *of_year = month
    is_this_month = of_year == [now().year, now().month]
    return backend.account.spend_limit(channel).spent - total if is_this_month else Decimal(0)


def _dimensions(message: Message, record: Mapping[str, Any]) -> dict[str, str | None]:
    kind = _identity_type(message, _channel(record), record["originationPhoneNumber"])
    return {"IsoCountryCode": message.iso_country_code, "OriginationIdentityType": kind}


def _identity_type(message: Message, channel: str, identity: str) -> str:
    # That what a pool sent counts as the pool's, and not as its member's, is a choice.
    if message.pool_id is not None:
        return "POOL"
    if channel == "RCS":
        return "RCS_AGENT"
    return "PHONE_NUMBER" if identity.removeprefix("+").isdecimal() else "SENDER_ID"


def _channel(record: Mapping[str, Any]) -> str:
    return str(record["eventType"].partition("_")[0])


def _moment(record: Mapping[str, Any]) -> datetime:
    return datetime.fromtimestamp(record["eventTimestamp"] / 1000, tz=timezone.utc)
