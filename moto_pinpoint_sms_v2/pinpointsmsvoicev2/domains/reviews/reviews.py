"""The review of a registration: what AWS, the carriers and their reviewers decide."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from moto.moto_api._internal import mock_random

from ...core.contract import service_model
from ...data import load
from ..identities.phone_numbers import PhoneNumber
from ..identities.sender_ids import SenderId
from ..registrations.forms import FieldValue, Wire
from ..registrations.registrations import UNDER_REVIEW, Registration, RegistrationVersion
from .associations import Identity, RegistrationAssociations

_SENDER_ID_FIELD = "senderIdInfo.senderId"
_SENDER_ID = re.compile(r"[A-Za-z0-9_-]{1,11}")


class RegistrationReviews(RegistrationAssociations):
    """How a submitted version ends: by itself, or as a test's reviewer says."""

    def review_registration(self, registration: Registration) -> bool:
        """Take the next step of a review, if one is left and no reviewer holds it."""
        status = registration.registration_status
        if registration.held or status not in UNDER_REVIEW - {"REQUIRES_AUTHENTICATION"}:
            return False
        if status == "SUBMITTED":
            aws_first = registration.current_version.aws_review
            self._pass_on(registration, "AWS_REVIEWING" if aws_first else "REVIEWING")
        elif status == "PROVISIONING":
            self._complete(registration)
        elif faults := self._faults(registration):
            feedback = "Some fields need changes." if status == "AWS_REVIEWING" else None
            version = registration.current_version
            self._deny(registration, version, _reasons_of(faults), faults, feedback)
        elif status == "AWS_REVIEWING":
            self._pass_on(registration, "REVIEWING")
        else:
            self._approve(registration, registration.current_version)
        return True

    def approve_registration(self, registration_id: str) -> None:
        """Approve the version that was submitted last, whatever its form says."""
        registration, version = self._submitted(registration_id)
        registration.held = True
        self._approve_whole(registration, version)

    def deny_registration(
        self,
        registration_id: str,
        *,
        denied_reasons: Sequence[Mapping[str, str]] = (),
        field_denied_reasons: Mapping[str, str] | None = None,
    ) -> None:
        """Deny the version that was submitted last; an approved one is revoked."""
        reasons = [_denied_reason(reason) for reason in denied_reasons]
        registration, version = self._submitted(registration_id)
        form = self.registration_type(registration.registration_type)
        faults = dict(field_denied_reasons or {})
        for path in faults:
            form.fillable(path)
        registration.held = True
        self._deny(registration, version, reasons or _reasons_of(faults), faults)

    def set_registration_status(self, registration_id: str, status: str) -> None:
        """Hold a registration, and its current version with it, in any status."""
        known = service_model().shape_for("RegistrationStatus").enum
        if status not in known:
            raise ValueError(f"{status!r} is not one of {', '.join(known)}")
        registration = self.store.get(Registration, registration_id)
        registration.held = True
        version = registration.current_version
        if status == "COMPLETE":
            self._approve_whole(registration, version)
        elif status == "REQUIRES_UPDATES":
            self._deny(registration, version, [], {})
        elif status == "DELETED":
            self.take_away(registration)
        elif status == "CLOSED":
            self.reach(registration, status)
        else:
            if status == "PROVISIONING":
                _put_in_force(registration, version)
            else:
                version.forget_review()
                version.reach("DRAFT" if status == "CREATED" else status)
            self._register_sender_ids(registration)
            self.reach(registration, status)

    def _submitted(self, registration_id: str) -> tuple[Registration, RegistrationVersion]:
        registration = self.store.get(Registration, registration_id)
        version = registration.submitted_version
        if version is None:
            raise ValueError(f"{registration.id} has no submitted version")
        return registration, version

    def _pass_on(self, registration: Registration, status: str) -> None:
        registration.current_version.reach(status)
        self.reach(registration, status)

    def _faults(self, registration: Registration) -> dict[str, str]:
        """Return what is wrong with the submitted form: field path to denial reason."""
        values = {value.field_path: value for value in registration.current_version.field_values}
        faults = self.registration_type(registration.registration_type).review(values)
        sender_id = values.get(_SENDER_ID_FIELD)
        if sender_id is not None and not _SENDER_ID.fullmatch(sender_id.text_value or ""):
            faults.setdefault(_SENDER_ID_FIELD, "INVALID_FIELD_VALUE")
        return faults

    def _approve(self, registration: Registration, version: RegistrationVersion) -> None:
        _put_in_force(registration, version)
        creates = self._created_by_approval(registration)
        self.reach(registration, "COMPLETE" if creates is None else "PROVISIONING")

    def _approve_whole(self, registration: Registration, version: RegistrationVersion) -> None:
        """Approve a version, and end the provisioning that may follow."""
        if registration.registration_status != "PROVISIONING":
            self._approve(registration, version)
        if registration.registration_status == "PROVISIONING":
            self._complete(registration)

    def _deny(
        self,
        registration: Registration,
        version: RegistrationVersion,
        reasons: list[dict[str, str]],
        faults: Mapping[str, str],
        feedback: str | None = None,
    ) -> None:
        version.forget_review()
        version.denied_reasons = reasons or None
        version.feedback = feedback
        for path, reason in faults.items():
            _mark(version, path, reason, feedback)
        approved = version.registration_version_status == "APPROVED"
        version.reach("REVOKED" if approved else "DENIED")
        self._register_sender_ids(registration)
        self.reach(registration, "REQUIRES_UPDATES")

    def _complete(self, registration: Registration) -> None:
        """Create what the approval itself creates, and end the review."""
        creates = self._created_by_approval(registration)
        if creates is not None and not registration.associations:
            identity = self._provision(registration, creates)
            if identity is not None:
                self.add_association(registration, identity)
        self._register_sender_ids(registration)
        self.reach(registration, "COMPLETE")

    def _register_sender_ids(self, registration: Registration) -> None:
        """Let its sender IDs count as registered as long as one of its versions is approved."""
        for association in registration.associations:
            sender_id = self.store.find(SenderId, association.resource_arn)
            if sender_id is not None:
                sender_id.registered = registration.approved_version_number is not None

    def _created_by_approval(self, registration: Registration) -> Wire | None:
        """Return which identity the approval creates, None if it creates none."""
        form = self.registration_type(registration.registration_type)
        on_approval = (
            supported
            for supported in form.supported_associations
            if supported["AssociationBehavior"] == "ASSOCIATE_ON_APPROVAL"
        )
        return next(on_approval, None)

    def _provision(self, registration: Registration, creates: Wire) -> Identity | None:
        # A form need not name the country; the names of AWS's types begin with it.
        country = creates.get("IsoCountryCode") or registration.registration_type[:2]
        if creates["ResourceType"] == "SHORT_CODE":
            return self._provision_short_code(country)
        value = registration.current_version.field_values.get(_SENDER_ID_FIELD)
        if creates["ResourceType"] != "SENDER_ID" or value is None or value.text_value is None:
            return None
        return self._provision_sender_id(value.text_value.upper(), country)

    def _provision_sender_id(self, word: str, country: str) -> SenderId | None:
        """Return the sender ID, created if need be; None if another registration has it."""
        held = self.store.find(SenderId, f"{word}/{country}")
        if held is not None:
            return held if held.registration_id is None else None
        return self.store.provision(
            SenderId,
            id=f"{word}/{country}",
            sender_id=word,
            iso_country_code=country,
            message_types=["TRANSACTIONAL"],
        )

    def _provision_short_code(self, country: str) -> PhoneNumber:
        return self.store.provision(
            PhoneNumber,
            phone_number=str(mock_random.randint(20000, 999999)),
            iso_country_code=country,
            message_type="TRANSACTIONAL",
            number_capabilities=["SMS"],
            number_type="SHORT_CODE",
            monthly_leasing_price="995.00",
        )


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
    return [_denied_reason({"Reason": reason}) for reason in dict.fromkeys(faults.values())]


def _denied_reason(reason: Mapping[str, str]) -> dict[str, Any]:
    """Return one of a version's DeniedReasons; AWS's sentence is filled in where we know it."""
    members = service_model().shape_for("RegistrationDeniedReasonInformation").members
    unknown = set(reason) - set(members)
    if unknown or "Reason" not in reason:
        raise ValueError(f"a denied reason has Reason and any of {', '.join(members)}")
    code = reason["Reason"]
    return {"ShortDescription": load("denial_reasons").get(code, code), **reason}
