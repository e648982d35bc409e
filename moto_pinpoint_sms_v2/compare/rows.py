"""The rows of the table of differences, as the package's own documentation has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

_ROW = re.compile(r"^\| (?P<what>.+?) \| .+ \| (?:choice|evidence of [0-9-]+) \|$", re.MULTILINE)


@cache
def table_rows() -> Sequence[str]:
    """Return what each row is about, in the table's order."""
    table = files("moto_pinpoint_sms_v2").joinpath("docs", "differences.md").read_text("utf-8")
    return [row["what"] for row in _ROW.finditer(table)]
