"""The carrier: how messages end."""

from __future__ import annotations

from .declaring import Caller, call
from .words import EventType


class Carrier(Caller):
    """What the carriers do."""

    @call
    def set_outcome(self, destination_phone_number: str, event_type: EventType) -> None:
        """Let later messages of the event type's channel to that number end so."""

    @call
    def advance_message(self, message_id: str, event_type: EventType) -> None:
        """Let one message move on now, whatever was to come before."""
