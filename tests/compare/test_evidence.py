"""What AWS was seen to answer, held against the mock."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from moto_pinpoint_sms_v2.compare.evidence import read_reports, replay

REPORTS: Mapping[str, dict[str, Any]] = dict(
    read_reports(Path(__file__).parents[1].joinpath("evidence"))
)
TABLE = files("moto_pinpoint_sms_v2").joinpath("docs/differences.md").read_text("utf-8")


def test_the_mock_answers_as_aws_did_wherever_the_table_says_so() -> None:
    for name, report in REPORTS.items():
        settled = evidence_rows(report["date"])

        verdicts = {each.row: each.verdict for each in replay(report) if each.row in settled}

        assert verdicts == dict.fromkeys(verdicts, "same"), name


def test_every_row_with_evidence_names_a_report() -> None:
    told = set(re.findall(r"\| evidence of ([0-9-]+) \|$", TABLE, re.MULTILINE))

    assert told <= {report["date"] for report in REPORTS.values()}


def evidence_rows(date: str) -> set[str]:
    """Return the rows that rest on the evidence of a day."""
    return set(re.findall(rf"^\| (.+?) \| .* \| evidence of {date} \|$", TABLE, re.MULTILINE))
