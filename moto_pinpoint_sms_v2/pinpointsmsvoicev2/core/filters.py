"""Filters of the listing operations: names are attributes, values are compared as text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, TypedDict

from ..exceptions import ValidationException

_BOOLEAN_ENDINGS = ("_enabled", "_default", "_opted_out", "registered")
"""How the names of boolean attributes end."""


class Filter(TypedDict):
    """One filter as it arrives: any of its values must match."""

    Name: str
    Values: list[str]


def compile_filters(
    filters: Sequence[Filter], attributes: Mapping[str, str] | None = None
) -> Callable[[Any], bool]:
    """Return whether a row satisfies all filters.

    A filter's name is the row's attribute in kebab-case, unless ``attributes`` names another.
    A list matches by any of its items, a boolean by ``true`` or ``false``.
    """
    if not filters:
        return _any
    tests = [
        _compile(
            (attributes or {}).get(each["Name"], each["Name"].replace("-", "_")), each["Values"]
        )
        for each in filters
    ]
    return lambda row: all(test(row) for test in tests)


def _any(row: Any) -> bool:
    return True


def _compile(attribute: str, values: Collection[str]) -> Callable[[Any], bool]:
    if attribute.endswith(_BOOLEAN_ENDINGS) and not {"true", "false"}.issuperset(values):
        raise ValidationException("INVALID_FILTER_VALUES", filters="must be true or false")
    wanted = frozenset(values)
    return lambda row: not wanted.isdisjoint(_texts(getattr(row, attribute, None)))


def _texts(value: Any) -> list[str]:
    if value is None:
        return []
    if isinstance(value, bool):
        return ["true" if value else "false"]
    if isinstance(value, str):
        return [value]
    if isinstance(value, Collection):
        return [str(item) for item in value]
    return [str(value)]
