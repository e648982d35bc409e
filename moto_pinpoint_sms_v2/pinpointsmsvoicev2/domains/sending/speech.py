"""Speech: how long a call lasts.

https://docs.aws.amazon.com/sms-voice/latest/userguide/quotas.html
"""

from __future__ import annotations

from math import ceil

from .send_requests import SendRequest
from .ssml import read_ssml

# Whoever answers hears the whole text, at a speed of ours: AWS publishes none.
_CHARACTERS_A_SECOND = 15
_LONGEST = {"SANDBOX": 30, "PRODUCTION": 300}


def call_seconds(request: SendRequest, *, tier: str) -> int:
    """Return how long its call lasts; what is longer than the tier allows is cut, a choice."""
    body = request.message_body or ""
    if request.is_ssml:
        characters, pauses = read_ssml(body)
    else:
        characters, pauses = len(body), 0.0
    lasting = min(characters / _CHARACTERS_A_SECOND + pauses, _LONGEST[tier])
    return max(ceil(lasting), 1)
