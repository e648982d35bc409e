"""What becomes of a registration when a number or sender ID of it is released: it may close."""

from __future__ import annotations

from ...core.domain import Domain
from ...exceptions import ConflictException
from ..identities.phone_numbers import PhoneNumber
from ..identities.sender_ids import SenderId
from ..registrations.definitions import RegistrationDefinitions
from ..registrations.registrations import UNDER_REVIEW, Registration, Registrations

Identity = PhoneNumber | SenderId


class RegistrationClosing(Domain):
    """What a release asks of the identity's registration, and does to it."""

    definitions: RegistrationDefinitions
    registrations: Registrations

    def check_dissociation(self, resource: Identity) -> None:
        """Refuse to release an identity while its registration is under review."""
        registration = self._registration_of(resource)
        if registration is not None and registration.registration_status in UNDER_REVIEW:
            raise ConflictException("DISASSOCIATE_REGISTRATION_NOT_ALLOWED", registration)

    def dissociate(self, resource: Identity) -> None:
        """Take a released identity out of its registration, and close that if it was the last.

        https://docs.aws.amazon.com/sms-voice/latest/userguide/registrations-status.html
        """
        registration = self._registration_of(resource)
        if registration is None:
            return
        association = registration.associations.pop(resource.arn)
        resource.registration_id = None
        form = self.definitions.form(registration.registration_type)
        supported = form.supported(association.resource_type, association.iso_country_code)
        last = not any(
            each.resource_type == association.resource_type for each in registration.associations
        )
        completed = registration.approved_version_number is not None
        closes = supported.get("DisassociationBehavior") == "DISASSOCIATE_ALL_CLOSES_REGISTRATION"
        if last and completed and closes:
            self.registrations.reach(registration, "CLOSED")

    def _registration_of(self, resource: Identity) -> Registration | None:
        identifier = resource.registration_id
        return None if identifier is None else self.store.find(Registration, identifier)
