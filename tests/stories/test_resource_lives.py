"""A tool like Terraform manages one of each kind of resource."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from botocore import xform_name
from botocore.exceptions import ClientError

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.contract import service_model

from .configurations import CONFIGURATIONS
from .identities import IDENTITIES
from .kinds import Change, Kind, Members, Refusal
from .records import RECORDS
from .world import World

KINDS = [*CONFIGURATIONS, *IDENTITIES, *RECORDS]
INPUTS: dict[str, Any] = {
    xform_name(name): service_model().operation_model(name).input_shape
    for name in service_model().operation_names
}
TAGS = [{"Key": "team", "Value": "growth"}, {"Key": "cost", "Value": "42"}]

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


@contextmanager
def answered_by(refusal: Refusal | None) -> Iterator[None]:
    """Expect this refusal, none if it is None."""
    if refusal is None:
        yield
        return
    with pytest.raises(ClientError) as caught:
        yield
    answer = caught.value.response
    assert (answer["Error"]["Code"], answer.get("Reason")) == refusal


@dataclass(frozen=True)
class Managed:
    """A resource that a tool has created."""

    kind: Kind
    world: World
    answer: Members
    names: Members

    def call(self, sms: Any, operation: str, **members: Any) -> Any:
        """Make a call about it."""
        names = {name: self.names[name] for name in self.names if name in INPUTS[operation].members}
        return getattr(sms, operation)(**names, **members)

    def change(self, sms: Any, change: Change) -> Members:
        """Make a change, and return what a read is to show of it."""
        members = change.members(self.world.simulator, self.names)
        self.call(sms, change.operation, **members)
        return members if change.shown is None else change.shown

    def read(self) -> Members:
        """Return what the tool sees."""
        found = self.kind.read(self.world.sms, self.names)
        assert found is not None
        return found

    @property
    def is_gone(self) -> bool:
        """Whether the tool sees nothing."""
        return self.kind.read(self.world.sms, self.names) is None

    def delete(self, sms: Any) -> None:
        """Delete it."""
        self.call(sms, self.kind.delete)

    def delete_again(self) -> None:
        """Delete what is gone."""
        with answered_by(self.kind.gone):
            self.delete(self.world.sms)

    def tags(self) -> Any:
        """Return its tags."""
        arn = self.answer[self.kind.arn or ""]
        return self.world.sms.list_tags_for_resource(ResourceArn=arn)["Tags"]


def create(world: World, kind: Kind, **more: Any) -> Managed:
    kind.elsewhere(world)
    kind.stage(world)
    operation, arguments = kind.create
    answer = getattr(world.sms, operation)(**arguments, **more)
    names = {name: {**arguments, **answer}[name] for name in kind.named_by}
    return Managed(kind, world, answer, names)


def changed(before: Members, shown: Members) -> Members:
    after = {**before, **shown}
    return {name: value for name, value in after.items() if value is not None}


@every_kind
def test_a_tool_creates_reads_changes_and_deletes(world: World, kind: Kind) -> None:
    managed = create(world, kind)
    told = {**managed.answer, **managed.names, **kind.starts}
    seen = managed.read()
    assert kind.starts.keys() <= seen.keys()
    assert seen == {**seen, **{name: told[name] for name in seen.keys() & told.keys()}}
    assert managed.read() == seen

    for change in kind.changes:
        wanted = changed(seen, managed.change(world.sms, change))
        seen = managed.read()
        assert seen == wanted
        with answered_by(change.again):
            managed.change(world.sms, change)
        assert managed.read() == seen

    managed.delete(world.sms)
    assert managed.is_gone
    managed.delete_again()


@every_kind
def test_a_tool_sees_what_others_did_behind_its_back(world: World, kind: Kind) -> None:
    managed = create(world, kind)
    seen = managed.read()

    for change in kind.changes:
        seen = changed(seen, managed.change(world.other, change))
        assert managed.read() == seen

    managed.delete(world.other)
    assert managed.is_gone
    managed.delete_again()


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.arn is not None], ids=lambda kind: kind.name
)
def test_a_tool_keeps_tags(world: World, kind: Kind) -> None:
    managed = create(world, kind)
    arn = managed.answer[kind.arn or ""]
    seen = managed.read()
    assert managed.tags() == []

    for _ in range(2):
        world.sms.tag_resource(ResourceArn=arn, Tags=TAGS)
        assert managed.tags() == TAGS
    world.other.untag_resource(ResourceArn=arn, TagKeys=["team"])
    assert managed.tags() == TAGS[1:]
    for _ in range(2):
        world.sms.untag_resource(ResourceArn=arn, TagKeys=["team", "cost"])
        assert managed.tags() == []

    assert managed.read() == seen


@pytest.mark.parametrize(
    "kind",
    [kind for kind in KINDS if "ClientToken" in INPUTS[kind.create[0]].members],
    ids=lambda kind: kind.name,
)
def test_a_tool_that_lost_the_answer_creates_once(world: World, kind: Kind) -> None:
    managed = create(world, kind, ClientToken="once")
    operation, arguments = kind.create

    again = getattr(world.sms, operation)(**arguments, ClientToken="once")

    metadata = {"ResponseMetadata": None}
    assert {**again, **metadata} == {**managed.answer, **metadata}


ONE_WAY = {
    "create_registration_association",  # ends with the number's release only
    "submit_registration_version",  # reviewed, not changed, from then on
}
"""What changes something that no tool can take back."""


def operations_of(kind: Kind) -> Iterator[str]:
    yield kind.create[0]
    yield kind.delete
    yield from (change.operation for change in kind.changes)


def test_every_operation_that_a_tool_manages_with_is_in_the_table() -> None:
    reading = ("Describe", "Get", "List", "Send", "CarrierLookup", "PutMessageFeedback")
    managing = {
        xform_name(name) for name in service_model().operation_names if not name.startswith(reading)
    }

    managed = {operation for kind in KINDS for operation in operations_of(kind)}

    assert managing - managed - {"tag_resource", "untag_resource"} == ONE_WAY


@pytest.mark.parametrize(
    "operation",
    sorted(
        operation
        for operation in INPUTS
        if operation.startswith(("update_", "put_", "set_")) and operation != "put_message_feedback"
    ),
)
def test_every_member_that_an_operation_changes_is_changed(operation: str) -> None:
    given = {"ClientToken"}
    for kind in KINDS:
        if operation in operations_of(kind):
            given |= set(kind.named_by)
        if operation == kind.create[0]:
            given |= kind.create[1].keys()
        for change in kind.changes:
            if change.operation == operation and not callable(change.arguments):
                given |= change.arguments.keys()

    assert INPUTS[operation].members.keys() <= given
