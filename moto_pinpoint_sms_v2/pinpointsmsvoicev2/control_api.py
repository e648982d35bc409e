"""The Simulator's calls over HTTP, and the page, under moto's own /moto-api."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, NoReturn
from urllib.parse import parse_qsl, urlsplit

from .access_log import leave_out
from .chunks import guard_chunks
from .control import VIEWS, find_backend, perform, places, view_parameters
from .core.contract import SERVICE_NAME
from .core.plain import as_json, plain
from .core.words import hint
from .cross_origin import refusal, withhold_permissions
from .message_files import message_file
from .page_files import page_file, page_files
from .simulator_calls import CALLS
from .simulator_calls.answers import NotOne

Answer = tuple[int, dict[str, str], str | bytes]

_POLLED = frozenset((*VIEWS, "places", "media"))
"""What an open page asks for by itself."""
_PROTECTION = {
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
}
"""Headers of every answer: it is what it says, and for no other site."""


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
        leave_out(_POLLED)
        if is_file:
            return page_file(call[1:])
        if (method, call) == ("GET", "/media"):
            return message_file(url.query)
        result, headers = _perform(method, call[1:], url.query, _body_of(request))
    except ValueError as wrong_call:
        return _json(400, {"message": str(wrong_call)})
    except NotOne as found:
        return _json(NotOne.status, {"message": str(found)})
    if method == "GET":
        return _unless_known(_json(200, result, headers), request.headers.get("If-None-Match"))
    return _json(200, result, headers)


def _body_of(request: Any) -> bytes | str | None:
    guard_chunks(request)
    try:
        body: bytes | str | None = request.body if hasattr(request, "body") else request.get_data()
    except OSError as error:
        raise ValueError(f"The body is broken: {error}") from error
    return body


def _perform(
    method: str, call: str, query: str, body: bytes | str | None
) -> tuple[Any, dict[str, str]]:
    """Return the result, with headers that say where it was looked for."""
    if method == "GET" and call in _ABOUT:
        return _ABOUT[call](), {}
    if method == "POST" and call in CALLS:
        arguments = _json_object(body)
    elif method == "GET" and (call in VIEWS or (call in CALLS and CALLS[call].is_look)):
        parameters = CALLS[call].parameters if call in CALLS else view_parameters(call)
        arguments = parameters.read_numbers(_query(query))
    elif (method, call) == ("DELETE", "messages"):
        call, arguments = "clear_messages", _query(query)
    else:
        raise ValueError(_no_such_call(method, call))
    place = {name: arguments.pop(name, None) for name in ("region_name", "account_id")}
    backend = find_backend(**place)
    found_at = {
        "x-moto-region-name": backend.region_name,
        "x-moto-account-id": backend.account_id,
    }
    return perform(backend, call, plain(arguments)), found_at


def _no_such_call(method: str, call: str) -> str:
    if call in CALLS:
        return f"there is no {method} {call!r}, but POST; GET calls lists what there is"
    meant = hint(call, [*CALLS, *VIEWS])
    return f"there is no {method} {call!r}{meant or ';'} GET calls lists what there is"


def _calls() -> list[dict[str, Any]]:
    """Return every call as it was declared."""
    return [
        {
            "call": name,
            "methods": ["GET", "POST"] if each.is_look else ["POST"],
            "summary": each.summary,
            "parameters": each.parameters.described(),
        }
        for name, each in CALLS.items()
    ]


_ABOUT = {"calls": _calls, "places": places}
"""What GET tells of the whole server."""


def _query(query: str) -> dict[str, Any]:
    given = parse_qsl(query, keep_blank_values=True, errors="strict")
    arguments = dict(given)
    if len(arguments) < len(given):
        raise ValueError("a parameter is given twice")
    return arguments


def _json_object(body: bytes | str | None) -> dict[str, Any]:
    try:
        text = body.decode("utf-8") if isinstance(body, bytes) else body
        members = json.loads(text or "{}", parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise ValueError("the body is not JSON in UTF-8") from None
    if not isinstance(members, dict):
        raise ValueError("the body is not a JSON object")
    return members


def _refuse_constant(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


def _json(
    status: int, value: Any, more: Mapping[str, str] | None = None
) -> tuple[int, dict[str, str], str]:
    headers = {"content-type": "application/json", "cache-control": "no-store", **(more or {})}
    return status, headers, json.dumps(value, default=as_json)


def _unless_known(found: tuple[int, dict[str, str], str], etag_known: str | None) -> Answer:
    """Return the answer, or that it is still what the asker has: the page asks every second."""
    status, headers, body = found
    headers["etag"] = f'"{sha256(body.encode("utf-8")).hexdigest()[:32]}"'
    return (304, headers, "") if headers["etag"] == etag_known else (status, headers, body)
