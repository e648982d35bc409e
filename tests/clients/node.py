"""Clients that run on Node: where they are, and how tox installs them.

``python -m tests.clients.node FOLDER PACKAGE...`` installs the packages there, where npm is.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_FOLDER = os.environ.get("NODE_CLIENTS", "")


def modules() -> Path:
    """Return the folder of the packages."""
    return Path(_FOLDER) / "node_modules"


def needs(package: str) -> pytest.MarkDecorator:
    """Skip where the package is not installed; in CI it must be."""
    missing = not (_FOLDER and (modules() / package).is_dir())
    if missing and _FOLDER and os.environ.get("CI"):
        missing = False
    return pytest.mark.skipif(missing, reason=f"needs Node and npm's {package} (see tox.ini)")


def environment(home: Path) -> dict[str, str]:
    """Return what a client is to know of its surroundings, and no more."""
    return {
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing",
        "AWS_REGION": "us-east-1",
        "AWS_EC2_METADATA_DISABLED": "true",
        "CDK_DISABLE_VERSION_CHECK": "1",
        "HOME": str(home),
        "NODE_NO_WARNINGS": "1",
        "NODE_PATH": str(modules()),
        "PATH": os.environ["PATH"],
    }


def install(folder: str, *packages: str) -> None:
    """Install packages of npm; without npm, the tests will say what they miss."""
    npm = shutil.which("npm")
    if npm is not None:
        command = [npm, "install", "--no-audit", "--no-fund", "--silent", "--prefix", folder]
        subprocess.run([*command, *packages], check=True)  # noqa: S603 - tox's own arguments


if __name__ == "__main__":
    install(*sys.argv[1:])
