"""Fresh interpreters, for what can be seen only in one."""

from __future__ import annotations

import atexit
import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import metadata
from pathlib import Path
from time import monotonic, sleep

import moto_pinpoint_sms_v2

_WARM = Path(__file__).with_name("warm_python.py")
_WHERE_THE_PACKAGE_LIES = Path(moto_pinpoint_sms_v2.__file__).parents[1]

OLD_BOTOCORE = "ignore:datetime.datetime.utcnow() is deprecated:DeprecationWarning"
"""What Python from 3.12 on says of the oldest botocore that is supported."""


OUR_PLUGIN = ("-p", "moto_pinpoint_sms_v2.pytest_plugin")
"""What a pytest is told that looks for no plugins, since each costs time."""


def package_is_installed() -> bool:
    """Say whether pytest finds the package by itself, and not only we, in its folder."""
    return bool(metadata.entry_points(group="pytest11", name="moto-pinpoint-sms-v2"))


def environment(**more: str) -> dict[str, str]:
    """Return this environment, in which the very package under test is found from anywhere."""
    return {
        **os.environ,
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing",
        "AWS_DEFAULT_REGION": "us-east-1",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
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
    return _well_ended(run("-W", "error", "-W", OLD_BOTOCORE, "-c", code, cwd=cwd, **more))


def printed_warm(code: str, cwd: Path, **more: str) -> str:
    """Return the same of a warm Python: one in which others' libraries are imported already."""
    return _well_ended(
        run_warm("-c", code, cwd=cwd, env=environment(**more), forgiven=OLD_BOTOCORE)
    )


def _well_ended(done: subprocess.CompletedProcess[str]) -> str:
    assert (done.stderr, done.returncode) == ("", 0)
    return done.stdout.strip()


def run_warm(
    *arguments: str, cwd: Path, env: dict[str, str], forgiven: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a warm Python; where a warning is forgiven, all others are errors."""
    with tempfile.TemporaryDirectory() as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        wanted = {
            "arguments": arguments,
            "cwd": str(cwd),
            "environment": env,
            "forgiven": forgiven,
            "outputs": [str(out), str(err)],
        }
        python = _warm()
        assert python.stdin is not None
        assert python.stdout is not None
        python.stdin.write(json.dumps(wanted) + "\n")
        python.stdin.flush()
        code = int(python.stdout.readline())
        return subprocess.CompletedProcess(arguments, code, out.read_text(), err.read_text())


@cache
def _warm() -> subprocess.Popen[str]:
    python = subprocess.Popen(  # noqa: S603 - our own interpreter and code
        [sys.executable, str(_WARM)],
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    atexit.register(python.communicate)
    return python


@contextmanager
def listening(*arguments: str, cwd: Path) -> Iterator[str]:
    """Run Python with these arguments and ``--port``, and give the URL at which it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with subprocess.Popen(  # noqa: S603 - our own interpreter and code
        [sys.executable, *arguments, "--port", str(port)],
        cwd=cwd,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            _await(port, server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _await(port: int, server: subprocess.Popen[bytes]) -> None:
    deadline = monotonic() + 60
    while server.poll() is None and monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            sleep(0.05)
        else:
            return
    raise RuntimeError("the server does not start")
