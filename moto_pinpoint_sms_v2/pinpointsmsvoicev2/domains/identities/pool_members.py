"""Who is in a pool: join, leave, list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...core.domain import Domain
from ...core.filters import Filter, compile_filters
from ...core.paging import ListingOf
from ...exceptions import ConflictException
from .origination_identities import Member, get_member
from .pools import Pool, add_member, check_membership, check_ready, get_active_pool, remove_member
from .sharing import SharedResources


@dataclass(frozen=True)
class Membership:
    """A pool and one who joins or leaves it."""

    pool_arn: str
    pool_id: str
    origination_identity_arn: str
    origination_identity: str
    iso_country_code: str


class PoolMemberships(Domain):
    """The operations on the members of pools."""

    shared: SharedResources

    def associate_origination_identity(
        self, *, pool_id: str, origination_identity: str, iso_country_code: str | None = None
    ) -> Membership:
        """Let an identity with the pool's settings join it."""
        pool = get_active_pool(self.store, pool_id)
        identity = get_member(self.store, origination_identity, iso_country_code)
        check_ready(identity)
        check_membership(self.store, pool, identity)

        add_member(pool, identity)
        return _membership(pool, identity)

    def disassociate_origination_identity(
        self, *, pool_id: str, origination_identity: str, iso_country_code: str | None = None
    ) -> Membership:
        """Let a member leave; the last phone number stays."""
        pool = get_active_pool(self.store, pool_id)
        identity = get_member(self.store, origination_identity, iso_country_code)
        if identity.arn not in pool.members:
            raise ConflictException("PHONE_NUMBER_NOT_ASSOCIATED_TO_POOL", identity)
        # Who else is in the pool does not matter. That an agent may leave as a sender ID may, and
        # either as the last member, is a choice.
        if [identity] == list(pool.phone_numbers):
            raise ConflictException("LAST_PHONE_NUMBER", identity)

        remove_member(pool, identity)
        return _membership(pool, identity)

    def list_pool_origination_identities(
        self, *, pool_id: str, filters: Sequence[Filter] = ()
    ) -> ListingOf[Member]:
        """List the members, oldest first; of a pool that is shared, all of them too."""
        pool = self.shared.own_or_shared(Pool, pool_id, "ListPoolOriginationIdentities")

        satisfies = compile_filters(filters, {"number-capability": "number_capabilities"})
        return ListingOf(pool, pool.members.select(satisfies))


def _membership(pool: Pool, identity: Member) -> Membership:
    return Membership(
        pool.arn,
        pool.id,
        identity.origination_identity_arn,
        identity.origination_identity,
        identity.iso_country_code,
    )
