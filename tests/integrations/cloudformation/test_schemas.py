"""The types' schemas are AWS's, as cfn-lint has them, and each property of theirs is tested."""

from __future__ import annotations

from typing import Any

import pytest
from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.integrations.cloudformation.kinds import KINDS
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.integrations.cloudformation.schema import type_names

from ...support import REGION
from .cases import CASES, Surroundings
from .schemas import schema_of

NOUNS = sorted(CASES)
KNOWN = sorted(
    name
    for name in PROVIDER_SCHEMA_MANAGER.get_resource_types(REGION)
    if name.startswith("AWS::SMSVOICE::")
)
pytestmark = pytest.mark.skipif(
    len(KNOWN) < len(NOUNS), reason="an older cfn-lint, which does not know all types"
)
UNSAID = {"arrayType", "description", "insertionOrder", "format"}
"""What cfn-lint's schemas have beside what a template can break."""


def published(noun: str) -> dict[str, Any]:
    """Return the schema that comes with cfn-lint."""
    found = PROVIDER_SCHEMA_MANAGER.get_resource_schema(REGION, f"AWS::SMSVOICE::{noun}")
    schema: dict[str, Any] = found.schema
    return schema


def said(rule: Any) -> Any:
    """Return a piece of a schema without what no template can break."""
    if isinstance(rule, dict):
        return {
            key: said(value)
            for key, value in rule.items()
            if key not in UNSAID or isinstance(value, dict)
        }
    return [said(each) for each in rule] if isinstance(rule, list) else rule


def last_parts(pointers: list[str]) -> list[str]:
    return [pointer.rpartition("/")[2] for pointer in pointers]


def test_every_type_that_aws_has_is_there() -> None:
    assert sorted(type_names()) == KNOWN
    assert sorted(kind.type_name for kind in KINDS) == KNOWN


@pytest.mark.parametrize("noun", NOUNS)
def test_a_schema_is_the_published_one(noun: str) -> None:
    theirs, ours = published(noun), schema_of(noun)

    assert said(dict(ours.properties)) == said(theirs["properties"])
    assert said(dict(ours.definitions)) == said(theirs.get("definitions", {}))
    assert ours.facts.get("required") == theirs.get("required")
    assert list(ours.create_only) == last_parts(theirs.get("createOnlyProperties", []))
    assert list(ours.read_only) == last_parts(theirs.get("readOnlyProperties", []))
    assert list(ours.identifier) == last_parts(theirs["primaryIdentifier"])
    assert ours.has_system_tags == theirs["tagging"].get("cloudFormationSystemTags", False)


@pytest.mark.parametrize("noun", NOUNS)
def test_the_tests_of_a_type_give_each_of_its_properties_two_values(
    noun: str, surroundings: Surroundings
) -> None:
    """A property that AWS adds fails here until it is applied, read back and changed."""
    case, schema = CASES[noun](surroundings), schema_of(noun)
    instead = {name for each in case.replaced.values() for name in each}

    assert sorted({*case.full, *instead}) == sorted(schema.inputs)
    for name in schema.inputs:
        if (noun, name) in WITHOUT_ANOTHER_VALUE:
            continue
        if name in schema.create_only:
            assert case.replaced[name][name] != case.full.get(name)
        else:
            assert case.changed[name] != case.full[name]


WITHOUT_ANOTHER_VALUE = {
    ("NotifyConfiguration", "UseCase"),  # of which there is one
    ("RcsAgent", "TwoWayEnabled"),  # which all others need, and a test of its own takes away
}
