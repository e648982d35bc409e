"""The files of messages, as the server hands them out."""

from __future__ import annotations

from typing import Any

import boto3
import pytest
import requests

from .support import REGION

MEDIA = "/moto-api/pinpoint-sms-voice-v2/media"


@pytest.fixture
def s3(threaded_server: str) -> Any:
    s3 = boto3.client("s3", region_name=REGION, endpoint_url=threaded_server)
    s3.create_bucket(Bucket="media")
    return s3


def get(server: str, url: str) -> requests.Response:
    return requests.get(server + MEDIA, params={"url": url}, timeout=60)


@pytest.mark.parametrize(
    ("name", "told", "shown", "how"),
    [
        ("a.png", "image/png", "image/png", "inline"),
        ("a", "image/jpeg; q=1", "image/jpeg", "inline"),
        ("a.gif", "binary/octet-stream", "image/gif", "inline"),
        ("a.svg", "image/svg+xml", "application/octet-stream", "attachment"),
        ("a.svg", "binary/octet-stream", "application/octet-stream", "attachment"),
        ("a.png", "text/html", "application/octet-stream", "attachment"),
        ("a.html", "binary/octet-stream", "application/octet-stream", "attachment"),
        ("a.pdf", "application/pdf", "application/octet-stream", "attachment"),
    ],
)
def test_a_picture_is_shown_and_anything_else_is_a_download(
    threaded_server: str, s3: Any, name: str, told: str, shown: str, how: str
) -> None:
    s3.put_object(Bucket="media", Key=name, Body=b"\x89PNG\xff<script>", ContentType=told)

    found = get(threaded_server, f"s3://media/{name}")

    assert (found.status_code, found.content) == (200, b"\x89PNG\xff<script>")
    assert (found.headers["content-type"], found.headers["content-disposition"]) == (shown, how)
    assert found.headers["x-content-type-options"] == "nosniff"
    assert found.headers["content-security-policy"] == (
        "default-src 'none'; sandbox; frame-ancestors 'none'"
    )
    assert found.headers["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize("url", ["s3://media/gone.png", "s3://nowhere/a.png", "https://a/b", ""])
def test_what_is_not_there_is_400(threaded_server: str, s3: Any, url: str) -> None:
    found = get(threaded_server, url)

    assert (found.status_code, list(found.json())) == (400, ["message"])


def test_another_site_gets_no_file(threaded_server: str, s3: Any) -> None:
    s3.put_object(Bucket="media", Key="a.png", Body=b"a", ContentType="image/png")

    refused = requests.get(
        threaded_server + MEDIA,
        params={"url": "s3://media/a.png"},
        headers={"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "image"},
        timeout=60,
    )

    assert refused.status_code == 403
