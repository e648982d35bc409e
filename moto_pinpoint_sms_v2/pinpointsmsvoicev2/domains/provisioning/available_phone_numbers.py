"""Available phone numbers: what could be requested."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...core.domain import Domain
from ...core.paging import Rows
from ...exceptions import ValidationException
from ..numbers.inventory import Inventory, Wish, find_offer
from ..reviews.associations import RegistrationAssociations
from .phone_number_requests import registration_for


class AvailablePhoneNumbers(Domain):
    """The search for a number."""

    inventory: Inventory
    associations: RegistrationAssociations

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
        if any("ExactMatch" in each["PreferenceType"] for each in number_preference):
            # AWS's guide has it for requests only; the reason is a choice.
            raise ValidationException(
                "INVALID_PARAMETER", number_preference="takes no ExactMatch in a search"
            )
        wish = Wish(
            number_type,
            iso_country_code,
            number_capabilities,
            number_preference=number_preference,
        )
        offer = find_offer(number_type, iso_country_code)
        if offer is None or not wish.can_be_searched:
            raise ValidationException("INVALID_PARAMETER", iso_country_code="must be US")
        registration = registration_for(self.store, offer, registration_id)
        if registration is not None:
            self.associations.check_supported(registration, number_type, iso_country_code)

        return self.inventory.search(wish) if wish.is_met_by(offer) else []
