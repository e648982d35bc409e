"""The operations, called by another service of AWS instead of a client."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..core.contract import operation
from ..core.paging import ListingOf
from ..models import PinpointSMSVoiceV2Backend


def call(backend: PinpointSMSVoiceV2Backend, name: str, /, **members: Any) -> dict[str, Any]:
    """Make an operation with the wire's members, and return its answer's; a list is whole.

    It is validated and refused as a client's call is, with a ServiceError.
    """
    wanted = operation(name)
    if wanted is None:
        raise LookupError(f"the installed botocore has no operation {name}")
    try:
        with backend.lock:
            backend.caller.access_key = ""
            backend.faults.strike(name)
            result = getattr(backend, wanted.method)(**wanted.arguments(members))
            if wanted.listing is None:
                return dict(wanted.serialize(result))
            about, rows = (
                (result.owner, result.rows) if isinstance(result, ListingOf) else (None, result)
            )
            whole = rows if isinstance(rows, Sequence) else [row for _, row in rows.after(0)]
            return {
                **wanted.serialize(about),
                wanted.listing.member: wanted.listing.serialize(whole),
            }
    finally:
        backend.deliver()
