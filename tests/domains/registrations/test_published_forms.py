"""The forms of every type against a table that was made of AWS's pages, not of our data files."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.domains.registrations.published_forms import (
    published_type,
    published_types,
)

from ...form_filling import described_fields

PUBLISHED: Mapping[str, Mapping[str, Any]] = json.loads(
    Path(__file__).with_name("published_forms.json").read_text("utf-8")
)
"""Of each type its title, its counts, and what its answers come to when they are hashed."""


def digest(content: Any) -> str:
    """Return what a table can hold of something long."""
    return sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:16]


def test_there_is_no_other_type() -> None:
    assert set(published_types()) == set(PUBLISHED)


@pytest.mark.parametrize("registration_type", PUBLISHED)
def test_a_form_is_described_as_aws_has_it(sms: Any, registration_type: str) -> None:
    """Paths, types, requirements, lengths, patterns, options, conditions and titles, in order."""
    model = sms.meta.service_model.shape_for("RegistrationFieldDefinition")
    if "ConditionalBehavior" not in model.members:
        pytest.skip("this botocore does not know conditions yet")
    wanted = PUBLISHED[registration_type]
    [offer] = sms.describe_registration_type_definitions(RegistrationTypes=[registration_type])[
        "RegistrationTypeDefinitions"
    ]
    sections = sms.describe_registration_section_definitions(RegistrationType=registration_type)[
        "RegistrationSectionDefinitions"
    ]
    fields = described_fields(sms, registration_type).values()

    counts = Counter(field["FieldRequirement"].lower() for field in fields)
    assert {name: counts[name] for name in ("required", "conditional", "optional")} == {
        name: wanted[name] for name in ("required", "conditional", "optional")
    }
    titles = [
        {"SectionPath": each["SectionPath"], "Title": each["DisplayHints"]["Title"]}
        for each in sections
    ]
    assert digest([titles, list(fields)]) == wanted["described"]
    assert offer["DisplayHints"] == {"Title": wanted["title"]}
    assert digest(offer["SupportedAssociations"]) == wanted["associations"]


@pytest.mark.parametrize("registration_type", PUBLISHED)
def test_the_data_say_what_no_answer_says(registration_type: str) -> None:
    """The files that fields take, and how sure their paths are."""
    form = published_type(registration_type)
    assert form is not None

    rules = ((field.field_path, field.files) for field in form.fields.values())
    files = [[path, list(rule.types), rule.kilobytes, rule.pixels] for path, rule in rules if rule]
    confidence = [[field.field_path, field.path_confidence] for field in form.fields.values()]
    assert digest(sorted(files)) == PUBLISHED[registration_type]["files"]
    assert digest(sorted(confidence)) == PUBLISHED[registration_type]["paths"]


def test_most_paths_are_inferred() -> None:
    """The README tells these figures."""
    forms = (published_type(name) for name in PUBLISHED)
    confidence = Counter(
        field.path_confidence for form in forms if form for field in form.fields.values()
    )

    assert confidence == {None: 149, "high": 1640, "medium": 636, "low": 875}
