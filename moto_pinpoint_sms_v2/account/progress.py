"""How far a long reading is, told on a stream while it goes on."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TextIO

_A_PAGE = 100
"""What one request brings at most; of what has no more there is nothing to tell."""


class Progress:
    """Tells of each part when it is read, and every few seconds of one that takes long."""

    def __init__(
        self,
        stream: TextIO,
        label: str,
        *,
        every: float = 2,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._stream = stream
        self._label = label
        self._every = every
        self._clock = clock
        self._told = clock()

    def rows(self, operation: str, count: int) -> None:
        """Hear that so many rows of one answer are there."""
        if count >= _A_PAGE:
            self._say(f"{operation}: {count} rows", due=False)

    def requests(self, part: str, done: int, total: int) -> None:
        """Hear that so many of a part's requests are answered."""
        if total > 1:
            self._say(f"{part}: {done} of {total} asked", due=done == total)

    def _say(self, text: str, *, due: bool) -> None:
        if due or self._clock() - self._told >= self._every:
            self._told = self._clock()
            self._stream.write(f"{self._label}  {text}\n")
            self._stream.flush()
