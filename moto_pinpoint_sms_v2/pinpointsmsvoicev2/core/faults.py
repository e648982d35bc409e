"""Errors that a test asked for."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass

from ..exceptions import ServiceError


@dataclass
class _Fault:
    error: ServiceError
    times: int
    """How many calls it still strikes."""


class Faults:
    """The errors that wait for the next calls of each operation."""

    def __init__(self) -> None:
        self._waiting: dict[str, deque[_Fault]] = defaultdict(deque)

    def add(self, operation: str, error: ServiceError, times: int) -> None:
        """Let the next ``times`` calls of the operation fail so, behind those that wait already."""
        self._waiting[operation].append(_Fault(error, times))

    def clear(self) -> None:
        """Forget what waits."""
        self._waiting.clear()

    def strike(self, operation: str) -> None:
        """Raise the error that waits for this call, if one does."""
        waiting = self._waiting.get(operation)
        if not waiting:
            return
        fault = waiting[0]
        fault.times -= 1
        if fault.times == 0:
            waiting.popleft()
        raise fault.error
