"""Contents: how what a message says travels in its channel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...core.object_store import Reader
from .encoding import encode
from .media_files import media_fault

# https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-billing.html
_RCS_SEGMENT = 160


@dataclass(frozen=True)
class Transport:
    """What a channel makes of a content."""

    message_encoding: str | None = None
    total_message_parts: int | None = None
    rcs_billing: str | None = None
    """As what RCS is billed: RICH, BASIC or SINGLE."""
    fault: str | None = None
    """The event type with which the message must end, if its content cannot be delivered."""


def transport(
    channel: str,
    message_body: str | None,
    media_urls: Sequence[str] | None,
    *,
    country: str,
    is_rich: bool = False,
    reader: Reader | None = None,
) -> Transport:
    """Return how a content travels there.

    ``is_rich`` is RCS that is more than a text, ``reader`` who fetches the media.
    """
    if channel == "TEXT":
        encoded = encode(message_body or "")
        fault = "TEXT_INVALID_MESSAGE" if encoded.too_long else None
        return Transport(encoded.message_encoding, encoded.total_message_parts, fault=fault)
    if channel == "MEDIA":
        fault = media_fault(media_urls[0], reader) if media_urls else None
        return Transport(None, 1, fault=fault)
    if channel == "RCS":
        parts, billing = _rcs_billing(len(message_body or ""), country, is_rich=is_rich)
        return Transport("UNICODE", parts, billing)
    return Transport()


def _rcs_billing(length: int, country: str, *, is_rich: bool) -> tuple[int, str]:
    """Return the parts and the billing event; that SINGLE is spelled so is a choice.

    One of AWS's guides bills rich messages in the US as one unit; this follows the other one.
    """
    if country == "US":
        return max(1, -(-length // _RCS_SEGMENT)), "RICH"
    return 1, "SINGLE" if is_rich or length > _RCS_SEGMENT else "BASIC"
