"""Available phone numbers: the search for a number."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

import boto3
import pytest

from moto_pinpoint_sms_v2 import Simulator

from ...support import REGION, body, refused
from .. import registration_forms as forms
from ..number_types import ARN, TEN_DLC

UNKNOWN = "registration-" + "f" * 32


@pytest.fixture
def search(sms: Any, simulator: Simulator) -> dict[str, Any]:
    """The search for a campaign that is complete."""
    campaign = forms.create(sms, forms.CAMPAIGN)
    simulator.set_registration_status(campaign, "COMPLETE")
    return {
        "IsoCountryCode": "US",
        "NumberCapabilities": ["SMS"],
        "NumberType": "TEN_DLC",
        "RegistrationId": campaign,
    }


def prefer(preference: str, *values: str) -> dict[str, Any]:
    """Return a preference as a call has it."""
    return {"NumberPreference": [{"PreferenceType": [preference], "Filter": list(values)}]}


def found(sms: Any, search: dict[str, Any], **arguments: Any) -> list[str]:
    """Return the first page of a search."""
    return list(sms.list_available_phone_numbers(**search, **arguments)["AvailablePhoneNumbers"])


def test_list_available_phone_numbers_answers_ten_at_first(
    sms: Any, search: dict[str, Any]
) -> None:
    listed = found(sms, search)

    assert len(set(listed)) == 10
    assert all(re.fullmatch(r"\+1[2-9]\d\d55501\d\d", number) for number in listed)


def test_list_available_phone_numbers_in_pages(sms: Any, search: dict[str, Any]) -> None:
    paginator = sms.get_paginator("list_available_phone_numbers")
    listed = list(
        islice(
            (
                page["AvailablePhoneNumbers"]
                for page in paginator.paginate(**search, PaginationConfig={"PageSize": 4})
            ),
            4,
        )
    )

    assert [len(page) for page in listed] == [4, 4, 4, 4]
    assert [number for page in listed for number in page][:10] == found(sms, search)


def test_list_available_phone_numbers_ends(sms: Any, search: dict[str, Any]) -> None:
    exactly = prefer("StartsWith", "+1206555010")
    first = sms.list_available_phone_numbers(**search, **exactly, MaxResults=6)

    last = sms.list_available_phone_numbers(
        **search, **exactly, MaxResults=6, NextToken=first["NextToken"]
    )

    assert first["AvailablePhoneNumbers"] == [f"+1206555010{digit}" for digit in range(6)]
    assert body(last) == {
        "AvailablePhoneNumbers": [f"+1206555010{digit}" for digit in range(6, 10)]
    }


def test_list_available_phone_numbers_takes_no_exact_match(
    sms: Any, search: dict[str, Any]
) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["numberPreference"]):
        sms.list_available_phone_numbers(**search, **prefer("ExactMatch", "+12065550142"))


@pytest.mark.parametrize("size", [0, 11])
def test_list_available_phone_numbers_has_pages_of_ten_at_most(
    sms: Any, search: dict[str, Any], size: int
) -> None:
    own = boto3.client("pinpoint-sms-voice-v2", region_name=REGION)
    own.meta.events.register("before-call", _set_max_results(size))

    with refused("ValidationException", "INVALID_PARAMETER", fields=["maxResults"]):
        own.list_available_phone_numbers(**search)


def _set_max_results(size: int) -> Any:
    """Put a size into the request that boto3 itself would not send."""

    def change(params: dict[str, Any], **kwargs: Any) -> None:
        params["body"] = params["body"][:-1] + b', "MaxResults": %d}' % size

    return change


def test_list_available_phone_numbers_is_the_same_twice(sms: Any, search: dict[str, Any]) -> None:
    assert found(sms, search) == found(sms, search)


def test_a_token_belongs_to_its_search(sms: Any, search: dict[str, Any]) -> None:
    token = sms.list_available_phone_numbers(**search)["NextToken"]

    with refused("ValidationException", "INVALID_NEXT_TOKEN", fields=["nextToken"]):
        sms.list_available_phone_numbers(**search, **prefer("EndsWith", "42"), NextToken=token)


@pytest.mark.parametrize(
    ("preference", "value", "pattern"),
    [
        ("StartsWith", "+1206", r"\+1206\d{7}"),
        ("EndsWith", "42", r"\+1\d{8}42"),
        ("Contains", "5550177", r"\+1\d{3}5550177"),
    ],
)
def test_list_available_phone_numbers_by_preference(
    sms: Any, search: dict[str, Any], preference: str, value: str, pattern: str
) -> None:
    listed = found(sms, search, **prefer(preference, value))

    assert listed
    assert all(re.fullmatch(pattern, number) for number in listed)


def test_what_no_number_has_is_an_empty_list(sms: Any, search: dict[str, Any]) -> None:
    answer = sms.list_available_phone_numbers(**search, **prefer("StartsWith", "+44"))

    assert body(answer) == {"AvailablePhoneNumbers": []}


def test_a_capability_that_no_number_has_is_an_empty_list(sms: Any, search: dict[str, Any]) -> None:
    answer = sms.list_available_phone_numbers(**{**search, "NumberCapabilities": ["SMS", "RCS"]})

    assert body(answer) == {"AvailablePhoneNumbers": []}


def test_a_listed_number_can_be_requested_and_is_listed_no_more(
    sms: Any, search: dict[str, Any]
) -> None:
    [_, wanted, *_] = found(sms, search)

    answer = sms.request_phone_number(
        **TEN_DLC, RegistrationId=search["RegistrationId"], **prefer("ExactMatch", wanted)
    )

    assert answer["PhoneNumber"] == wanted
    assert wanted not in found(sms, search)


def test_list_available_phone_numbers_takes_an_arn(sms: Any, search: dict[str, Any]) -> None:
    by_arn = {**search, "RegistrationId": ARN + "registration/" + search["RegistrationId"]}

    assert found(sms, by_arn) == found(sms, search)


def test_list_available_phone_numbers_needs_a_registration(
    sms: Any, search: dict[str, Any]
) -> None:
    del search["RegistrationId"]

    with refused("ValidationException", "MISSING_PARAMETER", fields=["registrationId"]):
        sms.list_available_phone_numbers(**search)


def test_list_available_phone_numbers_refuses_the_unknown(sms: Any, search: dict[str, Any]) -> None:
    with refused("ResourceNotFoundException", kind="registration", id=UNKNOWN):
        sms.list_available_phone_numbers(**{**search, "RegistrationId": UNKNOWN})


def test_list_available_phone_numbers_needs_a_complete_registration(
    sms: Any, search: dict[str, Any]
) -> None:
    draft = forms.create(sms, forms.CAMPAIGN)

    with refused("ConflictException", "REGISTRATION_NOT_COMPLETE", kind="registration", id=draft):
        sms.list_available_phone_numbers(**{**search, "RegistrationId": draft})


def test_list_available_phone_numbers_needs_a_registration_of_such_numbers(
    sms: Any, simulator: Any, search: dict[str, Any]
) -> None:
    toll_free = forms.completed(sms, simulator, forms.TOLL_FREE)
    refusal = ("ValidationException", "INVALID_REGISTRATION_ASSOCIATION")

    with refused(*refusal, fields=["registrationId"]):
        sms.list_available_phone_numbers(**{**search, "RegistrationId": toll_free})


def test_list_available_phone_numbers_is_for_the_us(sms: Any, search: dict[str, Any]) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["isoCountryCode"]):
        sms.list_available_phone_numbers(**{**search, "IsoCountryCode": "CA"})


def test_list_available_phone_numbers_is_for_ten_dlc(sms: Any, search: dict[str, Any]) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["numberType"]):
        sms.list_available_phone_numbers(**{**search, "NumberType": "LONG_CODE"})


def test_a_search_takes_one_pattern(sms: Any, search: dict[str, Any]) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["numberPreference"]):
        sms.list_available_phone_numbers(**search, **prefer("EndsWith", "42", "43"))
