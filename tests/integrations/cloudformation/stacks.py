"""A stack under test: its template, its outputs, and what it tells."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from botocore.exceptions import ClientError

ANSWERS = {"HELP": {"Message": "Call us."}, "STOP": {"Message": "Goodbye."}}
"""What every number and pool must say."""


def resource(noun: str, properties: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """Return a resource of a template."""
    return {"Type": f"AWS::SMSVOICE::{noun}", "Properties": properties or {}, **more}


def attribute(logical_id: str, name: str = "Arn") -> dict[str, Any]:
    """Return a reference to an attribute."""
    return {"Fn::GetAtt": [logical_id, name]}


def simulator_number(**properties: Any) -> dict[str, Any]:
    """Return a number that needs no registration."""
    asked = {"IsoCountryCode": "US", "NumberType": "SIMULATOR", "NumberCapabilities": ["SMS"]}
    return resource("PhoneNumber", {**asked, "MandatoryKeywords": ANSWERS, **properties})


class Stack:
    """A stack of one name, by a client of CloudFormation."""

    def __init__(self, client: Any, name: str = "texts") -> None:
        self.client = client
        self.name = name

    def create(self, resources: dict[str, Any], **arguments: Any) -> None:
        """Make the stack."""
        self.client.create_stack(StackName=self.name, **_template(resources), **arguments)

    def update(self, resources: dict[str, Any], **arguments: Any) -> None:
        """Make of it what the template says now."""
        self.client.update_stack(StackName=self.name, **_template(resources), **arguments)

    def change(self, resources: dict[str, Any], kind: str) -> list[tuple[str, str]]:
        """Do the same by a change set; returns what it says that it changes."""
        named = {"StackName": self.name, "ChangeSetName": f"change-{kind.lower()}"}
        self.client.create_change_set(ChangeSetType=kind, **named, **_template(resources))
        changes = self.client.describe_change_set(**named)["Changes"]
        self.client.execute_change_set(**named)
        found = [each["ResourceChange"] for each in changes]
        return [(each["Action"], each["LogicalResourceId"]) for each in found]

    def delete(self) -> None:
        """Delete it."""
        self.client.delete_stack(StackName=self.name)

    @property
    def told(self) -> dict[str, Any]:
        """What describes it."""
        described: dict[str, Any] = self.client.describe_stacks(StackName=self.name)["Stacks"][0]
        return described

    @property
    def outputs(self) -> dict[str, str]:
        """Its outputs."""
        return {each["OutputKey"]: each["OutputValue"] for each in self.told.get("Outputs", ())}

    def ref(self, logical_id: str) -> str:
        """Return what Ref answers."""
        found = self.client.describe_stack_resources(StackName=self.name)["StackResources"]
        return next(
            each["PhysicalResourceId"] for each in found if each["LogicalResourceId"] == logical_id
        )

    @property
    def failures(self) -> list[tuple[str, str, str]]:
        """The events that tell of what failed, oldest first."""
        events = self.client.describe_stack_events(StackName=self.name)["StackEvents"]
        return [
            (each["LogicalResourceId"], each["ResourceStatus"], each["ResourceStatusReason"])
            for each in reversed(events)
            if each["ResourceStatus"].endswith("_FAILED")
        ]

    @contextmanager
    def failing(self, logical_id: str, status: str, *words: str) -> Iterator[None]:
        """Expect that it fails with these words, and tells so in its events and its status."""
        with pytest.raises(ClientError) as caught:
            yield
        assert caught.value.response["Error"]["Code"] == "ValidationError"
        message = caught.value.response["Error"]["Message"]
        assert [word for word in words if word not in message] == []
        assert (logical_id, status, message) in self.failures
        verb = status.partition("_")[0].lower()
        assert self.told["StackStatusReason"] == (
            f"The following resource(s) failed to {verb}: [{logical_id}]. "
        )


def _template(resources: dict[str, Any]) -> dict[str, str]:
    outputs = resources.get("Outputs", {})
    rest = {name: value for name, value in resources.items() if name != "Outputs"}
    body: dict[str, Any] = {"Resources": rest}
    if outputs:
        body["Outputs"] = {name: {"Value": value} for name, value in outputs.items()}
    return {"TemplateBody": json.dumps(body)}
