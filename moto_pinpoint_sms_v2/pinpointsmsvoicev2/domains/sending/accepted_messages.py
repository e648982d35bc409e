"""Clearances: with what a draft leaves once it has passed every check."""

from __future__ import annotations

from dataclasses import dataclass

from moto.moto_api._internal import mock_random

from ...core.clock import now
from ..identities.rcs_agents import RcsAgent
from ..messages.messages import Fallback, Message, Protection
from ..messages.prices import Price
from .eligibility import Journey, country_of_agent
from .message_parts import Transport
from .origination_choice import Origin
from .send_requests import Draft


@dataclass(frozen=True)
class Clearance:
    """What the checks have found out about a draft."""

    channel: str
    """RCS where an agent sends a text."""
    journey: Journey
    origin: Origin
    protection: Protection | None
    transport: Transport
    price: Price
    fallback: Fallback | None

    def message(self, draft: Draft) -> Message:
        """Return the message that the draft becomes."""
        configuration_set = self.journey.configuration_set
        country = self.journey.country
        return Message(
            message_id=str(mock_random.uuid4()),
            channel=self.channel,
            destination_phone_number=self.journey.destination.e164,
            origination_identity=self.origin.origination_identity,
            created_timestamp=now(),
            message_body=draft.message_body,
            message_type=self._message_type,
            media_urls=draft.media_urls,
            rcs_message_content=draft.rcs_message_content,
            configuration_set_name=None if configuration_set is None else configuration_set.id,
            context=draft.context,
            keyword=draft.keyword,
            time_to_live=draft.time_to_live,
            max_price=draft.max_price,
            iso_country_code=country,
            message_encoding=self.transport.message_encoding,
            total_message_parts=self.transport.total_message_parts,
            fault=self.transport.fault,
            price=self.price,
            spend_limit="NOTIFY" if draft.is_notify else self.channel,
            is_international=self.origin.is_abroad(country),
            protection=self.protection,
            agent_country=self._agent_country,
            fallback=self.fallback,
            message_feedback_enabled=self._wants_feedback(draft),
            pairing=self._pairing,
        )

    @property
    def _message_type(self) -> str | None:
        if self.channel == "VOICE":
            return None
        # What AWS lends has no type of its own; this one is a choice.
        return self.journey.message_type or self.origin.message_type or "TRANSACTIONAL"

    @property
    def _agent_country(self) -> str | None:
        agent = self.origin.identity
        if not isinstance(agent, RcsAgent):
            return None
        return country_of_agent(agent, self.journey.country)

    @property
    def _pairing(self) -> tuple[str, str, str] | None:
        scope, identity = self.origin.scope, self.origin.identity
        if scope is None or identity is None:
            return None
        return scope, self.journey.channel, identity.arn

    def _wants_feedback(self, draft: Draft) -> bool:
        if draft.message_feedback_enabled is not None:
            return draft.message_feedback_enabled
        configuration_set = self.journey.configuration_set
        return configuration_set is not None and configuration_set.default_message_feedback_enabled
