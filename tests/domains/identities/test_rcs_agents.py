"""RCS agents, and where they are launched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any

import pytest
from freezegun import freeze_time
from moto.moto_api import state_manager

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.data import load

from ...support import backend, body, pages, refused

PREFIX = "arn:aws:sms-voice:us-east-1:123456789012:"
ID = "rcs-" + "0" * 32
ARN = f"{PREFIX}rcs-agent/{ID}"
TOPIC = "arn:aws:sns:us-east-1:123456789012:replies"
ROLE = "arn:aws:iam::123456789012:role/replies"
UNSET = "UNSET_RCS_MEDIA_CONFIGURATION"
NOON = datetime(2026, 1, 2, 12, 0, 0, tzinfo=timezone.utc)
NEW = {
    "RcsAgentArn": ARN,
    "RcsAgentId": ID,
    "Status": "CREATED",
    "CreatedTimestamp": NOON,
    "DeletionProtectionEnabled": False,
    "OptOutListName": "Default",
    "SelfManagedOptOutsEnabled": False,
    "TwoWayEnabled": False,
}
TWO_WAY = {"TwoWayEnabled": True, "TwoWayChannelArn": TOPIC}
MEDIA = {"TwoWayMediaS3BucketName": "inbound", "TwoWayMediaS3Role": ROLE}
NO_MEDIA = {"TwoWayMediaS3BucketName": UNSET, "TwoWayMediaS3Role": UNSET}
TEST = "TEST_RCS_LAUNCH_REGISTRATION"
US = "US_RCS_LAUNCH_REGISTRATION"
CANADA = "CA_RCS_LAUNCH_REGISTRATION"


@pytest.fixture
def agent(sms: Any, simulator: Any) -> Any:
    """The id of an agent that is launched nowhere."""
    with freeze_time(NOON):
        simulator.use_id("rcs-agent", ID)
        return sms.create_rcs_agent()["RcsAgentId"]


@pytest.fixture
def two_way_agent(sms: Any, agent: str) -> str:
    """The id of an agent that can be written to."""
    sms.update_rcs_agent(RcsAgentId=agent, **TWO_WAY)
    return agent


@freeze_time(NOON)
def test_create_rcs_agent_answers_a_new_agent(sms: Any, simulator: Any) -> None:
    simulator.use_id("rcs-agent", ID)

    assert body(sms.create_rcs_agent()) == NEW


def test_create_rcs_agent_makes_an_id(sms: Any) -> None:
    assert re.fullmatch("rcs-[0-9a-f]{32}", sms.create_rcs_agent()["RcsAgentId"])


@freeze_time(NOON)
@pytest.mark.parametrize("name", ["news", PREFIX + "opt-out-list/news"], ids=["name", "ARN"])
def test_create_rcs_agent_answers_what_was_asked(sms: Any, simulator: Any, name: str) -> None:
    sms.create_opt_out_list(OptOutListName="news")
    simulator.use_id("rcs-agent", ID)
    tags = [{"Key": "Name", "Value": "Example"}]

    answer = sms.create_rcs_agent(DeletionProtectionEnabled=True, OptOutListName=name, Tags=tags)

    expected = {"DeletionProtectionEnabled": True, "OptOutListName": "news", "Tags": tags}
    assert body(answer) == NEW | expected


def test_create_rcs_agent_refuses_an_unknown_opt_out_list(sms: Any) -> None:
    with refused("ResourceNotFoundException", kind="opt-out-list", id="weather"):
        sms.create_rcs_agent(OptOutListName="weather")

    assert _ids(sms) == []


def test_an_account_has_5_rcs_agents(sms: Any) -> None:
    for _ in range(5):
        sms.create_rcs_agent()

    with refused("ServiceQuotaExceededException", "RCS_AGENTS_PER_ACCOUNT"):
        sms.create_rcs_agent()


def test_create_rcs_agent_with_its_client_token_again_makes_no_second_agent(sms: Any) -> None:
    first = sms.create_rcs_agent(ClientToken="once")

    assert body(sms.create_rcs_agent(ClientToken="once")) == body(first)
    assert _ids(sms) == [first["RcsAgentId"]]


def test_describe_rcs_agents_answers_the_agents(sms: Any, agent: str) -> None:
    assert body(sms.describe_rcs_agents()) == {"RcsAgents": [NEW]}


@pytest.mark.parametrize("identifier", [ID, ARN], ids=["id", "ARN"])
def test_describe_rcs_agents_finds_an_agent_by_id_or_arn(
    sms: Any, agent: str, identifier: str
) -> None:
    sms.create_rcs_agent()

    assert _ids(sms, RcsAgentIds=[identifier]) == [agent]


def test_describe_rcs_agents_refuses_one_unknown_id_among_known_ones(sms: Any, agent: str) -> None:
    with refused("ResourceNotFoundException", kind="rcs-agent", id="rcs-none"):
        sms.describe_rcs_agents(RcsAgentIds=[agent, "rcs-none"])


@pytest.mark.parametrize(("owner", "ids"), [("SELF", [ID]), ("SHARED", [])])
def test_describe_rcs_agents_lists_those_of_an_owner(
    sms: Any, agent: str, owner: str, ids: list[str]
) -> None:
    assert _ids(sms, Owner=owner) == ids


def test_describe_rcs_agents_refuses_an_owner_beside_ids(sms: Any, agent: str) -> None:
    fields = ["owner", "rcsAgentIds"]

    with refused("ValidationException", "PARAMETERS_CANNOT_BE_USED_TOGETHER", fields=fields):
        sms.describe_rcs_agents(RcsAgentIds=[agent], Owner="SELF")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("status", "PENDING"),
        ("two-way-enabled", "true"),
        ("self-managed-opt-outs-enabled", "true"),
        ("opt-out-list-name", "news"),
        ("deletion-protection-enabled", "true"),
        ("two-way-channel-arn", TOPIC),
    ],
)
def test_describe_rcs_agents_filters(
    sms: Any, simulator: Any, agent: str, name: str, value: str
) -> None:
    sms.create_rcs_agent()
    sms.create_opt_out_list(OptOutListName="news")
    sms.update_rcs_agent(
        RcsAgentId=agent,
        SelfManagedOptOutsEnabled=True,
        OptOutListName="news",
        DeletionProtectionEnabled=True,
        **TWO_WAY,
    )
    simulator.set_registration_status(_register(sms, agent, TEST), "SUBMITTED")

    assert _ids(sms, Filters=[{"Name": name, "Values": [value]}]) == [agent]


def test_describe_rcs_agents_comes_in_pages(sms: Any) -> None:
    ids = [sms.create_rcs_agent()["RcsAgentId"] for _ in range(5)]

    found = pages(sms.describe_rcs_agents, "RcsAgents", 2)

    assert [[each["RcsAgentId"] for each in page] for page in found] == [
        ids[:2],
        ids[2:4],
        ids[4:],
    ]


@pytest.mark.parametrize("identifier", [ID, ARN], ids=["id", "ARN"])
def test_update_rcs_agent_changes_and_answers_what_is_given(
    sms: Any, agent: str, identifier: str
) -> None:
    sms.create_opt_out_list(OptOutListName="news")
    changes = {
        "DeletionProtectionEnabled": True,
        "OptOutListName": "news",
        "SelfManagedOptOutsEnabled": True,
        "TwoWayChannelArn": TOPIC,
        "TwoWayChannelRole": ROLE,
        "TwoWayEnabled": True,
        "TwoWayMediaS3BucketName": "inbound",
        "TwoWayMediaS3KeyPrefix": "media/",
        "TwoWayMediaS3Role": ROLE,
        "TwoWayRcsEventsEnabled": ["ALL"],
    }

    assert body(sms.update_rcs_agent(RcsAgentId=identifier, **changes)) == NEW | changes
    assert _described(sms) == NEW | changes


def test_update_rcs_agent_leaves_what_is_not_given(sms: Any, agent: str) -> None:
    changes = TWO_WAY | MEDIA | {"TwoWayRcsEventsEnabled": ["READ"]}
    sms.update_rcs_agent(RcsAgentId=agent, **changes)

    assert body(sms.update_rcs_agent(RcsAgentId=agent)) == NEW | changes


def test_update_rcs_agent_refuses_an_unknown_agent(sms: Any) -> None:
    with refused("ResourceNotFoundException", kind="rcs-agent", id=ID):
        sms.update_rcs_agent(RcsAgentId=ID)


def test_update_rcs_agent_refuses_an_unknown_opt_out_list(sms: Any, agent: str) -> None:
    with refused("ResourceNotFoundException", kind="opt-out-list", id="weather"):
        sms.update_rcs_agent(RcsAgentId=agent, OptOutListName="weather")


REFUSED_TWO_WAY = [
    ({"TwoWayEnabled": True}, "TWO_WAY_CHANNEL_NOT_PRESENT", "twoWayChannelArn"),
    ({"SelfManagedOptOutsEnabled": True}, "TWO_WAY_NOT_ENABLED", "selfManagedOptOutsEnabled"),
    (MEDIA, "TWO_WAY_NOT_ENABLED", "twoWayEnabled"),
    (MEDIA | {"TwoWayEnabled": False}, "TWO_WAY_NOT_ENABLED", "twoWayEnabled"),
    ({"TwoWayMediaS3KeyPrefix": "media/"}, "TWO_WAY_NOT_ENABLED", "twoWayEnabled"),
    ({"TwoWayRcsEventsEnabled": ["READ"]}, "TWO_WAY_NOT_ENABLED", "twoWayRcsEventsEnabled"),
    (
        TWO_WAY | {"TwoWayRcsEventsEnabled": ["ALL", "READ"]},
        "INVALID_PARAMETER",
        "twoWayRcsEventsEnabled",
    ),
]


@pytest.mark.parametrize(("changes", "reason", "field"), REFUSED_TWO_WAY)
def test_update_rcs_agent_refuses_what_two_way_messages_do_not_allow(
    sms: Any, agent: str, changes: dict[str, Any], reason: str, field: str
) -> None:
    with refused("ValidationException", reason, fields=[field]):
        sms.update_rcs_agent(RcsAgentId=agent, DeletionProtectionEnabled=True, **changes)

    assert _described(sms) == NEW


REFUSED_MEDIA = [
    ({"TwoWayMediaS3BucketName": "inbound"}, "MISSING_PARAMETER", "twoWayMediaS3Role"),
    ({"TwoWayMediaS3Role": ROLE}, "MISSING_PARAMETER", "twoWayMediaS3BucketName"),
    ({"TwoWayMediaS3BucketName": UNSET}, "MISSING_PARAMETER", "twoWayMediaS3Role"),
    (
        {"TwoWayMediaS3BucketName": UNSET, "TwoWayMediaS3Role": ROLE},
        "INVALID_PARAMETER",
        "twoWayMediaS3Role",
    ),
    (
        {"TwoWayMediaS3BucketName": "inbound", "TwoWayMediaS3Role": UNSET},
        "INVALID_PARAMETER",
        "twoWayMediaS3BucketName",
    ),
    (
        NO_MEDIA | {"TwoWayMediaS3KeyPrefix": "media/"},
        "PARAMETERS_CANNOT_BE_USED_TOGETHER",
        "twoWayMediaS3KeyPrefix",
    ),
    ({"TwoWayMediaS3KeyPrefix": "media/"}, "MISSING_PARAMETER", "twoWayMediaS3BucketName"),
]


@pytest.mark.parametrize(("changes", "reason", "field"), REFUSED_MEDIA)
def test_update_rcs_agent_refuses_half_a_place_for_media(
    sms: Any, two_way_agent: str, changes: dict[str, Any], reason: str, field: str
) -> None:
    with refused("ValidationException", reason, fields=[field]):
        sms.update_rcs_agent(RcsAgentId=two_way_agent, DeletionProtectionEnabled=True, **changes)

    assert _described(sms) == NEW | TWO_WAY


def test_update_rcs_agent_takes_media_together_with_two_way(sms: Any, agent: str) -> None:
    answer = sms.update_rcs_agent(RcsAgentId=agent, **TWO_WAY, **MEDIA)

    assert body(answer) == NEW | TWO_WAY | MEDIA


def test_update_rcs_agent_changes_the_key_prefix_alone_where_there_is_a_bucket(
    sms: Any, two_way_agent: str
) -> None:
    sms.update_rcs_agent(RcsAgentId=two_way_agent, **MEDIA)

    answer = sms.update_rcs_agent(RcsAgentId=two_way_agent, TwoWayMediaS3KeyPrefix="new/")

    assert body(answer) == NEW | TWO_WAY | MEDIA | {"TwoWayMediaS3KeyPrefix": "new/"}


def test_update_rcs_agent_unsets_the_whole_place_for_media(sms: Any, two_way_agent: str) -> None:
    sms.update_rcs_agent(RcsAgentId=two_way_agent, TwoWayMediaS3KeyPrefix="media/", **MEDIA)

    assert body(sms.update_rcs_agent(RcsAgentId=two_way_agent, **NO_MEDIA)) == NEW | TWO_WAY


def test_update_rcs_agent_unsets_media_that_are_not_set(sms: Any, agent: str) -> None:
    assert body(sms.update_rcs_agent(RcsAgentId=agent, **NO_MEDIA)) == NEW


def test_two_way_messages_take_channel_and_media_with_them_when_switched_off(
    sms: Any, two_way_agent: str
) -> None:
    sms.update_rcs_agent(RcsAgentId=two_way_agent, TwoWayMediaS3KeyPrefix="media/", **MEDIA)

    assert body(sms.update_rcs_agent(RcsAgentId=two_way_agent, TwoWayEnabled=False)) == NEW


def test_update_rcs_agent_without_two_way_messages_has_no_events(
    sms: Any, two_way_agent: str
) -> None:
    sms.update_rcs_agent(RcsAgentId=two_way_agent, TwoWayRcsEventsEnabled=["READ"])

    assert body(sms.update_rcs_agent(RcsAgentId=two_way_agent, TwoWayEnabled=False)) == NEW


def test_update_rcs_agent_disables_all_events_by_an_empty_list(
    sms: Any, two_way_agent: str
) -> None:
    sms.update_rcs_agent(RcsAgentId=two_way_agent, TwoWayRcsEventsEnabled=["READ", "IS_TYPING"])

    answer = sms.update_rcs_agent(RcsAgentId=two_way_agent, TwoWayRcsEventsEnabled=[])

    assert answer["TwoWayRcsEventsEnabled"] == []


@pytest.mark.parametrize("identifier", [ID, ARN], ids=["id", "ARN"])
def test_delete_rcs_agent_answers_the_agent_and_forgets_it(
    sms: Any, agent: str, identifier: str
) -> None:
    deleted = body(sms.delete_rcs_agent(RcsAgentId=identifier))

    assert deleted == NEW | {"Status": "DELETED"}
    assert _ids(sms) == []


def test_delete_rcs_agent_refuses_an_unknown_agent(sms: Any) -> None:
    with refused("ResourceNotFoundException", kind="rcs-agent", id=ID):
        sms.delete_rcs_agent(RcsAgentId=ID)


def test_delete_rcs_agent_refuses_a_protected_agent(sms: Any, agent: str) -> None:
    sms.update_rcs_agent(RcsAgentId=agent, DeletionProtectionEnabled=True)

    with refused("ConflictException", "DELETION_PROTECTION_ENABLED", kind="rcs-agent", id=agent):
        sms.delete_rcs_agent(RcsAgentId=agent)

    assert _ids(sms) == [agent]


def test_delete_rcs_agent_refuses_an_agent_in_a_pool(sms: Any, simulator: Any, agent: str) -> None:
    simulator.set_registration_status(_register(sms, agent, US), "COMPLETE")
    sms.create_pool(OriginationIdentity=agent, IsoCountryCode="ZZ", MessageType="TRANSACTIONAL")

    with refused("ConflictException", "RCS_AGENT_ASSOCIATED_TO_POOL", kind="rcs-agent", id=agent):
        sms.delete_rcs_agent(RcsAgentId=agent)


def test_delete_rcs_agent_refuses_an_agent_with_registrations(sms: Any, agent: str) -> None:
    registration = _register(sms, agent, TEST)

    with refused("ConflictException", "RESOURCE_NOT_EMPTY", kind="rcs-agent", id=agent):
        sms.delete_rcs_agent(RcsAgentId=agent)

    sms.delete_registration(RegistrationId=registration)
    sms.delete_rcs_agent(RcsAgentId=agent)
    assert _ids(sms) == []


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
    registration = _register(sms, agent, TEST)

    simulator.set_registration_status(registration, registration_status)

    expected = {"Status": testing, "RegistrationId": registration}
    if testing == "ACTIVE":
        suffix = registration.removeprefix("registration-")
        expected["TestingAgentId"] = f"testing-agent-{suffix}"
    assert _described(sms) == NEW | {"Status": status, "TestingAgent": expected}


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
    registration = _register(sms, agent, US)

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
    assert _described(sms) == NEW | {"Status": status}


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
        registration = _register(sms, agent, registration_type)
        simulator.set_registration_status(registration, registration_status)

    assert _described(sms)["Status"] == status


def test_a_launch_stays_active_while_its_next_version_is_reviewed(
    sms: Any, simulator: Any, agent: str
) -> None:
    registration = _register(sms, agent, US)
    simulator.set_registration_status(registration, "COMPLETE")

    sms.create_registration_version(RegistrationId=registration)
    simulator.set_registration_status(registration, "REVIEWING")

    assert _described(sms)["Status"] == "ACTIVE"


def test_an_agent_whose_registrations_are_deleted_is_as_new(
    sms: Any, simulator: Any, agent: str
) -> None:
    registrations = [_register(sms, agent, each) for each in (TEST, US)]
    for registration in registrations:
        simulator.set_registration_status(registration, "COMPLETE")
    assert _described(sms)["Status"] == "ACTIVE"

    for registration in registrations:
        sms.delete_registration(RegistrationId=registration)

    assert _described(sms) == NEW


@pytest.fixture
def launches(sms: Any, simulator: Any, agent: str) -> None:
    """An agent that is active in one country, pending in another, and drafted in a third."""
    statuses = {US: "COMPLETE", CANADA: "SUBMITTED", "DE_RCS_LAUNCH_REGISTRATION": "CREATED"}
    for registration_type, status in statuses.items():
        registration = _register(sms, agent, registration_type)
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
    simulator.set_registration_status(_register(sms, agent, US), "COMPLETE")

    statuses = [_described(sms)["Status"] for _ in range(3)]

    assert statuses == ["CREATED", "ACTIVE", "ACTIVE"]


def test_every_country_with_rcs_has_a_carrier() -> None:
    assert len(load("rcs_carriers")) == 22
    assert all(load("rcs_carriers").values())


def test_rcs_agents_belong_to_one_account_and_region(sms: Any, agent: str, stranger: Any) -> None:
    assert _ids(stranger) == []
    with refused("ResourceNotFoundException", kind="rcs-agent", id=ARN):
        stranger.describe_rcs_agents(RcsAgentIds=[ARN])


def test_a_reset_forgets_rcs_agents(sms: Any, agent: str) -> None:
    backend().reset()

    assert _ids(sms) == []


def _register(sms: Any, agent: str, registration_type: str) -> str:
    registration = sms.create_registration(RegistrationType=registration_type)["RegistrationId"]
    sms.create_registration_association(RegistrationId=registration, ResourceId=agent)
    return str(registration)


def _described(sms: Any) -> Any:
    return sms.describe_rcs_agents(RcsAgentIds=[ID])["RcsAgents"][0]


def _ids(sms: Any, **arguments: Any) -> list[str]:
    return [each["RcsAgentId"] for each in sms.describe_rcs_agents(**arguments)["RcsAgents"]]
