"""The AWS SDK for JavaScript v3 against our server."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ..examples.registration_story import Aws, Refused, put_picture, story
from .node import environment, needs

pytestmark = needs("@aws-sdk/client-pinpoint-sms-voice-v2")


class JavaScript:
    """A program of Node's that calls the service."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def answer(self, operation: str, **members: Any) -> dict[str, Any]:
        """Make one call, and return its result or its error."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps([operation, members]), file=self._process.stdin, flush=True)
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer

    def __call__(self, operation: str, /, **members: Any) -> dict[str, Any]:
        """Make one call, by the command line's name of the operation."""
        name = "".join(word.capitalize() for word in operation.split("-"))
        answer = self.answer(name, **members)
        if "error" in answer:
            raise Refused(f"{answer['error']['name']}: {answer['error']['message']}")
        return dict(answer["result"])


@pytest.fixture
def javascript(own_server: str, tmp_path: Path) -> Iterator[JavaScript]:
    """The SDK, in a process of its own."""
    command = [shutil.which("node") or "node", str(Path(__file__).parent / "calls.cjs"), own_server]
    with subprocess.Popen(  # noqa: S603 - our own program
        command,
        env=environment(tmp_path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield JavaScript(process)
        process.terminate()


def test_the_registration_s_story(javascript: JavaScript, own_server: str) -> None:
    put_picture(own_server)
    aws: Aws = javascript

    story(aws)


def test_a_refusal_is_an_error_of_the_sdk_s_own_class(javascript: JavaScript) -> None:
    javascript("create-opt-out-list", OptOutListName="news")

    refused = javascript.answer("CreateOptOutList", OptOutListName="news")

    assert refused == {
        "error": {
            "name": "ConflictException",
            "message": 'Conflict Occurred - Reason="RESOURCE_ALREADY_EXISTS" '
            'ResourceType="opt-out-list" ResourceId="news"',
            "fault": "client",
            "typed": True,
            "Reason": "RESOURCE_ALREADY_EXISTS",
            "ResourceType": "opt-out-list",
            "ResourceId": "news",
        }
    }


def test_a_refused_field_is_named(javascript: JavaScript) -> None:
    refused = javascript.answer("CreateOptOutList", OptOutListName="no spaces")["error"]

    assert (refused["name"], refused["Reason"]) == ("ValidationException", "INVALID_PARAMETER")
    assert [field["Name"] for field in refused["Fields"]] == ["optOutListName"]


def test_a_paginator_reads_page_after_page(javascript: JavaScript) -> None:
    for number in range(4):
        javascript("create-opt-out-list", OptOutListName=f"list-{number}")

    pages = javascript.answer("DescribeOptOutLists", pageSize=2)["result"]["pages"]

    assert [len(page["OptOutLists"]) for page in pages] == [2, 2, 1]


def test_a_timestamp_is_a_date(javascript: JavaScript) -> None:
    created = javascript("create-opt-out-list", OptOutListName="news")

    assert created["CreatedTimestamp"].endswith("Z")
