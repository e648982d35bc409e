"""What the service itself puts on EventBridge."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from sys import modules
from typing import Any

from .backends import find_backend, get_backend


def is_heard(account_id: str, region_name: str) -> bool:
    """Say whether anybody listens, be it an archive, which moto would find out more slowly."""
    # Not imported for this, because what is not there yet has no rules.
    module = modules.get("moto.events.models")
    if module is None:
        return False
    backend = find_backend(module.events_backends, account_id, region_name)
    return backend is not None and bool(backend.event_buses["default"].rules)


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
    if not is_heard(account_id, region_name):
        return
    from moto.events.models import events_backends

    entry = {
        "Source": "aws.sms-voice",
        "DetailType": detail_type,
        "Detail": json.dumps(detail),
        "Resources": list(resources),
    }
    get_backend(events_backends, account_id, region_name).put_events([entry])
