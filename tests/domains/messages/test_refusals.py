"""Refused sends are kept, as they were refused."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timezone
from typing import Any

import pytest
from botocore.exceptions import ClientError
from freezegun import freeze_time

from moto_pinpoint_sms_v2 import Refusal, Simulator

from ...support import backend
from ..senders import BRITISH_HANDSET as HANDSET
from ..senders import british_number

NOBODY = "+12065550100"


def refuse(sms: Any, operation: str = "send_text_message", **members: Any) -> None:
    with pytest.raises(ClientError):
        getattr(sms, operation)(**{"DestinationPhoneNumber": NOBODY, **members})


@freeze_time("2026-01-02 03:04:05")
def test_a_refused_send_says_everything(sms: Any, simulator: Simulator) -> None:
    refuse(sms, MessageBody="Hi.", OriginationIdentity="phone-1")

    assert simulator.refusals() == [
        Refusal(
            operation="SendTextMessage",
            code="ResourceNotFoundException",
            reason=None,
            message='Resource Not Found - ResourceType="phone-number" ResourceId="phone-1"',
            destination_phone_number=NOBODY,
            origination_identity="phone-1",
            message_body="Hi.",
            created_timestamp=datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone.utc),
        )
    ]


def test_every_kind_of_refusal_is_kept(sms: Any, simulator: Simulator) -> None:
    simulator.inject_error("SendVoiceMessage", "AccessDeniedException", reason="ACCOUNT_DISABLED")
    refuse(sms, "send_voice_message", OriginationIdentity="phone-1")
    refuse(sms, MessageBody="Hi.", DestinationPhoneNumber="nobody")
    refuse(sms, "send_media_message", OriginationIdentity="phone-1", DestinationPhoneNumber="1")

    assert [(each.operation, each.code, each.reason) for each in simulator.refusals()] == [
        ("SendVoiceMessage", "AccessDeniedException", "ACCOUNT_DISABLED"),
        ("SendTextMessage", "ValidationException", "INVALID_PARAMETER"),
        ("SendMediaMessage", "ValidationException", "INVALID_PARAMETER"),
    ]


def test_a_refused_code_is_one_to_the_number_that_it_verifies(
    sms: Any, simulator: Simulator
) -> None:
    verified = sms.create_verified_destination_number(DestinationPhoneNumber=NOBODY)
    refuse_code = sms.send_destination_number_verification_code
    with pytest.raises(ClientError):
        refuse_code(
            VerifiedDestinationNumberId=verified["VerifiedDestinationNumberId"],
            VerificationChannel="TEXT",
            OriginationIdentity="phone-1",
        )

    [refusal] = simulator.refusals(operation="SendDestinationNumberVerificationCode")
    assert refusal.destination_phone_number == NOBODY


def test_refusals_are_found_by_number_in_any_spelling_and_by_operation(
    sms: Any, simulator: Simulator
) -> None:
    refuse(sms, MessageBody="Hi.")
    refuse(sms, MessageBody="Hi.", DestinationPhoneNumber="14255550100")
    refuse(sms, "send_voice_message", OriginationIdentity="phone-1")

    def operations(**filters: Any) -> list[str]:
        return [each.operation for each in simulator.refusals(**filters)]

    assert operations(destination_phone_number="12065550100") == [
        "SendTextMessage",
        "SendVoiceMessage",
    ]
    assert operations(operation="SendTextMessage") == ["SendTextMessage"] * 2
    assert operations(destination_phone_number="+14255550100", operation="SendVoiceMessage") == []


def test_what_is_no_send_and_what_is_dry_is_none(sms: Any, simulator: Simulator) -> None:
    refuse(sms, MessageBody="Hi.", DryRun=True)
    with pytest.raises(ClientError):
        sms.delete_pool(PoolId="pool-1")
    sms.send_text_message(
        DestinationPhoneNumber=HANDSET, OriginationIdentity=british_number(sms), MessageBody="Hi."
    )

    assert simulator.refusals() == []


def test_a_thousand_are_kept(sms: Any, simulator: Simulator) -> None:
    refuse(sms, MessageBody="first")
    [first] = simulator.refusals()
    log = backend().refused
    log.extend(replace(first, message_body=str(n)) for n in range(999))
    assert simulator.refusals()[0].message_body == "first"

    refuse(sms, MessageBody="last")

    kept = simulator.refusals()
    assert (len(kept), kept[0].message_body, kept[-1].message_body) == (1000, "0", "last")


def test_clearing_a_conversation_forgets_its_refusals(sms: Any, simulator: Simulator) -> None:
    refuse(sms, MessageBody="Hi.")
    refuse(sms, MessageBody="Hi.", DestinationPhoneNumber="+14255550100")

    simulator.clear_messages(channel="TEXT")
    assert len(simulator.refusals()) == 2
    simulator.clear_messages(destination_phone_number=NOBODY)
    assert [each.destination_phone_number for each in simulator.refusals()] == ["+14255550100"]
    simulator.clear_messages()
    assert simulator.refusals() == []


def test_a_reset_forgets_them(sms: Any, simulator: Simulator) -> None:
    with suppress(ClientError):
        sms.send_text_message(DestinationPhoneNumber=NOBODY, MessageBody="Hi.")
    backend().reset()

    assert simulator.refusals() == []
