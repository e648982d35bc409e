"""Pools for the tests of pools."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

TOPIC = "arn:aws:sns:us-east-1:123456789012:replies"
ROLE = "arn:aws:iam::123456789012:role/replies"
CREATED = datetime(2026, 1, 2, 3, 4, 5, 678000, timezone.utc)
MODEL = "pinpoint-sms-voice-v2::pool"


def created(sms: Any, identity: str, **settings: Any) -> str:
    answer = sms.create_pool(OriginationIdentity=identity, MessageType="TRANSACTIONAL", **settings)
    return str(answer["PoolId"])


def described(sms: Any, pool: str) -> dict[str, Any]:
    (found,) = sms.describe_pools(PoolIds=[pool])["Pools"]
    return dict(found)


def ids(answer: dict[str, Any]) -> list[str]:
    return [each["PoolId"] for each in answer["Pools"]]
