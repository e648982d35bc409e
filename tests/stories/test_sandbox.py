"""Sandbox: a new account may write to those only who have proved that they hold their number."""

from __future__ import annotations

import re
from typing import Any

import pytest
from botocore.exceptions import ClientError

from .senders import long_code
from .world import World

ANN = "+447700900101"


class NotVerified(Exception):
    """The number's holder has to type a code first."""


def send(sms: Any, sender: str, phone_number: str, text: str) -> None:
    """Send a text, or say that the number is to be verified."""
    try:
        sms.send_text_message(
            DestinationPhoneNumber=phone_number, OriginationIdentity=sender, MessageBody=text
        )
    except ClientError as error:
        if error.response.get("Reason") == "DESTINATION_PHONE_NUMBER_NOT_VERIFIED":
            raise NotVerified(phone_number) from error
        raise


def begin_verification(sms: Any, sender: str, phone_number: str) -> str:
    """Send a code to the number, and return the id that the answer has to go with."""
    entry = sms.create_verified_destination_number(DestinationPhoneNumber=phone_number)
    sms.send_destination_number_verification_code(
        VerifiedDestinationNumberId=entry["VerifiedDestinationNumberId"],
        VerificationChannel="TEXT",
        OriginationIdentity=sender,
    )
    return str(entry["VerifiedDestinationNumberId"])


def finish_verification(sms: Any, entry: str, code: str) -> bool:
    """Say whether that was the code."""
    try:
        sms.verify_destination_number(VerifiedDestinationNumberId=entry, VerificationCode=code)
    except ClientError as error:
        if error.response.get("Reason") == "VERIFICATION_CODE_MISMATCH":
            return False
        raise
    return True


def test_a_sandbox_account_writes_to_verified_numbers(world: World) -> None:
    sms, simulator = world.sms, world.simulator
    simulator.set_account_tier("SANDBOX")
    sender = long_code(simulator)

    with pytest.raises(NotVerified):
        send(sms, sender, ANN, "Hello")
    entry = begin_verification(sms, sender, ANN)

    # Ann reads the code on her handset; a test that wants no more than the code has it shorter.
    [message] = simulator.messages(destination_phone_number=ANN)
    found = re.search(r"\d{6}", message.message_body or "")
    assert found is not None
    assert simulator.verification_code(entry) == found[0]
    assert not finish_verification(sms, entry, "wrong")
    assert finish_verification(sms, entry, found[0])

    send(sms, sender, ANN, "Hello")
    assert [each.message_body for each in simulator.messages()][1:] == ["Hello"]

    # AWS lets the account out of the sandbox: now it may write to anybody.
    simulator.set_account_tier("PRODUCTION")
    send(sms, sender, "+447700900102", "Hello")
