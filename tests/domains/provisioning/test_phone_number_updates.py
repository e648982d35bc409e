"""Phone numbers: update."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from freezegun import freeze_time
from moto.moto_api import state_manager

from moto_pinpoint_sms_v2 import Simulator

from ...support import body, refused
from ..number_types import ARN, describe, request
from .phone_numbers import HELD, ID, NOW, OTHER, TOPIC, pool_of


@pytest.fixture
def number(simulator: Simulator, sms: Any) -> Iterator[str]:
    """A number whose id is known."""
    simulator.use_id("phone-number", ID)
    with freeze_time(NOW):
        yield request(sms)


@pytest.fixture
def manual() -> Iterator[None]:
    """Let numbers move at every second Describe only."""
    model = "pinpoint-sms-voice-v2::phone-number"
    state_manager.set_transition(model, {"progression": "manual", "times": 2})
    yield
    state_manager.unset_transition(model)


@pytest.mark.parametrize("prefix", ["", ARN + "phone-number/"], ids=["id", "arn"])
def test_update_phone_number_answers_all_settings(sms: Any, number: str, prefix: str) -> None:
    answer = body(
        sms.update_phone_number(
            PhoneNumberId=prefix + number,
            TwoWayEnabled=True,
            TwoWayChannelArn=TOPIC,
            InternationalSendingEnabled=True,
            DeletionProtectionEnabled=True,
        )
    )

    assert answer.pop("PhoneNumber").startswith("+1")
    assert answer == {
        **HELD,
        "Status": "ACTIVE",
        "TwoWayEnabled": True,
        "TwoWayChannelArn": TOPIC,
        "InternationalSendingEnabled": True,
        "DeletionProtectionEnabled": True,
    }
    assert describe(sms, number)["InternationalSendingEnabled"] is True


def test_update_phone_number_refuses_the_unknown(sms: Any) -> None:
    with refused("ResourceNotFoundException", kind="phone-number", id=OTHER):
        sms.update_phone_number(PhoneNumberId=OTHER)


def test_update_phone_number_leaves_a_number_in_a_pool_to_the_pool(sms: Any, number: str) -> None:
    pool_of(sms, number)

    with refused(
        "ConflictException", "PHONE_NUMBER_ASSOCIATED_TO_POOL", kind="phone-number", id=ID
    ):
        sms.update_phone_number(PhoneNumberId=number, DeletionProtectionEnabled=True)


def test_update_phone_number_refuses_a_released_number(sms: Any, manual: None, number: str) -> None:
    sms.release_phone_number(PhoneNumberId=number)

    with refused("ConflictException", "RESOURCE_NOT_ACTIVE", kind="phone-number", id=ID):
        sms.update_phone_number(PhoneNumberId=number)
