"""Message feedback: whether a message did what it was sent for."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory

from moto_pinpoint_sms_v2 import Simulator

from ...support import body, refused
from ..senders import number, send


@pytest.fixture
def origin(sms: Any) -> str:
    """An American number that sends."""
    return number(sms)


def feedback(simulator: Simulator, message: str) -> str | None:
    """Return what is known of the message's feedback."""
    [seen] = simulator.messages(message_id=message)
    return seen.message_feedback_status


@pytest.mark.parametrize("status", ["RECEIVED", "FAILED"])
def test_put_message_feedback_answers_what_was_reported(
    sms: Any, simulator: Simulator, origin: str, status: str
) -> None:
    message = send(sms, OriginationIdentity=origin, MessageFeedbackEnabled=True)

    answer = sms.put_message_feedback(MessageId=message, MessageFeedbackStatus=status)

    assert body(answer) == {"MessageId": message, "MessageFeedbackStatus": status}
    assert feedback(simulator, message) == status


def test_a_second_report_replaces_the_first(sms: Any, simulator: Simulator, origin: str) -> None:
    message = send(sms, OriginationIdentity=origin, MessageFeedbackEnabled=True)
    for status in ("FAILED", "RECEIVED"):
        sms.put_message_feedback(MessageId=message, MessageFeedbackStatus=status)

    assert feedback(simulator, message) == "RECEIVED"


@pytest.mark.parametrize(
    ("minutes", "status"), [(59, None), (60, "FAILED")], ids=["within the hour", "after"]
)
def test_feedback_that_does_not_come_within_the_hour_has_failed(
    sms: Any, simulator: Simulator, origin: str, minutes: int, status: str | None
) -> None:
    with freeze_time("2026-01-02 12:00:00") as clock:
        assert isinstance(clock, FrozenDateTimeFactory)
        asked = send(sms, OriginationIdentity=origin, MessageFeedbackEnabled=True)
        unasked = send(sms, OriginationIdentity=origin)
        clock.tick(timedelta(minutes=minutes))

        assert feedback(simulator, asked) == status
        assert feedback(simulator, unasked) is None


@pytest.mark.parametrize(
    ("default", "asked", "status"),
    [(True, None, "FAILED"), (True, False, None), (False, None, None), (False, True, "FAILED")],
)
def test_what_the_send_says_comes_before_the_configuration_set(
    sms: Any,
    simulator: Simulator,
    origin: str,
    news: str,
    default: bool,
    asked: bool | None,
    status: str | None,
) -> None:
    sms.set_default_message_feedback_enabled(
        ConfigurationSetName=news, MessageFeedbackEnabled=default
    )
    given = {} if asked is None else {"MessageFeedbackEnabled": asked}
    with freeze_time("2026-01-02 12:00:00") as clock:
        assert isinstance(clock, FrozenDateTimeFactory)
        message = send(sms, OriginationIdentity=origin, ConfigurationSetName=news, **given)
        clock.tick(timedelta(hours=1))

        assert feedback(simulator, message) == status


def test_a_message_need_not_have_asked(sms: Any, simulator: Simulator, origin: str) -> None:
    message = send(sms, OriginationIdentity=origin)

    sms.put_message_feedback(MessageId=message, MessageFeedbackStatus="RECEIVED")

    assert feedback(simulator, message) == "RECEIVED"


@pytest.mark.parametrize("dry", [True, False], ids=["a dry run", "unknown"])
def test_feedback_is_about_a_message_that_left(sms: Any, origin: str, dry: bool) -> None:
    message = send(sms, OriginationIdentity=origin, DryRun=True) if dry else "nothing"

    with refused("ResourceNotFoundException", kind="message", id=message):
        sms.put_message_feedback(MessageId=message, MessageFeedbackStatus="RECEIVED")


def test_feedback_belongs_to_one_account_and_region(sms: Any, origin: str, stranger: Any) -> None:
    message = send(sms, OriginationIdentity=origin)

    with refused("ResourceNotFoundException", kind="message", id=message):
        stranger.put_message_feedback(MessageId=message, MessageFeedbackStatus="RECEIVED")
