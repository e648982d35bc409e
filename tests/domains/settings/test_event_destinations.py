"""Event destinations."""

from __future__ import annotations

from typing import Any

import pytest

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.contract import service_model

from ...access import stream, trusted_role
from ...support import backend, body, refused

ARN = "arn:aws:sms-voice:us-east-1:123456789012:configuration-set/"
ROLE = "arn:aws:iam::123456789012:role/events"
TARGETS = {
    "CloudWatchLogsDestination": {
        "IamRoleArn": ROLE,
        "LogGroupArn": "arn:aws:logs:us-east-1:123456789012:log-group:events",
    },
    "KinesisFirehoseDestination": {
        "IamRoleArn": ROLE,
        "DeliveryStreamArn": "arn:aws:firehose:us-east-1:123456789012:deliverystream/events",
    },
    "SnsDestination": {"TopicArn": "arn:aws:sns:us-east-1:123456789012:events"},
}
TOPIC = {"SnsDestination": TARGETS["SnsDestination"]}


@pytest.fixture(autouse=True)
def _there(aws: None) -> None:
    """What the targets name."""
    trusted_role("events")
    stream("events")


@pytest.fixture
def topic(sms: Any, news: str) -> str:
    """An event destination of ``news``, for all events."""
    create(sms, "topic")
    return "topic"


def create(sms: Any, name: str, **changes: Any) -> dict[str, Any]:
    arguments = {
        "ConfigurationSetName": "news",
        "EventDestinationName": name,
        "MatchingEventTypes": ["ALL"],
        **(changes if TARGETS.keys() & changes.keys() else TOPIC | changes),
    }
    return body(sms.create_event_destination(**arguments))


def destinations(sms: Any) -> list[dict[str, Any]]:
    (configuration_set,) = sms.describe_configuration_sets()["ConfigurationSets"]
    return list(configuration_set["EventDestinations"])


@pytest.mark.parametrize("kind", list(TARGETS))
def test_create_event_destination_answers_and_shows_it(sms: Any, news: str, kind: str) -> None:
    answer = sms.create_event_destination(
        ConfigurationSetName=news,
        EventDestinationName="events",
        MatchingEventTypes=["TEXT_ALL", "VOICE_BUSY"],
        **{kind: TARGETS[kind]},
    )

    assert body(answer) == {
        "ConfigurationSetArn": ARN + "news",
        "ConfigurationSetName": "news",
        "EventDestination": {
            "EventDestinationName": "events",
            "Enabled": True,
            "MatchingEventTypes": ["TEXT_ALL", "VOICE_BUSY"],
            kind: TARGETS[kind],
        },
    }
    assert destinations(sms) == [answer["EventDestination"]]


def test_create_event_destination_does_not_find_a_set_by_its_arn(sms: Any, news: str) -> None:
    with refused("ResourceNotFoundException", kind="configuration-set", id=ARN + news):
        create(sms, "events", ConfigurationSetName=ARN + news)


_STREAM, _LOGS = TARGETS["KinesisFirehoseDestination"], TARGETS["CloudWatchLogsDestination"]
OTHER_ARNS = [
    ("SnsDestination", {"TopicArn": TOPIC["SnsDestination"]["TopicArn"] + ".fifo"}, "topicArn"),
    ("SnsDestination", {"TopicArn": "arn:aws:sqs:us-east-1:123456789012:events"}, "topicArn"),
    (
        "KinesisFirehoseDestination",
        _STREAM | {"DeliveryStreamArn": "arn:aws:kinesis:us-east-1:123456789012:stream/events"},
        "deliveryStreamArn",
    ),
    (
        "CloudWatchLogsDestination",
        _LOGS | {"LogGroupArn": "arn:aws:s3:::bucket-of-logs"},
        "logGroupArn",
    ),
    (
        "CloudWatchLogsDestination",
        _LOGS | {"IamRoleArn": "arn:aws:iam::123456789012:user/events"},
        "iamRoleArn",
    ),
]


@pytest.mark.parametrize(("kind", "target", "member"), OTHER_ARNS)
def test_an_event_destination_takes_no_arn_of_another_service(
    sms: Any, news: str, kind: str, target: dict[str, str], member: str
) -> None:
    create(sms, "events", **{kind: TARGETS[kind]})
    before = destinations(sms)
    field = f"{kind[0].lower()}{kind[1:]}.{member}"

    with refused("ValidationException", "INVALID_ARN", fields=[field]):
        create(sms, "others", **{kind: target})
    with refused("ValidationException", "INVALID_ARN", fields=[field]):
        sms.update_event_destination(
            ConfigurationSetName=news, EventDestinationName="events", **{kind: target}
        )
    assert destinations(sms) == before


def test_create_event_destination_refuses_one_without_a_target(sms: Any, news: str) -> None:
    fields = ["cloudWatchLogsDestination", "kinesisFirehoseDestination", "snsDestination"]

    with refused("ValidationException", "MISSING_PARAMETER", fields=fields):
        sms.create_event_destination(
            ConfigurationSetName=news, EventDestinationName="events", MatchingEventTypes=["ALL"]
        )
    assert destinations(sms) == []


SEVERAL = [
    (
        ["CloudWatchLogsDestination", "SnsDestination"],
        ["cloudWatchLogsDestination", "snsDestination"],
    ),
    (
        list(TARGETS),
        ["cloudWatchLogsDestination", "kinesisFirehoseDestination", "snsDestination"],
    ),
]


@pytest.mark.parametrize(("kinds", "fields"), SEVERAL, ids=["two", "three"])
def test_create_event_destination_refuses_several_targets(
    sms: Any, news: str, kinds: list[str], fields: list[str]
) -> None:
    with refused("ValidationException", "PARAMETERS_CANNOT_BE_USED_TOGETHER", fields=fields):
        create(sms, "events", **{kind: TARGETS[kind] for kind in kinds})
    assert destinations(sms) == []


def test_create_event_destination_refuses_a_name_twice_in_a_set(sms: Any, topic: str) -> None:
    with refused(
        "ConflictException", "RESOURCE_ALREADY_EXISTS", kind="event-destination", id=topic
    ):
        create(sms, topic)


def test_two_sets_may_use_the_same_name_for_an_event_destination(sms: Any, topic: str) -> None:
    sms.create_configuration_set(ConfigurationSetName="other")

    create(sms, topic, ConfigurationSetName="other")

    assert [
        len(each["EventDestinations"])
        for each in sms.describe_configuration_sets()["ConfigurationSets"]
    ] == [1, 1]


def test_create_event_destination_refuses_text_sent(sms: Any, news: str) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["matchingEventTypes"]):
        create(sms, "events", MatchingEventTypes=["TEXT_DELIVERED", "TEXT_SENT"])


def test_create_event_destination_with_the_token_of_the_first_call_answers_the_same(
    sms: Any, news: str
) -> None:
    first = create(sms, "events", ClientToken="once")

    assert create(sms, "events", ClientToken="once") == first
    assert len(destinations(sms)) == 1


def test_a_set_has_five_event_destinations(sms: Any, news: str) -> None:
    for number in range(5):
        create(sms, f"events-{number}")

    with refused("ServiceQuotaExceededException", "EVENT_DESTINATIONS_PER_CONFIGURATION_SET"):
        create(sms, "one-too-many")


UPDATE = {"ConfigurationSetName": "news", "EventDestinationName": "topic"}
OTHER_TOPIC = {"TopicArn": "arn:aws:sns:us-east-1:123456789012:others"}


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"Enabled": False},
        {"MatchingEventTypes": ["RCS_ALL"]},
        {"SnsDestination": OTHER_TOPIC},
        {"Enabled": False, "MatchingEventTypes": ["RCS_READ"], "SnsDestination": OTHER_TOPIC},
    ],
    ids=["nothing", "enabled", "event types", "target", "everything"],
)
@pytest.mark.parametrize("name", ["news", ARN + "news"])
def test_update_event_destination_changes_what_is_given(
    sms: Any, topic: str, change: dict[str, Any], name: str
) -> None:
    (before,) = destinations(sms)

    answer = sms.update_event_destination(**{**UPDATE, "ConfigurationSetName": name}, **change)

    assert body(answer) == {
        "ConfigurationSetArn": ARN + "news",
        "ConfigurationSetName": "news",
        "EventDestination": before | change,
    }
    assert destinations(sms) == [before | change]


def test_update_event_destination_enables_it_again(sms: Any, topic: str) -> None:
    sms.update_event_destination(**UPDATE, Enabled=False)
    sms.update_event_destination(**UPDATE, Enabled=True)

    assert [each["Enabled"] for each in destinations(sms)] == [True]


@pytest.mark.parametrize("kind", ["CloudWatchLogsDestination", "KinesisFirehoseDestination"])
def test_update_event_destination_refuses_another_kind_and_changes_nothing(
    sms: Any, topic: str, kind: str
) -> None:
    before = destinations(sms)

    with refused(
        "ConflictException", "EVENT_DESTINATION_MISMATCH", kind="event-destination", id=topic
    ):
        sms.update_event_destination(**UPDATE, Enabled=False, **{kind: TARGETS[kind]})
    assert destinations(sms) == before


@pytest.mark.parametrize(("kinds", "fields"), SEVERAL, ids=["two", "three"])
def test_update_event_destination_refuses_several_targets(
    sms: Any, topic: str, kinds: list[str], fields: list[str]
) -> None:
    with refused("ValidationException", "PARAMETERS_CANNOT_BE_USED_TOGETHER", fields=fields):
        sms.update_event_destination(**UPDATE, **{kind: TARGETS[kind] for kind in kinds})


def test_update_event_destination_refuses_text_sent_and_changes_nothing(
    sms: Any, topic: str
) -> None:
    before = destinations(sms)

    with refused("ValidationException", "INVALID_PARAMETER", fields=["matchingEventTypes"]):
        sms.update_event_destination(**UPDATE, Enabled=False, MatchingEventTypes=["TEXT_SENT"])
    assert destinations(sms) == before


@pytest.mark.parametrize("name", ["news", ARN + "news"])
def test_delete_event_destination_answers_the_one_deleted(sms: Any, topic: str, name: str) -> None:
    (before,) = destinations(sms)
    create(sms, "stays")

    answer = sms.delete_event_destination(ConfigurationSetName=name, EventDestinationName=topic)

    assert body(answer) == {
        "ConfigurationSetArn": ARN + "news",
        "ConfigurationSetName": "news",
        "EventDestination": before,
    }
    assert [each["EventDestinationName"] for each in destinations(sms)] == ["stays"]


@pytest.mark.parametrize("operation", ["update_event_destination", "delete_event_destination"])
def test_an_unknown_event_destination_is_refused(sms: Any, topic: str, operation: str) -> None:
    with refused("ResourceNotFoundException", kind="event-destination", id="gone"):
        getattr(sms, operation)(ConfigurationSetName="news", EventDestinationName="gone")


@pytest.mark.parametrize(
    ("operation", "arguments"),
    [
        ("create_event_destination", {"MatchingEventTypes": ["ALL"], **TOPIC}),
        ("update_event_destination", {}),
        ("delete_event_destination", {}),
    ],
)
def test_an_event_destination_of_an_unknown_set_is_refused(
    sms: Any, operation: str, arguments: dict[str, Any]
) -> None:
    with refused("ResourceNotFoundException", kind="configuration-set", id="gone"):
        getattr(sms, operation)(
            ConfigurationSetName="gone", EventDestinationName="topic", **arguments
        )


EVENT_TYPES = [
    name
    for name in service_model().shape_for("EventType").enum
    if not name.endswith("ALL") and name != "TEXT_SENT"
]


@pytest.mark.parametrize("family", ["TEXT", "VOICE", "MEDIA", "RCS"])
def test_a_destination_for_a_family_wants_that_family_alone(
    sms: Any, topic: str, family: str
) -> None:
    sms.update_event_destination(**UPDATE, MatchingEventTypes=[f"{family}_ALL"])

    assert wanted() == [name for name in EVENT_TYPES if name.startswith(f"{family}_")]


def test_a_destination_for_all_wants_every_event(sms: Any, topic: str) -> None:
    assert wanted() == EVENT_TYPES


def test_a_destination_for_single_types_wants_these(sms: Any, topic: str) -> None:
    sms.update_event_destination(**UPDATE, MatchingEventTypes=["TEXT_BLOCKED", "RCS_READ"])

    assert wanted() == ["TEXT_BLOCKED", "RCS_READ"]


def test_a_disabled_destination_wants_nothing(sms: Any, topic: str) -> None:
    sms.update_event_destination(**UPDATE, Enabled=False)

    assert wanted() == []


def wanted() -> list[str]:
    """Return the event types that the one destination of ``news`` wants."""
    (configuration_set,) = backend().describe_configuration_sets()
    (destination,) = configuration_set.event_destinations
    return [name for name in EVENT_TYPES if destination.wants(name)]
