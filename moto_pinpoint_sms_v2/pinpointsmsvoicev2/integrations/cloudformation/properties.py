"""A template's properties, made into what their schema asks for, or refused as it says.

CloudFormation checks them before any operation is called; the words of the failures are those
that its users quote.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from .schema import Schema

Failures = list[str]


class InvalidProperties(Exception):
    """What is wrong with the properties, a line for each failure."""


def fit(schema: Schema, properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return the properties with the types of the schema; InvalidProperties if they do not fit."""
    whole = {
        "type": "object",
        "properties": {name: schema.properties[name] for name in schema.inputs},
        **{key: schema.facts[key] for key in ("required", "anyOf", "oneOf") if key in schema.facts},
    }
    failures: Failures = []
    fitted: dict[str, Any] = _Fitting(schema, failures).value(whole, properties, "#")
    if failures:
        raise InvalidProperties("\n".join(failures))
    return fitted


class _Fitting:
    """One pass over a value and its schema, which notes every failure."""

    def __init__(self, schema: Schema, failures: Failures) -> None:
        self._schema = schema
        self._failures = failures

    def value(self, rule: Mapping[str, Any], value: Any, path: str) -> Any:
        """Return the value as the rule has it."""
        if "$ref" in rule:
            rule = self._schema.definitions[rule["$ref"].rpartition("/")[2]]
        return _BY_TYPE[rule["type"]](self, rule, value, path)

    def object(self, rule: Mapping[str, Any], value: Any, path: str) -> Any:
        if not isinstance(value, dict):
            return self._wrong_type("JSONObject", value, path)
        known = rule.get("properties")
        if known is None:
            return value
        for key in rule.get("required", ()):
            if key not in value:
                self._fail(path, f"required key [{key}] not found")
        for key in sorted(value.keys() - known.keys()):
            self._fail(path, f"extraneous key [{key}] is not permitted")
        self._check_alternatives(rule, value, path)
        return {
            key: self.value(known[key], item, f"{path}/{key}")
            for key, item in value.items()
            if key in known
        }

    def array(self, rule: Mapping[str, Any], value: Any, path: str) -> Any:
        if not isinstance(value, list):
            return self._wrong_type("JSONArray", value, path)
        # AWS::NoValue leaves None in a list.
        given = [item for item in value if item is not None]
        items = [self.value(rule["items"], item, f"{path}/{at}") for at, item in enumerate(given)]
        found = len(items)
        if found < rule.get("minItems", 0):
            self._fail(path, f"expected minimum item count: {rule['minItems']}, found: {found}")
        if found > rule.get("maxItems", found):
            self._fail(path, f"expected maximum item count: {rule['maxItems']}, found: {found}")
        if rule.get("uniqueItems") and any(item in items[:at] for at, item in enumerate(items)):
            self._fail(path, "array items are not unique")
        return items

    def string(self, rule: Mapping[str, Any], value: Any, path: str) -> Any:
        if isinstance(value, bool):
            value = str(value).lower()
        elif isinstance(value, (int, float)):
            value = str(value)  # YAML has made a number of it
        if not isinstance(value, str):
            return self._wrong_type("String", value, path)
        if value not in rule.get("enum", (value,)):
            self._fail(path, f"{value} is not a valid enum value")
        if len(value) < rule.get("minLength", 0):
            self._fail(path, f"expected minLength: {rule['minLength']}, actual: {len(value)}")
        if len(value) > rule.get("maxLength", len(value)):
            self._fail(path, f"expected maxLength: {rule['maxLength']}, actual: {len(value)}")
        if "pattern" in rule and not _pattern(rule["pattern"]).search(value):
            self._fail(path, "failed validation constraint for keyword [pattern]")
        return value

    def boolean(self, rule: Mapping[str, Any], value: Any, path: str) -> Any:
        if isinstance(value, str) and value.lower() in ("true", "false"):
            return value.lower() == "true"  # parameters are texts
        return value if isinstance(value, bool) else self._wrong_type("Boolean", value, path)

    def _check_alternatives(
        self, rule: Mapping[str, Any], value: Mapping[str, Any], path: str
    ) -> None:
        """Check which of several properties are there, the only alternatives that schemas have."""
        one, some = rule.get("oneOf", ()), rule.get("anyOf", ())
        matched = sum(set(each["required"]) <= value.keys() for each in (*one, *some))
        if one and matched != 1:
            self._fail(path, f"#: {matched} subschemas matched instead of one")
        if some and not matched:
            self._fail(path, f"#: no subschema matched out of the total {len(some)} subschemas")

    def _wrong_type(self, expected: str, value: Any, path: str) -> None:
        found = _JSON_TYPES.get(type(value), "String")
        self._fail(path, f"expected type: {expected}, found: {found}")

    def _fail(self, path: str, message: str) -> None:
        self._failures.append(f"{path}: {message}")


_BY_TYPE: Mapping[str, Callable[[_Fitting, Mapping[str, Any], Any, str], Any]] = {
    "object": _Fitting.object,
    "array": _Fitting.array,
    "string": _Fitting.string,
    "boolean": _Fitting.boolean,
}
_JSON_TYPES = {
    dict: "JSONObject",
    list: "JSONArray",
    bool: "Boolean",
    int: "Integer",
    float: "Double",
}


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """Return a pattern of the schemas, whose language lets a flag begin in the middle."""
    return re.compile(text.replace("(?i)(", "(?i:"))
