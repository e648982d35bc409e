"""Registrations: from the first draft to the last deletion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, partial
from sys import intern
from typing import Any

from ...core.clock import milliseconds, now
from ...core.domain import Domain
from ...core.event_bus import is_heard, put_event
from ...core.filters import Filter
from ...core.progress import Progress
from ...core.resource import Resource, Tag
from ...core.table import Table
from ...exceptions import ConflictException
from .definitions import RegistrationDefinitions
from .forms import FieldValue

UNDER_REVIEW = frozenset(
    {"SUBMITTED", "AWS_REVIEWING", "REVIEWING", "REQUIRES_AUTHENTICATION", "PROVISIONING"}
)
"""The statuses between a submission and its outcome."""
_GOES_ON = UNDER_REVIEW - {"REQUIRES_AUTHENTICATION"}


@dataclass(slots=True)
class RegistrationVersion:
    """One filling-in of a registration's form."""

    registration_arn: str
    registration_id: str
    version_number: int
    registration_version_status: str = "DRAFT"
    registration_version_status_history: dict[str, datetime] = field(default_factory=dict)
    denied_reasons: list[dict[str, Any]] | None = None
    feedback: str | None = None
    aws_review: bool = False
    field_values: Table[FieldValue] = field(default_factory=Table, repr=False)

    def __post_init__(self) -> None:
        self.reach(self.registration_version_status)

    def reach(self, status: str) -> None:
        """Enter a status, and note when."""
        self.registration_version_status = status
        self.registration_version_status_history[_moment_of(status)] = now()

    def forget_review(self) -> None:
        """Drop what a review said of the version, and the rows that hold nothing else."""
        self.denied_reasons = self.feedback = None
        for value in self.field_values:
            value.denied_reason = value.feedback = None
            if not value.is_answered:
                self.field_values.pop(value.field_path)


@cache
def _moment_of(status: str) -> str:
    """Return the member that tells when a version entered the status."""
    return "".join(word.capitalize() for word in status.split("_")) + "Timestamp"


@dataclass(frozen=True, kw_only=True)
class Association:
    """A resource that a registration is for, or stands on."""

    registration_arn: str
    registration_id: str
    registration_type: str
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
    versions: tuple[RegistrationVersion, ...] = field(default=(), repr=False)
    associations: Table[Association] = field(default_factory=Table, repr=False)
    """By the resource's ARN."""
    registration_ids: list[str] = field(default_factory=list)
    """The campaigns and vettings that stand on this brand."""
    held: bool = False
    """Whether a reviewer set its status, so that it moves no further by itself."""
    decided_on: datetime | None = None
    """When its review ends by the clock; None where moto's state manager says."""

    @property
    def moves_by_the_clock(self) -> bool:
        """Whether its review takes the days that AWS names."""
        return self.decided_on is not None

    @property
    def is_at_rest(self) -> bool:
        """Whether no review goes on, or somebody has to do something first."""
        return self.held or self.registration_status not in _GOES_ON

    @property
    def current_version(self) -> RegistrationVersion:
        """The newest version, whatever became of it."""
        return self.versions[-1]

    @property
    def current_version_number(self) -> int:
        """The newest version's number."""
        return self.current_version.version_number

    @property
    def approved_version_number(self) -> int | None:
        """The number of the version that is in force."""
        return self._latest("APPROVED")

    @property
    def latest_denied_version_number(self) -> int | None:
        """The number of the version that was denied last."""
        return self._latest("DENIED")

    @property
    def draft(self) -> RegistrationVersion | None:
        """The version that can be filled in; a closed registration has none."""
        current = self.current_version
        editable = current.registration_version_status == "DRAFT"
        return current if editable and self.registration_status != "CLOSED" else None

    @property
    def submitted_version(self) -> RegistrationVersion | None:
        """The newest version that was handed in, None if none was."""
        handed_in = (
            version
            for version in reversed(self.versions)
            if version.registration_version_status not in ("DRAFT", "DISCARDED")
        )
        return next(handed_in, None)

    def open_version(self) -> RegistrationVersion:
        """Add an empty draft."""
        version = RegistrationVersion(self.arn, self.id, len(self.versions) + 1)
        self.versions = (*self.versions, version)
        return version

    def _latest(self, status: str) -> int | None:
        for version in reversed(self.versions):
            if version.registration_version_status == status:
                return version.version_number
        return None


class Registrations(Domain):
    """The operations on registrations."""

    definitions: RegistrationDefinitions

    def create_registration(
        self, *, registration_type: str, tags: Sequence[Tag] = ()
    ) -> Registration:
        """Open a registration with an empty draft."""
        self.definitions.form(registration_type)

        registration = self.store.create(
            Registration, registration_type=intern(registration_type), tags=tags
        )
        registration.open_version()
        self.reach(registration, "CREATED")
        return registration

    def describe_registrations(
        self, *, registration_ids: Sequence[str] = (), filters: Sequence[Filter] = ()
    ) -> Any:
        """List registrations; deleted ones are gone."""
        return self.store.select(Registration, identifiers=registration_ids, filters=filters)

    def delete_registration(self, *, registration_id: str) -> Registration:
        """Delete a registration that nothing hangs on, with its versions and their values."""
        registration = self.store.get(Registration, registration_id)
        if registration.registration_status in UNDER_REVIEW:
            raise ConflictException("RESOURCE_DELETION_NOT_ALLOWED", registration)
        if registration.registration_ids or self._holds_identities(registration):
            raise ConflictException("RESOURCE_NOT_EMPTY", registration)

        self.take_away(registration)
        return registration

    def take_away(self, registration: Registration) -> None:
        """Remove a registration, and free what it is tied to."""
        for association in registration.associations:
            associate: Any = self.store.find_arn(association.resource_arn)
            if hasattr(associate, "registration_ids"):
                associate.registration_ids.remove(registration.id)
            elif associate is not None:
                associate.registration_id = None
        for dependant in registration.registration_ids:
            self.store.get(Registration, dependant).associations.pop(registration.arn)
        self.store.remove(registration)
        self.reach(registration, "DELETED")

    def reach(self, registration: Registration, status: str) -> None:
        """Enter a status, and announce it on EventBridge."""
        registration.registration_status = status
        registration.progress = Progress() if status in _GOES_ON else None
        if status == "AWS_REVIEWING":  # the one status that AWS's list of events lacks
            return
        if not is_heard(self.account_id, self.region_name):
            return
        details = {
            "registrationId": registration.id,
            "registrationVersionNumber": registration.current_version_number,
            "registrationType": registration.registration_type,
            "registrationStatusChangeTimestamp": milliseconds(now()),
            "currentStatus": status,
        }
        self.deliveries.append(
            partial(
                put_event,
                self.account_id,
                self.region_name,
                "Registration Status Change",
                {"registrationArn": registration.arn, "registrationDetails": details},
                [registration.arn],
            )
        )

    def _holds_identities(self, registration: Registration) -> bool:
        """Say whether something must be released before the deletion."""
        form = self.definitions.form(registration.registration_type)
        return any(
            form.supported(each.resource_type, each.iso_country_code).get("DisassociationBehavior")
            != "DELETE_REGISTRATION_DISASSOCIATES"
            for each in registration.associations
        )
