"""The Resource Groups Tagging API, and the service's resources in it."""

from __future__ import annotations

from typing import Any

import boto3
import pytest

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.resource import resource_classes

from ..domains.settings.test_tags import CREATORS, DEFAULT, STAGE, TEAM
from ..support import backend, body

pytest.importorskip("moto.core.resource_tagging", reason="moto before 5.2.2 asks no services")

OTHERS = "arn:aws:sms-voice:eu-west-1:123456789012:opt-out-list/Default"


@pytest.fixture
def tagging(sms: Any) -> Any:
    return boto3.client("resourcegroupstaggingapi", region_name="us-east-1")


def arns(tagging: Any, **filters: Any) -> list[str]:
    found = tagging.get_resources(**filters)["ResourceTagMappingList"]
    return [each["ResourceARN"] for each in found]


def arn_of(created: dict[str, Any], kind: str) -> str:
    return str(created["".join(word.capitalize() for word in kind.split("-")) + "Arn"])


@pytest.mark.parametrize("kind", CREATORS)
def test_each_kind_is_found_by_its_tags_and_by_its_type(sms: Any, tagging: Any, kind: str) -> None:
    arn = arn_of(CREATORS[kind](sms, Tags=[TEAM, STAGE]), kind)

    found = tagging.get_resources(
        ResourceTypeFilters=[f"sms-voice:{kind}"], TagFilters=[{"Key": "team", "Values": ["news"]}]
    )

    assert body(found) == {
        "ResourceTagMappingList": [{"ResourceARN": arn, "Tags": [TEAM, STAGE]}],
    }


def test_every_kind_that_has_tags_is_tried() -> None:
    assert sorted(CREATORS) == sorted(cls.kind for cls in resource_classes())


def test_get_resources_finds_what_has_tags_or_has_had_some(sms: Any, tagging: Any) -> None:
    had = arn_of(sms.create_opt_out_list(OptOutListName="had", Tags=[TEAM]), "opt-out-list")
    sms.untag_resource(ResourceArn=had, TagKeys=["team"])
    sms.create_opt_out_list(OptOutListName="never")
    sms.untag_resource(ResourceArn=DEFAULT, TagKeys=["team"])

    found = tagging.get_resources()["ResourceTagMappingList"]

    assert found == [{"ResourceARN": had, "Tags": []}]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        pytest.param({}, ["news", "offers"], id="none"),
        pytest.param({"ResourceTypeFilters": ["sms-voice"]}, ["news", "offers"], id="service"),
        pytest.param({"ResourceTypeFilters": ["sms-voice:pool"]}, [], id="another kind"),
        pytest.param({"ResourceTypeFilters": ["sqs"]}, [], id="another service"),
        pytest.param({"TagFilters": [{"Key": "stage"}]}, ["offers"], id="key"),
        pytest.param({"TagFilters": [{"Key": "team", "Values": ["x"]}]}, [], id="other value"),
        pytest.param(
            {"TagFilters": [{"Key": "team", "Values": ["x", "news"]}]},
            ["news", "offers"],
            id="one of the values",
        ),
        pytest.param({"TagFilters": [{"Key": "team"}, {"Key": "x"}]}, [], id="not all keys"),
        pytest.param({"ResourceARNList": [DEFAULT.replace("Default", "news")]}, ["news"], id="ARN"),
    ],
)
def test_get_resources_filters(
    sms: Any, tagging: Any, filters: dict[str, Any], expected: list[str]
) -> None:
    sms.create_opt_out_list(OptOutListName="news", Tags=[TEAM])
    sms.create_opt_out_list(OptOutListName="offers", Tags=[TEAM, STAGE])

    assert [arn.rpartition("/")[2] for arn in arns(tagging, **filters)] == expected


def test_get_resources_pages(sms: Any, tagging: Any) -> None:
    names = [f"list-{number}" for number in range(5)]
    for name in names:
        sms.create_opt_out_list(OptOutListName=name, Tags=[TEAM])

    pages = list(tagging.get_paginator("get_resources").paginate(ResourcesPerPage=2))

    assert [
        [each["ResourceARN"].rpartition("/")[2] for each in page["ResourceTagMappingList"]]
        for page in pages
    ] == [names[0:2], names[2:4], names[4:]]


def test_looking_for_tags_moves_no_resource_on(sms: Any, tagging: Any) -> None:
    """A registration under review takes a step each time that it is described, and only then."""
    sms.create_registration(RegistrationType="US_TOLL_FREE_REGISTRATION", Tags=[TEAM])
    (before,) = [each.progress for each in backend().store.all(_registration())]

    arns(tagging)

    (after,) = [each.progress for each in backend().store.all(_registration())]
    assert after == before


def _registration() -> Any:
    return next(cls for cls in resource_classes() if cls.kind == "registration")


@pytest.mark.parametrize("kind", CREATORS)
def test_tag_resources_and_untag_resources_change_each_kind(
    sms: Any, tagging: Any, kind: str
) -> None:
    arn = arn_of(CREATORS[kind](sms), kind)

    tagged = tagging.tag_resources(ResourceARNList=[arn], Tags={"team": "news", "stage": "test"})
    untagged = tagging.untag_resources(ResourceARNList=[arn], TagKeys=["team"])

    assert body(tagged) == body(untagged) == {"FailedResourcesMap": {}}
    assert sms.list_tags_for_resource(ResourceArn=arn)["Tags"] == [STAGE]


@pytest.mark.parametrize(
    ("arn", "tags"),
    [
        pytest.param(DEFAULT.replace("Default", "none"), {"team": "news"}, id="of nothing"),
        pytest.param(DEFAULT.replace("1234", "4321"), {"team": "news"}, id="another account"),
        pytest.param(OTHERS, {"team": "news"}, id="another Region"),
        pytest.param(DEFAULT, {f"key-{number}": "" for number in range(50)}, id="over the quota"),
    ],
)
def test_a_resource_whose_tags_are_refused_is_listed_as_failed(
    sms: Any, tagging: Any, arn: str, tags: dict[str, str]
) -> None:
    sms.tag_resource(ResourceArn=DEFAULT, Tags=[{"Key": "held", "Value": ""}])
    sms.create_opt_out_list(OptOutListName="news")
    news = DEFAULT.replace("Default", "news")

    failed = tagging.tag_resources(ResourceARNList=[arn, news], Tags=tags)["FailedResourcesMap"]

    assert list(failed) == [arn]
    assert len(sms.list_tags_for_resource(ResourceArn=news)["Tags"]) == len(tags)
    assert len(sms.list_tags_for_resource(ResourceArn=DEFAULT)["Tags"]) == 1


def test_untag_resources_lists_as_failed_what_is_not_there(sms: Any, tagging: Any) -> None:
    arn = DEFAULT.replace("Default", "none")

    failed = tagging.untag_resources(ResourceARNList=[arn], TagKeys=["team"])

    assert list(failed["FailedResourcesMap"]) == [arn]


def test_keys_and_values_are_listed(sms: Any, tagging: Any) -> None:
    sms.tag_resource(ResourceArn=DEFAULT, Tags=[TEAM, STAGE])
    sms.create_opt_out_list(OptOutListName="news", Tags=[{"Key": "cost", "Value": "7"}])

    assert sorted(tagging.get_tag_keys()["TagKeys"]) == ["cost", "stage", "team"]
    assert tagging.get_tag_values(Key="team")["TagValues"] == ["news"]


def test_another_region_sees_nothing(sms: Any, tagging: Any) -> None:
    sms.tag_resource(ResourceArn=DEFAULT, Tags=[TEAM])

    assert arns(boto3.client("resourcegroupstaggingapi", region_name="eu-west-1")) == []


def test_a_reset_forgets_what_was_tagged(sms: Any, tagging: Any) -> None:
    sms.tag_resource(ResourceArn=DEFAULT, Tags=[TEAM])

    boto3.client("s3")  # so that some other client is there; the reset is of all services
    from moto.core.base_backend import BackendDict

    BackendDict.reset()

    assert arns(tagging) == []
    sms.tag_resource(ResourceArn=DEFAULT, Tags=[STAGE])
    assert arns(tagging) == [DEFAULT]


def test_the_server_has_it_too(threaded_server: str) -> None:
    sms, tagging = (
        boto3.client(service, region_name="us-east-1", endpoint_url=threaded_server)
        for service in ("pinpoint-sms-voice-v2", "resourcegroupstaggingapi")
    )

    sms.tag_resource(ResourceArn=DEFAULT, Tags=[TEAM])

    assert arns(tagging) == [DEFAULT]


def test_a_team_s_things_are_found_handed_over_and_given_back(sms: Any, tagging: Any) -> None:
    """The story: a team is dissolved; what bears its tag goes to another, which gives it back."""
    pool = CREATORS["pool"](sms, Tags=[TEAM])
    number = CREATORS["phone-number"](sms, Tags=[TEAM, STAGE])
    CREATORS["opt-out-list"](sms, Tags=[STAGE])
    of_the_team = [{"Key": "team", "Values": ["news"]}]

    found = arns(tagging, TagFilters=of_the_team, ResourceTypeFilters=["sms-voice"])
    assert sorted(found) == sorted([pool["PoolArn"], number["PhoneNumberArn"]])

    tagging.tag_resources(ResourceARNList=found, Tags={"team": "weather"})
    tagging.untag_resources(ResourceARNList=found, TagKeys=["stage"])

    assert arns(tagging, TagFilters=of_the_team) == []
    (described,) = sms.describe_phone_numbers(PhoneNumberIds=[number["PhoneNumberId"]])[
        "PhoneNumbers"
    ]
    tags = sms.list_tags_for_resource(ResourceArn=described["PhoneNumberArn"])["Tags"]
    assert tags == [{"Key": "team", "Value": "weather"}]
    sms.release_phone_number(PhoneNumberId=number["PhoneNumberId"])
    sms.describe_phone_numbers()  # and it is gone
    assert arns(tagging, TagFilters=[{"Key": "team"}]) == [pool["PoolArn"]]
