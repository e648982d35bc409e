"""Every country of AWS's tables: what can be requested, written to, called and sent there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import boto3
import phonenumbers
import pytest
from botocore.exceptions import ClientError
from moto import mock_aws

from moto_pinpoint_sms_v2 import Simulator

from ...support import REGION
from .aws_countries import COUNTRIES

TOPIC = "arn:aws:sns:us-east-1:123456789012:replies"
WITHOUT_REGISTRATION = {"GB"}
"""Terraform's acceptance tests request British sender IDs without."""
TERRITORIES = {"GU", "PR", "US", "VI"}


@pytest.fixture(scope="module")
def here() -> Iterator[tuple[Any, Simulator]]:
    """A client and its Simulator, for all countries together: each test minds its own."""
    with mock_aws():
        simulator = Simulator(region_name=REGION)
        for quota in ("SENDER_IDS", "PHONE_NUMBERS", "REGISTRATIONS"):
            simulator.set_account_limit(quota, 5000)
        yield boto3.client("pinpoint-sms-voice-v2", region_name=REGION), simulator


def said(call: Any, **arguments: Any) -> str:
    """Return OK, or why a call was refused."""
    try:
        call(**arguments)
    except ClientError as error:
        return str(error.response.get("Reason", error.response["Error"]["Code"]))
    return "OK"


@pytest.mark.parametrize("country", COUNTRIES)
def test_request_sender_id(here: tuple[Any, Simulator], country: str) -> None:
    sms, _ = here
    verdicts = {
        "y": "OK",
        "n": "SENDER_ID_NOT_SUPPORTED",
        "r": "OK" if country in WITHOUT_REGISTRATION else "SENDER_ID_REQUIRES_REGISTRATION",
    }

    verdict = said(sms.request_sender_id, SenderId="EXAMPLE", IsoCountryCode=country)

    assert verdict == verdicts[COUNTRIES[country][0]]


@pytest.mark.parametrize("country", COUNTRIES)
def test_request_phone_number(here: tuple[Any, Simulator], country: str) -> None:
    sms, _ = here
    long_codes = {"r": "MISSING_PARAMETER", "o": "OK"}
    at_home = {"TEN_DLC": "MISSING_PARAMETER", "TOLL_FREE": "OK", "SIMULATOR": "OK"}

    verdicts = {
        number_type: said(
            sms.request_phone_number,
            IsoCountryCode=country,
            MessageType="TRANSACTIONAL",
            NumberCapabilities=["SMS"],
            NumberType=number_type,
        )
        for number_type in ("LONG_CODE", "TEN_DLC", "TOLL_FREE", "SIMULATOR")
    }

    none = "ResourceNotFoundException"
    assert verdicts == {
        "LONG_CODE": long_codes.get(COUNTRIES[country][3], none),
        **{kind: at_home[kind] if country == "US" else none for kind in at_home},
    }


@pytest.mark.parametrize("country", COUNTRIES)
def test_numbers_that_an_account_can_own(here: tuple[Any, Simulator], country: str) -> None:
    _, simulator = here
    _, _, _, long_code, short_code, voice = COUNTRIES[country]
    capable = {
        ("LONG_CODE", "SMS"): long_code != "-" and country != "US",
        ("LONG_CODE", "VOICE"): voice == "v",
        ("SHORT_CODE", "SMS"): short_code == "s",
        ("LONG_CODE", "MMS"): country == "CA",
        ("SHORT_CODE", "MMS"): country in ("CA", "US"),
    }

    assert {each: _can_own(simulator, country, *each) for each in capable} == capable


def _can_own(simulator: Simulator, country: str, number_type: Any, capability: str) -> bool:
    try:
        simulator.add_phone_number(
            iso_country_code=country,
            number_type=number_type,
            number_capabilities=[capability],
        )
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    "country", [code for code, row in COUNTRIES.items() if row[4] == "s" or row[3] in "rosi"]
)
def test_two_way(here: tuple[Any, Simulator], country: str) -> None:
    sms, simulator = here
    number_type: Any = "SHORT_CODE" if COUNTRIES[country][4] == "s" else "LONG_CODE"
    number = simulator.add_phone_number(iso_country_code=country, number_type=number_type)

    verdict = said(
        sms.update_phone_number,
        PhoneNumberId=number["PhoneNumberId"],
        TwoWayEnabled=True,
        TwoWayChannelArn=TOPIC,
    )

    has_two_way = COUNTRIES[country][1] == "t"
    assert verdict == ("OK" if has_two_way else "TWO_WAY_NOT_SUPPORTED_IN_COUNTRY")


@pytest.mark.parametrize("country", [code for code in COUNTRIES if code not in TERRITORIES])
def test_international_sending(here: tuple[Any, Simulator], country: str) -> None:
    sms, simulator = here
    handset = phonenumbers.example_number_for_type(country, phonenumbers.PhoneNumberType.MOBILE)
    number = simulator.add_phone_number(
        iso_country_code="US", number_type="TOLL_FREE", international_sending_enabled=True
    )
    refusal = "DESTINATION_COUNTRY_BLOCKED" if country == "CN" else None

    verdict = said(
        sms.send_text_message,
        DestinationPhoneNumber=phonenumbers.format_number(
            handset, phonenumbers.PhoneNumberFormat.E164
        ),
        OriginationIdentity=number["PhoneNumberId"],
        MessageBody="Hello.",
    )

    taken = COUNTRIES[country][2] == "a"
    assert verdict == (refusal or ("OK" if taken else "INTERNATIONAL_SENDING_NOT_SUPPORTED"))


def test_no_country_is_left_out_of_protect(here: tuple[Any, Simulator]) -> None:
    sms, _ = here
    protect = sms.create_protect_configuration()["ProtectConfigurationId"]

    answer = sms.get_protect_configuration_country_rule_set(
        ProtectConfigurationId=protect, NumberCapability="SMS"
    )

    # Benin has a form, and stands in no table.
    assert set(answer["CountryRuleSet"]) == set(COUNTRIES) - {"BJ"}
