"""How many conversations, and messages of one, are shown at a time."""

from __future__ import annotations

from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator

from ...support import backend
from ..senders import HANDSET, number
from ..sending.rcs_messages import launched, send_rcs


@pytest.fixture
def written_to(sms: Any) -> str:
    """A number that people write to."""
    return number(sms)


def write(simulator: Simulator, destination: str, handset: int) -> str:
    """Let a handset write, and return its number."""
    phone_number = f"+1206555{handset:04}"
    simulator.receive_message(
        origination_phone_number=phone_number, destination=destination, body="Hello"
    )
    return phone_number


@pytest.mark.parametrize(("others", "has_more"), [(49, False), (50, True)])
def test_fifty_conversations_are_shown_unless_others_are_asked_for(
    simulator: Simulator, written_to: str, others: int, has_more: bool
) -> None:
    handsets = [write(simulator, written_to, 100 + each) for each in range(1 + others)]

    seen = backend().conversations()

    assert [each.handset for each in seen.conversations] == handsets[:-51:-1]
    assert seen.has_more is has_more


@pytest.mark.parametrize(("others", "has_more"), [(49, False), (50, True)])
def test_fifty_messages_are_shown_unless_others_are_asked_for(
    simulator: Simulator, written_to: str, others: int, has_more: bool
) -> None:
    for _ in range(1 + others):
        handset = write(simulator, written_to, 100)

    thread = backend().conversations(handset=handset).thread

    assert (len(thread.messages), thread.has_earlier) == (50, has_more)


@pytest.mark.parametrize("search", ["which bike", "No, thanks", "NO-THANKS"])
def test_an_rcs_message_is_found_by_whatever_it_says(
    sms: Any, simulator: Simulator, search: str
) -> None:
    agent = launched(sms, simulator, "US_RCS_LAUNCH_REGISTRATION")
    content = {
        "Content": {"TextMessage": {"Body": "Which bike?"}},
        "Suggestions": [
            {"Reply": {"Text": "The red one", "PostbackData": "red"}},
            {"Reply": {"Text": "No, thanks", "PostbackData": "no-thanks"}},
        ],
    }
    send_rcs(sms, agent, content)

    found = [backend().conversations(search=each).conversations for each in (search, "blue")]

    assert [[each.handset for each in seen] for seen in found] == [[HANDSET], []]


@pytest.mark.parametrize("argument", ["limit", "handset_limit"])
def test_a_part_is_of_1_to_10000(sms: Any, argument: str) -> None:
    for limit in (1, 10_000):
        assert backend().conversations(**{argument: limit}).conversations == []
    for limit in (0, 10_001):
        with pytest.raises(ValueError, match=f"{limit} is not from 1 to 10000"):
            backend().conversations(**{argument: limit})
