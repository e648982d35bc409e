"""The tests that a mutant is tried with: those that reach it, the likeliest first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import chain

from .added import files
from .mutants import Mutant
from .reached import PACKAGE, ROOT, Reached

_BODY = 20  # so many lines of a function's head and body say who tests it


class Choice:
    """Which tests a mutant is tried with, by what a run of all tests has shown."""

    def __init__(self, reached: Reached, longest: float) -> None:
        self._reached = reached
        self._longest = longest  # seconds of the processor

    def is_in_place(self, mutant: Mutant) -> bool:
        """Say whether nothing runs the faulty code before the first test."""
        return mutant.in_function and f"{mutant.file}:{mutant.line}" not in self._reached.outside

    def tests(self, mutant: Mutant) -> dict[str, float]:
        """Return the tests to try, in order, with what each takes."""
        seconds = self._reached.seconds
        tests = set(self._reached.tests.get(f"{mutant.file}:{mutant.line}", ()))
        if not self.is_in_place(mutant) and mutant.names:
            tests.update(self._using(mutant.names[-1]))
        lines = self._lines_reached(mutant.file)
        room = _room(mutant.file)

        def likely(test: str) -> float:
            return lines[test] * (3 if test.startswith(room) else 1) / (0.05 + seconds[test])

        return dict(_within(self._longest, sorted(tests, key=likely, reverse=True), seconds))

    def _lines_reached(self, file: str) -> Counter[str]:
        """Return of each test how many lines of a file it reaches."""
        begin = f"{file}:"
        found = (tests for line, tests in self._reached.tests.items() if line.startswith(begin))
        return Counter(chain.from_iterable(found))

    def _using(self, name: str, further: int = 1) -> Iterator[str]:
        """Yield the tests that reach lines with a name, or with one that is made from it."""
        word = re.compile(rf"\b{re.escape(name)}\b")
        for file, lines in self._texts.items():
            for number, line in enumerate(lines, 1):
                if word.search(line):
                    for near in range(number, number + (_BODY if f"def {name}(" in line else 1)):
                        yield from self._reached.tests.get(f"{file}:{near}", [])
                    made = re.match(r"([A-Za-z_]\w*)\b.*=", line)
                    if further and made and made[1] != name:
                        yield from self._using(made[1], further - 1)

    @cached_property
    def _texts(self) -> dict[str, list[str]]:
        return {file: (ROOT / PACKAGE / file).read_text("utf-8").splitlines() for file in files()}


def _room(file: str) -> str:
    """Return how the names of the mirrored tests begin."""
    *folders, _ = file.removeprefix("pinpointsmsvoicev2/").split("/")
    return "/".join(["tests", *folders, "test_" if not folders else ""])


def _within(
    most: float, tests: list[str], seconds: dict[str, float]
) -> Iterator[tuple[str, float]]:
    for test in tests:
        most -= seconds[test]
        if most < 0:
            return
        yield test, seconds[test]
