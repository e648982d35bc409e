"""What a review finds in a submitted version, before anybody decides.

For what a single field is denied, a missing one too, says ``registrations/forms``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...core.store import Store
from ...data import load
from ..identities.keyword_matching import MANDATORY_KEYWORDS
from ..identities.rcs_agents import RcsAgent
from ..registrations.attachments import RegistrationAttachment
from ..registrations.forms import FieldValue, RegistrationTypeDefinition
from ..registrations.registrations import UNDER_REVIEW, Registration
from .agent_forms import agent_faults
from .created_identities import sender_id_fault
from .ten_dlc_forms import BRAND, CAMPAIGN, VETTING, brand_faults, campaign_faults


@dataclass(frozen=True)
class Findings:
    """What stands against an approval; false if nothing does."""

    fields: Mapping[str, str]
    """Field path to denied reason."""
    others: Sequence[Mapping[str, str]]
    """What is wrong with none of the fields."""

    def __bool__(self) -> bool:
        return bool(self.fields or self.others)

    @property
    def reasons(self) -> list[Mapping[str, str]]:
        """What the version is denied for, each reason once."""
        return [*self.others, *({"Reason": each} for each in dict.fromkeys(self.fields.values()))]

    @property
    def missing(self) -> Mapping[str, str]:
        """The fields that are denied because they are empty."""
        return {
            path: reason for path, reason in self.fields.items() if "MISSING" in reason.split("_")
        }


def denied_reason(reason: Mapping[str, str]) -> dict[str, Any]:
    """Return one of a version's DeniedReasons, with AWS's title where no sentence is given."""
    code = reason["Reason"]
    return {"ShortDescription": load("denial_reasons").get(code, code), **reason}


def findings(
    store: Store, form: RegistrationTypeDefinition, registration: Registration, region_name: str
) -> Findings:
    """Read the form that the newest version of a registration in that Region filled in."""
    values = {value.field_path: value for value in registration.current_version.field_values}
    faults = form.review(values)
    faults |= _picture_faults(store, form, values)
    fault = sender_id_fault(store, form, registration)
    if fault is not None:
        faults.setdefault(*fault)
    given = {path: _given(value) for path, value in values.items()}
    registration_type = registration.registration_type
    if registration_type.endswith("_RCS_LAUNCH_REGISTRATION"):
        texts = {path: text for path, text in given.items() if isinstance(text, str)}
        faults = agent_faults(faults, texts, _own_responses(store, registration))
    if registration_type == BRAND:
        faults = brand_faults(given) | faults
    if registration_type == CAMPAIGN:
        faults = campaign_faults(given) | faults
    return Findings(faults, _reasons(store, form, registration, region_name))


def _reasons(
    store: Store, form: RegistrationTypeDefinition, registration: Registration, region_name: str
) -> list[dict[str, str]]:
    if registration.registration_type == CAMPAIGN and _is_being_vetted(store, registration):
        return [{"Reason": "WAIT_TO_RESUBMIT_REGISTRATION"}]
    if form.regions and region_name not in form.regions:
        # That it is denied elsewhere is known, for which reason is not.
        where = " and ".join(form.regions)
        sentence = f"{registration.registration_type} is completed in {where} only"
        return [{"Reason": "INVALID_FIELD_VALUE", "ShortDescription": sentence}]
    return []


def _is_being_vetted(store: Store, campaign: Registration) -> bool:
    """Say whether a vetting of the campaign's brand is under review."""
    brands = (store.find(Registration, each.resource_id) for each in campaign.associations)
    dependants = (
        store.find(Registration, each)
        for brand in brands
        if brand is not None
        for each in brand.registration_ids
    )
    return any(
        each.registration_type == VETTING and each.registration_status in UNDER_REVIEW
        for each in dependants
        if each is not None
    )


def _picture_faults(
    store: Store, form: RegistrationTypeDefinition, values: Mapping[str, FieldValue]
) -> dict[str, str]:
    found: dict[str, str] = {}
    for path, value in values.items():
        rule = form.fields[path].files if path in form.fields else None
        identifier = value.registration_attachment_id
        if rule is None or identifier is None:
            continue
        attachment = store.find(RegistrationAttachment, identifier)
        if attachment is not None and attachment.attachment_body is not None:
            denial = rule.denial(attachment.attachment_body)
            if denial is not None:
                found[path] = denial
    return found


def _own_responses(store: Store, registration: Registration) -> dict[str, str]:
    """Return the messages of the HELP and STOP keywords that the agent's owner wrote."""
    words = {each.keyword for each in MANDATORY_KEYWORDS}
    agents = (store.find(RcsAgent, each.resource_id) for each in registration.associations)
    return {
        each.keyword: each.keyword_message
        for agent in agents
        if agent is not None
        for each in agent.keywords
        if each.keyword in words and each not in MANDATORY_KEYWORDS
    }


def _given(value: FieldValue) -> str | Sequence[str]:
    if value.select_choices is not None:
        return value.select_choices
    return value.text_value or value.registration_attachment_id or ""
