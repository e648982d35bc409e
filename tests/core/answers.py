"""What every answer of the door has."""

from __future__ import annotations

import re
from typing import Any

import requests

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def error(answer: requests.Response) -> dict[str, Any]:
    """Return the body of a refusal, of which the headers say the same."""
    assert answer.headers["content-type"] == "application/x-amz-json-1.0"
    body: dict[str, Any] = answer.json()
    assert answer.headers["x-amzn-errortype"] == body["__type"]
    assert UUID.fullmatch(answer.headers["x-amzn-requestid"])
    assert 400 <= answer.status_code < 500
    assert body["Message"]
    return body
