"""Requests of sender IDs: how they come into an account without a registration."""

from __future__ import annotations

from collections.abc import Sequence

from ...core.domain import Domain
from ...core.resource import Tag
from ...exceptions import ConflictException
from ..identities.sender_id_countries import check_requestable
from ..identities.sender_ids import SenderId


class SenderIdRequests(Domain):
    """The operation that requests sender IDs."""

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
