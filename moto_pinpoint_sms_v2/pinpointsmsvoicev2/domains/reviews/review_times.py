"""Review times: how many days AWS and the carriers take.

https://docs.aws.amazon.com/sms-voice/latest/userguide/registration-eta.html
https://docs.aws.amazon.com/sms-voice/latest/userguide/registrations-10dlc.html
The second names business days and up to four weeks; that all are calendar days is a choice.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from ...core.clock import now
from ...data import load
from ..registrations.registrations import Registration


def decided_on(registration_type: str) -> datetime | None:
    """Return when the review of what is submitted now ends; None where AWS names no time."""
    days = load("review_days").get(registration_type)
    return None if days is None else now() + timedelta(days=days)


def is_decided(registration: Registration) -> bool:
    """Say whether the clock lets the review end."""
    return registration.decided_on is None or registration.decided_on <= now()
