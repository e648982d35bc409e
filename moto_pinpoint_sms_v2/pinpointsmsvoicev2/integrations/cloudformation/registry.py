"""The types among those that moto's stacks know."""

from __future__ import annotations

from typing import Any

from moto.cloudformation import parsing
from moto.core.common_models import CloudFormationModel

from .kinds import KINDS
from .kinds.kind import Kind
from .resource import Resource


def register() -> None:
    """Add a class for each type, and see that moto finds it."""
    for kind in KINDS:
        _CLASSES[kind.type_name] = _class_of(kind)
    # Moto looks once for all classes, which may have been before these were there.
    maps: list[Any] = [parsing.get_model_list, parsing.get_model_map, parsing.get_name_type_map]
    for each in maps:
        each.cache_clear()
    found = parsing.get_model_map()
    lost = [name for name, cls in _CLASSES.items() if found.get(name) is not cls]
    for each in maps:
        each.cache_clear()  # others may come after us
    if lost:
        raise LookupError(f"it does not find {', '.join(lost)}")


_CLASSES: dict[str, type] = {}
"""Moto finds them as the subclasses of its own class, which keeps them only while they are held."""


def _class_of(kind: Kind) -> type:
    """Return the type's class, which moto sees only as its own model's direct subclass."""
    name = f"CloudFormation{kind.noun}"
    return type(name, (Resource, CloudFormationModel), {"kind": kind, "__module__": __name__})
