"""Configuration sets."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

import pytest
from freezegun import freeze_time

from ...support import backend, body, pages, refused

ARN = "arn:aws:sms-voice:us-east-1:123456789012:configuration-set/"
TOPIC = {"TopicArn": "arn:aws:sns:us-east-1:123456789012:events"}
CREATED = datetime(2026, 1, 2, 3, 4, 5, 678000, timezone.utc)


@pytest.fixture
def news(sms: Any) -> str:
    """A configuration set, made at ``CREATED``."""
    with freeze_time(CREATED):
        sms.create_configuration_set(ConfigurationSetName="news")
    return "news"


def described(sms: Any, name: str) -> dict[str, Any]:
    (found,) = sms.describe_configuration_sets(ConfigurationSetNames=[name])["ConfigurationSets"]
    return dict(found)


def names(answer: dict[str, Any]) -> list[str]:
    return [each["ConfigurationSetName"] for each in answer["ConfigurationSets"]]


@freeze_time(CREATED)
def test_create_configuration_set_answers_the_set(sms: Any) -> None:
    tags = [{"Key": "team", "Value": "growth"}]

    assert body(sms.create_configuration_set(ConfigurationSetName="news", Tags=tags)) == {
        "ConfigurationSetArn": ARN + "news",
        "ConfigurationSetName": "news",
        "Tags": tags,
        "CreatedTimestamp": CREATED,
    }


def test_create_configuration_set_leaves_tags_out_when_there_are_none(sms: Any) -> None:
    assert "Tags" not in sms.create_configuration_set(ConfigurationSetName="news")


def test_create_configuration_set_refuses_a_name_twice(sms: Any, news: str) -> None:
    with refused("ConflictException", "RESOURCE_ALREADY_EXISTS", kind="configuration-set", id=news):
        sms.create_configuration_set(ConfigurationSetName=news)


def test_create_configuration_set_with_the_token_of_the_first_call_answers_the_same(
    sms: Any,
) -> None:
    first = sms.create_configuration_set(ConfigurationSetName="news", ClientToken="once")
    again = sms.create_configuration_set(ConfigurationSetName="news", ClientToken="once")

    assert body(again) == body(first)


def test_names_of_configuration_sets_are_case_sensitive(sms: Any, news: str) -> None:
    sms.create_configuration_set(ConfigurationSetName="News")

    assert names(sms.describe_configuration_sets()) == ["news", "News"]


def test_an_account_has_25_configuration_sets(sms: Any) -> None:
    for number in range(25):
        sms.create_configuration_set(ConfigurationSetName=f"set-{number}")

    with refused("ServiceQuotaExceededException", "CONFIGURATION_SETS_PER_ACCOUNT"):
        sms.create_configuration_set(ConfigurationSetName="one-too-many")


def test_describe_configuration_sets_shows_a_new_set_without_defaults(sms: Any, news: str) -> None:
    assert body(sms.describe_configuration_sets()) == {
        "ConfigurationSets": [
            {
                "ConfigurationSetArn": ARN + "news",
                "ConfigurationSetName": "news",
                "EventDestinations": [],
                "DefaultMessageFeedbackEnabled": False,
                "CreatedTimestamp": CREATED,
            }
        ]
    }


def test_describe_configuration_sets_shows_everything_of_a_set(sms: Any, news: str) -> None:
    protect = sms.create_protect_configuration()["ProtectConfigurationId"]
    sms.set_default_message_type(ConfigurationSetName=news, MessageType="PROMOTIONAL")
    sms.set_default_sender_id(ConfigurationSetName=news, SenderId="NEWS")
    sms.set_default_message_feedback_enabled(ConfigurationSetName=news, MessageFeedbackEnabled=True)
    sms.associate_protect_configuration(ConfigurationSetName=news, ProtectConfigurationId=protect)
    sms.create_event_destination(
        ConfigurationSetName=news,
        EventDestinationName="topic",
        MatchingEventTypes=["ALL"],
        SnsDestination=TOPIC,
    )

    assert described(sms, news) == {
        "ConfigurationSetArn": ARN + "news",
        "ConfigurationSetName": "news",
        "EventDestinations": [
            {
                "EventDestinationName": "topic",
                "Enabled": True,
                "MatchingEventTypes": ["ALL"],
                "SnsDestination": TOPIC,
            }
        ],
        "DefaultMessageType": "PROMOTIONAL",
        "DefaultSenderId": "NEWS",
        "DefaultMessageFeedbackEnabled": True,
        "CreatedTimestamp": CREATED,
        "ProtectConfigurationId": protect,
    }


@pytest.mark.parametrize("name", ["news", ARN + "news"])
def test_describe_configuration_sets_takes_names_and_arns(sms: Any, news: str, name: str) -> None:
    sms.create_configuration_set(ConfigurationSetName="other")

    assert names(sms.describe_configuration_sets(ConfigurationSetNames=[name])) == ["news"]


def test_describe_configuration_sets_refuses_one_unknown_name_among_known(
    sms: Any, news: str
) -> None:
    with refused("ResourceNotFoundException", kind="configuration-set", id="gone"):
        sms.describe_configuration_sets(ConfigurationSetNames=[news, "gone"])


@pytest.fixture
def two_sets(sms: Any) -> str:
    """The sets ``plain``, and ``full`` with one of everything; the protect configuration's id."""
    sms.create_configuration_set(ConfigurationSetName="plain")
    sms.create_configuration_set(ConfigurationSetName="full")
    protect: str = sms.create_protect_configuration()["ProtectConfigurationId"]
    sms.set_default_message_type(ConfigurationSetName="full", MessageType="TRANSACTIONAL")
    sms.set_default_sender_id(ConfigurationSetName="full", SenderId="NEWS")
    sms.set_default_message_feedback_enabled(
        ConfigurationSetName="full", MessageFeedbackEnabled=True
    )
    sms.associate_protect_configuration(ConfigurationSetName="full", ProtectConfigurationId=protect)
    for name, event_type in (("first", "TEXT_ALL"), ("second", "VOICE_BUSY")):
        sms.create_event_destination(
            ConfigurationSetName="full",
            EventDestinationName=name,
            MatchingEventTypes=[event_type, "RCS_READ"],
            SnsDestination=TOPIC,
        )
    return protect


@pytest.mark.parametrize(
    ("filter_name", "value", "found"),
    [
        ("event-destination-name", "second", ["full"]),
        ("event-destination-name", "third", []),
        ("matching-event-types", "VOICE_BUSY", ["full"]),
        ("matching-event-types", "RCS_READ", ["full"]),
        # The name is compared, not what its family stands for, a choice.
        ("matching-event-types", "TEXT_BLOCKED", []),
        ("default-message-type", "TRANSACTIONAL", ["full"]),
        ("default-message-type", "PROMOTIONAL", []),
        ("default-sender-id", "NEWS", ["full"]),
        ("default-sender-id", "OTHER", []),
        ("default-message-feedback-enabled", "true", ["full"]),
        ("default-message-feedback-enabled", "false", ["plain"]),
        ("protect-configuration-id", "protect-0", []),
    ],
)
def test_describe_configuration_sets_filters(
    sms: Any, two_sets: str, filter_name: str, value: str, found: list[str]
) -> None:
    answer = sms.describe_configuration_sets(Filters=[{"Name": filter_name, "Values": [value]}])

    assert names(answer) == found


def test_describe_configuration_sets_filters_by_protect_configuration(
    sms: Any, two_sets: str
) -> None:
    wanted = [{"Name": "protect-configuration-id", "Values": [two_sets]}]

    assert names(sms.describe_configuration_sets(Filters=wanted)) == ["full"]


def test_describe_configuration_sets_wants_all_filters_and_any_value_of_each(
    sms: Any, two_sets: str
) -> None:
    sender = {"Name": "default-sender-id", "Values": ["OTHER", "NEWS"]}
    feedback = {"Name": "default-message-feedback-enabled", "Values": ["false"]}

    assert names(sms.describe_configuration_sets(Filters=[sender])) == ["full"]
    assert names(sms.describe_configuration_sets(Filters=[sender, feedback])) == []


def test_describe_configuration_sets_refuses_another_word_than_true_or_false(sms: Any) -> None:
    wanted = [{"Name": "default-message-feedback-enabled", "Values": ["yes"]}]

    with refused("ValidationException", "INVALID_FILTER_VALUES", fields=["filters"]):
        sms.describe_configuration_sets(Filters=wanted)


def test_describe_configuration_sets_comes_in_pages(sms: Any) -> None:
    for number in range(5):
        sms.create_configuration_set(ConfigurationSetName=f"set-{number}")

    found = pages(sms.describe_configuration_sets, "ConfigurationSets", 2)

    assert [[each["ConfigurationSetName"] for each in page] for page in found] == [
        ["set-0", "set-1"],
        ["set-2", "set-3"],
        ["set-4"],
    ]


@pytest.mark.parametrize("name", ["news", ARN + "news"])
def test_delete_configuration_set_answers_what_was_deleted(sms: Any, news: str, name: str) -> None:
    sms.set_default_message_type(ConfigurationSetName=news, MessageType="PROMOTIONAL")
    sms.set_default_sender_id(ConfigurationSetName=news, SenderId="NEWS")
    destination = sms.create_event_destination(
        ConfigurationSetName=news,
        EventDestinationName="topic",
        MatchingEventTypes=["ALL"],
        SnsDestination=TOPIC,
    )["EventDestination"]

    assert body(sms.delete_configuration_set(ConfigurationSetName=name)) == {
        "ConfigurationSetArn": ARN + "news",
        "ConfigurationSetName": "news",
        "EventDestinations": [destination],
        "DefaultMessageType": "PROMOTIONAL",
        "DefaultSenderId": "NEWS",
        "DefaultMessageFeedbackEnabled": False,
        "CreatedTimestamp": CREATED,
    }
    assert sms.describe_configuration_sets()["ConfigurationSets"] == []


def test_a_deleted_configuration_set_leaves_its_protect_configuration_free(
    sms: Any, news: str
) -> None:
    protect = sms.create_protect_configuration()["ProtectConfigurationId"]
    sms.associate_protect_configuration(ConfigurationSetName=news, ProtectConfigurationId=protect)

    sms.delete_configuration_set(ConfigurationSetName=news)

    assert sms.delete_protect_configuration(ProtectConfigurationId=protect)


@pytest.mark.parametrize("name", ["gone", ARN + "gone", ARN.replace("east", "west") + "news"])
@pytest.mark.parametrize(
    ("operation", "arguments"),
    [
        ("delete_configuration_set", {}),
        ("set_default_message_type", {"MessageType": "PROMOTIONAL"}),
        ("delete_default_message_type", {}),
        ("set_default_sender_id", {"SenderId": "NEWS"}),
        ("delete_default_sender_id", {}),
        ("set_default_message_feedback_enabled", {"MessageFeedbackEnabled": True}),
    ],
)
def test_an_unknown_configuration_set_is_refused(
    sms: Any, news: str, operation: str, arguments: dict[str, Any], name: str
) -> None:
    with refused("ResourceNotFoundException", kind="configuration-set", id=name):
        getattr(sms, operation)(ConfigurationSetName=name, **arguments)


def test_configuration_sets_belong_to_one_account_and_region(
    sms: Any, news: str, stranger: Any
) -> None:
    assert stranger.describe_configuration_sets()["ConfigurationSets"] == []


def test_a_reset_forgets_configuration_sets(sms: Any, news: str) -> None:
    backend().reset()

    assert sms.describe_configuration_sets()["ConfigurationSets"] == []
