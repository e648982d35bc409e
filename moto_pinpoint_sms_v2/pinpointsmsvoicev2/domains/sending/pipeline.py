"""Sending: the line of checks that every message passes, whatever its channel, and its leaving."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from ...core.clock import now
from ...core.domain import Domain
from ...core.object_store import Reader
from ...core.throttling import Rates
from ...exceptions import ConflictException, ValidationException
from ..identities.origination_identities import Member
from ..identities.pools import Pool
from ..identities.rcs_agents import RcsAgent
from ..messages.event_types import Outcomes
from ..messages.lifecycle import MessageLifecycle
from ..messages.messages import Protection
from ..messages.prices import NOTHING, Price, minutes_of, price_of
from ..numbers.destinations import Destination
from ..settings.account import Account
from ..settings.configuration_sets import ConfigurationSet
from ..settings.protect_configurations import ProtectConfiguration
from ..settings.protect_decisions import (
    ProtectDecision,
    effective_protect_configuration,
    protect_decision,
)
from .accepted_sends import AcceptedSend
from .destination_checks import (
    check_dlt_parameters,
    check_opted_in,
    check_verified,
    checked_destination,
)
from .fallback_choice import FallbackChoice
from .identity_eligibility import CAPABILITIES, Route
from .lent_identities import lent_by_aws
from .message_parts import Transport, transport
from .origination_choice import OriginationChoice
from .origins import Origin
from .rcs_reach import RcsReach
from .send_rates import rates_of
from .send_requests import MessageSent, SendRequest
from .speech import call_seconds

_ASSESSED = ("MONITOR", "FILTER")
_FILTERED = ("TEXT", "RCS")


class SendPipeline(Domain):
    """The line of checks, of which the first that fails is told, and the leaving."""

    account: Account
    choice: OriginationChoice
    fallbacks: FallbackChoice
    lifecycle: MessageLifecycle
    outcomes: Outcomes
    rates: Rates
    reach: RcsReach

    def send(self, request: SendRequest) -> MessageSent:
        """Check the request and let it leave."""
        return self.leave(request, self.accept(request))

    def leave(self, request: SendRequest, accepted: AcceptedSend) -> MessageSent:
        """Let the request leave; a dry run ends just before."""
        message = accepted.message(request)

        if not request.dry_run:
            self.lifecycle.begin(message)
        return MessageSent(message.message_id)

    def accept(self, request: SendRequest) -> AcceptedSend:
        """Return with what the request may leave, or refuse it."""
        destination = checked_destination(request, self.account)
        configuration_set = self.configuration_set(request)
        protect = self._protect_configuration(request, configuration_set)
        route = _route(request, destination, configuration_set)
        identifier = request.origination_identity
        named = None if identifier is None else self.choice.named(identifier, route)
        self.account.check_enabled()
        origin = self._origin_of(request, named, route)
        check_dlt_parameters(request, origin, route.country)
        fallback = self.fallbacks.fallback_for(request, origin, named, route)
        check_verified(self.store, self.account, request, destination)
        check_opted_in(origin.home or self.store, origin, destination)
        channel = "RCS" if isinstance(origin.identity, RcsAgent) else request.channel
        protection = self._protection(request, protect, channel, destination)
        carried = self._carried(request, channel, origin, route)
        lasting = call_seconds(request, tier=self.account.tier) if channel == "VOICE" else None
        units = carried.total_message_parts or minutes_of(lasting or 1)
        price = _price(request, channel, route.country, units)
        self.account.check_spend("NOTIFY" if request.is_notify else channel, price.total)
        if self.account.enforces_rates:
            tier = self.account.tier
            parts = carried.total_message_parts or 1
            self.rates.take([*rates_of(request, origin, destination.e164, tier=tier, parts=parts)])
        return AcceptedSend(channel, route, origin, protection, carried, price, fallback, lasting)

    def configuration_set(self, request: SendRequest) -> ConfigurationSet | None:
        """Return the set that the request names, or refuse one that is not there."""
        name = request.configuration_set_name
        return None if name is None else self.store.get(ConfigurationSet, name)

    def _protect_configuration(
        self, request: SendRequest, configuration_set: ConfigurationSet | None
    ) -> ProtectConfiguration | None:
        return effective_protect_configuration(
            self.store,
            account=self.account,
            protect_configuration_id=request.protect_configuration_id,
            configuration_set=configuration_set,
        )

    def _carried(
        self, request: SendRequest, channel: str, origin: Origin, route: Route
    ) -> Transport:
        carried = transport(
            channel,
            request.message_body,
            request.media_urls,
            country=route.country,
            is_rich=request.is_rich,
            reader=Reader(self.account_id, self.region_name),
        )
        if not isinstance(origin.identity, RcsAgent):
            return carried
        return replace(carried, fault=self.reach.rcs_fault(origin.identity, route.destination))

    def _origin_of(self, request: SendRequest, named: Member | Pool | None, route: Route) -> Origin:
        if not request.is_notify:
            return self.choice.choose(named, route)
        pool = request.notify_pool
        if pool is None:
            # AWS's own identities keep no opt-out list:
            # https://docs.aws.amazon.com/sms-voice/latest/userguide/notify-send-messages.html
            return lent_by_aws(route, None)
        lent = lent_by_aws(route, pool.opt_out_list_name)
        return self.choice.best_in_pool(pool, route) or replace(lent, pool_id=pool.id)

    def _protection(
        self,
        request: SendRequest,
        configuration: ProtectConfiguration | None,
        channel: str,
        destination: Destination,
    ) -> Protection | None:
        """Return what is said of the message's protection, or refuse what is blocked.

        AWS assesses texts; that it assesses RCS, which has such an event, too is a choice.
        """
        decision = _decision(configuration, channel, destination)
        identifier, action = request.service_protect_id, "FILTER"
        if identifier is None:
            if configuration is None:
                return None
            identifier, action = configuration.id, decision.action
        if action not in _ASSESSED or decision.by_number_override or channel not in _FILTERED:
            return Protection(identifier, action)
        number = destination.e164
        suspected = number in self.account.suspected_numbers
        return Protection(identifier, action, suspected or self.outcomes.suspects(number, channel))


def _route(
    request: SendRequest, destination: Destination, configuration_set: ConfigurationSet | None
) -> Route:
    message_type = request.message_type
    if message_type is None and configuration_set is not None and request.channel == "TEXT":
        message_type = configuration_set.default_message_type
    return Route(
        channel=request.channel,
        destination=destination,
        message_type=message_type,
        configuration_set=configuration_set,
    )


def _decision(
    configuration: ProtectConfiguration | None, channel: str, destination: Destination
) -> ProtectDecision:
    """Return what the protect configuration says about the message, or refuse it."""
    if configuration is None:
        return ProtectDecision("ALLOW")
    decision = protect_decision(
        configuration, capability=CAPABILITIES[channel], destination=destination, now=now()
    )
    if decision.action == "BLOCK":
        reason = (
            "DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE"
            if decision.by_number_override
            else "DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION"
        )
        raise ConflictException(reason, configuration)
    return decision


def _price(request: SendRequest, channel: str, country: str, units: int) -> Price:
    """Return what the whole message costs, or refuse it if that is too much.

    Of the two sentences about MaxPrice, per message and per part, the service model's is the
    former; of a call the limit is that of a minute.
    """
    if request.is_gratis:
        return NOTHING
    unit = price_of(channel, country)
    price = unit.times(units)
    limited = unit if channel == "VOICE" else price
    if request.max_price is not None and limited.total > Decimal(request.max_price):
        raise ValidationException(
            "PRICE_OVER_THRESHOLD",
            **{_PRICE_FIELDS[request.channel]: f"the price is {limited.total}"},
        )
    return price


_PRICE_FIELDS = {
    "TEXT": "max_price",
    "MEDIA": "max_price",
    "VOICE": "max_price_per_minute",
    "RCS": "max_price",
}
