"""Reports: a table for whoever ran it, and JSON for a public issue and for the tests."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import botocore

from .. import __version__
from .comparison import DIFFERS, NOT, Verdict, counted


def report(
    verdicts: Sequence[Verdict], *, region_name: str, level: int, tier: str, date: str
) -> dict[str, Any]:
    """Return what a run found, fit to be shown to anybody."""
    return {
        "version": 1,
        "date": date,
        "region_name": region_name,
        "level": level,
        "account_tier": tier,
        "botocore": botocore.__version__,
        "moto_pinpoint_sms_v2": __version__,
        "rows": [
            {name: value for name, value in asdict(each).items() if value not in (None, "")}
            for each in verdicts
        ],
    }


def table(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Yield the lines of the table."""
    width = max(len(each.row) for each in verdicts)
    for each in verdicts:
        yield f"{each.row:<{width}}  {each.verdict}" + (
            f" ({each.why})" if each.verdict == NOT else ""
        )
        if each.verdict == DIFFERS:
            yield from _differences(each)
    counts = counted(verdicts)
    yield ", ".join(f"{count} {verdict}" for verdict, count in counts.items())


def _differences(verdict: Verdict) -> Iterator[str]:
    """Yield the answers that differ, call by call; a long one is cut, for the report has it."""
    for aws, mock in zip(verdict.aws or (), verdict.mock or (), strict=False):
        if aws != mock:
            yield f"    {aws['call']}"
            yield f"        AWS   {_short(aws)}"
            yield f"        mock  {_short(mock)}"
    asked, answered = len(verdict.aws or ()), len(verdict.mock or ())
    if asked != answered:
        yield f"    AWS was asked {asked} times, the mock {answered}"


def _short(answer: Mapping[str, Any]) -> str:
    told = {name: value for name, value in answer.items() if name != "call"}
    text = json.dumps(told, ensure_ascii=False, default=str)
    return text if len(text) <= 300 else text[:297] + "..."
