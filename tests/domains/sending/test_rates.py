"""Rates: what is sent too fast."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory

from moto_pinpoint_sms_v2 import Simulator

from ...support import refused
from ...throttling import impatient_client
from ..registration_forms import CAMPAIGN, completed
from ..senders import BRITISH_HANDSET, HANDSET, given, number, send, sender_id

HANDSETS = [f"+120655501{each:02}" for each in range(100)]

Enforce = Callable[[], Any]


@pytest.fixture
def clock(aws: None) -> Iterator[FrozenDateTimeFactory]:
    """A clock that stands."""
    with freeze_time("2026-01-02 12:00:00") as clock:
        assert isinstance(clock, FrozenDateTimeFactory)
        yield clock


@pytest.fixture
def enforce(simulator: Simulator, clock: FrozenDateTimeFactory) -> Enforce:
    """Enforce rates from now on, and return a client that does not try again."""

    def begin() -> Any:
        simulator.enforce_rates()
        return impatient_client()

    return begin


def test_one_recipient_gets_one_message_a_second(
    sms: Any, clock: FrozenDateTimeFactory, enforce: Enforce
) -> None:
    origin = number(sms)
    sms = enforce()
    send(sms, OriginationIdentity=origin)
    with refused("ThrottlingException"):
        send(sms, OriginationIdentity=origin)
    clock.tick(timedelta(seconds=1))

    assert send(sms, OriginationIdentity=origin)


def test_an_identity_sends_what_its_limits_say(
    sms: Any, clock: FrozenDateTimeFactory, enforce: Enforce
) -> None:
    origin = number(sms)
    [entry] = sms.describe_phone_numbers()["PhoneNumbers"]
    rate = int(entry["MessagingLimits"]["RateLimits"]["SMS"])
    sms = enforce()
    for handset in HANDSETS[:rate]:
        send(sms, OriginationIdentity=origin, DestinationPhoneNumber=handset)
    with refused("ThrottlingException"):
        send(sms, OriginationIdentity=origin, DestinationPhoneNumber=HANDSETS[rate])
    clock.tick(timedelta(seconds=1))

    assert send(sms, OriginationIdentity=origin, DestinationPhoneNumber=HANDSETS[rate])


def test_the_numbers_of_a_campaign_share_its_rate(
    sms: Any, simulator: Simulator, enforce: Enforce
) -> None:
    campaign = completed(sms, simulator, CAMPAIGN)
    one, other = (number(sms, RegistrationId=campaign) for _ in range(2))
    stranger = number(sms)
    sms = enforce()
    send(sms, OriginationIdentity=one, DestinationPhoneNumber=HANDSETS[0])
    with refused("ThrottlingException"):
        send(sms, OriginationIdentity=other, DestinationPhoneNumber=HANDSETS[1])

    assert send(sms, OriginationIdentity=stranger, DestinationPhoneNumber=HANDSETS[1])


def test_each_channel_of_a_number_has_a_rate_of_its_own(sms: Any, enforce: Enforce) -> None:
    origin = number(sms, NumberCapabilities=["SMS", "MMS"])
    sms = enforce()
    media = {"MessageBody": "Hello", "DestinationPhoneNumber": HANDSETS[1]}
    send(sms, OriginationIdentity=origin, DestinationPhoneNumber=HANDSETS[0])

    assert sms.send_media_message(OriginationIdentity=origin, **media)
    with refused("ThrottlingException"):
        sms.send_media_message(
            OriginationIdentity=origin, **media | {"DestinationPhoneNumber": HANDSETS[2]}
        )


def test_shared_routes_carry_twenty_messages_a_second(sms: Any, enforce: Enforce) -> None:
    sms = enforce()
    handsets = [f"+4477009001{each:02}" for each in range(21)]
    for handset in handsets[:20]:
        send(sms, DestinationPhoneNumber=handset)
    with refused("ThrottlingException"):
        send(sms, DestinationPhoneNumber=handsets[20])


def test_a_sender_id_sends_ten_messages_a_second(sms: Any, enforce: Enforce) -> None:
    origin = sender_id(sms)
    sms = enforce()
    handsets = [f"{BRITISH_HANDSET[:-2]}{each:02}" for each in range(11)]
    for handset in handsets[:10]:
        send(sms, OriginationIdentity=origin, DestinationPhoneNumber=handset)
    with refused("ThrottlingException"):
        send(sms, OriginationIdentity=origin, DestinationPhoneNumber=handsets[10])


@pytest.mark.parametrize(
    ("number_type", "rate"), [("SHORT_CODE", 5), ("TOLL_FREE", 3), ("TEN_DLC", 1)]
)
def test_dry_runs_have_a_rate_of_their_own_or_that_of_a_slow_identity(
    sms: Any, enforce: Enforce, number_type: str, rate: int
) -> None:
    origin = given(sms, IsoCountryCode="US", NumberType=number_type)
    sms = enforce()
    for _ in range(rate):
        send(sms, OriginationIdentity=origin, DryRun=True)
    with refused("ThrottlingException"):
        send(sms, OriginationIdentity=origin, DryRun=True)

    assert send(sms, OriginationIdentity=origin)


def test_parts_are_counted(sms: Any, clock: FrozenDateTimeFactory, enforce: Enforce) -> None:
    origin = given(sms, IsoCountryCode="US", NumberType="TOLL_FREE")
    sms = enforce()
    send(sms, OriginationIdentity=origin, MessageBody="a" * 307)
    with refused("ThrottlingException"):
        send(sms, OriginationIdentity=origin, DestinationPhoneNumber=HANDSETS[1])
    clock.tick(timedelta(seconds=1))

    assert send(sms, OriginationIdentity=origin)


def test_more_parts_than_the_rate_leave_and_hold_up_what_follows(
    sms: Any, clock: FrozenDateTimeFactory, enforce: Enforce
) -> None:
    origin = number(sms)
    sms = enforce()
    send(sms, OriginationIdentity=origin, MessageBody="a" * 307)
    for handset in HANDSETS[1:3]:
        clock.tick(timedelta(seconds=1))
        with refused("ThrottlingException"):
            send(sms, OriginationIdentity=origin, DestinationPhoneNumber=handset)
    clock.tick(timedelta(seconds=1))

    assert send(sms, OriginationIdentity=origin)


@pytest.mark.parametrize(("tier", "calls"), [("PRODUCTION", 20), ("SANDBOX", 5)])
def test_calls_have_a_rate_by_the_minute(
    sms: Any,
    simulator: Simulator,
    clock: FrozenDateTimeFactory,
    enforce: Enforce,
    tier: str,
    calls: int,
) -> None:
    origin = given(sms, IsoCountryCode="US", NumberType="TOLL_FREE", NumberCapabilities=["VOICE"])
    for handset in HANDSETS[:5]:
        verified = sms.create_verified_destination_number(DestinationPhoneNumber=handset)
        identifier = verified["VerifiedDestinationNumberId"]
        sms.send_destination_number_verification_code(
            VerifiedDestinationNumberId=identifier,
            VerificationChannel="VOICE",
            OriginationIdentity=origin,
        )
        sms.verify_destination_number(
            VerifiedDestinationNumberId=identifier,
            VerificationCode=simulator.verification_code(identifier),
        )
    simulator.set_account_tier(tier)
    sms = enforce()

    def ring(each: int) -> None:
        clock.tick(timedelta(seconds=1))
        sms.send_voice_message(
            DestinationPhoneNumber=HANDSETS[each % 5],
            OriginationIdentity=origin,
            MessageBody="Hello",
        )

    for each in range(calls):
        ring(each)
    with refused("ThrottlingException"):
        ring(calls)
    clock.tick(timedelta(seconds=60 - calls))

    ring(0)


def test_a_number_makes_one_call_a_second(sms: Any, enforce: Enforce) -> None:
    origin = number(sms, NumberCapabilities=["SMS", "VOICE"])
    sms = enforce()
    call = {"OriginationIdentity": origin, "MessageBody": "Hello"}
    sms.send_voice_message(DestinationPhoneNumber=HANDSETS[0], **call)
    with refused("ThrottlingException"):
        sms.send_voice_message(DestinationPhoneNumber=HANDSETS[1], **call)


def test_rates_hold_only_where_a_test_wants_them(sms: Any, simulator: Simulator) -> None:
    origin = number(sms)
    simulator.enforce_rates()
    simulator.enforce_rates(False)

    for _ in range(3):
        assert send(sms, OriginationIdentity=origin, DestinationPhoneNumber=HANDSET)


@pytest.mark.parametrize(("tier", "rate"), [("BASIC", 1), ("ADVANCED", 25)])
def test_notify_has_the_rate_of_its_tier(
    sms: Any, simulator: Simulator, enforce: Enforce, tier: str, rate: int
) -> None:
    configuration = sms.create_notify_configuration(
        DisplayName="Example", UseCase="CODE_VERIFICATION", EnabledChannels=["SMS"]
    )["NotifyConfigurationId"]
    if tier == "ADVANCED":
        completed(sms, simulator, "NOTIFY_TIER_UPGRADE_REGISTRATION")
    sms = enforce()

    def notify(handset: str) -> None:
        sms.send_notify_text_message(
            NotifyConfigurationId=configuration,
            DestinationPhoneNumber=handset,
            TemplateId="notify-code-verification-english-001",
            TemplateVariables={"code": "123456"},
        )

    for handset in HANDSETS[:rate]:
        notify(handset)
    with refused("ThrottlingException"):
        notify(HANDSETS[rate])
