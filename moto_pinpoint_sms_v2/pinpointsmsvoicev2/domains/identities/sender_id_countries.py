"""Which countries have sender IDs, and which of them ask for a registration.

A country asks for one where its form is in ``data/registration_forms/sender_ids.json``: to add a
country, add its form. Those where it is waived, or that have no sender IDs at all, are in
``data/countries.json``.
"""

from __future__ import annotations

import re

from ...data import load
from ...exceptions import ValidationException
from ..numbers.destinations import countries
from ..registrations.published_forms import countries_of

# The model's pattern also has the underscore, its words do not.
_WORD = re.compile(r"(?!-)(?=.*[A-Za-z])[A-Za-z0-9-]+(?<!-)")


def check_word(sender_id: str, iso_country_code: str) -> None:
    """Refuse a sender ID that nobody may have in the country."""
    if _WORD.fullmatch(sender_id) is None:
        raise ValidationException(
            "INVALID_PARAMETER",
            sender_id="must have a letter, no underscore, and no hyphen at either end",
        )
    if iso_country_code not in countries():
        raise ValidationException("INVALID_PARAMETER", iso_country_code="is no country")
    if iso_country_code in load("countries")["sender_id_not_supported"]:
        raise ValidationException("SENDER_ID_NOT_SUPPORTED", iso_country_code="has no sender IDs")
    if iso_country_code == "FR" and "-" in sender_id:
        # Since 2026-03-01, as AWS's list of countries says; the reason is a choice.
        raise ValidationException("INVALID_PARAMETER", sender_id="has no hyphen in France")


def must_be_registered(iso_country_code: str) -> bool:
    """Say whether a sender ID of that country comes by a registration only.

    AWS's tables ask for one wherever there is a form. That it is waived in GB is a choice: the
    acceptance tests of Terraform's provider, which run against AWS, request one there without.
    """
    waived = load("countries")["sender_id_registration_waived_despite_form"]
    return iso_country_code not in waived and iso_country_code in countries_of("sender_ids")


def check_requestable(sender_id: str, iso_country_code: str) -> None:
    """Refuse a sender ID that nobody may have, or not without a registration."""
    check_word(sender_id, iso_country_code)
    if must_be_registered(iso_country_code):
        raise ValidationException(
            "SENDER_ID_REQUIRES_REGISTRATION", sender_id="must be registered in the country"
        )


def may_be_unregistered(iso_country_code: str) -> bool:
    """Say whether a country has sender IDs that nobody registered."""
    without = load("countries")["sender_id_not_supported"]
    return iso_country_code not in without and not must_be_registered(iso_country_code)
