"""Phone numbers: request."""

from __future__ import annotations

import re
from typing import Any

import boto3
import phonenumbers
import pytest
from freezegun import freeze_time
from moto.moto_api._internal import mock_random

from moto_pinpoint_sms_v2 import Simulator

from ...support import body, refused
from ..number_types import (
    ARN,
    LONG_CODE,
    SIMULATOR,
    TEN_DLC,
    TOLL_FREE,
    describe,
    registered,
    request,
)
from .phone_numbers import HELD, ID, NOW, numbers


@freeze_time(NOW)
def test_request_phone_number_answers_the_number(sms: Any, simulator: Simulator) -> None:
    simulator.use_id("phone-number", ID)

    answer = body(sms.request_phone_number(**SIMULATOR))

    assert re.fullmatch(r"\+1[2-9]\d\d55501\d\d", answer.pop("PhoneNumber"))
    assert answer == {**HELD, "Status": "PENDING"}


@freeze_time(NOW)
def test_request_phone_number_answers_what_was_asked(sms: Any, simulator: Simulator) -> None:
    simulator.use_id("phone-number", ID)
    sms.create_opt_out_list(OptOutListName="news")
    registration = registered(sms, "GB_LONG_CODE_REGISTRATION")

    answer = body(
        sms.request_phone_number(
            IsoCountryCode="GB",
            MessageType="PROMOTIONAL",
            NumberCapabilities=["SMS"],
            NumberType="LONG_CODE",
            RegistrationId=registration,
            OptOutListName=ARN + "opt-out-list/news",
            InternationalSendingEnabled=True,
            DeletionProtectionEnabled=True,
            Tags=[{"Key": "Name", "Value": "Codes"}],
        )
    )

    assert re.fullmatch(r"\+447700900\d{3}", answer.pop("PhoneNumber"))
    assert answer == {
        **HELD,
        "Status": "PENDING",
        "IsoCountryCode": "GB",
        "MessageType": "PROMOTIONAL",
        "NumberCapabilities": ["SMS"],
        "NumberType": "LONG_CODE",
        "RegistrationId": registration,
        "OptOutListName": "news",
        "InternationalSendingEnabled": True,
        "DeletionProtectionEnabled": True,
        "Tags": [{"Key": "Name", "Value": "Codes"}],
    }


def test_request_phone_number_generates_an_id(sms: Any) -> None:
    assert re.fullmatch(r"phone-[0-9a-f]{32}", request(sms))


@pytest.mark.parametrize(
    ("wish", "price"),
    [
        pytest.param(SIMULATOR, "1.00", id="simulator"),
        pytest.param(TOLL_FREE, "2.00", id="toll-free"),
        pytest.param(LONG_CODE, "1.00", id="long code"),
    ],
)
def test_request_phone_number_has_a_price(sms: Any, wish: dict[str, Any], price: str) -> None:
    assert describe(sms, request(sms, wish))["MonthlyLeasingPrice"] == price


@pytest.mark.parametrize(
    ("wish", "pattern"),
    [
        pytest.param(SIMULATOR, r"\+1[2-9]\d\d55501\d\d", id="simulator"),
        pytest.param(TOLL_FREE, r"\+1(888|877|866|855|844|833)55501\d\d", id="toll-free"),
        pytest.param({**LONG_CODE, "IsoCountryCode": "CA"}, r"\+1[2-9]\d\d55501\d\d", id="CA"),
        pytest.param(LONG_CODE, r"\+447700900\d\d\d", id="GB"),
        pytest.param(
            {**LONG_CODE, "IsoCountryCode": "DE"}, r"\+49(17139200|176040690)\d\d", id="DE"
        ),
        pytest.param({**LONG_CODE, "IsoCountryCode": "SE"}, r"\+467017406[1-9]\d", id="SE"),
    ],
)
def test_numbers_are_those_kept_for_fiction(sms: Any, wish: dict[str, Any], pattern: str) -> None:
    assert re.fullmatch(pattern, describe(sms, request(sms, wish))["PhoneNumber"])


@pytest.mark.parametrize("country", ["AT", "AU", "CA", "CL", "DE", "HK", "HU", "IT", "PL", "PT"])
def test_numbers_are_valid_in_their_country(sms: Any, country: str) -> None:
    number = describe(sms, request(sms, LONG_CODE, IsoCountryCode=country))["PhoneNumber"]

    assert phonenumbers.is_valid_number_for_region(phonenumbers.parse(number), country)


def test_no_number_is_leased_twice(sms: Any, limits: Any) -> None:
    limits.set("PHONE_NUMBERS", 300)
    registration = registered(sms, "SE_LONG_CODE_REGISTRATION")
    wish = {**LONG_CODE, "IsoCountryCode": "SE", "RegistrationId": registration}
    leased = set()
    for _ in range(200):
        answer = sms.request_phone_number(**wish)
        leased.add(answer["PhoneNumber"])
        sms.release_phone_number(PhoneNumberId=answer["PhoneNumberId"])

    assert len(leased) == 200


def test_numbers_follow_the_seed(sms: Any) -> None:
    def first_number_in(region: str) -> str:
        mock_random.seed(7)
        client = boto3.client("pinpoint-sms-voice-v2", region_name=region)
        return str(client.request_phone_number(**SIMULATOR)["PhoneNumber"])

    assert first_number_in("eu-west-1") == first_number_in("eu-central-1")


@pytest.mark.parametrize(
    "wish",
    [
        pytest.param({**SIMULATOR, "MessageType": "PROMOTIONAL"}, id="promotional simulator"),
        pytest.param({**SIMULATOR, "IsoCountryCode": "GB"}, id="simulator abroad"),
        pytest.param({**SIMULATOR, "NumberCapabilities": ["RCS"]}, id="number with RCS"),
        pytest.param({**TOLL_FREE, "IsoCountryCode": "GB"}, id="toll-free abroad"),
        pytest.param({**TEN_DLC, "IsoCountryCode": "CA"}, id="10DLC abroad"),
        pytest.param({**TOLL_FREE, "IsoCountryCode": "CA"}, id="Canadian toll-free"),
        pytest.param({**LONG_CODE, "IsoCountryCode": "US"}, id="US long code for SMS"),
        pytest.param({**LONG_CODE, "NumberCapabilities": ["VOICE"]}, id="British voice"),
        pytest.param({**LONG_CODE, "IsoCountryCode": "IE"}, id="long codes by support"),
        pytest.param({**LONG_CODE, "IsoCountryCode": "IN"}, id="long codes that only receive"),
        pytest.param({**LONG_CODE, "NumberCapabilities": ["SMS", "MMS"]}, id="British MMS"),
        pytest.param({**LONG_CODE, "IsoCountryCode": "FR"}, id="no long codes"),
        pytest.param({**LONG_CODE, "IsoCountryCode": "ZZ"}, id="no country"),
    ],
)
def test_request_phone_number_refuses_what_aws_does_not_lease(
    sms: Any, wish: dict[str, Any]
) -> None:
    looked_for = f"{wish['NumberType']}/{wish['IsoCountryCode']}"

    with refused("ResourceNotFoundException", kind="phone-number", id=looked_for):
        sms.request_phone_number(**wish)


@pytest.mark.parametrize("capabilities", [["SMS"], ["SMS", "VOICE"], ["MMS"]])
def test_a_simulator_number_has_the_capabilities_asked_for(
    sms: Any, capabilities: list[str]
) -> None:
    answer = sms.request_phone_number(**{**SIMULATOR, "NumberCapabilities": capabilities})

    assert answer["NumberCapabilities"] == capabilities


def test_a_british_long_code_needs_a_registration(sms: Any) -> None:
    with refused("ValidationException", "MISSING_PARAMETER", fields=["registrationId"]):
        sms.request_phone_number(**LONG_CODE)


def test_a_canadian_long_code_needs_none(sms: Any) -> None:
    number = request(sms, LONG_CODE, IsoCountryCode="CA")

    assert describe(sms, number)["Status"] == "ACTIVE"


@pytest.mark.parametrize(
    ("member", "kind", "identifier"),
    [
        ("OptOutListName", "opt-out-list", "news"),
        ("RegistrationId", "registration", "registration-" + "f" * 32),
        ("PoolId", "pool", "pool-" + "f" * 32),
    ],
)
def test_request_phone_number_refuses_the_unknown(
    sms: Any, member: str, kind: str, identifier: str
) -> None:
    with refused("ResourceNotFoundException", kind=kind, id=identifier):
        sms.request_phone_number(**TOLL_FREE, **{member: identifier})


def test_request_phone_number_stops_at_the_quota(sms: Any, limits: Any) -> None:
    limits.set("PHONE_NUMBERS", 1)
    request(sms)

    with refused("ServiceQuotaExceededException", "PHONE_NUMBERS_PER_ACCOUNT"):
        request(sms)


def test_a_released_number_counts_for_no_quota(sms: Any, limits: Any) -> None:
    limits.set("PHONE_NUMBERS", 1)
    sms.release_phone_number(PhoneNumberId=request(sms))

    assert request(sms)


def test_a_refused_request_leases_nothing(sms: Any, limits: Any) -> None:
    registration = registered(sms, "SE_LONG_CODE_REGISTRATION")
    wish = {**LONG_CODE, "IsoCountryCode": "SE", "RegistrationId": registration}
    limits.set("PHONE_NUMBERS", 0)
    for _ in range(90):  # as many as Sweden keeps for fiction
        with refused("ServiceQuotaExceededException", "PHONE_NUMBERS_PER_ACCOUNT"):
            sms.request_phone_number(**wish)
    limits.set("PHONE_NUMBERS", 1)

    assert sms.request_phone_number(**wish)["PhoneNumber"].startswith("+467017406")
    assert len(numbers(sms)) == 1


def test_the_same_token_leases_one_number(sms: Any) -> None:
    first = request(sms, ClientToken="once")

    assert request(sms, ClientToken="once") == first
    assert numbers(sms) == [first]
