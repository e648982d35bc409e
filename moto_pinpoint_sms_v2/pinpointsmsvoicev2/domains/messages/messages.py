"""Messages: what was sent, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Any

from ...core.clock import now
from ...core.progress import Progress
from ...simulator_calls.answers import InboundMessage, MessageContent, SentMessage
from .prices import NOTHING, Price
from .rcs import Fallback, RcsFacts

_FEEDBACK_DUE = timedelta(hours=1)
_UNTIL_THE_FIRST = timedelta(milliseconds=400)
_BETWEEN_EVENTS = timedelta(milliseconds=700)


@dataclass(slots=True, eq=False)
class Event:
    """One event of a message, with its place among all that were made."""

    number: int
    event_type: str
    moment: datetime
    is_final: bool
    record: dict[str, Any] | None = None
    """What AWS tells of it, once somebody has asked (``event_records.record_of``)."""


@dataclass(frozen=True)
class Protection:
    """The protect configuration that had a say about a message, and what it said."""

    protect_configuration_id: str
    protect_status: str
    is_suspected: bool | None = None
    """Whether AWS suspects the destination of inflated traffic; None where nothing asks."""

    @property
    def is_filtered(self) -> bool:
        """Whether the message ends here."""
        return self.protect_status == "FILTER" and self.is_suspected is True


# moto keeps every instance of its own BaseModel until a reset, so a message is none.
@dataclass(slots=True, kw_only=True, eq=False)
class Message(MessageContent):
    """One message that left."""

    pool_id: str | None = None
    """The pool that it was sent through."""
    price: Price = NOTHING
    spend_limit: str = "TEXT"
    """The channel whose monthly limit it counts towards."""
    charged: bool = False
    call_seconds: int | None = None
    """How long it is talked if somebody answers."""
    fault: str | None = None
    """The event type with which its content makes it end, if it does."""
    is_international: bool = False
    protection: Protection | None = None
    rcs: RcsFacts | None = None
    fallback: Fallback | None = None
    message_feedback_enabled: bool = False
    feedback: str | None = None
    """What PutMessageFeedback said."""
    feedback_timestamp: datetime | None = None
    reaches_nobody: bool = False
    """Whether a simulator number sent it to somebody, whom it does not reach."""
    pairing: tuple[str, str] | None = None
    """Pool or account, and the ARN of the identity that they keep once it arrived."""
    upcoming: list[str] = field(default_factory=list)
    """The event types that are still to come."""
    progress: Progress | None = None
    events: list[Event] = field(default_factory=list)

    @property
    def status(self) -> str | None:
        """The type of its last event."""
        return self.events[-1].event_type if self.events else None

    @property
    def has_ended(self) -> bool:
        """Whether an event of its channel was final."""
        return any(
            event.is_final and event.event_type.startswith(self.channel) for event in self.events
        )

    def next_moment(self, moment: datetime) -> datetime:
        """Return when an event of that moment happens: later than the one before.

        AWS's receipts come from 0.3 to 1.2 seconds after the request; how long it takes between
        is a choice.
        """
        if not self.events:
            earliest = self.created_timestamp + _UNTIL_THE_FIRST
        else:
            earliest = self.events[-1].moment + _BETWEEN_EVENTS
        return max(moment, earliest)

    @property
    def cost(self) -> Price:
        """What is charged for it; the fee of a session covers all that belongs to it."""
        return NOTHING if self.rcs is not None and self.rcs.session is not None else self.price

    @property
    def protect_configuration_id(self) -> str | None:
        """The protect configuration that had a say about it, None if none had."""
        return None if self.protection is None else self.protection.protect_configuration_id

    @property
    def message_feedback_status(self) -> str | None:
        """What was reported, FAILED when nothing was within the hour, None if nobody asked."""
        if self.feedback is None and self.message_feedback_enabled:
            return "FAILED" if now() - self.created_timestamp >= _FEEDBACK_DUE else None
        return self.feedback

    @property
    def is_under_way(self) -> bool:
        """Whether time can still make something of it."""
        return bool(self.upcoming) or not self.has_ended

    def shown(self) -> SentMessage:
        """Return what a test sees of it, as it is now."""
        return SentMessage(**{name: getattr(self, name) for name in _SHOWN})


_SHOWN = tuple(each.name for each in fields(SentMessage))


@dataclass(frozen=True, kw_only=True)
class ReceivedMessage(InboundMessage):
    """A message that somebody sent to one of the account's identities."""

    origination_phone_number: str
    destination: str
    """The number, or the RCS agent's id, that it went to."""
    message_body: str
    media_urls: Sequence[str]
    created_timestamp: datetime
    is_ignored: bool = False
    """Whether it is nothing but media, and an agent's that keeps none."""
    postback_data: str | None = None
    """What the suggestion stands for that was tapped, None if it was written."""
    is_location: bool = False
    """Whether it is where the handset is."""


class MessageLog:
    """The messages of one account and Region, oldest first, by id and by handset."""

    def __init__(self) -> None:
        self._messages: dict[str, Message] = {}
        self._by_handset: dict[str, dict[str, Message | ReceivedMessage]] = {}
        """The handset that wrote or was written to last comes last."""
        self._numbers: dict[str, int] = {}
        """Of each handset's newest message, its place among all that there ever were."""
        self._events_made = 0
        self.identity = token_hex(8)
        """Another one after each reset: numbers begin anew."""
        self.messages_made = 0
        """Refused ones among them."""

    def __len__(self) -> int:
        """Return how many messages left."""
        return len(self._messages)

    def add(self, message: Message) -> None:
        """Keep the message."""
        self._messages[message.message_id] = message
        self._put(message.destination_phone_number, message.message_id, message)

    def receive(self, message: ReceivedMessage) -> None:
        """Keep a message that arrived."""
        self._put(message.origination_phone_number, message.inbound_message_id, message)

    def count(self, handset: str) -> None:
        """Let something be new with the handset that is no message: a refusal."""
        self.messages_made += 1
        self._numbers[handset] = self.messages_made

    def conversations(self) -> Iterator[str]:
        """Yield the handsets, the one of the newest message first."""
        return reversed(self._by_handset)

    def newest_with(self, handset: str) -> Iterator[Message | ReceivedMessage]:
        """Yield what went to the handset and what came from it, newest first."""
        return reversed(self._by_handset.get(handset, {}).values())

    def number_of(self, handset: str) -> int:
        """Return the newest message's place among all that there ever were, 0 without any."""
        return self._numbers.get(handset, 0)

    def find(self, message_id: str) -> Message | None:
        """Return the message of that id, None if there is none."""
        return self._messages.get(message_id)

    def select(self, **wanted: str | None) -> Iterator[Message]:
        """Yield the messages whose attributes have these values, oldest first."""
        candidates = self._candidates(
            wanted.get("message_id"), wanted.get("destination_phone_number")
        )
        for message in candidates:
            if all(getattr(message, name) == value for name, value in wanted.items()):
                yield message

    def last_from(self, origination_identity: str, destination_phone_number: str) -> Message | None:
        """Return the newest message from there to the destination, None if there is none."""
        return next(
            (
                message
                for message in self.newest_with(destination_phone_number)
                if isinstance(message, Message)
                and message.origination_identity == origination_identity
            ),
            None,
        )

    def remove(self, messages: Iterable[Message]) -> int:
        """Forget the messages with their events and return how many there were."""
        gone = list(messages)
        for message in gone:
            del self._messages[message.message_id]
            self._drop(message.destination_phone_number, message.message_id)
        return len(gone)

    def forget_received(self, handset: str | None) -> None:
        """Forget what came from the handset, or from all."""
        for each in list(self._by_handset) if handset is None else [handset]:
            for message in list(self.newest_with(each)):
                if isinstance(message, ReceivedMessage):
                    self._drop(each, message.inbound_message_id)

    def record(
        self, message: Message, event_type: str, moment: datetime, *, is_final: bool
    ) -> Event:
        """Keep an event of the message."""
        self._events_made += 1
        event = Event(self._events_made, event_type, moment, is_final)
        message.events.append(event)
        return event

    def events(
        self, *, message_id: str | None = None, event_type: str | None = None
    ) -> list[tuple[Message, Event]]:
        """Return the events to which everything given applies, oldest first, and whose they are."""
        events = (
            (message, event)
            for message in self._candidates(message_id, None)
            for event in message.events
            if event_type in (None, event.event_type)
        )
        return sorted(events, key=lambda each: each[1].number)

    def _candidates(
        self, message_id: str | None, destination_phone_number: str | None
    ) -> list[Message]:
        if message_id is not None:
            message = self._messages.get(message_id)
            return [] if message is None else [message]
        if destination_phone_number is not None:
            with_handset = self._by_handset.get(destination_phone_number, {}).values()
            return [message for message in with_handset if isinstance(message, Message)]
        return list(self._messages.values())

    def _put(self, handset: str, identifier: str, message: Message | ReceivedMessage) -> None:
        conversation = self._by_handset.pop(handset, {})
        conversation[identifier] = message
        self._by_handset[handset] = conversation
        self.count(handset)

    def _drop(self, handset: str, identifier: str) -> None:
        conversation = self._by_handset[handset]
        del conversation[identifier]
        if not conversation:
            del self._by_handset[handset]
            del self._numbers[handset]
