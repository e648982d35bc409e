"""The calls that the tests of field values make."""

from __future__ import annotations

from typing import Any

from moto_pinpoint_sms_v2 import Simulator

from ...form_filling import picture, upload
from ...support import body
from ..registration_forms import BRAND, FORMS, TEST_RCS, create, fill_in

ARN = "arn:aws:sms-voice:us-east-1:123456789012:registration/"
LONG_CODE = "ZZ_LONG_CODE_REGISTRATION"


def put(sms: Any, registration: str, path: str, **value: Any) -> dict[str, Any]:
    return body(
        sms.put_registration_field_value(RegistrationId=registration, FieldPath=path, **value)
    )


def delete(sms: Any, registration: str, path: str) -> dict[str, Any]:
    return body(sms.delete_registration_field_value(RegistrationId=registration, FieldPath=path))


def values(sms: Any, registration: str, **arguments: Any) -> list[dict[str, Any]]:
    answer = sms.describe_registration_field_values(RegistrationId=registration, **arguments)
    found: list[dict[str, Any]] = answer["RegistrationFieldValues"]
    return found


def denied(sms: Any, registration: str) -> dict[str, str]:
    """Submit, let the review end, and return why fields were denied."""
    sms.submit_registration_version(RegistrationId=registration)
    for _ in range(10):
        answer = sms.describe_registrations(RegistrationIds=[registration])
        if answer["Registrations"][0]["RegistrationStatus"] in ("COMPLETE", "REQUIRES_UPDATES"):
            break
    return {
        value["FieldPath"]: value["DeniedReason"]
        for value in values(sms, registration)
        if "DeniedReason" in value
    }


def submit(sms: Any, simulator: Simulator, registration: str) -> None:
    fill_in(sms, registration, FORMS[BRAND])
    sms.submit_registration_version(RegistrationId=registration)


def deny(sms: Any, simulator: Simulator, registration: str) -> None:
    submit(sms, simulator, registration)
    simulator.deny_registration(registration)


def denied_of_a_test_agent(sms: Any, contact: dict[str, str]) -> dict[str, str]:
    """Fill in what a test agent requires, and this contact; return what is denied."""
    registration = create(sms, TEST_RCS)
    agent = sms.create_rcs_agent()["RcsAgentId"]
    sms.create_registration_association(RegistrationId=registration, ResourceId=agent)
    for name, size in (("bannerImage", (1440, 448)), ("logoImage", (224, 224))):
        picture_id = upload(sms, picture(*size))
        put(sms, registration, f"agentDetails.{name}", RegistrationAttachmentId=picture_id)
    form = {
        "brandName": "Example",
        "serviceName": "Example",
        "senderDisplayName": "Example",
        "useCase": ["OTP"],
        "agentDescription": "Login codes",
        "accentColor": "#123456",
        "privacyPolicyUrl": "https://example.com/privacy",
        "termsAndConditionsUrl": "https://example.com/terms",
        "billingCategory": ["NON_CONVERSATIONAL"],
        "averageMonthlyRcsFrequency": ["10"],
        "monthlyRcsVolume": "1000",
        **contact,
    }
    fill_in(sms, registration, {f"agentDetails.{name}": value for name, value in form.items()})
    return denied(sms, registration)
