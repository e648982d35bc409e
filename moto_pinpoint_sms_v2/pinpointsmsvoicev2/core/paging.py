"""Pages: where one ends, and the token that opens the next."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from typing import Any, Generic, Protocol, TypeVar

from ..exceptions import ValidationException

Row = TypeVar("Row")
Row_co = TypeVar("Row_co", covariant=True)


class Rows(Protocol[Row_co]):
    """A list that can be entered at any position without walking to it."""

    def after(self, position: int) -> Iterator[tuple[int, Row_co]]:
        """Yield each row behind ``position`` with its own; positions count from 1."""

    def waits_after(self, position: int) -> bool:
        """Say whether a row comes behind ``position``."""


@dataclass(frozen=True)
class Listed(Generic[Row]):
    """A short list that already lies in memory, as rows."""

    items: Sequence[Row]

    def after(self, position: int) -> Iterator[tuple[int, Row]]:
        """Yield each item behind ``position`` with its own."""
        return enumerate(self.items[position:], position + 1)

    def waits_after(self, position: int) -> bool:
        """Say whether an item comes behind ``position``."""
        return position < len(self.items)


@dataclass(frozen=True)
class Page:
    """One page of a list; ``next_token`` is None on the last."""

    rows: list[Any]
    next_token: str | None


@dataclass(frozen=True)
class ListingOf(Generic[Row]):
    """A list with the thing it is about, whose attributes are the answer's other members."""

    owner: Any
    rows: Rows[Row] | Sequence[Row]


class PageRequest:
    """Which page of a list a caller asks for: the one that ``token`` opens, or the first.

    ``scope`` tells what the list depends on; a token of another scope is refused before it is read.
    """

    def __init__(self, *, size: int, token: str | None, scope: Callable[[], bytes]) -> None:
        self._start = 0 if token is None else _position(token, scope())
        self._size = size
        self._scope = scope

    def cut(self, rows: Rows[Any] | Sequence[Any]) -> Page:
        """Return that page of the rows."""
        source: Rows[Any] = Listed(rows) if isinstance(rows, Sequence) else rows
        placed = list(islice(source.after(self._start), self._size))
        page = [row for _, row in placed]
        if len(placed) < self._size:
            return Page(page, None)
        last = placed[-1][0]
        return Page(page, _token(last, self._scope()) if source.waits_after(last) else None)


def _token(position: int, scope: bytes) -> str:
    place = position.to_bytes(8, "big")
    return urlsafe_b64encode(place + _seal(place, scope)).decode("ascii")


def _position(token: str, scope: bytes) -> int:
    try:
        opened = urlsafe_b64decode(token.encode("ascii"))
    except ValueError:
        opened = b""
    place, seal = opened[:8], opened[8:]
    # Base64 has several spellings of the same bytes; only ours is accepted.
    if seal != _seal(place, scope) or _token(int.from_bytes(place, "big"), scope) != token:
        raise ValidationException("INVALID_NEXT_TOKEN", next_token="is not a token of this list")
    return int.from_bytes(place, "big")


def _seal(place: bytes, scope: bytes) -> bytes:
    return blake2b(place + scope, digest_size=16).digest()
