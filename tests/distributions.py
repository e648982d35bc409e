"""Check what would be published: ``python -m tests.distributions FOLDER``, see tox.ini."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

OF_THE_CONTENTS = ["tests/test_documentation.py", "tests/test_packaging.py", "tests/test_readme.py"]


def main(folder: str) -> int:
    """Check the wheel and the sdist in ``folder``, and return the exit code."""
    (wheel,) = Path(folder).glob("*.whl")
    (sdist,) = Path(folder).glob("*.tar.gz")
    _python("-m", "twine", "check", "--strict", wheel, sdist)
    _python("-m", "check_wheel_contents", wheel)
    _python("-m", "pyroma", "--min=10", sdist)
    with tempfile.TemporaryDirectory() as unpacked, tarfile.open(sdist) as archive:
        archive.extractall(unpacked)  # noqa: S202 - we have just packed it
        (root,) = Path(unpacked).iterdir()
        # By its own command: with -m the folder itself would come before the installed wheel.
        pytest = str(Path(sys.executable).with_name("pytest"))
        subprocess.run([pytest, "-q", *OF_THE_CONTENTS], cwd=root, check=True)  # noqa: S603
    return 0


def _python(*arguments: str | Path, cwd: Path | None = None) -> None:
    subprocess.run([sys.executable, *arguments], cwd=cwd, check=True)  # noqa: S603


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
