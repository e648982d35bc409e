"""A scene for the Simulator: in process, or behind moto's server."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

from moto_pinpoint_sms_v2 import Simulator

from .domains.senders import BRITISH_HANDSET as HANDSET
from .domains.senders import british_number
from .support import REGION

BRAND = "US_TEN_DLC_BRAND_REGISTRATION"


@cache
def _client(endpoint_url: str | None, region_name: str) -> Any:
    return boto3.client(
        "pinpoint-sms-voice-v2",
        region_name=region_name,
        endpoint_url=endpoint_url,
        config=Config(retries={"total_max_attempts": 1}),
    )


@dataclass(frozen=True)
class Scene:
    """One message that was sent, one registration in review, one number to be verified."""

    simulator: Simulator
    sms: Any
    number: str
    message_id: str
    registration: str
    verified: str

    def send(self, body: str = "Hello.") -> str:
        """Send, and return what became of it: a status, or the reason why not."""
        return self.send_to(HANDSET, OriginationIdentity=self.number, MessageBody=body)

    def send_to(self, destination: str, **arguments: str) -> str:
        """Send to some number, and return what became of it."""
        given = {"DestinationPhoneNumber": destination, "MessageBody": "Hello.", **arguments}
        try:
            answer = self.sms.send_text_message(**given)
        except ClientError as error:
            return str(error.response.get("Reason", error.response["Error"]["Code"]))
        [sent] = self.simulator.messages(message_id=answer["MessageId"])
        return sent.status

    def registration_status(self) -> str:
        answer = self.sms.describe_registrations(RegistrationIds=[self.registration])
        return str(answer["Registrations"][0]["RegistrationStatus"])


def set_up(endpoint_url: str | None, region_name: str = REGION) -> Scene:
    """Return the scene, played in process or on the server of that URL."""
    simulator = Simulator(region_name=region_name, endpoint_url=endpoint_url)
    sms = _client(endpoint_url, region_name)
    number = british_number(sms)
    registration = sms.create_registration(RegistrationType=BRAND)["RegistrationId"]
    simulator.set_registration_status(registration, "REVIEWING")
    sent = sms.send_text_message(
        DestinationPhoneNumber=HANDSET,
        OriginationIdentity=number,
        MessageBody="Your code is 482913.",
        Context={"order": "7Q2"},
    )
    verified = sms.create_verified_destination_number(DestinationPhoneNumber="+447700900199")
    return Scene(
        simulator,
        sms,
        number,
        sent["MessageId"],
        registration,
        verified["VerifiedDestinationNumberId"],
    )
