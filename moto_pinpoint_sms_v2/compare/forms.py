"""The forms of all registration types, as the account sees them."""

from __future__ import annotations

from typing import Any

from ..pinpointsmsvoicev2.domains.snapshots.reading import Ask

_PARTS = ("DescribeRegistrationSectionDefinitions", "DescribeRegistrationFieldDefinitions")


def dump_forms(ask: Ask) -> list[dict[str, Any]]:
    """Return the answers that ``load_registration_definitions`` takes."""
    types = dict(ask("DescribeRegistrationTypeDefinitions", {}))
    answers = [types]
    for definition in types["RegistrationTypeDefinitions"]:
        asked = {"RegistrationType": definition["RegistrationType"]}
        answers += [dict(ask(part, asked)) for part in _PARTS]
    return answers
