"""What a review finds in any form."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import boto3
import pytest

from moto_pinpoint_sms_v2 import Simulator

from ...form_filling import PDF, fill_in_all, picture, upload
from ...support import refused
from ..registration_forms import BRAND, TOLL_FREE, create, reviewed, status, version

INDIA = "IN_SENDER_ID_REGISTRATION"
SHORT_CODE = "US_SHORT_CODE_REGISTRATION"


def test_indian_sender_ids_are_completed_in_india(sms: Any) -> None:
    registration = create(sms, INDIA)
    fill_in_all(sms, registration)
    sms.submit_registration_version(RegistrationId=registration)

    assert reviewed(sms, registration) == "REQUIRES_UPDATES"
    assert version(sms, registration)["DeniedReasons"] == [
        {
            "Reason": "INVALID_FIELD_VALUE",
            "ShortDescription": f"{INDIA} is completed in ap-south-1 and ap-south-2 only",
        }
    ]
    assert sms.describe_sender_ids()["SenderIds"] == []


@pytest.mark.parametrize("region_name", ["ap-south-1", "ap-south-2"])
def test_an_indian_region_completes_them(aws: None, region_name: str) -> None:
    sms = boto3.client("pinpoint-sms-voice-v2", region_name=region_name)
    registration = create(sms, INDIA)
    fill_in_all(sms, registration)
    sms.submit_registration_version(RegistrationId=registration)

    assert reviewed(sms, registration) == "COMPLETE"
    assert [each["IsoCountryCode"] for each in sms.describe_sender_ids()["SenderIds"]] == ["IN"]


def test_a_version_may_be_reviewed_offline(sms: Any, simulator: Simulator) -> None:
    registration = create(sms, BRAND)
    sms.submit_registration_version(RegistrationId=registration)

    simulator.set_registration_status(registration, "REQUIRES_OFFLINE_REVIEW")

    assert status(sms, registration) == "REVIEWING"
    assert version(sms, registration)["RegistrationVersionStatus"] == "REQUIRES_OFFLINE_REVIEW"
    simulator.approve_registration(registration)
    assert status(sms, registration) == "COMPLETE"


@pytest.mark.parametrize(
    ("wishes", "code"),
    [
        (["54321"], "54321"),
        (["12345", "54321"], "54321"),
        (["١٢٣٤٥", "54321"], "54321"),
        (["vanity"], None),
    ],
    ids=["first", "second", "other digits", "no number"],
)
def test_a_short_code_is_the_first_wish_that_is_free(
    sms: Any, simulator: Simulator, wishes: list[str], code: str | None
) -> None:
    simulator.add_phone_number(
        iso_country_code="US", number_type="SHORT_CODE", phone_number="12345"
    )
    registration = create(sms, SHORT_CODE)
    for place, wish in enumerate(wishes, 1):
        sms.put_registration_field_value(
            RegistrationId=registration,
            FieldPath=f"shortCodeInfo.vanityShortCode{place}",
            TextValue=wish,
        )
    fill_in_all(sms, registration)
    sms.submit_registration_version(RegistrationId=registration)
    assert reviewed(sms, registration) == "COMPLETE"

    [association] = sms.list_registration_associations(RegistrationId=registration)[
        "RegistrationAssociations"
    ]
    assert association["PhoneNumber"].isdecimal()
    assert association["PhoneNumber"] == code or code is None


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (PDF, "ATTACHMENT_TYPE_NOT_SUPPORTED"),
        (picture(8, 8) + bytes(400 * 1024), "MAXIMUM_SIZE_EXCEEDED"),
    ],
    ids=["kind", "size"],
)
def test_a_file_that_does_not_fit_its_field_is_refused(
    sms: Any, document: bytes, reason: str
) -> None:
    registration = create(sms, TOLL_FREE)

    with refused("ValidationException", reason, fields=["registrationAttachmentId"]):
        sms.put_registration_field_value(
            RegistrationId=registration,
            FieldPath="messagingUseCase.optInImage",
            RegistrationAttachmentId=upload(sms, document),
        )

    assert (
        sms.describe_registration_field_values(RegistrationId=registration)[
            "RegistrationFieldValues"
        ]
        == []
    )


def test_the_titles_of_denials_are_aws_s(sms: Any, simulator: Simulator) -> None:
    """Three that AWS words otherwise than its codes, and one of which it gives no title."""
    registration = create(sms, BRAND)
    sms.submit_registration_version(RegistrationId=registration)
    codes = [
        "HELP_MESSAGE_NON_COMPLIANT",
        "PRIVACY_POLICY_MISSING",
        "CAMPAIGN_NON_COMPLIANT_CONTENT_CANNABIS",
        "IMAGE_SIZE_EXCEEDED",
    ]

    simulator.deny_registration(registration, denied_reasons=[{"Reason": code} for code in codes])

    reasons = version(sms, registration)["DeniedReasons"]
    assert {each["Reason"]: each["ShortDescription"] for each in reasons} == {
        "HELP_MESSAGE_NON_COMPLIANT": "Non-compliant help message",
        "PRIVACY_POLICY_MISSING": "Privacy policy missing/inaccessible",
        "CAMPAIGN_NON_COMPLIANT_CONTENT_CANNABIS": "Prohibited content: cannabis or CBD",
        "IMAGE_SIZE_EXCEEDED": "Image size exceeded",
    }


def test_every_code_of_aws_has_its_title() -> None:
    """134 for US registrations, seventeen for others: eleven of RCS without titles, some shared."""
    data = files("moto_pinpoint_sms_v2.pinpointsmsvoicev2.data")
    titles = json.loads(data.joinpath("denial_reasons.json").read_text("utf-8"))

    assert len(titles) == 151
    assert all(code == code.upper() and title for code, title in titles.items())


def test_an_incomplete_submission_may_be_refused(sms: Any, simulator: Simulator) -> None:
    simulator.refuse_incomplete_submissions()
    registration = create(sms, BRAND)
    fill_in_all(sms, registration, leave_out=["companyInfo.city"])

    with refused("ValidationException", "FIELD_VALIDATION_FAILED", fields=["registrationId"]):
        sms.submit_registration_version(RegistrationId=registration)
    assert status(sms, registration) == "CREATED"

    simulator.refuse_incomplete_submissions(False)
    sms.submit_registration_version(RegistrationId=registration)
    assert reviewed(sms, registration) == "REQUIRES_UPDATES"
