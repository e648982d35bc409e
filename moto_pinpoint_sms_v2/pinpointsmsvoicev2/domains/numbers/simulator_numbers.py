"""AWS's simulator destinations: numbers that nobody holds, with an ending known beforehand."""

from __future__ import annotations

from functools import cache

from ...data import load

# Two public infrastructure templates say how messages to AWS's simulator destinations end:
# https://docs.aws.amazon.com/sms-voice/latest/userguide/test-phone-numbers.html
_SIMULATED = {"success": "SUCCESSFUL", "failure": "BLOCKED"}


@cache
def simulator_destinations() -> dict[str, tuple[str, str]]:
    """Return AWS's simulator destinations, each with its country and how messages to it end."""
    return {
        number: (iso_country_code, _SIMULATED[ending])
        for iso_country_code, numbers in load("simulator_destinations").items()
        for ending, number in numbers.items()
    }
