"""What other services must have before this one may use it: roles and streams in moto."""

from __future__ import annotations

import json
from typing import Any

from .support import ACCOUNT, client_of

SERVICE = "sms-voice.amazonaws.com"
TRUST: dict[str, Any] = {
    "Effect": "Allow",
    "Principal": {"Service": SERVICE},
    "Action": "sts:AssumeRole",
    "Condition": {"StringEquals": {"aws:SourceAccount": ACCOUNT}},
}
"""Whom a role trusts that the service may assume."""


def trusted_role(
    name: str = "example", *, endpoint_url: str | None = None, **statement: Any
) -> str:
    """Make a role, which the service may assume unless the statement says else; return its ARN."""
    iam = client_of("iam", endpoint_url=endpoint_url)
    trust = {"Version": "2012-10-17", "Statement": [{**TRUST, **statement}]}
    role = iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(trust))
    return str(role["Role"]["Arn"])


def stream(name: str = "events", *, endpoint_url: str | None = None) -> str:
    """Make a Firehose stream into the bucket ``records``, and return its ARN."""
    firehose = client_of("firehose", endpoint_url=endpoint_url)
    to = {"RoleARN": f"arn:aws:iam::{ACCOUNT}:role/stream", "BucketARN": "arn:aws:s3:::records"}
    made = firehose.create_delivery_stream(
        DeliveryStreamName=name, ExtendedS3DestinationConfiguration=to
    )
    return str(made["DeliveryStreamARN"])
