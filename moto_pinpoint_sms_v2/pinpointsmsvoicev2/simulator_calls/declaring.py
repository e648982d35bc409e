"""Declaring a call: a typed method without a body, answered by whoever is asked."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, wraps
from pathlib import Path
from typing import Any, TypeVar

from ..core.plain import Read, plain, reader
from ..core.signature import Parameters

Source = str | os.PathLike[str] | Mapping[str, Any] | Sequence[Mapping[str, Any]]
"""JSON that a call takes: a file of it, or itself."""

F = TypeVar("F", bound=Callable[..., Any])


class Caller:
    """Whoever brings a call to a backend, and its answer back."""

    def _call(self, call: str, arguments: dict[str, Any]) -> Any:
        """Make a call with plain values and return its plain answer."""
        raise NotImplementedError


class Call:
    """One call as it was declared."""

    def __init__(self, method: Callable[..., Any], *, is_look: bool) -> None:
        self.name = method.__name__
        self.summary = (method.__doc__ or "").partition("\n")[0]
        self.parameters = Parameters(method)
        self.is_look = is_look
        """Whether GET makes it too, with its parameters in the query."""

    @property
    def has_filters(self) -> bool:
        """Whether its parameters are filters, so that an empty one is a mistake."""
        return self.is_look or self.parameters.has_filters

    @cached_property
    def read(self) -> Read:
        """What makes of a plain answer the one that was declared."""
        return reader(self.parameters.hints["return"])

    def given(self, caller: Caller, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return what a caller in Python gave, as plain values; a file is read."""
        given = self.parameters.given(caller, *args, **kwargs)
        return plain({name: _read(self.parameters.hints.get(name), given[name]) for name in given})

    def complete(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return the arguments of the backend's method; ValueError for what was not declared."""
        if self.has_filters and "" in given.values():
            raise ValueError(f"{self.name}: a filter is empty; leave it out to have all")
        return self.parameters.complete(given)


def call(method: F) -> F:
    """Declare a call, which POST makes."""
    return _declare(method, is_look=False)


def look(method: F) -> F:
    """Declare a call that changes nothing, which GET makes as well."""
    return _declare(method, is_look=True)


def _declare(method: Any, *, is_look: bool) -> Any:
    declared = Call(method, is_look=is_look)

    @wraps(method)
    def ask(self: Caller, /, *args: Any, **kwargs: Any) -> Any:
        return declared.read(self._call(declared.name, declared.given(self, *args, **kwargs)))

    asking: Any = ask
    asking.declared = declared
    asking.__signature__ = declared.parameters.signature  # with each filter by its name
    return asking


def _read(hint: Any, value: Any) -> Any:
    if hint != Source or not isinstance(value, str | os.PathLike):
        return value
    try:
        return json.loads(Path(value).read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ValueError(f"{value} is no file of JSON: {error}") from error
