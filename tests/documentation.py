"""Where the documentation is, and how its tables and its blocks of code are read."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "moto_pinpoint_sms_v2" / "docs"
ADDRESS = "http://127.0.0.1:5000"
"""Where every server of the documentation is."""


def blocks(language: str) -> dict[str, str]:
    """Return the blocks in a language, on all pages, by the page's name and their number."""
    found = {}
    for page in [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]:
        text = page.read_text("utf-8")
        codes = re.findall(rf"^( *)```{language}\n(.*?)^ *```$", text, re.DOTALL | re.MULTILINE)
        for number, (indent, code) in enumerate(codes):
            found[f"{page.stem}-{number}"] = re.sub(f"^{indent}", "", code, flags=re.MULTILINE)
    return found


def tables(page: str) -> list[list[list[str]]]:
    """Return the tables on a page, each as its rows of cells; the second row are dashes."""
    found: list[list[list[str]]] = [[]]
    for line in (DOCS / page).read_text("utf-8").splitlines():
        if line.startswith("| "):
            found[-1].append([cell.strip() for cell in line.strip("|").split(" | ")])
        elif found[-1]:
            found.append([])
    return [table for table in found if table]
