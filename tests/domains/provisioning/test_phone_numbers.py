"""Phone numbers: request, describe, update, release."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any

import boto3
import phonenumbers
import pytest
from freezegun import freeze_time
from moto.core import DEFAULT_ACCOUNT_ID
from moto.moto_api import state_manager
from moto.moto_api._internal import mock_random

from moto_pinpoint_sms_v2 import Simulator

from ...support import backend, body, pages, refused
from .. import registration_forms as forms
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

ID = "phone-0123456789abcdef0123456789abcdef"
OTHER = "phone-ffffffffffffffffffffffffffffffff"
TOPIC = "arn:aws:sns:us-east-1:123456789012:replies"
NOW = datetime(2026, 1, 2, 3, 4, 5, 678000, timezone.utc)
LEASED = {
    "PhoneNumberArn": ARN + "phone-number/" + ID,
    "PhoneNumberId": ID,
    "IsoCountryCode": "US",
    "MessageType": "TRANSACTIONAL",
    "NumberCapabilities": ["SMS"],
    "NumberType": "SIMULATOR",
    "MonthlyLeasingPrice": "1.00",
    "TwoWayEnabled": False,
    "SelfManagedOptOutsEnabled": False,
    "OptOutListName": "Default",
    "CreatedTimestamp": NOW,
}
"""What every answer about the simplest number says, beside the number and its status."""
HELD = {**LEASED, "InternationalSendingEnabled": False, "DeletionProtectionEnabled": False}


@pytest.fixture
def number(simulator: Simulator, sms: Any) -> Iterator[str]:
    """A number whose id is known."""
    simulator.use_id("phone-number", ID)
    with freeze_time(NOW):
        yield request(sms)


@pytest.fixture
def campaign(simulator: Simulator, sms: Any) -> str:
    """A 10DLC campaign that is complete."""
    return complete(simulator, sms, forms.CAMPAIGN)


@pytest.fixture
def manual() -> Iterator[None]:
    """Let numbers move at every second Describe only."""
    model = "pinpoint-sms-voice-v2::phone-number"
    state_manager.set_transition(model, {"progression": "manual", "times": 2})
    yield
    state_manager.unset_transition(model)


def complete(simulator: Simulator, sms: Any, registration_type: str) -> str:
    """Create a registration that is complete."""
    registration = forms.create(sms, registration_type)
    simulator.set_registration_status(registration, "COMPLETE")
    return registration


def pool_of(sms: Any, number: str) -> str:
    """Open a pool around a number."""
    return str(
        sms.create_pool(
            OriginationIdentity=number, IsoCountryCode="US", MessageType="TRANSACTIONAL"
        )["PoolId"]
    )


def numbers(sms: Any, **arguments: Any) -> list[str]:
    """Return the ids of the numbers that a Describe lists."""
    listed = sms.describe_phone_numbers(**arguments)["PhoneNumbers"]
    return [each["PhoneNumberId"] for each in listed]


# Request


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


# Registrations


def test_ten_dlc_needs_a_campaign(sms: Any) -> None:
    with refused("ValidationException", "MISSING_PARAMETER", fields=["registrationId"]):
        request(sms, TEN_DLC)


def test_ten_dlc_needs_a_campaign_that_is_complete(sms: Any) -> None:
    draft = forms.create(sms, forms.CAMPAIGN)

    with refused("ConflictException", "REGISTRATION_NOT_COMPLETE", kind="registration", id=draft):
        request(sms, TEN_DLC, RegistrationId=draft)


def test_ten_dlc_is_no_matter_of_a_toll_free_registration(sms: Any) -> None:
    refusal = ("ValidationException", "INVALID_REGISTRATION_ASSOCIATION")
    with refused(*refusal, fields=["registrationId"]):
        request(sms, TEN_DLC, RegistrationId=forms.create(sms, forms.TOLL_FREE))


@pytest.mark.parametrize("prefix", ["", ARN + "registration/"], ids=["id", "arn"])
def test_ten_dlc_belongs_to_its_campaign_and_works(sms: Any, campaign: str, prefix: str) -> None:
    answer = sms.request_phone_number(**TEN_DLC, RegistrationId=prefix + campaign)

    assert answer["RegistrationId"] == campaign
    assert answer["Status"] == "PENDING"
    assert describe(sms, answer["PhoneNumberId"])["Status"] == "ACTIVE"
    assert body(sms.list_registration_associations(RegistrationId=campaign))[
        "RegistrationAssociations"
    ] == [
        {
            "ResourceArn": answer["PhoneNumberArn"],
            "ResourceId": answer["PhoneNumberId"],
            "ResourceType": "TEN_DLC",
            "IsoCountryCode": "US",
            "PhoneNumber": answer["PhoneNumber"],
        }
    ]


def test_a_campaign_has_a_quota_of_numbers(sms: Any, limits: Any, campaign: str) -> None:
    limits.set("PHONE_NUMBERS_PER_REGISTRATION", 1)
    request(sms, TEN_DLC, RegistrationId=campaign)

    with refused("ServiceQuotaExceededException", "PHONE_NUMBERS_PER_REGISTRATION"):
        request(sms, TEN_DLC, RegistrationId=campaign)


def test_a_toll_free_number_waits_for_its_registration(sms: Any, simulator: Simulator) -> None:
    registration = forms.create(sms, forms.TOLL_FREE)
    number = request(sms, TOLL_FREE, RegistrationId=registration)
    assert describe(sms, number)["Status"] == "PENDING"

    simulator.set_registration_status(registration, "REVIEWING")
    assert describe(sms, number)["Status"] == "PENDING"

    simulator.set_registration_status(registration, "COMPLETE")
    assert describe(sms, number)["Status"] == "ACTIVE"


def test_a_toll_free_number_may_get_its_registration_later(sms: Any, simulator: Simulator) -> None:
    number = request(sms, TOLL_FREE)
    registration = forms.create(sms, forms.TOLL_FREE)
    assert describe(sms, number)["Status"] == "PENDING"

    sms.create_registration_association(RegistrationId=registration, ResourceId=number)
    simulator.set_registration_status(registration, "COMPLETE")

    assert describe(sms, number)["Status"] == "ACTIVE"
    assert describe(sms, number)["RegistrationId"] == registration


def test_a_toll_free_registration_takes_numbers_before_it_is_submitted_only(
    sms: Any, simulator: Simulator
) -> None:
    registration = complete(simulator, sms, forms.TOLL_FREE)

    with refused(
        "ConflictException", "REGISTRATION_ALREADY_SUBMITTED", kind="registration", id=registration
    ):
        request(sms, TOLL_FREE, RegistrationId=registration)


# Pools


@pytest.mark.parametrize("prefix", ["", ARN + "pool/"], ids=["id", "arn"])
def test_request_phone_number_puts_the_number_into_a_pool(sms: Any, prefix: str) -> None:
    first = request(sms)
    pool = pool_of(sms, first)

    answer = sms.request_phone_number(**SIMULATOR, PoolId=prefix + pool)

    assert answer["PoolId"] == pool
    assert describe(sms, answer["PhoneNumberId"])["PoolId"] == pool
    members = sms.list_pool_origination_identities(PoolId=pool)["OriginationIdentities"]
    assert [member["OriginationIdentity"] for member in members] == [
        first,
        answer["PhoneNumberId"],
    ]


def test_a_number_requested_into_a_pool_takes_its_settings(sms: Any) -> None:
    pool = pool_of(sms, request(sms))
    sms.create_opt_out_list(OptOutListName="news")
    sms.put_keyword(OriginationIdentity=pool, Keyword="JOIN", KeywordMessage="Welcome.")
    sms.update_pool(
        PoolId=pool,
        OptOutListName="news",
        TwoWayEnabled=True,
        TwoWayChannelArn=TOPIC,
        SelfManagedOptOutsEnabled=True,
    )

    number = request(sms, PoolId=pool)

    entry = describe(sms, number)
    assert {name: entry[name] for name in SHARED} == SHARED
    keywords = sms.describe_keywords(OriginationIdentity=number)["Keywords"]
    assert "JOIN" in [keyword["Keyword"] for keyword in keywords]


SHARED = {
    "OptOutListName": "news",
    "TwoWayEnabled": True,
    "TwoWayChannelArn": TOPIC,
    "SelfManagedOptOutsEnabled": True,
}


def test_request_phone_number_refuses_a_pool_with_other_settings(sms: Any) -> None:
    pool = pool_of(sms, request(sms))
    sms.create_opt_out_list(OptOutListName="news")

    with refused("ConflictException", "OPT_OUT_LIST_MISMATCH", kind="pool", id=pool):
        request(sms, PoolId=pool, OptOutListName="news")


# Preferences


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


# Describe


def test_describe_phone_numbers_shows_the_number_active(sms: Any, number: str) -> None:
    [entry] = sms.describe_phone_numbers()["PhoneNumbers"]

    assert entry.pop("PhoneNumber").startswith("+1")
    assert entry == {**HELD, "Status": "ACTIVE"}


def test_describe_phone_numbers_lists_nothing_at_first(sms: Any) -> None:
    assert body(sms.describe_phone_numbers()) == {"PhoneNumbers": []}


def test_describe_phone_numbers_by_id_and_arn(sms: Any) -> None:
    first, _, third = (request(sms) for _ in range(3))

    assert numbers(sms, PhoneNumberIds=[ARN + "phone-number/" + third, first]) == [third, first]


def test_describe_phone_numbers_refuses_one_unknown_among_known(sms: Any, number: str) -> None:
    with refused("ResourceNotFoundException", kind="phone-number", id=OTHER):
        sms.describe_phone_numbers(PhoneNumberIds=[number, OTHER])


def test_describe_phone_numbers_in_pages(sms: Any) -> None:
    ids = [request(sms) for _ in range(5)]

    read = pages(sms.describe_phone_numbers, "PhoneNumbers", 2)

    assert [[each["PhoneNumberId"] for each in page] for page in read] == [
        ids[:2],
        ids[2:4],
        ids[4:],
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("status", "ACTIVE"),
        ("iso-country-code", "GB"),
        ("message-type", "PROMOTIONAL"),
        ("number-capability", "SMS"),
        ("number-type", "LONG_CODE"),
        ("two-way-enabled", "true"),
        ("self-managed-opt-outs-enabled", "true"),
        ("opt-out-list-name", "news"),
        ("deletion-protection-enabled", "true"),
        ("two-way-channel-arn", TOPIC),
    ],
)
def test_describe_phone_numbers_by_filter(sms: Any, name: str, value: str) -> None:
    request(sms, TOLL_FREE, NumberCapabilities=["VOICE"])  # has none of these
    sms.create_opt_out_list(OptOutListName="news")
    wanted = request(
        sms,
        LONG_CODE,
        MessageType="PROMOTIONAL",
        OptOutListName="news",
        DeletionProtectionEnabled=True,
    )
    sms.update_phone_number(
        PhoneNumberId=wanted,
        TwoWayEnabled=True,
        TwoWayChannelArn=TOPIC,
        SelfManagedOptOutsEnabled=True,
    )

    assert numbers(sms, Filters=[{"Name": name, "Values": [value]}]) == [wanted]


def test_filters_narrow_together_and_any_value_will_do(sms: Any) -> None:
    simulator, british = request(sms), request(sms, LONG_CODE)
    country = {"Name": "iso-country-code", "Values": ["US", "GB"]}

    assert numbers(sms, Filters=[country]) == [simulator, british]
    assert numbers(sms, Filters=[country, {"Name": "number-type", "Values": ["SIMULATOR"]}]) == [
        simulator
    ]


@pytest.mark.parametrize(
    "name", ["two-way-enabled", "self-managed-opt-outs-enabled", "deletion-protection-enabled"]
)
def test_describe_phone_numbers_refuses_other_words_than_true_and_false(
    sms: Any, name: str
) -> None:
    with refused("ValidationException", "INVALID_FILTER_VALUES", fields=["filters"]):
        sms.describe_phone_numbers(Filters=[{"Name": name, "Values": ["yes"]}])


def test_owner_self_lists_what_the_account_has(sms: Any, number: str) -> None:
    assert numbers(sms, Owner="SELF") == [number]


def test_owner_shared_lists_nothing(sms: Any, number: str) -> None:
    assert numbers(sms, Owner="SHARED") == []


def test_owner_goes_with_no_ids(sms: Any, number: str) -> None:
    with refused(
        "ValidationException",
        "PARAMETERS_CANNOT_BE_USED_TOGETHER",
        fields=["owner", "phoneNumberIds"],
    ):
        sms.describe_phone_numbers(Owner="SELF", PhoneNumberIds=[number])


def test_a_number_takes_the_reads_that_a_manual_transition_asks(sms: Any, manual: None) -> None:
    number = request(sms)

    assert [describe(sms, number)["Status"] for _ in range(3)] == ["PENDING", "ACTIVE", "ACTIVE"]


def test_a_number_is_associating_first_with_the_pool_it_was_requested_into(
    sms: Any, manual: None
) -> None:
    first = request(sms)
    for _ in range(2):
        describe(sms, first)
    pool = sms.create_pool(OriginationIdentity=first, MessageType="TRANSACTIONAL")["PoolId"]

    number = request(sms, PoolId=pool)

    assert [describe(sms, number)["Status"] for _ in range(2)] == ["ASSOCIATING", "ACTIVE"]


def test_a_capability_named_twice_is_one(sms: Any) -> None:
    number = request(sms, NumberCapabilities=["SMS", "VOICE", "SMS"])

    assert describe(sms, number)["NumberCapabilities"] == ["SMS", "VOICE"]


# Update


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


# Release


@pytest.mark.parametrize("prefix", ["", ARN + "phone-number/"], ids=["id", "arn"])
def test_release_phone_number_answers_it_once_more(sms: Any, number: str, prefix: str) -> None:
    answer = body(sms.release_phone_number(PhoneNumberId=prefix + number))

    assert answer.pop("PhoneNumber").startswith("+1")
    assert answer == {**LEASED, "Status": "DISASSOCIATING"}


def test_a_released_number_is_gone(sms: Any, number: str) -> None:
    sms.release_phone_number(PhoneNumberId=number)

    assert numbers(sms) == []
    with refused("ResourceNotFoundException", kind="phone-number", id=ID):
        sms.describe_phone_numbers(PhoneNumberIds=[number])


def test_a_released_number_leaves_as_a_manual_transition_says(
    sms: Any, manual: None, number: str
) -> None:
    assert [describe(sms, number)["Status"] for _ in range(3)] == ["PENDING", "ACTIVE", "ACTIVE"]

    sms.release_phone_number(PhoneNumberId=number)

    assert describe(sms, number)["Status"] == "DISASSOCIATING"
    assert numbers(sms) == []


def test_release_phone_number_refuses_a_released_number(
    sms: Any, manual: None, number: str
) -> None:
    sms.release_phone_number(PhoneNumberId=number)

    with refused(
        "ValidationException", "PHONE_NUMBER_CANNOT_BE_RELEASED", fields=["phoneNumberId"]
    ):
        sms.release_phone_number(PhoneNumberId=number)


def test_release_phone_number_refuses_the_unknown(sms: Any) -> None:
    with refused("ResourceNotFoundException", kind="phone-number", id=OTHER):
        sms.release_phone_number(PhoneNumberId=OTHER)


def test_release_phone_number_refuses_a_protected_number(sms: Any, number: str) -> None:
    sms.update_phone_number(PhoneNumberId=number, DeletionProtectionEnabled=True)

    with refused("ConflictException", "DELETION_PROTECTION_ENABLED", kind="phone-number", id=ID):
        sms.release_phone_number(PhoneNumberId=number)
    assert numbers(sms) == [number]


def test_release_phone_number_refuses_a_number_in_a_pool(sms: Any, number: str) -> None:
    pool_of(sms, number)

    with refused(
        "ConflictException", "PHONE_NUMBER_ASSOCIATED_TO_POOL", kind="phone-number", id=ID
    ):
        sms.release_phone_number(PhoneNumberId=number)


@pytest.mark.parametrize("status", ["SUBMITTED", "REVIEWING", "PROVISIONING"])
def test_release_phone_number_waits_for_the_review(
    sms: Any, simulator: Simulator, status: str
) -> None:
    registration = forms.create(sms, forms.TOLL_FREE)
    number = request(sms, TOLL_FREE, RegistrationId=registration)
    simulator.set_registration_status(registration, status)

    with refused(
        "ConflictException",
        "DISASSOCIATE_REGISTRATION_NOT_ALLOWED",
        kind="registration",
        id=registration,
    ):
        sms.release_phone_number(PhoneNumberId=number)


def test_release_of_the_last_toll_free_number_closes_its_registration(
    sms: Any, simulator: Simulator
) -> None:
    registration = forms.create(sms, forms.TOLL_FREE)
    number = request(sms, TOLL_FREE, RegistrationId=registration)
    simulator.set_registration_status(registration, "COMPLETE")

    answer = sms.release_phone_number(PhoneNumberId=number)

    assert answer["RegistrationId"] == registration
    [entry] = sms.describe_registrations(RegistrationIds=[registration])["Registrations"]
    assert entry["RegistrationStatus"] == "CLOSED"
    associations = sms.list_registration_associations(RegistrationId=registration)
    assert associations["RegistrationAssociations"] == []


def test_release_of_a_ten_dlc_number_leaves_its_campaign(sms: Any, campaign: str) -> None:
    sms.release_phone_number(PhoneNumberId=request(sms, TEN_DLC, RegistrationId=campaign))

    [entry] = sms.describe_registrations(RegistrationIds=[campaign])["Registrations"]
    assert entry["RegistrationStatus"] == "COMPLETE"
    associations = sms.list_registration_associations(RegistrationId=campaign)
    assert associations["RegistrationAssociations"] == []


# Isolation


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
