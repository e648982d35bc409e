"""Versions of a registration: draft, submit, discard."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from ...core.clock import now
from ...core.filters import Filter, compile_filters
from ...core.paging import ListingOf
from ...exceptions import ConflictException, ValidationException
from .registrations import UNDER_REVIEW, Registration, Registrations, RegistrationVersion


class RegistrationVersions(Registrations):
    """The operations on versions."""

    def create_registration_version(self, *, registration_id: str) -> RegistrationVersion:
        """Open an empty draft beside what was submitted before."""
        registration = self.store.get(Registration, registration_id)
        drafted = registration.draft is not None
        if drafted or registration.registration_status in {*UNDER_REVIEW, "CLOSED"}:
            raise ConflictException("CREATE_REGISTRATION_VERSION_NOT_ALLOWED", registration)
        yesterday = now() - timedelta(days=1)
        today = sum(
            version.registration_version_status_history["DraftTimestamp"] > yesterday
            for version in registration.versions
        )
        self.store.limits.check("REGISTRATION_VERSIONS_CREATED_PER_DAY", today)

        return registration.open_version()

    def describe_registration_versions(
        self,
        *,
        registration_id: str,
        version_numbers: Sequence[int] = (),
        filters: Sequence[Filter] = (),
    ) -> ListingOf[RegistrationVersion]:
        """List versions, oldest first."""
        registration = self.store.get(Registration, registration_id)
        if not set(version_numbers) <= set(range(1, len(registration.versions) + 1)):
            raise ValidationException(
                "UNKNOWN_REGISTRATION_VERSION", version_numbers="has no such version"
            )

        matches = compile_filters(filters)
        self.store.describe(Registration, registration.id)
        versions = [
            version
            for version in registration.versions
            if (not version_numbers or version.version_number in version_numbers)
            and matches(version)
        ]
        return ListingOf(registration, versions)

    def discard_registration_version(self, *, registration_id: str) -> RegistrationVersion:
        """Give up the open draft."""
        registration = self.store.get(Registration, registration_id)
        version = registration.draft
        if version is None:
            raise ConflictException("DISCARD_REGISTRATION_VERSION_NOT_ALLOWED", registration)

        version.reach("DISCARDED")
        return version

    def submit_registration_version(
        self, *, registration_id: str, aws_review: bool = False
    ) -> RegistrationVersion:
        """Hand the open draft in for review; what is missing in its form comes out there."""
        registration = self.store.get(Registration, registration_id)
        if registration.registration_status in UNDER_REVIEW:
            raise ConflictException("REGISTRATION_ALREADY_SUBMITTED", registration)
        version = registration.draft
        if version is None or self._lacks_associations(registration):
            raise ConflictException("SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED", registration)

        version.aws_review = aws_review
        version.reach("SUBMITTED")
        registration.held = False
        self.reach(registration, "SUBMITTED")
        return version

    def _lacks_associations(self, registration: Registration) -> bool:
        """Say whether something is missing that must be there before the submission."""
        associated = {each.resource_type for each in registration.associations}
        definition = self.registration_type(registration.registration_type)
        return any(
            supported["AssociationBehavior"] == "ASSOCIATE_BEFORE_SUBMIT"
            and supported["ResourceType"] not in associated
            for supported in definition.supported_associations
        )
