"""Destinations: what a phone number says about where a message goes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

_NO_COUNTRY = ("001", "ZZ")
"""What the library calls a number of the whole world, such as a satellite phone, or of nowhere."""


@dataclass(frozen=True)
class Destination:
    """A phone number that somebody wants to send to."""

    e164: str
    """The number in E.164, with its plus."""
    iso_country_code: str | None
    """None where the number belongs to no country."""
    is_possible: bool
    """Whether the country's plan has numbers of that length."""


@lru_cache(maxsize=4096)
def parse(number: str) -> Destination:
    """Return the destination that ``number`` names, with or without its plus; never refuses."""
    # Here and not above, because the library takes longer to import than this whole package.
    import phonenumbers

    e164 = "+" + number.removeprefix("+")
    try:
        parsed = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return Destination(e164, None, is_possible=False)
    # Numbers that nobody has, such as those of films, still show the country they would be in.
    country = phonenumbers.region_code_for_number(
        parsed
    ) or phonenumbers.region_code_for_country_code(parsed.country_code or 0)
    return Destination(
        phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164),
        None if country in _NO_COUNTRY else country,
        is_possible=phonenumbers.is_possible_number(parsed),
    )


@cache
def countries() -> tuple[str, ...]:
    """Return the ISO codes of the countries that can be sent to, in order.

    AWS's list is a page that changes; every country with a numbering plan is a choice.
    """
    from phonenumbers import SUPPORTED_REGIONS

    return tuple(sorted(SUPPORTED_REGIONS))
