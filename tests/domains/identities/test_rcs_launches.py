"""Where RCS agents are launched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from freezegun import freeze_time
from moto.moto_api import state_manager

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.data import load

from ...support import body, pages, refused
from .rcs_agents import ARN, ID, NEW, NOON, TEST, US, described, register

CANADA = "CA_RCS_LAUNCH_REGISTRATION"


@pytest.fixture
def agent(sms: Any, simulator: Any) -> Any:
    """The id of an agent that is launched nowhere."""
    with freeze_time(NOON):
        simulator.use_id("rcs-agent", ID)
        return sms.create_rcs_agent()["RcsAgentId"]


@pytest.mark.parametrize(
    ("registration_status", "status", "testing"),
    [
        ("CREATED", "CREATED", "CREATED"),
        ("SUBMITTED", "PENDING", "PENDING"),
        ("AWS_REVIEWING", "PENDING", "PENDING"),
        ("REVIEWING", "PENDING", "PENDING"),
        ("REQUIRES_AUTHENTICATION", "PENDING", "PENDING"),
        ("PROVISIONING", "PENDING", "PENDING"),
        ("REQUIRES_UPDATES", "PENDING", "PENDING"),
        ("COMPLETE", "TESTING", "ACTIVE"),
    ],
)
def test_a_test_registration_makes_a_testing_agent(
    sms: Any, simulator: Any, agent: str, registration_status: str, status: str, testing: str
) -> None:
    registration = register(sms, agent, TEST)

    simulator.set_registration_status(registration, registration_status)

    expected = {"Status": testing, "RegistrationId": registration}
    if testing == "ACTIVE":
        suffix = registration.removeprefix("registration-")
        expected["TestingAgentId"] = f"testing-agent-{suffix}"
    assert described(sms) == NEW | {"Status": status, "TestingAgent": expected}


@pytest.mark.parametrize(
    ("registration_status", "status", "country", "carriers"),
    [
        ("CREATED", "CREATED", "CREATED", []),
        ("SUBMITTED", "PENDING", "PENDING", ["PENDING", "PENDING", "PENDING"]),
        ("REVIEWING", "PENDING", "PENDING", ["PENDING", "PENDING", "PENDING"]),
        ("REQUIRES_UPDATES", "PENDING", "REJECTED", ["REJECTED", "REJECTED", "REJECTED"]),
        ("PROVISIONING", "PARTIAL", "PARTIAL", ["ACTIVE", "PENDING", "PENDING"]),
        ("COMPLETE", "ACTIVE", "ACTIVE", ["ACTIVE", "ACTIVE", "ACTIVE"]),
    ],
)
def test_a_launch_registration_launches_in_its_country(
    sms: Any,
    simulator: Any,
    agent: str,
    registration_status: str,
    status: str,
    country: str,
    carriers: list[str],
) -> None:
    registration = register(sms, agent, US)

    simulator.set_registration_status(registration, registration_status)

    launch: dict[str, Any] = {
        "IsoCountryCode": "US",
        "Status": country,
        "RegistrationId": registration,
        "CarrierStatus": [
            {"CarrierName": name, "Status": each}
            for name, each in zip(["AT&T", "T-Mobile", "Verizon"], carriers, strict=False)
        ],
    }
    if country in ("PARTIAL", "ACTIVE"):
        suffix = registration.removeprefix("registration-")
        launch["RcsPlatformId"] = f"rcs_{suffix[:8]}_agent"
    assert body(sms.describe_rcs_agent_country_launch_status(RcsAgentId=agent)) == {
        "RcsAgentArn": ARN,
        "RcsAgentId": ID,
        "CountryLaunchStatus": [launch],
    }
    assert described(sms) == NEW | {"Status": status}


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        ({TEST: "COMPLETE", US: "CREATED"}, "TESTING"),
        ({TEST: "COMPLETE", US: "SUBMITTED"}, "TESTING"),
        ({TEST: "COMPLETE", US: "REQUIRES_UPDATES"}, "TESTING"),
        ({TEST: "CREATED", US: "SUBMITTED"}, "PENDING"),
        ({TEST: "COMPLETE", US: "COMPLETE"}, "ACTIVE"),
        ({TEST: "SUBMITTED", US: "COMPLETE"}, "ACTIVE"),
        ({US: "COMPLETE", CANADA: "CREATED"}, "PARTIAL"),
        ({US: "COMPLETE", CANADA: "SUBMITTED"}, "PARTIAL"),
        ({US: "COMPLETE", CANADA: "REQUIRES_UPDATES"}, "PARTIAL"),
        ({US: "COMPLETE", CANADA: "PROVISIONING"}, "PARTIAL"),
        ({US: "COMPLETE", CANADA: "COMPLETE"}, "ACTIVE"),
        ({US: "COMPLETE", CANADA: "CLOSED"}, "ACTIVE"),
        ({US: "CLOSED"}, "CREATED"),
    ],
    ids=lambda each: None if isinstance(each, str) else "-".join(each.values()),
)
def test_an_agent_is_as_far_as_its_registrations(
    sms: Any, simulator: Any, agent: str, statuses: dict[str, str], status: str
) -> None:
    for registration_type, registration_status in statuses.items():
        registration = register(sms, agent, registration_type)
        simulator.set_registration_status(registration, registration_status)

    assert described(sms)["Status"] == status


def test_a_launch_stays_active_while_its_next_version_is_reviewed(
    sms: Any, simulator: Any, agent: str
) -> None:
    registration = register(sms, agent, US)
    simulator.set_registration_status(registration, "COMPLETE")

    sms.create_registration_version(RegistrationId=registration)
    simulator.set_registration_status(registration, "REVIEWING")

    assert described(sms)["Status"] == "ACTIVE"


def test_an_agent_whose_registrations_are_deleted_is_as_new(
    sms: Any, simulator: Any, agent: str
) -> None:
    registrations = [register(sms, agent, each) for each in (TEST, US)]
    for registration in registrations:
        simulator.set_registration_status(registration, "COMPLETE")
    assert described(sms)["Status"] == "ACTIVE"

    for registration in registrations:
        sms.delete_registration(RegistrationId=registration)

    assert described(sms) == NEW


@pytest.fixture
def launches(sms: Any, simulator: Any, agent: str) -> None:
    """An agent that is active in one country, pending in another, and drafted in a third."""
    statuses = {US: "COMPLETE", CANADA: "SUBMITTED", "DE_RCS_LAUNCH_REGISTRATION": "CREATED"}
    for registration_type, status in statuses.items():
        registration = register(sms, agent, registration_type)
        simulator.set_registration_status(registration, status)


def _status_filter(*values: str) -> dict[str, Any]:
    return {"Filters": [{"Name": "country-launch-status", "Values": list(values)}]}


@pytest.mark.parametrize(
    ("arguments", "countries"),
    [
        ({}, ["US", "CA", "DE"]),
        ({"IsoCountryCodes": ["DE", "US"]}, ["US", "DE"]),
        ({"IsoCountryCodes": ["FR"]}, []),
        (_status_filter("ACTIVE"), ["US"]),
        (_status_filter("PENDING", "CREATED"), ["CA", "DE"]),
        ({"IsoCountryCodes": ["US"], **_status_filter("PENDING")}, []),
    ],
)
def test_describe_rcs_agent_country_launch_status_filters(
    sms: Any, launches: None, arguments: dict[str, Any], countries: list[str]
) -> None:
    answer = sms.describe_rcs_agent_country_launch_status(RcsAgentId=ARN, **arguments)

    assert [each["IsoCountryCode"] for each in answer["CountryLaunchStatus"]] == countries


def test_describe_rcs_agent_country_launch_status_comes_in_pages(sms: Any, launches: None) -> None:
    describe = sms.describe_rcs_agent_country_launch_status

    found = pages(describe, "CountryLaunchStatus", 1, RcsAgentId=ID)

    assert [[each["IsoCountryCode"] for each in page] for page in found] == [
        ["US"],
        ["CA"],
        ["DE"],
    ]


def test_describe_rcs_agent_country_launch_status_refuses_an_unknown_agent(sms: Any) -> None:
    with refused("ResourceNotFoundException", kind="rcs-agent", id=ID):
        sms.describe_rcs_agent_country_launch_status(RcsAgentId=ID)


@pytest.fixture
def _slow_agents() -> Iterator[None]:
    model = "pinpoint-sms-voice-v2::rcs-agent"
    state_manager.set_transition(model, {"progression": "manual", "times": 2})
    yield
    state_manager.unset_transition(model)


@pytest.mark.usefixtures("_slow_agents")
def test_an_agent_follows_its_registrations_as_slowly_as_the_state_manager_says(
    sms: Any, simulator: Any, agent: str
) -> None:
    simulator.set_registration_status(register(sms, agent, US), "COMPLETE")

    statuses = [described(sms)["Status"] for _ in range(3)]

    assert statuses == ["CREATED", "ACTIVE", "ACTIVE"]


def test_every_country_with_rcs_has_a_carrier() -> None:
    assert len(load("rcs_carriers")) == 22
    assert all(load("rcs_carriers").values())
