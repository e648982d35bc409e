"""Verification messages: the codes that prove who holds a number."""

from __future__ import annotations

from collections.abc import Mapping

from .drafts import Draft
from .sending import Sending
from .verified_destination_numbers import VerifiedDestinationNumber


class VerificationMessages(Sending):
    """How a verification code leaves: through the line that every message passes."""

    def _send_code(
        self,
        entry: VerifiedDestinationNumber,
        *,
        message_body: str,
        channel: str,
        origination_identity: str | None,
        configuration_set_name: str | None,
        context: Mapping[str, str] | None,
        destination_country_parameters: Mapping[str, str] | None,
    ) -> str:
        """Send the code to the number that is to be verified; the first one costs nothing."""
        sent = self._send(
            Draft(
                channel=channel,
                destination_phone_number=entry.destination_phone_number,
                origination_identity=origination_identity,
                message_body=message_body,
                configuration_set_name=configuration_set_name,
                context=context,
                destination_country_parameters=destination_country_parameters,
                is_verification=True,
                is_gratis=not entry.codes,
            )
        )
        return sent.message_id
