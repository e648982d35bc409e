"""Fields that a review denies."""

from __future__ import annotations

from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator

from ...support import refused
from ..registration_forms import BRAND, FORMS, create, fill_in
from .field_values import LONG_CODE, delete, denied, denied_of_a_test_agent, put, values

LAUNCH = "NL_RCS_LAUNCH_REGISTRATION"


@pytest.fixture
def brand(sms: Any) -> str:
    return create(sms, BRAND)


@pytest.fixture
def attachment(sms: Any) -> str:
    answer = sms.create_registration_attachment(AttachmentBody=b"%PDF-1.7\n")
    return str(answer["RegistrationAttachmentId"])


def test_a_form_not_complete_takes_fields_that_it_does_not_know(sms: Any, attachment: str) -> None:
    registration = create(sms, LONG_CODE)
    filled = [
        {"FieldPath": "companyInfo.motto", "TextValue": "Example Corp"},
        {"FieldPath": "messagingUseCase.useCase", "SelectChoices": ["Any", "Other"]},
        {"FieldPath": "companyInfo.letter", "RegistrationAttachmentId": attachment},
    ]

    for value in filled:
        sms.put_registration_field_value(RegistrationId=registration, **value)

    assert values(sms, registration) == filled
    assert values(sms, registration, SectionPath="companyInfo") == [filled[0], filled[2]]
    assert values(sms, registration, FieldPaths=["companyInfo.letter"]) == [filled[2]]
    assert delete(sms, registration, "companyInfo.motto")["TextValue"] == "Example Corp"


def test_a_form_not_complete_is_strict_with_the_fields_that_it_knows(sms: Any) -> None:
    registration = create(sms, LAUNCH)

    with refused("ValidationException", "INVALID_PARAMETER", fields=["textValue"]):
        put(sms, registration, "agentDetails.accentColor", TextValue="blue")


def test_a_loaded_form_is_complete(sms: Any, simulator: Simulator) -> None:
    registration = create(sms, LONG_CODE)
    put(sms, registration, "free.field", TextValue="anything")

    simulator.load_registration_definitions(
        {"RegistrationType": LONG_CODE, "RegistrationFieldDefinitions": []}
    )

    with refused("ValidationException", "UNKNOWN_REGISTRATION_FIELD", fields=["fieldPath"]):
        put(sms, registration, "free.field", TextValue="anything")


def test_a_filled_in_form_has_no_denied_field(sms: Any, brand: str) -> None:
    fill_in(sms, brand, FORMS[BRAND])

    assert denied(sms, brand) == {}


def test_a_required_field_left_empty_is_denied(sms: Any, brand: str) -> None:
    form = {path: value for path, value in FORMS[BRAND].items() if path != "companyInfo.city"}
    fill_in(sms, brand, form)

    assert denied(sms, brand) == {"companyInfo.city": "MISSING_REQUIRED_FIELD"}


def test_a_conditional_field_that_applies_is_denied_when_empty(sms: Any, brand: str) -> None:
    fill_in(sms, brand, FORMS[BRAND] | {"companyInfo.legalType": ["PUBLIC_PROFIT"]})
    put(sms, brand, "companyInfo.stockSymbol", TextValue="EXMP")

    assert denied(sms, brand) == {
        "companyInfo.stockExchange": "MISSING_CONDITIONAL_FIELD",
        "companyInfo.businessContactEmail": "MISSING_CONDITIONAL_FIELD",
    }


def test_a_conditional_field_that_does_not_apply_is_accepted_and_denied(
    sms: Any, brand: str
) -> None:
    fill_in(sms, brand, FORMS[BRAND])
    put(sms, brand, "companyInfo.stockSymbol", TextValue="EXMP")

    assert denied(sms, brand) == {"companyInfo.stockSymbol": "CONDITIONAL_FIELD_NOT_ALLOWED"}


@pytest.mark.parametrize(
    ("contact", "missing"),
    [
        ({}, ["contactPhoneNumber", "contactEmailAddress", "contactWebsite"]),
        ({"contactWebsite": "https://example.com"}, ["contactWebsiteLabel"]),
        ({"contactEmailAddress": "help@example.com"}, ["contactEmailLabel"]),
        ({"contactPhoneNumber": "+12065550100"}, ["contactPhoneLabel"]),
        ({"contactPhoneNumber": "+12065550100", "contactPhoneLabel": "Support"}, []),
    ],
    ids=["none", "website", "email", "phone", "phone with its label"],
)
def test_a_test_agent_needs_one_contact_and_its_label(
    sms: Any, contact: dict[str, str], missing: list[str]
) -> None:
    reasons = denied_of_a_test_agent(sms, contact)

    assert reasons == {f"agentDetails.{name}": "CONTACT_DETAILS_MISSING" for name in missing}
