"""Conversations: what went to a handset and what came from it, as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from ...core.domain import Domain
from ..identities.opt_out_lists import OptOutList
from ..identities.phone_numbers import PhoneNumber
from ..identities.rcs_agents import RcsAgent
from ..messages.event_records import record_of
from ..messages.lifecycle import MessageLifecycle
from ..messages.messages import Message, MessageLog
from ..messages.refusals import RefusalLog
from .entries import Entries, Entry, ends_of, entry_id, shown
from .search import Search

_MOST_DESTINATIONS = 200
_MOST_HITS = 1_000
_AT_THE_START = "start"


@dataclass(frozen=True, kw_only=True)
class Conversation:
    """A conversation in a list of them."""

    handset: str
    number: int
    """The newest message's place among all that there ever were."""
    newest: dict[str, Any]
    """Its newest message, or the newest that was searched for."""


@dataclass(frozen=True, kw_only=True)
class OptedOut:
    """A list on which a handset is."""

    opt_out_list_name: str
    opted_out_timestamp: datetime


@dataclass(frozen=True, kw_only=True)
class Thread:
    """A part of one conversation, its messages oldest first."""

    handset: str
    number: int
    messages: Sequence[dict[str, Any]]
    has_earlier: bool
    has_later: bool
    hits: Sequence[str]
    """The ids of those messages of the whole conversation that were searched for."""
    opted_out_of: Sequence[OptedOut]
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


class Conversations(Domain):
    """What the page reads; none of it counts as a Describe."""

    log: MessageLog
    lifecycle: MessageLifecycle
    refused: RefusalLog

    def conversations(
        self,
        *,
        search: str = "",
        limit: int = 50,
        handset: str | None = None,
        handset_limit: int = 50,
        at: str = "",
    ) -> Inbox:
        """Return the newest conversations, and messages of one of them.

        These are the newest ones, the first ones if ``at`` is ``start``, or those around the one
        of which it is the id.
        """
        check_size(limit)
        check_size(handset_limit)

        sought = Search(self.store, search)
        entries = Entries(self.log, self.refused)
        found = list(islice(self._found(entries, sought), limit + 1))
        return Inbox(
            conversations=found[:limit],
            has_more=len(found) > limit,
            destinations=list(islice(self._destinations(), _MOST_DESTINATIONS)),
            thread=self._thread(entries, handset, sought, at, handset_limit) if handset else None,
        )

    def _found(self, entries: Entries, sought: Search) -> Iterator[Conversation]:
        for handset in entries.conversations():
            newest = next(filter(sought.finds, entries.newest_with(handset)), None)
            if newest is not None:
                number = self.log.number_of(handset)
                yield Conversation(handset=handset, number=number, newest=self._shown(newest))

    def _thread(
        self, entries: Entries, handset: str, sought: Search, at: str, limit: int
    ) -> Thread:
        newest_first = list(entries.newest_with(handset))
        oldest_first = newest_first[::-1]
        part = _part([entry_id(entry) for entry in oldest_first], at, limit)
        used = (ends_of(entry)[0] for entry in newest_first[:limit])
        hits = filter(sought.finds, newest_first if sought else ())
        return Thread(
            handset=handset,
            number=self.log.number_of(handset),
            messages=[self._shown(entry, with_events=True) for entry in oldest_first[part]],
            has_earlier=part.start > 0,
            has_later=part.stop < len(oldest_first),
            hits=[entry_id(entry) for entry in islice(hits, _MOST_HITS)][::-1],
            opted_out_of=list(self._opted_out(handset)),
            answers_to=next((name for name in used if self._takes_messages(name)), None),
        )

    def _opted_out(self, handset: str) -> Iterator[OptedOut]:
        for each in self.store.all(OptOutList):
            entry = each.numbers.get(handset)
            if entry is not None:
                yield OptedOut(
                    opt_out_list_name=each.id, opted_out_timestamp=entry.opted_out_timestamp
                )

    def _shown(self, entry: Entry, *, with_events: bool = False) -> dict[str, Any]:
        if not isinstance(entry, Message):
            return shown(entry)
        self.lifecycle.settle(entry, described=False)
        about = shown(entry)
        if with_events:
            about["events"] = [record_of(entry, event) for event in entry.events]
        return about

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


def _part(ids: Sequence[str], at: str, limit: int) -> slice:
    """Return which of the messages are shown."""
    last = max(0, len(ids) - limit)
    if at == _AT_THE_START:
        start = 0
    elif at in ids:
        start = min(last, max(0, ids.index(at) - limit // 2))
    else:
        start = last
    return slice(start, min(len(ids), start + limit))
