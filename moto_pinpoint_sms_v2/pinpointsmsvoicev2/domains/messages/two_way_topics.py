"""Two-way topics: where what people write is told.

https://docs.aws.amazon.com/sms-voice/latest/userguide/two-way-sms.html
https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-inbound.html
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from ...core.clock import milliseconds
from ...core.domain import Domain
from ..identities.pools import governing_of
from ..identities.rcs_agents import RcsAgent
from ..identities.two_way import TwoWayIdentity
from .event_delivery import publish
from .rcs import RcsSession, told_session


class TwoWayTopics(Domain):
    """The way to the topics of numbers, agents and pools."""

    def publish_two_way(self, governing: TwoWayIdentity, payload: Mapping[str, str]) -> None:
        """Publish to the topic of whoever governs what was written to, if there is one."""
        channel = governing.two_way_channel_arn
        # The other kind of channel is Amazon Connect's, which moto does not run.
        if not governing.two_way_enabled or channel is None or not channel.startswith("arn:"):
            return
        self.deliveries.append(lambda: publish(channel, json.dumps(payload)))

    def publish_rcs_event(
        self, agent: RcsAgent, event_type: str, payload: Mapping[str, str]
    ) -> None:
        """Publish an event of an agent, which is no message, if it wants events of that type.

        The words for them are the types of the bodies; AWS has not published its list.
        """
        wanted = agent.two_way_rcs_events_enabled or ()
        if "ALL" in wanted or event_type in wanted:
            self.publish_two_way(governing_of(self.store, agent), payload)


def agent_payload(
    agent_id: str,
    handset: str,
    body: str,
    inbound_message_id: str,
    session: RcsSession | None = None,
) -> dict[str, str]:
    """Return what an agent's topic is told, which is less than of texts.

    That the members of a session stand beside the others, and not in the body, is a choice.
    """
    return {
        "originationNumber": handset.removeprefix("+"),
        "destinationNumber": agent_id,
        "messageBody": body,
        "inboundMessageId": inbound_message_id,
        **({} if session is None else told_session(session)),
    }


def body_of(members: Mapping[str, object]) -> str:
    """Return a body that is more than a text, as AWS writes JSON."""
    return json.dumps(members, separators=(",", ":"), ensure_ascii=False)


def event_time(moment: datetime) -> str:
    """Return a time as bodies have it: ``2026-11-01T04:00:00.002+0000``."""
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{milliseconds(moment) % 1000:03d}+0000"
