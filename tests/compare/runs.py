"""Runs of the command: what they bring, and which probes they are of."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from moto_pinpoint_sms_v2.__main__ import main
from moto_pinpoint_sms_v2.compare.probes import Probe


@dataclass(frozen=True)
class Compared:
    """What a run brought: the exit code, the report, and what was printed."""

    code: int
    report: dict[str, Any]
    told: str
    left: dict[str, int]
    """How many of each thing the account has afterwards."""

    def rows(self, verdict: str) -> list[str]:
        return verdicts(self.report, verdict)


Compare = Callable[[str, int], Compared]


def compare(endpoint_url: str, level: int, folder: Path, *more: str) -> tuple[int, dict[str, Any]]:
    """Return the exit code and the report."""
    out = folder / "report.json"
    options = ["--endpoint-url", endpoint_url, "--level", str(level), "--out", str(out), *more]
    code = main(["compare", *options, *(["--yes"] if level else [])])
    return code, json.loads(out.read_text("utf-8"))


def verdicts(report: dict[str, Any], verdict: str) -> list[str]:
    return [row["row"] for row in report["rows"] if row["verdict"] == verdict]


def calling(operation: str) -> Callable[[Probe], bool]:
    return lambda probe: any(step.call == operation for step in probe.steps)


def asks_once(probe: Probe) -> bool:
    """Say whether it asks no question for each registration type, of which there are many."""
    return all(step.each is None for step in probe.steps)
