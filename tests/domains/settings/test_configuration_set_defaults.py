"""Defaults of configuration sets."""

from __future__ import annotations

from typing import Any

import pytest

from ...support import body

ARN = "arn:aws:sms-voice:us-east-1:123456789012:configuration-set/"


def described(sms: Any, name: str) -> dict[str, Any]:
    (found,) = sms.describe_configuration_sets(ConfigurationSetNames=[name])["ConfigurationSets"]
    return dict(found)


@pytest.mark.parametrize("name", ["news", ARN + "news"])
@pytest.mark.parametrize(
    ("operation", "given", "member", "attribute"),
    [
        (
            "set_default_message_type",
            {"MessageType": "PROMOTIONAL"},
            "MessageType",
            "DefaultMessageType",
        ),
        ("set_default_sender_id", {"SenderId": "NEWS"}, "SenderId", "DefaultSenderId"),
        (
            "set_default_message_feedback_enabled",
            {"MessageFeedbackEnabled": True},
            "MessageFeedbackEnabled",
            "DefaultMessageFeedbackEnabled",
        ),
    ],
)
def test_setting_a_default_answers_and_shows_it(
    sms: Any,
    news: str,
    name: str,
    operation: str,
    given: dict[str, Any],
    member: str,
    attribute: str,
) -> None:
    answer = getattr(sms, operation)(ConfigurationSetName=name, **given)

    assert body(answer) == {
        "ConfigurationSetArn": ARN + "news",
        "ConfigurationSetName": "news",
        **given,
    }
    assert described(sms, news)[attribute] == given[member]


def test_a_default_is_replaced_by_the_next(sms: Any, news: str) -> None:
    sms.set_default_sender_id(ConfigurationSetName=news, SenderId="FIRST")
    sms.set_default_sender_id(ConfigurationSetName=news, SenderId="SECOND")

    assert described(sms, news)["DefaultSenderId"] == "SECOND"


def test_message_feedback_can_be_switched_off_again(sms: Any, news: str) -> None:
    sms.set_default_message_feedback_enabled(ConfigurationSetName=news, MessageFeedbackEnabled=True)
    answer = sms.set_default_message_feedback_enabled(
        ConfigurationSetName=news, MessageFeedbackEnabled=False
    )

    assert answer["MessageFeedbackEnabled"] is False
    assert described(sms, news)["DefaultMessageFeedbackEnabled"] is False


@pytest.mark.parametrize("name", ["news", ARN + "news"])
@pytest.mark.parametrize(
    ("noun", "given"),
    [("message_type", {"MessageType": "PROMOTIONAL"}), ("sender_id", {"SenderId": "NEWS"})],
)
def test_deleting_a_default_answers_the_one_removed(
    sms: Any, news: str, name: str, noun: str, given: dict[str, str]
) -> None:
    before = described(sms, news)
    getattr(sms, f"set_default_{noun}")(ConfigurationSetName=news, **given)

    answer = getattr(sms, f"delete_default_{noun}")(ConfigurationSetName=name)

    assert body(answer) == {
        "ConfigurationSetArn": ARN + "news",
        "ConfigurationSetName": "news",
        **given,
    }
    assert described(sms, news) == before


@pytest.mark.parametrize("operation", ["delete_default_message_type", "delete_default_sender_id"])
def test_deleting_a_default_that_is_not_set_answers_without_it(
    sms: Any, news: str, operation: str
) -> None:
    answer = getattr(sms, operation)(ConfigurationSetName=news)

    assert body(answer) == {"ConfigurationSetArn": ARN + "news", "ConfigurationSetName": "news"}
