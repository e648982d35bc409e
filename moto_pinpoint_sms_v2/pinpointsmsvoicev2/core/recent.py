"""What happened within the last day, counted."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Hashable
from datetime import datetime, timedelta

from .clock import now

_DAY = timedelta(hours=24)


class Recent:
    """How often each thing happened within the last 24 hours."""

    def __init__(self) -> None:
        self._moments: dict[Hashable, deque[datetime]] = defaultdict(deque)

    def add(self, thing: Hashable) -> None:
        """Let the thing have happened once more."""
        self._moments[thing].append(now())

    def count(self, thing: Hashable) -> int:
        """Return how often the thing happened."""
        moments = self._moments.get(thing)
        if not moments:
            return 0
        while moments and now() - moments[0] >= _DAY:
            moments.popleft()
        return len(moments)

    def clear(self) -> None:
        """Let nothing have happened."""
        self._moments.clear()
