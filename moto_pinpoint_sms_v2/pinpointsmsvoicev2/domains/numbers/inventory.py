"""The inventory: what AWS leases where, and which numbers are still there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import gcd
from typing import Any

from moto.moto_api._internal import mock_random

from ...data import load
from ...exceptions import ResourceNotFoundException, ValidationException
from .number_plans import NumberRange, number_plan


@dataclass(frozen=True)
class Offer:
    """What AWS leases under one type in some countries.

    What can be requested without AWS's support, as its guide of 2026 lists it; a guide of 2023
    prints one price, the others are a choice:
    https://docs.aws.amazon.com/sms-voice/latest/userguide/phone-numbers-request-long-code.html
    """

    number_type: str
    iso_country_codes: Sequence[str]
    message_types: Sequence[str]
    number_capabilities: Sequence[str]
    monthly_leasing_price: str
    registration_needed: str | None = None
    """``TO_REQUEST`` or ``TO_SEND``."""


def find_offer(number_type: str, iso_country_code: str) -> Offer | None:
    """Return what AWS leases under that type in the country, None if nothing."""
    offers = (offer for offer in _offers() if offer.number_type == number_type)
    return next((offer for offer in offers if iso_country_code in offer.iso_country_codes), None)


def has_long_codes(iso_country_code: str) -> bool:
    """Say whether AWS has long codes in the country, be it through its support only."""
    rules = load("countries")
    return any(
        iso_country_code in rules[way]
        for way in (
            "long_code_by_request",
            "long_code_by_support",
            "long_code_receives_only",
            "ten_dlc_only",
        )
    )


@cache
def _offers() -> Sequence[Offer]:
    return [Offer(**offer) for offer in load("inventory")]


@dataclass(frozen=True)
class Wish:
    """What a caller wants a number to be."""

    number_type: str
    iso_country_code: str
    number_capabilities: Sequence[str]
    message_type: str | None = None
    number_preference: Sequence[Mapping[str, Any]] = ()

    def __post_init__(self) -> None:
        if self.number_preference and not self.can_be_searched:
            raise ValidationException(
                "INVALID_PARAMETER", number_preference="is for TEN_DLC numbers in the US only"
            )
        for preference in self.number_preference:
            if len(preference["Filter"]) > 1 and preference["PreferenceType"] != ["ExactMatch"]:
                raise ValidationException(
                    "INVALID_PARAMETER",
                    number_preference="takes more than one value for ExactMatch only",
                )

    @property
    def can_be_searched(self) -> bool:
        """Whether AWS shows what it has."""
        return (self.number_type, self.iso_country_code) == ("TEN_DLC", "US")

    def is_met_by(self, offer: Offer) -> bool:
        """Say whether such a number has all that is wanted."""
        return set(self.number_capabilities).issubset(offer.number_capabilities) and (
            self.message_type is None or self.message_type in offer.message_types
        )

    @property
    def plan(self) -> Sequence[NumberRange]:
        """The numbers that it is chosen from."""
        return number_plan(self.iso_country_code, toll_free=self.number_type == "TOLL_FREE")

    def find_offer(self) -> Offer:
        """Return what AWS leases for it, or refuse what it does not."""
        offer = find_offer(self.number_type, self.iso_country_code)
        if offer is None or not self.is_met_by(offer):
            raise self.refusal()
        return offer

    def refusal(self) -> ResourceNotFoundException:
        """Return what AWS answers when it has no such number."""
        # AWS names the kind; that the id tells what was looked for is a choice.
        return ResourceNotFoundException(
            "phone-number", f"{self.number_type}/{self.iso_country_code}"
        )


# A number may be written +12065550100, 12065550100 or 2065550100: a choice.
_PREFERENCES = {
    "StartsWith": r"\+?1?(?:{}).*",
    "EndsWith": r".*(?:{})",
    "Contains": r".*(?:{}).*",
    "ExactMatch": r"\+?1?(?:{})",
}


def _preferred(preferences: Sequence[Mapping[str, Any]]) -> Callable[[str], object]:
    """Return whether a number has what any preference asks for; all have if there is none."""
    if not preferences:
        return lambda number: True
    patterns = (
        _PREFERENCES[preference_type].format("|".join(map(re.escape, each["Filter"])))
        for each in preferences
        for preference_type in each["PreferenceType"]
    )
    return re.compile("|".join(patterns)).fullmatch


class Inventory:
    """The numbers that were never leased here; a number once leased does not come back."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._turns: dict[Sequence[NumberRange], Iterator[str]] = {}
        self._next: dict[Sequence[NumberRange], str | None] = {}

    def choose(self, wish: Wish) -> str:
        """Return a free number that fits; refused if there is none."""
        if wish.number_preference:
            number = next(iter(self.search(wish)), None)
        else:
            number = self._next_of(wish.plan)
        if number is None:
            raise wish.refusal()
        return number

    def take(self, number: str) -> None:
        """Lease the number."""
        self._taken.add(number)

    def search(self, wish: Wish) -> FreeNumbers:
        """Return all free numbers that fit."""
        return FreeNumbers(wish.plan, self._taken, _preferred(wish.number_preference))

    def _next_of(self, plan: Sequence[NumberRange]) -> str | None:
        if plan not in self._turns:
            self._turns[plan] = _shuffled(plan)
            self._next[plan] = next(self._turns[plan])
        while self._next[plan] in self._taken:
            self._next[plan] = next(self._turns[plan], None)
        return self._next[plan]


@dataclass(frozen=True)
class FreeNumbers:
    """The numbers of a plan that are free and match, found as they are asked for."""

    plan: Sequence[NumberRange]
    taken: set[str]
    matches: Callable[[str], object]

    def __iter__(self) -> Iterator[str]:
        return (number for _, number in self.after(0))

    def after(self, position: int) -> Iterator[tuple[int, str]]:
        """Yield each number behind ``position`` with its own."""
        start = 0
        for numbers in self.plan:
            for index in range(max(position - start, 0), len(numbers)):
                number = numbers[index]
                if number not in self.taken and self.matches(number):
                    yield start + index + 1, number
            start += len(numbers)

    def waits_after(self, position: int) -> bool:
        """Say whether a number comes behind ``position``."""
        return next(self.after(position), None) is not None


def _shuffled(plan: Sequence[NumberRange]) -> Iterator[str]:
    """Yield every number of each range once, in leaps from a random start."""
    for numbers in plan:
        size = len(numbers)
        start = mock_random.randrange(size)
        leap = next(leap for leap in range(size * 5 // 8, size + 2) if gcd(leap, size) == 1)
        for turn in range(size):
            yield numbers[(start + turn * leap) % size]
