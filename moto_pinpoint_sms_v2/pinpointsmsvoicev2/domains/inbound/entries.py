"""Entries of a conversation: what went out, what came in, and sends that were refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from typing import Any

from ...core.plain import told
from ...simulator_calls.answers import Refusal
from ..messages.messages import Message, MessageLog, ReceivedMessage
from ..messages.refusals import RefusalLog

Entry = Message | ReceivedMessage | Refusal


def entry_id(entry: Entry) -> str:
    """Return what tells it from all others; AWS gives a refused send no id."""
    if isinstance(entry, Refusal):
        return f"refusal-{id(entry):x}"
    if isinstance(entry, ReceivedMessage):
        return entry.inbound_message_id
    return entry.message_id


def ends_of(entry: Entry) -> tuple[str, str]:
    """Return the identity and the handset."""
    if isinstance(entry, ReceivedMessage):
        return entry.destination, entry.origination_phone_number
    return entry.origination_identity or "", entry.destination_phone_number or ""


def shown(entry: Entry) -> dict[str, Any]:
    """Return what a person sees of it, all but its events."""
    if isinstance(entry, Refusal):
        about = {"is_inbound": False, "is_refused": True, "message_id": entry_id(entry)}
        return {**about, **told(entry)}
    if isinstance(entry, ReceivedMessage):
        return _received(entry)
    return {"is_inbound": False, **told(entry.shown())}


class Entries:
    """All entries, by handset and newest first: messages, and among them what was refused."""

    def __init__(self, log: MessageLog, refused: RefusalLog) -> None:
        self._log = log
        self._refusals: dict[str, list[Refusal]] = {}
        """Those with a destination, newest first; so are the handsets."""
        for refusal in reversed(refused):
            if refusal.destination_phone_number:
                self._refusals.setdefault(refusal.destination_phone_number, []).append(refusal)

    def newest_with(self, handset: str) -> Iterable[Entry]:
        """Return the entries of a conversation, newest first."""
        return _newest_first(self._log.newest_with(handset), self._refusals.get(handset, []))

    def conversations(self) -> Iterator[str]:
        """Yield the handsets, the one of the newest entry first."""
        newest = (next(iter(self._log.newest_with(each))) for each in self._log.conversations())
        refused = [refusals[0] for refusals in self._refusals.values()]
        yielded = set()
        for entry in _newest_first(newest, refused):
            handset = ends_of(entry)[1]
            if handset not in yielded:
                yielded.add(handset)
                yield handset


def _newest_first(messages: Iterable[Entry], refusals: Sequence[Refusal]) -> Iterable[Entry]:
    if not refusals:
        return messages
    return merge(messages, refusals, key=lambda each: each.created_timestamp, reverse=True)


def _received(message: ReceivedMessage) -> dict[str, Any]:
    return {
        "is_inbound": True,
        "message_id": message.inbound_message_id,
        "origination_phone_number": message.origination_phone_number,
        "destination": message.destination,
        "message_body": message.message_body,
        "media_urls": message.media_urls,
        "keyword": message.message_keyword,
        "postback_data": message.postback_data,
        "is_location": message.is_location,
        "created_timestamp": message.created_timestamp,
    }
