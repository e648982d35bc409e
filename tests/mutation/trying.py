"""Trying a mutant: in functions that are there already, or in a package that is imported anew."""

from __future__ import annotations

import gc
import importlib
import importlib.util
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import _lru_cache_wrapper
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import CodeType, FunctionType, ModuleType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from .forks import ELSEWHERE, SURVIVED, Ended, in_a_fork
from .mutants import Mutant, original
from .reached import PACKAGE, ROOT

OPTIONS = [
    "-q",
    "-n0",
    "--assert=plain",
    *(f"-pno:{plugin}" for plugin in ("cacheprovider", "randomly", "cov")),
]
_FORKED = 20.0  # seconds of the processor that are enough for what is around the tests


class InPlace:
    """A plugin of pytest that collects, and tries mutants instead of running the tests."""

    def __init__(
        self,
        mutants: dict[Mutant, dict[str, float]],
        told: Callable[[Mutant, Ended], None],
    ) -> None:
        self._mutants = mutants
        self._told = told

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = {item.nodeid: item for item in session.items}
        for file in {mutant.file for mutant in self._mutants}:
            importlib.import_module(_module(file))
        living = _Living()
        gc.freeze()
        for mutant, tests in self._mutants.items():
            ended = _try_in_place(mutant, tests, items, living)
            # What a first call keeps for later ones was perhaps kept before the fault.
            self._told(mutant, Ended(ELSEWHERE) if ended.how == SURVIVED else ended)
        return True


def _try_in_place(
    mutant: Mutant, tests: dict[str, float], items: dict[str, pytest.Item], living: _Living
) -> Ended:
    def work(tell: Callable[[str], None]) -> int:
        if not living.put(original(mutant.file), mutant.code()):
            return 2
        return _first_failure([items[test] for test in tests if test in items], tell)

    return in_a_fork(work, _FORKED + 3 * sum(tests.values()))


def try_afresh(mutant: Mutant, tests: dict[str, float]) -> Ended:
    """Try a mutant whose code runs when it is imported."""

    def work(tell: Callable[[str], None]) -> int:
        sys.meta_path.insert(0, _Faulty(mutant))
        files = sorted({test.partition("::")[0] for test in tests})
        chosen = _Chosen(list(tests), tell)
        return min(int(pytest.main([*OPTIONS, *files], plugins=[chosen])), 1) or chosen.code

    return in_a_fork(work, _FORKED + 3 * sum(tests.values())) if tests else Ended(SURVIVED)


def _first_failure(items: Sequence[pytest.Item], tell: Callable[[str], None]) -> int:
    for item, following in zip(items, [*items[1:], None], strict=False):
        if any(report.failed for report in runtestprotocol(item, log=False, nextitem=following)):
            tell(item.nodeid)
            return 1
    return 0


class _Chosen:
    """A plugin of pytest that runs tests in a given order, up to the first failure."""

    code = 0

    def __init__(self, tests: list[str], tell: Callable[[str], None]) -> None:
        self._tests = tests
        self._tell = tell

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = {item.nodeid: item for item in session.items}
        self.code = _first_failure([items[test] for test in self._tests], self._tell)
        return True


class _Living:
    """The package's functions as they are in memory, and what they keep."""

    def __init__(self) -> None:
        self._functions: dict[Any, list[FunctionType]] = defaultdict(list)
        self._caches: list[Any] = []
        for thing in gc.get_objects():
            if isinstance(thing, FunctionType) and PACKAGE in thing.__code__.co_filename:
                self._functions[_key(thing.__code__)].append(thing)
            elif isinstance(thing, _lru_cache_wrapper) and _is_ours(thing):
                self._caches.append(thing)

    def put(self, before: CodeType, after: CodeType) -> bool:
        """Give the functions that differ their faulty code, and say whether there are any."""
        changed = False
        faulty = {_key(code): code for code in _codes(after)}
        for old in _codes(before):
            new = faulty.get(_key(old), old)
            for function in self._functions.get(_key(old), ()) if old != new else ():
                function.__code__ = new
                changed = True
        for cached in self._caches:
            cached.cache_clear()
        return changed


def _is_ours(cached: Any) -> bool:
    return str(getattr(cached, "__module__", "")).startswith(PACKAGE)


def _key(code: CodeType) -> tuple[str, str, int]:
    return code.co_filename, code.co_qualname, code.co_firstlineno


def _codes(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes(constant)


class _Faulty(MetaPathFinder, Loader):
    """Imports one file of the package with its fault."""

    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name != _module(self._mutant.file):
            return None
        where = ROOT / PACKAGE / self._mutant.file
        within = [str(where.parent)] if where.name == "__init__.py" else None
        return importlib.util.spec_from_file_location(
            name, where, loader=self, submodule_search_locations=within
        )

    def exec_module(self, module: ModuleType) -> None:
        exec(self._mutant.code(), vars(module))  # noqa: S102 - it is the file's own code


def _module(file: str) -> str:
    return f"{PACKAGE}.{file.removesuffix('.py').replace('/', '.')}".removesuffix(".__init__")
