"""Event destinations: AWS gets at the role and the stream, or refuses them."""

from __future__ import annotations

from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError

from moto_pinpoint_sms_v2 import Simulator

from ...access import SERVICE, stream, trusted_role
from ...support import ACCOUNT, REGION, backend, body, refused

ROLE = f"arn:aws:iam::{ACCOUNT}:role/example"
STREAM = f"arn:aws:firehose:{REGION}:{ACCOUNT}:deliverystream/events"
LOG_GROUP = f"arn:aws:logs:{REGION}:{ACCOUNT}:log-group:events"
FIREHOSE = {"IamRoleArn": ROLE, "DeliveryStreamArn": STREAM}
LOGS = {"IamRoleArn": ROLE, "LogGroupArn": LOG_GROUP}
NAMES = {"ConfigurationSetName": "news", "EventDestinationName": "events"}


@pytest.fixture
def change(sms: Any, news: str, request: pytest.FixtureRequest) -> Any:
    """Create an event destination with a target, or give one that is there another."""
    if request.param == "create":
        return lambda **target: sms.create_event_destination(
            **NAMES, MatchingEventTypes=["ALL"], **target
        )
    backend().check_access(enabled=False)
    for kind, target in (
        ("KinesisFirehoseDestination", {**FIREHOSE, "DeliveryStreamArn": STREAM + "-before"}),
        ("CloudWatchLogsDestination", {**LOGS, "LogGroupArn": LOG_GROUP + "-before"}),
    ):
        sms.create_event_destination(
            **{**NAMES, "EventDestinationName": kind},
            MatchingEventTypes=["ALL"],
            **{kind: target},
        )
    backend().check_access()
    return lambda **target: sms.update_event_destination(
        **{**NAMES, "EventDestinationName": next(iter(target))}, Enabled=False, **target
    )


both = pytest.mark.parametrize("change", ["create", "update"], indirect=True)


def destinations(sms: Any) -> Any:
    (configuration_set,) = sms.describe_configuration_sets()["ConfigurationSets"]
    return configuration_set["EventDestinations"]


def refusal(change: Any, **target: Any) -> dict[str, Any]:
    """Return all that the refusal of a target says."""
    with pytest.raises(ClientError) as caught:
        change(**target)
    answer = caught.value.response
    return {
        "code": answer["Error"]["Code"],
        "message": answer["Error"]["Message"],
        "reason": answer["Reason"],
        "fields": answer["Fields"],
    }


@both
@pytest.mark.parametrize(
    ("kind", "target"),
    [("KinesisFirehoseDestination", FIREHOSE), ("CloudWatchLogsDestination", LOGS)],
)
def test_a_role_that_is_not_there_cannot_be_assumed(
    sms: Any, change: Any, kind: str, target: dict[str, str]
) -> None:
    stream()
    before = destinations(sms)
    field = f"{kind[0].lower()}{kind[1:]}.iamRoleArn"

    assert refusal(change, **{kind: target}) == {
        "code": "ValidationException",
        "message": f'Could not assume IAM role {ROLE} - Reason="RESOURCE_NOT_ACCESSIBLE" '
        f'Fields="{field}"',
        "reason": "RESOURCE_NOT_ACCESSIBLE",
        "fields": [
            {"Name": field, "Message": "must be a role that sms-voice.amazonaws.com may assume"}
        ],
    }
    assert destinations(sms) == before


@both
def test_a_stream_that_is_not_there_cannot_be_accessed(sms: Any, change: Any) -> None:
    trusted_role()
    stream("another")
    before = destinations(sms)
    field = "kinesisFirehoseDestination.deliveryStreamArn"

    assert refusal(change, KinesisFirehoseDestination=FIREHOSE) == {
        "code": "ValidationException",
        "message": f"Could not access Kinesis Firehose Stream {STREAM} - "
        f'Reason="RESOURCE_NOT_ACCESSIBLE" Fields="{field}"',
        "reason": "RESOURCE_NOT_ACCESSIBLE",
        "fields": [{"Name": field, "Message": "must be a stream that is there"}],
    }
    assert destinations(sms) == before


@both
def test_a_role_and_a_stream_that_are_there_are_taken(sms: Any, change: Any) -> None:
    trusted_role()
    stream()

    answer = change(KinesisFirehoseDestination=FIREHOSE)

    assert answer["EventDestination"]["KinesisFirehoseDestination"] == FIREHOSE
    assert answer["EventDestination"] in destinations(sms)


OF_ANOTHER = {"StringEquals": {"aws:SourceAccount": "111122223333"}}
OF_THE_SET = f"arn:aws:sms-voice:{REGION}:{ACCOUNT}:configuration-set/"
TRUSTS = [
    pytest.param({"Principal": {"Service": "sns.amazonaws.com"}}, False, id="another service"),
    pytest.param({"Principal": {"Service": [SERVICE, "sns.amazonaws.com"]}}, True, id="both"),
    pytest.param({"Principal": {"AWS": ACCOUNT}}, False, id="the account's own users"),
    pytest.param({"Action": ["sts:TagSession", "sts:AssumeRole"]}, True, id="two actions"),
    pytest.param({"Action": "sts:TagSession"}, False, id="another action"),
    pytest.param({"Effect": "Deny"}, False, id="denied"),
    pytest.param({"Condition": OF_ANOTHER}, False, id="another account"),
    pytest.param({"Condition": {}}, True, id="any account"),
    pytest.param(
        {"Condition": {"ArnLike": {"aws:SourceArn": OF_THE_SET + "*"}}}, True, id="any set"
    ),
    pytest.param(
        {"Condition": {"ArnLike": {"aws:SourceArn": OF_THE_SET + "other"}}}, False, id="another set"
    ),
]


@pytest.mark.parametrize(("statement", "is_taken"), TRUSTS)
def test_a_role_is_assumed_by_whom_it_trusts(
    sms: Any, news: str, statement: dict[str, Any], is_taken: bool
) -> None:
    role = trusted_role("careful", **statement)
    create = {**NAMES, "MatchingEventTypes": ["ALL"]}
    target = {"CloudWatchLogsDestination": {**LOGS, "IamRoleArn": role}}

    if is_taken:
        sms.create_event_destination(**create, **target)
        return
    field = "cloudWatchLogsDestination.iamRoleArn"
    with refused("ValidationException", "RESOURCE_NOT_ACCESSIBLE", fields=[field]):
        sms.create_event_destination(**create, **target)


def test_a_role_and_a_stream_are_looked_for_where_their_arns_say(sms: Any, news: str) -> None:
    trusted_role()
    boto3.client("firehose", region_name="eu-west-1").create_delivery_stream(
        DeliveryStreamName="events",
        ExtendedS3DestinationConfiguration={"RoleARN": ROLE, "BucketARN": "arn:aws:s3:::records"},
    )
    elsewhere = STREAM.replace(REGION, "eu-west-1")
    create = {**NAMES, "MatchingEventTypes": ["ALL"]}

    for target, field in (
        (FIREHOSE, "deliveryStreamArn"),
        ({**FIREHOSE, "IamRoleArn": ROLE.replace(ACCOUNT, "111122223333")}, "iamRoleArn"),
    ):
        path = f"kinesisFirehoseDestination.{field}"
        with refused("ValidationException", "RESOURCE_NOT_ACCESSIBLE", fields=[path]):
            sms.create_event_destination(**create, KinesisFirehoseDestination=target)

    target = {**FIREHOSE, "DeliveryStreamArn": elsewhere}
    sms.create_event_destination(**create, KinesisFirehoseDestination=target)
    assert [each["KinesisFirehoseDestination"] for each in destinations(sms)] == [target]


def test_what_is_not_changed_is_not_looked_up_again(sms: Any, news: str) -> None:
    trusted_role()
    sms.create_event_destination(
        **NAMES, MatchingEventTypes=["ALL"], CloudWatchLogsDestination=LOGS
    )
    boto3.client("iam").delete_role(RoleName="example")

    answer = sms.update_event_destination(**NAMES, Enabled=False)

    assert body(answer)["EventDestination"] == {
        "EventDestinationName": "events",
        "Enabled": False,
        "MatchingEventTypes": ["ALL"],
        "CloudWatchLogsDestination": LOGS,
    }


def test_a_topic_needs_neither_to_be_there_nor_a_policy(sms: Any, news: str) -> None:
    topic = {"TopicArn": f"arn:aws:sns:{REGION}:{ACCOUNT}:nowhere"}

    sms.create_event_destination(**NAMES, MatchingEventTypes=["ALL"], SnsDestination=topic)

    assert [each["SnsDestination"] for each in destinations(sms)] == [topic]


def test_a_test_may_let_any_role_and_stream_be_taken(
    sms: Any, simulator: Simulator, news: str
) -> None:
    simulator.check_access(False)
    sms.create_event_destination(
        **NAMES, MatchingEventTypes=["ALL"], KinesisFirehoseDestination=FIREHOSE
    )

    simulator.check_access()
    field = "kinesisFirehoseDestination.iamRoleArn"
    with refused("ValidationException", "RESOURCE_NOT_ACCESSIBLE", fields=[field]):
        sms.update_event_destination(**NAMES, KinesisFirehoseDestination=FIREHOSE)


@pytest.mark.parametrize("word", ["false", "False", "0", "no", " off"])
def test_the_environment_may_let_every_account_take_any(
    monkeypatch: pytest.MonkeyPatch, sms: Any, news: str, word: str
) -> None:
    monkeypatch.setenv("MOTO_PINPOINT_SMS_CHECK_ACCESS", word)
    backend().reset()
    sms.create_configuration_set(ConfigurationSetName=news)

    sms.create_event_destination(
        **NAMES, MatchingEventTypes=["ALL"], KinesisFirehoseDestination=FIREHOSE
    )

    assert [each["KinesisFirehoseDestination"] for each in destinations(sms)] == [FIREHOSE]
