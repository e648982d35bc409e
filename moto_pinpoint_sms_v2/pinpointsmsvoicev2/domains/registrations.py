"""Registrations: from the first draft to the last deletion."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ..core.domain import Domain
from ..core.resource import Resource
from ..core.table import Table


@dataclass
class FieldValue:
    """What a version says in one field."""

    field_path: str
    select_choices: list[str] | None = None
    text_value: str | None = None
    registration_attachment_id: str | None = None
    denied_reason: str | None = None
    feedback: str | None = None


@dataclass
class RegistrationVersion:
    """One filling-in of a registration's form."""

    registration_arn: str
    registration_id: str
    version_number: int
    registration_version_status: str = "DRAFT"
    status_timestamps: dict[str, datetime] = field(default_factory=dict)
    """Version status to when it was reached."""
    denied_reasons: list[dict[str, Any]] | None = None
    feedback: str | None = None
    field_values: Table[FieldValue] = field(default_factory=Table, repr=False)


@dataclass
class Association:
    """A resource that a registration is for, or stands on."""

    resource_arn: str
    resource_id: str
    resource_type: str
    iso_country_code: str | None = None
    phone_number: str | None = None


@dataclass(kw_only=True, eq=False)
class Registration(Resource):
    """A registration with all its versions, oldest first."""

    kind = "registration"
    id_prefix = "registration-"
    quota = "REGISTRATIONS"

    registration_type: str
    registration_status: str = "CREATED"
    versions: list[RegistrationVersion] = field(default_factory=list, repr=False)
    associations: Table[Association] = field(default_factory=Table, repr=False)
    """By the resource's ARN."""


class Registrations(Domain):
    """The operations on registrations."""
