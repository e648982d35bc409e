"""Pools: identities that send as one, and what lets them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from ...core.store import Store
from ...core.table import Table
from ...exceptions import ConflictException
from .origination_identities import Member as Member
from .phone_numbers import PhoneNumber
from .rcs_agents import RcsAgent
from .sender_ids import SenderId
from .two_way import TwoWayIdentity

Governed = TypeVar("Governed", bound=Member)


@dataclass(kw_only=True, eq=False)
class Pool(TwoWayIdentity):
    """A pool, with its members by ARN in the order in which they joined."""

    kind = "pool"
    id_prefix = "pool-"
    quota = "POOLS"

    status: str = "CREATING"
    message_type: str
    shared_routes_enabled: bool = False
    members: Table[Member] = field(default_factory=Table, repr=False)

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
