"""Destinations: what a phone number says about where a message goes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from .calling_codes import country_of

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber


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

    e164 = number if number.startswith("+") else "+" + number
    split = _split(e164)
    if split is None:
        return _parse_with_care(e164)
    code, national = split
    return Destination(
        e164,
        country_of(code, national),
        is_possible=_is_possible(
            phonenumbers.PhoneNumber(country_code=code, national_number=int(national))
        ),
    )


def library_number(e164: str) -> PhoneNumber | None:
    """Return the number as the library has it, None if it is none."""
    import phonenumbers

    split = _split(e164)
    if split is not None:
        code, national = split
        return phonenumbers.PhoneNumber(country_code=code, national_number=int(national))
    try:
        return phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return None


def _parse_with_care(e164: str) -> Destination:
    import phonenumbers

    try:
        parsed = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return Destination(e164, None, is_possible=False)
    return Destination(
        phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164),
        country_of(parsed.country_code or 0, phonenumbers.national_significant_number(parsed)),
        is_possible=_is_possible(parsed),
    )


def _is_possible(number: PhoneNumber) -> bool:
    """Say whether a number has a length that can be dialled from abroad, and not in its town only.

    The library's own ``is_possible_number`` takes both.
    """
    import phonenumbers

    told = phonenumbers.is_possible_number_with_reason(number)
    return bool(told == phonenumbers.ValidationResult.IS_POSSIBLE)


def _split(e164: str) -> tuple[int, str] | None:
    """Return the country's code and the rest of a number, None if it needs a closer look.

    The library's own parser would say the same, after it has looked for all that is not there:
    words, other alphabets, extensions, and a prefix that is dialled within the country only.
    """
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    digits = e164[1:]
    if not (digits.isascii() and digits.isdecimal()) or digits[0] == "0":
        return None
    for length in (1, 2, 3):
        code, national = int(digits[:length]), digits[length:]
        if code in COUNTRY_CODE_TO_REGION_CODE:
            plain = 5 <= len(national) <= 14 and national[0] != "0"
            return (code, national) if plain and not _dialled_within(code)(national) else None
    return None


@cache
def _dialled_within(country_code: int) -> Callable[[str], object]:
    """Return what says whether a number begins as it is dialled within the country."""
    from phonenumbers import PhoneMetadata, region_code_for_country_code

    metadata = PhoneMetadata.metadata_for_region_or_calling_code(
        country_code, region_code_for_country_code(country_code)
    )
    prefix = None if metadata is None else metadata.national_prefix_for_parsing
    return (lambda national: None) if prefix is None else re.compile(prefix).match


@cache
def countries() -> tuple[str, ...]:
    """Return the ISO codes of the countries that can be sent to, in order.

    AWS's list is a page that changes; every country with a numbering plan is a choice.
    """
    from phonenumbers import SUPPORTED_REGIONS

    return tuple(sorted(SUPPORTED_REGIONS))
