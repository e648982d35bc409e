"""Fields whose rules depend on other fields."""

from __future__ import annotations

from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator

from ...support import refused
from ..registration_forms import create, fill_in
from .field_values import LONG_CODE, denied, denied_of_a_test_agent, put, values


def condition(path: str, operator: str, *expected: str) -> dict[str, Any]:
    return {
        "DependsOnFieldPath": path,
        "Operator": operator,
        **({"Values": list(expected)} if expected else {}),
    }


def text_field(name: str, **more: Any) -> dict[str, Any]:
    return {
        "SectionPath": "form",
        "FieldPath": f"form.{name}",
        "FieldType": "TEXT",
        "FieldRequirement": "OPTIONAL",
        "TextValidation": {"MinLength": 1, "MaxLength": 10, "Pattern": ".*"},
        "DisplayHints": {"Title": name, "ShortDescription": name},
        **more,
    }


def conditional_form(
    *rules: tuple[str, list[dict[str, Any]]], default: str = "OPTIONAL", **validation: Any
) -> dict[str, Any]:
    """Return a form whose field ``it`` depends on the fields ``one`` and ``two``."""
    behavior = {
        "Rules": [
            {"Conditions": conditions, "RuleBehavior": behavior}
            | ({"ConditionalValidation": validation} if validation else {})
            for behavior, conditions in rules
        ],
        "DefaultBehavior": default,
    }
    fields = [
        text_field("one"),
        text_field("two"),
        text_field("it", FieldRequirement="CONDITIONAL", ConditionalBehavior=behavior),
    ]
    return {"RegistrationType": LONG_CODE, "RegistrationFieldDefinitions": fields}


@pytest.mark.parametrize(
    ("asked", "filled", "required"),
    [
        (condition("form.one", "EQUALS", "a"), {"form.one": "a"}, True),
        (condition("form.one", "EQUALS", "a"), {"form.one": "b"}, False),
        (condition("form.one", "EQUALS", "a"), {}, False),
        (condition("form.one", "NOT_EQUALS", "a"), {"form.one": "b"}, True),
        (condition("form.one", "NOT_EQUALS", "a"), {"form.one": "a"}, False),
        (condition("form.one", "NOT_EQUALS", "a"), {}, True),
        (condition("form.one", "IN", "a", "b"), {"form.one": "b"}, True),
        (condition("form.one", "IN", "a", "b"), {"form.one": "c"}, False),
        (condition("form.one", "NOT_IN", "a", "b"), {"form.one": "c"}, True),
        (condition("form.one", "NOT_IN", "a", "b"), {"form.one": "a"}, False),
        (condition("form.one", "HAS_VALUE"), {"form.one": "a"}, True),
        (condition("form.one", "HAS_VALUE"), {"form.two": "a"}, False),
        (condition("form.one", "NO_VALUE"), {"form.two": "a"}, True),
        (condition("form.one", "NO_VALUE"), {"form.one": "a"}, False),
        (condition("form.one", "SOUNDS_LIKE", "a"), {"form.one": "a"}, False),
    ],
)
def test_a_condition_compares_the_other_fields_value(
    sms: Any, simulator: Simulator, asked: dict[str, Any], filled: dict[str, str], required: bool
) -> None:
    simulator.load_registration_definitions(conditional_form(("REQUIRED", [asked])))
    registration = create(sms, LONG_CODE)
    fill_in(sms, registration, filled)

    expected = {"form.it": "MISSING_CONDITIONAL_FIELD"} if required else {}
    assert denied(sms, registration) == expected


HAS_ONE = condition("form.one", "HAS_VALUE")
HAS_TWO = condition("form.two", "HAS_VALUE")


@pytest.mark.parametrize(
    ("rules", "default", "filled", "reason"),
    [
        ([("DISALLOWED", [HAS_ONE]), ("REQUIRED", [HAS_TWO])], "OPTIONAL", ["one", "two"], None),
        (
            [("REQUIRED", [HAS_TWO]), ("DISALLOWED", [HAS_ONE])],
            "OPTIONAL",
            ["one", "two"],
            "MISSING_CONDITIONAL_FIELD",
        ),
        ([("REQUIRED", [HAS_ONE, HAS_TWO])], "OPTIONAL", ["one"], None),
        (
            [("REQUIRED", [HAS_ONE, HAS_TWO])],
            "OPTIONAL",
            ["one", "two"],
            "MISSING_CONDITIONAL_FIELD",
        ),
        ([("OPTIONAL", [HAS_ONE])], "REQUIRED", ["two"], "MISSING_CONDITIONAL_FIELD"),
        ([("OPTIONAL", [HAS_ONE])], "REQUIRED", ["one"], None),
        (
            [("OPTIONAL", [HAS_ONE])],
            "DISALLOWED",
            ["two", "it"],
            "CONDITIONAL_FIELD_NOT_ALLOWED",
        ),
    ],
    ids=[
        "first rule wins",
        "first rule wins, the other way round",
        "all conditions must hold",
        "all conditions hold",
        "default",
        "rule before default",
        "default forbids",
    ],
)
def test_the_first_rule_that_matches_decides_else_the_default(
    sms: Any,
    simulator: Simulator,
    rules: Any,
    default: str,
    filled: list[str],
    reason: str | None,
) -> None:
    simulator.load_registration_definitions(conditional_form(*rules, default=default))
    registration = create(sms, LONG_CODE)
    fill_in(sms, registration, {f"form.{name}": "a" for name in filled})

    assert denied(sms, registration) == ({} if reason is None else {"form.it": reason})


def test_a_matching_rule_may_validate_otherwise(sms: Any, simulator: Simulator) -> None:
    simulator.load_registration_definitions(
        conditional_form(("REQUIRED", [HAS_ONE]), MaxLength=20, Pattern="[0-9]+")
    )
    registration = create(sms, LONG_CODE)

    with refused("ValidationException", "INVALID_PARAMETER", fields=["textValue"]):
        put(sms, registration, "form.it", TextValue="12345678901")
    put(sms, registration, "form.it", TextValue="letters")
    put(sms, registration, "form.one", TextValue="a")
    with refused("ValidationException", "INVALID_PARAMETER", fields=["textValue"]):
        put(sms, registration, "form.it", TextValue="letters")
    assert denied(sms, registration) == {"form.it": "INVALID_FIELD_VALUE"}


def test_a_matching_rule_may_allow_fewer_choices(sms: Any, simulator: Simulator) -> None:
    form = conditional_form(("OPTIONAL", [HAS_ONE]), AllowedValues=["a"])
    it = form["RegistrationFieldDefinitions"][-1]
    del it["TextValidation"]
    it["FieldType"] = "SELECT"
    it["SelectValidation"] = {"MinChoices": 1, "MaxChoices": 1, "Options": ["a", "b"]}
    simulator.load_registration_definitions(form)
    registration = create(sms, LONG_CODE)

    put(sms, registration, "form.it", SelectChoices=["b"])
    put(sms, registration, "form.one", TextValue="a")
    with refused("ValidationException", "INVALID_PARAMETER", fields=["selectChoices"]):
        put(sms, registration, "form.it", SelectChoices=["b"])
    assert denied(sms, registration) == {"form.it": "INVALID_FIELD_VALUE"}


def test_all_options_may_be_chosen_at_once(sms: Any, simulator: Simulator) -> None:
    field = text_field("one", FieldType="SELECT")
    del field["TextValidation"]
    field["SelectValidation"] = {"MinChoices": 1, "MaxChoices": 2, "Options": ["a", "b"]}
    simulator.load_registration_definitions(
        {"RegistrationType": LONG_CODE, "RegistrationFieldDefinitions": [field]}
    )
    registration = create(sms, LONG_CODE)

    put(sms, registration, "form.one", SelectChoices=["a", "b"])

    assert values(sms, registration) == [{"FieldPath": "form.one", "SelectChoices": ["a", "b"]}]


def test_a_pattern_that_python_cannot_read_refuses_nothing(sms: Any, simulator: Simulator) -> None:
    validation = {"MinLength": 1, "MaxLength": 10, "Pattern": r"\p{L}+"}
    field = text_field("one", TextValidation=validation)
    simulator.load_registration_definitions(
        {"RegistrationType": LONG_CODE, "RegistrationFieldDefinitions": [field]}
    )

    put(sms, create(sms, LONG_CODE), "form.one", TextValue="123")


def test_conditions_that_were_never_published_make_a_field_optional(sms: Any) -> None:
    assert "complianceKeywords.helpResponse" not in denied_of_a_test_agent(sms, {})
