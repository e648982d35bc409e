"""Users with policies, and moto's enforcement of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import boto3
from moto import settings
from moto.core.responses import ActionAuthenticatorMixin


def client(**credentials: str) -> Any:
    return boto3.client("pinpoint-sms-voice-v2", region_name="us-east-1", **credentials)


def allow(*actions: str, resource: Any = "*", **more: Any) -> dict[str, Any]:
    return {"Effect": "Allow", "Action": list(actions), "Resource": resource, **more}


def deny(*actions: str, resource: Any = "*", **more: Any) -> dict[str, Any]:
    return {**allow(*actions, resource=resource, **more), "Effect": "Deny"}


def user(*statements: dict[str, Any]) -> Any:
    """Return a client of the user ``sender``, whose policy has these statements."""
    iam = boto3.client("iam")
    iam.create_user(UserName="sender")
    iam.put_user_policy(
        UserName="sender",
        PolicyName="sms",
        PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": list(statements)}),
    )
    key = iam.create_access_key(UserName="sender")["AccessKey"]
    return client(
        aws_access_key_id=key["AccessKeyId"], aws_secret_access_key=key["SecretAccessKey"]
    )


@contextmanager
def enforced() -> Iterator[None]:
    """Let moto ask IAM at each call, as its ``enable_iam_authentication`` does from 5.1.18 on."""
    before = settings.INITIAL_NO_AUTH_ACTION_COUNT, ActionAuthenticatorMixin.request_count
    settings.INITIAL_NO_AUTH_ACTION_COUNT = ActionAuthenticatorMixin.request_count = 0
    try:
        yield
    finally:
        settings.INITIAL_NO_AUTH_ACTION_COUNT, ActionAuthenticatorMixin.request_count = before
