"""The AWS command line against our server; it is another botocore, and shows only messages."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from .documentation import ADDRESS, blocks
from .examples.registration_story import Aws, Refused, put_picture, story

AWSCLI = os.environ.get("AWSCLI", "")

pytestmark = pytest.mark.skipif(
    not AWSCLI, reason="needs AWSCLI, the path of an aws command (see tox.ini)"
)


@pytest.fixture
def aws(own_server: str, tmp_path: Path) -> Aws:
    """The command line as a way to call the service."""
    environment = {
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_PAGER": "",
        "HOME": str(tmp_path),
        "PATH": os.environ["PATH"],
    }

    def call(operation: str, /, **members: Any) -> Any:
        done = subprocess.run(  # noqa: S603 - the command line under test
            [
                *(AWSCLI, "--endpoint-url", own_server, "--output", "json"),
                *("pinpoint-sms-voice-v2", operation),
                *("--cli-input-json", json.dumps(members)),
            ],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        if done.returncode:
            raise Refused(done.stderr)
        return json.loads(done.stdout or "{}")

    return call


def test_the_registration_s_story(aws: Aws, own_server: str) -> None:
    put_picture(own_server)

    story(aws)


def test_the_readme_s_lines_work_as_they_stand(own_server: str, tmp_path: Path) -> None:
    (block,) = (code for code in blocks("sh").values() if "\naws " in code)

    done = subprocess.run(  # noqa: S603 - the command line under test
        ["bash", "-euc", block.replace(ADDRESS, own_server)],  # noqa: S607
        env={"PATH": f"{Path(AWSCLI).parent}:{os.environ['PATH']}", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (done.stderr, done.returncode) == ("", 0)
    assert json.loads(done.stdout)["OptOutLists"][0]["OptOutListName"] == "Default"


def test_the_message_of_a_refusal_says_all_that_it_is_about(aws: Aws) -> None:
    aws("create-opt-out-list", OptOutListName="news")

    with pytest.raises(Refused) as refused:
        aws("create-opt-out-list", OptOutListName="news")

    assert (
        "An error occurred (ConflictException) when calling the CreateOptOutList operation: "
        'Conflict Occurred - Reason="RESOURCE_ALREADY_EXISTS" ResourceType="opt-out-list" '
        'ResourceId="news"'
    ) in str(refused.value)


def test_the_command_line_reads_page_after_page(aws: Aws) -> None:
    for number in range(5):
        aws("create-opt-out-list", OptOutListName=f"list-{number}")

    found = aws("describe-opt-out-lists", MaxResults=2)

    assert len(found["OptOutLists"]) == 6
