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


def launched(sms: Any, simulator: Simulator, registration_type: str) -> str:
    """Return an agent with a registration that is complete."""
    agent = str(sms.create_rcs_agent()["RcsAgentId"])
    registration = forms.create(sms, registration_type)
    sms.create_registration_association(RegistrationId=registration, ResourceId=agent)
    simulator.set_registration_status(registration, "COMPLETE")
    return agent


def send_rcs(sms: Any, origin: str, content: Any = TEXT, **arguments: Any) -> str:
    """Send an RCS message, and return its id."""
    given = {
        "DestinationPhoneNumber": HANDSET,
        "OriginationIdentity": origin,
        "RcsMessageContent": content,
    }
    return str(sms.send_rcs_message(**given | arguments)["MessageId"])
