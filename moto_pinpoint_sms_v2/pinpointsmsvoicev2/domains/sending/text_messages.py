"""Text messages: SMS, or RCS where an agent sends them."""

from __future__ import annotations

from collections.abc import Mapping

from ...core.domain import Domain
from ...exceptions import ValidationException
from .pipeline import SendPipeline
from .send_requests import MessageSent, SendRequest


class TextMessages(Domain):
    """The operation on text messages."""

    pipeline: SendPipeline

    def send_text_message(
        self,
        *,
        destination_phone_number: str,
        origination_identity: str | None = None,
        message_body: str | None = None,
        message_type: str | None = None,
        keyword: str | None = None,
        configuration_set_name: str | None = None,
        max_price: str | None = None,
        time_to_live: int | None = None,
        context: Mapping[str, str] | None = None,
        destination_country_parameters: Mapping[str, str] | None = None,
        dry_run: bool = False,
        protect_configuration_id: str | None = None,
        message_feedback_enabled: bool | None = None,
    ) -> MessageSent:
        """Send a text from what is named, or from what AWS chooses."""
        if message_body is None:
            # The model does not require it, but there is no message without.
            raise ValidationException("MISSING_PARAMETER", message_body="is required")

        return self.pipeline.send(
            SendRequest(
                channel="TEXT",
                destination_phone_number=destination_phone_number,
                origination_identity=origination_identity,
                message_body=message_body,
                message_type=message_type,
                keyword=keyword,
                configuration_set_name=configuration_set_name,
                max_price=max_price,
                time_to_live=time_to_live,
                context=context,
                destination_country_parameters=destination_country_parameters,
                dry_run=dry_run,
                protect_configuration_id=protect_configuration_id,
                message_feedback_enabled=message_feedback_enabled,
            )
        )
