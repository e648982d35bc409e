"""Values that both sides of a wire can hold, copied so that neither changes the other's."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import cache
from math import isfinite
from types import UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

Read = Callable[[Any], Any]
"""Makes of a plain value what it stands for."""

_DEEPEST = 50
"""How many structures may lie in one another; what the service takes needs less than ten."""

Row = NewType("Row", dict[str, Any])
"""A row as boto3 shows it: the wire's names, and moments where they end in Timestamp."""


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


@cache
def reader(hint: Any) -> Read:
    """Return what makes of a plain value one of that type: a dataclass, a list, a moment."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        [each] = [each for each in get_args(hint) if each is not type(None)] or [Any]
        read = reader(each)
        return lambda value: None if value is None else read(value)
    if origin is list:
        read = reader(get_args(hint)[0])
        return lambda values: [read(value) for value in values]
    if hint is datetime:
        return lambda value: datetime.fromisoformat(value) if isinstance(value, str) else value
    if hint is Row:
        return _row
    return _members_reader(hint) if is_dataclass(hint) else lambda value: value


def _members_reader(cls: Any) -> Read:
    hints = get_type_hints(cls)
    names = [each.name for each in fields(cls)]
    turned = {name: reader(hints[name]) for name in names if _is_made(hints[name])}

    def read(value: Any) -> Any:
        members = {name: value[name] for name in names if name in value}
        members.update({name: turn(members[name]) for name, turn in turned.items()})
        return cls(**members)

    return read


def _row(told: Mapping[str, Any]) -> dict[str, Any]:
    read = reader(datetime)
    return {
        member: read(value) if member.endswith("Timestamp") else value
        for member, value in told.items()
    }


def _is_made(hint: Any) -> bool:
    """Say whether JSON has no such thing."""
    return hint is datetime or is_dataclass(hint) or any(map(_is_made, get_args(hint)))


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
    if value.isascii():
        return value
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
