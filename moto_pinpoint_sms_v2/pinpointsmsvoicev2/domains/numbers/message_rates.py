"""How many messages a second an identity may send, by what it is and where.

https://docs.aws.amazon.com/sms-voice/latest/userguide/sms-limitations-mps.html
A campaign's numbers share the campaign's rate, which carriers set; the one that they begin with
stands in for it. What AWS does not publish is absent.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ...data import load


@cache
def messaging_limits(
    kind: str, iso_country_code: str, capabilities: tuple[str, ...]
) -> Mapping[str, Mapping[str, int]] | None:
    """Return an identity's ``MessagingLimits``; None where AWS publishes no rate."""
    rates = load("message_rates")
    by_country = rates[kind]
    known = {**by_country.get(iso_country_code, by_country["default"]), "VOICE": rates["VOICE"]}
    limits = {name: rate for name, rate in known.items() if name in capabilities}
    return {"RateLimits": limits} if limits else None
