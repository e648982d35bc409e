"""When a message moves on, and how it is seen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory
from moto.moto_api import state_manager

from moto_pinpoint_sms_v2 import Simulator

from ...support import backend
from ..senders import BRITISH_HANDSET, HANDSET, number, send, types
from .event_records import MODEL, NOON, call, send_media


@pytest.fixture
def origin(sms: Any) -> str:
    """An American number that does everything."""
    return number(sms, NumberCapabilities=["SMS", "MMS", "VOICE"])


@pytest.fixture
def manual() -> Iterator[None]:
    """Messages that move on when they are read."""
    state_manager.set_transition(MODEL, {"progression": "manual", "times": 1})
    yield
    state_manager.unset_transition(MODEL)


def test_manual_messages_move_on_when_read(
    sms: Any, simulator: Simulator, origin: str, manual: None
) -> None:
    call(sms, origin)

    told = [types(simulator.events()) for _ in range(4)]
    assert [len(each) for each in told] == [2, 3, 4, 4]
    assert told[-1][-1] == "VOICE_COMPLETED"


def test_manual_messages_show_their_first_state_at_once(
    sms: Any, simulator: Simulator, origin: str, news: str, manual: None
) -> None:
    message = send(sms, OriginationIdentity=origin)
    other = send(sms, OriginationIdentity=origin, DestinationPhoneNumber="+12065550101")

    statuses = [
        simulator.messages(message_id=message)[0].status,
        simulator.messages(message_id=other)[0].status,
    ]
    assert statuses == ["TEXT_DELIVERED", "TEXT_DELIVERED"]
    assert types(simulator.events(message_id=message)) == ["TEXT_SUCCESSFUL", "TEXT_DELIVERED"]


def test_a_simulator_verb_wins_over_the_state_manager(
    sms: Any, simulator: Simulator, origin: str, manual: None
) -> None:
    message = call(sms, origin)

    simulator.advance_message(message, "VOICE_RINGING")
    simulator.advance_message(message, "VOICE_BUSY")

    assert types(simulator.events()) == ["VOICE_INITIATED", "VOICE_RINGING", "VOICE_BUSY"]


def test_timed_messages_move_on_with_time(sms: Any, simulator: Simulator, origin: str) -> None:
    state_manager.set_transition(MODEL, {"progression": "time", "seconds": 10})
    try:
        with freeze_time(NOON) as clock:
            assert isinstance(clock, FrozenDateTimeFactory)
            send(sms, OriginationIdentity=origin)
            before = simulator.messages()[0].status
            clock.tick(timedelta(seconds=10))
            after = simulator.messages()[0].status
    finally:
        state_manager.unset_transition(MODEL)

    assert (before, after) == ("TEXT_SUCCESSFUL", "TEXT_DELIVERED")


def test_messages_can_be_filtered(sms: Any, simulator: Simulator, origin: str) -> None:
    text = send(sms, OriginationIdentity=origin)
    media = send_media(sms, origin, DestinationPhoneNumber="+12065550101")
    british = send(sms, DestinationPhoneNumber=BRITISH_HANDSET)

    def found(**filters: Any) -> list[str]:
        return [message.message_id for message in simulator.messages(**filters)]

    assert found() == [text, media, british]
    assert found(channel="MEDIA") == [media]
    assert found(destination_phone_number=HANDSET) == [text]
    assert found(origination_identity=origin) == [text, media]
    assert found(message_id=british) == [british]
    assert found(message_id=str(UUID(int=0))) == []
    assert found(origination_identity=origin, channel="VOICE") == []
    assert found(message_id=text, destination_phone_number="+12065550101") == []


def test_messages_can_be_cleared(sms: Any, simulator: Simulator, origin: str) -> None:
    send(sms, OriginationIdentity=origin)
    kept = send(sms, OriginationIdentity=origin, DestinationPhoneNumber="+12065550101")

    assert simulator.clear_messages(destination_phone_number=HANDSET) == 1
    assert [message.message_id for message in simulator.messages()] == [kept]
    assert {event["messageId"] for event in simulator.events()} == {kept}
    assert simulator.clear_messages() == 1
    assert simulator.clear_messages() == 0
    assert simulator.events() == []


@pytest.mark.parametrize(
    ("handset", "left"), [(None, []), (HANDSET, []), (BRITISH_HANDSET, ["Hi."])]
)
def test_with_a_conversation_goes_what_came_in(
    sms: Any, simulator: Simulator, origin: str, handset: str | None, left: list[str]
) -> None:
    simulator.receive_message(origination_phone_number=HANDSET, destination=origin, body="Hi.")

    simulator.clear_messages(destination_phone_number=handset)

    thread = backend().conversations(handset=HANDSET).thread
    assert [each["message_body"] for each in thread.messages] == left


def test_messages_are_seen_as_they_were(sms: Any, simulator: Simulator, origin: str) -> None:
    message = send(sms, OriginationIdentity=origin)
    [before] = simulator.messages()

    simulator.advance_message(message, "TEXT_BLOCKED")

    assert before.status == "TEXT_DELIVERED"
