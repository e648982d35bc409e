"""Submissions: a filled-in form is handed in for its review."""

from __future__ import annotations

from ...core.domain import Domain
from ...exceptions import ConflictException, ValidationException
from ..registrations.definitions import RegistrationDefinitions
from ..registrations.registrations import (
    UNDER_REVIEW,
    Registration,
    Registrations,
    RegistrationVersion,
)
from ..settings.account import Account
from .findings import findings
from .review_times import decided_on


class Submissions(Domain):
    """The operation that submits, and what a test may let it look at."""

    account: Account
    definitions: RegistrationDefinitions
    registrations: Registrations

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
        if self.account.refuses_incomplete_submissions:
            self._refuse_incomplete(registration)

        version.aws_review = aws_review
        version.reach("SUBMITTED")
        registration.held = False
        registration.decided_on = None
        if self.account.reviews_by_the_clock:
            registration.decided_on = decided_on(registration.registration_type)
        self.registrations.reach(registration, "SUBMITTED")
        return version

    def refuse_incomplete_submissions(self, enabled: bool = True) -> None:
        """Refuse to submit what a review would deny for missing fields, or do so no more."""
        self.account.refuses_incomplete_submissions = enabled

    def review_by_the_clock(self, enabled: bool = True) -> None:
        """Let what is submitted be under review for the days that AWS names, or do so no more."""
        self.account.reviews_by_the_clock = enabled

    def _refuse_incomplete(self, registration: Registration) -> None:
        form = self.definitions.form(registration.registration_type)
        missing = findings(self.store, form, registration, self.region_name).missing
        if missing:
            # The model calls it a validation error; which one was never seen.
            raise ValidationException(
                "FIELD_VALIDATION_FAILED", registration_id=f"lacks {', '.join(missing)}"
            )

    def _lacks_associations(self, registration: Registration) -> bool:
        """Say whether something is missing that must be there before the submission."""
        associated = {each.resource_type for each in registration.associations}
        definition = self.definitions.form(registration.registration_type)
        return any(
            supported["AssociationBehavior"] == "ASSOCIATE_BEFORE_SUBMIT"
            and supported["ResourceType"] not in associated
            for supported in definition.supported_associations
        )
