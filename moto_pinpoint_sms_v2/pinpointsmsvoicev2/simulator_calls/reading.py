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
        """Return what was sent, oldest first: what people would have got.

        A dry run is not in it, nor is a send that was refused: see ``refusals``. What is given
        must all apply. A number may be spelled as a send takes it; an identity may be named by its
        number, id, ARN or sender ID, and a pool, by id or ARN, stands for what was sent through
        it. ``ValueError`` for a filter that no message could ever meet.

        >>> [sent.message_body for sent in simulator.messages(channel="TEXT")]
        >>> simulator.messages(destination_phone_number="+447700900123")[-1].status
        """

    @look
    def message(self, **filters: Unpack[MessageFilters]) -> SentMessage:
        """Return the one message that was sent: what a test mostly wants.

        The filters are those of ``messages``. ``AssertionError`` unless there is exactly one: it
        says how many there are, in which other Region or account there are some, and whether a
        send there was refused.

        >>> simulator.message(destination_phone_number="+447700900123").message_body
        """

    @look
    def refusals(
        self,
        *,
        destination_phone_number: str | None = None,
        operation: SendOperation | None = None,
    ) -> list[Refusal]:
        """Return the sends that were refused, oldest first: why nothing came.

        The last thousand are kept, whatever refused them: AWS's rules, an injected error, IAM. A
        dry run is none. ``ValueError`` for what is no number or no operation that sends.

        >>> [(each.operation, each.code, each.reason) for each in simulator.refusals()]
        >>> simulator.refusals(operation="SendTextMessage")
        """

    @call
    def clear_messages(self, **filters: Unpack[MessageFilters]) -> int:
        """Forget messages with their events, and return how many there were.

        For the step of a test that is to see only what comes after. The filters are those of
        ``messages``. Where nothing but a destination is given, what came from there and what was
        refused to it is forgotten as well; without filters, everything, so that no call counts
        towards five a day either.

        >>> simulator.clear_messages(destination_phone_number="+447700900123")
        """

    @look
    def events(
        self, *, message_id: str | None = None, event_type: EventType | None = None
    ) -> list[dict[str, Any]]:
        """Return the event records made, oldest first, in the form in which AWS delivers them.

        They are there whether or not an event destination took them, which is how to test what
        reads them without one. ``ValueError`` for an event type that is none.

        >>> [event["eventType"] for event in simulator.events(message_id=message_id)]
        >>> simulator.events(event_type="TEXT_DELIVERED")
        """

    @call
    def verification_code(self, verified_destination_number_id: str) -> str:
        """Return the code that was sent last to a verified destination number.

        For VerifyDestinationNumber, which a person would call with what stands in the message.
        ``ValueError`` if there is no such number, or none was sent yet.

        >>> code = simulator.verification_code(verified_destination_number_id)
        """
