"""Two-way messaging: AWS can be the roles that channels and media name, or refuses them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator

from ...access import trusted_role
from ...support import ACCOUNT, REGION, refused
from ..number_types import request as requested

ROLE = f"arn:aws:iam::{ACCOUNT}:role/example"
TWO_WAY = {
    "TwoWayEnabled": True,
    "TwoWayChannelArn": f"arn:aws:sns:{REGION}:{ACCOUNT}:replies",
    "TwoWayChannelRole": ROLE,
}
MEDIA = {
    "TwoWayEnabled": True,
    "TwoWayChannelArn": TWO_WAY["TwoWayChannelArn"],
    "TwoWayMediaS3BucketName": "inbound",
    "TwoWayMediaS3Role": ROLE,
}

Update = Callable[..., Any]


@pytest.fixture(params=["phone-number", "pool", "rcs-agent"])
def update(request: pytest.FixtureRequest, sms: Any) -> Update:
    """Update an identity of each kind, and return the answer."""
    if request.param == "rcs-agent":
        agent = sms.create_rcs_agent()["RcsAgentId"]
        return lambda **members: sms.update_rcs_agent(RcsAgentId=agent, **members)
    number = requested(sms)
    if request.param == "phone-number":
        return lambda **members: sms.update_phone_number(PhoneNumberId=number, **members)
    pool = sms.create_pool(OriginationIdentity=number, MessageType="TRANSACTIONAL")["PoolId"]
    return lambda **members: sms.update_pool(PoolId=pool, **members)


@pytest.fixture
def agent(sms: Any) -> str:
    """An RCS agent that is launched nowhere."""
    identifier: str = sms.create_rcs_agent()["RcsAgentId"]
    return identifier


@pytest.mark.parametrize(
    "statement",
    [None, {"Principal": {"Service": "sns.amazonaws.com"}}],
    ids=["no role", "trusts another"],
)
def test_a_channel_s_role_must_be_one_that_aws_may_assume(
    update: Update, statement: dict[str, Any] | None
) -> None:
    if statement is not None:
        trusted_role(**statement)
    before = update()

    with refused("ValidationException", "RESOURCE_NOT_ACCESSIBLE", fields=["twoWayChannelRole"]):
        update(**TWO_WAY, DeletionProtectionEnabled=True)
    assert {**update(), "ResponseMetadata": None} == {**before, "ResponseMetadata": None}

    trusted_role("other")
    others = {**TWO_WAY, "TwoWayChannelRole": ROLE.replace("example", "other")}
    answer = update(**others)
    assert {name: answer[name] for name in others} == others


def test_what_is_no_arn_of_a_role_cannot_be_assumed(update: Update) -> None:
    trusted_role()

    with refused("ValidationException", "RESOURCE_NOT_ACCESSIBLE", fields=["twoWayChannelRole"]):
        update(**{**TWO_WAY, "TwoWayChannelRole": "arn:of-nothing-at-all"})


def test_a_role_that_is_kept_is_not_looked_up_again(update: Update, simulator: Simulator) -> None:
    simulator.check_access(False)
    update(**TWO_WAY)
    simulator.check_access()

    answer = update(DeletionProtectionEnabled=True)

    assert {name: answer[name] for name in TWO_WAY} == TWO_WAY


def test_the_role_for_media_must_be_one_that_aws_may_assume(sms: Any, agent: str) -> None:
    with refused("ValidationException", "RESOURCE_NOT_ACCESSIBLE", fields=["twoWayMediaS3Role"]):
        sms.update_rcs_agent(RcsAgentId=agent, **MEDIA)
    assert not sms.describe_rcs_agents()["RcsAgents"][0]["TwoWayEnabled"]

    trusted_role()
    answer = sms.update_rcs_agent(RcsAgentId=agent, **MEDIA)
    assert {name: answer[name] for name in MEDIA} == MEDIA


def test_no_role_is_needed_to_keep_media_no_more(sms: Any, agent: str) -> None:
    unset = "UNSET_RCS_MEDIA_CONFIGURATION"

    answer = sms.update_rcs_agent(
        RcsAgentId=agent, TwoWayMediaS3BucketName=unset, TwoWayMediaS3Role=unset
    )

    assert "TwoWayMediaS3Role" not in answer


def test_a_given_number_s_role_need_not_be_in_moto(sms: Any, simulator: Simulator) -> None:
    row = simulator.add_phone_number(
        iso_country_code="US",
        number_type="TOLL_FREE",
        two_way_enabled=True,
        two_way_channel_arn=TWO_WAY["TwoWayChannelArn"],
        two_way_channel_role=ROLE,
    )

    assert {name: row[name] for name in TWO_WAY} == TWO_WAY


def test_roles_and_streams_of_a_loaded_account_need_not_be_in_moto(
    sms: Any, simulator: Simulator
) -> None:
    simulator.check_access(False)
    agent = sms.create_rcs_agent()["RcsAgentId"]
    sms.update_rcs_agent(RcsAgentId=agent, **MEDIA, TwoWayChannelRole=ROLE)
    sms.create_configuration_set(ConfigurationSetName="news")
    sms.create_event_destination(
        ConfigurationSetName="news",
        EventDestinationName="events",
        MatchingEventTypes=["ALL"],
        KinesisFirehoseDestination={
            "IamRoleArn": ROLE,
            "DeliveryStreamArn": f"arn:aws:firehose:{REGION}:{ACCOUNT}:deliverystream/events",
        },
    )
    account = simulator.snapshot()

    other = Simulator(region_name="eu-west-1")
    other.load_account(account)

    assert other.snapshot()["RcsAgents"][0]["TwoWayMediaS3Role"] == ROLE
    [row] = other.snapshot()["ConfigurationSets"]
    [destination] = row["EventDestinations"]
    assert destination["KinesisFirehoseDestination"]["IamRoleArn"] == ROLE
