"""Accepted sends: what the checks found out about a request, and the message that it becomes.

``pipeline`` lets it leave.
"""

from __future__ import annotations

from dataclasses import dataclass

from moto.moto_api._internal import mock_random

from ...core.clock import now
from ..identities.rcs_agents import RcsAgent
from ..messages.messages import Message, Protection
from ..messages.prices import Price
from ..messages.rcs import Fallback, RcsFacts
from ..numbers.simulator_numbers import simulator_destinations
from .identity_eligibility import Route
from .message_parts import Transport
from .origins import Origin
from .rcs_facts import rcs_facts
from .send_requests import SendRequest


@dataclass(frozen=True)
class AcceptedSend:
    """What the checks have found out about a request."""

    channel: str
    """RCS where an agent sends a text."""
    route: Route
    origin: Origin
    protection: Protection | None
    transport: Transport
    price: Price
    fallback: Fallback | None
    call_seconds: int | None = None
    """How long a call lasts that is answered."""

    def message(self, request: SendRequest) -> Message:
        """Return the message that the request becomes."""
        configuration_set = self.route.configuration_set
        country = self.route.country
        return Message(
            message_id=str(mock_random.uuid4()),
            channel=self.channel,
            destination_phone_number=self.route.destination.e164,
            origination_identity=self.origin.origination_identity,
            created_timestamp=now(),
            message_body=request.message_body,
            message_type=self._message_type,
            media_urls=request.media_urls,
            rcs_message_content=request.rcs_message_content,
            configuration_set_name=None if configuration_set is None else configuration_set.id,
            context=request.context,
            keyword=request.keyword,
            time_to_live=request.time_to_live,
            max_price=request.max_price,
            iso_country_code=country,
            message_encoding=self.transport.message_encoding,
            total_message_parts=self.transport.total_message_parts,
            pool_id=self.origin.pool_id,
            fault=self.transport.fault,
            price=self.price,
            spend_limit="NOTIFY" if request.is_notify else self.channel,
            is_international=self.origin.sends_abroad,
            protection=self.protection,
            rcs=self._rcs,
            fallback=self.fallback,
            call_seconds=self.call_seconds,
            message_feedback_enabled=self._wants_feedback(request),
            pairing=self._pairing,
            reaches_nobody=self.reaches_nobody,
        )

    @property
    def _message_type(self) -> str | None:
        if self.channel == "VOICE":
            return None
        # What AWS lends has no type of its own; this one is a choice.
        return self.route.message_type or self.origin.message_type or "TRANSACTIONAL"

    @property
    def _rcs(self) -> RcsFacts | None:
        agent = self.origin.identity
        if not isinstance(agent, RcsAgent):
            return None
        return rcs_facts(agent, self.route.country, self.transport)

    @property
    def reaches_nobody(self) -> bool:
        """Whether a simulator number sends it to somebody, whom it does not reach."""
        return (
            self.origin.is_simulator and self.route.destination.e164 not in simulator_destinations()
        )

    @property
    def _pairing(self) -> tuple[str, str] | None:
        scope, identity = self.origin.scope, self.origin.identity
        if scope is None or identity is None:
            return None
        return scope, identity.arn

    def _wants_feedback(self, request: SendRequest) -> bool:
        if request.message_feedback_enabled is not None:
            return request.message_feedback_enabled
        configuration_set = self.route.configuration_set
        return configuration_set is not None and configuration_set.default_message_feedback_enabled
