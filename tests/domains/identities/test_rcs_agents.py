"""RCS agents: create, describe, delete."""

from __future__ import annotations

import re
from typing import Any

import pytest
from freezegun import freeze_time

from ...support import backend, body, pages, refused
from .rcs_agents import ARN, ID, NEW, NOON, PREFIX, TEST, TOPIC, TWO_WAY, US, register


@pytest.fixture
def agent(sms: Any, simulator: Any) -> Any:
    """The id of an agent that is launched nowhere."""
    with freeze_time(NOON):
        simulator.use_id("rcs-agent", ID)
        return sms.create_rcs_agent()["RcsAgentId"]


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
    simulator.set_registration_status(register(sms, agent, TEST), "SUBMITTED")

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
    simulator.set_registration_status(register(sms, agent, US), "COMPLETE")
    sms.create_pool(OriginationIdentity=agent, IsoCountryCode="ZZ", MessageType="TRANSACTIONAL")

    with refused("ConflictException", "RCS_AGENT_ASSOCIATED_TO_POOL", kind="rcs-agent", id=agent):
        sms.delete_rcs_agent(RcsAgentId=agent)


def test_delete_rcs_agent_refuses_an_agent_with_registrations(sms: Any, agent: str) -> None:
    registration = register(sms, agent, TEST)

    with refused("ConflictException", "RESOURCE_NOT_EMPTY", kind="rcs-agent", id=agent):
        sms.delete_rcs_agent(RcsAgentId=agent)

    sms.delete_registration(RegistrationId=registration)
    sms.delete_rcs_agent(RcsAgentId=agent)
    assert _ids(sms) == []


def test_rcs_agents_belong_to_one_account_and_region(sms: Any, agent: str, stranger: Any) -> None:
    assert _ids(stranger) == []
    with refused("ResourceNotFoundException", kind="rcs-agent", id=ARN):
        stranger.describe_rcs_agents(RcsAgentIds=[ARN])


def test_a_reset_forgets_rcs_agents(sms: Any, agent: str) -> None:
    backend().reset()

    assert _ids(sms) == []


def _ids(sms: Any, **arguments: Any) -> list[str]:
    return [each["RcsAgentId"] for each in sms.describe_rcs_agents(**arguments)["RcsAgents"]]
