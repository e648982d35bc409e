"""Rates: what is sent too fast."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory

from moto_pinpoint_sms_v2 import Simulator

from ...support import refused
from ..senders import HANDSET, number, send

HANDSETS = [f"+120655501{each:02}" for each in range(100)]


@pytest.fixture
def clock(simulator: Simulator) -> Iterator[FrozenDateTimeFactory]:
    """A clock that stands, under which rates are enforced."""
    with freeze_time("2026-01-02 12:00:00") as clock:
        assert isinstance(clock, FrozenDateTimeFactory)
        simulator.enforce_rates()
        yield clock


def test_one_recipient_gets_one_message_a_second(sms: Any, clock: FrozenDateTimeFactory) -> None:
    origin = number(sms)
    send(sms, OriginationIdentity=origin)
    with refused("ThrottlingException"):
        send(sms, OriginationIdentity=origin)
    clock.tick(timedelta(seconds=1))

    assert send(sms, OriginationIdentity=origin)


def test_an_identity_sends_what_its_limits_say(sms: Any, clock: FrozenDateTimeFactory) -> None:
    origin = number(sms)
    [entry] = sms.describe_phone_numbers()["PhoneNumbers"]
    rate = int(entry["MessagingLimits"]["RateLimits"]["SMS"])
    for handset in HANDSETS[:rate]:
        send(sms, OriginationIdentity=origin, DestinationPhoneNumber=handset)
    with refused("ThrottlingException"):
        send(sms, OriginationIdentity=origin, DestinationPhoneNumber=HANDSETS[rate])
    clock.tick(timedelta(seconds=1))

    assert send(sms, OriginationIdentity=origin, DestinationPhoneNumber=HANDSETS[rate])


def test_dry_runs_have_a_rate_of_their_own(sms: Any, clock: FrozenDateTimeFactory) -> None:
    origin = number(sms)
    for _ in range(5):
        send(sms, OriginationIdentity=origin, DryRun=True)
    with refused("ThrottlingException"):
        send(sms, OriginationIdentity=origin, DryRun=True)

    assert send(sms, OriginationIdentity=origin)


@pytest.mark.parametrize(("tier", "calls"), [("PRODUCTION", 20), ("SANDBOX", 5)])
def test_calls_have_a_rate_by_the_minute(
    sms: Any, simulator: Simulator, clock: FrozenDateTimeFactory, tier: str, calls: int
) -> None:
    origin = number(sms, NumberCapabilities=["VOICE"])
    simulator.set_account_tier(tier)

    def ring(each: int) -> None:
        clock.tick(timedelta(seconds=1))
        sms.send_voice_message(
            DestinationPhoneNumber="+14254147755" if each < 2 else "+14254147167",
            OriginationIdentity=origin,
            MessageBody="Hello",
        )

    for each in range(calls):
        ring(each)
    with refused("ThrottlingException"):
        ring(calls)


def test_rates_hold_only_where_a_test_wants_them(sms: Any, simulator: Simulator) -> None:
    origin = number(sms)
    simulator.enforce_rates()
    simulator.enforce_rates(False)

    for _ in range(3):
        assert send(sms, OriginationIdentity=origin, DestinationPhoneNumber=HANDSET)
