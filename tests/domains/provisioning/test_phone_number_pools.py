"""Phone numbers that are requested into a pool."""

from __future__ import annotations

from typing import Any

import pytest

from ...support import refused
from ..number_types import ARN, SIMULATOR, describe, request
from .phone_numbers import TOPIC, pool_of


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
