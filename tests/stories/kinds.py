"""What a tool like Terraform knows of a kind of resource."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from moto_pinpoint_sms_v2 import Simulator

from .world import World

Members = Mapping[str, Any]
Refusal = tuple[str, str | None]
"""Its code and reason."""
Read = Callable[[Any, Members], Members | None]
"""Returns what a client sees of the resource that the members name, None once it is gone."""

ARN = "arn:aws:sms-voice:us-east-1:123456789012"
TOPIC = "arn:aws:sns:us-east-1:123456789012:"
ROLE = "arn:aws:iam::123456789012:role/example"
NOT_FOUND: Refusal = ("ResourceNotFoundException", None)


@dataclass(frozen=True)
class Change:
    """One call that changes a resource, and what a read shows of it; None is a member gone."""

    operation: str
    arguments: Members | Callable[[Simulator, Members], Members] = field(default_factory=dict)
    shown: Members | None = None
    """None if a read shows the arguments."""
    again: Refusal | None = None
    """The refusal of the same call made again; None if it changes nothing more."""

    def members(self, simulator: Simulator, names: Members) -> Members:
        """Return its arguments for the resource of these names."""
        return self.arguments(simulator, names) if callable(self.arguments) else self.arguments


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of resource, from its creation to its deletion."""

    name: str
    create: tuple[str, Members]
    named_by: Sequence[str] = ()
    """The members, of the creation's answer or arguments, that name it in every other call."""
    read: Read
    starts: Members = field(default_factory=dict)
    """What the first read shows that the creation does not, or not yet."""
    changes: Sequence[Change] = ()
    delete: str
    gone: Refusal | None = NOT_FOUND
    """The refusal of a second deletion; None if it is none."""
    arn: str | None = None
    """The member with the ARN of what can have tags."""
    elsewhere: Callable[[World], object] = lambda world: None
    """Makes what must be there in other services."""
    stage: Callable[[World], object] = lambda world: None
    """Makes what must be there before."""


def protection(operation: str) -> list[Change]:
    """Return the changes of whatever can be protected from deletion."""
    return [Change(operation, {"DeletionProtectionEnabled": each}) for each in (True, False)]
