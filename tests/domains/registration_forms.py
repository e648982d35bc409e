"""Filled-in forms, and the way to a registration that is complete."""

from __future__ import annotations

from typing import Any

BRAND = "US_TEN_DLC_BRAND_REGISTRATION"
CAMPAIGN = "US_TEN_DLC_CAMPAIGN_REGISTRATION"
TOLL_FREE = "US_TOLL_FREE_REGISTRATION"
TEST_RCS = "TEST_RCS_LAUNCH_REGISTRATION"

FORMS: dict[str, dict[str, Any]] = {
    BRAND: {
        "companyInfo.companyName": "Example Corp",
        "companyInfo.taxIdIssuingCountry": "US",
        "companyInfo.taxId": "123456789",
        "companyInfo.legalType": ["PRIVATE_PROFIT"],
        "companyInfo.address": "1 Main Street",
        "companyInfo.city": "Seattle",
        "companyInfo.state": "WA",
        "companyInfo.zipCode": "98101",
        "companyInfo.isoCountryCode": "US",
        "contactInfo.dbaName": "Example",
        "contactInfo.vertical": ["TECHNOLOGY"],
        "contactInfo.website": "https://example.com",
        "contactInfo.supportEmail": "help@example.com",
        "contactInfo.supportPhoneNumber": "+12065550100",
    },
    CAMPAIGN: {
        "campaignInfo.campaignName": "One-time passwords for customers who log in to Example",
        "campaignInfo.vertical": ["TECHNOLOGY"],
        "campaignInfo.optInWorkflow": "Customers tick a box on https://example.com/sign-up page.",
        "campaignInfo.optInMessage": "Example: you get login codes by SMS now.",
        "campaignInfo.helpMessage": "Example: write to help@example.com for help.",
        "campaignInfo.stopMessage": "Example: you get no more messages from us.",
        "campaignCapabilities.numberCapabilities": ["SMS"],
        "campaignUseCase.useCase": ["TWO_FACTOR_AUTHENTICATION"],
        "campaignUseCase.subscriberOptIn": ["Yes"],
        "campaignUseCase.subscriberOptOut": ["Yes"],
        "campaignUseCase.subscriberHelp": ["Yes"],
        "campaignUseCase.directLending": ["No"],
        "campaignUseCase.embeddedLink": ["No"],
        "campaignUseCase.embeddedPhone": ["No"],
        "campaignUseCase.ageGated": ["No"],
        "messageSamples.messageSample1": "Your Example login code is 123456.",
    },
}


def create(sms: Any, registration_type: str, **arguments: Any) -> str:
    """Create a registration, and return its id."""
    answer = sms.create_registration(RegistrationType=registration_type, **arguments)
    return str(answer["RegistrationId"])


def fill_in(sms: Any, registration: str, form: dict[str, Any]) -> None:
    """Put every value of a form into the open draft."""
    for path, value in form.items():
        answer = {"SelectChoices": value} if isinstance(value, list) else {"TextValue": value}
        sms.put_registration_field_value(RegistrationId=registration, FieldPath=path, **answer)


def status(sms: Any, registration: str) -> str:
    """Return a registration's status, which lets its review take a step."""
    answer = sms.describe_registrations(RegistrationIds=[registration])
    return str(answer["Registrations"][0]["RegistrationStatus"])


def version(sms: Any, registration: str, number: int = 1) -> dict[str, Any]:
    """Return a version, which lets the review take a step."""
    answer = sms.describe_registration_versions(
        RegistrationId=registration, VersionNumbers=[number]
    )
    found: dict[str, Any] = answer["RegistrationVersions"][0]
    return found


def completed(sms: Any, simulator: Any, registration_type: str, **arguments: Any) -> str:
    """Create a registration that is COMPLETE already, and return its id."""
    registration = create(sms, registration_type, **arguments)
    simulator.set_registration_status(registration, "COMPLETE")
    return registration
