"""Handsets: the number of whoever gets messages or writes them, as a test names it."""

from __future__ import annotations

from ..numbers.destinations import parse
from ..numbers.simulator_numbers import simulator_destinations


def handset(number: str, argument: str) -> str:
    """Return the number in E.164, in whatever spelling a send takes; ValueError if it is none."""
    if number[:1] == " ":
        raise ValueError(
            f"{number!r} for {argument} begins with a space: in an address + is written %2B"
        )
    destination = parse(number)
    if destination.e164 in simulator_destinations():
        return destination.e164
    if destination.iso_country_code is None or not destination.is_possible:
        raise ValueError(
            f"{number!r} is not a phone number for {argument}: it needs its country code, "
            "as in +447700900123"
        )
    return destination.e164
