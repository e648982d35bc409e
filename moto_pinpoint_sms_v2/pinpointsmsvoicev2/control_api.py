"""The Simulator's calls over HTTP, and the page, under moto's own /moto-api."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from datetime import datetime
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from moto.core import DEFAULT_ACCOUNT_ID

from .core.signature import check_arguments
from .exceptions import ServiceError
from .models import PinpointSMSVoiceV2Backend, pinpointsmsvoicev2_backends

Answer = tuple[int, dict[str, str], str]

READING = ("messages", "events")
"""The calls that GET answers; DELETE messages is ``clear_messages``."""
ACTING = (
    "advance_message",
    "approve_registration",
    "clear_errors",
    "clear_messages",
    "deny_registration",
    "disable_account",
    "enable_account",
    "inject_error",
    "load_registration_definitions",
    "receive_message",
    "set_account_limit",
    "set_account_tier",
    "set_outcome",
    "set_registration_status",
    "set_spend",
    "use_id",
    "verification_code",
)
"""The calls that POST makes."""


def perform(backend: PinpointSMSVoiceV2Backend, call: str, arguments: Mapping[str, Any]) -> Any:
    """Make a Simulator call; ValueError says what is wrong with it."""
    verb = getattr(backend, call)
    check_arguments(verb, arguments)
    try:
        with backend.lock:
            result = verb(**arguments)
    except ServiceError as error:
        raise ValueError(error.message) from error
    backend.deliver()
    return result


def find_backend(
    region_name: str | None = None, account_id: str | None = None
) -> PinpointSMSVoiceV2Backend:
    """Return the backend of a Region and account, by default moto's own defaults."""
    account = account_id or os.environ.get("MOTO_ACCOUNT_ID") or DEFAULT_ACCOUNT_ID
    region = region_name or os.environ.get("AWS_DEFAULT_REGION") or "us-east-1"
    try:
        return pinpointsmsvoicev2_backends[account][region]
    except KeyError:
        raise ValueError(f"the service has no endpoint in {region!r}") from None


def answer(request: Any, full_url: str) -> Answer:
    """Answer a request below ``/moto-api/pinpoint-sms-voice-v2/``."""
    url = urlsplit(full_url)
    call = url.path.rpartition("/")[2]
    try:
        if request.method == "GET" and call in _PAGE:
            return _file(call)
        body = request.body if hasattr(request, "body") else request.get_data()
        return _json(200, _perform(request.method, call, dict(parse_qsl(url.query)), body))
    except ValueError as wrong:
        return _json(400, {"message": str(wrong)})


_PAGE: Mapping[str, tuple[str, str]] = {}
"""What a browser asks for, with the file that is it and its type."""


def _perform(method: str, call: str, query: dict[str, str], body: bytes | str | None) -> Any:
    if method == "POST" and call in ACTING:
        arguments = _json_object(body)
    elif method == "GET" and call in READING:
        arguments = query
    elif (method, call) == ("DELETE", "messages"):
        call, arguments = "clear_messages", query
    else:
        raise ValueError(f"there is no {method} {call!r}; POST one of {', '.join(ACTING)}")
    place = {name: arguments.pop(name, None) for name in ("region_name", "account_id")}
    for name, value in place.items():
        if not isinstance(value, str | None):
            raise ValueError(f"{name} must be a string")
    return perform(find_backend(**place), call, arguments)


def _json_object(body: bytes | str | None) -> dict[str, Any]:
    try:
        members = json.loads(body or "{}")
    except (ValueError, RecursionError):
        raise ValueError("the body is not JSON") from None
    if not isinstance(members, dict):
        raise ValueError("the body is not a JSON object")
    return members


def _json(status: int, value: Any) -> Answer:
    return status, {"content-type": "application/json"}, json.dumps(value, default=_plain)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return list(value)


def _file(call: str) -> Answer:
    name, content_type = _PAGE[call]
    text = files(f"{__package__}.page").joinpath(name).read_text("utf-8")
    return 200, {"content-type": f"{content_type}; charset=utf-8"}, text
