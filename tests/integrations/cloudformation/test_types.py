"""Each type's whole life: every property made, read, changed, replaced, refused."""

from __future__ import annotations

from typing import Any

import pytest

from .cases import CASES, Case, Properties, Surroundings
from .reading import exists, read
from .schemas import schema_of
from .stacks import Stack, attribute, resource

NOUNS = sorted(CASES)


@pytest.fixture
def case(noun: str, surroundings: Surroundings) -> Case:
    return CASES[noun](surroundings)


def merged(properties: Properties, others: Properties) -> Properties:
    """Return the properties with others in their place, None for none."""
    return {name: value for name, value in {**properties, **others}.items() if value is not None}


def by_key(properties: Properties) -> Properties:
    """Return the properties with their tags sorted, whose order does not count."""
    tags = properties.get("Tags", [])
    return {**properties, "Tags": sorted(tags, key=lambda tag: str(tag["Key"]))}


def account(sms: Any) -> dict[str, list[str]]:
    """Return the names of all that is in the account."""
    arns = {
        "ConfigurationSets": (sms.describe_configuration_sets, "ConfigurationSetArn"),
        "NotifyConfigurations": (sms.describe_notify_configurations, "NotifyConfigurationArn"),
        "OptOutLists": (sms.describe_opt_out_lists, "OptOutListArn"),
        "PhoneNumbers": (sms.describe_phone_numbers, "PhoneNumberArn"),
        "Pools": (sms.describe_pools, "PoolArn"),
        "ProtectConfigurations": (sms.describe_protect_configurations, "ProtectConfigurationArn"),
        "RcsAgents": (sms.describe_rcs_agents, "RcsAgentArn"),
        "Registrations": (sms.describe_registrations, "RegistrationArn"),
        "RegistrationAttachments": (
            sms.describe_registration_attachments,
            "RegistrationAttachmentArn",
        ),
        "SenderIds": (sms.describe_sender_ids, "SenderIdArn"),
        "VerifiedDestinationNumbers": (
            sms.describe_verified_destination_numbers,
            "VerifiedDestinationNumberArn",
        ),
    }
    return {
        member: [row[name] for row in describe()[member]]
        for member, (describe, name) in arns.items()
    }


@pytest.mark.parametrize("noun", NOUNS)
def test_a_resource_has_every_property_of_its_template(
    noun: str, stack: Stack, sms: Any, case: Case
) -> None:
    stack.create({"It": resource(noun, case.full)})

    assert by_key(read(noun, sms, stack.ref("It"))) == by_key(case.full)


@pytest.mark.parametrize("noun", NOUNS)
def test_a_resource_answers_with_every_attribute(noun: str, stack: Stack, case: Case) -> None:
    names = [name for name in schema_of(noun).read_only if name not in _NOT_YET.get(noun, ())]
    outputs = {name: attribute("It", name) for name in names}

    stack.create({"It": resource(noun, case.full), "Outputs": {"Ref": {"Ref": "It"}, **outputs}})

    found = stack.outputs
    assert sorted(found) == sorted(["Ref", *names])
    assert found["Ref"] == stack.ref("It")
    identifier = schema_of(noun).identifier
    given = {**case.full, **found}
    assert found["Ref"] == "|".join(given[name] for name in identifier)


_NOT_YET = {"RcsAgent": ("PoolId", "TestingAgent")}
"""What a resource that nothing has been done with does not have."""


@pytest.mark.parametrize("noun", NOUNS)
def test_each_property_is_changed_in_place(noun: str, stack: Stack, sms: Any, case: Case) -> None:
    stack.create({"It": resource(noun, case.full)})
    ref, properties = stack.ref("It"), case.full

    for name, value in case.changed.items():
        properties = {**properties, name: value}
        stack.update({"It": resource(noun, properties)})

        assert by_key(read(noun, sms, ref)) == by_key(properties)
    assert stack.ref("It") == ref


@pytest.mark.parametrize("noun", [noun for noun in NOUNS if schema_of(noun).create_only])
def test_each_property_that_cannot_be_changed_replaces_the_resource(
    noun: str, stack: Stack, sms: Any, case: Case
) -> None:
    stack.create({"It": resource(noun, case.unprotected)})

    for others in case.replaced.values():
        old = stack.ref("It")
        stack.update({"It": resource(noun, merged(case.unprotected, others))})

        new = stack.ref("It")
        assert new != old
        assert exists(noun, sms, new)
        assert not exists(noun, sms, old)


@pytest.mark.parametrize("noun", NOUNS)
def test_a_deleted_stack_leaves_nothing(noun: str, stack: Stack, sms: Any, case: Case) -> None:
    before = account(sms)
    stack.create({"It": resource(noun, case.unprotected)})
    ref = stack.ref("It")

    stack.delete()

    assert account(sms) == before
    assert not exists(noun, sms, ref)


@pytest.mark.parametrize("noun", NOUNS)
def test_a_refused_resource_tells_why_and_leaves_nothing(
    noun: str, stack: Stack, sms: Any, case: Case
) -> None:
    required = schema_of(noun).facts.get("required", ())
    wanted = merged({name: case.full[name] for name in required}, case.refused)
    before = account(sms)

    with stack.failing("It", "CREATE_FAILED", *case.words):
        stack.create({"It": resource(noun, wanted)})

    assert stack.told["StackStatus"] == "CREATE_FAILED"
    assert account(sms) == before
    stack.delete()


@pytest.mark.parametrize("noun", [noun for noun in NOUNS if noun != "ResourcePolicy"])
def test_a_resource_has_the_stack_s_tags_and_cloudformation_s(
    noun: str, stack: Stack, sms: Any, case: Case
) -> None:
    stack.create({"It": resource(noun, case.full)}, Tags=[{"Key": "owner", "Value": "me"}])

    arn = next(arn for arns in account(sms).values() for arn in arns if _is(arn, stack, sms))
    tags = {tag["Key"]: tag["Value"] for tag in _tags(sms, arn)}
    own = {tag["Key"]: tag["Value"] for tag in case.full["Tags"]}
    of_aws = {
        "aws:cloudformation:logical-id": "It",
        "aws:cloudformation:stack-id": stack.told["StackId"],
        "aws:cloudformation:stack-name": stack.name,
    }
    expected = {"owner": "me", **own, **(of_aws if noun != "VerifiedDestinationNumber" else {})}
    assert tags == expected


def _is(arn: str, stack: Stack, sms: Any) -> bool:
    return {"Key": "owner", "Value": "me"} in _tags(sms, arn)


def _tags(sms: Any, arn: str) -> Any:
    return sms.list_tags_for_resource(ResourceArn=arn)["Tags"]
