"""Rows of answers, made into what the store holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, TypeVar

from botocore import xform_name

from ...core.clock import now
from ...core.resource import Resource
from ...core.store import Store
from .answers import BrokenSource

R = TypeVar("R", bound=Resource)


@cache
def _fields(cls: Any) -> Mapping[str, bool]:
    """Return the names of the fields, and whether each must be given."""
    return {
        each.name: each.default is MISSING and each.default_factory is MISSING
        for each in fields(cls)
        if each.init
    }


@cache
def _snake_case(member: str) -> str:
    name: str = xform_name(member)
    return name


def attributes_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row's members by the names that attributes have for them."""
    return {_snake_case(member): value for member, value in row.items()}


def resource_of(
    cls: type[R],
    row: Mapping[str, Any],
    path: str,
    store: Store,
    *,
    id: str | None = None,
    **defaults: Any,
) -> R:
    """Return the resource that a row shows; it is not in the store yet.

    What the class has no field for is kept beside its fields, so that it is shown again; what it
    derives from other things is left to it.
    """
    shown = attributes_of(row)
    identifier = id_of(cls, shown, store) if id is None else id
    given = {
        "created_timestamp": now(),
        **defaults,
        **shown,
        "id": identifier,
        "arn": store.arn_of(cls, identifier),
    }
    known = _fields(cls)  # type: ignore[arg-type]  # moto's metaclass hides that it is hashable
    for name, needed in known.items():
        if needed and name not in given:
            raise BrokenSource(path, f"needs {_member(name)}")
    resource = cls(**{name: value for name, value in given.items() if name in known})
    for name in given.keys() - known.keys():
        if not hasattr(cls, name):
            setattr(resource, name, given[name])
    return resource


def id_of(cls: type[Resource], shown: Mapping[str, Any], store: Store) -> str:
    """Return the id that a row tells by itself or in its ARN, else a new one."""
    kind = cls.kind.replace("-", "_")
    arn = shown.get(f"{kind}_arn")
    if arn is not None:
        return str(arn).partition(f":{cls.kind}/")[2]
    told = shown.get(f"{kind}_{cls.id_member}")
    return store.new_id(cls) if told is None else str(told)


def _member(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))
