"""What tests say often."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any
from urllib.request import Request, urlopen

import boto3
import pytest
from botocore.exceptions import ClientError
from moto.backends import get_backend

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.contract import Operation, service_model
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.validation import (
    Check,
    Invalid,
    compile_check,
    wire_name,
)

ACCOUNT = "123456789012"
REGION = "us-east-1"

_REASONS = {
    "AccessDeniedException": "AccessDeniedExceptionReason",
    "ConflictException": "ConflictExceptionReason",
    "ServiceQuotaExceededException": "ServiceQuotaExceededExceptionReason",
    "ValidationException": "ValidationExceptionReason",
}


def client(region_name: str = REGION, endpoint_url: str | None = None) -> Any:
    """Return a client that tests share, since making one takes longer than most calls.

    A test that changes its client, or the environment of which it is made, makes one of its own.
    """
    return client_of("pinpoint-sms-voice-v2", region_name, endpoint_url)


@cache
def client_of(service: str, region_name: str = REGION, endpoint_url: str | None = None) -> Any:
    """Return a client of any service, shared in the same way."""
    return boto3.client(service, region_name=region_name, endpoint_url=endpoint_url)


def backend(account_id: str = ACCOUNT, region_name: str = REGION) -> Any:
    """Return the backend itself; only for what no operation shows."""
    return get_backend("pinpoint-sms-voice-v2")[account_id][region_name]


def reset(server: str) -> str:
    """Let a server forget everything, and return its URL."""
    with urlopen(Request(f"{server}/moto-api/reset", method="POST")):  # noqa: S310 - our own
        return server


def body(answer: dict[str, Any]) -> dict[str, Any]:
    """Return an answer without boto3's metadata."""
    return {name: value for name, value in answer.items() if name != "ResponseMetadata"}


@contextmanager
def refused(
    code: str,
    reason: str | None = None,
    *,
    kind: str | None = None,
    id: str | None = None,
    fields: list[str] | None = None,
) -> Iterator[None]:
    """Expect a refusal with this code, reason, resource and fields, and with no others."""
    with pytest.raises(ClientError) as caught:
        yield
    answer = caught.value.response
    assert {
        "code": answer["Error"]["Code"],
        "reason": answer.get("Reason"),
        "kind": answer.get("ResourceType"),
        "id": answer.get("ResourceId"),
        "fields": [field["Name"] for field in answer["Fields"]] if "Fields" in answer else None,
    } == {"code": code, "reason": reason, "kind": kind, "id": id, "fields": fields}


def pages(operation: Any, member: str, size: int, **arguments: Any) -> list[list[Any]]:
    """Return every page of a listing, read token by token."""
    found = []
    token: dict[str, str] = {}
    while True:
        answer = operation(MaxResults=size, **arguments, **token)
        found.append(answer[member])
        if "NextToken" not in answer:
            return found
        token = {"NextToken": answer["NextToken"]}


def assert_declared(operation: Operation, answer: tuple[int, str, str | None]) -> None:
    """Assert that an answer is one of those that the operation's model describes."""
    _, text, code = answer
    members = json.loads(text)
    if code is None:
        _assert_shape(operation.name, members)
        return
    assert code in operation.errors, f"{operation.name} does not declare {code}"
    if code in _REASONS:
        assert members["Reason"] in service_model().shape_for(_REASONS[code]).enum
        assert f'Reason="{members["Reason"]}"' in members["Message"]
    for field in members.get("Fields", ()):
        assert re.match(r"\w*", field["Name"])[0] in _parameters(operation.name)


@cache
def _parameters(operation: str) -> set[str]:
    """Return the operation's members as refusals name them."""
    members = service_model().operation_model(operation).input_shape.members
    # AWS names a sender ID so, in whichever member it was: terraform-provider-aws, issue 50038.
    return {wire_name(name) for name in members} | {"senderId"}


def _assert_shape(operation: str, members: dict[str, Any]) -> None:
    """Assert that required members are there, and that types, enums and sizes are the model's."""
    required = service_model().operation_model(operation).output_shape.required_members
    # Of three lists the model demands an item, which an account that has none cannot give.
    filled = {name: value for name, value in members.items() if value != [] or name in required}
    try:
        _output_check(operation)(filled)
    except Invalid as invalid:
        pytest.fail(f"{operation} answers {invalid.path}: {invalid.message}")


@cache
def _output_check(operation: str) -> Check:
    return compile_check(service_model().operation_model(operation).output_shape)
