"""What calls return, and the filters that several of them take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypedDict

from .words import Channel


@dataclass(slots=True, kw_only=True, eq=False)
class MessageContent:
    """What a message is from its leaving on; what its channel does not have is None."""

    message_id: str
    channel: str
    """TEXT, VOICE, MEDIA or RCS."""
    destination_phone_number: str
    origination_identity: str
    """What it was really sent from: an E.164 number, a sender ID or an RCS agent's id."""
    message_body: str | None = None
    message_type: str | None = None
    media_urls: Sequence[str] | None = None
    rcs_message_content: Mapping[str, Any] | None = None
    configuration_set_name: str | None = None
    context: Mapping[str, str] | None = None
    keyword: str | None = None
    time_to_live: int | None = None
    """Seconds."""
    max_price: str | None = None
    """US dollars per part, a minute of voice, as it was asked for."""
    iso_country_code: str | None = None
    message_encoding: str | None = None
    total_message_parts: int | None = None
    source: str | None = None
    """SNS if it was published there, None if this service was asked."""
    created_timestamp: datetime


@dataclass(slots=True, kw_only=True)
class SentMessage(MessageContent):
    """A message that left, as it is now."""

    status: str
    """The last event type, such as TEXT_DELIVERED."""
    protect_configuration_id: str | None = None
    """The protect configuration that had a say about it."""
    message_feedback_status: str | None = None
    """What was reported, FAILED when nothing was within the hour, None if nobody asked."""


@dataclass(frozen=True, kw_only=True)
class InboundMessage:
    """A message that arrived, and the automatic answer to it."""

    inbound_message_id: str
    message_keyword: str | None
    automatic_response: SentMessage | None


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """A send that was answered with an error, so that nothing left."""

    operation: str
    """Such as SendTextMessage."""
    code: str
    """Such as ConflictException."""
    reason: str | None
    """Such as DESTINATION_PHONE_NUMBER_OPTED_OUT."""
    message: str
    destination_phone_number: str | None
    origination_identity: str | None
    """What the caller asked to send from."""
    message_body: str | None
    created_timestamp: datetime


class NotOne(AssertionError):
    """There is not exactly one message where one was asked for."""

    status = 404


class MessageFilters(TypedDict, total=False):
    """What can be asked of messages; all that is given must apply."""

    channel: Channel | None
    destination_phone_number: str | None
    origination_identity: str | None
    message_id: str | None


@dataclass(frozen=True, kw_only=True)
class LoadedAccount:
    """What of a source says nothing here, though all of it was loaded that does."""

    unknown: Sequence[str]
    """Members that this version of botocore does not know; they are kept where they stood."""
    passed_over: Sequence[str]
    """Paths of what is about things that are not there."""

    @property
    def warning(self) -> str | None:
        """What is to be said of it, None if nothing is."""
        said = []
        if self.unknown:
            said.append(f"this version of botocore does not know {', '.join(self.unknown)}")
        if self.passed_over:
            first = ", ".join(self.passed_over[:5])
            more = f" and {len(self.passed_over) - 5} more" if len(self.passed_over) > 5 else ""
            said.append(f"passed over, because what it is about is not there: {first}{more}")
        return "; ".join(said) or None
