"""Arguments of the Simulator's calls, drawn from how they are declared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.simulator_calls import CALLS

from .inputs import BROKEN, TEXTS, Inputs

_AS: Mapping[str, str] = {
    "destination": "OriginationIdentity",
    "destination_phone_number": "DestinationPhoneNumber",
    "iso_country_code": "IsoCountryCode",
    "message_id": "MessageId",
    "notify_configuration_id": "NotifyConfigurationId",
    "origination_identity": "OriginationIdentity",
    "origination_phone_number": "DestinationPhoneNumber",
    "phone_number_id": "PhoneNumberId",
    "pool_id": "PoolId",
    "rcs_agent_id": "RcsAgentId",
    "registration_id": "RegistrationId",
    "sender_id": "SenderId",
    "verified_destination_number_id": "VerifiedDestinationNumberId",
}
"""What callers of the API call it."""
_SAID: Mapping[str, Sequence[Any]] = {
    "account_id": ["123456789012", "123456789012", "111122223333"],
    "amount": [0, 0.01, 99.99, 10**6],
    "body": ["STOP", "START", "HELP", "help ", "INFO", "Hello", "", "\0", "Grüße 👋" * 300],
    "carrier_name": ["AT&T", "T-Mobile", "Verizon"],
    "code": ["ThrottlingException", "ConflictException", "TeapotException"],
    "denied_reasons": [[{"reason": "FIELD", "shortDescription": "No."}]],
    "field_denied_reasons": [{"companyInfo.city": "No."}, {"none": "No."}],
    "is_final": [True, False],
    "latitude": [51.5007, -90, 90.1],
    "longitude": [-0.1246, 180, 10**6],
    "max": [0, 1, 5, 100, 10**6],
    "media_urls": [["s3://media/cat.png"], ["s3://none/cat.png"], ["https://example.com/"]],
    "name": ["POOLS", "PHONE_NUMBERS", "TAGS_PER_RESOURCE", "VERIFICATION_ATTEMPTS_PER_DAY"],
    "phone_number": ["+12065550100", "+447700900100", "+447700900999"],
    "postback_data": ["yes", "no"],
    "region_name": ["us-east-1", "us-east-1", "us-east-1", "eu-west-1", "mars-1"],
    "text": ["Yes", "Here", "No"],
    "resource_type": ["pool", "phone-number", "registration", "message", "opt-out-list"],
}


def draw(inputs: Inputs, call: str) -> dict[str, Any]:
    """Return arguments of the call."""
    inputs.faulty = inputs.random.choice((0, 0, 0, 0.02, 0.2))
    drawn = {
        name: _value(inputs, call, name, about)
        for name, about in {**CALLS[call].parameters.described(), **_PLACE}.items()
        if inputs.happens(1 - inputs.faulty if "required" in about else 0.15)
    }
    if inputs.happens(inputs.faulty):
        drawn[inputs.random.choice(TEXTS)] = inputs.random.choice(BROKEN)
    return drawn


_PLACE: Mapping[str, dict[str, Any]] = {"account_id": {}, "region_name": {}}


def _value(inputs: Inputs, call: str, name: str, about: Mapping[str, Any]) -> Any:
    if inputs.happens(inputs.faulty):
        return inputs.random.choice(BROKEN)
    if "one_of" in about:
        word = inputs.random.choice(about["one_of"])
        return [word] if isinstance(about.get("default"), tuple) else word
    if isinstance(about.get("default"), bool):
        return inputs.happens(0.8)
    known = inputs.known.get(f"{call}.{name}") or inputs.known.get(_AS.get(name, ""))
    return inputs.random.choice(known or _SAID.get(name, TEXTS))
