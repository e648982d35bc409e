"""Voice messages: texts that a voice of Amazon Polly reads."""

from __future__ import annotations

from collections.abc import Mapping

from ...core.domain import Domain
from ...core.recent import Recent
from ...exceptions import ServiceQuotaExceededException, ValidationException
from ..numbers.destinations import Destination
from ..settings.account import Account
from .pipeline import SendPipeline
from .send_requests import MessageSent, SendRequest
from .ssml import read_ssml

_MOST_TEXT = 3000

# What a sandbox account may do: https://docs.aws.amazon.com/sms-voice/latest/userguide/quotas.html
_SANDBOX_COUNTRIES = frozenset(["AU", "CA", "DE", "GB", "HK", "IL", "JP", "MX", "SE", "SG", "US"])
_SANDBOX_CALLS = 20
_TO_A_DESTINATION = "DAILY_DESTINATION_CALL_LIMIT"


class VoiceMessages(Domain):
    """The operation on voice messages."""

    pipeline: SendPipeline
    account: Account

    calls: Recent
    """The calls of the last day, by destination and in all."""

    def send_voice_message(
        self,
        *,
        destination_phone_number: str,
        origination_identity: str,
        message_body: str | None = None,
        message_body_text_type: str = "TEXT",
        voice_id: str = "MATTHEW",
        configuration_set_name: str | None = None,
        max_price_per_minute: str | None = None,
        time_to_live: int | None = None,
        context: Mapping[str, str] | None = None,
        dry_run: bool = False,
        protect_configuration_id: str | None = None,
        message_feedback_enabled: bool | None = None,
    ) -> MessageSent:
        """Call the destination and read the text or SSML."""
        _check_body(message_body, message_body_text_type)
        request = SendRequest(
            channel="VOICE",
            destination_phone_number=destination_phone_number,
            origination_identity=origination_identity,
            message_body=message_body,
            is_ssml=message_body_text_type == "SSML",
            configuration_set_name=configuration_set_name,
            max_price=max_price_per_minute,
            time_to_live=time_to_live,
            context=context,
            dry_run=dry_run,
            protect_configuration_id=protect_configuration_id,
            message_feedback_enabled=message_feedback_enabled,
        )
        accepted = self.pipeline.accept(request)
        destination = accepted.route.destination
        if self.account.tier == "SANDBOX":
            self._check_sandbox_call(destination)
        called = self.calls.count(destination.e164)
        self.store.limits.check(_TO_A_DESTINATION, called, reason=_TO_A_DESTINATION)

        if not dry_run:
            self.calls.add(destination.e164)
            self.calls.add("")
        return self.pipeline.leave(request, accepted)

    def _check_sandbox_call(self, destination: Destination) -> None:
        if destination.iso_country_code not in _SANDBOX_COUNTRIES:
            # AWS publishes the rule and not the reason; this one is a choice.
            raise ValidationException(
                "DESTINATION_COUNTRY_BLOCKED",
                destination_phone_number="is in no country that the sandbox may call",
            )
        if self.calls.count("") >= _SANDBOX_CALLS:
            raise ServiceQuotaExceededException(_TO_A_DESTINATION)


def _check_body(message_body: str | None, text_type: str) -> None:
    if message_body is None:
        raise ValidationException("MISSING_PARAMETER", message_body="is required")
    if text_type == "SSML":
        read_ssml(message_body)
    elif len(message_body) > _MOST_TEXT:
        raise ValidationException(
            "MAXIMUM_SIZE_EXCEEDED", message_body=f"must have at most {_MOST_TEXT} characters"
        )
