"""Releases of phone numbers: how they leave an account."""

from __future__ import annotations

from dataclasses import replace

from ...core.domain import Domain
from ...core.progress import Progress
from ...exceptions import ConflictException, ValidationException
from ..identities.phone_numbers import LEAVING, PhoneNumber
from ..identities.pools import check_unpooled
from ..reviews.closing import RegistrationClosing


class PhoneNumberReleases(Domain):
    """The operation that releases phone numbers."""

    closing: RegistrationClosing

    def release_phone_number(self, *, phone_number_id: str) -> PhoneNumber:
        """Give a number back for good."""
        number = self.store.get(PhoneNumber, phone_number_id)
        if number.status in LEAVING:
            # AWS does not tell what this reason is for; that it is for this is a choice.
            raise ValidationException(
                "PHONE_NUMBER_CANNOT_BE_RELEASED", phone_number_id="is being released already"
            )
        if number.deletion_protection_enabled:
            raise ConflictException("DELETION_PROTECTION_ENABLED", number)
        check_unpooled(number)
        self.closing.check_dissociation(number)

        number.status, number.progress = "DISASSOCIATING", Progress()
        answer = replace(number)
        self.closing.dissociate(number)
        # Where nothing delays it, the number is gone and counts for no quota from now on.
        self.store.find(PhoneNumber, number.id)
        return answer
