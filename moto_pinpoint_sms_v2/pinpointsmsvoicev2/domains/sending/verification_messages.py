"""Verification messages: the codes that prove who holds a number."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from moto.moto_api._internal import mock_random

from ...core.clock import now
from ...core.domain import Domain
from ...data import load
from ..identities.verified_destination_numbers import VerificationCode, VerifiedDestinationNumber
from .pipeline import SendPipeline
from .send_requests import MessageSent, SendRequest

_DAY = timedelta(hours=24)


class VerificationMessages(Domain):
    """The operation that sends verification codes."""

    pipeline: SendPipeline

    def send_destination_number_verification_code(
        self,
        *,
        verified_destination_number_id: str,
        verification_channel: str,
        # AWS does not say which language is the default; this one is a choice.
        language_code: str = "EN_US",
        origination_identity: str | None = None,
        configuration_set_name: str | None = None,
        context: Mapping[str, str] | None = None,
        destination_country_parameters: Mapping[str, str] | None = None,
    ) -> MessageSent:
        """Send a new code, which replaces the last one; the first one costs nothing."""
        entry = self.store.get(VerifiedDestinationNumber, verified_destination_number_id)
        entry.check_unverified()
        text = f"{mock_random.randint(0, 999_999):06}"
        request = SendRequest(
            channel=verification_channel,
            destination_phone_number=entry.destination_phone_number,
            origination_identity=origination_identity,
            message_body=_message_body(text, verification_channel, language_code),
            configuration_set_name=configuration_set_name,
            context=context,
            destination_country_parameters=destination_country_parameters,
            is_verification=True,
            is_gratis=not entry.codes,
        )
        accepted = self.pipeline.accept(request)
        recent = [code for code in entry.codes if now() - code.sent < _DAY]
        self.store.limits.check("VERIFICATION_ATTEMPTS_PER_DAY", len(recent))

        entry.codes = [*recent, VerificationCode(text, now(), arrived=not accepted.reaches_nobody)]
        return self.pipeline.leave(request, accepted)


def _message_body(code: str, channel: str, language_code: str) -> str:
    """Return the message in its language; the words are a choice."""
    # Digit by digit, because a voice would read a number.
    spelled = ". ".join(code) if channel == "VOICE" else code
    text: str = load("verification_messages")[language_code].format(code=spelled)
    return text
