"""The choice of the origination identity: what a message is sent from, chosen as AWS chooses.

https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-sms-fallback.html
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain
from typing import Any

from ...core.clock import now
from ...core.domain import Domain
from ...exceptions import ConflictException, ResourceNotFoundException, ServiceError
from ..identities.origination_identities import Identity, Member, resolve_origination_identity
from ..identities.phone_numbers import PhoneNumber
from ..identities.pools import Pool, governing_of
from ..identities.rcs_agents import RcsAgent
from ..identities.sender_ids import SenderId
from ..identities.sharing import SharedResources
from .identity_eligibility import Route, check_identity, check_sender_country
from .lent_identities import has_shared_routes, lent_by_aws
from .origins import Origin, origin_from
from .rcs_reach import RcsReach

_KINDS: Mapping[str, Sequence[type[Any]]] = {
    "TEXT": (PhoneNumber, SenderId, Pool, RcsAgent),
    "MEDIA": (PhoneNumber, SenderId, Pool),
    "VOICE": (PhoneNumber, Pool),
    "RCS": (RcsAgent, Pool),
}
_OPERATIONS = {
    "TEXT": "SendTextMessage",
    "MEDIA": "SendMediaMessage",
    "VOICE": "SendVoiceMessage",
    "RCS": "SendRcsMessage",
}
"""What an identity must be shared for, by channel."""
_MEMBERS: Sequence[type[Member]] = (PhoneNumber, SenderId, RcsAgent)
_PRIORITY = (
    "RCS_AGENT",
    "SHORT_CODE",
    "TEN_DLC",
    "TOLL_FREE",
    # AWS's list has no place for long codes outside the US, nor for simulators; theirs is a choice.
    "LONG_CODE",
    "SIMULATOR",
    "SENDER_ID",
)
_PAIRED_FOR = timedelta(hours=25)


class OriginationChoice(Domain):
    """The choice of what a message is sent from."""

    shared: SharedResources
    pairings: dict[tuple[str, str], tuple[str, datetime]]
    """By pool or account and destination: which ARN last reached it, and when."""
    reach: RcsReach

    def named(self, identifier: str, route: Route) -> Member | Pool:
        """Return what the caller names, or refuse what does not exist."""
        return self.named_of(_KINDS[route.channel], identifier, route)

    def named_of(self, kinds: Sequence[type[Identity]], identifier: str, route: Route) -> Identity:
        """Return what of some kinds the caller names: an own identity, or by its ARN a shared one.

        What does not exist is refused, and so is what is not shared.
        """
        try:
            return resolve_origination_identity(
                self.store, identifier, kinds, iso_country_code=route.country
            )
        except ResourceNotFoundException:
            operation = _OPERATIONS[route.channel]
            for kind in kinds:
                shared = self.shared.find_shared(kind, identifier, operation)
                if shared is not None:
                    return shared
            if SenderId in kinds:
                self._check_sender_elsewhere(identifier, route.country)
            raise

    def choose(self, named: Member | Pool | None, route: Route) -> Origin:
        """Return the origin: what was named, or the best of the pool or of the account."""
        if isinstance(named, Pool):
            return self._origin_in_pool(named, route)
        if named is None:
            return self._origin_in_account(route)
        check_identity(named, route, self._testers(named))
        return self.origin_of(named)

    def origin_of(self, identity: Member, *, scope: str | None = None) -> Origin:
        """Return an identity as an origin, under its own settings or those of its pool."""
        home = self.shared.home_of(identity.arn)
        return origin_from(identity, governing_of(home, identity), home=home, scope=scope)

    def best(self, members: Iterable[Member], route: Route, scope: str) -> Member | None:
        """Return the member that AWS would take, None if none can make the route."""
        fitting = [member for member in members if self._fits(member, route)]
        arn, since = self.pairings.get((scope, route.destination.e164), (None, None))
        if since is not None and now() - since < _PAIRED_FOR:
            for member in fitting:
                if member.arn == arn:
                    return member
        return min(fitting, key=_priority, default=None)

    def _origin_in_pool(self, pool: Pool, route: Route) -> Origin:
        if pool.status != "ACTIVE":
            raise ConflictException("RESOURCE_NOT_ACTIVE", pool)
        if route.message_type not in (None, pool.message_type):
            raise ConflictException("MESSAGE_TYPE_MISMATCH", pool)
        origin = self.best_in_pool(pool, route)
        if origin is not None:
            return origin
        if pool.shared_routes_enabled and has_shared_routes(route):
            lent = lent_by_aws(route, pool.opt_out_list_name)
            return replace(lent, pool_id=pool.id, home=self.shared.home_of(pool.arn))
        raise ConflictException("NO_ORIGINATION_IDENTITIES_FOUND", pool)

    def best_in_pool(self, pool: Pool, route: Route) -> Origin | None:
        """Return the best of the pool as an origin, None if none of it can send so."""
        best = self.best(self.members(route, pool), route, pool.id)
        if best is None:
            return None
        return origin_from(best, pool, home=self.shared.home_of(pool.arn), scope=pool.id)

    def _origin_in_account(self, route: Route) -> Origin:
        best = self.best(self.members(route), route, self.account_id)
        if best is not None:
            return self.origin_of(best, scope=self.account_id)
        if has_shared_routes(route):
            return lent_by_aws(route, "Default")
        raise ConflictException("NO_ORIGINATION_IDENTITIES_FOUND", "account", self.account_id)

    def members(self, route: Route, pool: Pool | None = None) -> Iterator[Member]:
        """Yield the identities of the pool, of the whole account without one.

        Of a pool that another account shares, these are the ones that it shares too.
        """
        listed: Iterable[Member] = (
            chain.from_iterable(map(self.store.all, _MEMBERS)) if pool is None else pool.members
        )
        home = self.store if pool is None else self.shared.home_of(pool.arn)
        for member in listed:
            # Looked up, so that it takes those steps of its life that are due.
            found = home.find(type(member), member.id)
            if found is not None and (home is self.store or self._is_shared(found, route)):
                yield found

    def _is_shared(self, member: Member, route: Route) -> bool:
        return self.shared.is_shared(member, _OPERATIONS[route.channel])

    def _fits(self, identity: Member, route: Route) -> bool:
        try:
            check_identity(identity, route, self._testers(identity))
        except ServiceError:
            return False
        return True

    def _testers(self, identity: Member) -> Collection[str]:
        return self.reach.rcs_testers(identity) if isinstance(identity, RcsAgent) else ()

    def _check_sender_elsewhere(self, identifier: str, country: str) -> None:
        """Refuse by its country a sender ID that the account has in another one."""
        for sender in self.store.all(SenderId):
            if sender.sender_id.upper() == identifier.upper():
                check_sender_country(sender, country)


def _priority(identity: Member) -> int:
    if isinstance(identity, PhoneNumber):
        return _PRIORITY.index(identity.number_type)
    return _PRIORITY.index("RCS_AGENT" if isinstance(identity, RcsAgent) else "SENDER_ID")
