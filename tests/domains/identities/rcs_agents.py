"""Agents for the tests of RCS agents."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

PREFIX = "arn:aws:sms-voice:us-east-1:123456789012:"
ID = "rcs-" + "0" * 32
ARN = f"{PREFIX}rcs-agent/{ID}"
TOPIC = "arn:aws:sns:us-east-1:123456789012:replies"
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
TEST = "TEST_RCS_LAUNCH_REGISTRATION"
US = "US_RCS_LAUNCH_REGISTRATION"


def register(sms: Any, agent: str, registration_type: str) -> str:
    registration = sms.create_registration(RegistrationType=registration_type)["RegistrationId"]
    sms.create_registration_association(RegistrationId=registration, ResourceId=agent)
    return str(registration)


def described(sms: Any) -> Any:
    return sms.describe_rcs_agents(RcsAgentIds=[ID])["RcsAgents"][0]
