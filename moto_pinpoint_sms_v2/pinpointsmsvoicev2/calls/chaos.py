"""Chaos: calls that fail."""

from __future__ import annotations

from typing import Any

from .declaring import Caller, call
from .words import ErrorCode, OperationName


class Chaos(Caller):
    """What goes wrong."""

    @call
    def inject_error(
        self,
        /,
        operation: OperationName,
        code: ErrorCode | str,
        *,
        reason: str | None = None,
        message: str | None = None,
        times: int = 1,
        **members: Any,
    ) -> None:
        """Let the next ``times`` calls of ``operation`` ("SendTextMessage") fail so."""

    @call
    def clear_errors(self) -> None:
        """Forget the errors that still wait."""
