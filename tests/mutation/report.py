"""How the trials of mutants ended, kept in a file so that a run can be continued."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from .forks import BROKEN, ELSEWHERE, SURVIVED, Ended
from .mutants import Mutant

ENOUGH = 0.97


class Report:
    """A line of the file for each mutant."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self, mutant: Mutant, ended: Ended) -> None:
        """Write down how the trial of a mutant ended."""
        line = {"n": mutant.number, "how": ended.how, "mutant": str(mutant), "test": ended.test}
        with self._path.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(line) + "\n")

    def without(self, mutants: list[Mutant]) -> list[Mutant]:
        """Return the mutants that are still to be tried."""
        again = (ELSEWHERE, BROKEN)
        done = {(line["n"], line["mutant"]) for line in self._last() if line["how"] not in again}
        return [mutant for mutant in mutants if (mutant.number, str(mutant)) not in done]

    def text(self) -> Iterator[str]:
        """Yield the survivors, then the sum."""
        yield from (f"{SURVIVED}: {line['mutant']}" for line in self._of(SURVIVED))
        ends = Counter(line["how"] for line in self._last())
        yield f"{self.killed:.1%} of {ends.total()} killed; {dict(ends)}"

    @property
    def killed(self) -> float:
        """Which share of the mutants some test has found."""
        return 1 - len(self._of(SURVIVED)) / max(len(self._last()), 1)

    def _of(self, how: str) -> list[dict[str, str]]:
        return [line for line in self._last() if line["how"] == how]

    def _last(self) -> list[dict[str, str]]:
        """Return the last line of each mutant."""
        if not self._path.exists():
            return []
        lines = [json.loads(line) for line in self._path.read_text("utf-8").splitlines()]
        return list({(line["n"], line["mutant"]): line for line in lines}.values())
