"""RCS messages: texts, files, cards and carousels with things to tap."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...core.domain import Domain
from ...core.object_store import Reader
from ...exceptions import ValidationException
from .pipeline import SendPipeline
from .rcs_content import check_rcs_content, media_urls
from .send_requests import FallbackRequest, MessageSent, SendRequest

# The model says so in words only, and keeps the member for later.
_TRAFFIC_TYPES = (
    "AUTHENTICATION",
    "TRANSACTION",
    "PROMOTION",
    "SERVICE_REQUEST",
    "ACKNOWLEDGEMENT",
)
_CHANNELS = {"SMS": "TEXT", "MMS": "MEDIA"}


class RcsMessages(Domain):
    """The operation on RCS messages."""

    pipeline: SendPipeline

    def send_rcs_message(
        self,
        *,
        destination_phone_number: str,
        origination_identity: str,
        rcs_message_content: Mapping[str, Any] | None = None,
        time_to_live: int | None = None,
        message_traffic_type: str | None = None,
        fallback_configuration: Mapping[str, Any] | None = None,
        protect_configuration_id: str | None = None,
        configuration_set_name: str | None = None,
        max_price: str | None = None,
        dry_run: bool = False,
        context: Mapping[str, str] | None = None,
        message_feedback_enabled: bool | None = None,
    ) -> MessageSent:
        """Send rich content from an agent, or by SMS or MMS if it fails and that was asked for."""
        if rcs_message_content is None:
            # The model does not require it, but there is no message without.
            raise ValidationException("MISSING_PARAMETER", rcs_message_content="is required")
        check_rcs_content(rcs_message_content, Reader(self.account_id))
        if message_traffic_type not in (None, *_TRAFFIC_TYPES):
            raise ValidationException(
                "INVALID_PARAMETER",
                message_traffic_type=f"must be one of {', '.join(_TRAFFIC_TYPES)}",
            )
        fallback = None if fallback_configuration is None else _fallback(fallback_configuration)

        return self.pipeline.send(
            SendRequest(
                channel="RCS",
                destination_phone_number=destination_phone_number,
                origination_identity=origination_identity,
                message_body=rcs_message_content["Content"].get("TextMessage", {}).get("Body"),
                rcs_message_content=rcs_message_content,
                media_urls=media_urls(rcs_message_content) or None,
                fallback=fallback,
                time_to_live=time_to_live,
                protect_configuration_id=protect_configuration_id,
                configuration_set_name=configuration_set_name,
                max_price=max_price,
                dry_run=dry_run,
                context=context,
                message_feedback_enabled=message_feedback_enabled,
            )
        )


def _fallback(configuration: Mapping[str, Any]) -> FallbackRequest:
    channel = configuration["Channel"]
    body, urls = configuration.get("MessageBody"), configuration.get("MediaUrls")
    if body is None and (channel == "SMS" or urls is None):
        raise ValidationException(
            "MISSING_PARAMETER",
            **{"fallback_configuration.message_body": f"is required for {channel}"},
        )
    if channel == "SMS" and urls is not None:
        raise ValidationException(
            "INVALID_PARAMETER", **{"fallback_configuration.media_urls": "are for MMS only"}
        )
    return FallbackRequest(
        channel=_CHANNELS[channel],
        message_body=body,
        media_urls=urls,
        origination_identity=configuration.get("OriginationIdentity"),
    )
