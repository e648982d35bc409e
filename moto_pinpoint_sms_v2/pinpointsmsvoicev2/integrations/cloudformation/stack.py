"""What a resource asks of the stack of moto's that it is in, and what it tells it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from moto.cloudformation.models import Event, cloudformation_backends
from moto.cloudformation.parsing import parse_resource

if TYPE_CHECKING:
    from .resource import Resource

_SYSTEM_TAGS = "aws:cloudformation:"


class Stack:
    """A stack, as the service's resources in it see it."""

    def __init__(self, stacks: dict[str, Any], stack: Any) -> None:
        self._stacks = stacks
        self._stack = stack
        self.resources: dict[str, Resource] = {}
        """The service's resources in it, by their logical ids."""
        self._left: list[Resource] = []
        """What an update has taken out of it, and something still held."""
        self._failures: dict[str, Event] = {}

    @classmethod
    def of(cls, account_id: str, region_name: str, stack_id: str) -> Stack:
        """Return the stack of that id, the same one each time; moto hides those of stack sets."""
        backend = cloudformation_backends[account_id][region_name]
        stack = backend.stacks.get(stack_id) or backend.deleted_stacks.get(stack_id)
        if stack is None:
            return cls(backend.stacks, None)
        # It lives as long as moto's own.
        own: Stack = vars(stack).setdefault("_pinpoint_sms_v2", cls(backend.stacks, stack))
        return own

    @property
    def is_deleted(self) -> bool:
        """Whether it is there only to be read; moto then makes anew what an output speaks of."""
        return self._stack is not None and self._stack.status == "DELETE_COMPLETE"

    @property
    def is_being_deleted(self) -> bool:
        """Whether all of it is to go."""
        if self._stack is None:
            return True
        own = (event for event in reversed(self._stack.events) if _is_stack_s(event))
        last = next(own, None)
        return last is not None and last.resource_status == "DELETE_IN_PROGRESS"

    @property
    def tags(self) -> dict[str, str]:
        """The tags that its resources get from it."""
        return {} if self._stack is None else dict(self._stack.tags)

    def system_tags(self, logical_id: str) -> dict[str, str]:
        """Return the tags that CloudFormation itself gives a resource."""
        if self._stack is None:
            return {}
        return {
            f"{_SYSTEM_TAGS}logical-id": logical_id,
            f"{_SYSTEM_TAGS}stack-id": self._stack.stack_id,
            f"{_SYSTEM_TAGS}stack-name": self._stack.name,
        }

    def template_of(self, resource: Resource) -> dict[str, Any]:
        """Return what the template says of a resource, with its references resolved by now."""
        known = self._stack.resource_map
        _, resolved, _ = parse_resource(_templates(known)[resource.logical_resource_id], known)
        return dict(resolved)

    def dependents_of(self, resource: Resource) -> Iterator[Resource]:
        """Yield the service's resources whose templates refer to it."""
        if self._stack is None:
            return
        templates = _templates(self._stack.resource_map)
        for logical_id, each in list(self.resources.items()):
            template = templates.get(logical_id)
            if each is not resource and _refers(template, resource.logical_resource_id):
                yield each

    def tell_failure(self, resource: Resource, action: str, reason: str) -> None:
        """Show what failed, and why, in the stack's status and events."""
        self._note(resource, action, reason)
        stack = self._stack
        if stack is None:
            return
        of_stack = action
        if action == "DELETE":
            self._stacks.setdefault(stack.stack_id, stack)  # moto has taken it away already
        elif stack.status not in _BEING_CREATED:
            of_stack = "UPDATE"
        stack.status = f"{of_stack}_FAILED"
        failed = ", ".join(self._failures)
        stack.status_reason = f"The following resource(s) failed to {action.lower()}: [{failed}]. "

    def tell_success(self, resource: Resource) -> None:
        """Forget what failed before, and let go of what can go by now."""
        self._forget(resource)
        for each in list(self._left):
            if each.try_to_go():
                self._left.remove(each)
                self._forget(each)

    def leave(self, resource: Resource, reason: str) -> None:
        """Go on without a resource that cannot be deleted yet, as AWS does when it cleans up."""
        self._left.append(resource)
        self._note(resource, "DELETE", reason)

    def _note(self, resource: Resource, action: str, reason: str) -> None:
        if self._stack is None:
            return
        self._forget(resource)
        event = Event(
            stack_id=self._stack.stack_id,
            stack_name=self._stack.name,
            logical_resource_id=resource.logical_resource_id,
            physical_resource_id=resource.physical_resource_id,
            resource_type=resource.cloudformation_type(),
            resource_status=f"{action}_FAILED",
            resource_status_reason=reason,
            resource_properties=json.dumps(resource.properties, default=str),
        )
        self._failures[resource.logical_resource_id] = event
        self._stack.events.append(event)

    def _forget(self, resource: Resource) -> None:
        """Take back what was told, as moto tries what failed again."""
        event = self._failures.pop(resource.logical_resource_id, None)
        if event is not None and event in self._stack.events:
            self._stack.events.remove(event)
        if self._stack is not None and not self._failures:
            self._stack.status_reason = None


_BEING_CREATED = ("CREATE_PENDING", "CREATE_IN_PROGRESS", "CREATE_FAILED", "REVIEW_IN_PROGRESS")


def _is_stack_s(event: Any) -> bool:
    return event.resource_type == "AWS::CloudFormation::Stack"


def _templates(resource_map: Any) -> dict[str, Any]:
    """Return the resources of the template that the map is at, which moto keeps to itself."""
    templates: dict[str, Any] = resource_map._resource_json_map
    return templates


def _refers(template: Any, logical_id: str) -> bool:
    """Say whether a piece of a template refers to the resource."""
    if isinstance(template, list):
        return any(_refers(each, logical_id) for each in template)
    if not isinstance(template, dict):
        return False
    return any(
        (key == "Ref" and value == logical_id)
        or (key == "Fn::GetAtt" and _first_of(value) == logical_id)
        or (key == "Fn::Sub" and _is_in(_text_of(value), logical_id))
        or _refers(value, logical_id)
        for key, value in template.items()
    )


def _first_of(value: Any) -> Any:
    """Return the resource that GetAtt names, in a list or before a dot."""
    return value.partition(".")[0] if isinstance(value, str) else value[0]


def _text_of(value: Any) -> str:
    """Return the text of Sub, which may come with a map."""
    return str(value[0] if isinstance(value, list) else value)


def _is_in(text: str, logical_id: str) -> bool:
    return f"${{{logical_id}}}" in text or f"${{{logical_id}." in text
