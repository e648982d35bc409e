"""What RCS adds to a message: its agent, its session, and what is sent if it fails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from .prices import Price

SESSION_LASTS = timedelta(hours=24)


@dataclass(frozen=True)
class RcsSession:
    """A conversation session between an agent and a handset."""

    initiating_message_id: str
    initiating_message_type: str
    """OUTBOUND if the agent wrote first, INBOUND if the handset did."""
    start: datetime
    fee: Decimal
    """US dollars, once for all messages in it."""

    @property
    def end(self) -> datetime:
        """When the next one can begin; no message puts it off."""
        return self.start + SESSION_LASTS


@dataclass(frozen=True)
class RcsFacts:
    """What is true of a message in RCS only."""

    billing: str | None
    """RICH, BASIC or SINGLE."""
    business_id: str
    """The agent's id on the platform that carries RCS."""
    agent_country: str | None
    """The country in which its agent is registered."""
    session: RcsSession | None = None
    """The session that it belongs to, once it is delivered."""


@dataclass(frozen=True)
class Fallback:
    """What is sent instead when RCS does not reach the handset."""

    channel: str
    origination_identity: str
    arn: str
    message_body: str | None
    media_urls: Sequence[str] | None
    message_type: str | None
    message_encoding: str | None
    total_message_parts: int
    price: Price
    fault: str | None = None
    """The event type with which its content makes it end, if it does."""
    is_international: bool = False
    after: timedelta | None = None
    """How long RCS has to arrive; None where nothing but its time to live says so."""


def told_session(session: RcsSession) -> dict[str, str]:
    """Return how events name a session."""
    return {
        "conversationInitiatingMessageId": session.initiating_message_id,
        "conversationInitiatingMessageType": session.initiating_message_type,
    }
