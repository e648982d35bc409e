"""The reviewer: who approves registrations or denies them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .declaring import Caller, call
from .words import RegistrationStatus


class Reviewer(Caller):
    """What the reviewers of registrations do."""

    @call
    def approve_registration(self, registration_id: str) -> None:
        """Approve the version of a registration that was submitted last."""

    @call
    def deny_registration(
        self,
        registration_id: str,
        *,
        denied_reasons: Sequence[Mapping[str, str]] = (),
        field_denied_reasons: Mapping[str, str] | None = None,
    ) -> None:
        """Deny it; an approved version is revoked.

        ``denied_reasons`` are DeniedReasons of the API, ``field_denied_reasons`` maps a field's
        path to its reason.
        """

    @call
    def set_registration_status(self, registration_id: str, status: RegistrationStatus) -> None:
        """Hold a registration, and its current version with it, in any status.

        REVIEWING answers the e-mail of a listed brand, whose review then goes on by itself.
        """

    @call
    def refuse_incomplete_submissions(self, enabled: bool = True) -> None:
        """Let SubmitRegistrationVersion refuse what the review would deny for missing fields."""
