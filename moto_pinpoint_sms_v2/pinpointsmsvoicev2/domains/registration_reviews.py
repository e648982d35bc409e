"""The review of a registration: what AWS, the carriers and their reviewers decide."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from moto.moto_api._internal import mock_random

from ..core.contract import service_model
from ..data import load
from .phone_numbers import PhoneNumber
from .registration_associations import Associable, RegistrationAssociations
from .registrations import UNDER_REVIEW, FieldValue, Registration, RegistrationVersion
from .sender_ids import SenderId

_SENDER_ID_FIELD = "senderIdInfo.senderId"
_SENDER_ID = re.compile(r"[A-Za-z0-9_-]{1,11}")
_VERSION_OUTCOMES = {"CREATED": "DRAFT", "PROVISIONING": "APPROVED", "COMPLETE": "APPROVED"}
"""The version's status for a registration's, where it is not the same word."""


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
            self._deny(registration, _reasons_of(faults), faults, feedback)
        elif status == "AWS_REVIEWING":
            self._pass_on(registration, "REVIEWING")
        else:
            self._approve(registration)
        return True

    def approve_registration(self, registration_id: str) -> None:
        """Approve the version that was submitted last, whatever its form says."""
        registration = self._submitted(registration_id)
        registration.held = True
        if registration.registration_status != "PROVISIONING":
            self._approve(registration)
        if registration.registration_status == "PROVISIONING":
            self._complete(registration)

    def deny_registration(
        self,
        registration_id: str,
        *,
        denied_reasons: Sequence[Mapping[str, str]] = (),
        field_denied_reasons: Mapping[str, str] | None = None,
    ) -> None:
        """Deny the version that was submitted last; an approved one is revoked."""
        reasons = [_denied_reason(reason) for reason in denied_reasons]
        registration = self._submitted(registration_id)
        faults = dict(field_denied_reasons or {})
        registration.held = True
        self._deny(registration, reasons or _reasons_of(faults), faults)

    def set_registration_status(self, registration_id: str, status: str) -> None:
        """Hold a registration, and its current version with it, in any status."""
        known = service_model().shape_for("RegistrationStatus").enum
        if status not in known:
            raise ValueError(f"{status!r} is not one of {', '.join(known)}")
        registration = self.store.get(Registration, registration_id)
        registration.held = True
        version = registration.current_version
        if status == "COMPLETE":
            self._approve(registration)
            if registration.registration_status == "PROVISIONING":
                self._complete(registration)
        elif status == "REQUIRES_UPDATES":
            self._deny(registration, [], {})
        elif status == "DELETED":
            self._leave_associates(registration)
            self.store.remove(registration)
            self.reach(registration, status)
        elif status == "CLOSED":
            self.reach(registration, status)
        else:
            version.reach(_VERSION_OUTCOMES.get(status, status))
            self.reach(registration, status)

    def _submitted(self, registration_id: str) -> Registration:
        registration = self.store.get(Registration, registration_id)
        status = registration.current_version.registration_version_status
        if status in ("DRAFT", "DISCARDED"):
            raise ValueError(f"{registration.id} has no submitted version, only a {status} one")
        return registration

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

    def _approve(self, registration: Registration) -> None:
        for version in registration.versions[:-1]:
            if version.registration_version_status == "APPROVED":
                version.reach("ARCHIVED")
        version = registration.current_version
        if version.registration_version_status != "APPROVED":
            version.denied_reasons = version.feedback = None
            version.reach("APPROVED")
        if self._provisioned_country(registration) is None:
            self.reach(registration, "COMPLETE")
        else:
            self.reach(registration, "PROVISIONING")

    def _deny(
        self,
        registration: Registration,
        reasons: list[dict[str, str]],
        faults: Mapping[str, str],
        feedback: str | None = None,
    ) -> None:
        version = registration.current_version
        approved = version.registration_version_status == "APPROVED"
        version.denied_reasons = reasons or None
        version.feedback = feedback
        for path, reason in faults.items():
            _mark(version, path, reason, feedback)
        version.reach("REVOKED" if approved else "DENIED")
        if approved:
            self._register_sender_ids(registration, registered=False)
        self.reach(registration, "REQUIRES_UPDATES")

    def _complete(self, registration: Registration) -> None:
        """Create what the approval itself creates, and end the review."""
        country = self._provisioned_country(registration)
        if country is not None and not registration.associations:
            identity = self._provision(registration, country)
            if identity is not None:
                self.add_association(registration, identity)
        self._register_sender_ids(registration, registered=True)
        self.reach(registration, "COMPLETE")

    def _register_sender_ids(self, registration: Registration, *, registered: bool) -> None:
        """Let the sender IDs that the registration is for count as registered, or no longer."""
        for association in registration.associations:
            sender_id = self.store.find(SenderId, association.resource_arn)
            if sender_id is not None:
                sender_id.registered = registered

    def _provisioned_country(self, registration: Registration) -> str | None:
        """Return the country of the identity that the approval creates, None if it creates none."""
        definition = self.registration_type(registration.registration_type)
        on_approval = (
            supported["IsoCountryCode"]
            for supported in definition.supported_associations or ()
            if supported["AssociationBehavior"] == "ASSOCIATE_ON_APPROVAL"
        )
        return next(on_approval, None)

    def _provision(self, registration: Registration, country: str) -> Associable | None:
        if registration.registration_type.endswith("_SHORT_CODE_REGISTRATION"):
            return self._provision_short_code(country)
        value = registration.current_version.field_values.get(_SENDER_ID_FIELD)
        if value is None or value.text_value is None:
            return None
        word = value.text_value.upper()
        sender_id = self.store.find(SenderId, f"{word}/{country}")
        if sender_id is None:
            sender_id = self.store.provision(
                SenderId,
                id=f"{word}/{country}",
                sender_id=word,
                iso_country_code=country,
                message_types=["TRANSACTIONAL"],
            )
        return sender_id

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
