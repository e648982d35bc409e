"""Conversations: what went to a handset and what came from it, as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from ...core.plain import told
from ..identities.opted_out_numbers import OptOutList
from ..identities.phone_numbers import PhoneNumber
from ..identities.rcs_agents import RcsAgent
from ..messages.messages import Message, ReceivedMessage
from .inbound_messages import InboundMessages

Entry = Message | ReceivedMessage

_MOST_DESTINATIONS = 200


@dataclass(frozen=True, kw_only=True)
class Conversation:
    """A conversation in a list of them."""

    handset: str
    newest: dict[str, Any]
    """Its newest message, or the newest that was searched for."""


@dataclass(frozen=True, kw_only=True)
class Thread:
    """One conversation, its messages oldest first."""

    handset: str
    messages: Sequence[dict[str, Any]]
    has_earlier: bool
    opted_out_of: Sequence[str]
    """The opt-out lists that the handset is on."""
    answers_to: str | None
    """What its holder would write to: the identity that has been used last."""


@dataclass(frozen=True, kw_only=True)
class Inbox:
    """What a person sees of the messages."""

    conversations: Sequence[Conversation]
    has_more: bool
    destinations: Sequence[str]
    """The identities that a handset can write to."""
    thread: Thread | None


class Conversations(InboundMessages):
    """What the page reads; none of it counts as a Describe."""

    def conversations(
        self,
        *,
        search: str = "",
        limit: int = 50,
        handset: str | None = None,
        handset_limit: int = 50,
    ) -> Inbox:
        """Return the newest conversations, and the newest messages of one of them."""
        check_size(limit)
        check_size(handset_limit)

        wanted = search.casefold().strip()
        found = list(islice(self._found(wanted), limit + 1))
        return Inbox(
            conversations=found[:limit],
            has_more=len(found) > limit,
            destinations=list(islice(self._destinations(), _MOST_DESTINATIONS)),
            thread=None if handset is None else self._thread(handset, handset_limit),
        )

    def _found(self, wanted: str) -> Iterator[Conversation]:
        for handset in self.log.conversations():
            for entry in self.log.newest_with(handset):
                if not wanted or wanted in _searched(entry):
                    yield Conversation(handset=handset, newest=self._shown(entry))
                    break

    def _thread(self, handset: str, limit: int) -> Thread:
        newest = list(islice(self.log.newest_with(handset), limit + 1))
        used = (_identity(entry) for entry in newest)
        return Thread(
            handset=handset,
            messages=[self._shown(entry, with_events=True) for entry in reversed(newest[:limit])],
            has_earlier=len(newest) > limit,
            opted_out_of=[each.id for each in self.store.all(OptOutList) if each.opts_out(handset)],
            answers_to=next((name for name in used if self._takes_messages(name)), None),
        )

    def _shown(self, entry: Entry, *, with_events: bool = False) -> dict[str, Any]:
        if isinstance(entry, ReceivedMessage):
            return _received(entry)
        if entry.upcoming:
            self._settle(entry, described=False)
        shown = {"is_inbound": False, **told(entry.shown())}
        if with_events:
            shown["events"] = [event.record for event in entry.events]
        return shown

    def _destinations(self) -> Iterator[str]:
        for number in self.store.all(PhoneNumber):
            if number.status == "ACTIVE":
                yield number.phone_number
        for agent in self.store.all(RcsAgent):
            yield agent.id

    def _takes_messages(self, identity: str) -> bool:
        number = self.store.find_alias(PhoneNumber, identity)
        if number is None:
            return self.store.find(RcsAgent, identity) is not None
        return number.status == "ACTIVE"


def check_size(limit: int) -> None:
    """Raise ValueError unless a page of this size makes sense."""
    if not 1 <= limit <= 10_000:
        raise ValueError(f"{limit} is not from 1 to 10000")


def _identity(entry: Entry) -> str:
    return entry.destination if isinstance(entry, ReceivedMessage) else entry.origination_identity


def _searched(entry: Entry) -> str:
    """Return all that a search looks through."""
    if isinstance(entry, ReceivedMessage):
        texts = [entry.origination_phone_number, entry.destination, entry.message_body]
    else:
        texts = [entry.destination_phone_number, entry.origination_identity]
        texts += [entry.message_body or "", entry.message_id, entry.channel, entry.status or ""]
    return "\n".join(texts).casefold()


def _received(message: ReceivedMessage) -> dict[str, Any]:
    return {
        "is_inbound": True,
        "message_id": message.inbound_message_id,
        "origination_phone_number": message.origination_phone_number,
        "destination": message.destination,
        "message_body": message.message_body,
        "media_urls": message.media_urls,
        "keyword": message.message_keyword,
        "created_timestamp": message.created_timestamp,
    }
