"""Filled-in forms, and the way to a registration that is complete."""

from __future__ import annotations

from typing import Any

from moto_pinpoint_sms_v2 import demo

BRAND = "US_TEN_DLC_BRAND_REGISTRATION"
CAMPAIGN = "US_TEN_DLC_CAMPAIGN_REGISTRATION"
TOLL_FREE = "US_TOLL_FREE_REGISTRATION"
TEST_RCS = "TEST_RCS_LAUNCH_REGISTRATION"

_MOST_STEPS = 5
"""As many as any review has."""
FORMS: dict[str, dict[str, Any]] = {BRAND: dict(demo.BRAND), CAMPAIGN: dict(demo.CAMPAIGN)}

LISTED: dict[str, Any] = {
    "companyInfo.legalType": ["PUBLIC_PROFIT"],
    "companyInfo.stockSymbol": "EXMP",
    "companyInfo.stockExchange": ["NASDAQ"],
    "companyInfo.businessContactEmail": "cfo@example.com",
}
"""What a brand says in its form that is traded on an exchange."""


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


def reviewed(sms: Any, registration: str) -> str:
    """Return the status in which a review leaves a registration."""
    steps = [status(sms, registration) for _ in range(_MOST_STEPS)]
    return steps[-1]


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
