"""Versions of a registration: what is drafted, shown, discarded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from ...core.clock import now
from ...core.domain import Domain
from ...core.filters import Filter, compile_filters
from ...core.paging import ListingOf
from ...exceptions import ConflictException, ValidationException
from .definitions import RegistrationDefinitions
from .registrations import UNDER_REVIEW, Registration, Registrations, RegistrationVersion

_DISCARDABLE = ("SUBMITTED", "REQUIRES_AUTHENTICATION")


class RegistrationVersions(Domain):
    """The operations on versions."""

    definitions: RegistrationDefinitions
    registrations: Registrations

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
        """Give up the version that is drafted, submitted, or waits for its owner's answer.

        https://docs.aws.amazon.com/sms-voice/latest/userguide/registrations-discard.html
        """
        registration = self.store.get(Registration, registration_id)
        version = registration.current_version
        submitted = version.registration_version_status in _DISCARDABLE
        if registration.draft is None and not submitted:
            raise ConflictException("DISCARD_REGISTRATION_VERSION_NOT_ALLOWED", registration)

        version.reach("DISCARDED")
        if submitted:
            registration.held = False
            self.registrations.reach(registration, _status_without_submission(registration))
        return version


def _status_without_submission(registration: Registration) -> str:
    """Return the status that a registration falls back to, which is a choice."""
    if registration.approved_version_number is not None:
        return "COMPLETE"
    denied = registration.latest_denied_version_number is not None
    return "REQUIRES_UPDATES" if denied else "CREATED"
