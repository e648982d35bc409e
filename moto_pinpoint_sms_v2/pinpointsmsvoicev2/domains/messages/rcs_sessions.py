"""Conversation sessions of RCS: a day in which one fee covers whatever is sent.

https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-billing.html
https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-events.html
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from ...core.clock import now
from ...core.domain import Domain
from ..identities.rcs_agents import RcsAgent
from ..identities.rcs_billing import pays_by_conversation
from ..numbers.destinations import Destination
from ..settings.account import Account
from .messages import Message
from .prices import price_of
from .rcs import SESSION_LASTS, RcsSession, told_session
from .two_way_topics import TwoWayTopics, agent_payload, body_of, event_time


class Delivered(NamedTuple):
    """A message that reached the handset and that no session covers, yet."""

    message_id: str
    moment: datetime
    cost: Decimal


@dataclass
class Exchange:
    """What an agent and a handset have sent each other since the last session of theirs."""

    session: RcsSession | None = None
    delivered: deque[Delivered] = field(default_factory=deque)
    """What the agent sent within a day of the last of it, oldest first."""
    received: tuple[str, datetime] | None = None
    """The id of the first message from the handset that nobody has answered, and its time."""

    def add(self, message: Delivered) -> None:
        """Keep a message, and forget those that nobody has answered within a day."""
        while self.delivered and message.moment - self.delivered[0].moment >= SESSION_LASTS:
            self.delivered.popleft()
        self.delivered.append(message)


Exchanges = dict[tuple[str, str], Exchange]
"""By an agent's id and a handset's number."""


class RcsSessions(Domain):
    """When sessions begin, and what belongs to them.

    One begins when the handset answers within a day, or is answered within one; that the latter
    must be within a day too is a choice, and that it counts from the delivery of the answer.
    """

    account: Account
    exchanges: Exchanges
    topics: TwoWayTopics

    def join_session(self, message: Message, moment: datetime) -> None:
        """Let a message that is delivered at that moment belong to a session, if there is one."""
        agent = self.store.find(RcsAgent, message.origination_identity)
        country = message.iso_country_code or ""
        if message.rcs is None or agent is None or not self._pays(agent, country):
            return
        handset = message.destination_phone_number
        exchange = self._exchange(agent, handset)
        session = _current(exchange, moment)
        if session is None and exchange.received is not None:
            initiator, received = exchange.received
            if moment - received < SESSION_LASTS:
                session = _session(initiator, "INBOUND", moment, country)
                self._begin(agent, handset, session)
        if session is None:
            exchange.add(Delivered(message.message_id, moment, message.price.total))
        message.rcs = replace(message.rcs, session=session)

    def session_of_received(
        self, agent: RcsAgent, handset: Destination, inbound_message_id: str
    ) -> RcsSession | None:
        """Return the session that a message from the handset belongs to, if there is one."""
        country = handset.iso_country_code or ""
        if not self._pays(agent, country):
            return None
        exchange, moment = self._exchange(agent, handset.e164), now()
        session = _current(exchange, moment)
        if session is not None:
            return session
        recent = list(_recent(exchange, moment))
        if recent:
            session = _session(recent[0].message_id, "OUTBOUND", moment, country)
            self._begin(agent, handset.e164, session)
            return session
        if exchange.received is None or moment - exchange.received[1] >= SESSION_LASTS:
            exchange.received = (inbound_message_id, moment)
        return None

    def _pays(self, agent: RcsAgent, country: str) -> bool:
        return pays_by_conversation(self.store, agent, country)

    def _exchange(self, agent: RcsAgent, handset: str) -> Exchange:
        return self.exchanges.setdefault((agent.id, handset), Exchange())

    def _begin(self, agent: RcsAgent, handset: str, session: RcsSession) -> None:
        """Begin a session: its fee takes the place of what its first messages have cost.

        AWS charges for them only when a day has gone by without one; that they are charged at
        once and given back is a choice.
        """
        recent = _recent(self._exchange(agent, handset), session.start)
        given_back = sum((each.cost for each in recent if _is_this_month(each.moment)), Decimal(0))
        self.account.charge("RCS", session.fee - given_back)
        self.exchanges[agent.id, handset] = Exchange(session)
        body = {
            "type": "CONVERSATION_STARTED",
            "startTime": event_time(session.start),
            "endTime": event_time(session.end),
            **told_session(session),
        }
        payload = agent_payload(agent.id, handset, body_of(body), session.initiating_message_id)
        self.topics.publish_rcs_event(agent, body["type"], payload)


def _session(initiator: str, kind: str, start: datetime, country: str) -> RcsSession:
    # AWS shows the fee of one country; that it is the same elsewhere is a choice.
    return RcsSession(initiator, kind, start, price_of("RCS_SESSION", country).total)


def _current(exchange: Exchange, moment: datetime) -> RcsSession | None:
    session = exchange.session
    return session if session is not None and moment < session.end else None


def _recent(exchange: Exchange, moment: datetime) -> Iterator[Delivered]:
    return (each for each in exchange.delivered if moment - each.moment < SESSION_LASTS)


def _is_this_month(moment: datetime) -> bool:
    return (moment.year, moment.month) == (now().year, now().month)
