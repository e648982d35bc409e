"""Every block of code in the README does what it says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from .documentation import DOCS
from .subprocesses import package_is_installed, run

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
FIRST_SCREEN = README.splitlines()[:25]
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
PYTHON = [code for language, code in BLOCKS if language == "python"]
COMMANDS = [
    command.strip()
    for language, code in BLOCKS
    if language == "sh"
    for line in code.splitlines()
    for command in shlex.join(shlex.split(line, comments=True)).split("'&&'")
]

GIVEN = """
import random
import boto3

def send_login_code(phone_number, origination):
    boto3.client("pinpoint-sms-voice-v2").send_text_message(
        DestinationPhoneNumber=phone_number,
        OriginationIdentity=origination,
        MessageBody=f"Your code is {random.randrange(10**6):06}",
    )
"""
"""What the first example takes from its reader."""

CHECKED_ELSEWHERE = {
    "python3 -m venv .venv": ".ci/run, see below",
    ".venv/bin/pip install .": "tox installs the wheel",
    ".venv/bin/moto-pinpoint-sms-v2 demo": "tests/test_main.py",
    ".venv/bin/pip install tox": ".ci/run, see below",
    ".venv/bin/tox": ".ci/run, see below",
    "pip install '.[server]'": "tests/test_main.py asks for it",
    "moto-pinpoint-sms-v2 server --port 5000": "tests/test_server.py",
    "aws --endpoint-url http://127.0.0.1:5000 pinpoint-sms-voice-v2 describe-opt-out-lists": (
        "tests/test_cli.py"
    ),
}


@pytest.mark.parametrize("code", PYTHON, ids=range(len(PYTHON)))
def test_a_block_of_python_runs(code: str, tmp_path: Path) -> None:
    (tmp_path / "test_block.py").write_text(GIVEN + code, "utf-8")
    arguments = ["test_block.py"]
    if "def test_" in code:
        arguments = ["-m", "pytest", "-q", "-p", "no:cacheprovider"]
        if not package_is_installed():
            arguments += ["-p", "moto_pinpoint_sms_v2.pytest_plugin"]
        arguments.append("test_block.py")

    done = run(*arguments, cwd=tmp_path)

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_one_that_is_checked(command: str) -> None:
    assert command in CHECKED_ELSEWHERE


def test_ci_runs_the_command_that_the_readme_gives_for_the_tests() -> None:
    command = "python3 -m venv .venv && .venv/bin/pip install tox && .venv/bin/tox"

    assert command in README
    assert (ROOT / ".ci" / "run").read_text("utf-8").splitlines()[-1] == command


def test_the_first_screen_has_the_job_in_code() -> None:
    assert "def test_" in "\n".join(FIRST_SCREEN)


def test_the_long_pages_are_linked_from_the_first_screen() -> None:
    linked = re.findall(r"\]\((moto_pinpoint_sms_v2/docs/\w+\.md)\)", "\n".join(FIRST_SCREEN))

    assert {ROOT / path for path in linked} == set(DOCS.glob("*.md"))
