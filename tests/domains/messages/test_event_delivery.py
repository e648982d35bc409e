"""Event delivery: the records as other services get them."""

from __future__ import annotations

import json
from typing import Any

import boto3
import pytest
from moto.moto_api import state_manager

from moto_pinpoint_sms_v2 import Simulator

from ...access import stream, trusted_role
from ...support import ACCOUNT, REGION, client_of
from ..senders import HANDSET, heard, number, send, topic, types

ROLE = "arn:aws:iam::123456789012:role/events"


@pytest.fixture
def origin(sms: Any) -> str:
    """An American number that does everything."""
    return number(sms, NumberCapabilities=["SMS", "MMS", "VOICE"])


def tell(sms: Any, news: str, name: str = "events", *matching: str, **target: Any) -> None:
    """Make an event destination of the configuration set."""
    sms.create_event_destination(
        ConfigurationSetName=news,
        EventDestinationName=name,
        MatchingEventTypes=list(matching) or ["ALL"],
        **target,
    )


def bus_to_queue() -> str:
    """Let a queue hear what the service puts on the default bus, and return its URL."""
    sqs = client_of("sqs")
    events = client_of("events")
    queue = str(sqs.create_queue(QueueName="bus")["QueueUrl"])
    arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])
    events.put_rule(Name="sms", EventPattern=json.dumps({"source": ["aws.sms-voice"]}))
    events.put_targets(Rule="sms", Targets=[{"Id": "queue", "Arn": arn["Attributes"]["QueueArn"]}])
    return queue


def on_bus(queue: str) -> list[dict[str, Any]]:
    """Take the events that the queue holds."""
    sqs = client_of("sqs")
    messages = sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages", [])
    return [json.loads(message["Body"]) for message in messages]


def test_a_topic_hears_each_record(sms: Any, simulator: Simulator, origin: str, news: str) -> None:
    tell(sms, news, SnsDestination={"TopicArn": topic()})

    send(sms, OriginationIdentity=origin, ConfigurationSetName=news)

    assert types(simulator.events()) == ["TEXT_SUCCESSFUL", "TEXT_DELIVERED"]
    assert heard() == simulator.events()


def test_a_stream_gets_each_record_on_a_line(
    sms: Any, simulator: Simulator, origin: str, news: str
) -> None:
    s3 = client_of("s3")
    s3.create_bucket(Bucket="records")
    target = {"IamRoleArn": trusted_role(), "DeliveryStreamArn": stream()}
    tell(sms, news, KinesisFirehoseDestination=target)

    send(sms, OriginationIdentity=origin, ConfigurationSetName=news, MessageBody="Grüße")

    keys = [each["Key"] for each in s3.list_objects_v2(Bucket="records")["Contents"]]
    text = "".join(
        s3.get_object(Bucket="records", Key=key)["Body"].read().decode("utf-8") for key in keys
    )
    records = [json.loads(line) for line in text.splitlines()]
    assert sorted(records, key=lambda record: record["isFinal"]) == simulator.events()


@pytest.mark.parametrize("suffix", ["", ":*"], ids=["ARN", "ARN with streams"])
def test_a_log_group_gets_each_record(
    sms: Any, simulator: Simulator, origin: str, news: str, suffix: str
) -> None:
    logs = client_of("logs")
    logs.create_log_group(logGroupName="/sms/records")
    group = f"arn:aws:logs:{REGION}:{ACCOUNT}:log-group:/sms/records{suffix}"
    tell(sms, news, CloudWatchLogsDestination={"IamRoleArn": trusted_role(), "LogGroupArn": group})

    send(sms, OriginationIdentity=origin, ConfigurationSetName=news)

    logged = logs.filter_log_events(logGroupName="/sms/records")["events"]
    assert [json.loads(event["message"]) for event in logged] == simulator.events()
    assert [event["timestamp"] for event in logged] == [
        event["eventTimestamp"] for event in simulator.events()
    ]


def test_the_default_bus_gets_each_record_without_being_asked(
    sms: Any, simulator: Simulator, origin: str
) -> None:
    queue = bus_to_queue()

    send(sms, OriginationIdentity=origin, Context={"order": "42"})

    expected = [
        {name: value for name, value in event.items() if name != "destinationPhoneNumber"}
        for event in simulator.events()
    ]
    entries = on_bus(queue)
    assert [entry["detail"] for entry in entries] == expected
    for entry in entries:
        assert {name: entry[name] for name in ("source", "region", "resources")} == {
            "source": "aws.sms-voice",
            "region": REGION,
            "resources": [],
        }


def test_the_default_bus_tells_channels_apart(sms: Any, origin: str) -> None:
    queue = bus_to_queue()
    given = {
        "DestinationPhoneNumber": HANDSET,
        "OriginationIdentity": origin,
        "MessageBody": "Hello",
    }

    sms.send_text_message(**given)
    sms.send_media_message(**given)
    sms.send_voice_message(**given)

    details = {entry["detail"]["eventType"]: entry["detail-type"] for entry in on_bus(queue)}
    assert details["TEXT_DELIVERED"] == "Text Message Delivery Status Updated"
    assert details["MEDIA_DELIVERED"] == "Media Message Delivery Status Updated"
    assert details["VOICE_COMPLETED"] == "Voice Message Delivery Status Updated"


def test_each_destination_hears_the_types_that_it_matches(sms: Any, origin: str, news: str) -> None:
    tell(sms, news, "final", "TEXT_DELIVERED", SnsDestination={"TopicArn": topic("final")})
    tell(sms, news, "texts", "TEXT_ALL", SnsDestination={"TopicArn": topic("texts")})
    tell(sms, news, "calls", "VOICE_ALL", SnsDestination={"TopicArn": topic("calls")})

    send(sms, OriginationIdentity=origin, ConfigurationSetName=news)

    assert types(heard("final")) == ["TEXT_DELIVERED"]
    assert types(heard("texts")) == ["TEXT_SUCCESSFUL", "TEXT_DELIVERED"]
    assert heard("calls") == []


def test_a_disabled_destination_hears_nothing(sms: Any, origin: str, news: str) -> None:
    tell(sms, news, SnsDestination={"TopicArn": topic()})
    sms.update_event_destination(
        ConfigurationSetName=news, EventDestinationName="events", Enabled=False
    )

    send(sms, OriginationIdentity=origin, ConfigurationSetName=news)

    assert heard() == []


def test_messages_without_the_set_go_unheard(sms: Any, origin: str, news: str) -> None:
    tell(sms, news, SnsDestination={"TopicArn": topic()})

    send(sms, OriginationIdentity=origin)

    assert heard() == []


@pytest.mark.parametrize(
    "target",
    [
        {"SnsDestination": {"TopicArn": f"arn:aws:sns:{REGION}:{ACCOUNT}:gone"}},
        {"SnsDestination": {"TopicArn": f"arn:aws:sns:mars-1:{ACCOUNT}:gone"}},
        {
            "KinesisFirehoseDestination": {
                "IamRoleArn": ROLE,
                "DeliveryStreamArn": f"arn:aws:firehose:{REGION}:{ACCOUNT}:deliverystream/gone",
            }
        },
        {
            "CloudWatchLogsDestination": {
                "IamRoleArn": ROLE,
                "LogGroupArn": f"arn:aws:logs:{REGION}:{ACCOUNT}:log-group:gone",
            }
        },
    ],
    ids=["topic", "Region", "stream", "log group"],
)
def test_a_target_that_is_gone_fails_nothing(
    sms: Any, simulator: Simulator, origin: str, news: str, target: dict[str, Any]
) -> None:
    trusted_role("events")
    stream("gone")
    tell(sms, news, "gone", **target)
    client_of("firehose").delete_delivery_stream(DeliveryStreamName="gone")
    tell(sms, news, "there", SnsDestination={"TopicArn": topic()})

    assert send(sms, OriginationIdentity=origin, ConfigurationSetName=news)

    assert heard() == simulator.events()


def test_a_topic_of_another_account_and_region_hears(
    sms: Any, simulator: Simulator, origin: str, news: str
) -> None:
    credentials = client_of("sts").assume_role(
        RoleArn="arn:aws:iam::111122223333:role/stranger", RoleSessionName="stranger"
    )["Credentials"]
    elsewhere = {
        "region_name": "eu-west-1",
        "aws_access_key_id": credentials["AccessKeyId"],
        "aws_secret_access_key": credentials["SecretAccessKey"],
        "aws_session_token": credentials["SessionToken"],
    }
    sns, sqs = boto3.client("sns", **elsewhere), boto3.client("sqs", **elsewhere)
    arn = sns.create_topic(Name="events")["TopicArn"]
    queue = sqs.create_queue(QueueName="events")["QueueUrl"]
    sns.subscribe(
        TopicArn=arn, Protocol="sqs", Endpoint="arn:aws:sqs:eu-west-1:111122223333:events"
    )
    tell(sms, news, "events", "TEXT_DELIVERED", SnsDestination={"TopicArn": arn})

    send(sms, OriginationIdentity=origin, ConfigurationSetName=news)

    [message] = sqs.receive_message(QueueUrl=queue)["Messages"]
    assert json.loads(json.loads(message["Body"])["Message"]) == simulator.events()[-1]


def test_a_set_that_is_deleted_meanwhile_tells_nobody(
    sms: Any, simulator: Simulator, origin: str, news: str
) -> None:
    tell(sms, news, SnsDestination={"TopicArn": topic()})
    model = "pinpoint-sms-voice-v2::message"
    state_manager.set_transition(model, {"progression": "manual", "times": 1})
    try:
        send(sms, OriginationIdentity=origin, ConfigurationSetName=news)
        sms.delete_configuration_set(ConfigurationSetName=news)
        assert simulator.messages()[0].status == "TEXT_DELIVERED"
    finally:
        state_manager.unset_transition(model)

    assert types(heard()) == ["TEXT_SUCCESSFUL"]


def test_what_a_test_lets_happen_is_told_as_well(
    sms: Any, simulator: Simulator, origin: str, news: str
) -> None:
    tell(sms, news, SnsDestination={"TopicArn": topic()})
    message = send(sms, OriginationIdentity=origin, ConfigurationSetName=news)

    simulator.advance_message(message, "TEXT_CARRIER_BLOCKED")

    assert types(heard())[-1] == "TEXT_CARRIER_BLOCKED"
