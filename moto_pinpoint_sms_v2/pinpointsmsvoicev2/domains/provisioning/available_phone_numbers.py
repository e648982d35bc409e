"""Available phone numbers: what could be requested."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...core.paging import Rows
from ...exceptions import ValidationException
from ..numbers.inventory import Wish, find_offer
from .leases import Leases


class AvailablePhoneNumbers(Leases):
    """The search for a number."""

    def list_available_phone_numbers(
        self,
        *,
        iso_country_code: str,
        number_capabilities: Sequence[str],
        number_type: str,
        registration_id: str | None = None,
        number_preference: Sequence[Mapping[str, Any]] = (),
    ) -> Rows[str] | Sequence[str]:
        """List the free numbers that fit, in the order of their digits."""
        wish = Wish(
            number_type,
            iso_country_code,
            number_capabilities,
            number_preference=number_preference,
        )
        offer = find_offer(number_type, iso_country_code)
        if offer is None or not wish.can_be_searched:
            raise ValidationException("INVALID_PARAMETER", iso_country_code="must be US")
        registration = self._registration_for(offer, registration_id)
        if registration is not None:
            self.check_supported(registration, number_type, iso_country_code)

        return self.inventory.search(wish) if wish.is_met_by(offer) else []
