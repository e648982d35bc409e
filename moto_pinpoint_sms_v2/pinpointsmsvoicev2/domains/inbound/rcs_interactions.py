"""What people do in RCS other than write: they tap suggestions, share where they are, and type.

https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-events.html
https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-inbound.html
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from moto.moto_api._internal import mock_random

from ...core.clock import now
from ...core.domain import Domain
from ...core.missing import Missing
from ...simulator_calls.answers import InboundMessage
from ..identities.pools import governing_of
from ..identities.rcs_agents import RcsAgent
from ..messages.event_types import ARRIVED_IN_RCS
from ..messages.handsets import handset as named_handset
from ..messages.lifecycle import MessageLifecycle
from ..messages.messages import Message, MessageLog, ReceivedMessage
from ..messages.rcs_sessions import RcsSessions
from ..messages.two_way_topics import TwoWayTopics, agent_payload, body_of, event_time
from ..numbers.destinations import Destination, parse
from .dialling import dialled


class Suggestion(NamedTuple):
    """Something to tap."""

    text: str
    postback_data: str


class RcsInteractions(Domain):
    """The part of whoever holds a handset with RCS."""

    lifecycle: MessageLifecycle
    log: MessageLog
    sessions: RcsSessions
    topics: TwoWayTopics

    def tap_suggestion(
        self, message_id: str, text: str, *, postback_data: str | None = None
    ) -> ReceivedMessage:
        """Let who got a message tap one of its suggestions; the agent's topic hears of it.

        That what is tapped sets off no keyword, even if its text is one, is a choice.
        """
        message = self._arrived(message_id)
        agent = self.store.find(RcsAgent, message.origination_identity)
        if agent is None:
            raise ValueError(f"the RCS agent {message.origination_identity} is gone")
        tapped = _tapped(message, text, postback_data)
        body = {"type": "SUGGESTION", "text": tapped.text, "postbackData": tapped.postback_data}
        return self._receive(agent, parse(message.destination_phone_number), tapped.text, body)

    def share_location(
        self,
        *,
        origination_phone_number: str,
        destination: str,
        latitude: float,
        longitude: float,
    ) -> ReceivedMessage:
        """Let a handset tell an agent where it is."""
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            raise ValueError(f"{latitude}, {longitude} is nowhere on Earth")
        agent = self._agent(destination)
        # AWS names such messages LOCATION and shows none; their members are a choice.
        body = {"type": "LOCATION", "latitude": latitude, "longitude": longitude}
        handset = _handset(origination_phone_number)
        return self._receive(agent, handset, f"{latitude}, {longitude}", body)

    def start_typing(self, *, origination_phone_number: str, destination: str) -> InboundMessage:
        """Let somebody begin to write to an agent, which is an event and no message."""
        agent, handset = self._agent(destination), _handset(origination_phone_number)
        moment = event_time(now())
        identifier = f"{handset.e164.removeprefix('+')}-{moment}"
        body = body_of({"type": "RCS_TYPING", "receivedAt": moment})
        payload = agent_payload(agent.id, handset.e164, body, identifier)
        self.topics.publish_rcs_event(agent, "RCS_TYPING", payload)
        return InboundMessage(
            inbound_message_id=identifier, message_keyword=None, automatic_response=None
        )

    def _receive(
        self, agent: RcsAgent, handset: Destination, shown: str, body: Mapping[str, Any]
    ) -> ReceivedMessage:
        """Keep what came in, and tell the agent's topic; ``shown`` is what a person reads."""
        inbound = ReceivedMessage(
            inbound_message_id=str(mock_random.uuid4()),
            message_keyword=None,
            automatic_response=None,
            origination_phone_number=handset.e164,
            destination=agent.id,
            message_body=shown,
            media_urls=(),
            created_timestamp=now(),
            postback_data=body.get("postbackData"),
            is_location=body["type"] == "LOCATION",
        )
        self.log.receive(inbound)
        identifier = inbound.inbound_message_id
        session = self.sessions.session_of_received(agent, handset, identifier)
        payload = agent_payload(agent.id, handset.e164, body_of(body), identifier, session)
        self.topics.publish_two_way(governing_of(self.store, agent), payload)
        return inbound

    def _agent(self, destination: str) -> RcsAgent:
        found = dialled(self.store, destination)
        if not isinstance(found, RcsAgent):
            raise ValueError(f"{destination} is no RCS agent, and has no RCS")
        return found

    def _arrived(self, message_id: str) -> Message:
        message = self.log.find(message_id)
        if message is None:
            raise Missing("message", message_id)
        self.lifecycle.settle(message, described=False)
        if message.status not in ARRIVED_IN_RCS:
            raise ValueError(
                f"{message_id} is {message.status}: only what was delivered in RCS can be tapped"
            )
        return message


def _handset(number: str) -> Destination:
    return parse(named_handset(number, "origination_phone_number"))


def _tapped(message: Message, text: str, postback_data: str | None) -> Suggestion:
    offered = list(_suggestions(message.rcs_message_content or {}))
    named = [each for each in offered if each.text == text]
    matching = [each for each in named if postback_data in (None, each.postback_data)]
    if len(set(matching)) == 1:
        return matching[0]
    if matching:
        choices = ", ".join(repr(each.postback_data) for each in matching)
        raise ValueError(f"{text!r} is there several times: postback_data must be one of {choices}")
    there = ", ".join(repr(each.text) for each in offered) or "none"
    raise ValueError(f"{message.message_id} has no such suggestion {text!r}; it has {there}")


def _suggestions(content: Any) -> Iterator[Suggestion]:
    """Yield every suggestion of a message, those of its cards among them."""
    if isinstance(content, Mapping):
        if "PostbackData" in content:
            yield Suggestion(content["Text"], content["PostbackData"])
        for member in content.values():
            yield from _suggestions(member)
    elif isinstance(content, list | tuple):
        for item in content:
            yield from _suggestions(item)
