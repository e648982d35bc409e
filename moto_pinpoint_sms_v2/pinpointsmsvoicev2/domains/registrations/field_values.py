"""Field values: what a version of a registration says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...core.domain import Domain
from ...core.paging import ListingOf
from ...exceptions import ConflictException, ValidationException
from .attachments import RegistrationAttachment
from .definitions import RegistrationDefinitions
from .forms import ANSWERS, FieldDefinition, FieldValue, RegistrationTypeDefinition
from .registrations import Registration, RegistrationVersion


@dataclass(frozen=True)
class Entry:
    """A field value with the version that it was written to, or taken from."""

    registration_arn: str
    registration_id: str
    version_number: int
    field_path: str
    select_choices: list[str] | None
    text_value: str | None
    registration_attachment_id: str | None


class RegistrationFieldValues(Domain):
    """The operations on registration field values."""

    definitions: RegistrationDefinitions

    def put_registration_field_value(
        self,
        *,
        registration_id: str,
        field_path: str,
        select_choices: list[str] | None = None,
        text_value: str | None = None,
        registration_attachment_id: str | None = None,
    ) -> Entry:
        """Fill in a field of the open draft, in place of what it said before."""
        registration = self.store.get(Registration, registration_id)
        draft = _open_draft(registration)
        value = FieldValue(field_path, select_choices, text_value, registration_attachment_id)
        form = self.definitions.form(registration.registration_type)
        _refuse_value(form, draft, value)
        if registration_attachment_id is not None:
            attachment = self._uploaded(registration_attachment_id)
            _refuse_file(form.fields.get(field_path), attachment)
            value.registration_attachment_id = attachment.id

        draft.field_values.put(field_path, value)
        return _entry(draft, value)

    def delete_registration_field_value(self, *, registration_id: str, field_path: str) -> Entry:
        """Empty a field of the open draft; one that is empty already stays so, a choice."""
        registration = self.store.get(Registration, registration_id)
        draft = _open_draft(registration)
        form = self.definitions.form(registration.registration_type)
        field = form.fillable(field_path)
        if field is not None and field.field_requirement == "REQUIRED":
            raise ValidationException(
                "REGISTRATION_FIELD_CANNOT_BE_DELETED", field_path=f"{field_path} is required"
            )

        held = field_path in draft.field_values
        return _entry(draft, draft.field_values.pop(field_path) if held else FieldValue(field_path))

    def describe_registration_field_values(
        self,
        *,
        registration_id: str,
        version_number: int | None = None,
        section_path: str | None = None,
        field_paths: Sequence[str] = (),
    ) -> ListingOf[FieldValue]:
        """List what was filled in, in the current version unless another is named."""
        registration = self.store.get(Registration, registration_id)
        version = _version(registration, version_number)
        form = self.definitions.form(registration.registration_type)
        if section_path is not None and form.complete:
            form.section(section_path)
        for path in field_paths:
            form.fillable(path, "field_paths")

        def matches(value: FieldValue) -> bool:
            path = value.field_path
            named = not field_paths or path in field_paths
            return named and section_path in (None, form.section_path_of(path))

        return ListingOf(version, version.field_values.select(matches))

    def _uploaded(self, registration_attachment_id: str) -> RegistrationAttachment:
        attachment = self.store.get(RegistrationAttachment, registration_attachment_id)
        if attachment.attachment_status != "UPLOAD_COMPLETE":
            raise ConflictException("RESOURCE_NOT_ACTIVE", attachment)
        return attachment


def _open_draft(registration: Registration) -> RegistrationVersion:
    if registration.draft is None:
        raise ConflictException("EDIT_REGISTRATION_FIELD_VALUES_NOT_ALLOWED", registration)
    return registration.draft


def _version(registration: Registration, number: int | None) -> RegistrationVersion:
    if number is None:
        return registration.current_version
    if number > len(registration.versions):
        raise ValidationException(
            "UNKNOWN_REGISTRATION_VERSION", version_number=f"there is no version {number}"
        )
    return registration.versions[number - 1]


def _refuse_value(
    form: RegistrationTypeDefinition, draft: RegistrationVersion, value: FieldValue
) -> None:
    """Refuse a value that is none, or not of the field's type, or not as the field wants it."""
    given = [name for name in ANSWERS.values() if getattr(value, name) is not None]
    if not given:
        raise ValidationException(
            "MISSING_PARAMETER", **dict.fromkeys(ANSWERS.values(), "one of these is required")
        )
    if len(given) > 1:
        raise ValidationException(
            "PARAMETERS_CANNOT_BE_USED_TOGETHER", **dict.fromkeys(given, "only one may be given")
        )
    field = form.fillable(value.field_path)
    if field is None:
        return
    if ANSWERS[field.field_type] != given[0]:
        fault: str | None = f"{value.field_path} is a field of type {field.field_type}"
    else:
        fault = field.fault(value, {each.field_path: each for each in draft.field_values})
    if fault is not None:
        raise ValidationException("INVALID_PARAMETER", **{given[0]: fault})


def _refuse_file(field: FieldDefinition | None, attachment: RegistrationAttachment) -> None:
    """Refuse a file of a kind or size that the field does not take."""
    if field is None or field.files is None or attachment.attachment_body is None:
        return
    refusal = field.files.refusal(attachment.attachment_body)
    if refusal is not None:
        raise ValidationException(
            refusal, registration_attachment_id=f"{field.field_path} takes {field.files}"
        )


def _entry(version: RegistrationVersion, value: FieldValue) -> Entry:
    return Entry(
        registration_arn=version.registration_arn,
        registration_id=version.registration_id,
        version_number=version.version_number,
        field_path=value.field_path,
        select_choices=value.select_choices,
        text_value=value.text_value,
        registration_attachment_id=value.registration_attachment_id,
    )
