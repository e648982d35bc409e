"""Whose a phone number is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from freezegun import freeze_time
from moto.core import DEFAULT_ACCOUNT_ID

from moto_pinpoint_sms_v2 import Simulator

from ...support import backend, refused
from ..number_types import describe, request
from .phone_numbers import ID, NOW, numbers


@pytest.fixture
def number(simulator: Simulator, sms: Any) -> Iterator[str]:
    """A number whose id is known."""
    simulator.use_id("phone-number", ID)
    with freeze_time(NOW):
        yield request(sms)


def test_numbers_belong_to_a_region(sms: Any, number: str) -> None:
    elsewhere = boto3.client("pinpoint-sms-voice-v2", region_name="eu-west-1")

    assert numbers(elsewhere) == []


def test_numbers_belong_to_an_account(
    sms: Any, number: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert DEFAULT_ACCOUNT_ID in describe(sms, number)["PhoneNumberArn"]
    monkeypatch.setenv("MOTO_ACCOUNT_ID", "210987654321")

    assert numbers(sms) == []


def test_a_reset_takes_all_numbers(sms: Any, number: str) -> None:
    backend().reset()

    assert numbers(sms) == []


def test_a_number_of_another_account_is_unknown(sms: Any, number: str) -> None:
    arn = "arn:aws:sms-voice:us-east-1:210987654321:phone-number/" + ID

    with refused("ResourceNotFoundException", kind="phone-number", id=arn):
        sms.describe_phone_numbers(PhoneNumberIds=[arn])
