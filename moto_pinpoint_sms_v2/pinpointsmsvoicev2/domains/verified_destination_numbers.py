"""Verified destination numbers: whom a sandbox account may send to."""

from __future__ import annotations

from dataclasses import dataclass

from ..core.domain import Domain
from ..core.resource import Resource


@dataclass(kw_only=True, eq=False)
class VerifiedDestinationNumber(Resource):
    """A number whose owner proved, or is to prove, that they hold it."""

    kind = "verified-destination-number"
    id_prefix = "vdn-"
    quota = "VERIFIED_DESTINATION_NUMBERS"

    destination_phone_number: str
    status: str = "PENDING"
    rcs_agent_id: str | None = None


class VerifiedDestinationNumbers(Domain):
    """The operations on verified destination numbers."""
