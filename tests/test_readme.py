"""Every block of code in the README and in the package's documentation does what it says."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from .documentation import ADDRESS, DOCS, ROOT, blocks
from .subprocesses import OUR_PLUGIN, environment, run_warm

README = (ROOT / "README.md").read_text("utf-8")
FIRST_SCREEN = README.splitlines()[:40]
LINES = [line for block in blocks("sh").values() for line in block.splitlines()]
CURL = [line for line in LINES if line.startswith("curl ")]
COMMANDS = [
    command.strip()
    for line in LINES
    if not line.startswith(("curl ", "export "))
    for command in re.split(" && ", re.split("  # | > ", line)[0])
]

CHECKED_ELSEWHERE = {
    "python3 -m venv .venv": ".ci/run, see below",
    ".venv/bin/pip install .": "tox installs the wheel",
    ".venv/bin/moto-pinpoint-sms-v2 demo": "tests/test_main.py",
    ".venv/bin/pip install tox": ".ci/run, see below",
    ".venv/bin/tox": ".ci/run, see below",
    "pip install '.[server]'": "tests/test_main.py asks for it",
    "moto-pinpoint-sms-v2 server --port 5000": "tests/test_server.py",
    "moto-pinpoint-sms-v2 snapshot --region eu-west-1": "tests/account",
    "moto-pinpoint-sms-v2 server --account account.json": "tests/account",
    "moto-pinpoint-sms-v2 compare --region eu-west-1 --level 0 --out report.json": "tests/compare",
    "aws pinpoint-sms-voice-v2 describe-opt-out-lists": "tests/test_cli.py runs the block",
    'python3 -c "import moto_pinpoint_sms_v2; from moto.server import main; main()" --port 5000': (
        "tests/test_server.py"
    ),
}


@pytest.mark.parametrize("name", blocks("python"))
def test_a_block_of_python_runs_where_nothing_is_set(name: str, tmp_path: Path) -> None:
    (tmp_path / "test_block.py").write_text(blocks("python")[name], "utf-8")
    command = ["test_block.py"]
    if "def test_" in blocks("python")[name]:
        command = ["-m", "pytest", "-q", "-p", "no:cacheprovider", *OUR_PLUGIN, *command]
    nothing_set = {
        key: value for key, value in environment().items() if not key.startswith(("AWS_", "MOTO_"))
    }

    done = run_warm(*command, cwd=tmp_path, env={**nothing_set, "HOME": str(tmp_path)})

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(shutil.which("curl") is None, reason="needs curl")
@pytest.mark.parametrize("line", CURL)
def test_a_line_of_curl_is_answered(line: str, own_server: str) -> None:
    words = shlex.split(line.replace(ADDRESS, own_server))
    words[1:1] = ["--silent", "--show-error", "--fail-with-body", "--max-time", "60"]

    done = subprocess.run(words, capture_output=True, text=True, timeout=90, check=False)  # noqa: S603

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


def test_the_readme_has_at_most_220_lines() -> None:
    assert len(README.splitlines()) <= 220
