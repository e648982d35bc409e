"""What carriers decide about the launch of an RCS agent, each alone.

https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-agents.html
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .rcs_launches import (
    LIVE,
    CarrierStatus,
    CountryLaunch,
    Launches,
    carriers_at,
    platform_id,
    status_of,
)


@dataclass(frozen=True)
class Decision:
    """What a test said of a launch in a country: of one carrier's, or of all together."""

    iso_country_code: str
    status: str
    carrier_name: str | None = None

    def supersedes(self, other: Decision) -> bool:
        """Say whether nothing is left of an earlier decision."""
        return self.iso_country_code == other.iso_country_code and self.carrier_name in (
            None,
            other.carrier_name,
        )


def decided(launches: Launches, decisions: Sequence[Decision]) -> Launches:
    """Return the launches as the decisions make them, one after the other."""
    countries = list(launches.countries)
    for decision in decisions:
        countries = [
            _decide(launch, decision)
            if launch.iso_country_code == decision.iso_country_code
            else launch
            for launch in countries
        ]
    return Launches(status_of(launches.testing_agent, countries), launches.testing_agent, countries)


def check_decision(launches: Launches, decision: Decision) -> None:
    """Refuse, by a ValueError, what no launch of the agent can become."""
    country, name = decision.iso_country_code, decision.carrier_name
    found = [each for each in launches.countries if each.iso_country_code == country]
    if not found:
        raise ValueError(f"the agent has no launch registration for {country}")
    if name is None:
        return
    if decision.status not in ("PENDING", "ACTIVE", "REJECTED"):
        raise ValueError(
            f"a carrier's launch is PENDING, ACTIVE or REJECTED, not {decision.status}"
        )
    names = [each.carrier_name for each in _carriers(found[0])]
    if name not in names:
        raise ValueError(f"{name} is no carrier of {country}: it has {', '.join(names)}")


def _decide(launch: CountryLaunch, decision: Decision) -> CountryLaunch:
    if decision.carrier_name is None:
        status = decision.status
        carriers: Sequence[CarrierStatus] = carriers_at(launch.iso_country_code, status)
    else:
        carriers = [
            replace(each, status=decision.status)
            if each.carrier_name == decision.carrier_name
            else each
            for each in _carriers(launch)
        ]
        status = _country_status({each.status for each in carriers})
    platform = launch.rcs_platform_id or platform_id(launch.registration_id)
    return replace(
        launch,
        status=status,
        carrier_status=carriers,
        rcs_platform_id=platform if status in LIVE else None,
    )


def _carriers(launch: CountryLaunch) -> Sequence[CarrierStatus]:
    return launch.carrier_status or carriers_at(launch.iso_country_code, "PENDING")


def _country_status(carriers: set[str]) -> str:
    if "ACTIVE" in carriers:
        return "ACTIVE" if carriers == {"ACTIVE"} else "PARTIAL"
    return "REJECTED" if carriers == {"REJECTED"} else "PENDING"
