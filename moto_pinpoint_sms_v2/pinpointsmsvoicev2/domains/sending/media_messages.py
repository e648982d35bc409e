"""Media messages: MMS."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...core.domain import Domain
from ...exceptions import ValidationException
from .pipeline import SendPipeline
from .send_requests import MessageSent, SendRequest


class MediaMessages(Domain):
    """The operation on media messages."""

    pipeline: SendPipeline

    def send_media_message(
        self,
        *,
        destination_phone_number: str,
        origination_identity: str,
        message_body: str | None = None,
        media_urls: Sequence[str] | None = None,
        configuration_set_name: str | None = None,
        max_price: str | None = None,
        time_to_live: int | None = None,
        context: Mapping[str, str] | None = None,
        dry_run: bool = False,
        protect_configuration_id: str | None = None,
        message_feedback_enabled: bool | None = None,
    ) -> MessageSent:
        """Send a text, a file from S3 or both; what is wrong with the file an event tells."""
        if message_body is None and media_urls is None:
            raise ValidationException(
                "MISSING_PARAMETER", message_body="is required unless there are media"
            )

        return self.pipeline.send(
            SendRequest(
                channel="MEDIA",
                destination_phone_number=destination_phone_number,
                origination_identity=origination_identity,
                message_body=message_body,
                media_urls=media_urls,
                configuration_set_name=configuration_set_name,
                max_price=max_price,
                time_to_live=time_to_live,
                context=context,
                dry_run=dry_run,
                protect_configuration_id=protect_configuration_id,
                message_feedback_enabled=message_feedback_enabled,
            )
        )
