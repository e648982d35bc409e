"""The carrier: how messages end."""

from __future__ import annotations

from .declaring import Caller, call
from .words import EventType


class Carrier(Caller):
    """What the carriers do."""

    @call
    def set_outcome(self, destination_phone_number: str, event_type: EventType) -> None:
        """Let later messages to that number end so, to test what happens when one fails.

        It holds for the event type's channel only, until another is chosen; other numbers go on
        as before. ``advance_message`` is for a message that has left already. ``ValueError``
        for what is no number or no event type, with the nearest one.

        >>> simulator.set_outcome("+447700900123", "TEXT_CARRIER_UNREACHABLE")
        """

    @call
    def advance_message(self, message_id: str, event_type: EventType) -> None:
        """Let one message that has left go through an event now.

        Whatever was to come before that event is left out, and the event goes to the event
        destinations like any other. ``ValueError`` if there is no such message, or the event is
        not one of its channel.

        >>> simulator.advance_message(message_id, "TEXT_BLOCKED")
        """
