"""Notify countries: where notify messages can be sent, by tier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...core.domain import Domain
from ...data import load
from ..numbers.destinations import countries


@dataclass(frozen=True)
class NotifyCountry:
    """What notify can do in one country.

    AWS publishes only the countries of the basic tier. That every other country has the advanced
    one, and that all have both channels and need no identity of the account, is a choice.
    """

    iso_country_code: str
    country_name: str
    supported_tiers: Sequence[str]
    supported_channels: Sequence[str] = ("SMS", "VOICE")
    supported_use_cases: Sequence[str] = ("CODE_VERIFICATION",)
    customer_owned_identity_required: bool = False


def tiers_of(iso_country_code: str) -> tuple[str, ...]:
    """Return the tiers that can send to a country; none where notify does not go."""
    # https://docs.aws.amazon.com/sms-voice/latest/userguide/notify-countries.html
    if iso_country_code in load("notify_basic_countries"):
        return ("BASIC", "ADVANCED")
    return ("ADVANCED",) if iso_country_code in countries() else ()


class NotifyCountries(Domain):
    """The operations on notify countries."""

    def list_notify_countries(
        self,
        *,
        channels: Sequence[str] = (),
        use_cases: Sequence[str] = (),
        tier: str | None = None,
    ) -> list[NotifyCountry]:
        """List the countries that have any of the channels, any of the use cases, and the tier."""
        names = load("country_names")
        rows = [NotifyCountry(code, names[code], tiers_of(code)) for code in countries()]
        return [
            row
            for row in rows
            if _any_of(channels, row.supported_channels)
            and _any_of(use_cases, row.supported_use_cases)
            and (tier is None or tier in row.supported_tiers)
        ]


def _any_of(wanted: Sequence[str], offered: Sequence[str]) -> bool:
    return not wanted or not set(wanted).isdisjoint(offered)
