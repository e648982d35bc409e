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
        """Let the next ``times`` calls of an operation fail so, before anything is checked.

        For throttling, outages and refusals that are hard to bring about. ``code`` is one of the
        service's errors, with the reason that callers branch on, or any other; ``members`` are
        further members of the error, in the API's or in snake_case. botocore itself retries a
        ThrottlingException and an InternalServerException: count with it, or configure it.
        ``ValueError`` for an unknown operation, for a code or reason that is all but one of the
        service's, and for a Message that is no string.

        >>> simulator.inject_error("SendTextMessage", "ThrottlingException", times=2)
        >>> simulator.inject_error(
        ...     "DeletePool", "ConflictException", reason="RESOURCE_NOT_EMPTY", ResourceType="pool"
        ... )
        """

    @call
    def clear_errors(self) -> None:
        """Forget the injected errors that still wait, of every operation.

        >>> simulator.clear_errors()
        """
