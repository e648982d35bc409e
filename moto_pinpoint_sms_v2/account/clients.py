"""Clients that may only do what they were made for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import boto3
from botocore.config import Config

SERVICE_NAME = "pinpoint-sms-voice-v2"
_READS = ("Describe", "Get", "List")

Allows = Callable[[str, Mapping[str, Any]], bool]
"""Says of an operation and its members whether it may be called."""


class NotAllowed(Exception):
    """A call that the client was not made for; it did not leave."""


def is_read(operation: str, members: Mapping[str, Any]) -> bool:
    """Say whether an operation only looks."""
    return operation.startswith(_READS)


def make_client(
    allows: Allows,
    *,
    profile: str | None = None,
    region_name: str | None = None,
    endpoint_url: str | None = None,
) -> Any:
    """Return a client that makes the calls that are allowed, and no others."""
    session = boto3.Session(profile_name=profile, region_name=region_name)
    credentials = {}
    if endpoint_url is not None and session.get_credentials() is None:
        # A mock asks for a signature, and not whose it is.
        credentials = {"aws_access_key_id": "testing", "aws_secret_access_key": "testing"}
    client = session.client(
        SERVICE_NAME,
        endpoint_url=endpoint_url,
        config=Config(retries={"mode": "standard", "total_max_attempts": 3}),
        **credentials,
    )
    restrict(client, allows)
    return client


def restrict(client: Any, allows: Allows) -> None:
    """Let a client refuse, before anything leaves, whatever is not allowed."""

    def check(params: Mapping[str, Any], model: Any, **others: Any) -> None:
        if not allows(model.name, params):
            raise NotAllowed(f"{model.name} is not among the calls that this may make")

    client.meta.events.register_first(f"before-parameter-build.{SERVICE_NAME}", check)
