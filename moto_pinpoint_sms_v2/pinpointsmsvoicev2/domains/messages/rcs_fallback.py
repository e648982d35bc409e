"""RCS fallback: how a message in RCS that did not arrive becomes the SMS in its place.

What that is was chosen when it was sent, in ``sending/fallback_choice``.
"""

from __future__ import annotations

from .event_records import record_of
from .messages import Message
from .rcs import Fallback


def fall_back(message: Message, fallback: Fallback) -> None:
    """Turn a message in RCS into the one that goes out in its place."""
    for event in message.events:
        record_of(message, event)  # as the message still is
    message.channel = message.spend_limit = fallback.channel
    message.origination_identity = fallback.origination_identity
    message.message_body = fallback.message_body
    message.media_urls = fallback.media_urls
    message.message_type = fallback.message_type
    message.message_encoding = fallback.message_encoding
    message.total_message_parts = fallback.total_message_parts
    message.price = fallback.price
    message.fault = fallback.fault
    message.is_international = fallback.is_international
    if message.pairing is not None:
        message.pairing = (message.pairing[0], fallback.arn)
    message.rcs = message.fallback = None
