"""Pools: describe."""

from __future__ import annotations

from typing import Any

import pytest
from freezegun import freeze_time
from moto.moto_api import state_manager

from ...support import body, pages, refused
from ..number_types import ARN, request
from .pools import CREATED, MODEL, TOPIC, created, ids


@pytest.fixture
def number(sms: Any) -> str:
    """A simulator number in no pool."""
    return request(sms)


@pytest.fixture
def pool(sms: Any, number: str) -> str:
    """A pool of one simulator number."""
    with freeze_time(CREATED):
        return created(sms, number)


def test_describe_pools_shows_a_pool(sms: Any, pool: str) -> None:
    assert body(sms.describe_pools()) == {
        "Pools": [
            {
                "PoolArn": ARN + "pool/" + pool,
                "PoolId": pool,
                "Status": "ACTIVE",
                "MessageType": "TRANSACTIONAL",
                "TwoWayEnabled": False,
                "SelfManagedOptOutsEnabled": False,
                "OptOutListName": "Default",
                "SharedRoutesEnabled": False,
                "DeletionProtectionEnabled": False,
                "CreatedTimestamp": CREATED,
            }
        ]
    }


def test_describe_pools_finds_by_id_and_by_arn(sms: Any, pool: str) -> None:
    other = created(sms, request(sms))

    assert ids(sms.describe_pools(PoolIds=[other])) == [other]
    assert ids(sms.describe_pools(PoolIds=[f"{ARN}pool/{pool}", other])) == [pool, other]


@pytest.mark.parametrize(
    "unknown",
    [
        "pool-" + "f" * 32,
        ARN + "pool/pool-" + "f" * 32,
        "arn:aws:sms-voice:eu-west-1:123456789012:pool/pool-" + "f" * 32,
    ],
)
def test_describe_pools_refuses_one_unknown_pool_among_known_ones(
    sms: Any, pool: str, unknown: str
) -> None:
    with refused("ResourceNotFoundException", kind="pool", id=unknown):
        sms.describe_pools(PoolIds=[pool, unknown])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("status", "ACTIVE"),
        ("message-type", "PROMOTIONAL"),
        ("two-way-enabled", "true"),
        ("self-managed-opt-outs-enabled", "true"),
        ("opt-out-list-name", "news"),
        ("shared-routes-enabled", "true"),
        ("deletion-protection-enabled", "true"),
        ("two-way-channel-arn", TOPIC),
    ],
)
def test_describe_pools_filters(sms: Any, name: str, value: str) -> None:
    sms.create_opt_out_list(OptOutListName="news")
    wanted = sms.create_pool(
        OriginationIdentity=request(
            sms, NumberType="LONG_CODE", IsoCountryCode="GB", MessageType="PROMOTIONAL"
        ),
        MessageType="PROMOTIONAL",
    )["PoolId"]
    sms.update_pool(
        PoolId=wanted,
        TwoWayEnabled=True,
        TwoWayChannelArn=TOPIC,
        SelfManagedOptOutsEnabled=True,
        OptOutListName="news",
        SharedRoutesEnabled=True,
        DeletionProtectionEnabled=True,
    )
    state_manager.set_transition(MODEL, {"progression": "manual", "times": 5})
    try:
        created(sms, request(sms))

        assert ids(sms.describe_pools(Filters=[{"Name": name, "Values": [value]}])) == [wanted]
    finally:
        state_manager.unset_transition(MODEL)


def test_describe_pools_narrows_with_every_filter(sms: Any, pool: str) -> None:
    active = {"Name": "status", "Values": ["CREATING", "ACTIVE"]}
    shared = {"Name": "shared-routes-enabled", "Values": ["true"]}

    assert ids(sms.describe_pools(Filters=[active])) == [pool]
    assert ids(sms.describe_pools(Filters=[active, shared])) == []


@pytest.mark.parametrize("owner", [{}, {"Owner": "SELF"}, {"Owner": "SHARED"}])
def test_describe_pools_refuses_a_flag_that_is_neither_true_nor_false(
    sms: Any, owner: dict[str, Any]
) -> None:
    with refused("ValidationException", "INVALID_FILTER_VALUES", fields=["filters"]):
        sms.describe_pools(Filters=[{"Name": "two-way-enabled", "Values": ["yes"]}], **owner)


def test_describe_pools_lists_the_accounts_own_and_nobody_shares(sms: Any, pool: str) -> None:
    assert ids(sms.describe_pools(Owner="SELF")) == [pool]
    assert ids(sms.describe_pools(Owner="SHARED")) == []


def test_describe_pools_refuses_an_owner_beside_ids(sms: Any, pool: str) -> None:
    with refused(
        "ValidationException",
        "PARAMETERS_CANNOT_BE_USED_TOGETHER",
        fields=["owner", "poolIds"],
    ):
        sms.describe_pools(Owner="SELF", PoolIds=[pool])


def test_describe_pools_reads_page_by_page(sms: Any) -> None:
    made = [created(sms, request(sms)) for _ in range(5)]

    read = pages(sms.describe_pools, "Pools", 2)

    assert [[pool["PoolId"] for pool in page] for page in read] == [made[:2], made[2:4], made[4:]]
