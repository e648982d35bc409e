"""Descriptions of statuses: the words in which AWS tells what became of a message.

Of its guides to this service, to RCS and to SNS, and of receipts.
"""

from __future__ import annotations

from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator

from ..senders import HANDSET, number, send
from .event_records import send_media

ALIKE = {
    "SUCCESSFUL": "Message has been accepted by phone carrier",
    "DELIVERED": "Message has been accepted by phone",
    "CARRIER_UNREACHABLE": "Phone carrier is currently unreachable/unavailable",
    "UNREACHABLE": "Phone is currently unreachable/unavailable",
    "SPAM": "Blocked as spam by phone carrier",
    "INVALID": "Invalid phone number",
    "INVALID_MESSAGE": "Message body is invalid",
    "CARRIER_BLOCKED": "Phone carrier has blocked this message",
    "UNKNOWN": "Unknown error attempting to reach phone",
    "TTL_EXPIRED": "The delivery TTL has expired",
}
"""Alike in texts and media."""
TEXTS = {f"{family}_{name}": said for family in ("TEXT", "MEDIA") for name, said in ALIKE.items()}


@pytest.mark.parametrize(
    ("event_type", "said"), [*TEXTS.items(), ("TEXT_BLOCKED", "Phone has blocked SMS")]
)
def test_a_status_is_described_as_aws_does(
    sms: Any, simulator: Simulator, event_type: str, said: str
) -> None:
    origin = number(sms, NumberCapabilities=["SMS", "MMS"])
    simulator.set_outcome(HANDSET, event_type)
    send(sms, OriginationIdentity=origin)
    send_media(sms, origin)

    [event] = simulator.events(event_type=event_type)
    status = event_type.partition("_")[2]
    assert (event["messageStatus"], event["messageStatusDescription"]) == (status, said)
