"""Evidence: reports that came in, held against the mock without an account."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .comparison import NOT, Verdict, judge
from .mock_side import mock_run
from .probes import probes
from .running import Seen


def replay(report: dict[str, Any]) -> Iterator[Verdict]:
    """Ask the mock what AWS was asked, and yield each verdict; a changed probe is not asked."""
    recorded = {(row["row"], row.get("digest")): row for row in report["rows"]}
    with mock_run(
        report["region_name"],
        report["level"],
        report["account_tier"],
        run_id="0000",
        elsewhere=elsewhere_than(report["region_name"]),
    ) as run:
        for number, probe in enumerate(probes(), 1):
            row = recorded.get((probe.row, probe.digest))
            if row is None or row["verdict"] == NOT:
                yield Verdict(probe.row, probe.level, NOT, probe.digest, "not recorded")
                continue
            yield judge(probe, Seen(row["aws"]), run.probe(probe, number))


def read_reports(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each report of a folder with its name."""
    for path in sorted(folder.glob("*.json")):
        yield path.name, json.loads(path.read_text("utf-8"))


def elsewhere_than(region_name: str) -> str:
    """Return another Region."""
    return "eu-west-1" if region_name != "eu-west-1" else "us-east-1"
