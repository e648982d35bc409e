"""Numbers and sender IDs that a test's account owns from the start."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from typing import Any

import pytest

from ...support import ACCOUNT, REGION
from ..registration_forms import TOLL_FREE
from .conftest import Place

ARN = f"arn:aws:sms-voice:{REGION}:{ACCOUNT}:"
TOPIC = f"arn:aws:sns:{REGION}:{ACCOUNT}:replies"


def numbers(here: Place) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = here.sms.describe_phone_numbers()["PhoneNumbers"]
    return rows


def test_a_number_is_as_describe_phone_numbers_shows_it(here: Place) -> None:
    given = here.simulator.add_phone_number(
        iso_country_code="US",
        number_type="SHORT_CODE",
        phone_number="20555",
        phone_number_id="phone-1",
        message_type="PROMOTIONAL",
        number_capabilities=["SMS", "MMS"],
        two_way_enabled=True,
        two_way_channel_arn=TOPIC,
        pricing_tier="ours",
        messaging_limits={"RateLimits": {"SMS": 100}},
        created_timestamp="2026-01-02T03:04:05Z",
    )

    assert given == {
        "PhoneNumberArn": f"{ARN}phone-number/phone-1",
        "PhoneNumberId": "phone-1",
        "PhoneNumber": "20555",
        "Status": "ACTIVE",
        "IsoCountryCode": "US",
        "MessageType": "PROMOTIONAL",
        "NumberCapabilities": ["SMS", "MMS"],
        "NumberType": "SHORT_CODE",
        "MonthlyLeasingPrice": "995.00",
        "TwoWayEnabled": True,
        "TwoWayChannelArn": TOPIC,
        "SelfManagedOptOutsEnabled": False,
        "OptOutListName": "Default",
        "InternationalSendingEnabled": False,
        "DeletionProtectionEnabled": False,
        "MessagingLimits": {"RateLimits": {"SMS": 100}},
        "PricingTier": "ours",
        "CreatedTimestamp": datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone.utc),
    }
    assert numbers(here) == [given]


@pytest.mark.parametrize(
    ("number_type", "country", "phone_number"),
    [
        ("TEN_DLC", "US", "+12065550100"),
        ("TOLL_FREE", "US", "+18885550100"),
        ("SIMULATOR", "US", "+12065550101"),
        ("SHORT_CODE", "FR", "36063"),
        ("LONG_CODE", "GB", "+447700900100"),
    ],
)
def test_a_number_of_any_type_sends_at_once(
    here: Place, number_type: str, country: str, phone_number: str
) -> None:
    given = here.simulator.add_phone_number(
        iso_country_code=country, number_type=number_type, phone_number=phone_number
    )

    # A simulator's destination, which a number of any type reaches.
    destination = (
        "+14254147755" if country == "US" else {"FR": "+33600000000"}.get(country, "+447700900999")
    )
    here.sms.send_text_message(
        DestinationPhoneNumber=destination,
        OriginationIdentity=given["PhoneNumberId"],
        MessageBody="Hello.",
    )
    (message,) = here.simulator.messages()
    assert message.origination_identity == phone_number


@pytest.mark.parametrize(
    ("number_type", "form"),
    [("SHORT_CODE", "[1-9][0-9]{4,5}"), ("TOLL_FREE", r"\+18[0-9]{9}"), ("TEN_DLC", r"\+1.*")],
)
def test_a_number_that_is_not_named_is_chosen(here: Place, number_type: str, form: str) -> None:
    chosen = [
        here.simulator.add_phone_number(iso_country_code="US", number_type=number_type)
        for _ in range(3)
    ]

    assert len({each["PhoneNumber"] for each in chosen}) == 3
    assert all(re.fullmatch(form, each["PhoneNumber"]) for each in chosen)


def test_a_quota_counts_what_is_given_and_refuses_it_nothing(here: Place) -> None:
    here.simulator.set_account_limit("PHONE_NUMBERS", 1)
    for _ in range(3):
        here.simulator.add_phone_number(iso_country_code="US", number_type="TEN_DLC")

    limits = here.sms.describe_account_limits()["AccountLimits"]
    assert {"Name": "PHONE_NUMBERS", "Used": 3, "Max": 1} in limits


def test_a_number_joins_a_pool_with_the_settings_of_the_pool(here: Place) -> None:
    first = here.simulator.add_phone_number(iso_country_code="US", number_type="TOLL_FREE")
    pool = here.sms.create_pool(
        OriginationIdentity=first["PhoneNumberId"], MessageType="TRANSACTIONAL"
    )["PoolId"]
    here.sms.describe_pools()
    here.sms.create_opt_out_list(OptOutListName="news")
    here.sms.update_pool(
        PoolId=pool,
        OptOutListName="news",
        TwoWayEnabled=True,
        TwoWayChannelArn=TOPIC,
        SelfManagedOptOutsEnabled=True,
    )

    given = here.simulator.add_phone_number(
        iso_country_code="US", number_type="TOLL_FREE", pool_id=pool
    )

    shared = ("PoolId", "OptOutListName", "TwoWayEnabled", "TwoWayChannelArn")
    assert [given[name] for name in shared] == [pool, "news", True, TOPIC]
    assert given["SelfManagedOptOutsEnabled"] is True
    members = here.sms.list_pool_origination_identities(PoolId=pool)["OriginationIdentities"]
    assert [each["OriginationIdentity"] for each in members] == [
        first["PhoneNumberId"],
        given["PhoneNumberId"],
    ]


def test_a_number_belongs_to_its_registration_whatever_that_has_come_to(here: Place) -> None:
    registration = here.sms.create_registration(RegistrationType=TOLL_FREE)["RegistrationId"]

    given = here.simulator.add_phone_number(
        iso_country_code="US", number_type="TOLL_FREE", registration_id=registration
    )

    assert (given["Status"], given["RegistrationId"]) == ("ACTIVE", registration)
    associated = here.sms.list_registration_associations(RegistrationId=registration)
    assert associated["RegistrationAssociations"] == [
        {
            "ResourceArn": given["PhoneNumberArn"],
            "ResourceId": given["PhoneNumberId"],
            "ResourceType": "TOLL_FREE",
            "IsoCountryCode": "US",
            "PhoneNumber": given["PhoneNumber"],
        }
    ]


@pytest.mark.parametrize(
    ("number_type", "number", "price"),
    [
        ("TOLL_FREE", "+18885550100", "2.00"),
        ("LONG_CODE", "+33612345678", "1.00"),
        ("SHORT_CODE", "36063", "995.00"),
    ],
)
def test_a_number_has_its_price_or_where_aws_names_none_a_usual_one(
    here: Place, number_type: str, number: str, price: str
) -> None:
    row = {"PhoneNumber": number, "NumberType": number_type}
    country = {"IsoCountryCode": "FR"} if number == "36063" else {}
    here.simulator.load_account({"PhoneNumbers": [{**row, **country}]})

    (given,) = numbers(here)
    assert given["MonthlyLeasingPrice"] == price


IMPOSSIBLE: dict[str, tuple[dict[str, Any], str]] = {
    "a type that the country has not": (
        {"iso_country_code": "CA", "number_type": "TOLL_FREE"},
        "AWS leases no TOLL_FREE numbers in CA",
    ),
    "a country without numbers": (
        {"iso_country_code": "CU", "number_type": "LONG_CODE"},
        "AWS leases no LONG_CODE numbers in CU",
    ),
    "a capability that the type has not": (
        {"number_type": "SHORT_CODE", "number_capabilities": ["SMS", "VOICE"]},
        "a SHORT_CODE number in US has no VOICE, only SMS, MMS",
    ),
    "RCS on a number": (
        {"number_capabilities": ["RCS"]},
        "a TOLL_FREE number in US has no RCS, only SMS, VOICE, MMS",
    ),
    "no capability": (
        {"number_capabilities": []},
        "number_capabilities must name one at least",
    ),
    "an unknown type": (
        {"number_type": "LANDLINE"},
        "'LANDLINE' for number_type is not one of SHORT_CODE, LONG_CODE, TOLL_FREE, ",
    ),
    "a number of another country": (
        {"phone_number": "+447700900100"},
        "+447700900100 is not a phone number of US",
    ),
    "a word for a short code": (
        {"number_type": "SHORT_CODE", "phone_number": "123456789"},
        "123456789 is no short code: it has 3 to 8 digits",
    ),
    "a number that the account has": (
        {"phone_number": "+18885550100"},
        "the account has the number +18885550100 already",
    ),
    "an id that the account has": (
        {"phone_number_id": "phone-1"},
        "the account has a number of the id phone-1 already",
    ),
    "an unknown registration": (
        {"registration_id": "registration-0"},
        'Resource Not Found - ResourceType="registration" ResourceId="registration-0"',
    ),
    "an unknown pool": (
        {"pool_id": "pool-0"},
        'Resource Not Found - ResourceType="pool" ResourceId="pool-0"',
    ),
    "an unknown opt-out list": (
        {"opt_out_list_name": "news"},
        'Resource Not Found - ResourceType="opt-out-list" ResourceId="news"',
    ),
    "a channel without two-way": (
        {"self_managed_opt_outs_enabled": True},
        "selfManagedOptOutsEnabled needs two-way messages",
    ),
    "a wrong value": (
        {"deletion_protection_enabled": "yes"},
        "DeletionProtectionEnabled: expected a boolean",
    ),
    "two words that a number has not": (
        {"colour": "blue", "size": 1},
        "DescribePhoneNumbers shows no colour, but phone_number_id, phone_number, status, ",
    ),
    "an ARN": (
        {"phone_number_arn": "arn:aws:sms-voice:us-east-1:1:phone-number/phone-2"},
        "DescribePhoneNumbers shows no phone_number_arn; did you mean phone_number",
    ),
}


@pytest.mark.parametrize(("wrong", "sentence"), IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_a_number_that_could_not_exist_is_refused_and_nothing_changes(
    here: Place, wrong: dict[str, Any], sentence: str
) -> None:
    here.simulator.add_phone_number(
        iso_country_code="US",
        number_type="TOLL_FREE",
        phone_number="+18885550100",
        phone_number_id="phone-1",
    )
    before = numbers(here)

    with pytest.raises(ValueError, match=re.escape(sentence)):
        here.simulator.add_phone_number(
            **{"iso_country_code": "US", "number_type": "TOLL_FREE", **wrong}
        )

    assert numbers(here) == before


def test_a_registration_of_another_type_is_refused(here: Place) -> None:
    registration = here.sms.create_registration(RegistrationType=TOLL_FREE)["RegistrationId"]

    with pytest.raises(ValueError, match=f"a {TOLL_FREE} is not for a TEN_DLC in US"):
        here.simulator.add_phone_number(
            iso_country_code="US", number_type="TEN_DLC", registration_id=registration
        )


def test_a_sender_id_is_as_describe_sender_ids_shows_it(here: Place) -> None:
    given = here.simulator.add_sender_id(
        "example", "IN", message_types=["PROMOTIONAL"], deletion_protection_enabled=True
    )

    assert given == {
        "SenderIdArn": f"{ARN}sender-id/EXAMPLE/IN",
        "SenderId": "EXAMPLE",
        "IsoCountryCode": "IN",
        "MessageTypes": ["PROMOTIONAL"],
        "MonthlyLeasingPrice": "0.00",
        "DeletionProtectionEnabled": True,
        "Registered": True,
        "MessagingLimits": {"RateLimits": {"SMS": 10}},
    }
    assert here.sms.describe_sender_ids()["SenderIds"] == [given]


def test_a_sender_id_sends_where_it_could_not_be_requested(here: Place) -> None:
    here.simulator.add_sender_id("EXAMPLE", "SG")

    here.sms.send_text_message(
        DestinationPhoneNumber="+6581234567", OriginationIdentity="EXAMPLE", MessageBody="Hello."
    )

    (message,) = here.simulator.messages()
    assert message.origination_identity == "EXAMPLE"


def test_a_sender_id_has_the_arn_that_follows_from_its_name(here: Place) -> None:
    with pytest.raises(ValueError, match=r"^DescribeSenderIds shows no sender_id_arn"):
        here.simulator.add_sender_id("EXAMPLE", "SE", sender_id_arn=f"{ARN}sender-id/OTHER/SE")


@pytest.mark.parametrize(
    ("sender_id", "country", "sentence"),
    [
        ("EXAMPLE", "US", "SENDER_ID_NOT_SUPPORTED"),
        ("EXAMPLE", "XX", "is no country"),
        ("12345", "SE", "must have a letter"),
        ("EXAMPLES-ARE-LONG", "SE", "SenderId: must have at most 11 characters"),
        ("TAKEN", "SE", "the account has the sender ID TAKEN/SE already"),
    ],
)
def test_a_sender_id_that_could_not_exist_is_refused(
    here: Place, sender_id: str, country: str, sentence: str
) -> None:
    here.simulator.add_sender_id("taken", "SE")

    with pytest.raises(ValueError, match=sentence):
        here.simulator.add_sender_id(sender_id, country)

    assert len(here.sms.describe_sender_ids()["SenderIds"]) == 1
