"""Time as the service sees it: UTC, and frozen whenever the test freezes it."""

from __future__ import annotations

from datetime import datetime, timezone


def now() -> datetime:
    """Return the present moment, to the millisecond, as AWS's timestamps have it."""
    moment = datetime.now(timezone.utc)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def milliseconds(moment: datetime) -> int:
    """Return ``moment`` as event records write it: milliseconds since the epoch."""
    return round(moment.timestamp() * 1000)
