"""Throttling: a clock that stands, and a client that does not try again."""

from __future__ import annotations

from typing import Any

import boto3
from botocore.config import Config

from .support import REGION


def impatient_client(**arguments: Any) -> Any:
    """Return a client that gives up at the first refusal."""
    once = Config(retries={"total_max_attempts": 1, "mode": "standard"})
    return boto3.client("pinpoint-sms-voice-v2", region_name=REGION, config=once, **arguments)
