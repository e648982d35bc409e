"""Deadlines: what becomes of a message that has not arrived in time.

https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-message-expiration.html
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from .messages import Message

_NO_RECEIPT = timedelta(hours=72)
_RECEIPTS = ("TEXT", "MEDIA")


class Deadline(NamedTuple):
    """When something becomes of a message by itself, and what."""

    moment: datetime
    event_type: str


def deadline_of(message: Message) -> Deadline | None:
    """Return the first deadline of a message that is still under way, None if it has none.

    RCS without a time to live never expires, which contradicts the model and follows the guide.
    """
    if message.has_ended or message.reaches_nobody or _is_called(message):
        return None
    deadlines = []
    if message.fallback is not None and message.fallback.after is not None:
        deadlines.append(_deadline(message, message.fallback.after, "TTL_EXPIRED"))
    if message.time_to_live is not None and not _has_fallen_back(message):
        lasting = timedelta(seconds=message.time_to_live)
        deadlines.append(_deadline(message, lasting, "TTL_EXPIRED"))
    if message.channel in _RECEIPTS:
        deadlines.append(_deadline(message, _NO_RECEIPT, "UNKNOWN"))
    return min(deadlines, key=lambda each: each.moment, default=None)


def _deadline(message: Message, after: timedelta, status: str) -> Deadline:
    return Deadline(message.created_timestamp + after, f"{message.channel}_{status}")


def _has_fallen_back(message: Message) -> bool:
    first = message.events[0].event_type if message.events else message.channel
    return not first.startswith(message.channel)


def _is_called(message: Message) -> bool:
    """Say whether a telephone rings already."""
    return message.channel == "VOICE" and len(message.events) > 1
