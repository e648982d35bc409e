"""One form: its questions, and whether an answer to each will do."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from ...exceptions import ValidationException
from .documents import FileRule

Wire = Mapping[str, Any]
"""A structure as the Describe...Definitions operations answer it."""

Definition = TypeVar("Definition")

ANSWERS = {
    "TEXT": "text_value",
    "SELECT": "select_choices",
    "ATTACHMENT": "registration_attachment_id",
}
"""Field type to the member that fills a field of that type."""
_MISSING = {"REQUIRED": "MISSING_REQUIRED_FIELD", "CONDITIONAL": "MISSING_CONDITIONAL_FIELD"}


@dataclass
class FieldValue:
    """What a version says in one field."""

    field_path: str
    select_choices: list[str] | None = None
    text_value: str | None = None
    registration_attachment_id: str | None = None
    denied_reason: str | None = None
    feedback: str | None = None

    @property
    def is_answered(self) -> bool:
        """Whether somebody filled it in; a reviewer may give reasons in a field left empty."""
        return any(getattr(self, answer) is not None for answer in ANSWERS.values())


def from_wire(definition: type[Definition], wire: Wire) -> Definition:
    """Return a dataclass of definitions from the service's answer."""
    return definition(
        **{
            name: wire.get("".join(part.capitalize() for part in name.split("_")))
            for name in inspect.signature(definition).parameters
        }
    )


@dataclass(frozen=True)
class SectionDefinition:
    """A part of a form."""

    section_path: str
    display_hints: Wire


@dataclass(frozen=True)
class FieldDefinition:
    """A question of a form."""

    section_path: str
    field_path: str
    field_type: str
    field_requirement: str
    display_hints: Wire
    select_validation: Wire | None = None
    text_validation: Wire | None = None
    conditional_behavior: Wire | None = None
    files: FileRule | None = None
    path_confidence: str | None = None
    """How sure we are of a path that AWS does not print: high, medium or low; None if it does."""

    def requirement_given(self, values: Mapping[str, FieldValue]) -> str:
        """Return REQUIRED, OPTIONAL or DISALLOWED, as the other fields have it.

        Where AWS does not publish the conditions of a CONDITIONAL field it is optional: a choice.
        """
        if self.field_requirement != "CONDITIONAL":
            return self.field_requirement
        if self.conditional_behavior is None:
            return "OPTIONAL"
        rule = self._rule(values)
        return rule["RuleBehavior"] if rule else self.conditional_behavior["DefaultBehavior"]

    def fault(self, answer: FieldValue, values: Mapping[str, FieldValue]) -> str | None:
        """Return what is wrong with an answer of this field's type, None if nothing is."""
        rule = self._rule(values) or {}
        own = self.text_validation or self.select_validation or {}
        validation = {**own, **rule.get("ConditionalValidation", {})}
        if self.field_type == "TEXT":
            return _text_fault(answer.text_value or "", validation)
        if self.field_type == "SELECT":
            return _choice_fault(answer.select_choices or [], validation)
        return None

    def denied_reason(self, values: Mapping[str, FieldValue]) -> str | None:
        """Return why a reviewer denies this field of a filled-in form, None if not."""
        answer = values.get(self.field_path)
        requirement = self.requirement_given(values)
        if answer is None:
            return _MISSING[self.field_requirement] if requirement == "REQUIRED" else None
        if requirement == "DISALLOWED":
            return "CONDITIONAL_FIELD_NOT_ALLOWED"
        return None if self.fault(answer, values) is None else "INVALID_FIELD_VALUE"

    def _rule(self, values: Mapping[str, FieldValue]) -> Wire | None:
        """Return the first rule whose conditions all hold."""
        rules = (self.conditional_behavior or {}).get("Rules", ())
        return next(
            (rule for rule in rules if all(_holds(each, values) for each in rule["Conditions"])),
            None,
        )


@dataclass(frozen=True)
class RegistrationTypeDefinition:
    """A kind of registration with its form, whose parts are in the form's order, by path."""

    answer: Wire
    """The definition as DescribeRegistrationTypeDefinitions shows it."""
    sections: Mapping[str, SectionDefinition]
    fields: Mapping[str, FieldDefinition]
    complete: bool
    """Whether the form has these fields only; if not, any other is taken as it comes."""
    regions: Sequence[str] = ()
    """Where such a registration is completed; nothing where it is everywhere."""

    @property
    def registration_type(self) -> str:
        """The type's name."""
        return self.answer["RegistrationType"]

    @property
    def supported_associations(self) -> Sequence[Wire]:
        """What such a registration is for, or stands on."""
        return self.answer.get("SupportedAssociations") or ()

    def supported(self, resource_type: str, iso_country_code: str | None) -> Wire:
        """Return how the type takes such a resource; nothing if it does not."""
        fitting = (
            each
            for each in self.supported_associations
            if each["ResourceType"] == resource_type
            and (iso_country_code is None or each.get("IsoCountryCode") in (None, iso_country_code))
        )
        return next(fitting, {})

    @property
    def supported_association_resource_type(self) -> list[str]:
        """What the filter of that name compares."""
        return [each["ResourceType"] for each in self.supported_associations]

    @property
    def supported_association_iso_country_code(self) -> list[str]:
        """What the filter of that name compares."""
        codes = (each.get("IsoCountryCode") for each in self.supported_associations)
        return [code for code in codes if code is not None]

    def section(self, path: str, parameter: str = "section_path") -> SectionDefinition:
        """Return the section that a parameter names; refused if there is none."""
        if path not in self.sections:
            raise ValidationException(
                "UNKNOWN_REGISTRATION_SECTION",
                **{parameter: f"{self.registration_type} has no section {path}"},
            )
        return self.sections[path]

    def field(self, path: str, parameter: str = "field_path") -> FieldDefinition:
        """Return the field that a parameter names; refused if there is none."""
        if path not in self.fields:
            raise ValidationException(
                "UNKNOWN_REGISTRATION_FIELD",
                **{parameter: f"{self.registration_type} has no field {path}"},
            )
        return self.fields[path]

    def fillable(self, path: str, parameter: str = "field_path") -> FieldDefinition | None:
        """Return the field of that path, None if it is one that a form not complete leaves open."""
        return self.field(path, parameter) if self.complete else self.fields.get(path)

    def section_path_of(self, path: str) -> str:
        """Return the section that a field is in; its path begins with it, if it is not known."""
        field = self.fields.get(path)
        return path.partition(".")[0] if field is None else field.section_path

    def review(self, values: Mapping[str, FieldValue]) -> dict[str, str]:
        """Return the denied reason of each field that stands against an approval."""
        reasons = {path: field.denied_reason(values) for path, field in self.fields.items()}
        return {path: reason for path, reason in reasons.items() if reason is not None}


def _texts(answer: FieldValue | None) -> set[str]:
    if answer is None:
        return set()
    single = (answer.text_value, answer.registration_attachment_id)
    return {*(answer.select_choices or ()), *(text for text in single if text is not None)}


def _holds(condition: Wire, values: Mapping[str, FieldValue]) -> bool:
    holds = _OPERATORS.get(condition["Operator"], _unknown)
    answered = _texts(values.get(condition["DependsOnFieldPath"]))
    return holds(answered, set(condition.get("Values", ())))


def _unknown(answered: set[str], expected: set[str]) -> bool:
    # The model: an operator that is not known is false, and so its rule is skipped.
    return False


_OPERATORS: Mapping[str, Callable[[set[str], set[str]], bool]] = {
    "EQUALS": lambda answered, expected: answered == expected,
    "NOT_EQUALS": lambda answered, expected: answered != expected,
    "IN": lambda answered, expected: not answered.isdisjoint(expected),
    "NOT_IN": lambda answered, expected: answered.isdisjoint(expected),
    "HAS_VALUE": lambda answered, expected: bool(answered),
    "NO_VALUE": lambda answered, expected: not answered,
}


def _text_fault(text: str, validation: Wire) -> str | None:
    if len(text) < validation.get("MinLength", 0):
        return f"must have at least {validation['MinLength']} characters"
    if len(text) > validation.get("MaxLength", len(text)):
        return f"must have at most {validation['MaxLength']} characters"
    pattern = validation.get("Pattern")
    return None if pattern is None or _matches(pattern, text) else f"must match {pattern}"


def _matches(pattern: str, text: str) -> bool:
    try:
        return re.fullmatch(pattern, text) is not None
    except re.error:
        # AWS's patterns are not written for Python; one that it cannot read refuses nothing.
        return True


def _choice_fault(choices: Collection[str], validation: Wire) -> str | None:
    if len(choices) < validation.get("MinChoices", 0):
        return f"must have at least {validation['MinChoices']} choices"
    if len(choices) > validation.get("MaxChoices", len(choices)):
        return f"must have at most {validation['MaxChoices']} choices"
    options = validation.get("AllowedValues", validation.get("Options", choices))
    return None if set(choices) <= set(options) else "must be of " + ", ".join(options)
