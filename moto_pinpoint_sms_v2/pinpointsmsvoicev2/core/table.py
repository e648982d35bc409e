"""Rows by key, in the order of their arrival."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from hashlib import blake2b
from typing import Any, Generic, TypeVar

Row = TypeVar("Row")


_NOWHERE: dict[str, int] = {}
_NOTHING: dict[int, Any] = {}
_NO_PLACES: list[int] = []


class Table(Generic[Row]):
    """A mapping whose rows can be listed from any position at the same cost.

    A row keeps its position for life, so a list read page by page neither loses nor repeats one
    when others come and go.
    """

    __slots__ = ("_last", "_places", "_positions", "_rows")

    def __init__(self) -> None:
        # Most tables stay empty, so nothing of them is made before the first row.
        self._positions: dict[str, int] = _NOWHERE
        self._rows: dict[int, Row] = _NOTHING
        self._places: list[int] = _NO_PLACES
        """The positions in use, in order, and some that are free again."""
        self._last = 0

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(list(self._rows.values()))

    def __contains__(self, key: str) -> bool:
        return key in self._positions

    def get(self, key: str) -> Row | None:
        """Return the row of that key, None if there is none."""
        position = self._positions.get(key)
        return None if position is None else self._rows[position]

    def put(self, key: str, row: Row) -> None:
        """Add the row, or replace the one of that key in its place."""
        position = self._positions.get(key)
        if position is None:
            if self._last == 0:
                self._positions, self._rows, self._places = {}, {}, []
            position = self._last = self._last + 1
            self._positions[key] = position
            self._places.append(position)
        self._rows[position] = row

    def pop(self, key: str) -> Row:
        """Remove and return the row of that key; KeyError if there is none."""
        row = self._rows.pop(self._positions.pop(key))
        if len(self._places) > 2 * len(self._rows) + 100:
            self._places = list(self._rows)
        return row

    def select(
        self,
        matches: Callable[[Row], bool] = lambda row: True,
        read: Callable[[Row], object] = lambda row: None,
    ) -> Selection[Row]:
        """Return the matching rows; ``read`` is told of each row before it is matched."""
        return Selection(self, matches, read)

    def positions_after(self, position: int) -> Iterator[tuple[int, Row]]:
        """Yield each row behind ``position`` with its own."""
        # In small steps, because reading a row may remove it or add another.
        while places := self._next_places(position):
            for place in places:
                row = self._rows.get(place)
                if row is not None:
                    yield place, row
            position = places[-1]

    def _next_places(self, position: int) -> list[int]:
        start = bisect_right(self._places, position)
        return self._places[start : start + 100]


class Selection(Generic[Row]):
    """The rows of a table that match, found as they are asked for."""

    def __init__(
        self,
        table: Table[Row],
        matches: Callable[[Row], bool],
        read: Callable[[Row], object],
    ) -> None:
        self._table = table
        self._matches = matches
        self._read = read

    def __iter__(self) -> Iterator[Row]:
        return (row for _, row in self.after(0))

    def after(self, position: int) -> Iterator[tuple[int, Row]]:
        """Yield each matching row behind ``position`` with its own."""
        for place, row in self._table.positions_after(position):
            self._read(row)
            if self._matches(row):
                yield place, row

    def waits_after(self, position: int) -> bool:
        """Say whether a matching row comes behind ``position``; it does not count as read."""
        return any(self._matches(row) for _, row in self._table.positions_after(position))


_PLACES = 2**24
"""More than one table will ever have."""


class Joined(Generic[Row]):
    """Selections of several tables as one list, each row with a position that it keeps for life.

    They come by the names of their tables, whose hashes are their order: so a table that is new
    moves none of the others.
    """

    def __init__(self, selections: Mapping[str, Selection[Row]]) -> None:
        starts = {_start_of(name): each for name, each in selections.items()}
        self._selections = sorted(starts.items(), key=lambda each: each[0])

    def __iter__(self) -> Iterator[Row]:
        return (row for _, row in self.after(0))

    def after(self, position: int) -> Iterator[tuple[int, Row]]:
        """Yield each row behind ``position`` with its own."""
        for start, selection in self._selections:
            if position < start + _PLACES:
                for place, row in selection.after(max(0, position - start)):
                    yield start + place, row

    def waits_after(self, position: int) -> bool:
        """Say whether a row comes behind ``position``."""
        return any(
            selection.waits_after(max(0, position - start))
            for start, selection in self._selections
            if position < start + _PLACES
        )


def _start_of(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(), digest_size=5).digest(), "big") * _PLACES
