"""Mobile networks: which carrier a number belongs to, as far as its digits tell."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from ...data import load
from .destinations import library_number


@lru_cache(maxsize=4096)
def network_of(e164: str, iso_country_code: str | None) -> Mapping[str, str]:
    """Return ``mcc``, ``mnc`` and ``carrierName``, each where it is known.

    The codes are those of ITU-T E.212, for the networks best known; which of its several codes a
    network answers with is a choice, unless a record of AWS has shown it.
    """
    from phonenumbers import carrier

    number = library_number(e164)
    # The first look is at the digits alone; whether such a number is mobile takes much longer.
    if number is None or not carrier.name_for_valid_number(number, "en"):
        return {}
    name = carrier.name_for_number(number, "en")
    if not name:
        return {}
    codes = load("mobile_networks").get(iso_country_code or "", {}).get(name, {})
    return {**codes, "carrierName": name}
