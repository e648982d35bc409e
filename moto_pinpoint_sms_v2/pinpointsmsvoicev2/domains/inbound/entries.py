"""Entries of a conversation: what went out, what came in, and sends that were refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import merge
from typing import Any

from ...calls.answers import Refusal
from ...core.plain import told
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


def newest_with(log: MessageLog, refused: RefusalLog, handset: str) -> Iterable[Entry]:
    """Return the entries of a conversation, newest first."""
    refusals = [each for each in reversed(refused) if each.destination_phone_number == handset]
    return _newest_first(log.newest_with(handset), refusals)


def conversations(log: MessageLog, refused: RefusalLog) -> Iterator[str]:
    """Yield the handsets, the one of the newest entry first."""
    refusals = [each for each in reversed(refused) if each.destination_phone_number]
    newest = (next(iter(log.newest_with(each))) for each in log.conversations())
    yielded = set()
    for entry in _newest_first(newest, refusals):
        handset = ends_of(entry)[1]
        if handset not in yielded:
            yielded.add(handset)
            yield handset


def _newest_first(messages: Iterable[Entry], refusals: list[Refusal]) -> Iterable[Entry]:
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
        "created_timestamp": message.created_timestamp,
    }
