"""Pools: identities that send as one; how they are opened, changed and closed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ...core.access import Access
from ...core.domain import Domain, step_of
from ...core.filters import Filter
from ...core.paging import Rows
from ...core.progress import Progress
from ...core.resource import Tag, resource_class
from ...core.store import Store
from ...core.table import Table
from ...exceptions import ConflictException
from .keyword_matching import keyword_table
from .origination_identities import Member as Member
from .origination_identities import get_member
from .phone_numbers import PhoneNumber
from .rcs_agents import RcsAgent
from .sender_ids import SenderId
from .sharing import SharedResources
from .two_way import TwoWayIdentity, change_two_way

Governed = TypeVar("Governed", bound=Member)


@dataclass(kw_only=True, eq=False)
class Pool(TwoWayIdentity):
    """A pool, with its members by ARN in the order in which they joined."""

    kind = "pool"
    id_prefix = "pool-"
    quota = "POOLS"
    shareable = True

    status: str = "CREATING"
    message_type: str
    shared_routes_enabled: bool = False
    members: Table[Member] = field(default_factory=Table, repr=False)

    @property
    def is_at_rest(self) -> bool:
        """Whether it is there and stays so."""
        return self.status == "ACTIVE"

    @property
    def phone_numbers(self) -> Iterator[PhoneNumber]:
        """Its numbers, in the order in which they joined."""
        members = (member for _, member in self.members.positions_after(0))
        return (member for member in members if isinstance(member, PhoneNumber))

    @property
    def two_way_countries(self) -> Sequence[str]:
        """The countries of its numbers."""
        return [number.iso_country_code for number in self.phone_numbers]


def get_active_pool(store: Store, identifier: str) -> Pool:
    """Return the pool of that id or ARN; refused unless it is ACTIVE."""
    pool = store.get(Pool, identifier)
    if pool.status != "ACTIVE":
        raise ConflictException("RESOURCE_NOT_ACTIVE", pool)
    return pool


def check_membership(store: Store, pool: Pool, identity: Member) -> None:
    """Refuse an identity that may not join the pool as both are now.

    A number that is only just requested may; ``check_ready`` is for all others.
    """
    if identity.arn in pool.members:
        raise ConflictException("RESOURCE_ALREADY_ASSOCIATED", identity)
    check_unpooled(identity)
    check_message_type(pool.message_type, identity)
    if isinstance(identity, PhoneNumber):
        _check_capabilities(pool, identity)
    if not isinstance(identity, SenderId):
        _check_settings(pool, identity)
    store.limits.check("ORIGINATION_IDENTITIES_PER_POOL", len(pool.members))


def check_ready(identity: Member) -> None:
    """Refuse a number that is not ACTIVE; AWS asks for no state of an agent or a sender ID."""
    if isinstance(identity, PhoneNumber) and identity.status != "ACTIVE":
        raise ConflictException("RESOURCE_NOT_ACTIVE", identity)


def check_unpooled(identity: Member | Pool) -> None:
    """Refuse a number or an agent that is in a pool; a sender ID may be in many."""
    reason = _POOLED.get(type(identity))
    if reason is not None and identity.pool_id is not None:
        raise ConflictException(reason, identity)


def check_message_type(message_type: str, identity: Member) -> None:
    """Refuse an identity that does not send messages of the type; an agent sends any."""
    if isinstance(identity, PhoneNumber):
        accepted = [identity.message_type]
    elif isinstance(identity, SenderId):
        accepted = identity.message_types
    else:
        return
    if message_type not in accepted:
        raise ConflictException("MESSAGE_TYPE_MISMATCH", identity)


def add_member(pool: Pool, identity: Member) -> None:
    """Put the identity into the pool."""
    pool.members.put(identity.arn, identity)
    if isinstance(identity, SenderId):
        identity.pool_ids.add(pool.id)
    else:
        identity.pool_id = pool.id


def remove_member(pool: Pool, identity: Member) -> None:
    """Take the identity out of the pool; its own settings never changed."""
    pool.members.pop(identity.arn)
    if isinstance(identity, SenderId):
        identity.pool_ids.remove(pool.id)
    else:
        identity.pool_id = None


_POOLED: dict[type, str] = {
    PhoneNumber: "PHONE_NUMBER_ASSOCIATED_TO_POOL",
    RcsAgent: "RCS_AGENT_ASSOCIATED_TO_POOL",
}


def _check_settings(pool: Pool, identity: PhoneNumber | RcsAgent) -> None:
    theirs = _shared_settings(identity)
    for reason, setting in _shared_settings(pool).items():
        if setting != theirs[reason]:
            raise ConflictException(reason, identity)


def _check_capabilities(pool: Pool, number: PhoneNumber) -> None:
    # AWS publishes the reason without its rule; the same capabilities for all is a choice.
    other = next(pool.phone_numbers, number)
    if set(number.number_capabilities) != set(other.number_capabilities):
        raise ConflictException("NUMBER_CAPABILITIES_MISMATCH", number)


def _shared_settings(identity: TwoWayIdentity) -> dict[str, object]:
    """Return what a pool and its members have in common, by the reason of a difference."""
    return {
        "OPT_OUT_LIST_MISMATCH": identity.opt_out_list_name,
        "TWO_WAY_CONFIG_MISMATCH": (
            identity.two_way_enabled,
            identity.two_way_channel_arn,
            identity.two_way_channel_role,
        ),
        "SELF_MANAGED_OPT_OUTS_MISMATCH": identity.self_managed_opt_outs_enabled,
        "KEYWORD_MISMATCH": frozenset(identity.keywords),
    }


def governing_of(store: Store, identity: Governed) -> Governed | Pool:
    """Return whose settings hold for an identity: the pool's that it is in, or its own.

    A sender ID may be in several pools, so that none of them governs it.
    """
    pool_id = None if isinstance(identity, SenderId) else identity.pool_id
    return (None if pool_id is None else store.find(Pool, pool_id)) or identity


class Pools(Domain):
    """The operations on pools."""

    access: Access
    shared: SharedResources

    def create_pool(
        self,
        *,
        origination_identity: str,
        message_type: str,
        iso_country_code: str | None = None,
        deletion_protection_enabled: bool = False,
        tags: Sequence[Tag] = (),
    ) -> Pool:
        """Open a pool with its first member, whose settings it takes over."""
        identity = get_member(self.store, origination_identity, iso_country_code, arn_suffices=True)
        check_ready(identity)
        check_unpooled(identity)
        check_message_type(message_type, identity)

        pool = self.store.create(
            Pool,
            tags=tags,
            message_type=message_type,
            deletion_protection_enabled=deletion_protection_enabled,
            **({} if isinstance(identity, SenderId) else settings_of(identity)),
        )
        add_member(pool, identity)
        return pool

    def describe_pools(
        self,
        *,
        pool_ids: Sequence[str] = (),
        filters: Sequence[Filter] = (),
        owner: str | None = None,
    ) -> Rows[Pool]:
        """List the account's pools, or those that others share with it."""
        return self.shared.select_owned(
            Pool,
            "DescribePools",
            owner=owner,
            ids_field="pool_ids",
            identifiers=pool_ids,
            filters=filters,
        )

    def update_pool(
        self,
        *,
        pool_id: str,
        two_way_enabled: bool | None = None,
        two_way_channel_arn: str | None = None,
        two_way_channel_role: str | None = None,
        self_managed_opt_outs_enabled: bool | None = None,
        opt_out_list_name: str | None = None,
        shared_routes_enabled: bool | None = None,
        deletion_protection_enabled: bool | None = None,
    ) -> Pool:
        """Change the settings that are given; those of the members stay their own."""
        pool = get_active_pool(self.store, pool_id)

        change_two_way(
            pool,
            store=self.store,
            access=self.access,
            two_way_enabled=two_way_enabled,
            two_way_channel_arn=two_way_channel_arn,
            two_way_channel_role=two_way_channel_role,
            self_managed_opt_outs_enabled=self_managed_opt_outs_enabled,
            opt_out_list_name=opt_out_list_name,
            deletion_protection_enabled=deletion_protection_enabled,
        )
        if shared_routes_enabled is not None:
            pool.shared_routes_enabled = shared_routes_enabled
        return pool

    def delete_pool(self, *, pool_id: str) -> Pool:
        """Let all members go and close the pool."""
        pool = get_active_pool(self.store, pool_id)
        if pool.deletion_protection_enabled:
            raise ConflictException("DELETION_PROTECTION_ENABLED", pool)
        if self._is_used_by_notify(pool):
            raise ConflictException("POOL_ASSOCIATED_TO_NOTIFY_CONFIGURATION", pool)

        for member in pool.members:
            remove_member(pool, member)
        pool.status, pool.progress = "DELETING", Progress()
        # Where nothing delays it, the pool is gone and counts for no quota from now on.
        self.store.find(Pool, pool.id)
        return pool

    @step_of(Pool)
    def advance_pool(self, pool: Pool) -> bool:
        """Take the next step of a pool's life, if there is one."""
        if pool.status == "CREATING":
            pool.status = "ACTIVE"
            return True
        if pool.status == "DELETING":
            self.store.remove(pool)
        return False

    def _is_used_by_notify(self, pool: Pool) -> bool:
        # By its kind, because notify stands on pools.
        configurations: Sequence[Any] = self.store.all(resource_class("notify-configuration"))
        return any(each.pool_id == pool.id for each in configurations)


def settings_of(identity: TwoWayIdentity) -> dict[str, Any]:
    """Return what a pool takes over from its first member, and a new number from its pool."""
    return {
        "two_way_enabled": identity.two_way_enabled,
        "two_way_channel_arn": identity.two_way_channel_arn,
        "two_way_channel_role": identity.two_way_channel_role,
        "self_managed_opt_outs_enabled": identity.self_managed_opt_outs_enabled,
        "opt_out_list_name": identity.opt_out_list_name,
        "keywords": keyword_table(identity.keywords),
    }
