"""The account: attributes, limits, and what AWS does to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import boto3
import pytest

from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.exceptions import AccessDeniedException

from ...support import REGION, backend, body, pages, refused

MAXIMA = {
    "PHONE_NUMBERS": 25,
    "POOLS": 25,
    "CONFIGURATION_SETS": 25,
    "OPT_OUT_LISTS": 25,
    "SENDER_IDS": 200,
    "REGISTRATIONS": 25,
    "REGISTRATION_ATTACHMENTS": 25,
    "VERIFIED_DESTINATION_NUMBERS": 10,
}


def used(sms: Any) -> dict[str, int]:
    return {
        limit["Name"]: limit["Used"] for limit in sms.describe_account_limits()["AccountLimits"]
    }


def test_describe_account_attributes_shows_a_production_account(sms: Any) -> None:
    assert body(sms.describe_account_attributes()) == {
        "AccountAttributes": [{"Name": "ACCOUNT_TIER", "Value": "PRODUCTION"}]
    }


def test_describe_account_attributes_shows_the_default_protect_configuration(sms: Any) -> None:
    protect = sms.create_protect_configuration()["ProtectConfigurationId"]
    sms.create_protect_configuration()
    sms.set_account_default_protect_configuration(ProtectConfigurationId=protect)

    assert body(sms.describe_account_attributes()) == {
        "AccountAttributes": [
            {"Name": "ACCOUNT_TIER", "Value": "PRODUCTION"},
            {"Name": "DEFAULT_PROTECT_CONFIGURATION_ID", "Value": protect},
        ]
    }
    assert [
        [each["Name"] for each in page]
        for page in pages(sms.describe_account_attributes, "AccountAttributes", 1)
    ] == [["ACCOUNT_TIER"], ["DEFAULT_PROTECT_CONFIGURATION_ID"]]


def test_describe_account_limits_counts_the_default_list_in_a_new_account(sms: Any) -> None:
    assert body(sms.describe_account_limits()) == {
        "AccountLimits": [
            {"Name": name, "Used": int(name == "OPT_OUT_LISTS"), "Max": most}
            for name, most in MAXIMA.items()
        ]
    }


def test_describe_account_limits_comes_in_pages(sms: Any) -> None:
    names = [
        [each["Name"] for each in page]
        for page in pages(sms.describe_account_limits, "AccountLimits", 3)
    ]

    assert names == [list(MAXIMA)[:3], list(MAXIMA)[3:6], list(MAXIMA)[6:]]


@pytest.mark.parametrize(
    ("name", "create"),
    [
        (
            "PHONE_NUMBERS",
            lambda sms: sms.request_phone_number(
                IsoCountryCode="US",
                MessageType="TRANSACTIONAL",
                NumberCapabilities=["SMS"],
                NumberType="SIMULATOR",
            ),
        ),
        (
            "CONFIGURATION_SETS",
            lambda sms: sms.create_configuration_set(ConfigurationSetName="news"),
        ),
        ("OPT_OUT_LISTS", lambda sms: sms.create_opt_out_list(OptOutListName="news")),
        (
            "SENDER_IDS",
            lambda sms: sms.request_sender_id(SenderId="NEWS", IsoCountryCode="SE"),
        ),
        (
            "REGISTRATIONS",
            lambda sms: sms.create_registration(RegistrationType="US_TOLL_FREE_REGISTRATION"),
        ),
        (
            "REGISTRATION_ATTACHMENTS",
            lambda sms: sms.create_registration_attachment(AttachmentBody=b"%PDF-1.4"),
        ),
        (
            "VERIFIED_DESTINATION_NUMBERS",
            lambda sms: sms.create_verified_destination_number(
                DestinationPhoneNumber="+12065550100"
            ),
        ),
    ],
)
def test_describe_account_limits_counts_what_is_there(
    sms: Any, name: str, create: Callable[[Any], object]
) -> None:
    before = used(sms)

    create(sms)

    assert used(sms) == {**before, name: before[name] + 1}


def test_describe_account_limits_counts_pools(sms: Any) -> None:
    number = sms.request_phone_number(
        IsoCountryCode="US",
        MessageType="TRANSACTIONAL",
        NumberCapabilities=["SMS"],
        NumberType="SIMULATOR",
    )["PhoneNumberId"]

    sms.create_pool(OriginationIdentity=number, IsoCountryCode="US", MessageType="TRANSACTIONAL")

    assert used(sms)["POOLS"] == 1


def test_describe_account_limits_counts_no_more_what_is_gone(sms: Any) -> None:
    sms.create_opt_out_list(OptOutListName="news")

    sms.delete_opt_out_list(OptOutListName="news")

    assert used(sms)["OPT_OUT_LISTS"] == 1


def test_account_limits_belong_to_one_account_and_region(sms: Any, stranger: Any) -> None:
    sms.create_opt_out_list(OptOutListName="news")

    assert used(stranger)["OPT_OUT_LISTS"] == 1


@pytest.mark.parametrize("tier", ["SANDBOX", "PRODUCTION"])
def test_set_account_tier_shows_in_the_attributes(
    sms: Any, simulator: Simulator, tier: str
) -> None:
    simulator.set_account_tier("SANDBOX")
    simulator.set_account_tier(tier)

    assert sms.describe_account_attributes()["AccountAttributes"] == [
        {"Name": "ACCOUNT_TIER", "Value": tier}
    ]


def test_a_tier_belongs_to_one_account_and_region(simulator: Simulator, stranger: Any) -> None:
    simulator.set_account_tier("SANDBOX")

    assert stranger.describe_account_attributes()["AccountAttributes"] == [
        {"Name": "ACCOUNT_TIER", "Value": "PRODUCTION"}
    ]


def test_a_reset_brings_the_account_back_to_production(sms: Any, simulator: Simulator) -> None:
    simulator.set_account_tier("SANDBOX")

    backend().reset()

    assert sms.describe_account_attributes()["AccountAttributes"] == [
        {"Name": "ACCOUNT_TIER", "Value": "PRODUCTION"}
    ]


def test_set_account_limit_holds_for_the_next_creation(sms: Any, simulator: Simulator) -> None:
    simulator.set_account_limit("OPT_OUT_LISTS", 1)

    with refused("ServiceQuotaExceededException", "OPT_OUT_LISTS_PER_ACCOUNT"):
        sms.create_opt_out_list(OptOutListName="news")
    assert {"Name": "OPT_OUT_LISTS", "Used": 1, "Max": 1} in sms.describe_account_limits()[
        "AccountLimits"
    ]


@pytest.mark.parametrize(
    ("call", "arguments", "sentence"),
    [
        ("set_account_tier", ("GOLD",), "'GOLD' for tier is not one of SANDBOX, PRODUCTION"),
        ("set_account_limit", ("PLANETS", 9), "'PLANETS' for name is none of "),
        ("set_account_limit", ("POOLS", -1), "-1 is less than nothing"),
        (
            "set_spend",
            ("POOLS", 1),
            "'POOLS' for spend_limit_name is not one of TEXT_MESSAGE_MONTHLY_SPEND_LIMIT, ",
        ),
        ("set_spend", ("TEXT_MESSAGE_MONTHLY_SPEND_LIMIT", -1), "-1 is not an amount in US"),
        (
            "set_spend",
            ("TEXT_MESSAGE_MONTHLY_SPEND_LIMIT", float("nan")),
            "a number is beyond what JSON",
        ),
        (
            "disable_account",
            ("MONDAY",),
            "'MONDAY' for reason is not one of INSUFFICIENT_ACCOUNT_REPUTATION, ACCOUNT_DISABLED",
        ),
    ],
)
def test_a_wrong_wish_of_aws_is_refused_in_words(
    sms: Any, simulator: Simulator, call: str, arguments: tuple[Any, ...], sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence):
        getattr(simulator, call)(*arguments)

    assert backend().account.tier == "PRODUCTION"
    assert backend().account.disabled_reason is None


@pytest.mark.parametrize("reason", ["ACCOUNT_DISABLED", "INSUFFICIENT_ACCOUNT_REPUTATION"])
def test_a_disabled_account_is_refused_with_the_reason(
    sms: Any, simulator: Simulator, reason: str
) -> None:
    simulator.disable_account(reason)

    with pytest.raises(AccessDeniedException) as caught:
        backend().account.check_enabled()

    assert caught.value.reason == reason


def test_a_disabled_account_can_still_be_described(sms: Any, simulator: Simulator) -> None:
    simulator.disable_account("ACCOUNT_DISABLED")

    assert used(sms)["OPT_OUT_LISTS"] == 1


def test_an_account_that_is_enabled_again_is_refused_nothing(
    sms: Any, simulator: Simulator
) -> None:
    simulator.disable_account("ACCOUNT_DISABLED")

    simulator.enable_account()

    backend().account.check_enabled()


def test_the_account_is_disabled_in_one_region_only(simulator: Simulator) -> None:
    simulator.disable_account("ACCOUNT_DISABLED")
    boto3.client("pinpoint-sms-voice-v2", region_name="eu-west-1").describe_pools()

    backend(region_name="eu-west-1").account.check_enabled()
    with pytest.raises(AccessDeniedException):
        backend(region_name=REGION).account.check_enabled()
