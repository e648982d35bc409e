"""Carrier lookup."""

from __future__ import annotations

import re
from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator

from ...support import body, refused


def test_carrier_lookup_knows_the_network_of_a_mobile_number(sms: Any) -> None:
    # A simulator destination of AWS's, in a range of O2's.
    assert body(sms.carrier_lookup(PhoneNumber="+447860019066")) == {
        "E164PhoneNumber": "+447860019066",
        "PhoneNumberType": "MOBILE",
        "DialingCountryCode": "44",
        "IsoCountryCode": "GB",
        "Country": "United Kingdom",
        "MCC": "234",
        "MNC": "10",
        "Carrier": "O2",
    }


def test_carrier_lookup_leaves_out_what_is_not_known(sms: Any) -> None:
    assert body(sms.carrier_lookup(PhoneNumber="+12065550100")) == {
        "E164PhoneNumber": "+12065550100",
        "PhoneNumberType": "MOBILE",
        "DialingCountryCode": "1",
        "IsoCountryCode": "US",
        "Country": "United States",
    }


def test_carrier_lookup_gives_a_landline_no_mobile_codes(sms: Any) -> None:
    assert body(sms.carrier_lookup(PhoneNumber="+442079460000")) == {
        "E164PhoneNumber": "+442079460000",
        "PhoneNumberType": "LANDLINE",
        "DialingCountryCode": "44",
        "IsoCountryCode": "GB",
        "Country": "United Kingdom",
    }


@pytest.mark.parametrize(
    ("number", "number_type"),
    [
        ("+61455944038", "MOBILE"),
        ("+12065550100", "MOBILE"),
        ("+33140205050", "LANDLINE"),
        ("+445600123456", "VOIP"),
        ("+18005550199", "OTHER"),
        ("+80012345678", "OTHER"),
    ],
    ids=["mobile", "mobile or landline", "landline", "voip", "freephone", "of no country"],
)
def test_carrier_lookup_names_the_type(sms: Any, number: str, number_type: str) -> None:
    assert sms.carrier_lookup(PhoneNumber=number)["PhoneNumberType"] == number_type


def test_carrier_lookup_gives_a_number_of_no_country_no_country(sms: Any) -> None:
    assert body(sms.carrier_lookup(PhoneNumber="+80012345678")) == {
        "E164PhoneNumber": "+80012345678",
        "PhoneNumberType": "OTHER",
        "DialingCountryCode": "800",
    }


@pytest.mark.parametrize(
    "written",
    ["+1 (206) 555-0100", "+1.206.555.0100", "+[1] 206,555,0100", "+1{206}5550100"],
)
def test_carrier_lookup_removes_what_is_there_for_the_eye(sms: Any, written: str) -> None:
    answer = body(sms.carrier_lookup(PhoneNumber=written))

    assert (answer["E164PhoneNumber"], answer["PhoneNumberType"]) == ("+12065550100", "MOBILE")
    assert "OriginalPhoneNumber" not in answer


@pytest.mark.parametrize(
    ("number", "e164"),
    [
        ("+12065", "+12065"),
        ("+1 206 555 010", "+1206555010"),
        ("+210555", "+210555"),
        ("+21", "+21"),
        ("+1234567890123456789", "+1234567890123456789"),
        ("+447700900123", "+447700900123"),
        ("+44 (0)7860 019066", "+4407860019066"),
    ],
    ids=[
        "too short",
        "a digit short",
        "unassigned",
        "2 digits",
        "19 digits",
        "fictional",
        "national prefix",
    ],
)
def test_carrier_lookup_answers_an_invalid_number_with_no_more_than_that(
    sms: Any, number: str, e164: str
) -> None:
    assert body(sms.carrier_lookup(PhoneNumber=number)) == {
        "E164PhoneNumber": e164,
        "PhoneNumberType": "INVALID",
    }


def test_cleansing_removes_a_national_prefix_and_shows_the_original(sms: Any) -> None:
    answer = sms.carrier_lookup(PhoneNumber="+44 (0)7860 019066", EnableCleansing=True)

    assert body(answer) == {
        "E164PhoneNumber": "+447860019066",
        "PhoneNumberType": "MOBILE",
        "DialingCountryCode": "44",
        "IsoCountryCode": "GB",
        "Country": "United Kingdom",
        "MCC": "234",
        "MNC": "10",
        "Carrier": "O2",
        "OriginalPhoneNumber": "+44 (0)7860 019066",
    }


def test_cleansing_shows_no_original_of_a_number_that_needed_none(sms: Any) -> None:
    answer = sms.carrier_lookup(PhoneNumber="+1 (206) 555-0100", EnableCleansing=True)

    assert "OriginalPhoneNumber" not in answer


def test_cleansing_does_not_save_an_invalid_number(sms: Any) -> None:
    assert body(sms.carrier_lookup(PhoneNumber="+12065", EnableCleansing=True)) == {
        "E164PhoneNumber": "+12065",
        "PhoneNumberType": "INVALID",
    }


@pytest.mark.parametrize("number", ["+1()", "+12345678901234567890"], ids=["1 digit", "20 digits"])
def test_carrier_lookup_refuses_what_is_no_e164_number(sms: Any, number: str) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["phoneNumber"]):
        sms.carrier_lookup(PhoneNumber=number)


@pytest.mark.parametrize("number", ["12065550100", "+0206", "+1206x"])
def test_carrier_lookup_refuses_what_does_not_match_the_pattern(sms: Any, number: str) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["phoneNumber"]):
        sms.carrier_lookup(PhoneNumber=number)


def test_a_test_says_what_carrier_lookup_answers(sms: Any, simulator: Simulator) -> None:
    before = body(sms.carrier_lookup(PhoneNumber="+447860019066"))
    told = {"phone_number_type": "PREPAID", "carrier": "Three", "mcc": "234", "mnc": "20"}

    simulator.set_carrier_lookup("+44 7860 019066", **told)

    changed = {"PhoneNumberType": "PREPAID", "Carrier": "Three", "MCC": "234", "MNC": "20"}
    assert body(sms.carrier_lookup(PhoneNumber="+447860019066")) == before | changed
    simulator.set_carrier_lookup("+447860019066")
    assert body(sms.carrier_lookup(PhoneNumber="+447860019066")) == before


def test_of_a_number_told_invalid_nothing_else_is_known(sms: Any, simulator: Simulator) -> None:
    simulator.set_carrier_lookup("+447860019066", phone_number_type="INVALID")

    assert body(sms.carrier_lookup(PhoneNumber="+447860019066")) == {
        "E164PhoneNumber": "+447860019066",
        "PhoneNumberType": "INVALID",
    }


@pytest.mark.parametrize(
    ("number", "members", "message"),
    [
        ("nobody", {}, "nobody is no number: it must have 2 to 19 digits"),
        (
            "07860 019066",
            {"carrier": "EE"},
            "'07860 019066' is not a phone number for phone_number: it needs its country code",
        ),
        ("+447860019066", {"mnc": "1"}, "'1' for mnc must match [0-9]{2,3}"),
        ("+447860019066", {"mcc": "23"}, "'23' for mcc must match [0-9]{3}"),
        ("+447860019066", {"iso_country_code": "gb"}, "iso_country_code must match [A-Z]{2}"),
        ("+447860019066", {"dialing_country_code": "+44"}, "must match [0-9]{1,3}"),
    ],
)
def test_set_carrier_lookup_refuses_what_is_never_answered(
    simulator: Simulator, number: str, members: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        simulator.set_carrier_lookup(number, **members)
