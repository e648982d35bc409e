"""Releases of sender IDs: how they leave an account."""

from __future__ import annotations

from dataclasses import replace

from ...core.domain import Domain
from ...exceptions import ConflictException
from ..identities.sender_ids import SenderId, get_sender_id
from ..reviews.closing import RegistrationClosing


class SenderIdReleases(Domain):
    """The operation that releases sender IDs."""

    closing: RegistrationClosing

    def release_sender_id(self, *, sender_id: str, iso_country_code: str) -> SenderId:
        """Give a sender ID back."""
        held = get_sender_id(self.store, sender_id, iso_country_code)
        if held.deletion_protection_enabled:
            raise ConflictException("DELETION_PROTECTION_ENABLED", held)
        if held.pool_ids:
            raise ConflictException("SENDER_ID_ASSOCIATED_TO_POOL", held)
        self.closing.check_dissociation(held)

        answer = replace(held)
        self.closing.dissociate(held)
        self.store.remove(held)
        return answer
