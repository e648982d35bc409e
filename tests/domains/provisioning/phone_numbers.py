"""Numbers for the tests of phone numbers."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from moto_pinpoint_sms_v2 import Simulator

from .. import registration_forms as forms
from ..number_types import ARN

ID = "phone-0123456789abcdef0123456789abcdef"
OTHER = "phone-ffffffffffffffffffffffffffffffff"
TOPIC = "arn:aws:sns:us-east-1:123456789012:replies"
NOW = datetime(2026, 1, 2, 3, 4, 5, 678000, timezone.utc)
LEASED = {
    "PhoneNumberArn": ARN + "phone-number/" + ID,
    "PhoneNumberId": ID,
    "IsoCountryCode": "US",
    "MessageType": "TRANSACTIONAL",
    "NumberCapabilities": ["SMS"],
    "NumberType": "SIMULATOR",
    "MonthlyLeasingPrice": "1.00",
    "TwoWayEnabled": False,
    "SelfManagedOptOutsEnabled": False,
    "OptOutListName": "Default",
    "CreatedTimestamp": NOW,
}
"""What every answer about the simplest number says, beside the number and its status."""
HELD = {**LEASED, "InternationalSendingEnabled": False, "DeletionProtectionEnabled": False}


def complete(simulator: Simulator, sms: Any, registration_type: str) -> str:
    """Create a registration that is complete."""
    registration = forms.create(sms, registration_type)
    simulator.set_registration_status(registration, "COMPLETE")
    return registration


def pool_of(sms: Any, number: str) -> str:
    """Open a pool around a number."""
    return str(
        sms.create_pool(
            OriginationIdentity=number, IsoCountryCode="US", MessageType="TRANSACTIONAL"
        )["PoolId"]
    )


def numbers(sms: Any, **arguments: Any) -> list[str]:
    """Return the ids of the numbers that a Describe lists."""
    listed = sms.describe_phone_numbers(**arguments)["PhoneNumbers"]
    return [each["PhoneNumberId"] for each in listed]
