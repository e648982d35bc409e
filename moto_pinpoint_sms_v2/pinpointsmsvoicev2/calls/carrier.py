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
        as before. ``advance_message`` is for a message that has left already. That a filter blocks
        (PROTECT_BLOCKED) holds where a protect configuration says FILTER. ``ValueError``
        for what is no number or no event type, with the nearest one.

        >>> simulator.set_outcome("+447700900123", "TEXT_CARRIER_UNREACHABLE")
        """

    @call
    def advance_message(
        self, message_id: str, event_type: EventType, *, is_final: bool | None = None
    ) -> None:
        """Let one message that has left go through an event now.

        Whatever was to come before that event is left out, and the event goes to the event
        destinations like any other. ``is_final=False`` makes a failure one that is still tried
        again: TEXT_UNREACHABLE, TEXT_CARRIER_UNREACHABLE, TEXT_UNKNOWN and those of MEDIA. A
        message has one final event, so what follows it says ``isFinal: false``. ``ValueError`` if
        there is no such message, the event is not one of its channel, or is never (or always)
        final.

        >>> simulator.advance_message(message_id, "TEXT_BLOCKED")
        """
