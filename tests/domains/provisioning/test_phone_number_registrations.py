"""Phone numbers and their registrations."""

from __future__ import annotations

from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator

from ...support import body, refused
from .. import registration_forms as forms
from ..number_types import ARN, TEN_DLC, TOLL_FREE, describe, request
from .phone_numbers import complete


@pytest.fixture
def campaign(simulator: Simulator, sms: Any) -> str:
    """A 10DLC campaign that is complete."""
    return complete(simulator, sms, forms.CAMPAIGN)


def test_ten_dlc_needs_a_campaign(sms: Any) -> None:
    with refused("ValidationException", "MISSING_PARAMETER", fields=["registrationId"]):
        request(sms, TEN_DLC)


def test_ten_dlc_needs_a_campaign_that_is_complete(sms: Any) -> None:
    draft = forms.create(sms, forms.CAMPAIGN)

    with refused("ConflictException", "REGISTRATION_NOT_COMPLETE", kind="registration", id=draft):
        request(sms, TEN_DLC, RegistrationId=draft)


def test_ten_dlc_is_no_matter_of_a_toll_free_registration(sms: Any) -> None:
    refusal = ("ValidationException", "INVALID_REGISTRATION_ASSOCIATION")
    with refused(*refusal, fields=["registrationId"]):
        request(sms, TEN_DLC, RegistrationId=forms.create(sms, forms.TOLL_FREE))


@pytest.mark.parametrize("prefix", ["", ARN + "registration/"], ids=["id", "arn"])
def test_ten_dlc_belongs_to_its_campaign_and_works(sms: Any, campaign: str, prefix: str) -> None:
    answer = sms.request_phone_number(**TEN_DLC, RegistrationId=prefix + campaign)

    assert answer["RegistrationId"] == campaign
    assert answer["Status"] == "PENDING"
    assert describe(sms, answer["PhoneNumberId"])["Status"] == "ACTIVE"
    assert body(sms.list_registration_associations(RegistrationId=campaign))[
        "RegistrationAssociations"
    ] == [
        {
            "ResourceArn": answer["PhoneNumberArn"],
            "ResourceId": answer["PhoneNumberId"],
            "ResourceType": "TEN_DLC",
            "IsoCountryCode": "US",
            "PhoneNumber": answer["PhoneNumber"],
        }
    ]


def test_a_campaign_has_a_quota_of_numbers(sms: Any, limits: Any, campaign: str) -> None:
    limits.set("PHONE_NUMBERS_PER_REGISTRATION", 1)
    request(sms, TEN_DLC, RegistrationId=campaign)

    with refused("ServiceQuotaExceededException", "PHONE_NUMBERS_PER_REGISTRATION"):
        request(sms, TEN_DLC, RegistrationId=campaign)


def test_a_toll_free_number_waits_for_its_registration(sms: Any, simulator: Simulator) -> None:
    registration = forms.create(sms, forms.TOLL_FREE)
    number = request(sms, TOLL_FREE, RegistrationId=registration)
    assert describe(sms, number)["Status"] == "PENDING"

    simulator.set_registration_status(registration, "REVIEWING")
    assert describe(sms, number)["Status"] == "PENDING"

    simulator.set_registration_status(registration, "COMPLETE")
    assert describe(sms, number)["Status"] == "ACTIVE"


def test_a_toll_free_number_may_get_its_registration_later(sms: Any, simulator: Simulator) -> None:
    number = request(sms, TOLL_FREE)
    registration = forms.create(sms, forms.TOLL_FREE)
    assert describe(sms, number)["Status"] == "PENDING"

    sms.create_registration_association(RegistrationId=registration, ResourceId=number)
    simulator.set_registration_status(registration, "COMPLETE")

    assert describe(sms, number)["Status"] == "ACTIVE"
    assert describe(sms, number)["RegistrationId"] == registration


def test_a_toll_free_registration_takes_numbers_before_it_is_submitted_only(
    sms: Any, simulator: Simulator
) -> None:
    registration = complete(simulator, sms, forms.TOLL_FREE)

    with refused(
        "ConflictException", "REGISTRATION_ALREADY_SUBMITTED", kind="registration", id=registration
    ):
        request(sms, TOLL_FREE, RegistrationId=registration)
