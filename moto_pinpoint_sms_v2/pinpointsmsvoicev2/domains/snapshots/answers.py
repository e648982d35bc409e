"""The members of answers as a file of JSON has them, read and told by the model's shapes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timezone
from functools import cache
from typing import Any

from botocore import xform_name

from ...core.contract import Listing, operation, service_model
from ...core.validation import Invalid, compile_check

Read = Callable[[Any, str, set[str]], Any]
"""Takes a value, its path, and the set to which paths of unknown members are added."""


class BrokenSource(ValueError):
    """Something in a source cannot be what an account shows; the path says where."""

    def __init__(self, path: str, fault: str) -> None:
        super().__init__(f"{path}: {fault}" if path else fault)


@cache
def row_shape(operation_name: str) -> Any:
    """Return the shape of the rows that an operation lists."""
    output = service_model().operation_model(operation_name).output_shape
    return output.members[listing_of(operation_name).member].member


def listing_of(operation_name: str) -> Listing:
    """Return the list that an operation's answer is about."""
    wanted = operation(operation_name)
    if wanted is None or wanted.listing is None:
        raise LookupError(f"{operation_name} lists nothing")
    return wanted.listing


@cache
def members_of(operation_name: str) -> Mapping[str, str]:
    """Return the members of an operation's rows by their names in snake_case."""
    return {xform_name(name): name for name in row_shape(operation_name).members}


@cache
def reader(shape: Any) -> Read:
    """Return what reads a value of the shape.

    Nothing is required, because a person may have shortened it; a member that the model does not
    know is kept as it is, because AWS's answers grow.
    """
    if shape.type_name == "structure":
        return _structure_reader(shape)
    if shape.type_name == "list":
        return _list_reader(reader(shape.member))
    if shape.type_name == "map":
        return _map_reader(reader(shape.value))
    if shape.type_name == "timestamp":
        return _read_moment
    return _scalar_reader(shape)


def _structure_reader(shape: Any) -> Read:
    readers = {name: reader(member) for name, member in shape.members.items()}

    def read(value: Any, path: str, unknown: set[str]) -> dict[str, Any]:
        _check_type(value, dict, path, "an object")
        found = {}
        for name, member in value.items():
            if member is None:
                continue
            read_member = readers.get(name)
            if read_member is None:
                unknown.add(name)
                found[name] = member
            else:
                found[name] = read_member(member, f"{path}.{name}" if path else name, unknown)
        return found

    return read


def _list_reader(read_item: Read) -> Read:
    def read(value: Any, path: str, unknown: set[str]) -> list[Any]:
        _check_type(value, list, path, "a list")
        return [read_item(item, f"{path}[{index}]", unknown) for index, item in enumerate(value)]

    return read


def _map_reader(read_value: Read) -> Read:
    def read(value: Any, path: str, unknown: set[str]) -> dict[str, Any]:
        _check_type(value, dict, path, "an object")
        return {key: read_value(item, f"{path}.{key}", unknown) for key, item in value.items()}

    return read


def _scalar_reader(shape: Any) -> Read:
    check = compile_check(shape)

    def read(value: Any, path: str, unknown: set[str]) -> Any:
        try:
            return check(value)
        except Invalid as invalid:
            raise BrokenSource(path, invalid.message) from None

    return read


def _read_moment(value: Any, path: str, unknown: set[str]) -> datetime:
    """Read epoch seconds, as the wire has them, or ISO 8601, as the AWS command line prints it."""
    try:
        if isinstance(value, str):
            moment = datetime.fromisoformat(value.replace("Z", "+00:00"))
            moment = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
            return moment.astimezone(timezone.utc)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return datetime.fromtimestamp(value, timezone.utc)
    except (OverflowError, OSError, ValueError):
        pass
    raise BrokenSource(path, "must be a moment in ISO 8601 or epoch seconds")


def _check_type(value: Any, accepted: type, path: str, expected: str) -> None:
    if not isinstance(value, accepted):
        raise BrokenSource(path, f"must be {expected}")


def tell(shape: Any, value: Any) -> Any:
    """Return an answer's value as JSON has it: moments become ISO 8601 in UTC."""
    if shape is None:
        return _told_moment(value) if isinstance(value, datetime) else value
    if shape.type_name == "timestamp":
        return _told_moment(value)
    if shape.type_name == "structure":
        members = shape.members
        return {name: tell(members.get(name), item) for name, item in value.items()}
    if shape.type_name == "list":
        return [tell(shape.member, item) for item in value]
    return value


def _told_moment(value: Any) -> str:
    moment = value if isinstance(value, datetime) else datetime.fromtimestamp(value, timezone.utc)
    return moment.astimezone(timezone.utc).isoformat(timespec="milliseconds")
