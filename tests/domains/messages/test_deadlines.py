"""Deadlines: what becomes of messages by the clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory
from moto.moto_api import state_manager

from moto_pinpoint_sms_v2 import Simulator

from ..senders import HANDSET, identifier, number, pool_of, send, types
from ..sending.rcs_messages import launched, send_rcs

NOON = datetime(2026, 1, 2, 12, 0, 0, tzinfo=timezone.utc)
MILLISECONDS = 1767355200000
MODEL = "pinpoint-sms-voice-v2::message"


@pytest.fixture
def clock() -> Iterator[FrozenDateTimeFactory]:
    """A clock that stands at noon."""
    with freeze_time(NOON) as clock:
        assert isinstance(clock, FrozenDateTimeFactory)
        yield clock


@pytest.fixture
def origin(sms: Any) -> str:
    """An American number that sends texts."""
    return number(sms)


@pytest.fixture
def pool(sms: Any, simulator: Simulator, origin: str) -> str:
    """A pool of the number and an agent."""
    agent = launched(sms, simulator, "US_RCS_LAUNCH_REGISTRATION")
    return pool_of(sms, identifier(sms, origin), agent)


def test_what_is_under_way_when_its_time_to_live_ends_expires(
    sms: Any, clock: FrozenDateTimeFactory, simulator: Simulator, origin: str
) -> None:
    simulator.set_outcome(HANDSET, "TEXT_PENDING")
    send(sms, OriginationIdentity=origin, TimeToLive=60)

    clock.tick(timedelta(seconds=59))
    assert types(simulator.events()) == ["TEXT_PENDING"]
    clock.tick(timedelta(seconds=2))
    expired = simulator.events()[-1]
    assert (expired["eventType"], expired["isFinal"]) == ("TEXT_TTL_EXPIRED", True)
    assert expired["eventTimestamp"] == MILLISECONDS + 60_000
    clock.tick(timedelta(days=4))
    assert len(simulator.events()) == 2


def test_what_has_arrived_does_not_expire(
    sms: Any, clock: FrozenDateTimeFactory, simulator: Simulator, origin: str
) -> None:
    send(sms, OriginationIdentity=origin, TimeToLive=60)
    clock.tick(timedelta(days=4))

    assert types(simulator.events()) == ["TEXT_SUCCESSFUL", "TEXT_DELIVERED"]


def test_what_would_have_arrived_in_time_does_not_expire(
    sms: Any, clock: FrozenDateTimeFactory, simulator: Simulator, origin: str
) -> None:
    state_manager.set_transition(MODEL, {"progression": "time", "seconds": 10})
    try:
        send(sms, OriginationIdentity=origin, TimeToLive=60)
        clock.tick(timedelta(seconds=100))
        told = types(simulator.events())
    finally:
        state_manager.unset_transition(MODEL)

    assert told == ["TEXT_SUCCESSFUL", "TEXT_DELIVERED"]


def test_without_a_receipt_in_72_hours_nobody_knows(
    sms: Any, clock: FrozenDateTimeFactory, simulator: Simulator, origin: str
) -> None:
    simulator.set_outcome(HANDSET, "TEXT_PENDING")
    send(sms, OriginationIdentity=origin)

    clock.tick(timedelta(hours=72, seconds=-1))
    assert types(simulator.events()) == ["TEXT_PENDING"]
    clock.tick(timedelta(seconds=1))
    unknown = simulator.events()[-1]
    assert (unknown["eventType"], unknown["isFinal"]) == ("TEXT_UNKNOWN", True)


@pytest.mark.parametrize("operation", ["text", "rcs"])
def test_rcs_in_a_pool_has_25_seconds(
    sms: Any, clock: FrozenDateTimeFactory, simulator: Simulator, pool: str, operation: str
) -> None:
    simulator.set_outcome(HANDSET, "RCS_SENT")
    if operation == "text":
        send(sms, OriginationIdentity=pool)
    else:
        send_rcs(sms, pool, FallbackConfiguration={"Channel": "SMS", "MessageBody": "Hello"})

    clock.tick(timedelta(seconds=24))
    assert types(simulator.events()) == ["RCS_SENT"]
    clock.tick(timedelta(seconds=1))
    told = simulator.events()
    assert types(told) == [
        "RCS_SENT",
        "RCS_FALLEN_BACK_TO_SMS",
        "TEXT_SUCCESSFUL",
        "TEXT_DELIVERED",
    ]
    assert told[1]["eventTimestamp"] == MILLISECONDS + 25_000


@pytest.mark.parametrize(
    ("time_to_live", "told"),
    [({"TimeToLive": 60}, ["RCS_SENT", "RCS_TTL_EXPIRED"]), ({}, ["RCS_SENT"])],
)
def test_rcs_without_a_time_to_live_never_expires(
    sms: Any,
    clock: FrozenDateTimeFactory,
    simulator: Simulator,
    time_to_live: dict[str, int],
    told: list[str],
) -> None:
    agent = launched(sms, simulator, "US_RCS_LAUNCH_REGISTRATION")
    simulator.set_outcome(HANDSET, "RCS_SENT")
    send_rcs(sms, agent, **time_to_live)

    clock.tick(timedelta(days=30))
    assert types(simulator.events()) == told
