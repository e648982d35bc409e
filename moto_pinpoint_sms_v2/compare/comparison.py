"""Two runs side by side: what AWS answers, what the mock answers, and whether it is the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .probes import NOT_ASKED, Probe, probes
from .rows import table_rows
from .running import Run, Seen

SAME, DIFFERS, NOT = "same", "differs", "not asked"

Tell = Callable[[int, int, str], object]
"""Is told of each probe: its number, of how many, and its row."""


@dataclass(frozen=True)
class Verdict:
    """What came of one probe."""

    row: str
    level: int
    verdict: str
    digest: str = ""
    why: str | None = None
    aws: Sequence[Any] | None = None
    mock: Sequence[Any] | None = None


def ask_all(run: Run, probes: Sequence[Probe], tell: Tell) -> dict[int, Seen]:
    """Run the probes, each told of before it is asked; return what each brought."""
    seen = {}
    for number, probe in enumerate(probes, 1):
        tell(number, len(probes), probe.row)
        seen[number] = run.probe(probe, number)
    return seen


def compare(
    asked: Sequence[Probe], aws: Mapping[int, Seen], mock: Mapping[int, Seen]
) -> Sequence[Verdict]:
    """Return the verdict on each row of the table, in its order."""
    verdicts = {
        probe.row: judge(probe, aws.get(number, _NEVER), mock.get(number, _NEVER))
        for number, probe in enumerate(asked, 1)
    }
    levels = {probe.row: probe.level for probe in probes()}
    for row in table_rows():
        if row not in verdicts:
            level = levels.get(row)
            why = NOT_ASKED.get(row, _NEVER_ASKED) if level is None else f"at level {level}"
            verdicts[row] = Verdict(row, 3 if level is None else level, NOT, why=why)
    order = {row: place for place, row in enumerate(table_rows())}
    return sorted(verdicts.values(), key=lambda each: order.get(each.row, len(order)))


def judge(probe: Probe, aws: Seen, mock: Seen) -> Verdict:
    """Return the verdict on one probe."""
    why = aws.why_not
    if why is None and mock.why_not is not None:
        why = f"in the mock: {mock.why_not}"
    verdict = NOT if why is not None else SAME if aws.seen == mock.seen else DIFFERS
    return Verdict(probe.row, probe.level, verdict, probe.digest, why, aws.seen, mock.seen)


def counted(verdicts: Sequence[Verdict]) -> Mapping[str, int]:
    """Return how often each verdict was given."""
    return {SAME: 0, DIFFERS: 0, NOT: 0} | Counter(each.verdict for each in verdicts)


_NEVER_ASKED = "costs money, waits for people, or is the mock's own affair"
_NEVER = Seen(None, "it did not come to it")
