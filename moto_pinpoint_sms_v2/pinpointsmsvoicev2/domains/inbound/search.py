"""Search: what somebody who reads conversations looks for, however it is spelled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ...core.store import Store
from ...simulator_calls.answers import Refusal
from ..identities.phone_numbers import PhoneNumber
from ..identities.pools import Pool
from ..identities.rcs_agents import RcsAgent
from ..identities.sender_ids import SenderId
from ..messages.messages import Message
from .entries import Entry, ends_of, entry_id

_NUMBER = re.compile(r"[+(]?[\d\s().\-/]{3,}")
_IDENTITIES = (PhoneNumber, SenderId, RcsAgent, Pool)


class Search:
    """A text, and what else it may stand for: part of a number, an identity by its id or ARN."""

    def __init__(self, store: Store, text: str) -> None:
        self._text = text.casefold().strip()
        self._digits = _digits(self._text)
        self._identities = frozenset(_named(store, text.strip()))

    def __bool__(self) -> bool:
        return bool(self._text)

    def finds(self, entry: Entry) -> bool:
        """Say whether the entry is one of those looked for, as every one is for no text."""
        if any(self._text in text.casefold() for text in _texts(entry)):
            return True
        numbers = ends_of(entry)
        if self._digits and any(self._digits in number for number in numbers):
            return True
        return not self._identities.isdisjoint(numbers)


def _digits(text: str) -> str:
    """Return the digits of a number as E.164 has them, without what comes before its country."""
    if not _NUMBER.fullmatch(text):
        return ""
    return re.sub(r"\D", "", text.replace("(0)", "")).lstrip("0")


def _named(store: Store, text: str) -> Iterator[str]:
    """Yield the addresses of the identity that has this id or ARN, of a pool its members'."""
    for cls in _IDENTITIES:
        found = store.find(cls, text)
        if isinstance(found, Pool):
            yield from (_address(member) for _, member in found.members.positions_after(0))
        elif found is not None:
            yield _address(found)


def _address(identity: PhoneNumber | SenderId | RcsAgent) -> str:
    if isinstance(identity, PhoneNumber):
        return identity.phone_number
    return identity.sender_id if isinstance(identity, SenderId) else identity.id


def _texts(entry: Entry) -> Iterator[str]:
    """Yield all that a search looks through, what is looked for most first."""
    yield entry.message_body or ""
    yield from ends_of(entry)
    yield entry_id(entry)
    if isinstance(entry, Refusal):
        yield from (entry.operation, entry.code, entry.reason or "")
        return
    yield from (url.rpartition("/")[2] for url in entry.media_urls or ())
    if isinstance(entry, Message):
        yield from (entry.channel, entry.status or "", entry.configuration_set_name or "")
        if entry.rcs_message_content is not None:
            yield from _leaves(entry.rcs_message_content)


def _leaves(content: Any) -> Iterator[str]:
    """Yield the texts of a structure."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, Mapping):
        for member in content.values():
            yield from _leaves(member)
    elif isinstance(content, list | tuple):
        for item in content:
            yield from _leaves(item)
