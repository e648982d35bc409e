"""The server's access log, which an open page does not fill."""

from __future__ import annotations

import logging

import pytest
import requests

PAGE = "/moto-api/pinpoint-sms-voice-v2/"


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return the requests in the log, in order."""
    texts = (record.getMessage() for record in caplog.records if record.name == "werkzeug")
    return [text.partition('"')[2].split(" HTTP/")[0].removeprefix("\x1b[31m\x1b[1m")
            for text in texts]  # fmt: skip


def test_opening_the_page_is_one_line_and_what_it_then_asks_none(
    threaded_server: str, caplog: pytest.LogCaptureFixture
) -> None:
    asked = ["", "page.css", "page.js", "places?", "conversations?search=&limit=50"]
    asked += ["registrations?limit=50", "pending_reviews", "places?", "messages", "calls"]
    with caplog.at_level(logging.INFO, "werkzeug"):
        etag = ""
        for path in asked:
            found = requests.get(
                threaded_server + PAGE + path, headers={"If-None-Match": etag}, timeout=60
            )
            etag = found.headers.get("etag", "")

    assert lines(caplog) == [f"GET {PAGE}{path}" for path in ("", "messages", "calls")]


def test_what_goes_wrong_is_in_the_log(
    threaded_server: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "werkzeug"):
        requests.get(f"{threaded_server}{PAGE}conversations?limit=few", timeout=60)

    assert lines(caplog) == [f"GET {PAGE}conversations?limit=few"]
