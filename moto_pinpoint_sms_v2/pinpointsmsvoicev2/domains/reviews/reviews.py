"""The review of a registration: what AWS, the carriers and their reviewers decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...core.contract import service_model
from ...core.domain import Domain, step_of
from ..identities.sender_ids import SenderId
from ..registrations.definitions import RegistrationDefinitions
from ..registrations.forms import FieldValue
from ..registrations.registrations import (
    Registration,
    Registrations,
    RegistrationVersion,
)
from .associations import RegistrationAssociations
from .created_identities import create_identity, created_by_approval, sender_id_fault
from .findings import denied_reason, findings
from .review_times import is_decided
from .ten_dlc_forms import awaits_its_owner

_OFFLINE = "REQUIRES_OFFLINE_REVIEW"
"""A status that a version has and a registration has not, which is REVIEWING meanwhile."""


class RegistrationReviews(Domain):
    """How a submitted version ends: by itself, or as a test's reviewer says."""

    definitions: RegistrationDefinitions
    registrations: Registrations
    associations: RegistrationAssociations

    @step_of(Registration)
    def review_registration(self, registration: Registration) -> bool:
        """Take the next step of a review, if one is left and no reviewer holds it."""
        status = registration.registration_status
        if registration.is_at_rest:
            return False
        if status == "REVIEWING" and not is_decided(registration):
            return False
        if status == "SUBMITTED":
            aws_first = registration.current_version.aws_review
            self._pass_on(registration, "AWS_REVIEWING" if aws_first else "REVIEWING")
        elif status == "PROVISIONING":
            self._complete(registration)
        else:
            self._judge(registration)
        return True

    def approve_registration(self, registration_id: str) -> None:
        """Approve the version that was submitted last, whatever its form says."""
        registration, version = self._submitted(registration_id)
        self._approve_whole(registration, version)
        registration.held = True

    def deny_registration(
        self,
        registration_id: str,
        *,
        denied_reasons: Sequence[Mapping[str, str]] = (),
        field_denied_reasons: Mapping[str, str] | None = None,
    ) -> None:
        """Deny the version that was submitted last; an approved one is revoked."""
        for reason in denied_reasons:
            _check_denied_reason(reason)
        registration, version = self._submitted(registration_id)
        form = self.definitions.form(registration.registration_type)
        faults = dict(field_denied_reasons or {})
        for path in faults:
            form.fillable(path)
        registration.held = True
        self._deny(registration, version, denied_reasons or _reasons_of(faults), faults)

    def set_registration_status(self, registration_id: str, status: str) -> None:
        """Hold a registration, and its current version with it, in any status.

        A brand whose owner was sent an e-mail goes on by itself when it is REVIEWING again.
        """
        registration = self.store.get(Registration, registration_id)
        answers_email = (
            status == "REVIEWING"
            and registration.registration_status == "REQUIRES_AUTHENTICATION"
            and not registration.held
        )
        self._bring_to(registration, status)
        registration.held = not answers_email

    def _bring_to(self, registration: Registration, status: str) -> None:
        version = registration.current_version
        if status == "COMPLETE":
            self._approve_whole(registration, version)
        elif status == "REQUIRES_UPDATES":
            self._deny(registration, version, [], {})
        elif status == "DELETED":
            self.registrations.take_away(registration)
        elif status == "CLOSED":
            self.registrations.reach(registration, status)
        else:
            if status == "PROVISIONING":
                _put_in_force(registration, version)
            else:
                version.forget_review()
                version.reach("DRAFT" if status == "CREATED" else status)
            self._register_sender_ids(registration)
            self.registrations.reach(registration, "REVIEWING" if status == _OFFLINE else status)

    def _submitted(self, registration_id: str) -> tuple[Registration, RegistrationVersion]:
        registration = self.store.get(Registration, registration_id)
        version = registration.submitted_version
        if version is None:
            raise ValueError(
                f"{registration.id} has no submitted version: submit one, or hold the "
                "registration in any status by set_registration_status"
            )
        return registration, version

    def _judge(self, registration: Registration) -> None:
        """Deny a version for what is found in it, or let it go one step further."""
        version = registration.current_version
        form = self.definitions.form(registration.registration_type)
        found = findings(self.store, form, registration, self.region_name)
        is_first = registration.registration_status == "AWS_REVIEWING"
        if found:
            feedback = "Some fields need changes." if is_first else None
            self._deny(registration, version, found.reasons, found.fields, feedback)
        elif is_first:
            self._pass_on(registration, "REVIEWING")
        elif awaits_its_owner(registration):
            self._pass_on(registration, "REQUIRES_AUTHENTICATION")
        else:
            self._approve(registration, version)

    def _pass_on(self, registration: Registration, status: str) -> None:
        registration.current_version.reach(status)
        self.registrations.reach(registration, status)

    def _approve(self, registration: Registration, version: RegistrationVersion) -> None:
        form = self.definitions.form(registration.registration_type)
        _put_in_force(registration, version)
        creates = created_by_approval(form)
        self.registrations.reach(registration, "COMPLETE" if creates is None else "PROVISIONING")

    def _approve_whole(self, registration: Registration, version: RegistrationVersion) -> None:
        """Approve a version, and end the provisioning that may follow."""
        self._refuse_nameless(registration)
        if registration.registration_status != "PROVISIONING":
            self._approve(registration, version)
        if registration.registration_status == "PROVISIONING":
            self._complete(registration)

    def _refuse_nameless(self, registration: Registration) -> None:
        """Refuse to complete what creates a sender ID and does not say a name that can be one."""
        form = self.definitions.form(registration.registration_type)
        fault = sender_id_fault(self.store, form, registration)
        if fault is not None and not registration.associations:
            path, reason = fault
            raise ValueError(
                f"{registration.id} cannot be COMPLETE without the sender ID that it creates: "
                f"{path} is denied for {reason}; put a value that fits first"
            )

    def _deny(
        self,
        registration: Registration,
        version: RegistrationVersion,
        reasons: Sequence[Mapping[str, str]],
        faults: Mapping[str, str],
        feedback: str | None = None,
    ) -> None:
        version.forget_review()
        version.denied_reasons = [denied_reason(reason) for reason in reasons] or None
        version.feedback = feedback
        for path, reason in faults.items():
            _mark(version, path, reason, feedback)
        approved = version.registration_version_status == "APPROVED"
        version.reach("REVOKED" if approved else "DENIED")
        self._register_sender_ids(registration)
        self.registrations.reach(registration, "REQUIRES_UPDATES")

    def _complete(self, registration: Registration) -> None:
        """Create what the approval itself creates, and end the review."""
        creates = created_by_approval(self.definitions.form(registration.registration_type))
        if creates is not None and not registration.associations:
            identity = create_identity(self.store, creates, registration)
            if identity is not None:
                self.associations.add_association(registration, identity)
        self._register_sender_ids(registration)
        self.registrations.reach(registration, "COMPLETE")

    def _register_sender_ids(self, registration: Registration) -> None:
        """Let its sender IDs count as registered as long as one of its versions is approved."""
        for association in registration.associations:
            sender_id = self.store.find(SenderId, association.resource_arn)
            if sender_id is not None:
                sender_id.registered = registration.approved_version_number is not None


def _put_in_force(registration: Registration, version: RegistrationVersion) -> None:
    """Let the version be the approved one, in place of any other."""
    for other in registration.versions:
        if other is not version and other.registration_version_status == "APPROVED":
            other.reach("ARCHIVED")
    if version.registration_version_status != "APPROVED":
        version.forget_review()
        version.reach("APPROVED")


def _mark(version: RegistrationVersion, path: str, reason: str, feedback: str | None) -> None:
    """Write the reason into the field; a field without a value gets a row for it."""
    value = version.field_values.get(path)
    if value is None:
        value = FieldValue(path)
        version.field_values.put(path, value)
    value.denied_reason = reason
    value.feedback = feedback


def _reasons_of(faults: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"Reason": reason} for reason in dict.fromkeys(faults.values())]


def _check_denied_reason(reason: Mapping[str, Any]) -> None:
    members = service_model().shape_for("RegistrationDeniedReasonInformation").members
    if set(reason) - set(members) or "Reason" not in reason:
        raise ValueError(f"a denied reason has Reason and any of {', '.join(members)}")
