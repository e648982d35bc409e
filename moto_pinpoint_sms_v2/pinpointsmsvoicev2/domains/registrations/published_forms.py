"""The registration types that AWS offers, as far as their forms were ever published."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any

from ...data import load
from .forms import (
    FieldDefinition,
    RegistrationTypeDefinition,
    SectionDefinition,
    Wire,
    from_wire,
)

Entry = Mapping[str, Any]
"""A type as the data file has it, or a family of types that differ in the country only."""


def published_types() -> Collection[str]:
    """Return the names of the types."""
    return _index().keys()


@cache
def published_type(registration_type: str) -> RegistrationTypeDefinition | None:
    """Return the type's definition, None if AWS has no such type.

    What was never published is filled in, by choice: a field is optional and takes any text that
    is not blank; a short description is the title.
    """
    entry, country = _index().get(registration_type, ({}, {}))
    if not entry:
        return None
    model = entry.get("sections_of")
    sections = entry["sections"] if model is None else _index()[model][0]["sections"]
    answer = {
        "RegistrationType": registration_type,
        "SupportedAssociations": [
            {name: value.format(**country) for name, value in association.items()}
            for association in entry["associations"]
        ],
        "DisplayHints": {"Title": entry["title"].format(**country)},
    }
    return RegistrationTypeDefinition(
        answer=answer,
        sections={
            path: SectionDefinition(path, _hints(section)) for path, section in sections.items()
        },
        fields={field.field_path: field for field in _fields(sections, borrowed=model is not None)},
        complete=entry["complete"],
    )


@cache
def _index() -> Mapping[str, tuple[Entry, Mapping[str, str]]]:
    """Each type's entry, and the country that its family's texts speak of."""
    index: dict[str, tuple[Entry, Mapping[str, str]]] = {}
    for entry in load("registration_types")["types"]:
        for iso, country in entry.get("countries", {"": ""}).items():
            place = {"iso": iso, "country": country}
            index[entry["registration_type"].format(**place)] = (entry, place)
    return index


def _fields(sections: Mapping[str, Any], *, borrowed: bool) -> Iterator[FieldDefinition]:
    for path, section in sections.items():
        for name, field in section["fields"].items():
            known = {**field, "requirement": "OPTIONAL", "conditional": None} if borrowed else field
            yield from_wire(FieldDefinition, _field(path, name, known))


def _field(section_path: str, name: str, field: Mapping[str, Any]) -> Wire:
    wire = {
        "SectionPath": section_path,
        "FieldPath": f"{section_path}.{name}",
        "FieldType": field["type"],
        "FieldRequirement": field["requirement"],
        "DisplayHints": _hints(field),
        "ConditionalBehavior": field.get("conditional"),
    }
    if field["type"] == "TEXT":
        wire["TextValidation"] = _text_validation(field)
    if field["type"] == "SELECT":
        least, most = field.get("choices", (1, 1))
        wire["SelectValidation"] = {
            "MinChoices": least,
            "MaxChoices": most,
            "Options": field["options"],
        }
    return wire


def _text_validation(field: Mapping[str, Any]) -> Wire:
    known = {**load("registration_types")["text"], **field}
    shortest, longest = known["length"]
    return {"MinLength": shortest, "MaxLength": longest, "Pattern": known["pattern"]}


def _hints(titled: Mapping[str, Any]) -> Wire:
    return {"Title": titled["title"], "ShortDescription": titled["title"]}
