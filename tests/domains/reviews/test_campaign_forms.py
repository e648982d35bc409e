"""What a review reads in the forms of 10DLC brands and campaigns."""

from __future__ import annotations

from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator

from ...form_filling import upload
from ...support import refused
from ..number_types import TEN_DLC, describe, request
from ..registration_forms import (
    BRAND,
    CAMPAIGN,
    FORMS,
    LISTED,
    completed,
    create,
    fill_in,
    reviewed,
    status,
    version,
)

VETTING = "US_TEN_DLC_BRAND_VETTING"
SUB_USE_CASES = "campaignUseCase.subUseCases"
WORKFLOW = "campaignInfo.optInWorkflow"
NO_URL = "Customers tick a box when they sign up in one of our shops."


@pytest.fixture
def brand(sms: Any, simulator: Simulator) -> str:
    return completed(sms, simulator, BRAND)


def submit(sms: Any, registration_type: str, form: dict[str, Any], on: str | None = None) -> str:
    """Hand in the demo's form with some other answers, for a brand if the type wants one."""
    registration = create(sms, registration_type)
    if on is not None:
        sms.create_registration_association(RegistrationId=registration, ResourceId=on)
    fill_in(sms, registration, {**FORMS.get(registration_type, {}), **form})
    sms.submit_registration_version(RegistrationId=registration)
    return registration


def denied(sms: Any, registration: str) -> dict[str, str]:
    """Let a review end, and return what it held against which field."""
    assert reviewed(sms, registration) in ("COMPLETE", "REQUIRES_UPDATES")
    values = sms.describe_registration_field_values(RegistrationId=registration)
    return {
        each["FieldPath"]: each["DeniedReason"]
        for each in values["RegistrationFieldValues"]
        if "DeniedReason" in each
    }


@pytest.mark.parametrize(
    ("use_case", "sub_use_cases", "reason"),
    [
        ("MIXED", 0, "MISSING_CONDITIONAL_FIELD"),
        ("MIXED", 1, "INVALID_FIELD_VALUE"),
        ("MIXED", 2, None),
        ("LOW_VOLUME", 0, "MISSING_CONDITIONAL_FIELD"),
        ("LOW_VOLUME", 1, None),
        ("MARKETING", 0, None),
        ("MARKETING", 1, "CAMPAIGN_NOT_QUALIFIED_FOR_USE_CASE"),
    ],
)
def test_two_use_cases_have_sub_use_cases(
    sms: Any, brand: str, use_case: str, sub_use_cases: int, reason: str | None
) -> None:
    form: dict[str, Any] = {"campaignUseCase.useCase": [use_case]}
    if sub_use_cases:
        form[SUB_USE_CASES] = ["CUSTOMER_CARE", "MARKETING"][:sub_use_cases]

    campaign = submit(sms, CAMPAIGN, form, on=brand)

    assert denied(sms, campaign) == ({} if reason is None else {SUB_USE_CASES: reason})


def test_a_sixth_sub_use_case_is_refused(sms: Any) -> None:
    choices = ["ACCOUNT_NOTIFICATION", "CUSTOMER_CARE", "DELIVERY_NOTIFICATION", "FRAUD_ALERT"]
    choices += ["HIGHER_EDUCATION", "MARKETING"]

    with refused("ValidationException", "INVALID_PARAMETER", fields=["selectChoices"]):
        fill_in(sms, create(sms, CAMPAIGN), {SUB_USE_CASES: choices})


@pytest.mark.parametrize(
    ("workflow", "faults"),
    [
        (f" {NO_URL} https://example.com", {WORKFLOW: "INVALID_FIELD_VALUE"}),
        (NO_URL, {"campaignInfo.optInScreenshot": "MISSING_CONDITIONAL_FIELD"}),
        (f"{NO_URL} See www.example.com", {}),
    ],
    ids=["outer space", "neither URL nor picture", "URL"],
)
def test_an_opt_in_workflow_can_be_looked_at(
    sms: Any, brand: str, workflow: str, faults: dict[str, str]
) -> None:
    campaign = submit(sms, CAMPAIGN, {WORKFLOW: workflow}, on=brand)

    assert denied(sms, campaign) == faults


def test_a_picture_of_the_opt_in_stands_in_for_a_url(sms: Any, brand: str) -> None:
    campaign = create(sms, CAMPAIGN)
    sms.create_registration_association(RegistrationId=campaign, ResourceId=brand)
    fill_in(sms, campaign, {**FORMS[CAMPAIGN], WORKFLOW: NO_URL})
    sms.put_registration_field_value(
        RegistrationId=campaign,
        FieldPath="campaignInfo.optInScreenshot",
        RegistrationAttachmentId=upload(sms, b"%PDF-1.7"),
    )
    sms.submit_registration_version(RegistrationId=campaign)

    assert denied(sms, campaign) == {}


@pytest.mark.parametrize("field", ["helpMessage", "stopMessage", "optInMessage"])
def test_automatic_answers_have_twenty_characters(sms: Any, field: str) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["textValue"]):
        fill_in(sms, create(sms, CAMPAIGN), {f"campaignInfo.{field}": "x" * 19})


def test_a_campaign_waits_for_the_vetting_of_its_brand(
    sms: Any, simulator: Simulator, brand: str
) -> None:
    vetting = submit(sms, VETTING, {}, on=brand)
    simulator.set_registration_status(vetting, "REVIEWING")

    campaign = submit(sms, CAMPAIGN, {}, on=brand)

    assert denied(sms, campaign) == {}
    assert version(sms, campaign)["DeniedReasons"] == [
        {
            "Reason": "WAIT_TO_RESUBMIT_REGISTRATION",
            "ShortDescription": "Wait to resubmit registration",
        }
    ]


def test_a_vetting_that_is_over_holds_up_no_campaign(sms: Any, brand: str) -> None:
    vetting = submit(sms, VETTING, {}, on=brand)
    assert reviewed(sms, vetting) == "COMPLETE"

    assert reviewed(sms, submit(sms, CAMPAIGN, {}, on=brand)) == "COMPLETE"


def test_a_brand_has_ten_campaigns(sms: Any, limits: Any, brand: str) -> None:
    for _ in range(10):
        submit(sms, CAMPAIGN, {}, on=brand)
    eleventh = create(sms, CAMPAIGN)

    with refused("ServiceQuotaExceededException", "ASSOCIATIONS_PER_REGISTRATION"):
        sms.create_registration_association(RegistrationId=eleventh, ResourceId=brand)

    limits.set("CAMPAIGNS_PER_BRAND", 11)
    sms.create_registration_association(RegistrationId=eleventh, ResourceId=brand)


def test_a_number_has_the_capabilities_of_its_campaign(sms: Any, brand: str) -> None:
    form = {"campaignCapabilities.numberCapabilities": ["SMS and MMS"]}
    campaign = submit(sms, CAMPAIGN, form, on=brand)
    assert reviewed(sms, campaign) == "COMPLETE"

    number = request(sms, TEN_DLC, RegistrationId=campaign)

    assert describe(sms, number)["NumberCapabilities"] == ["SMS", "MMS"]


def test_a_listed_brand_waits_until_its_owner_answers_an_e_mail(
    sms: Any, simulator: Simulator
) -> None:
    brand = submit(sms, BRAND, LISTED)

    assert [status(sms, brand) for _ in range(3)] == [
        "REVIEWING",
        "REQUIRES_AUTHENTICATION",
        "REQUIRES_AUTHENTICATION",
    ]

    simulator.set_registration_status(brand, "REVIEWING")
    assert reviewed(sms, brand) == "COMPLETE"


def test_a_brand_whose_owner_does_not_answer_can_be_taken_back(sms: Any) -> None:
    brand = submit(sms, BRAND, LISTED)
    assert reviewed(sms, brand) == "REQUIRES_AUTHENTICATION"

    sms.discard_registration_version(RegistrationId=brand)

    assert status(sms, brand) == "CREATED"


@pytest.mark.parametrize("legal_type", ["GOVERNMENT", "NON_PROFIT"])
@pytest.mark.parametrize("country", ["US", "DE"])
def test_governments_and_charities_are_american(sms: Any, legal_type: str, country: str) -> None:
    form = {"companyInfo.legalType": [legal_type], "companyInfo.taxIdIssuingCountry": country}

    brand = submit(sms, BRAND, form)

    fault = {"companyInfo.legalType": "INVALID_FIELD_VALUE"}
    assert denied(sms, brand) == ({} if country == "US" else fault)
