"""What is told of the forms: an account's own ones, where a test loaded them, first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ...core.contract import service_model
from ...core.domain import Domain
from ...core.filters import Filter, compile_filters
from ...core.paging import ListingOf
from ...core.validation import Invalid, compile_check
from ...exceptions import ValidationException
from .forms import (
    FieldDefinition,
    RegistrationTypeDefinition,
    SectionDefinition,
    Wire,
    from_wire,
)
from .published_forms import published_type, published_types

_LISTS = (
    "RegistrationTypeDefinitions",
    "RegistrationSectionDefinitions",
    "RegistrationFieldDefinitions",
)


class RegistrationDefinitions(Domain):
    """The operations on registration definitions."""

    registration_types: dict[str, RegistrationTypeDefinition]
    """The account's own forms, which stand before the published ones."""

    def form(self, name: str, parameter: str = "registration_type") -> RegistrationTypeDefinition:
        """Return the definition of the type that a parameter names; refused if there is none."""
        definition = self.registration_types.get(name) or published_type(name)
        if definition is None:
            raise ValidationException(
                "UNKNOWN_REGISTRATION_TYPE", **{parameter: f"there is no type {name}"}
            )
        return definition

    def describe_registration_type_definitions(
        self, *, registration_types: Sequence[str] = (), filters: Sequence[Filter] = ()
    ) -> list[Wire]:
        """List the types on offer."""
        names = dict.fromkeys(registration_types or (*published_types(), *self.registration_types))
        definitions = [self.form(name, "registration_types") for name in names]
        matches = compile_filters(filters)

        return [each.answer for each in definitions if matches(each)]

    def describe_registration_section_definitions(
        self, *, registration_type: str, section_paths: Sequence[str] = ()
    ) -> ListingOf[SectionDefinition]:
        """List the sections of a type's form."""
        form = self.form(registration_type)
        paths = dict.fromkeys(section_paths or form.sections)

        return ListingOf(form, [form.section(path, "section_paths") for path in paths])

    def describe_registration_field_definitions(
        self,
        *,
        registration_type: str,
        section_path: str | None = None,
        field_paths: Sequence[str] = (),
    ) -> ListingOf[FieldDefinition]:
        """List the fields of a type's form."""
        form = self.form(registration_type)
        if section_path is not None:
            form.section(section_path)
        paths = dict.fromkeys(field_paths or form.fields)
        fields = [form.field(path, "field_paths") for path in paths]

        return ListingOf(
            form, [each for each in fields if section_path in (None, each.section_path)]
        )

    def load_registration_definitions(
        self, source: Mapping[str, Any] | Sequence[Mapping[str, Any]]
    ) -> None:
        """Offer forms exactly as answers of the three Describe...Definitions operations have them.

        Pages of one list may follow each other; what no answer speaks of stays as it was.
        """
        said = _by_type([source] if isinstance(source, Mapping) else source)

        self.registration_types.update(
            {name: self._form(name, *map(lists.get, _LISTS)) for name, lists in said.items()}
        )

    def _form(
        self,
        name: str,
        types: list[Wire] | None,
        sections: list[Wire] | None,
        fields: list[Wire] | None,
    ) -> RegistrationTypeDefinition:
        """Return the form that the lists speak of; where they say nothing it is as before."""
        known = self.registration_types.get(name) or published_type(name)
        if known is None:
            if not types:
                raise ValueError(f"The definition of the type {name} is missing")
            known = RegistrationTypeDefinition(types[-1], {}, {}, complete=False)
        return RegistrationTypeDefinition(
            answer=types[-1] if types else known.answer,
            sections=known.sections
            if sections is None
            else {each["SectionPath"]: from_wire(SectionDefinition, each) for each in sections},
            fields=known.fields
            if fields is None
            else {each["FieldPath"]: _field(each, known) for each in fields},
            complete=known.complete or fields is not None,
            regions=known.regions,
        )


def _field(answer: Wire, known: RegistrationTypeDefinition) -> FieldDefinition:
    """Return a field of an account's form; what files it takes no answer of AWS says."""
    published = known.fields.get(answer["FieldPath"])
    return from_wire(
        FieldDefinition, {**answer, "Files": None if published is None else published.files}
    )


def _by_type(answers: Iterable[Mapping[str, Any]]) -> Mapping[str, Mapping[str, list[Wire]]]:
    """Return what the answers say of each type, by the names of their lists."""
    said: dict[str, dict[str, list[Wire]]] = defaultdict(lambda: defaultdict(list))
    for answer in answers:
        for name in _lists_in(answer):
            if name == "RegistrationTypeDefinitions":
                for definition in answer[name]:
                    said[definition["RegistrationType"]][name].append(definition)
            else:
                said[answer["RegistrationType"]][name] += answer[name]
    return said


def _lists_in(answer: Mapping[str, Any]) -> Iterator[str]:
    """Yield the names of an answer's lists; ValueError if one is not as the model has it."""
    found = [name for name in _LISTS if name in answer]
    if not found:
        raise ValueError(f"An answer has none of {', '.join(_LISTS)}")
    for name in found:
        shape = service_model().operation_model(f"Describe{name}").output_shape
        try:
            compile_check(shape)(answer)
        except Invalid as invalid:
            raise ValueError(f"{invalid.path}: {invalid.message}") from None
        yield name
