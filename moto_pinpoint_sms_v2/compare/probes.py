"""Probes: what is asked, read from the data file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Step:
    """One call of a probe."""

    call: str
    members: Mapping[str, Any]
    label: str | None
    """By this name later steps speak of its answer."""
    looks: Mapping[str, str] | None
    """What of the answer is looked at, in JMESPath; None for a call that only prepares."""
    until: str | None
    """What must hold of the answer; it is asked again until it does."""
    each: Mapping[str, str] | None
    """Ask once for each value of a list, which another call brings."""
    words: bool
    """Whether the words of a refusal are looked at as well."""
    one_page: bool
    """Whether the first page is all that is wanted."""


@dataclass(frozen=True)
class Probe:
    """One question, which settles one row of the table of differences."""

    row: str
    level: int
    steps: Sequence[Step]
    digest: str
    """Tells whether a recorded answer is to this very question."""


NOT_ASKED: Mapping[str, str] = {
    "no number fits the wish": "would lease a number if AWS did not refuse it",
}
"""Rows that AWS could settle and that no probe asks of it."""


@cache
def probes() -> Sequence[Probe]:
    """Return all probes, in the order of the table's rows."""
    entries = json.loads(files(__package__).joinpath("probes.json").read_text("utf-8"))
    return [_probe(entry) for entry in entries]


def _probe(entry: Mapping[str, Any]) -> Probe:
    steps = [
        Step(
            call=step["call"],
            members=step.get("with", {}),
            label=step.get("as"),
            looks=step.get("see"),
            until=step.get("until"),
            each=step.get("each"),
            words=step.get("words", False),
            one_page=step.get("one_page", False),
        )
        for step in entry["steps"]
    ]
    text = json.dumps(entry["steps"], sort_keys=True)
    digest = sha256(text.encode("utf-8")).hexdigest()[:16]
    return Probe(entry["row"], entry["level"], steps, digest)
