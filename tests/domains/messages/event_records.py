"""What the tests of event records share."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from ..senders import HANDSET

NOON = datetime(2026, 1, 2, 12, 0, 0, 5000, tzinfo=timezone.utc)
MILLISECONDS = 1767355200005
FIRST, SECOND, THIRD, FOURTH = (MILLISECONDS + each for each in (400, 1100, 1800, 2500))
"""When the events of one message happen while the clock stands still."""
MODEL = "pinpoint-sms-voice-v2::message"


def send_media(sms: Any, origin: str, **arguments: Any) -> str:
    given = {"DestinationPhoneNumber": HANDSET, "MessageBody": "Hello"} | arguments
    return str(sms.send_media_message(OriginationIdentity=origin, **given)["MessageId"])


def call(sms: Any, origin: str, **arguments: Any) -> str:
    given = {"DestinationPhoneNumber": HANDSET, "MessageBody": "Hello"} | arguments
    return str(sms.send_voice_message(OriginationIdentity=origin, **given)["MessageId"])
