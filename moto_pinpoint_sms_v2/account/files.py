"""Files of accounts, loaded where they say they were taken."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..pinpointsmsvoicev2.control import find_backend, perform
from ..pinpointsmsvoicev2.simulator_calls.answers import LoadedAccount
from ..simulator import Simulator


def read_file(path: str | Path) -> Any:
    """Return what is in a file of JSON; ValueError if that is not what it is."""
    try:
        return json.loads(Path(path).read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ValueError(f"{path} is no file of JSON: {error}") from error


def regions_of(source: Any) -> Sequence[str]:
    """Return the Regions that a source says it was taken in."""
    each = [source] if isinstance(source, Mapping) else source
    told = [
        part["region_name"]
        for part in (each if isinstance(each, list) else [])
        if isinstance(part, Mapping) and isinstance(part.get("region_name"), str)
    ]
    return list(dict.fromkeys(told))


def load_file(path: str | Path, source: Any, *, everywhere: bool) -> Sequence[str]:
    """Load what was read from a file into a mock; return the Regions that have it now.

    That is the default Region, or ``everywhere`` each that it was taken in, if it tells of any.
    """
    regions = regions_of(source) if everywhere else []
    simulators = [Simulator(region_name=region) for region in regions] or [Simulator()]
    for simulator in simulators:
        with _told_of(path):
            simulator.load_account(source)
    return [simulator.region_name for simulator in simulators]


def serve_file(path: str | Path) -> Sequence[str]:
    """Load a file into this process, which is to be a server; return the Regions that have it."""
    source = read_file(path)
    backends = [find_backend(region) for region in regions_of(source)] or [find_backend()]
    for backend in backends:
        with _told_of(path):
            loaded = LoadedAccount(**perform(backend, "load_account", {"source": source}))
        if loaded.warning is not None:
            warnings.warn(f"{path}: {loaded.warning}", stacklevel=2)
    return [backend.region_name for backend in backends]


@contextmanager
def _told_of(path: str | Path) -> Iterator[None]:
    """Let a sentence about what is wrong begin with the file's name."""
    try:
        yield
    except ValueError as wrong:
        raise ValueError(f"{path}: {wrong}") from wrong
