"""The registration forms in a source, as far as they say anything new."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..registrations.published_forms import published_type
from .answers import listing_of
from .sources import Account

_TYPES = "RegistrationTypeDefinitions"
_OF_A_TYPE = ("RegistrationSectionDefinitions", "RegistrationFieldDefinitions")
_PARTS = {_TYPES, *_OF_A_TYPE}


def forms_of(account: Account) -> list[dict[str, Any]]:
    """Return the answers that tell the forms, but not those that are as AWS publishes them."""
    answers: list[dict[str, Any]] = [{_TYPES: [dict(row.members)]} for row in account.rows(_TYPES)]
    for part in _OF_A_TYPE:
        answers += [dict(row.members) for row in account.rows(part)]
    return [each for each in answers if not _is_published(each)]


def _is_published(answer: Mapping[str, Any]) -> bool:
    """Say whether an answer tells of a form what the package tells by itself."""
    (part,) = answer.keys() & _PARTS
    rows = answer[part]
    name = rows[0].get("RegistrationType") if part == _TYPES else answer.get("RegistrationType")
    form = None if name is None else published_type(name)
    if form is None:
        return False
    published = {
        _TYPES: [form.answer],
        "RegistrationSectionDefinitions": list(form.sections.values()),
        "RegistrationFieldDefinitions": list(form.fields.values()),
    }
    listed: list[Any] = listing_of(f"Describe{part}").serialize(published[part])
    return listed == rows
