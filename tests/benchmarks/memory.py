"""What stays in memory for each thing that a test makes, beyond what boto3 itself keeps."""

from __future__ import annotations

import gc
import tracemalloc

from moto import mock_aws

from moto_pinpoint_sms_v2 import Simulator

from .floors import through_moto
from .measuring import REGION, Call, On, client, unlimited
from .senders import new_numbers, sender

_THINGS = 1000
_ATTACHMENT = b"%PDF-1.7\n" + b"x" * 400_000


def kept(call: Call, times: int = _THINGS) -> float:
    """Return the bytes that each call leaves behind."""
    for _ in range(times // 10):
        call()
    gc.collect()
    tracemalloc.start()
    for _ in range(times):
        call()
    gc.collect()
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return size / times


def things() -> dict[str, tuple[On, int]]:
    """Return what makes one thing each, and how many bytes it may take."""
    sms = client()
    origin = sender()
    sms.create_configuration_set(ConfigurationSetName="plain")
    numbers = new_numbers()
    registration = {"RegistrationType": "US_TEN_DLC_CAMPAIGN_REGISTRATION"}

    def come_and_go(via: object) -> None:
        created = via.create_registration(**registration)  # type: ignore[attr-defined]
        via.delete_registration(  # type: ignore[attr-defined]
            RegistrationId=created["RegistrationId"]
        )

    def attach_and_delete(via: object) -> None:
        created = via.create_registration_attachment(  # type: ignore[attr-defined]
            AttachmentBody=_ATTACHMENT
        )
        via.delete_registration_attachment(  # type: ignore[attr-defined]
            RegistrationAttachmentId=created["RegistrationAttachmentId"]
        )

    return {
        "a bare registration": (lambda via: via.create_registration(**registration), 1500),
        "one that was deleted, of which its token stays": (come_and_go, 1000),
        "an attachment of 400 kB that was deleted": (attach_and_delete, 2000),
        "a text with two events, to a new number": (
            lambda via: via.send_text_message(
                DestinationPhoneNumber=next(numbers),
                OriginationIdentity=origin,
                MessageBody="Your code is 123456",
                ConfigurationSetName="plain",
            ),
            2500,
        ),
    }


@mock_aws
def main() -> None:
    """Print what each thing keeps."""
    unlimited()
    Simulator(region_name=REGION).set_account_tier("PRODUCTION")
    ours = client()
    print(f"\n{'bytes kept by each':<50}{'boto3':>8}{'here':>8}{'bar':>8}")
    for name, (make, bar) in things().items():
        times = 30 if "attachment" in name else _THINGS
        here = kept(lambda make=make: make(ours), times)  # type: ignore[misc]
        alone = 0.0 if "deleted" in name else kept(through_moto(make), times)
        print(f"{name:<50}{alone:>8.0f}{here - alone:>8.0f}{bar:>8}")
