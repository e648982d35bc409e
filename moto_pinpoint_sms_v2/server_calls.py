"""The Simulator's calls to a running server."""

from __future__ import annotations

import json
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from .pinpointsmsvoicev2.simulator_calls.answers import NotOne
from .plugin import CONTROL_PATH

_TIME_LIMIT = 60
"""Seconds that an answer may take: loading a large account takes a few."""


def ask(endpoint_url: str, call: str, arguments: dict[str, Any] | None = None) -> Any:
    """Make a call with its arguments, or get what the address says, and return the answer."""
    request = Request(  # noqa: S310 - the URL is the user's own
        endpoint_url.rstrip("/") + CONTROL_PATH + call,
        data=None if arguments is None else json.dumps(arguments).encode("utf-8"),
        headers={"Content-Type": "application/json"},
    )
    try:
        with urlopen(request, timeout=_TIME_LIMIT) as response:  # noqa: S310
            text = response.read()
    except HTTPError as refused:
        with refused:
            text = refused.read()
        error = NotOne if refused.code == NotOne.status else ValueError
        raise error(_message(text) or f"{endpoint_url} has no Simulator") from None
    except (OSError, HTTPException) as wrong:
        reason = getattr(wrong, "reason", wrong)
        raise ConnectionError(f"{endpoint_url} does not answer: {reason}") from None
    try:
        return json.loads(text)
    except ValueError:
        raise ValueError(f"{endpoint_url} has no Simulator") from None


def _message(text: bytes) -> str | None:
    """Return what the server says is wrong, None if it does not know of these calls."""
    try:
        return str(json.loads(text)["message"])
    except (ValueError, KeyError, TypeError):
        return None
