"""Reading: what was sent, and what became of it."""

from __future__ import annotations

from typing import Any

from ..core.signature import Unpack
from .answers import MessageFilters, Refusal, SentMessage
from .declaring import Caller, call, look
from .words import EventType, SendOperation


class Reading(Caller):
    """What a test sees."""

    @look
    def messages(self, **filters: Unpack[MessageFilters]) -> list[SentMessage]:
        """Return what was sent, oldest first; a dry run is not in it."""

    @look
    def message(self, **filters: Unpack[MessageFilters]) -> SentMessage:
        """Return the one message; AssertionError says how many there are, and where else."""

    @look
    def refusals(
        self,
        *,
        destination_phone_number: str | None = None,
        operation: SendOperation | None = None,
    ) -> list[Refusal]:
        """Return the last thousand sends that were refused, oldest first."""

    @call
    def clear_messages(self, **filters: Unpack[MessageFilters]) -> int:
        """Forget messages with their events, and return how many there were.

        Where nothing but a destination is given, what came from there is forgotten as well.
        """

    @look
    def events(
        self, *, message_id: str | None = None, event_type: EventType | None = None
    ) -> list[dict[str, Any]]:
        """Return the event records made, whether or not a destination took them, oldest first."""

    @call
    def verification_code(self, verified_destination_number_id: str) -> str:
        """Return the code that was sent last to a verified destination number."""
