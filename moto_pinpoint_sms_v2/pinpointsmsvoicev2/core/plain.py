"""Values that both sides of a wire can hold, copied so that neither changes the other's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import datetime
from math import isfinite
from typing import Any

_DEEPEST = 50
"""How many structures may lie in one another; what the service takes needs less than ten."""


def plain(value: Any) -> Any:
    """Return a copy of what JSON can say; ValueError for anything else."""
    return _copy(value, _DEEPEST)


def told(value: Any) -> Any:
    """Return a copy of a result: plain values and moments, of a dataclass its fields."""
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: told(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {name: told(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [told(each) for each in value]
    return value


def as_json(value: Any) -> str:
    """Return a moment as the text that JSON has for it."""
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is not a part of any result")


def _copy(value: Any, depth: int) -> Any:
    if depth == 0:
        raise ValueError("the arguments lie too deep in one another")
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, Mapping):
        return {_name(name): _copy(each, depth - 1) for name, each in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        return [_copy(each, depth - 1) for each in value]
    raise ValueError(f"JSON has nothing like a {type(value).__name__}")


def _text(value: str) -> str:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        raise ValueError(f"{value!r} is no Unicode text: it has half a surrogate pair") from None
    return value


def _name(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"JSON has no name like {value!r}")
    return _text(value)


def _number(value: float) -> float:
    try:
        finite = isfinite(value)
    except OverflowError:
        finite = False
    if not finite:
        raise ValueError("a number is beyond what JSON's readers take")
    return value
