"""What all types have in common: most of it follows from their operations' names and members."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timezone
from functools import cached_property
from typing import Any, Protocol

from ....core.contract import operation
from ..schema import NAMESPACE, Schema, schema
from .settings import change_settings

Properties = Mapping[str, Any]
Row = Mapping[str, Any]
"""A resource as an operation answers it."""


class Call(Protocol):
    """Makes operations in the account and Region of a stack."""

    def __call__(self, name: str, /, **members: Any) -> dict[str, Any]:
        """Make the operation; a refusal is a ServiceError."""


class Kind:
    """A type of resource.

    Its id is what Ref answers, and what the operations take to name it.
    """

    def __init__(
        self, noun: str, *, id_member: str = "", obtain: str = "Create", give_up: str = "Delete"
    ) -> None:
        self.noun = noun
        self.id_member = id_member or f"{noun}Id"
        self._obtain = f"{obtain}{noun}"
        self._give_up = f"{give_up}{noun}"

    @property
    def type_name(self) -> str:
        """Its full name."""
        return NAMESPACE + self.noun

    @property
    def schema(self) -> Schema:
        """What is published of it."""
        return schema(self.type_name)

    @property
    def name_property(self) -> str:
        """The property for which CloudFormation makes up a name; empty if there is none."""
        names = set(self.schema.create_only) - set(self.schema.facts.get("required", ()))
        return self.id_member if self.id_member in names else ""

    @cached_property
    def changeable(self) -> Collection[str]:
        """The members that its updating operation takes."""
        update = operation(f"Update{self.noun}")
        return () if update is None else update.parameters.keys()

    def named(self, id: str) -> dict[str, Any]:
        """Return the members by which operations name the resource."""
        return {self.id_member: id}

    def id_of(self, row: Row) -> str:
        """Return the id of what an operation has answered."""
        return "|".join(str(row[name]) for name in self.schema.identifier)

    def create(self, call: Call, wanted: Properties, tags: Sequence[Mapping[str, str]]) -> Row:
        """Make the resource, with what the operation that makes it takes, and settle the rest."""
        given = self.given_at_creation(wanted)
        row = call(self._obtain, **given, Tags=list(tags))
        self.settle_new(call, row, given, wanted)
        return row

    def given_at_creation(self, wanted: Properties) -> dict[str, Any]:
        """Return the properties that are members of the operation that makes it."""
        makes = operation(self._obtain)
        members = () if makes is None else makes.parameters.keys() - _LATER
        return {name: value for name, value in wanted.items() if name in members}

    def settle_new(self, call: Call, row: Row, given: Properties, wanted: Properties) -> None:
        """Settle what the resource is still to have, or take it back."""
        id = self.id_of(row)
        try:
            self.settle(call, id, given, wanted)
        except Exception:
            self.take_back(call, id)
            raise

    def take_back(self, call: Call, id: str) -> None:
        """Undo a creation, whatever protects the resource by now."""
        if "DeletionProtectionEnabled" in self.changeable:
            call(f"Update{self.noun}", **self.named(id), DeletionProtectionEnabled=False)
        self.delete(call, id)

    def settle(self, call: Call, id: str, before: Properties, after: Properties) -> None:
        """Change what differs from what the properties were before."""
        change_settings(call, f"Update{self.noun}", self.named(id), self.changeable, before, after)

    def delete(self, call: Call, id: str) -> None:
        """Delete the resource."""
        call(self._give_up, **self.named(id))

    def read(self, call: Call, id: str) -> Row:
        """Return the resource as its Describe operation lists it."""
        return only_row(f"Describe{self.noun}s", call, **{f"{self.id_member}s": [id]})

    def arn_of(self, row: Row) -> str:
        """Return the ARN of what an operation has answered."""
        return str(row[f"{self.noun}Arn"])

    def attributes(self, row: Row) -> dict[str, Any]:
        """Return what GetAtt answers."""
        known = {"Arn": row.get(f"{self.noun}Arn"), **row}
        if "CreatedTimestamp" in known:
            # Its form is published only as a date-time; that of the API's own texts is a choice.
            moment = datetime.fromtimestamp(known["CreatedTimestamp"], timezone.utc)
            known["CreatedTimestamp"] = moment.isoformat(timespec="milliseconds")
        return {name: known.get(name) for name in self.schema.read_only}


_LATER = {"DeletionProtectionEnabled", "Tags"}
"""What is not given at creation as it is, so that a creation can be undone."""


def only_row(name: str, call: Call, **members: Any) -> Row:
    """Return the one row that a Describe operation lists."""
    answer = call(name, **members)
    wanted = operation(name)
    assert wanted is not None  # noqa: S101 - it has just been called
    assert wanted.listing is not None  # noqa: S101 - and listed
    row: Row = answer[wanted.listing.member][0]
    return row
