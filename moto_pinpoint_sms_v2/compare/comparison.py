"""Two runs side by side: what AWS answers, what the mock answers, and whether it is the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .probes import NOT_ASKED, Probe
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
    probes: Sequence[Probe], aws: Mapping[int, Seen], mock: Mapping[int, Seen]
) -> Iterator[Verdict]:
    """Yield the verdict on each probe, then on each row that nobody asks about."""
    for number, probe in enumerate(probes, 1):
        yield judge(probe, aws.get(number, _NEVER), mock.get(number, _NEVER))
    for row, why in NOT_ASKED.items():
        yield Verdict(row, 1, NOT, why=why)


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


_NEVER = Seen(None, "it did not come to it")
