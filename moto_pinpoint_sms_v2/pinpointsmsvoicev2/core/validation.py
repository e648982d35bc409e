"""The model's constraints as checks, compiled once per shape."""

from __future__ import annotations

import math
import re
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Callable
from datetime import datetime, timezone
from typing import Any, TypeVar

from ..exceptions import SerializationException, ValidationException

Value = TypeVar("Value")
Check = Callable[[Any], Any]
"""Takes a JSON value, returns what the domain gets; raises Invalid."""


class Invalid(Exception):
    """A value breaks its shape; the path grows as the failure travels outward."""

    def __init__(self, reason: str | None, message: str) -> None:
        super().__init__(message)
        self.reason = reason
        self.message = message
        self.path = ""

    def under(self, step: str) -> Invalid:
        """Put ``step`` before the path."""
        self.path = step + ("." if self.path[:1] not in ("", "[") else "") + self.path
        return self

    def refusal(self) -> SerializationException | ValidationException:
        """Return the error that the caller sees."""
        if self.reason is None:
            return SerializationException(f"{self.path or 'The body'}: {self.message}")
        return ValidationException(self.reason, {self.path: self.message})


def compile_check(shape: Any) -> Check:
    """Return the check of a botocore shape."""
    return _COMPILERS[shape.type_name](shape)


def wire_name(name: str) -> str:
    """Return a member's name as error fields spell it: lowerCamelCase."""
    return name[:1].lower() + name[1:]


def _wrong_type(expected: str) -> Invalid:
    return Invalid(None, f"expected {expected}")


def _invalid(message: str) -> Invalid:
    return Invalid("INVALID_PARAMETER", message)


def _of_type(value: Any, accepted: type[Value], expected: str) -> Value:
    if not isinstance(value, accepted):
        raise _wrong_type(expected)
    return value


def _check_size(shape: Any, unit: str) -> Callable[[int], None]:
    least = shape.metadata.get("min", 0)
    most = shape.metadata.get("max", math.inf)

    def check(size: int) -> None:
        if size < least:
            raise _invalid(f"must have at least {least} {unit}")
        if size > most:
            raise _invalid(f"must have at most {most} {unit}")

    return check


def _compile_string(shape: Any) -> Check:
    check_size = _check_size(shape, "characters")
    pattern = shape.metadata.get("pattern")
    matches = re.compile(pattern).fullmatch if pattern else None
    allowed = {word: word for word in shape.enum}

    def check(value: Any) -> str:
        _of_type(value, str, "a string")
        if allowed:
            if value not in allowed:
                raise _invalid("must be one of " + ", ".join(shape.enum))
            # The model's own word, so that what keeps it keeps no copy.
            return allowed[value]
        check_size(len(value))
        if matches is not None and matches(value) is None:
            raise _invalid(f"must match {pattern}")
        return value

    return check


def _compile_number(shape: Any) -> Check:
    least = shape.metadata.get("min", -math.inf)
    most = shape.metadata.get("max", math.inf)
    whole = shape.type_name in ("integer", "long")

    def check(value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int if whole else (int, float)):
            raise _wrong_type("a whole number" if whole else "a number")
        if not least <= value <= most:
            raise _invalid(f"must be between {least} and {most}")
        return value

    return check


def _compile_boolean(shape: Any) -> Check:
    return lambda value: _of_type(value, bool, "a boolean")


def _compile_timestamp(shape: Any) -> Check:
    def check(value: Any) -> datetime:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise _wrong_type("a timestamp in epoch seconds")
        try:
            return datetime.fromtimestamp(value, timezone.utc)
        except (OverflowError, OSError, ValueError):
            raise _wrong_type("a timestamp in epoch seconds") from None

    return check


def _compile_blob(shape: Any) -> Check:
    check_size = _check_size(shape, "bytes")

    def check(value: Any) -> bytes:
        try:
            content = b64decode(_of_type(value, str, "Base64"), validate=True)
        except (Base64Error, ValueError):
            raise _wrong_type("Base64") from None
        check_size(len(content))
        return content

    return check


def _compile_list(shape: Any) -> Check:
    check_size = _check_size(shape, "items")
    check_item = compile_check(shape.member)

    def check(value: Any) -> list[Any]:
        check_size(len(_of_type(value, list, "a list")))
        items = []
        for index, item in enumerate(value):
            try:
                items.append(check_item(item))
            except Invalid as invalid:
                raise invalid.under(f"[{index}]") from None
        return items

    return check


def _compile_map(shape: Any) -> Check:
    check_size = _check_size(shape, "entries")
    check_key = compile_check(shape.key)
    check_value = compile_check(shape.value)

    def check(value: Any) -> dict[str, Any]:
        check_size(len(_of_type(value, dict, "an object")))
        entries = {}
        for key, item in value.items():
            try:
                entries[check_key(key)] = check_value(item)
            except Invalid as invalid:
                raise invalid.under(key) from None
        return entries

    return check


def _compile_structure(shape: Any) -> Check:
    members = [
        (name, wire_name(name), name in shape.required_members, compile_check(member))
        for name, member in shape.members.items()
    ]
    union = getattr(shape, "is_tagged_union", False)

    def check(value: Any) -> dict[str, Any]:
        _of_type(value, dict, "an object")
        known = {}
        for name, field, required, check_member in members:
            item = value.get(name)
            if item is not None:
                try:
                    known[name] = check_member(item)
                except Invalid as invalid:
                    raise invalid.under(field) from None
            elif required:
                raise Invalid("MISSING_PARAMETER", "is required").under(field)
        if union and len(known) != 1:
            raise _invalid("must have exactly one member")
        return known

    return check


_COMPILERS: dict[str, Callable[[Any], Check]] = {
    "string": _compile_string,
    "integer": _compile_number,
    "long": _compile_number,
    "double": _compile_number,
    "float": _compile_number,
    "boolean": _compile_boolean,
    "timestamp": _compile_timestamp,
    "blob": _compile_blob,
    "list": _compile_list,
    "map": _compile_map,
    "structure": _compile_structure,
}
