"""Roles that a stack makes, and roles that nobody has made."""

from __future__ import annotations

from typing import Any

import pytest

from ...access import TRUST
from ...support import ACCOUNT, REGION
from .stacks import Stack, attribute, resource, simulator_number

ROLE = {
    "Type": "AWS::IAM::Role",
    "Properties": {
        "RoleName": "texts",
        "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [TRUST]},
    },
}
ARN = f"arn:aws:iam::{ACCOUNT}:role/texts"
TOPIC = f"arn:aws:sns:{REGION}:{ACCOUNT}:answers"
LOG_GROUP = f"arn:aws:logs:{REGION}:{ACCOUNT}:log-group:texts"


def users_of(role: Any) -> dict[str, Any]:
    """Return a resource of each type that names a role."""
    logs = {
        "EventDestinationName": "logs",
        "Enabled": True,
        "MatchingEventTypes": ["TEXT_ALL"],
        "CloudWatchLogsDestination": {"IamRoleArn": role, "LogGroupArn": LOG_GROUP},
    }
    two_way = {"Enabled": True, "ChannelArn": TOPIC, "ChannelRole": role}
    agent = {"TwoWayEnabled": True, "TwoWayChannelArn": TOPIC, "TwoWayChannelRole": role}
    media = {"TwoWayMediaS3BucketName": "inbound", "TwoWayMediaS3Role": role}
    return {
        "Set": resource("ConfigurationSet", {"EventDestinations": [logs]}),
        "Number": simulator_number(TwoWay=two_way),
        "Agent": resource("RcsAgent", {**agent, **media}),
    }


def test_a_stack_may_make_a_role_and_what_uses_it(stack: Stack, sms: Any) -> None:
    stack.create({**users_of(attribute("Role")), "Role": ROLE})

    [configuration_set] = sms.describe_configuration_sets()["ConfigurationSets"]
    [destination] = configuration_set["EventDestinations"]
    [number] = sms.describe_phone_numbers()["PhoneNumbers"]
    [agent] = sms.describe_rcs_agents()["RcsAgents"]
    assert {
        "destination": destination["CloudWatchLogsDestination"]["IamRoleArn"],
        "number": number["TwoWayChannelRole"],
        "agent": agent["TwoWayChannelRole"],
        "media": agent["TwoWayMediaS3Role"],
    } == dict.fromkeys(("destination", "number", "agent", "media"), ARN)


@pytest.mark.parametrize("logical_id", users_of(ARN))
def test_a_role_that_nobody_made_fails_what_names_it(
    logical_id: str, stack: Stack, sms: Any
) -> None:
    told = (f"Could not assume IAM role {ARN}", "HandlerErrorCode: InvalidRequest")

    with stack.failing(logical_id, "CREATE_FAILED", *told):
        stack.create({logical_id: users_of(ARN)[logical_id]})

    assert [
        *sms.describe_configuration_sets()["ConfigurationSets"],
        *sms.describe_phone_numbers()["PhoneNumbers"],
        *sms.describe_rcs_agents()["RcsAgents"],
    ] == []
