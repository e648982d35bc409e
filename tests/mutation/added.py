"""The lines of the package that came since a commit."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

from .reached import PACKAGE, ROOT


def files() -> list[str]:
    """Return the package's files of code."""
    return sorted(str(path.relative_to(ROOT / PACKAGE)) for path in (ROOT / PACKAGE).rglob("*.py"))


def added_lines(since: str, kept: Path) -> dict[str, list[int]]:
    """Return by file the lines that came since a commit, and were not only moved; keep them."""
    if not kept.exists():
        kept.write_text(json.dumps({file: list(_added(file, since)) for file in files()}), "utf-8")
    lines: dict[str, list[int]] = json.loads(kept.read_text("utf-8"))
    return lines


def head() -> str:
    """Return the commit that is checked out."""
    return _git("rev-parse", "--short", "HEAD").strip()


def _added(file: str, since: str) -> Iterator[int]:
    told = _git("blame", "-s", "-w", "-M", "-C", f"{since}..HEAD", "--", f"{PACKAGE}/{file}")
    for number, line in enumerate(told.splitlines(), 1):
        if not line.startswith("^"):
            yield number


def _git(*arguments: str) -> str:
    done = subprocess.run(  # noqa: S603
        ["git", *arguments],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout
