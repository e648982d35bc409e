"""Requests and releases of sender IDs: how they come into an account and leave it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...core.domain import Domain
from ...core.resource import Tag
from ...exceptions import ConflictException
from ..identities.sender_id_countries import check_requestable
from ..identities.sender_ids import SenderId, get_sender_id
from ..reviews.associations import RegistrationAssociations


class SenderIdRequests(Domain):
    """The operations that request and release sender IDs."""

    associations: RegistrationAssociations

    def request_sender_id(
        self,
        *,
        sender_id: str,
        iso_country_code: str,
        message_types: Sequence[str] = (),
        deletion_protection_enabled: bool = False,
        tags: Sequence[Tag] = (),
    ) -> SenderId:
        """Take a sender ID in a country that asks for no registration."""
        id = f"{sender_id.upper()}/{iso_country_code}"
        existing = self.store.find(SenderId, id)
        if existing is not None:
            raise ConflictException("RESOURCE_ALREADY_EXISTS", existing)
        check_requestable(sender_id, iso_country_code)

        return self.store.create(
            SenderId,
            id=id,
            tags=tags,
            sender_id=sender_id.upper(),
            iso_country_code=iso_country_code,
            # AWS does not publish the default; the narrower type is a choice.
            message_types=list(dict.fromkeys(message_types)) or ["TRANSACTIONAL"],
            deletion_protection_enabled=deletion_protection_enabled,
        )

    def release_sender_id(self, *, sender_id: str, iso_country_code: str) -> SenderId:
        """Give a sender ID back."""
        held = get_sender_id(self.store, sender_id, iso_country_code)
        if held.deletion_protection_enabled:
            raise ConflictException("DELETION_PROTECTION_ENABLED", held)
        if held.pool_ids:
            raise ConflictException("SENDER_ID_ASSOCIATED_TO_POOL", held)
        self.associations.check_dissociation(held)

        answer = replace(held)
        self.associations.dissociate(held)
        self.store.remove(held)
        return answer
