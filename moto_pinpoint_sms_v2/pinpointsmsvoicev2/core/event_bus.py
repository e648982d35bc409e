"""What the service itself puts on EventBridge."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from .backends import find_backend


def put_event(
    account_id: str,
    region_name: str,
    detail_type: str,
    detail: Mapping[str, Any],
    resources: Sequence[str] = (),
) -> None:
    """Put an event on the account's default bus in moto, as AWS does without being asked.

    https://docs.aws.amazon.com/sms-voice/latest/userguide/monitor-event-bridge.html
    """
    from moto.events.models import events_backends

    backend = find_backend(events_backends, account_id, region_name)
    if backend is None or not backend.event_buses["default"].rules:
        return  # Nobody listens, not even an archive, which moto would find out more slowly.
    entry = {
        "Source": "aws.sms-voice",
        "DetailType": detail_type,
        "Detail": json.dumps(detail),
        "Resources": list(resources),
    }
    backend.put_events([entry])
