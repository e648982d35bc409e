"""The Simulator's calls over HTTP, and the page, under moto's own /moto-api."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from hashlib import sha256
from reprlib import repr as shortly
from typing import Any, NoReturn
from urllib.parse import parse_qsl, urlsplit

from moto.core import DEFAULT_ACCOUNT_ID

from .core.contract import SERVICE_NAME
from .core.plain import as_json, plain, told
from .core.signature import check_arguments, read_numbers
from .exceptions import ServiceError
from .models import PinpointSMSVoiceV2Backend, pinpointsmsvoicev2_backends
from .page_files import page_file, page_files
from .web_pages import refusal, withhold_permissions

Answer = tuple[int, dict[str, str], str]

FILTERING = ("messages", "events", "clear_messages")
"""The calls whose parameters are filters."""
ACTING = (
    *FILTERING,
    "add_phone_number",
    "add_sender_id",
    "advance_message",
    "approve_registration",
    "clear_errors",
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
"""The calls of the Simulator, each of which POST makes."""
READING = ("messages", "events", "conversations", "registrations")
"""The calls that GET makes as well, with the parameters in the query; two are the page's."""
_PROTECTION = {
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
}
"""Headers of every answer: it is what it says, and for no other site."""
_ACCOUNT_ID = re.compile("[0-9]{12}")


def perform(backend: PinpointSMSVoiceV2Backend, call: str, arguments: Mapping[str, Any]) -> Any:
    """Make a Simulator call with plain values; ValueError says what is wrong with it."""
    verb = getattr(backend, call)
    check_arguments(verb, arguments)
    if call in FILTERING and "" in arguments.values():
        raise ValueError(f"{call}: a filter is empty; leave it out to have all")
    try:
        with backend.lock:
            result = told(verb(**arguments))
    except ServiceError as error:
        raise ValueError(_sentence(error)) from error
    finally:
        backend.deliver()
    return result


def find_backend(region_name: Any = None, account_id: Any = None) -> PinpointSMSVoiceV2Backend:
    """Return the backend of a Region and account, by default moto's own defaults."""
    for name, value in (("region_name", region_name), ("account_id", account_id)):
        if not isinstance(value, str | None):
            raise ValueError(f"{name} cannot be {shortly(value)}")
    account = account_id or os.environ.get("MOTO_ACCOUNT_ID") or DEFAULT_ACCOUNT_ID
    region = region_name or os.environ.get("AWS_DEFAULT_REGION") or "us-east-1"
    if not _ACCOUNT_ID.fullmatch(account):
        raise ValueError(f"account_id {account!r} is not of 12 digits")
    try:
        return pinpointsmsvoicev2_backends[account][region]
    except KeyError:
        raise ValueError(f"the service has no endpoint in {region!r}") from None


def answer(request: Any, full_url: str) -> Answer:
    """Answer a request below ``/moto-api/pinpoint-sms-voice-v2/``."""
    withhold_permissions()
    status, headers, body = _answer(request, full_url)
    return status, {**_PROTECTION, **headers}, body


def _answer(request: Any, full_url: str) -> Answer:
    method = "GET" if request.method == "HEAD" else request.method
    try:
        url = urlsplit(full_url)
        call = url.path.partition(SERVICE_NAME)[2]
        is_file = method == "GET" and call[1:] in page_files()
        wrong = refusal(request.headers, full_url, is_navigable=is_file)
        if wrong is not None:
            return _json(403, {"message": wrong})
        if not call:
            return 308, {"location": f"{SERVICE_NAME}/"}, ""
        if is_file:
            return page_file(call[1:])
        body = request.body if hasattr(request, "body") else request.get_data()
        result = _perform(method, call[1:], url.query, body)
    except ValueError as wrong_call:
        return _json(400, {"message": str(wrong_call)})
    if method == "GET":
        return _unless_known(_json(200, result), request.headers.get("If-None-Match"))
    return _json(200, result)


def places() -> list[dict[str, Any]]:
    """Return each account and Region in use, with what there is to see."""
    return [
        {
            "account_id": account_id,
            "region_name": region_name,
            "has_messages": next(backend.log.conversations(), None) is not None,
            "waiting_registrations": backend.waiting_registrations(),
        }
        for account_id, regions in list(pinpointsmsvoicev2_backends.items())
        for region_name, backend in list(regions.items())
    ]


def _perform(method: str, call: str, query: str, body: bytes | str | None) -> Any:
    if (method, call) == ("GET", "places"):
        return places()
    if method == "POST" and call in ACTING:
        arguments = _json_object(body)
    elif method == "GET" and call in READING:
        arguments = _query(query)
    elif (method, call) == ("DELETE", "messages"):
        call, arguments = "clear_messages", _query(query)
    else:
        raise ValueError(f"there is no {method} {call!r}; POST one of {', '.join(ACTING)}")
    place = {name: arguments.pop(name, None) for name in ("region_name", "account_id")}
    if method == "GET":
        arguments = read_numbers(getattr(PinpointSMSVoiceV2Backend, call), arguments)
    return perform(find_backend(**place), call, plain(arguments))


def _query(query: str) -> dict[str, Any]:
    given = parse_qsl(query, keep_blank_values=True, errors="strict")
    arguments = dict(given)
    if len(arguments) < len(given):
        raise ValueError("a parameter is given twice")
    return arguments


def _json_object(body: bytes | str | None) -> dict[str, Any]:
    text = body.decode("utf-8") if isinstance(body, bytes) else body
    try:
        members = json.loads(text or "{}", parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise ValueError("the body is not JSON") from None
    if not isinstance(members, dict):
        raise ValueError("the body is not a JSON object")
    return members


def _refuse_constant(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


def _json(status: int, value: Any) -> Answer:
    headers = {"content-type": "application/json", "cache-control": "no-store"}
    return status, headers, json.dumps(value, default=as_json)


def _unless_known(found: Answer, etag_known: str | None) -> Answer:
    """Return the answer, or that it is still what the asker has: the page asks every second."""
    status, headers, body = found
    headers["etag"] = f'"{sha256(body.encode("utf-8")).hexdigest()[:32]}"'
    return (304, headers, "") if headers["etag"] == etag_known else (status, headers, body)


def _sentence(error: ServiceError) -> str:
    """Return what a refusal says, with what is wrong with each field."""
    wrong = [f"{each['Name']} {each['Message']}" for each in error.members.get("Fields", ())]
    return ": ".join([error.message, *filter(None, [", ".join(wrong)])])
