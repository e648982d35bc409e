"""Pools: change."""

from __future__ import annotations

from typing import Any

import pytest
from freezegun import freeze_time

from ...access import trusted_role
from ...support import body, refused
from ..number_types import ARN, request
from ..senders import given, identifier
from .pools import CREATED, ROLE, TOPIC, created, described


@pytest.fixture
def number(sms: Any) -> str:
    """A simulator number in no pool."""
    return request(sms)


@pytest.fixture
def pool(sms: Any, number: str) -> str:
    """A pool of one simulator number."""
    with freeze_time(CREATED):
        return created(sms, number)


@pytest.mark.parametrize("prefix", ["", ARN + "pool/"])
def test_update_pool_changes_what_is_given(sms: Any, pool: str, prefix: str) -> None:
    assert trusted_role("replies") == ROLE
    sms.create_opt_out_list(OptOutListName="news")
    settings = {
        "TwoWayEnabled": True,
        "TwoWayChannelArn": TOPIC,
        "TwoWayChannelRole": ROLE,
        "SelfManagedOptOutsEnabled": True,
        "SharedRoutesEnabled": True,
        "DeletionProtectionEnabled": True,
    }

    answer = sms.update_pool(
        PoolId=prefix + pool, OptOutListName=ARN + "opt-out-list/news", **settings
    )

    assert body(answer) == {
        "PoolArn": ARN + "pool/" + pool,
        "PoolId": pool,
        "Status": "ACTIVE",
        "MessageType": "TRANSACTIONAL",
        "OptOutListName": "news",
        "CreatedTimestamp": CREATED,
        **settings,
    }
    assert described(sms, pool) == body(answer)


def test_update_pool_keeps_what_is_not_given(sms: Any, pool: str) -> None:
    sms.update_pool(PoolId=pool, SharedRoutesEnabled=True, DeletionProtectionEnabled=True)
    before = described(sms, pool)

    sms.update_pool(PoolId=pool)
    sms.update_pool(PoolId=pool, DeletionProtectionEnabled=False)

    assert described(sms, pool) == before | {"DeletionProtectionEnabled": False}


def test_update_pool_leaves_the_settings_of_the_members_alone(
    sms: Any, pool: str, number: str
) -> None:
    sms.create_opt_out_list(OptOutListName="news")
    before = sms.describe_phone_numbers()["PhoneNumbers"]

    sms.update_pool(PoolId=pool, OptOutListName="news", TwoWayEnabled=True, TwoWayChannelArn=TOPIC)

    assert sms.describe_phone_numbers()["PhoneNumbers"] == before


def test_update_pool_refuses_an_unknown_pool(sms: Any) -> None:
    with refused("ResourceNotFoundException", kind="pool", id="pool-1"):
        sms.update_pool(PoolId="pool-1", SharedRoutesEnabled=True)


def test_update_pool_refuses_an_unknown_opt_out_list_and_changes_nothing(
    sms: Any, pool: str
) -> None:
    with refused("ResourceNotFoundException", kind="opt-out-list", id="news"):
        sms.update_pool(PoolId=pool, OptOutListName="news", SharedRoutesEnabled=True)

    assert described(sms, pool)["SharedRoutesEnabled"] is False


def test_update_pool_refuses_two_way_without_a_channel(sms: Any, pool: str) -> None:
    with refused("ValidationException", "TWO_WAY_CHANNEL_NOT_PRESENT", fields=["twoWayChannelArn"]):
        sms.update_pool(PoolId=pool, TwoWayEnabled=True)


def test_update_pool_refuses_two_way_where_a_member_has_none(sms: Any) -> None:
    one_way = identifier(sms, given(sms, IsoCountryCode="AR", NumberType="SHORT_CODE"))
    pool = created(sms, one_way)

    with refused(
        "ValidationException", "TWO_WAY_NOT_SUPPORTED_IN_COUNTRY", fields=["twoWayEnabled"]
    ):
        sms.update_pool(PoolId=pool, TwoWayEnabled=True, TwoWayChannelArn=TOPIC)
