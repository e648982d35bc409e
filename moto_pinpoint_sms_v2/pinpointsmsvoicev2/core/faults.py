"""Errors that a test asked for."""

from __future__ import annotations

from collections import defaultdict, deque
from itertools import repeat

from ..exceptions import ServiceError


class Faults:
    """The errors that wait for the next calls of each operation."""

    def __init__(self) -> None:
        self._waiting: dict[str, deque[ServiceError]] = defaultdict(deque)

    def add(self, operation: str, error: ServiceError, times: int) -> None:
        """Let the next ``times`` calls of the operation fail so, behind those that wait already."""
        self._waiting[operation].extend(repeat(error, times))

    def clear(self) -> None:
        """Forget what waits."""
        self._waiting.clear()

    def strike(self, operation: str) -> None:
        """Raise the error that waits for this call, if one does."""
        waiting = self._waiting.get(operation)
        if waiting:
            raise waiting.popleft()
