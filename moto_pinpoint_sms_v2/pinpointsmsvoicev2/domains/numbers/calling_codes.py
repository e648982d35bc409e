"""Calling codes: to which of the countries that share one a number belongs."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

_NO_COUNTRY = ("001", "ZZ")
"""What the library calls a number of the whole world, such as a satellite phone, or of nowhere."""
_TYPES = (
    "fixed_line",
    "mobile",
    "toll_free",
    "premium_rate",
    "shared_cost",
    "voip",
    "personal_number",
    "pager",
    "uan",
    "voicemail",
)
"""The types of numbers that a country may have, as the library's metadata calls them."""


def country_of(country_code: int, national: str) -> str | None:
    """Return the country of a number, None if it belongs to none.

    The library's ``region_code_for_number`` says the same, one type of numbers after the other.
    """
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    regions = COUNTRY_CODE_TO_REGION_CODE.get(country_code, _NO_COUNTRY[-1:])
    found = next(
        (region for region in regions if len(regions) == 1 or _has(region)(national)),
        # Numbers that nobody has, such as those of films, still show where they would be.
        regions[0],
    )
    return None if found in _NO_COUNTRY else found


@cache
def _has(region: str) -> Callable[[str], object]:
    """Return what says whether a national number is one of the region's."""
    from phonenumbers import PhoneMetadata

    metadata: Any = PhoneMetadata.metadata_for_region(region)
    if metadata.leading_digits is not None:
        return re.compile(metadata.leading_digits).match
    types = [_pattern(getattr(metadata, name)) for name in _TYPES]
    any_type = re.compile("|".join(filter(None, types))).fullmatch
    in_general = re.compile(_pattern(metadata.general_desc)).fullmatch
    return lambda national: in_general(national) and any_type(national)


def _pattern(described: Any) -> str:
    """Return the pattern of what the metadata describes, with its lengths; empty if nothing."""
    if described is None or not described.national_number_pattern:
        return ""
    lengths = "|".join(rf"\d{{{length}}}" for length in described.possible_length if length > 0)
    if not lengths and described.possible_length:
        return ""
    return rf"(?=(?:{lengths})\Z)(?:{described.national_number_pattern})"
