"""The handset: people who write back."""

from __future__ import annotations

from collections.abc import Sequence

from .answers import InboundMessage
from .declaring import Caller, call
from .words import Channel


class Handset(Caller):
    """What whoever holds the handset does."""

    @call
    def receive_message(
        self,
        *,
        origination_phone_number: str,
        destination: str,
        body: str,
        media_urls: Sequence[str] = (),
        channel: Channel = "TEXT",
    ) -> InboundMessage:
        """Let someone write to our number, sender, pool or RCS agent, as the handset does.

        Keywords, opt-out (STOP), automatic answers and the two-way topic follow. ``destination``
        is a number, or the id or ARN of a number, RCS agent or pool (then its first member
        that takes messages). ``media_urls`` are s3:// addresses in moto, for MEDIA and RCS.
        ``ValueError`` if nobody could write there: no such identity, not ACTIVE, no such channel.

        >>> answer = simulator.receive_message(
        ...     origination_phone_number="+447700900123", destination=number, body="STOP"
        ... )
        >>> answer.message_keyword, answer.automatic_response
        """

    @call
    def answer_rcs_invitation(
        self, verified_destination_number_id: str, *, accepted: bool = True
    ) -> None:
        """Let a handset that is to test an RCS agent accept the invitation, or decline it.

        Accepted, the verified destination number, which was made with an ``RcsAgentId``, is
        VERIFIED; declined, it is gone. ``ValueError`` if there is none, it tests no agent, or
        it is VERIFIED already.

        >>> simulator.answer_rcs_invitation(tester_id)
        """
