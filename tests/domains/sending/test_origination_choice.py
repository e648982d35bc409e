"""Origins: what a message is sent from when a pool or nothing is named."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import boto3
import pytest
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory
from moto.moto_api import state_manager

from moto_pinpoint_sms_v2 import Simulator

from ...support import ACCOUNT, refused
from .. import registration_forms as forms
from ..number_types import LONG_CODE, SIMULATOR
from ..senders import (
    ARN,
    BRITISH_HANDSET,
    CANADIAN_HANDSET,
    GERMAN_HANDSET,
    HANDSET,
    british_number,
    identifier,
    number,
    pool_of,
    send,
    sender_id,
)

BRITAIN = {"DestinationPhoneNumber": BRITISH_HANDSET}


def origins(simulator: Simulator) -> list[str]:
    """Return what the messages were sent from, oldest first."""
    return [message.origination_identity for message in simulator.messages()]


@pytest.fixture
def short_code(sms: Any, simulator: Simulator) -> str:
    """An American short code."""
    simulator.set_registration_status(forms.create(sms, "US_SHORT_CODE_REGISTRATION"), "COMPLETE")
    [entry] = [
        entry
        for entry in sms.describe_phone_numbers()["PhoneNumbers"]
        if entry["NumberType"] == "SHORT_CODE"
    ]
    return str(entry["PhoneNumber"])


@pytest.fixture
def toll_free_number(sms: Any, simulator: Simulator, toll_free: Any) -> str:
    """A registered American toll-free number."""
    number_id = toll_free()
    registration = forms.create(sms, forms.TOLL_FREE)
    sms.create_registration_association(RegistrationId=registration, ResourceId=number_id)
    simulator.set_registration_status(registration, "COMPLETE")
    [entry] = sms.describe_phone_numbers(PhoneNumberIds=[number_id])["PhoneNumbers"]
    assert entry["Status"] == "ACTIVE"
    return str(entry["PhoneNumber"])


def test_the_account_sends_from_its_best_number(
    sms: Any, simulator: Simulator, toll_free_number: str
) -> None:
    number(sms, SIMULATOR)

    send(sms)

    assert origins(simulator) == [toll_free_number]


def test_a_short_code_comes_before_other_numbers(
    sms: Any, simulator: Simulator, toll_free_number: str, short_code: str
) -> None:
    send(sms)

    assert origins(simulator) == [short_code]


def test_a_short_code_can_be_named(sms: Any, simulator: Simulator, short_code: str) -> None:
    number(sms)

    send(sms, OriginationIdentity=short_code)

    assert origins(simulator) == [short_code]


def test_a_number_comes_before_a_sender_id(sms: Any, simulator: Simulator) -> None:
    sender_id(sms)
    origin = british_number(sms)

    send(sms, **BRITAIN)

    assert origins(simulator) == [origin]


def test_the_account_sends_from_what_reaches_the_country(sms: Any, simulator: Simulator) -> None:
    number(sms)
    sender_id(sms)

    send(sms, **BRITAIN)

    assert origins(simulator) == ["EXAMPLE"]


@pytest.mark.parametrize("destination", [HANDSET, CANADIAN_HANDSET, "+17875550100", "+16715550100"])
def test_some_countries_have_no_shared_routes(sms: Any, destination: str) -> None:
    with refused(
        "ConflictException", "NO_ORIGINATION_IDENTITIES_FOUND", kind="account", id=ACCOUNT
    ):
        send(sms, DestinationPhoneNumber=destination)


@pytest.mark.parametrize("region", ["us-east-1", "eu-west-1", "ap-south-1"])
def test_india_is_reached_by_shared_routes_from_every_region(aws: None, region: str) -> None:
    send(
        boto3.client("pinpoint-sms-voice-v2", region_name=region),
        DestinationPhoneNumber="+919876543210",
    )

    [origin] = origins(Simulator(region_name=region))
    assert re.fullmatch(r"\+91\d+", origin)


def test_other_countries_are_reached_by_shared_routes(sms: Any, simulator: Simulator) -> None:
    send(sms, **BRITAIN)

    assert origins(simulator) == ["NOTICE"]


@pytest.mark.parametrize(
    ("destination", "shown"),
    [
        pytest.param(BRITISH_HANDSET, "DEFAULT", id="sender IDs"),
        pytest.param("+5491123456789", r"\+54\d+", id="no sender IDs"),
        pytest.param("+919876543210", r"\+91\d+", id="registered sender IDs only"),
    ],
)
def test_shared_routes_show_the_default_sender_id(
    sms: Any, simulator: Simulator, news: str, destination: str, shown: str
) -> None:
    sms.set_default_sender_id(ConfigurationSetName=news, SenderId="DEFAULT")

    send(sms, DestinationPhoneNumber=destination, ConfigurationSetName=news)

    [origin] = origins(simulator)
    assert re.fullmatch(shown, origin)


def test_the_default_sender_id_gives_way_to_the_accounts_own(
    sms: Any, simulator: Simulator, news: str
) -> None:
    sms.set_default_sender_id(ConfigurationSetName=news, SenderId="DEFAULT")
    sender_id(sms)

    send(sms, **BRITAIN, ConfigurationSetName=news)

    assert origins(simulator) == ["EXAMPLE"]


@pytest.mark.parametrize("name", ["id", "ARN"])
def test_a_pool_sends_from_its_members_only(sms: Any, simulator: Simulator, name: str) -> None:
    sender_id(sms)
    pool = pool_of(sms, "EXAMPLE", country="GB")
    british_number(sms)

    send(sms, **BRITAIN, OriginationIdentity=pool if name == "id" else f"{ARN}pool/{pool}")

    assert origins(simulator) == ["EXAMPLE"]


def test_a_pool_takes_the_member_that_joined_first(sms: Any, simulator: Simulator) -> None:
    first, second = british_number(sms), british_number(sms)
    members = [identifier(sms, each) for each in (second, first)]
    pool = pool_of(sms, *members, country="GB")

    send(sms, **BRITAIN, OriginationIdentity=pool)

    assert origins(simulator) == [second]


def test_a_pool_without_a_member_for_the_country_does_not_send(sms: Any) -> None:
    pool = pool_of(sms, identifier(sms, number(sms)))

    with refused("ConflictException", "NO_ORIGINATION_IDENTITIES_FOUND", kind="pool", id=pool):
        send(sms, OriginationIdentity=pool, DestinationPhoneNumber=GERMAN_HANDSET)


def test_a_pool_may_use_shared_routes(sms: Any, simulator: Simulator) -> None:
    pool = pool_of(sms, identifier(sms, number(sms)), SharedRoutesEnabled=True)

    send(sms, OriginationIdentity=pool, DestinationPhoneNumber=GERMAN_HANDSET)

    assert origins(simulator) == ["NOTICE"]
    with refused("ConflictException", "NO_ORIGINATION_IDENTITIES_FOUND", kind="pool", id=pool):
        send(sms, OriginationIdentity=pool, DestinationPhoneNumber=CANADIAN_HANDSET)


def test_a_pool_that_is_going_does_not_send(sms: Any, simulator: Simulator) -> None:
    pool = pool_of(sms, identifier(sms, number(sms)))
    sms.delete_pool(PoolId=pool)

    with refused("ResourceNotFoundException", kind="pool", id=pool):
        send(sms, OriginationIdentity=pool)


def test_a_pool_that_is_coming_does_not_send(sms: Any, simulator: Simulator) -> None:
    model = "pinpoint-sms-voice-v2::pool"
    state_manager.set_transition(model, {"progression": "manual", "times": 5})
    try:
        pool = sms.create_pool(
            OriginationIdentity=identifier(sms, number(sms)),
            IsoCountryCode="US",
            MessageType="TRANSACTIONAL",
        )["PoolId"]
        with refused("ConflictException", "RESOURCE_NOT_ACTIVE", kind="pool", id=pool):
            send(sms, OriginationIdentity=pool)
    finally:
        state_manager.unset_transition(model)
    assert simulator.messages() == []


@pytest.mark.parametrize(
    ("hours", "keeps"), [(24.9, True), (25, False)], ids=["within 25 hours", "after"]
)
def test_a_destination_keeps_its_number_for_25_hours(
    sms: Any, simulator: Simulator, hours: float, keeps: bool
) -> None:
    first, second = british_number(sms), british_number(sms)
    better, paired = identifier(sms, first), identifier(sms, second)
    with freeze_time("2026-01-02 12:00:00") as clock:
        assert isinstance(clock, FrozenDateTimeFactory)
        pool = pool_of(sms, paired, country="GB")
        send(sms, **BRITAIN, OriginationIdentity=pool)
        sms.associate_origination_identity(
            PoolId=pool, OriginationIdentity=better, IsoCountryCode="GB"
        )
        sms.disassociate_origination_identity(
            PoolId=pool, OriginationIdentity=paired, IsoCountryCode="GB"
        )
        sms.associate_origination_identity(
            PoolId=pool, OriginationIdentity=paired, IsoCountryCode="GB"
        )
        clock.tick(timedelta(hours=hours))

        send(sms, **BRITAIN, OriginationIdentity=pool)
        send(sms, OriginationIdentity=pool, DestinationPhoneNumber="+447700900456")

    assert origins(simulator) == [second, second if keeps else first, first]


def test_only_what_arrived_makes_a_pair(sms: Any, simulator: Simulator) -> None:
    first, second = british_number(sms), british_number(sms)
    members = [identifier(sms, each) for each in (first, second)]
    pool = pool_of(sms, members[0], country="GB")
    simulator.set_outcome(BRITISH_HANDSET, "TEXT_BLOCKED")
    send(sms, **BRITAIN, OriginationIdentity=pool)
    sms.associate_origination_identity(
        PoolId=pool, OriginationIdentity=members[1], IsoCountryCode="GB"
    )
    sms.disassociate_origination_identity(
        PoolId=pool, OriginationIdentity=members[0], IsoCountryCode="GB"
    )
    sms.associate_origination_identity(
        PoolId=pool, OriginationIdentity=members[0], IsoCountryCode="GB"
    )

    send(sms, **BRITAIN, OriginationIdentity=pool)

    assert origins(simulator) == [first, second]


def test_a_pending_number_becomes_active_before_it_is_passed_over(
    sms: Any, simulator: Simulator
) -> None:
    wish = {**LONG_CODE, "IsoCountryCode": "CA"}
    answer = sms.request_phone_number(**wish)

    send(sms, DestinationPhoneNumber=CANADIAN_HANDSET)

    assert origins(simulator) == [answer["PhoneNumber"]]
