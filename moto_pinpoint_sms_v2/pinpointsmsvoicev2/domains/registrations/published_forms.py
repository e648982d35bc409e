"""The forms that AWS publishes, grown from the families that the data files hold.

A family is the registration types of one kind, a form of it what some of its countries ask for. A
form that is ``like`` another names only what it asks for otherwise: an entry that is new stands
``after`` the one it names, else after the new one before it, else last; null takes an entry away.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from ...data import load
from .documents import FileRule
from .forms import (
    FieldDefinition,
    RegistrationTypeDefinition,
    SectionDefinition,
    Wire,
    from_wire,
)

Entries = Mapping[str, Any]
"""Sections by their paths, fields by their names, or what is known of one of them."""

_FAMILIES = (
    "toll_free_numbers",
    "ten_dlc_brands",
    "ten_dlc_vettings",
    "ten_dlc_campaigns",
    "rcs_test_launches",
    "rcs_launches",
    "sender_ids",
    "long_codes",
    "short_codes",
    "notify_tiers",
)


class _Offer(NamedTuple):
    """Where the data has a type's form."""

    family: Mapping[str, Any]
    form: Mapping[str, Any]
    country: str
    """Empty for a type that its family is alone in."""


def published_types() -> Collection[str]:
    """Return the names of the types."""
    return _offers().keys()


@cache
def countries_of(family: str) -> frozenset[str]:
    """Return the countries of a family, such as ``sender_ids``, that AWS has a form for."""
    forms = _family(family)["forms"]
    return frozenset(country for form in forms for country in form["countries"])


@cache
def published_type(registration_type: str) -> RegistrationTypeDefinition | None:
    """Return the type's definition, None if AWS has no such type.

    What was never published is filled in, by choice: a text is any that is not blank, of up to
    2048 characters, a short description is the title.
    """
    if registration_type not in _offers():
        return None
    family, form, country = _offers()[registration_type]
    names = {**load("country_names"), **family.get("country_names", {})}
    place = {"iso": country, "lower": country.lower(), "country": names.get(country, "")}
    sections = {path.format(**place): section for path, section in _sections(family, form).items()}
    answer = {
        "RegistrationType": registration_type,
        "SupportedAssociations": [
            {name: value.format(**place) for name, value in association.items()}
            for association in form.get("associations", family["associations"])
        ],
        "DisplayHints": {"Title": family["title"].format(**place)},
    }
    return RegistrationTypeDefinition(
        answer=answer,
        sections={
            path: SectionDefinition(path, _hints({"title": section["title"].format(**place)}))
            for path, section in sections.items()
        },
        fields={field.field_path: field for field in _fields(sections, country)},
        complete=form.get("complete", True),
        regions=form.get("regions", ()),
    )


@cache
def _offers() -> Mapping[str, _Offer]:
    offers: dict[str, _Offer] = {}
    for name in _FAMILIES:
        family = _family(name)
        for form in family["forms"]:
            for country in form.get("countries", [""]):
                registration_type = family["registration_type"].format(iso=country)
                offers[registration_type] = _Offer(family, form, country)
    return offers


def _family(name: str) -> Mapping[str, Any]:
    family: Mapping[str, Any] = load(f"registration_forms/{name}")
    return family


def _sections(family: Mapping[str, Any], form: Mapping[str, Any]) -> Entries:
    """Return a form's sections, the model's with its own changes if it is like another."""
    model = form.get("like")
    if model is None:
        sections: Entries = form["sections"]
        return sections
    like = next(each for each in family["forms"] if model in each["countries"])
    return _changed(_sections(family, like), form["sections"], _changed_section)


def _changed(
    entries: Entries, changes: Entries, change_one: Callable[[Entries, Entries], Entries]
) -> Entries:
    """Return the entries with the changes made."""
    changed = dict(entries)
    place: int | None = None
    for name, change in changes.items():
        known = changed.get(name)
        if change is None or "after" in change:
            changed.pop(name, None)
        if change is None:
            continue
        entry = {detail: value for detail, value in change.items() if detail != "after"}
        if known is not None:
            entry = dict(change_one(known, entry))
        if "after" in change:
            before = change["after"]
            place = 0 if before is None else list(changed).index(before) + 1
        if name in changed:
            changed[name] = entry
        else:
            rows = list(changed.items())
            place = len(rows) if place is None else place
            changed = dict([*rows[:place], (name, entry), *rows[place:]])
            place += 1
    return changed


def _changed_section(section: Entries, change: Entries) -> Entries:
    fields = _changed(section["fields"], change.get("fields", {}), _changed_field)
    return {**section, **change, "fields": fields}


def _changed_field(field: Entries, change: Entries) -> Entries:
    return {detail: value for detail, value in {**field, **change}.items() if value is not None}


def _fields(sections: Entries, country: str) -> Iterator[FieldDefinition]:
    for path, section in sections.items():
        for name, field in section["fields"].items():
            yield from_wire(FieldDefinition, _field(path, name, field, country))


def _field(section_path: str, name: str, field: Mapping[str, Any], country: str) -> Wire:
    """Return a field as the service answers it, with what the service does not tell of it."""
    wire: dict[str, Any] = {
        "SectionPath": section_path,
        "FieldPath": f"{section_path}.{name}",
        "FieldType": field.get("type", "TEXT"),
        "FieldRequirement": field.get("requirement", "REQUIRED"),
        "DisplayHints": _hints(field),
        "PathConfidence": field.get("path"),
    }
    if "required_when" in field:
        wire["ConditionalBehavior"] = _conditional_behavior(field, country)
    if "files" in field:
        wire["Files"] = FileRule(**field["files"])
    if wire["FieldType"] == "TEXT":
        wire["TextValidation"] = _text_validation(field)
    if wire["FieldType"] == "SELECT":
        wire["SelectValidation"] = _select_validation(field)
    return wire


def _conditional_behavior(field: Mapping[str, Any], country: str) -> Wire:
    conditions = [
        {"DependsOnFieldPath": path, **_comparison(wanted, country)}
        for path, wanted in field["required_when"].items()
    ]
    return {
        "Rules": [{"Conditions": conditions, "RuleBehavior": "REQUIRED"}],
        "DefaultBehavior": field.get("otherwise", "OPTIONAL"),
    }


def _comparison(wanted: str | bool, country: str) -> Wire:
    """Return what a condition asks: a value, ``not`` a value, or whether there is one."""
    if isinstance(wanted, bool):
        return {"Operator": "HAS_VALUE" if wanted else "NO_VALUE"}
    value = wanted.removeprefix("not ")
    operator = "EQUALS" if value == wanted else "NOT_EQUALS"
    return {"Operator": operator, "Values": [value.format(iso=country)]}


def _text_validation(field: Mapping[str, Any]) -> Wire:
    known = {**load("registration_forms/common")["text"], **field}
    shortest, longest = known["length"]
    return {"MinLength": shortest, "MaxLength": longest, "Pattern": known["pattern"]}


def _select_validation(field: Mapping[str, Any]) -> Wire:
    least, most = field.get("choices", (1, 1))
    options = field["options"]
    if isinstance(options, str):
        options = load("registration_forms/common")["options"][options]
    return {"MinChoices": least, "MaxChoices": most, "Options": options}


def _hints(titled: Mapping[str, Any]) -> Wire:
    return {"Title": titled["title"], "ShortDescription": titled.get("help", titled["title"])}
