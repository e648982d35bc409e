"""How far an RCS agent's registrations have brought it.

https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-agents.html tells the states of an
agent. That carriers launch during PROVISIONING, the first one at once, and the two ids are a
choice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...data import load
from ..registrations.registrations import Registration

_TEST = "TEST_RCS_LAUNCH_REGISTRATION"
_COUNTRY = re.compile("(?P<country>[A-Z]{2})_RCS_LAUNCH_REGISTRATION")
LIVE = {"PARTIAL", "ACTIVE"}
"""What the status of a launch is when messages reach somebody there."""
_LAUNCH_STATUSES = {"CREATED": "CREATED", "PROVISIONING": "PARTIAL", "COMPLETE": "ACTIVE"}


@dataclass(frozen=True)
class TestingAgent:
    """The agent that reaches registered test devices only."""

    status: str
    registration_id: str
    testing_agent_id: str | None


@dataclass(frozen=True)
class CarrierStatus:
    """A launch with one carrier."""

    carrier_name: str
    status: str


@dataclass(frozen=True)
class CountryLaunch:
    """A launch in one country, with all its carriers."""

    iso_country_code: str
    status: str
    registration_id: str
    rcs_platform_id: str | None
    carrier_status: Sequence[CarrierStatus]


@dataclass(frozen=True)
class Launches:
    """All launches of an agent, and the status that they give it."""

    status: str = "CREATED"
    testing_agent: TestingAgent | None = None
    countries: Sequence[CountryLaunch] = ()


def launches_of(registrations: Sequence[Registration]) -> Launches:
    """Return what an agent's registrations make of it."""
    open_ones = [each for each in registrations if each.registration_status != "CLOSED"]
    tests = [_testing_agent(each) for each in open_ones if each.registration_type == _TEST]
    testing_agent = tests[-1] if tests else None
    countries = [
        _country_launch(each, named["country"])
        for each in open_ones
        if (named := _COUNTRY.fullmatch(each.registration_type))
    ]
    return Launches(status_of(testing_agent, countries), testing_agent, countries)


def _testing_agent(registration: Registration) -> TestingAgent:
    status = _launch_status(registration)
    if status not in ("CREATED", "ACTIVE"):
        return TestingAgent("PENDING", registration.id, None)
    active = status == "ACTIVE"
    return TestingAgent(
        status, registration.id, _id("testing-agent", registration) if active else None
    )


def _country_launch(registration: Registration, country: str) -> CountryLaunch:
    status = _launch_status(registration)
    return CountryLaunch(
        country,
        status,
        registration.id,
        platform_id(registration.id) if status in LIVE else None,
        carriers_at(country, status),
    )


def _launch_status(registration: Registration) -> str:
    """Return the status of one launch; an approval stays in force while the next one waits."""
    status = registration.registration_status
    if status in _LAUNCH_STATUSES:
        return _LAUNCH_STATUSES[status]
    if registration.approved_version_number is not None:
        return "ACTIVE"
    return "REJECTED" if status == "REQUIRES_UPDATES" else "PENDING"


def carriers_at(country: str, status: str) -> Sequence[CarrierStatus]:
    """Return how far the carriers of a country are when the launch there has the status."""
    if status == "CREATED":
        return []
    first, others = ("ACTIVE", "PENDING") if status == "PARTIAL" else (status, status)
    carriers = load("rcs_carriers").get(country, [f"{country} carrier"])
    return [
        CarrierStatus(carrier, others if position else first)
        for position, carrier in enumerate(carriers)
    ]


def status_of(testing_agent: TestingAgent | None, countries: Sequence[CountryLaunch]) -> str:
    """Return the status that its launches give an agent."""
    launched = {launch.status for launch in countries}
    if launched & LIVE:
        return "ACTIVE" if launched == {"ACTIVE"} else "PARTIAL"
    tested = testing_agent.status if testing_agent is not None else "CREATED"
    if tested == "ACTIVE":
        return "TESTING"
    return "PENDING" if tested == "PENDING" or launched - {"CREATED"} else "CREATED"


def platform_id(registration_id: str) -> str:
    """Return an id of the form that AWS's samples show: ``name_xxxxxxxx_agent``."""
    return f"rcs_{registration_id.removeprefix('registration-')[:8]}_agent"


def _id(prefix: str, registration: Registration) -> str:
    return f"{prefix}-{registration.id.removeprefix('registration-')}"
