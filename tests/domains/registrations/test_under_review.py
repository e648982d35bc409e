"""Under review: what can no longer be changed, and what still can.

https://docs.aws.amazon.com/sms-voice/latest/userguide/registrations-status.html
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator

from ...support import body, refused
from ..registration_forms import TOLL_FREE, create, fill_in

UNDER_REVIEW = [
    "SUBMITTED",
    "AWS_REVIEWING",
    "REVIEWING",
    "REQUIRES_AUTHENTICATION",
    "PROVISIONING",
]
NAME = "companyInfo.companyName"

Change = Callable[[Any, str, str], object]
"""Changes a registration, or the number that it is for: a client, and the ids of both."""
CHANGES: dict[str, Change] = {
    "EDIT_REGISTRATION_FIELD_VALUES_NOT_ALLOWED": lambda sms, registration, number: (
        sms.put_registration_field_value(
            RegistrationId=registration, FieldPath=NAME, TextValue="Other"
        )
    ),
    "CREATE_REGISTRATION_VERSION_NOT_ALLOWED": lambda sms, registration, number: (
        sms.create_registration_version(RegistrationId=registration)
    ),
    "REGISTRATION_ALREADY_SUBMITTED": lambda sms, registration, number: (
        sms.submit_registration_version(RegistrationId=registration)
    ),
    "RESOURCE_DELETION_NOT_ALLOWED": lambda sms, registration, number: sms.delete_registration(
        RegistrationId=registration
    ),
    "DISASSOCIATE_REGISTRATION_NOT_ALLOWED": lambda sms, registration, number: (
        sms.release_phone_number(PhoneNumberId=number)
    ),
}


@pytest.fixture
def pair(sms: Any, toll_free: Callable[[], str]) -> tuple[str, str]:
    """A registration with a name in its form, and the number that it is for."""
    number, registration = toll_free(), create(sms, TOLL_FREE)
    sms.create_registration_association(RegistrationId=registration, ResourceId=number)
    fill_in(sms, registration, {NAME: "Example"})
    return registration, number


@pytest.mark.parametrize("status", UNDER_REVIEW)
@pytest.mark.parametrize("reason", CHANGES)
def test_nothing_of_a_registration_under_review_can_be_changed(
    sms: Any, simulator: Simulator, pair: tuple[str, str], status: str, reason: str
) -> None:
    registration, number = pair
    simulator.set_registration_status(registration, status)
    before = simulator.snapshot(field_values=True)

    with refused("ConflictException", reason, kind="registration", id=registration):
        CHANGES[reason](sms, registration, number)

    assert simulator.snapshot(field_values=True) == before


@pytest.mark.parametrize("status", UNDER_REVIEW)
def test_no_value_of_a_registration_under_review_can_be_deleted(
    sms: Any, simulator: Simulator, pair: tuple[str, str], status: str
) -> None:
    registration, _ = pair
    simulator.set_registration_status(registration, status)

    with refused(
        "ConflictException",
        "EDIT_REGISTRATION_FIELD_VALUES_NOT_ALLOWED",
        kind="registration",
        id=registration,
    ):
        sms.delete_registration_field_value(RegistrationId=registration, FieldPath=NAME)


@pytest.mark.parametrize("status", UNDER_REVIEW)
def test_nothing_more_joins_a_registration_under_review(
    sms: Any,
    simulator: Simulator,
    pair: tuple[str, str],
    toll_free: Callable[[], str],
    status: str,
) -> None:
    registration, _ = pair
    simulator.set_registration_status(registration, status)

    with refused(
        "ConflictException", "REGISTRATION_ALREADY_SUBMITTED", kind="registration", id=registration
    ):
        sms.create_registration_association(RegistrationId=registration, ResourceId=toll_free())


@pytest.mark.parametrize("status", UNDER_REVIEW)
def test_settings_of_a_number_under_review_can_be_changed(
    sms: Any, simulator: Simulator, pair: tuple[str, str], status: str
) -> None:
    registration, number = pair
    simulator.set_registration_status(registration, status)

    answer = sms.update_phone_number(PhoneNumberId=number, DeletionProtectionEnabled=True)

    assert body(answer)["DeletionProtectionEnabled"] is True
