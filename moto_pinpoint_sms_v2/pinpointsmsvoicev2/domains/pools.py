"""Pools: identities that send as one."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..core.domain import Domain
from ..core.table import Table
from .phone_numbers import PhoneNumber
from .rcs_agents import RcsAgent
from .sender_ids import SenderId
from .two_way import TwoWayIdentity

Member = PhoneNumber | SenderId | RcsAgent


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


class Pools(Domain):
    """The operations on pools."""
