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
        """Let someone write to our number, pool member or RCS agent.

        Keywords, opt-out, automatic answers and the two-way topic follow.
        """
