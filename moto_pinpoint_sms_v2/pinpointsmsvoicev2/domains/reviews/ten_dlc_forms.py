"""What a review sees in the forms of 10DLC brands and campaigns.

https://docs.aws.amazon.com/sms-voice/latest/userguide/registrations-10dlc-register-campaign.html
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..registrations.registrations import Registration

BRAND = "US_TEN_DLC_BRAND_REGISTRATION"
VETTING = "US_TEN_DLC_BRAND_VETTING"
CAMPAIGN = "US_TEN_DLC_CAMPAIGN_REGISTRATION"

_LEGAL_TYPE = "companyInfo.legalType"
_COUNTRY = "companyInfo.taxIdIssuingCountry"
_CAPABILITIES = "campaignCapabilities.numberCapabilities"
_USE_CASE = "campaignUseCase.useCase"
_SUB_USE_CASES = "campaignUseCase.subUseCases"
_LEAST_SUB_USE_CASES = {"MIXED": 2, "LOW_VOLUME": 1}
_WORKFLOW = "campaignInfo.optInWorkflow"
_SCREENSHOT = "campaignInfo.optInScreenshot"
_SHORTEST_WORKFLOW = 40
_PUBLIC_URL = re.compile(r"https?://\S+|www\.\S+", re.IGNORECASE)

Values = Mapping[str, str | Sequence[str]]
"""What a form says, by path."""


def awaits_its_owner(registration: Registration) -> bool:
    """Say whether a brand is listed, so that its owner must answer an e-mail, and has not yet."""
    version = registration.current_version
    legal_type = version.field_values.get(_LEGAL_TYPE)
    return (
        registration.registration_type == BRAND
        and legal_type is not None
        and legal_type.select_choices == ["PUBLIC_PROFIT"]
        and "RequiresAuthenticationTimestamp" not in version.registration_version_status_history
    )


def campaign_capabilities(registration: Registration | None) -> list[str]:
    """Return the capabilities that an approved campaign gives its numbers; none if it says none.

    https://docs.aws.amazon.com/sms-voice/latest/userguide/phone-numbers-request.html
    """
    number = None if registration is None else registration.approved_version_number
    if registration is None or number is None:
        return []
    value = registration.versions[number - 1].field_values.get(_CAPABILITIES)
    # The choices read like "SMS and MMS".
    return value.select_choices[0].split(" and ") if value and value.select_choices else []


def brand_faults(values: Values) -> dict[str, str]:
    """Return what is wrong with a brand beyond what its form's definition tells."""
    # AWS's guide says it of the two in passing; what a review does of it is a choice.
    only_american = set(values.get(_LEGAL_TYPE, ())) & {"GOVERNMENT", "NON_PROFIT"}
    if only_american and values.get(_COUNTRY, "US") != "US":
        return {_LEGAL_TYPE: "INVALID_FIELD_VALUE"}
    return {}


def campaign_faults(values: Values) -> dict[str, str]:
    """Return what is wrong with a campaign beyond what its form's definition tells."""
    found = {_SUB_USE_CASES: _sub_use_case_fault(values)}
    workflow = str(values.get(_WORKFLOW, ""))
    if workflow and (workflow != workflow.strip() or len(workflow) < _SHORTEST_WORKFLOW):
        found[_WORKFLOW] = "INVALID_FIELD_VALUE"
    if workflow and _SCREENSHOT not in values and not _PUBLIC_URL.search(workflow):
        found[_SCREENSHOT] = "MISSING_CONDITIONAL_FIELD"
    return {path: reason for path, reason in found.items() if reason is not None}


def _sub_use_case_fault(values: Values) -> str | None:
    # The reasons of a missing and of a short list are a choice.
    sub_use_cases = values.get(_SUB_USE_CASES, ())
    least = next((_LEAST_SUB_USE_CASES.get(each, 0) for each in values.get(_USE_CASE, ())), 0)
    if not least:
        return "CAMPAIGN_NOT_QUALIFIED_FOR_USE_CASE" if sub_use_cases else None
    if not sub_use_cases:
        return "MISSING_CONDITIONAL_FIELD"
    return "INVALID_FIELD_VALUE" if len(sub_use_cases) < least else None
