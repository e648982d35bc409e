"""The search for messages: a test's filters, in any spelling, as what messages have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...core.signature import Unpack
from ...core.store import Store
from ...core.words import nearest
from ...exceptions import ServiceError
from ...simulator_calls.answers import MessageFilters
from ..identities.origination_identities import resolve_origination_identity
from ..identities.phone_numbers import PhoneNumber
from ..identities.pools import Pool
from ..identities.rcs_agents import RcsAgent
from ..identities.sender_ids import SenderId
from .handsets import handset
from .messages import MessageLog

_SENDING = (PhoneNumber, SenderId, RcsAgent)
_MESSAGE_ID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MUCH_OF_AN_ID = 16
_MOST_OF_A_SHORT_CODE = 6


def wanted_of(store: Store, log: MessageLog, **filters: Unpack[MessageFilters]) -> dict[str, str]:
    """Return which attributes messages must have; ValueError for a filter that nothing can meet.

    A destination is normalised; an identity may be named by id, ARN, number or name, and a pool
    stands for what was sent through it.
    """
    wanted = {name: str(value) for name, value in filters.items() if value is not None}
    destination = wanted.get("destination_phone_number")
    if destination is not None:
        wanted["destination_phone_number"] = handset(destination, "destination_phone_number")
    if "message_id" in wanted:
        _check_message_id(wanted["message_id"])
    identifier = wanted.pop("origination_identity", None)
    if identifier is not None:
        wanted |= _origin(store, log, identifier)
    return wanted


def _check_message_id(message_id: str) -> None:
    """Raise ValueError for what no message can have as its id."""
    if _MESSAGE_ID.fullmatch(message_id) is None:
        raise ValueError(f"{message_id!r} for message_id is not the id that a send answers with")


def _origin(store: Store, log: MessageLog, identifier: str) -> dict[str, str]:
    found = _identity(store, identifier)
    if isinstance(found, Pool):
        return {"pool_id": found.id}
    if isinstance(found, PhoneNumber):
        return {"origination_identity": found.phone_number}
    if found is not None:
        return {"origination_identity": found.origination_identity}
    # What has been deleted since is found by the name that its messages have.
    for attribute in ("origination_identity", "pool_id"):
        if next(log.select(**{attribute: identifier}), None) is not None:
            return {attribute: identifier}
    if _is_long_number(identifier):
        return {"origination_identity": handset(identifier, "origination_identity")}
    raise ValueError(_unknown(store, identifier))


def _identity(store: Store, identifier: str) -> PhoneNumber | SenderId | RcsAgent | Pool | None:
    try:
        found: PhoneNumber | RcsAgent | Pool | SenderId = resolve_origination_identity(
            store, identifier, (*_SENDING, Pool)
        )
    except ServiceError:
        senders = (each for each in store.all(SenderId) if _is(each, identifier))
        return next(senders, None)
    return found


def _is(sender: SenderId, name: str) -> bool:
    return sender.sender_id.upper() == name.upper()


def _is_long_number(identifier: str) -> bool:
    digits = identifier.strip().removeprefix("+")
    return digits.isdecimal() and len(digits) > _MOST_OF_A_SHORT_CODE


def _unknown(store: Store, identifier: str) -> str:
    names, ids = list(_names(store)), list(_ids(store))
    # A few characters of a random id are like some of many others, so that they hint at none.
    likely = [*names, *ids] if len(identifier) >= _MUCH_OF_AN_ID else names
    meant = nearest(identifier, likely)
    there = ", ".join([*names, *ids][:10]) or "none"
    hint = f"did you mean {meant}?" if meant else f"there is {there}"
    return f"{identifier!r} for origination_identity is no identity or pool here; {hint}"


def _names(store: Store) -> Iterator[str]:
    """Yield what an identity or pool here can be called, other than by its id."""
    yield from (number.phone_number for number in store.all(PhoneNumber))
    yield from (sender.sender_id for sender in store.all(SenderId))


def _ids(store: Store) -> Iterator[str]:
    for kind in (PhoneNumber, RcsAgent, Pool):
        yield from (each.id for each in store.all(kind))
