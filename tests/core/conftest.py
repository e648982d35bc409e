"""The door without boto3: raw requests, in process and to a server."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import requests

Post = Callable[..., requests.Response]

SIGNATURE = (
    "AWS4-HMAC-SHA256 Credential=testing/20260101/us-east-1/sms-voice/aws4_request, "
    "SignedHeaders=host, Signature=0"
)


@pytest.fixture(params=["in process", "over HTTP"])
def url(request: pytest.FixtureRequest) -> str:
    """Where requests go: to the mocked endpoint, or to a server."""
    if request.param == "in process":
        request.getfixturevalue("aws")
        return "https://sms-voice.us-east-1.amazonaws.com"
    server: str = request.getfixturevalue("threaded_server")
    return server


@pytest.fixture
def post(url: str) -> Post:
    """Send a body as it stands to an operation."""

    def send(
        operation: str | None, body: str | bytes = b"{}", *, method: str = "POST", **headers: str
    ) -> requests.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        if operation is not None:
            named["X-Amz-Target"] = f"PinpointSMSVoiceV2.{operation}"
        return requests.request(
            method,
            url + "/",
            data=body.encode("utf-8") if isinstance(body, str) else body,
            headers={
                "Authorization": SIGNATURE,
                "Content-Type": "application/x-amz-json-1.0",
                **named,
            },
            timeout=60,
        )

    return send
