"""Drafts: what a caller asks to be sent, whatever the channel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..identities.pools import Pool


@dataclass(frozen=True, kw_only=True)
class FallbackRequest:
    """What is to be sent instead when RCS does not reach the handset."""

    channel: str
    message_body: str | None = None
    media_urls: Sequence[str] | None = None
    origination_identity: str | None = None


@dataclass(frozen=True, kw_only=True)
class SendRequest:
    """A message on its way through the checks."""

    channel: str
    destination_phone_number: str
    origination_identity: str | None = None
    message_body: str | None = None
    message_type: str | None = None
    media_urls: Sequence[str] | None = None
    rcs_message_content: Mapping[str, Any] | None = None
    fallback: FallbackRequest | None = None
    configuration_set_name: str | None = None
    protect_configuration_id: str | None = None
    destination_country_parameters: Mapping[str, str] | None = None
    context: Mapping[str, str] | None = None
    keyword: str | None = None
    time_to_live: int | None = None
    max_price: str | None = None
    dry_run: bool = False
    message_feedback_enabled: bool | None = None

    is_ssml: bool = False
    """Whether its body says in SSML how it is to be read."""
    is_notify: bool = False
    """Whether AWS lends what it is sent from, unless ``notify_pool`` can send it."""
    notify_pool: Pool | None = None
    notify_rate: int = 1
    """How many notify messages a second the tier has."""
    service_protect_id: str | None = None
    """The protect configuration that AWS itself has made for such messages."""
    is_verification: bool = False
    """Whether it brings a verification code, which may go to a number not yet verified."""
    is_gratis: bool = False
    """Whether AWS pays for it."""

    @property
    def is_rich(self) -> bool:
        """Whether it is RCS with more than a text."""
        content = self.rcs_message_content
        return content is not None and (
            "TextMessage" not in content["Content"] or bool(content.get("Suggestions"))
        )


@dataclass(frozen=True)
class MessageSent:
    """The answer to a send."""

    message_id: str
