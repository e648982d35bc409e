"""Try mutants of the package: ``python -m tests.mutation --help``, and see tox.ini.

What only other processes reach, a server or pytest under pytest, is not seen: it survives here.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

import boto3  # noqa: F401 - what takes long is imported before the first fork
import moto.core.responses
import moto.server  # noqa: F401
import phonenumbers  # noqa: F401
import pytest

from .added import added_lines, head
from .choosing import Choice
from .forks import in_a_fork
from .mutants import Mutant, mutants_of
from .reached import Reached, Recorder
from .report import ENOUGH, Report
from .trying import OPTIONS, InPlace, try_afresh

_OTHERS = ["benchmarks", "clients", "page", "test_cli.py", "test_packaging.py", "test_readme.py"]
TESTS = ["tests", *(f"--ignore=tests/{name}" for name in _OTHERS)]
"""Those that need no browser, no other language and no build."""
_HOURS = 7_200.0


def main() -> int:
    """Try the mutants that are asked for, and return the exit code."""
    asked = _parser().parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    choice = Choice(_reached(asked.folder / "reached.json"), asked.longest)
    report = Report(asked.folder / "mutants.jsonl")
    mutants = report.without(_sample(asked))

    in_place = {mutant: choice.tests(mutant) for mutant in mutants if choice.is_in_place(mutant)}
    if tests := {test.partition("::")[0] for tests in in_place.values() for test in tests}:
        _run([*OPTIONS, *sorted(tests)], InPlace(in_place, report))
    for mutant in report.without(mutants):
        report(mutant, try_afresh(mutant, choice.tests(mutant)))

    sys.stdout.write("\n".join([*report.text(), ""]))
    return 0 if report.killed >= ENOUGH else 1


def _reached(path: Path) -> Reached:
    """Return which test reaches what; find it out with a run of all tests, once."""
    if not path.exists():
        _run([*OPTIONS, *TESTS], Recorder(path))
    return Reached.load(path)


def _run(arguments: list[str], plugin: object) -> None:
    """Run pytest in a fork, so that this process never imports the package."""
    in_a_fork(lambda _: int(pytest.main(arguments, plugins=[plugin])), _HOURS)


def _sample(asked: argparse.Namespace) -> list[Mutant]:
    added = added_lines(asked.since, asked.folder / "added.json")
    lines = {file: set(added[file]) for file in asked.files or added}
    mutants = [each for file in lines for each in mutants_of(file) if each.line in lines[file]]
    random.Random(asked.seed).shuffle(mutants)  # noqa: S311 - a sample, no secret
    return mutants[: asked.sample]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.mutation", description=(__doc__ or "").partition(":")[0]
    )
    parser.add_argument("files", nargs="*", help="files below the package; all, if none is named")
    parser.add_argument("--since", default="257a1dc", help="the commit since which lines count")
    parser.add_argument("--sample", type=int, default=400, help="so many mutants, by chance")
    parser.add_argument("--seed", type=int, default=1, help="the same seed, the same sample")
    parser.add_argument("--longest", type=float, default=30, help="seconds of tests per mutant")
    kept = Path(".mutants", head())
    parser.add_argument("--folder", type=Path, default=kept, help="what is known so far, kept")
    return parser


if __name__ == "__main__":
    sys.exit(main())
