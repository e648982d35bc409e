"""Loading registrations: their versions, what these say, and what they are for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ...core.table import Table
from ..identities.phone_numbers import PhoneNumber
from ..identities.rcs_agents import RcsAgent
from ..identities.sender_ids import SenderId
from ..registrations.attachments import RegistrationAttachment
from ..registrations.forms import FieldValue
from ..registrations.registrations import (
    UNDER_REVIEW,
    Association,
    Registration,
    RegistrationVersion,
)
from .answers import BrokenSource
from .loading import Loading, required
from .rows import attributes_of
from .sources import Account, Row

_VERSION_OF = {"CREATED": "DRAFT", "COMPLETE": "APPROVED", "REQUIRES_UPDATES": "DENIED"}
"""What the newest version is, when only the registration's status is told."""


def load_registrations(loading: Loading, account: Account) -> None:
    """Make registrations with what was filled in, and their attachments."""
    for row in account.rows("RegistrationAttachments"):
        # A snapshot has no documents. One that nobody knows fits every field, so that an attachment
        # can be used as it could be; an upload that goes on needs something to end with.
        uploading = row.members.get("AttachmentStatus") == "UPLOAD_IN_PROGRESS"
        loading.make(
            RegistrationAttachment,
            row,
            attachment_body=b"" if uploading else None,
            attachment_status="UPLOAD_COMPLETE",
        )
    for row in account.rows("Registrations"):
        loading.make(Registration, row)
    for row in account.rows("RegistrationVersions"):
        _load_versions(loading, row)
    for row in account.rows("Registrations"):
        _complete_versions(loading, row)
    for row in account.rows("RegistrationFieldValues"):
        _load_field_values(loading, row)
    if "RegistrationFieldValues" not in account.parts:
        # What was submitted is not known, so that no review could come to what it comes to at AWS.
        for registration in loading.made[Registration].values():
            registration.held = registration.registration_status in UNDER_REVIEW


def load_associations(loading: Loading, account: Account) -> None:
    """Tie registrations to what they are for, and to what they stand on."""
    for row in account.rows("RegistrationAssociations"):
        _load_associations(loading, row)


def _load_versions(loading: Loading, row: Row) -> None:
    registration = loading.owner([Registration], row, "RegistrationArn", "RegistrationId")
    if registration is None:
        return
    if registration.id not in loading.made[Registration]:
        raise BrokenSource(row.path, f"the account has {registration.id} and its versions already")
    for each in row.rows("RegistrationVersions"):
        number = required(each, "VersionNumber")
        if number <= len(registration.versions):
            raise BrokenSource(each.path, f"version {number} must come before the later ones, once")
        _fill_up(registration, number - 1)
        status = each.members.get("RegistrationVersionStatus", "DRAFT")
        _add_version(registration, status, each.members)


def _complete_versions(loading: Loading, row: Row) -> None:
    """Make the versions that a registration counts and the source does not describe."""
    registration = _made(loading, row)
    current = max(row.members.get("CurrentVersionNumber", 1), 1)
    approved = row.members.get("ApprovedVersionNumber")
    denied = row.members.get("LatestDeniedVersionNumber")
    for number in range(len(registration.versions) + 1, current + 1):
        status = "DISCARDED"
        if number == current:
            status = _VERSION_OF.get(registration.registration_status, "DRAFT")
            if registration.registration_status in UNDER_REVIEW:
                status = registration.registration_status
        if number == approved or status == "PROVISIONING":
            status = "APPROVED"
        if number == denied:
            status = "DENIED"
        _add_version(registration, status, {})


def _made(loading: Loading, row: Row) -> Registration:
    shown = row.members
    found = loading.find(Registration, shown.get("RegistrationArn") or shown.get("RegistrationId"))
    # A row without id and ARN was given one; rows are made in their order.
    if found is None:
        position = int(row.path.rpartition("[")[2].rstrip("]"))
        found = list(loading.made[Registration].values())[position]
    return found


def _fill_up(registration: Registration, count: int) -> None:
    """Let there be so many versions; AWS may show no more of those that were given up."""
    while len(registration.versions) < count:
        _add_version(registration, "DISCARDED", {})


def _add_version(registration: Registration, status: str, told: Mapping[str, Any]) -> None:
    shown = attributes_of(told)
    version = registration.open_version()
    version.registration_version_status = status
    history: dict[str, datetime] = shown.get("registration_version_status_history") or {
        "DraftTimestamp": registration.created_timestamp
    }
    version.registration_version_status_history = dict(history)
    version.denied_reasons = shown.get("denied_reasons")
    version.feedback = shown.get("feedback")


def _load_field_values(loading: Loading, row: Row) -> None:
    registration = loading.owner([Registration], row, "RegistrationArn", "RegistrationId")
    if registration is None:
        return
    number = row.members.get("VersionNumber", len(registration.versions))
    if not 1 <= number <= len(registration.versions):
        raise BrokenSource(row.path, f"{registration.id} has no version {number}")
    values: Table[FieldValue] = Table()
    for each in row.rows("RegistrationFieldValues"):
        path = required(each, "FieldPath")
        values.put(path, FieldValue(**attributes_of(_of(FieldValue, each.members))))
    version: RegistrationVersion = registration.versions[number - 1]
    loading.later(setattr, version, "field_values", values)


def _of(cls: type, members: Mapping[str, Any]) -> dict[str, Any]:
    """Return those members that the class has a field for."""
    names = attributes_of(members)
    known = {name for name in names if name in cls.__dataclass_fields__}  # type: ignore[attr-defined]
    return {name: value for name, value in names.items() if name in known}


def _load_associations(loading: Loading, row: Row) -> None:
    registration = loading.owner([Registration], row, "RegistrationArn", "RegistrationId")
    if registration is None:
        return
    for each in row.rows("RegistrationAssociations"):
        shown = attributes_of(each.members)
        resource = _associated(loading, each)
        if resource is None:
            continue
        association = Association(
            registration_arn=registration.arn,
            registration_id=registration.id,
            registration_type=registration.registration_type,
            resource_arn=resource.arn,
            resource_id=resource.resource_id,
            resource_type=required(each, "ResourceType"),
            iso_country_code=shown.get("iso_country_code"),
            phone_number=shown.get("phone_number"),
        )
        loading.later(_associate, registration, resource, association)


def _associated(loading: Loading, row: Row) -> Any:
    """Return the resource of an association; it is passed over where that is not there."""
    kinds: Any = (PhoneNumber, RcsAgent, Registration, SenderId)
    word = f"{row.members.get('ResourceId', '')}/{row.members.get('IsoCountryCode', '')}"
    if row.members.get("ResourceType") == "SENDER_ID" and "ResourceArn" not in row.members:
        found = loading.find(SenderId, word.upper())
        if found is not None:
            return found
    return loading.owner(kinds, row, "ResourceArn", "ResourceId")


def _associate(registration: Registration, resource: Any, association: Association) -> None:
    registration.associations.put(resource.arn, association)
    if hasattr(resource, "registration_ids"):
        if registration.id not in resource.registration_ids:
            resource.registration_ids.append(registration.id)
    else:
        resource.registration_id = registration.id
