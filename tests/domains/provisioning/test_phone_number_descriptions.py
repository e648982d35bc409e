"""Phone numbers: describe."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from freezegun import freeze_time
from moto.moto_api import state_manager

from moto_pinpoint_sms_v2 import Simulator

from ...support import body, pages, refused
from ..number_types import ARN, LONG_CODE, TOLL_FREE, describe, request
from .phone_numbers import HELD, ID, NOW, OTHER, TOPIC, numbers


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
