"""The reviewer: who approves registrations or denies them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .declaring import Caller, call
from .words import NotifyConfigurationStatus, RegistrationStatus


class Reviewer(Caller):
    """What the reviewers of registrations do."""

    @call
    def approve_registration(self, registration_id: str) -> None:
        """Approve the version of a registration that was submitted last, whatever it says.

        The registration is COMPLETE then, and stays so. ``ValueError`` if there is no such
        registration, or nothing was submitted.

        >>> simulator.approve_registration(registration_id)
        """

    @call
    def deny_registration(
        self,
        registration_id: str,
        *,
        denied_reasons: Sequence[Mapping[str, str]] = (),
        field_denied_reasons: Mapping[str, str] | None = None,
    ) -> None:
        """Deny the version of a registration that was submitted last.

        It REQUIRES_UPDATES then; an approved version is revoked. ``denied_reasons`` are
        DeniedReasons of the API (``Reason``, and optionally ``ShortDescription`` and more),
        ``field_denied_reasons`` maps a field's path to its reason. ``ValueError`` if there is no
        such registration or field, or nothing was submitted.

        >>> simulator.deny_registration(
        ...     registration_id, denied_reasons=[{"Reason": "INVALID_URL"}]
        ... )
        """

    @call
    def set_registration_status(self, registration_id: str, status: RegistrationStatus) -> None:
        """Hold a registration, and its current version with it, in any status.

        For code that waits: it stays there until another call of the Simulator moves it.
        ``ValueError`` for an unknown registration or status.

        >>> simulator.set_registration_status(registration_id, "REVIEWING")
        """

    @call
    def refuse_incomplete_submissions(self, enabled: bool = True) -> None:
        """Let SubmitRegistrationVersion refuse what the review would deny for missing fields.

        ``refuse_incomplete_submissions(False)`` ends it.

        >>> simulator.refuse_incomplete_submissions()
        """

    @call
    def review_by_the_clock(self, enabled: bool = True) -> None:
        """Let what is submitted from now on be under review for as long as AWS says, in days.

        By the clock, which a test freezes and moves: 15 days for a toll-free number, 3 for a
        British sender ID, 12 weeks for an American short code. It is REVIEWING at the next read
        and decided at the first one after those days. Types of which AWS names no time go on as
        moto's state manager says, and the calls of the reviewer win.
        ``review_by_the_clock(False)`` ends it.

        >>> simulator.review_by_the_clock()
        """

    @call
    def set_notify_configuration_status(
        self,
        notify_configuration_id: str,
        status: NotifyConfigurationStatus,
        *,
        rejection_reason: str | None = None,
    ) -> None:
        """Hold a notify configuration, whose display name AWS reviews, in any status.

        For code that waits, or is told no: nothing is sent unless it is ACTIVE.
        ``rejection_reason`` is for REJECTED and REQUIRES_VERIFICATION, and shown by
        DescribeNotifyConfigurations.
        ``ValueError`` for an unknown configuration or status.

        >>> simulator.set_notify_configuration_status(
        ...     notify_configuration_id, "REJECTED", rejection_reason="Not your own name"
        ... )
        """
