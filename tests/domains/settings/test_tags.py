"""Tags on whatever can be tagged."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.resource import resource_class

from ...support import backend, refused

DEFAULT = "arn:aws:sms-voice:us-east-1:123456789012:opt-out-list/Default"
TEAM = {"Key": "team", "Value": "news"}
STAGE = {"Key": "stage", "Value": "test"}


def _request_number(sms: Any, **tags: Any) -> Any:
    return sms.request_phone_number(
        IsoCountryCode="US",
        MessageType="TRANSACTIONAL",
        NumberCapabilities=["SMS"],
        NumberType="SIMULATOR",
        **tags,
    )


def _create_pool(sms: Any, **tags: Any) -> Any:
    return sms.create_pool(
        OriginationIdentity=_request_number(sms)["PhoneNumberId"],
        IsoCountryCode="US",
        MessageType="TRANSACTIONAL",
        **tags,
    )


CREATORS: dict[str, Callable[..., Any]] = {
    "configuration-set": lambda sms, **tags: sms.create_configuration_set(
        ConfigurationSetName="news", **tags
    ),
    "notify-configuration": lambda sms, **tags: sms.create_notify_configuration(
        DisplayName="codes", UseCase="CODE_VERIFICATION", EnabledChannels=["SMS"], **tags
    ),
    "opt-out-list": lambda sms, **tags: sms.create_opt_out_list(OptOutListName="news", **tags),
    "phone-number": _request_number,
    "pool": _create_pool,
    "protect-configuration": lambda sms, **tags: sms.create_protect_configuration(**tags),
    "rcs-agent": lambda sms, **tags: sms.create_rcs_agent(**tags),
    "registration": lambda sms, **tags: sms.create_registration(
        RegistrationType="US_TOLL_FREE_REGISTRATION", **tags
    ),
    "registration-attachment": lambda sms, **tags: sms.create_registration_attachment(
        AttachmentBody=b"%PDF-1.7\n", **tags
    ),
    "sender-id": lambda sms, **tags: sms.request_sender_id(
        SenderId="NEWS", IsoCountryCode="GB", **tags
    ),
    "verified-destination-number": lambda sms, **tags: sms.create_verified_destination_number(
        DestinationPhoneNumber="+12065550100", **tags
    ),
}

each_kind = pytest.mark.parametrize("kind", CREATORS)


@each_kind
def test_tags_given_at_creation_are_answered_and_listed(sms: Any, kind: str) -> None:
    created = CREATORS[kind](sms, Tags=[TEAM, STAGE])

    assert created["Tags"] == [TEAM, STAGE]
    assert _tags(sms, _arn(created, kind)) == [TEAM, STAGE]


@each_kind
def test_a_resource_created_without_tags_answers_none_and_lists_none(sms: Any, kind: str) -> None:
    created = CREATORS[kind](sms)

    assert "Tags" not in created
    assert _tags(sms, _arn(created, kind)) == []


@each_kind
def test_whatever_has_tags_can_be_tagged_and_untagged(sms: Any, kind: str) -> None:
    arn = _arn(CREATORS[kind](sms), kind)

    sms.tag_resource(ResourceArn=arn, Tags=[TEAM, STAGE])
    sms.untag_resource(ResourceArn=arn, TagKeys=["team"])

    assert _tags(sms, arn) == [STAGE]


@each_kind
def test_a_creation_with_tags_that_are_refused_creates_nothing(sms: Any, kind: str) -> None:
    before = backend().store.count(resource_class(kind))

    with refused("ValidationException", "INVALID_PARAMETER", fields=["tags"]):
        CREATORS[kind](sms, Tags=[{"Key": "aws:team", "Value": "news"}])

    assert backend().store.count(resource_class(kind)) == before


def test_list_tags_for_resource_answers_the_arn(sms: Any) -> None:
    assert sms.list_tags_for_resource(ResourceArn=DEFAULT)["ResourceArn"] == DEFAULT


def test_tag_resource_overwrites_the_value_of_a_key_in_its_place(sms: Any) -> None:
    sms.tag_resource(ResourceArn=DEFAULT, Tags=[TEAM, STAGE])

    sms.tag_resource(ResourceArn=DEFAULT, Tags=[{"Key": "team", "Value": ""}])

    assert _tags(sms, DEFAULT) == [{"Key": "team", "Value": ""}, STAGE]


def test_tag_resource_tells_keys_apart_by_case(sms: Any) -> None:
    tags = [TEAM, {"Key": "Team", "Value": "weather"}]

    sms.tag_resource(ResourceArn=DEFAULT, Tags=tags)

    assert _tags(sms, DEFAULT) == tags


def test_untag_resource_leaves_an_empty_list(sms: Any) -> None:
    sms.tag_resource(ResourceArn=DEFAULT, Tags=[TEAM])

    sms.untag_resource(ResourceArn=DEFAULT, TagKeys=["team"])

    assert _tags(sms, DEFAULT) == []


def test_untag_resource_ignores_a_key_that_is_not_there(sms: Any) -> None:
    sms.tag_resource(ResourceArn=DEFAULT, Tags=[TEAM])

    sms.untag_resource(ResourceArn=DEFAULT, TagKeys=["stage"])

    assert _tags(sms, DEFAULT) == [TEAM]


def test_a_resource_has_50_tags(sms: Any) -> None:
    tags = [{"Key": f"key-{number}", "Value": ""} for number in range(50)]
    sms.tag_resource(ResourceArn=DEFAULT, Tags=tags)

    with refused("ServiceQuotaExceededException", "TAGS_PER_RESOURCE"):
        sms.tag_resource(ResourceArn=DEFAULT, Tags=[TEAM])

    assert _tags(sms, DEFAULT) == tags


def test_a_resource_with_50_tags_takes_new_values_for_them(sms: Any) -> None:
    tags = [{"Key": f"key-{number}", "Value": ""} for number in range(50)]
    sms.tag_resource(ResourceArn=DEFAULT, Tags=tags)

    sms.tag_resource(ResourceArn=DEFAULT, Tags=[{"Key": "key-0", "Value": "new"}])

    assert _tags(sms, DEFAULT)[0] == {"Key": "key-0", "Value": "new"}


def test_a_resource_is_created_with_50_tags_at_most(sms: Any) -> None:
    tags = [{"Key": f"key-{number}", "Value": ""} for number in range(51)]

    with refused("ServiceQuotaExceededException", "TAGS_PER_RESOURCE"):
        sms.create_opt_out_list(OptOutListName="news", Tags=tags)

    assert len(sms.describe_opt_out_lists()["OptOutLists"]) == 1


@pytest.mark.parametrize("key", ["aws:team", "AWS:team", "Aws:"])
def test_tag_resource_refuses_keys_of_aws(sms: Any, key: str) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["tags"]):
        sms.tag_resource(ResourceArn=DEFAULT, Tags=[STAGE, {"Key": key, "Value": ""}])

    assert _tags(sms, DEFAULT) == []


def test_tag_resource_takes_a_key_that_only_resembles_those_of_aws(sms: Any) -> None:
    tag = {"Key": "aws-team", "Value": "aws:news"}

    sms.tag_resource(ResourceArn=DEFAULT, Tags=[tag])

    assert _tags(sms, DEFAULT) == [tag]


def test_tag_resource_refuses_a_key_twice(sms: Any) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["tags"]):
        sms.tag_resource(ResourceArn=DEFAULT, Tags=[TEAM, {"Key": "team", "Value": "weather"}])

    assert _tags(sms, DEFAULT) == []


@pytest.mark.parametrize(
    ("tag", "field"),
    [
        ({"Key": "k" * 129, "Value": ""}, "tags[0].key"),
        ({"Key": "k", "Value": "v" * 257}, "tags[0].value"),
    ],
    ids=["key", "value"],
)
def test_tag_resource_refuses_a_tag_that_is_too_long(
    sms: Any, tag: dict[str, str], field: str
) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=[field]):
        sms.tag_resource(ResourceArn=DEFAULT, Tags=[tag])


def test_tag_resource_takes_a_tag_of_full_length(sms: Any) -> None:
    tag = {"Key": "k" * 128, "Value": "v" * 256}

    sms.tag_resource(ResourceArn=DEFAULT, Tags=[tag])

    assert _tags(sms, DEFAULT) == [tag]


OPERATIONS = [
    ("list_tags_for_resource", {}),
    ("tag_resource", {"Tags": [TEAM]}),
    ("untag_resource", {"TagKeys": ["team"]}),
]
each_operation = pytest.mark.parametrize(("operation", "arguments"), OPERATIONS)


@each_operation
@each_kind
def test_an_arn_of_nothing_is_not_found(
    sms: Any, kind: str, operation: str, arguments: dict[str, Any]
) -> None:
    arn = f"arn:aws:sms-voice:us-east-1:123456789012:{kind}/none"

    with refused("ResourceNotFoundException", kind=kind, id=arn):
        getattr(sms, operation)(ResourceArn=arn, **arguments)


@each_operation
@pytest.mark.parametrize(
    "arn",
    [
        "arn:aws:sms-voice:us-east-1:123456789012:message/1",
        "arn:aws:sms-voice:us-east-1:123456789012:keyword/HELP",
        "arn:aws:sns:us-east-1:123456789012:pool/1",
        "arn:aws:sms-voice:us-east-1:123456789012",
    ],
)
def test_an_arn_of_what_has_no_tags_is_refused(
    sms: Any, arn: str, operation: str, arguments: dict[str, Any]
) -> None:
    with refused("ValidationException", "INVALID_ARN", fields=["resourceArn"]):
        getattr(sms, operation)(ResourceArn=arn, **arguments)


@each_operation
def test_resources_are_tagged_in_their_own_account_and_region_only(
    stranger: Any, operation: str, arguments: dict[str, Any]
) -> None:
    with refused("ResourceNotFoundException", kind="opt-out-list", id=DEFAULT):
        getattr(stranger, operation)(ResourceArn=DEFAULT, **arguments)


def test_a_reset_forgets_tags(sms: Any) -> None:
    sms.tag_resource(ResourceArn=DEFAULT, Tags=[TEAM])

    backend().reset()

    assert _tags(sms, DEFAULT) == []


def _tags(sms: Any, arn: str) -> list[dict[str, str]]:
    tags: list[dict[str, str]] = sms.list_tags_for_resource(ResourceArn=arn)["Tags"]
    return tags


def _arn(created: dict[str, Any], kind: str) -> str:
    member = "".join(word.capitalize() for word in kind.split("-")) + "Arn"
    arn: str = created[member]
    return arn
