"""Which numbers AWS leases at all, whatever must be registered or asked of Support first."""

from __future__ import annotations

from collections.abc import Sequence

from ...data import load
from ..numbers.inventory import has_long_codes


def check_could_exist(
    number_type: str, iso_country_code: str, number_capabilities: Sequence[str]
) -> None:
    """Raise ValueError for a number that no account can own."""
    possible = _possible(number_type, iso_country_code)
    if not possible:
        raise ValueError(f"AWS leases no {number_type} numbers in {iso_country_code}")
    if not number_capabilities:
        raise ValueError("number_capabilities must name one at least")
    for capability in number_capabilities:
        if capability not in possible:
            raise ValueError(
                f"a {number_type} number in {iso_country_code} has no {capability}, "
                f"only {', '.join(possible)}"
            )


def _possible(number_type: str, country: str) -> list[str]:
    """Return the capabilities that a number of that type may have in the country."""
    types = load("countries")
    if number_type not in ("LONG_CODE", "SHORT_CODE"):
        leased = country == "US"
    elif number_type == "SHORT_CODE":
        leased = country in types["short_code"]
    else:
        leased = has_long_codes(country) or country in types["voice"]
    if not leased:
        return []
    if number_type == "SIMULATOR":
        return ["SMS", "VOICE", "MMS"]
    possible = []
    # A US long code for messages is a 10DLC number: what is called a long code there only speaks.
    if number_type != "LONG_CODE" or (has_long_codes(country) and country != "US"):
        possible.append("SMS")
    if number_type != "SHORT_CODE" and country in types["voice"]:
        possible.append("VOICE")
    if country in types["mms"].get(number_type, ()):
        possible.append("MMS")
    return possible
