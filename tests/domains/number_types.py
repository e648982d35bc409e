"""Numbers for tests: requests that are granted."""

from __future__ import annotations

from typing import Any

from moto_pinpoint_sms_v2 import Simulator

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
    """Request a number, and return its id; a long code is registered first where that must be."""
    wanted = {**wish, **arguments}
    if needs_registration(wanted) and "RegistrationId" not in wanted:
        wanted["RegistrationId"] = registered(
            sms, f"{wanted['IsoCountryCode']}_LONG_CODE_REGISTRATION"
        )
    return str(sms.request_phone_number(**wanted)["PhoneNumberId"])


def needs_registration(wish: dict[str, Any]) -> bool:
    """Say whether a wish is for a long code that is leased for a registration only."""
    return wish["NumberType"] == "LONG_CODE" and wish["IsoCountryCode"] not in ("CA", "US")


def registered(sms: Any, registration_type: str) -> str:
    """Return a registration of that type that is complete, whatever its form says."""
    registration = str(
        sms.create_registration(RegistrationType=registration_type)["RegistrationId"]
    )
    simulator_of(sms).set_registration_status(registration, "COMPLETE")
    return registration


def simulator_of(sms: Any) -> Simulator:
    """Return the Simulator of where a client sends."""
    endpoint: str = sms.meta.endpoint_url
    return Simulator(
        region_name=sms.meta.region_name,
        endpoint_url=None if endpoint.startswith("https") else endpoint,
    )


def describe(sms: Any, number: str) -> dict[str, Any]:
    """Return what a Describe says of one number."""
    [entry] = sms.describe_phone_numbers(PhoneNumberIds=[number])["PhoneNumbers"]
    return dict(entry)
