"""Sender IDs: a name in place of a number."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..core.domain import Domain
from ..core.resource import Resource


@dataclass(kw_only=True, eq=False)
class SenderId(Resource):
    """A sender ID in one country; the same word in two countries is two resources."""

    kind = "sender-id"
    quota = "SENDER_IDS"
    filter_attributes = {"message-type": "message_types"}

    sender_id: str
    iso_country_code: str
    message_types: list[str]
    monthly_leasing_price: str = "0.00"
    deletion_protection_enabled: bool = False
    registered: bool = False
    registration_id: str | None = None
    number_capabilities: list[str] = field(default_factory=lambda: ["SMS"])
    pool_ids: set[str] = field(default_factory=set, repr=False)
    """The pools it is in; a number or an agent can be in one only."""

    @property
    def alias(self) -> str:
        """The sender ID in capitals, with its country."""
        return f"{self.sender_id.upper()}/{self.iso_country_code}"

    @property
    def resource_id(self) -> str:
        """The sender ID itself, without its country."""
        return self.sender_id

    @property
    def origination_identity(self) -> str:
        """The id by which operations on any identity name it."""
        return self.sender_id

    @property
    def origination_identity_arn(self) -> str:
        """The ARN by which operations on any identity name it."""
        return self.arn


class SenderIds(Domain):
    """The operations on sender IDs."""
