"""What moto's stacks hold: a resource of one of the types, from its creation to its end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from copy import copy
from typing import Any, ClassVar

from moto.cloudformation.exceptions import UnformattedGetAttTemplateException, ValidationError

from ...core.tags import by_aws
from ...exceptions import ServiceError
from .caller import Caller
from .kinds.kind import Kind, Row
from .properties import fit
from .refusal import REFUSALS, told
from .stack import Stack

_LONGEST_NAME = 64
_RANDOM = 13
"""How much of a name that moto makes up is random."""


class Resource:
    """A resource of a stack; moto's map of types has a class of it for each type."""

    kind: ClassVar[Kind]

    def __init__(self, stack: Stack, logical_id: str, call: Caller) -> None:
        self._stack = stack
        self._call = call
        self._arn = ""
        self._last_row: Row | None = None
        self._name_is_made_up = False
        self._is_retained = False
        self._tags: dict[str, str] = {}
        self.logical_resource_id = logical_id
        self.physical_resource_id = ""
        self.properties: dict[str, Any] = {}

    @classmethod
    def cloudformation_type(cls) -> str:
        """Return the type's full name."""
        return cls.kind.type_name

    @classmethod
    def cloudformation_name_type(cls) -> str:
        """Return the property for which moto makes up a name."""
        return cls.kind.name_property

    @classmethod
    def has_cfn_attr(cls, attr: str) -> bool:
        """Say whether GetAtt answers to the name."""
        return attr.partition(".")[0] in cls.kind.schema.read_only

    @classmethod
    def create_from_cloudformation_json(
        cls,
        resource_name: str,
        cloudformation_json: dict[str, Any],
        account_id: str,
        region_name: str,
        **kwargs: Any,
    ) -> Resource:
        """Make a resource of the template."""
        stack = Stack.of(account_id, region_name, kwargs["StackId"])
        resource = cls(stack, kwargs["LogicalId"], Caller(account_id, region_name))
        if not stack.is_deleted:
            with resource._telling("CREATE"):
                resource._create(resource._fit(cloudformation_json, resource_name))
                resource._adopt(cloudformation_json)
            stack.resources[resource.logical_resource_id] = resource
        return resource

    @classmethod
    def update_from_cloudformation_json(
        cls,
        original_resource: Any,
        new_resource_name: str,
        cloudformation_json: dict[str, Any],
        account_id: str,
        region_name: str,
    ) -> Resource:
        """Make of a resource what the template now says."""
        if original_resource is None:
            raise ValidationError(message="moto does not update what a false condition left out.")
        if type(original_resource) is not cls:
            raise ValidationError(message="Update of resource type is not permitted.")
        original_resource.update(cloudformation_json, new_resource_name)
        return original_resource

    @classmethod
    def delete_from_cloudformation_json(
        cls,
        resource_name: str,
        cloudformation_json: dict[str, Any],
        account_id: str,
        region_name: str,
    ) -> None:
        """Do nothing, as moto calls ``delete`` where there is one."""

    def is_created(self) -> bool:
        """Say that it is there."""
        return True

    def get_cfn_attribute(self, attribute_name: str) -> Any:
        """Return what GetAtt answers, as it is now, or was last."""
        name, *steps = attribute_name.split(".")
        if name not in self.kind.schema.read_only:
            raise UnformattedGetAttTemplateException
        if self.physical_resource_id:
            with suppress(ServiceError):
                self._last_row = self.kind.read(self._call, self.physical_resource_id)
        value = self.kind.attributes(self._last_row).get(name) if self._last_row else None
        for step in steps:
            value = value.get(step) if isinstance(value, dict) else None
        return value

    def update(self, template: dict[str, Any], new_name: str = "") -> None:
        """Change it, or replace it where a property differs that it cannot change."""
        with self._telling("UPDATE"):
            wanted = self._fit(template, new_name)
            if any(
                self.properties.get(name) != wanted.get(name)
                for name in self.kind.schema.create_only
            ):
                self._replace(wanted, retains=_retains(template.get("UpdateReplacePolicy")))
            else:
                self._change(wanted)
            self._adopt(template)

    def delete(self, account_id: str, region_name: str) -> None:
        """Delete it; what is still held stays until an update has let go of it."""
        try:
            if not self._is_retained:
                self._remove()
        except ServiceError as refused:
            reason = told(refused, self.logical_resource_id)
            if self._stack.is_being_deleted:
                self._stack.tell_failure(self, "DELETE", reason)
                raise ValidationError(message=reason) from None
            self._stack.leave(self, reason)
        else:
            self._stack.tell_success(self)
        self._stack.resources.pop(self.logical_resource_id, None)

    def try_to_go(self) -> bool:
        """Delete what an update has taken out of the stack, if nothing holds it any longer."""
        with suppress(ServiceError):
            self._remove()
            return True
        return False

    def _fit(self, template: Mapping[str, Any], made_up: str) -> dict[str, Any]:
        """Return the properties that the template asks for, with a name if there is to be one."""
        properties, name = template["Properties"], self.kind.name_property
        if name and name not in properties:
            kept = self.physical_resource_id if self._name_is_made_up else ""
            properties = {**properties, name: kept or _name(made_up)}
        return fit(self.kind.schema, properties)

    def _adopt(self, template: Mapping[str, Any]) -> None:
        """Remember what the template that it now is as says beside its properties."""
        self._name_is_made_up = self.kind.name_property not in template["Properties"]
        self._is_retained = _retains(template.get("DeletionPolicy"))

    def _create(self, wanted: dict[str, Any]) -> None:
        tags = self._tags_for(wanted)
        row = self.kind.create(self._call, wanted, tags)
        id = self.kind.id_of(row)
        arn = self.kind.arn_of(row) if self._is_taggable else ""
        try:
            self._put_system_tags(arn)
        except ServiceError:
            self.kind.take_back(self._call, id)
            raise
        self.physical_resource_id, self._arn = id, arn
        self.properties, self._tags = wanted, _by_key(tags)

    def _change(self, wanted: dict[str, Any]) -> None:
        """Change what differs, or put it back as it was."""
        before = self.properties
        try:
            self.kind.settle(self._call, self.physical_resource_id, before, wanted)
            self._change_tags(self._tags_for(wanted))
        except ServiceError:
            with suppress(ServiceError):
                self.kind.settle(self._call, self.physical_resource_id, wanted, before)
            raise
        self.properties = wanted

    def _replace(self, wanted: dict[str, Any], *, retains: bool) -> None:
        """Make another, let all that refer to it follow, and then let go of the old one."""
        old = copy(self)
        self._create(wanted)
        try:
            self._let_dependents_follow()
        except ValidationError:
            new, self.__dict__ = self.physical_resource_id, old.__dict__
            with suppress(ValidationError):
                self._let_dependents_follow()
            with suppress(ServiceError):
                self.kind.take_back(self._call, new)
            raise
        try:
            if not retains:
                old._remove()
        except ServiceError as refused:
            self._stack.leave(old, told(refused, self.logical_resource_id))

    def _let_dependents_follow(self) -> None:
        for each in self._stack.dependents_of(self):
            each.update(self._stack.template_of(each))

    def _remove(self) -> None:
        """Delete it; what is gone already is deleted."""
        if not self.physical_resource_id:
            return
        try:
            self.kind.delete(self._call, self.physical_resource_id)
        except ServiceError as refused:
            if refused.code != "ResourceNotFoundException":
                raise

    @property
    def _is_taggable(self) -> bool:
        return "Tags" in self.kind.schema.properties

    def _tags_for(self, wanted: Mapping[str, Any]) -> list[dict[str, str]]:
        """Return the tags of the stack and of the template, whose own win."""
        own = wanted.get("Tags", [])
        of_stack = {} if not self._is_taggable else self._stack.tags
        named = _by_key(own)
        inherited = [
            {"Key": key, "Value": value} for key, value in of_stack.items() if key not in named
        ]
        return [*inherited, *own]

    def _put_system_tags(self, arn: str) -> None:
        tags = self._stack.system_tags(self.logical_resource_id)
        if tags and self.kind.schema.has_system_tags:
            with by_aws():
                self._call("TagResource", ResourceArn=arn, Tags=_as_list(tags))

    def _change_tags(self, wanted: Sequence[Mapping[str, str]]) -> None:
        after = _by_key(wanted)
        put = [tag for tag in wanted if self._tags.get(tag["Key"]) != tag["Value"]]
        if put:
            self._call("TagResource", ResourceArn=self._arn, Tags=put)
        if gone := sorted(self._tags.keys() - after.keys()):
            self._call("UntagResource", ResourceArn=self._arn, TagKeys=gone)
        self._tags = after

    @contextmanager
    def _telling(self, action: str) -> Iterator[None]:
        """Tell the stack how it went; what was refused reaches the caller as moto's own error."""
        try:
            yield
        except REFUSALS as refused:
            reason = told(refused, self.logical_resource_id)
            self._stack.tell_failure(self, action, reason)
            raise ValidationError(message=reason) from None
        self._stack.tell_success(self)


def _name(made_up: str) -> str:
    """Return a name that moto has made up as the service takes it: a stack set's has a colon."""
    plain = made_up.replace(":", "-")
    return (
        plain
        if len(plain) <= _LONGEST_NAME
        else plain[: _LONGEST_NAME - _RANDOM] + plain[-_RANDOM:]
    )


def _retains(policy: str | None) -> bool:
    return policy is not None and policy.startswith("Retain")


def _by_key(tags: Sequence[Mapping[str, str]]) -> dict[str, str]:
    return {tag["Key"]: tag["Value"] for tag in tags}


def _as_list(tags: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"Key": key, "Value": value} for key, value in tags.items()]
