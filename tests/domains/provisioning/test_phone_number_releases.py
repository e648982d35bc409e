"""Phone numbers: release."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from freezegun import freeze_time
from moto.moto_api import state_manager

from moto_pinpoint_sms_v2 import Simulator

from ...support import body, refused
from .. import registration_forms as forms
from ..number_types import ARN, TEN_DLC, TOLL_FREE, describe, request
from .phone_numbers import ID, LEASED, NOW, OTHER, complete, numbers, pool_of


@pytest.fixture
def number(simulator: Simulator, sms: Any) -> Iterator[str]:
    """A number whose id is known."""
    simulator.use_id("phone-number", ID)
    with freeze_time(NOW):
        yield request(sms)


@pytest.fixture
def campaign(simulator: Simulator, sms: Any) -> str:
    """A 10DLC campaign that is complete."""
    return complete(simulator, sms, forms.CAMPAIGN)


@pytest.fixture
def manual() -> Iterator[None]:
    """Let numbers move at every second Describe only."""
    model = "pinpoint-sms-voice-v2::phone-number"
    state_manager.set_transition(model, {"progression": "manual", "times": 2})
    yield
    state_manager.unset_transition(model)


@pytest.mark.parametrize("prefix", ["", ARN + "phone-number/"], ids=["id", "arn"])
def test_release_phone_number_answers_it_once_more(sms: Any, number: str, prefix: str) -> None:
    answer = body(sms.release_phone_number(PhoneNumberId=prefix + number))

    assert answer.pop("PhoneNumber").startswith("+1")
    assert answer == {**LEASED, "Status": "DISASSOCIATING"}


def test_a_released_number_is_gone(sms: Any, number: str) -> None:
    sms.release_phone_number(PhoneNumberId=number)

    assert numbers(sms) == []
    with refused("ResourceNotFoundException", kind="phone-number", id=ID):
        sms.describe_phone_numbers(PhoneNumberIds=[number])


def test_a_released_number_leaves_as_a_manual_transition_says(
    sms: Any, manual: None, number: str
) -> None:
    assert [describe(sms, number)["Status"] for _ in range(3)] == ["PENDING", "ACTIVE", "ACTIVE"]

    sms.release_phone_number(PhoneNumberId=number)

    looks = [describe(sms, number)["Status"] for _ in range(3)]
    assert looks == ["DISASSOCIATING", "DELETED", "DELETED"]
    assert numbers(sms) == []


@pytest.mark.parametrize("looks", [0, 2], ids=["DISASSOCIATING", "DELETED"])
def test_a_released_number_is_of_no_more_use(
    sms: Any, manual: None, number: str, looks: int
) -> None:
    sms.release_phone_number(PhoneNumberId=number)
    for _ in range(looks):
        describe(sms, number)

    with refused(
        "ValidationException", "PHONE_NUMBER_CANNOT_BE_RELEASED", fields=["phoneNumberId"]
    ):
        sms.release_phone_number(PhoneNumberId=number)
    with refused("ConflictException", "RESOURCE_NOT_ACTIVE", kind="phone-number", id=ID):
        sms.update_phone_number(PhoneNumberId=number, DeletionProtectionEnabled=True)
    with refused("ConflictException", "RESOURCE_NOT_ACTIVE", kind="phone-number", id=ID):
        sms.create_pool(OriginationIdentity=number, MessageType="TRANSACTIONAL")
    with refused("ConflictException", "RESOURCE_NOT_ACTIVE", kind="phone-number", id=ID):
        sms.send_text_message(
            DestinationPhoneNumber="+14254147755", OriginationIdentity=number, MessageBody="Hello"
        )


def test_release_phone_number_refuses_the_unknown(sms: Any) -> None:
    with refused("ResourceNotFoundException", kind="phone-number", id=OTHER):
        sms.release_phone_number(PhoneNumberId=OTHER)


def test_release_phone_number_refuses_a_protected_number(sms: Any, number: str) -> None:
    sms.update_phone_number(PhoneNumberId=number, DeletionProtectionEnabled=True)

    with refused("ConflictException", "DELETION_PROTECTION_ENABLED", kind="phone-number", id=ID):
        sms.release_phone_number(PhoneNumberId=number)
    assert numbers(sms) == [number]


def test_release_phone_number_refuses_a_number_in_a_pool(sms: Any, number: str) -> None:
    pool_of(sms, number)

    with refused(
        "ConflictException", "PHONE_NUMBER_ASSOCIATED_TO_POOL", kind="phone-number", id=ID
    ):
        sms.release_phone_number(PhoneNumberId=number)


@pytest.mark.parametrize("status", ["SUBMITTED", "REVIEWING", "PROVISIONING"])
def test_release_phone_number_waits_for_the_review(
    sms: Any, simulator: Simulator, status: str
) -> None:
    registration = forms.create(sms, forms.TOLL_FREE)
    number = request(sms, TOLL_FREE, RegistrationId=registration)
    simulator.set_registration_status(registration, status)

    with refused(
        "ConflictException",
        "DISASSOCIATE_REGISTRATION_NOT_ALLOWED",
        kind="registration",
        id=registration,
    ):
        sms.release_phone_number(PhoneNumberId=number)


def test_release_of_the_last_toll_free_number_closes_its_registration(
    sms: Any, simulator: Simulator
) -> None:
    registration = forms.create(sms, forms.TOLL_FREE)
    number = request(sms, TOLL_FREE, RegistrationId=registration)
    simulator.set_registration_status(registration, "COMPLETE")

    answer = sms.release_phone_number(PhoneNumberId=number)

    assert answer["RegistrationId"] == registration
    [entry] = sms.describe_registrations(RegistrationIds=[registration])["Registrations"]
    assert entry["RegistrationStatus"] == "CLOSED"
    associations = sms.list_registration_associations(RegistrationId=registration)
    assert associations["RegistrationAssociations"] == []


def test_release_of_a_ten_dlc_number_leaves_its_campaign(sms: Any, campaign: str) -> None:
    sms.release_phone_number(PhoneNumberId=request(sms, TEN_DLC, RegistrationId=campaign))

    [entry] = sms.describe_registrations(RegistrationIds=[campaign])["Registrations"]
    assert entry["RegistrationStatus"] == "COMPLETE"
    associations = sms.list_registration_associations(RegistrationId=campaign)
    assert associations["RegistrationAssociations"] == []
