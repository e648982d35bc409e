"""Dialling: which number or agent gets what a person sends to an identity."""

from __future__ import annotations

from ...core.store import Store
from ...exceptions import ServiceError
from ..identities.origination_identities import kind_named_by, resolve_origination_identity
from ..identities.phone_numbers import PhoneNumber
from ..identities.pools import Pool
from ..identities.rcs_agents import RcsAgent
from ..identities.sender_ids import SenderId

Dialled = PhoneNumber | RcsAgent
"""What a person writes to."""


def dialled(store: Store, destination: str) -> Dialled:
    """Return the number or agent that gets the message; of a pool, its first one."""
    try:
        found: Dialled | Pool = resolve_origination_identity(
            store, destination, (PhoneNumber, RcsAgent, Pool)
        )
    except ServiceError:
        if kind_named_by(destination) == SenderId.kind:
            raise ValueError(f"nobody can write to a sender ID such as {destination}") from None
        raise
    if isinstance(found, Pool):
        members = (each for each in found.members if not isinstance(each, SenderId))
        found = next(members, found)
    if isinstance(found, Pool):
        raise ValueError(f"nobody can write to {destination}, which has sender IDs only")
    if isinstance(found, PhoneNumber) and found.status != "ACTIVE":
        raise ValueError(f"{found.phone_number} is {found.status} and not ACTIVE")
    return found


def address_of(identity: Dialled) -> str:
    """Return the number, or the agent's id, under which messages are kept."""
    return identity.phone_number if isinstance(identity, PhoneNumber) else identity.id
