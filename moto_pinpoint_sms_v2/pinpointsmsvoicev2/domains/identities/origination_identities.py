"""What a message can come from, by any of its names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from ...core.resource import Resource
from ...core.store import Store
from ...exceptions import ResourceNotFoundException, ValidationException
from .phone_numbers import PhoneNumber
from .rcs_agents import RcsAgent
from .sender_ids import SenderId

Identity = TypeVar("Identity", bound=Resource)

Member = PhoneNumber | SenderId | RcsAgent
"""What a pool can hold."""

_MEMBERS: Sequence[type[Member]] = (PhoneNumber, SenderId, RcsAgent)

_MOST_OF_A_SHORT_CODE = 6
_KINDS_BY_START = {
    "phone-": "phone-number",
    "pool-": "pool",
    "rcs-": "rcs-agent",
    "+": "phone-number",
}
"""What an id or a number begins with; a sender ID begins with anything else."""


def resolve_origination_identity(
    store: Store,
    identifier: str,
    kinds: Sequence[type[Identity]],
    *,
    iso_country_code: str | None = None,
) -> Identity:
    """Return the identity of that id, ARN, E.164 number or, in the country, sender ID.

    One that is of none of the kinds, or does not exist, is refused.
    """
    found = _find(store, identifier, kinds, iso_country_code)
    if found is None:
        raise _unknown(identifier, kinds)
    return found


def get_member(
    store: Store, identifier: str, iso_country_code: str | None, *, arn_suffices: bool = False
) -> Member:
    """Return what a pool can hold; a sender ID is named together with its country.

    ``arn_suffices`` says whether the ARN of a sender ID, which has the country, is enough.
    """
    identity = _find(store, identifier, _MEMBERS, iso_country_code)
    kind = kind_named_by(identifier) if identity is None else identity.kind
    has_country = iso_country_code is not None or (arn_suffices and identifier.startswith("arn:"))
    if kind == SenderId.kind and not has_country:
        # AWS gives this reason and field even where the name is no ARN.
        raise ValidationException("INVALID_ARN", sender_id="needs its country")
    if identity is None:
        raise _unknown(identifier, _MEMBERS)
    if iso_country_code is not None and not _is_of(identity, iso_country_code):
        raise ValidationException(
            "COUNTRY_CODE_MISMATCH", iso_country_code=f"is {identity.iso_country_code}"
        )
    return identity


def _is_of(identity: Member, iso_country_code: str) -> bool:
    if iso_country_code == identity.iso_country_code:
        return True
    # AWS's own pages name an agent by ``ZZ`` here and by a country of its launches there.
    return isinstance(identity, RcsAgent) and any(
        launch.iso_country_code == iso_country_code for launch in identity.launches.countries
    )


def kind_named_by(identifier: str) -> str:
    """Return which kind an identifier names, by its form alone."""
    if identifier.startswith("arn:"):
        return identifier.rpartition(":")[2].partition("/")[0]
    kinds = (kind for start, kind in _KINDS_BY_START.items() if identifier.startswith(start))
    return next(kinds, SenderId.kind)


def _find(
    store: Store, identifier: str, kinds: Sequence[type[Identity]], iso_country_code: str | None
) -> Identity | None:
    for cls in kinds:
        found = store.find(cls, identifier) or store.find_alias(
            cls, _alias(identifier, iso_country_code)
        )
        if found is not None:
            return found
    return None


def _alias(identifier: str, iso_country_code: str | None) -> str:
    digits = identifier.removeprefix("+")
    if not digits.isdigit():
        return f"{identifier.upper()}/{iso_country_code}"
    # Only a short code has no country code, and so no plus.
    return digits if len(digits) <= _MOST_OF_A_SHORT_CODE else f"+{digits}"


def _unknown(
    identifier: str, kinds: Sequence[type[Resource]]
) -> ResourceNotFoundException | ValidationException:
    kind = kind_named_by(identifier)
    accepted = [cls.kind for cls in kinds]
    if identifier.startswith("arn:") and kind not in accepted:
        return ValidationException(
            "INVALID_ARN", origination_identity="must be of " + ", ".join(accepted)
        )
    if kind == SenderId.kind and kind not in accepted:
        kind = PhoneNumber.kind
    return ResourceNotFoundException(kind, identifier)
