"""Fresh interpreters, for what can be seen only in one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import moto_pinpoint_sms_v2

_WHERE_THE_PACKAGE_LIES = Path(moto_pinpoint_sms_v2.__file__).parents[1]


def environment(**more: str) -> dict[str, str]:
    """Return this environment, in which the very package under test is found from anywhere."""
    return {
        **os.environ,
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing",
        "AWS_DEFAULT_REGION": "us-east-1",
        "PYTHONPATH": str(_WHERE_THE_PACKAGE_LIES),
        **more,
    }


def run(*arguments: str, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run Python with these arguments, and return what came out."""
    return subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, *arguments],
        cwd=cwd,
        env=environment(**more),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def printed(code: str, cwd: Path, **more: str) -> str:
    """Return what ``code`` prints; it must end well, and warn of nothing."""
    done = run("-W", "error", "-c", code, cwd=cwd, **more)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


def start(*arguments: str, cwd: Path, **more: Any) -> subprocess.Popen[str]:
    """Start Python with these arguments; the caller ends it."""
    return subprocess.Popen(  # noqa: S603 - our own interpreter and code
        [sys.executable, *arguments],
        cwd=cwd,
        env=environment(**more),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
