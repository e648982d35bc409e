"""Contents: how what a message says travels in its channel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .encoding import encode
from .media_files import media_fault, rcs_media_fault

# https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-billing.html
_RCS_SEGMENT = 160


@dataclass(frozen=True)
class Transport:
    """What a channel makes of a content."""

    message_encoding: str | None = None
    total_message_parts: int | None = None
    fault: str | None = None
    """The event type with which the message must end, if its content cannot be delivered."""


def transport(
    channel: str, message_body: str | None, media_urls: Sequence[str] | None
) -> Transport:
    """Return how a content travels."""
    if channel == "TEXT":
        encoded = encode(message_body or "")
        fault = "TEXT_INVALID_MESSAGE" if encoded.too_long else None
        return Transport(encoded.message_encoding, encoded.total_message_parts, fault)
    if channel == "MEDIA":
        return Transport(None, 1, media_fault(media_urls[0]) if media_urls else None)
    if channel == "RCS":
        parts = max(1, -(-len(message_body or "") // _RCS_SEGMENT))
        return Transport("UNICODE", parts, rcs_media_fault(media_urls or ()))
    return Transport()
