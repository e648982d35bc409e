"""Objects to JSON by the output shape, compiled once per shape."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any

from botocore import xform_name

Convert = Callable[[Any], Any]


def compile_structure(shape: Any, leave_out: Collection[str] = ()) -> Convert:
    """Return what turns an answer into the members of ``shape``.

    A mapping is read by the members' own names, any other object by its attributes in snake_case;
    what is None or missing is left out.
    """
    members = [
        (name, xform_name(name), _compile(member))
        for name, member in shape.members.items()
        if name not in leave_out
    ]

    def convert(answer: Any) -> dict[str, Any]:
        wire = {}
        mapping = isinstance(answer, Mapping)
        for name, attribute, convert_member in members:
            value = answer.get(name) if mapping else getattr(answer, attribute, None)
            if value is not None:
                wire[name] = value if convert_member is None else convert_member(value)
        return wire

    return convert


def compile_shape(shape: Any) -> Convert:
    """Return what turns a value into the JSON of ``shape``."""
    return _compile(shape) or (lambda value: value)


def epoch_seconds(moment: datetime) -> float:
    """Return ``moment`` as AWS's JSON has it: seconds since the epoch, to the millisecond."""
    return round(moment.timestamp(), 3)


def _compile(shape: Any) -> Convert | None:
    if shape.type_name == "structure":
        return compile_structure(shape)
    if shape.type_name == "list":
        item = _compile(shape.member)
        return list if item is None else lambda values: [item(value) for value in values]
    if shape.type_name == "map":
        entry = _compile(shape.value)
        if entry is None:
            return dict
        return lambda values: {key: entry(value) for key, value in values.items()}
    if shape.type_name == "timestamp":
        return epoch_seconds
    if shape.type_name == "blob":
        return lambda value: b64encode(value).decode("ascii")
    return None
