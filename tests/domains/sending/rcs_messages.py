"""Agents and messages for the tests of RCS."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from moto_pinpoint_sms_v2 import Simulator

from .. import registration_forms as forms
from ..senders import HANDSET

NOON = datetime(2026, 1, 2, 12, 0, 0, tzinfo=timezone.utc)
TEXT = {"Content": {"TextMessage": {"Body": "Hello"}}}
REPLY = {"Reply": {"Text": "Yes", "PostbackData": "yes"}}


def launched(
    sms: Any,
    simulator: Simulator,
    registration_type: str,
    form: dict[str, Any] | None = None,
) -> str:
    """Return an agent with a registration that is complete, whatever its form lacks."""
    agent = str(sms.create_rcs_agent()["RcsAgentId"])
    register(sms, simulator, agent, registration_type, form)
    return agent


def register(
    sms: Any,
    simulator: Simulator,
    agent: str,
    registration_type: str,
    form: dict[str, Any] | None = None,
) -> str:
    """Complete a registration of an agent, whatever its form lacks, and return its id."""
    registration = forms.create(sms, registration_type)
    sms.create_registration_association(RegistrationId=registration, ResourceId=agent)
    forms.fill_in(sms, registration, form or {})
    simulator.set_registration_status(registration, "COMPLETE")
    return registration


def send_rcs(sms: Any, origin: str, content: Any = TEXT, **arguments: Any) -> str:
    """Send an RCS message, and return its id."""
    given = {
        "DestinationPhoneNumber": HANDSET,
        "OriginationIdentity": origin,
        "RcsMessageContent": content,
    }
    return str(sms.send_rcs_message(**given | arguments)["MessageId"])
