"""Which test reaches which line: what a mutant there has to be tried with."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time
from types import CodeType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = "moto_pinpoint_sms_v2"
_BELOW = f"{ROOT / PACKAGE}/"
_TOOL = 4  # one that Python gives to nobody


@dataclass
class Reached:
    """What a run of the tests has shown."""

    seconds: dict[str, float] = field(default_factory=dict)
    """By test that passed, in the order in which they ran: what it takes of the processor."""
    tests: dict[str, list[str]] = field(default_factory=dict)
    """By file and line: the tests that reach it."""
    outside: set[str] = field(default_factory=set)
    """The lines reached before the first test: by an import, or for a table of cases."""

    def save(self, path: Path) -> None:
        """Write it, each test's name once."""
        number = {test: n for n, test in enumerate(self.seconds)}
        lines = {
            line: [number[test] for test in tests if test in number]
            for line, tests in self.tests.items()
        }
        path.write_text(json.dumps([self.seconds, lines, sorted(self.outside)]), "utf-8")

    @classmethod
    def load(cls, path: Path) -> Reached:
        """Read what ``save`` wrote."""
        seconds, lines, outside = json.loads(path.read_text("utf-8"))
        name = list(seconds)
        tests = {line: [name[n] for n in numbers] for line, numbers in lines.items()}
        return cls(seconds, tests, set(outside))


class Recorder:
    """A plugin of pytest that notes the lines of each test."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._reached = Reached()
        self._lines: set[str] = set()
        sys.monitoring.use_tool_id(_TOOL, "mutants")
        sys.monitoring.register_callback(_TOOL, sys.monitoring.events.LINE, self._note)
        sys.monitoring.set_events(_TOOL, sys.monitoring.events.LINE)

    def pytest_collection_finish(self) -> None:
        self._reached.outside = self._lines

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._lines = set()
        sys.monitoring.restart_events()
        begin = process_time()
        answer = yield
        if item.nodeid in self._reached.seconds:
            self._reached.seconds[item.nodeid] = round(process_time() - begin, 3)
            for line in self._lines:
                self._reached.tests.setdefault(line, []).append(item.nodeid)
        return answer

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" and report.passed:
            self._reached.seconds[report.nodeid] = 0
        elif report.failed:
            self._reached.seconds.pop(report.nodeid, None)

    def pytest_sessionfinish(self) -> None:
        sys.monitoring.free_tool_id(_TOOL)
        self._reached.save(self._path)

    def _note(self, code: CodeType, line: int) -> Any:
        if code.co_filename.startswith(_BELOW):
            self._lines.add(f"{code.co_filename.removeprefix(_BELOW)}:{line}")
        return sys.monitoring.DISABLE
