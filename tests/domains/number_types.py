"""Numbers for tests: requests that are granted."""

from __future__ import annotations

from typing import Any

SIMULATOR = {
    "IsoCountryCode": "US",
    "MessageType": "TRANSACTIONAL",
    "NumberCapabilities": ["SMS"],
    "NumberType": "SIMULATOR",
}
TOLL_FREE = {**SIMULATOR, "NumberType": "TOLL_FREE"}
TEN_DLC = {**SIMULATOR, "NumberType": "TEN_DLC"}
LONG_CODE = {**SIMULATOR, "NumberType": "LONG_CODE", "IsoCountryCode": "GB"}
ARN = "arn:aws:sms-voice:us-east-1:123456789012:"


def request(sms: Any, wish: dict[str, Any] = SIMULATOR, **arguments: Any) -> str:
    """Request a number, and return its id."""
    return str(sms.request_phone_number(**{**wish, **arguments})["PhoneNumberId"])


def describe(sms: Any, number: str) -> dict[str, Any]:
    """Return what a Describe says of one number."""
    [entry] = sms.describe_phone_numbers(PhoneNumberIds=[number])["PhoneNumbers"]
    return dict(entry)
