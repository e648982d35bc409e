"""The long tables in the package's documentation."""

from __future__ import annotations

import re
from collections import Counter

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.domains.registrations.published_forms import (
    published_type,
    published_types,
)

from . import simulator_page
from .coverage_table import on_the_page, table
from .documentation import tables

RESTS_ON = re.compile(r"choice|evidence of \d{4}-\d\d-\d\d")
*DIFFERENCES, REASONS = tables("differences.md")


def test_the_coverage_table_is_that_of_the_contract() -> None:
    assert on_the_page() == table()


def test_the_page_of_the_simulator_is_that_of_its_declarations() -> None:
    assert simulator_page.PAGE.read_text("utf-8") == simulator_page.page()


def test_the_tables_of_differences_have_the_same_columns() -> None:
    assert [rows[0] for rows in DIFFERENCES] == [["what", "our choice", "evidence"]] * 6


def test_each_difference_says_what_it_rests_on() -> None:
    rows = [row for rows in DIFFERENCES for row in rows[2:]]

    assert [row for row in rows if len(row) != 3 or not RESTS_ON.fullmatch(row[2])] == []


def test_each_difference_is_told_once() -> None:
    whats = [row[0] for rows in DIFFERENCES for row in rows[2:]]

    assert sorted(whats) == sorted(set(whats))


def test_the_page_says_how_sure_the_paths_of_fields_are() -> None:
    types = [published_type(name) for name in published_types()]
    sure = Counter(
        field.path_confidence for each in types if each for field in each.fields.values()
    )
    (told,) = (row[1] for rows in DIFFERENCES for row in rows if row[0] == "paths of the fields")

    counts = [sure[None], sure.total(), sure["high"], sure["medium"], sure["low"]]
    assert [int(number) for number in re.findall(r"\d+", told)] == counts
