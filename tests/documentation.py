"""Where the package's documentation is, and how its tables are read."""

from __future__ import annotations

from pathlib import Path

DOCS = Path(__file__).parents[1] / "moto_pinpoint_sms_v2" / "docs"


def tables(page: str) -> list[list[list[str]]]:
    """Return the tables on a page, each as its rows of cells; the second row are dashes."""
    found: list[list[list[str]]] = [[]]
    for line in (DOCS / page).read_text("utf-8").splitlines():
        if line.startswith("| "):
            found[-1].append([cell.strip() for cell in line.strip("|").split(" | ")])
        elif found[-1]:
            found.append([])
    return [table for table in found if table]
