"""Phone numbers: which one is asked for."""

from __future__ import annotations

import re
from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator

from ...support import refused
from .. import registration_forms as forms
from ..number_types import LONG_CODE, SIMULATOR, TEN_DLC, TOLL_FREE
from .phone_numbers import complete


@pytest.fixture
def campaign(simulator: Simulator, sms: Any) -> str:
    """A 10DLC campaign that is complete."""
    return complete(simulator, sms, forms.CAMPAIGN)


@pytest.mark.parametrize(
    ("preference", "values", "pattern"),
    [
        ("StartsWith", ["+1206"], r"\+1206\d{7}"),
        ("StartsWith", ["1206"], r"\+1206\d{7}"),
        ("StartsWith", ["206"], r"\+1206\d{7}"),
        ("EndsWith", ["42"], r"\+1\d{8}42"),
        ("EndsWith", ["1234"], r"\+1\d{6}1234"),
        ("Contains", ["2065550"], r"\+12065550\d{3}"),
        ("ExactMatch", ["+12065550142"], r"\+12065550142"),
        ("ExactMatch", ["2065550142"], r"\+12065550142"),
        ("ExactMatch", ["+447700900123", "+12065550142"], r"\+12065550142"),
    ],
)
def test_number_preference_is_honoured(
    sms: Any, campaign: str, preference: str, values: list[str], pattern: str
) -> None:
    answer = sms.request_phone_number(
        **TEN_DLC,
        RegistrationId=campaign,
        NumberPreference=[{"PreferenceType": [preference], "Filter": values}],
    )

    assert re.fullmatch(pattern, answer["PhoneNumber"])


@pytest.mark.parametrize("preference", ["StartsWith", "EndsWith", "Contains", "ExactMatch"])
def test_number_preference_that_no_number_has_is_refused(
    sms: Any, campaign: str, preference: str
) -> None:
    with refused("ResourceNotFoundException", kind="phone-number", id="TEN_DLC/US"):
        sms.request_phone_number(
            **TEN_DLC,
            RegistrationId=campaign,
            NumberPreference=[{"PreferenceType": [preference], "Filter": ["+44770"]}],
        )


def test_number_preference_skips_what_is_leased(sms: Any, campaign: str) -> None:
    wish = {
        **TEN_DLC,
        "RegistrationId": campaign,
        "NumberPreference": [{"PreferenceType": ["ExactMatch"], "Filter": ["+12065550142"]}],
    }
    sms.request_phone_number(**wish)

    with refused("ResourceNotFoundException", kind="phone-number", id="TEN_DLC/US"):
        sms.request_phone_number(**wish)


@pytest.mark.parametrize("preference", ["StartsWith", "EndsWith", "Contains"])
def test_number_preference_by_pattern_takes_one_pattern(
    sms: Any, campaign: str, preference: str
) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["numberPreference"]):
        sms.request_phone_number(
            **TEN_DLC,
            RegistrationId=campaign,
            NumberPreference=[{"PreferenceType": [preference], "Filter": ["42", "43"]}],
        )


@pytest.mark.parametrize("wish", [SIMULATOR, TOLL_FREE, LONG_CODE], ids=lambda w: w["NumberType"])
def test_number_preference_is_for_us_ten_dlc_only(sms: Any, wish: dict[str, Any]) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["numberPreference"]):
        sms.request_phone_number(
            **wish, NumberPreference=[{"PreferenceType": ["EndsWith"], "Filter": ["42"]}]
        )
