"""What the published schema of a type states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from ...data import load

NAMESPACE = "AWS::SMSVOICE::"


@dataclass(frozen=True)
class Schema:
    """One type: its properties, and what CloudFormation does with them."""

    facts: Mapping[str, Any]

    @property
    def properties(self) -> Mapping[str, Any]:
        """Each property's own schema."""
        return self.facts["properties"]

    @property
    def definitions(self) -> Mapping[str, Any]:
        """The schemas that others refer to."""
        return self.facts.get("definitions", {})

    @property
    def identifier(self) -> Sequence[str]:
        """The properties that Ref is made of."""
        return self.facts["primaryIdentifier"]

    @property
    def create_only(self) -> Sequence[str]:
        """The properties that only another resource can have otherwise."""
        return self.facts.get("createOnlyProperties", ())

    @property
    def read_only(self) -> Sequence[str]:
        """What GetAtt answers, and no template may set."""
        return self.facts.get("readOnlyProperties", ())

    @property
    def inputs(self) -> Sequence[str]:
        """What a template may set."""
        return [name for name in self.properties if name not in self.read_only]

    @property
    def has_system_tags(self) -> bool:
        """Whether CloudFormation adds tags of its own."""
        return self.facts["systemTags"]


@cache
def schema(type_name: str) -> Schema:
    """Return the schema of a type by its full name."""
    return Schema(load("cloudformation")[type_name])


def type_names() -> Sequence[str]:
    """Return the full names of all types."""
    return list(load("cloudformation"))
