"""What a number costs a month, where nothing tells."""

from __future__ import annotations

from ..numbers.inventory import find_offer


def price_of(number_type: str, iso_country_code: str) -> str:
    """Return the price of a month; of what AWS does not list, a choice."""
    offer = find_offer(number_type, iso_country_code)
    if offer is not None:
        return offer.monthly_leasing_price
    return "995.00" if number_type == "SHORT_CODE" else "1.00"
