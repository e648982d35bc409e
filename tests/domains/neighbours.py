"""Two accounts of one Region: the owner of a resource, and a consumer with whom it is shared."""

from __future__ import annotations

import json
from typing import Any

import boto3

from moto_pinpoint_sms_v2 import Simulator

from ..support import REGION

OWNER = "123456789012"
CONSUMER = "111122223333"
STRANGER = "444455556666"


def client_of(account_id: str, *, service: str = "pinpoint-sms-voice-v2", **settings: Any) -> Any:
    """Return a client of another account, whose role it has assumed."""
    endpoint = {name: value for name, value in settings.items() if name == "endpoint_url"}
    credentials = boto3.client("sts", region_name=REGION, **endpoint).assume_role(
        RoleArn=f"arn:aws:iam::{account_id}:role/sender", RoleSessionName="sender"
    )["Credentials"]
    return boto3.client(
        service,
        **{"region_name": REGION, **settings},
        aws_access_key_id=credentials["AccessKeyId"],
        aws_secret_access_key=credentials["SecretAccessKey"],
        aws_session_token=credentials["SessionToken"],
    )


def simulator_of(account_id: str) -> Simulator:
    """Return the Simulator of an account."""
    return Simulator(region_name=REGION, account_id=account_id)


def statement(*actions: str, **members: Any) -> dict[str, Any]:
    """Return a statement that allows the consumer these actions, with other members given."""
    return {
        "Effect": "Allow",
        "Principal": {"AWS": CONSUMER},
        "Action": [f"sms-voice:{action}" for action in actions or ("*",)],
        "Resource": "*",
        **members,
    }


def share(sms: Any, arn: str, *statements: dict[str, Any]) -> str:
    """Share a resource by these statements, by default for everything, and return its ARN."""
    policy = {"Version": "2012-10-17", "Statement": list(statements or [statement()])}
    sms.put_resource_policy(ResourceArn=arn, Policy=json.dumps(policy))
    return arn
