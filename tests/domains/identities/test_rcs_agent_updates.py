"""RCS agents: change."""

from __future__ import annotations

from typing import Any

import pytest
from freezegun import freeze_time

from ...access import trusted_role
from ...support import body, refused
from .rcs_agents import ARN, ID, NEW, NOON, TOPIC, TWO_WAY, described

ROLE = "arn:aws:iam::123456789012:role/replies"
UNSET = "UNSET_RCS_MEDIA_CONFIGURATION"
MEDIA = {"TwoWayMediaS3BucketName": "inbound", "TwoWayMediaS3Role": ROLE}
NO_MEDIA = {"TwoWayMediaS3BucketName": UNSET, "TwoWayMediaS3Role": UNSET}


@pytest.fixture
def agent(sms: Any, simulator: Any) -> Any:
    """The id of an agent that is launched nowhere, and a role for what it is to keep."""
    assert trusted_role("replies") == ROLE
    with freeze_time(NOON):
        simulator.use_id("rcs-agent", ID)
        return sms.create_rcs_agent()["RcsAgentId"]


@pytest.fixture
def two_way_agent(sms: Any, agent: str) -> str:
    """The id of an agent that can be written to."""
    sms.update_rcs_agent(RcsAgentId=agent, **TWO_WAY)
    return agent


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
    assert described(sms) == NEW | changes


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

    assert described(sms) == NEW


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

    assert described(sms) == NEW | TWO_WAY


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
