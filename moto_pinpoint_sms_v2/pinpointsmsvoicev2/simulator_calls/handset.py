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
        that takes messages). ``media_urls`` are s3:// addresses in moto, for RCS agents, which take
        in jpeg, gif, png, audio, video and pdf files. ``ValueError`` if nobody could write there:
        no such identity, not ACTIVE, no such channel, no such kind of file.

        >>> answer = simulator.receive_message(
        ...     origination_phone_number="+447700900123", destination=number, body="STOP"
        ... )
        >>> answer.message_keyword, answer.automatic_response
        """

    @call
    def tap_suggestion(
        self, message_id: str, text: str, *, postback_data: str | None = None
    ) -> InboundMessage:
        """Let who got an RCS message tap one of its suggestions.

        The agent's two-way topic hears of it, with the ``PostbackData`` that the suggestion has;
        no keyword is set off. Where several have the same text, ``postback_data`` tells which.
        ``ValueError`` if the message was not delivered in RCS or has no such suggestion.

        >>> simulator.tap_suggestion(rcs_message_id, "Yes")
        """

    @call
    def share_location(
        self,
        *,
        origination_phone_number: str,
        destination: str,
        latitude: float,
        longitude: float,
    ) -> InboundMessage:
        """Let a handset share where it is with an RCS agent.

        For code that asked by a RequestLocation: the agent's two-way topic hears of it.
        ``destination`` is the agent's id or ARN, or that of its pool. ``ValueError`` for what is
        no agent, no number or no place.

        >>> simulator.share_location(
        ...     origination_phone_number="+447700900123",
        ...     destination=rcs_agent_id,
        ...     latitude=51.5007,
        ...     longitude=-0.1246,
        ... )
        """

    @call
    def start_typing(self, *, origination_phone_number: str, destination: str) -> InboundMessage:
        """Let somebody begin to write to an RCS agent.

        It is no message: no keyword and no conversation comes of it. The agent's two-way topic
        hears of it if ``TwoWayRcsEventsEnabled`` has RCS_TYPING or ALL. ``ValueError`` for what
        is no agent or no number.

        >>> simulator.start_typing(
        ...     origination_phone_number="+447700900123", destination=rcs_agent_id
        ... )
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
