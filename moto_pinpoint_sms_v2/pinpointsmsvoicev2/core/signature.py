"""Arguments that came from outside, held against a function's own signature."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from inspect import Parameter, signature
from reprlib import repr as shortly
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints


def check_arguments(verb: Callable[..., Any], arguments: Mapping[str, Any]) -> None:
    """Raise ValueError for what the function's signature and annotations do not take."""
    try:
        bound = signature(verb).bind(**arguments)
    except TypeError as wrong:
        raise ValueError(f"{verb.__name__}: {wrong}") from None
    hints = get_type_hints(verb)
    for name, value in bound.arguments.items():
        free = bound.signature.parameters[name].kind is Parameter.VAR_KEYWORD
        if not free and not _fits(value, hints[name]):
            raise ValueError(f"{verb.__name__}: {name} cannot be {shortly(value)}")


def read_numbers(verb: Callable[..., Any], texts: Mapping[str, str]) -> dict[str, Any]:
    """Return arguments that came as texts, with numbers where the function takes them."""
    hints = get_type_hints(verb)
    return {
        name: int(text) if hints.get(name) is int and _is_number(text) else text
        for name, text in texts.items()
    }


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 10


def _fits(value: Any, hint: Any) -> bool:
    """Say whether a value has the annotated type, as far as JSON tells types apart."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return any(_fits(value, each) for each in get_args(hint))
    if hint is Any:
        return True
    if hint is None or hint is type(None):
        return value is None
    if hint is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if hint is int:
        return isinstance(value, int) and not isinstance(value, bool)
    if origin is None:
        return isinstance(value, hint)
    if isinstance(value, str) or not isinstance(value, origin):
        return False
    if issubclass(origin, Mapping):
        key, item = get_args(hint)
        return all(_fits(k, key) and _fits(v, item) for k, v in value.items())
    return not issubclass(origin, Sequence) or all(_fits(v, get_args(hint)[0]) for v in value)
