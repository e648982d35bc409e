"""Phone numbers: request, change, release."""

from __future__ import annotations

from dataclasses import dataclass

from ..core.domain import Domain
from .two_way import TwoWayIdentity


@dataclass(kw_only=True, eq=False)
class PhoneNumber(TwoWayIdentity):
    """A number that the account leases."""

    kind = "phone-number"
    id_prefix = "phone-"
    quota = "PHONE_NUMBERS"
    filter_attributes = {"number-capability": "number_capabilities"}

    phone_number: str
    status: str = "PENDING"
    iso_country_code: str
    message_type: str
    number_capabilities: list[str]
    number_type: str
    monthly_leasing_price: str
    international_sending_enabled: bool = False
    pool_id: str | None = None
    registration_id: str | None = None

    @property
    def alias(self) -> str:
        """The number itself."""
        return self.phone_number


class PhoneNumbers(Domain):
    """The operations on phone numbers."""
