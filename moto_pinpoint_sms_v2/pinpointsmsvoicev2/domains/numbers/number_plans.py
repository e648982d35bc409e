"""Numbering plans: which numbers there are to lease in a country."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

TOLL_FREE_AREAS = ("888", "877", "866", "855", "844", "833")

# What regulators keep for films and books; North America keeps 555-0100 to 555-0199 everywhere:
# https://en.wikipedia.org/wiki/Fictitious_telephone_number
_FICTION = {
    "DE": (("+4917139200", "+49176040690"), 2),
    "GB": (("+447700900",), 3),
    "IE": (("+3532091",), 5),
    "SE": (tuple(f"+467017406{digit}" for digit in range(1, 10)), 1),
}
_AREAS_BEYOND_FICTION = 12
"""How many area codes a test with very many numbers may spill over into."""


@dataclass(frozen=True)
class NumberRange:
    """All E.164 numbers that begin with one of the prefixes and have so many digits more."""

    prefixes: tuple[str, ...]
    digits: int

    def __len__(self) -> int:
        return len(self.prefixes) * 10**self.digits

    def __getitem__(self, index: int) -> str:
        prefix, rest = divmod(index, 10**self.digits)
        return f"{self.prefixes[prefix]}{rest:0{self.digits}}"


@cache
def number_plan(iso_country_code: str, *, toll_free: bool) -> Sequence[NumberRange]:
    """Return the ranges of a country, those kept for fiction first."""
    # Here and not above, because the library takes longer to import than this whole package.
    from phonenumbers import country_code_for_region

    if toll_free:
        return _north_american(TOLL_FREE_AREAS)
    areas = _areas(iso_country_code) if country_code_for_region(iso_country_code) == 1 else ()
    if areas:
        return _north_american(areas)
    fiction = _FICTION.get(iso_country_code)
    beyond = NumberRange((_example(iso_country_code)[:-5],), 5)
    return (beyond,) if fiction is None else (NumberRange(*fiction), beyond)


def _areas(iso_country_code: str) -> Sequence[str]:
    """Return the area codes of a North American country whose fictional numbers are valid."""
    from phonenumbers import (
        PhoneNumber,
        PhoneNumberType,
        is_valid_number_for_region,
        number_type,
    )

    numbers = {
        str(area): PhoneNumber(country_code=1, national_number=area * 10**7 + 5550100)
        for area in range(200, 1000)
    }
    return [
        area
        for area, number in numbers.items()
        if is_valid_number_for_region(number, iso_country_code)
        and number_type(number) == PhoneNumberType.FIXED_LINE_OR_MOBILE
    ]


def _example(iso_country_code: str) -> str:
    """Return the mobile number that the library shows for a country."""
    from phonenumbers import (
        PhoneNumberFormat,
        PhoneNumberType,
        example_number_for_type,
        format_number,
    )

    example = example_number_for_type(iso_country_code, PhoneNumberType.MOBILE)
    if example is None:
        raise LookupError(f"the library shows no mobile number of {iso_country_code}")
    return format_number(example, PhoneNumberFormat.E164)


def _north_american(areas: Sequence[str]) -> Sequence[NumberRange]:
    return (
        NumberRange(tuple(f"+1{area}55501" for area in areas), 2),
        NumberRange(
            tuple(
                f"+1{area}555{digit}"
                for area in areas[:_AREAS_BEYOND_FICTION]
                for digit in range(1, 10)
            ),
            3,
        ),
    )
