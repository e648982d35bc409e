"""What carriers decide about an agent's launch, each alone."""

from __future__ import annotations

import re
from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.data import load

US = load("rcs_carriers")["US"]


@pytest.fixture
def agent(sms: Any) -> str:
    """An agent with a launch registration for the United States."""
    agent = sms.create_rcs_agent()["RcsAgentId"]
    form = sms.create_registration(RegistrationType="US_RCS_LAUNCH_REGISTRATION")
    sms.create_registration_association(RegistrationId=form["RegistrationId"], ResourceId=agent)
    return str(agent)


def launched(sms: Any, agent: str) -> tuple[str, str, list[str], bool]:
    """Return the agent's status and the country's, those of its carriers, and if it has an id."""
    [row] = sms.describe_rcs_agents(RcsAgentIds=[agent])["RcsAgents"]
    answer = sms.describe_rcs_agent_country_launch_status(RcsAgentId=agent)
    [country] = answer["CountryLaunchStatus"]
    carriers = [each["Status"] for each in country["CarrierStatus"]]
    return row["Status"], country["Status"], carriers, "RcsPlatformId" in country


def test_the_first_carrier_makes_a_country_partial_and_the_last_one_active(
    sms: Any, simulator: Simulator, agent: str
) -> None:
    first, *others = US
    simulator.set_rcs_launch_status(agent, "US", "ACTIVE", carrier_name=first)

    pending = ["PENDING"] * len(others)
    assert launched(sms, agent) == ("PARTIAL", "PARTIAL", ["ACTIVE", *pending], True)
    for other in others:
        simulator.set_rcs_launch_status(agent, "US", "ACTIVE", carrier_name=other)
    assert launched(sms, agent) == ("ACTIVE", "ACTIVE", ["ACTIVE"] * len(US), True)


def test_a_carrier_may_take_its_word_back(sms: Any, simulator: Simulator, agent: str) -> None:
    simulator.set_rcs_launch_status(agent, "US", "ACTIVE")

    simulator.set_rcs_launch_status(agent, "US", "PENDING", carrier_name=US[0])

    active = ["ACTIVE"] * len(US[1:])
    assert launched(sms, agent) == ("PARTIAL", "PARTIAL", ["PENDING", *active], True)


def test_a_country_is_rejected_only_when_all_carriers_rejected(
    sms: Any, simulator: Simulator, agent: str
) -> None:
    for carrier in US[:-1]:
        simulator.set_rcs_launch_status(agent, "US", "REJECTED", carrier_name=carrier)
    assert launched(sms, agent)[1] == "PENDING"

    simulator.set_rcs_launch_status(agent, "US", "REJECTED", carrier_name=US[-1])

    assert launched(sms, agent) == ("PENDING", "REJECTED", ["REJECTED"] * len(US), False)


def test_a_decision_outlives_what_becomes_of_the_registration(
    sms: Any, simulator: Simulator, agent: str
) -> None:
    simulator.set_rcs_launch_status(agent, "US", "REJECTED")
    [form] = sms.describe_registrations()["Registrations"]

    simulator.set_registration_status(form["RegistrationId"], "COMPLETE")

    assert launched(sms, agent)[1:] == ("REJECTED", ["REJECTED"] * len(US), False)


def test_what_is_decided_in_a_country_leaves_the_others_as_they_are(
    sms: Any, simulator: Simulator, agent: str
) -> None:
    form = sms.create_registration(RegistrationType="CA_RCS_LAUNCH_REGISTRATION")
    sms.create_registration_association(RegistrationId=form["RegistrationId"], ResourceId=agent)
    simulator.set_rcs_launch_status(agent, "US", "REJECTED")

    simulator.set_rcs_launch_status(agent, "CA", "ACTIVE")

    def launches() -> dict[str, str]:
        answer = sms.describe_rcs_agent_country_launch_status(RcsAgentId=agent)
        return {each["IsoCountryCode"]: each["Status"] for each in answer["CountryLaunchStatus"]}

    assert launches() == {"US": "REJECTED", "CA": "ACTIVE"}
    simulator.set_registration_status(form["RegistrationId"], "COMPLETE")
    assert launches() == {"US": "REJECTED", "CA": "ACTIVE"}


@pytest.mark.parametrize(
    ("country", "status", "carrier", "message"),
    [
        ("DE", "ACTIVE", None, "the agent has no launch registration for DE"),
        ("US", "PARTIAL", US[0], "a carrier's launch is PENDING, ACTIVE or REJECTED, not PARTIAL"),
        ("US", "ACTIVE", "Nobody", "Nobody is no carrier of US: it has " + ", ".join(US)),
    ],
)
def test_set_rcs_launch_status_refuses_what_no_launch_can_become(
    simulator: Simulator, agent: str, country: str, status: Any, carrier: str, message: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        simulator.set_rcs_launch_status(agent, country, status, carrier_name=carrier)


def test_set_rcs_launch_status_refuses_an_unknown_agent(simulator: Simulator) -> None:
    with pytest.raises(ValueError, match="there is no RCS agent rcs-1"):
        simulator.set_rcs_launch_status("rcs-1", "US", "ACTIVE")
