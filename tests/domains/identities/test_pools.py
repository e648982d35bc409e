"""Pools: close, the life of a pool, and whose it is."""

from __future__ import annotations

from typing import Any

import boto3
import pytest
from freezegun import freeze_time
from moto import mock_aws
from moto.moto_api import state_manager

from ...support import body, refused
from ..number_types import ARN, request
from .pools import CREATED, MODEL, created, described, ids


@pytest.fixture
def number(sms: Any) -> str:
    """A simulator number in no pool."""
    return request(sms)


@pytest.fixture
def pool(sms: Any, number: str) -> str:
    """A pool of one simulator number."""
    with freeze_time(CREATED):
        return created(sms, number)


# Delete


@pytest.mark.parametrize("prefix", ["", ARN + "pool/"])
def test_delete_pool_answers_the_pool_that_goes(sms: Any, pool: str, prefix: str) -> None:
    assert body(sms.delete_pool(PoolId=prefix + pool)) == {
        "PoolArn": ARN + "pool/" + pool,
        "PoolId": pool,
        "Status": "DELETING",
        "MessageType": "TRANSACTIONAL",
        "TwoWayEnabled": False,
        "SelfManagedOptOutsEnabled": False,
        "OptOutListName": "Default",
        "SharedRoutesEnabled": False,
        "CreatedTimestamp": CREATED,
    }
    assert ids(sms.describe_pools()) == []
    with refused("ResourceNotFoundException", kind="pool", id=pool):
        sms.describe_pools(PoolIds=[pool])


def test_delete_pool_lets_all_members_go(sms: Any, pool: str, number: str) -> None:
    sms.request_sender_id(SenderId="ACME", IsoCountryCode="GB")
    agent = sms.create_rcs_agent()["RcsAgentId"]
    for identity, country in ((agent, "ZZ"), ("ACME", "GB")):
        sms.associate_origination_identity(
            PoolId=pool, OriginationIdentity=identity, IsoCountryCode=country
        )

    sms.delete_pool(PoolId=pool)

    sms.release_phone_number(PhoneNumberId=number)
    sms.release_sender_id(SenderId="ACME", IsoCountryCode="GB")
    sms.delete_rcs_agent(RcsAgentId=agent)


def test_delete_pool_refuses_an_unknown_pool(sms: Any) -> None:
    with refused("ResourceNotFoundException", kind="pool", id="pool-1"):
        sms.delete_pool(PoolId="pool-1")


def test_delete_pool_refuses_a_protected_pool(sms: Any, pool: str) -> None:
    sms.update_pool(PoolId=pool, DeletionProtectionEnabled=True)

    with refused("ConflictException", "DELETION_PROTECTION_ENABLED", kind="pool", id=pool):
        sms.delete_pool(PoolId=pool)


def test_delete_pool_refuses_the_pool_of_a_notify_configuration(sms: Any, pool: str) -> None:
    configuration = sms.create_notify_configuration(
        DisplayName="codes", UseCase="CODE_VERIFICATION", EnabledChannels=["SMS"], PoolId=pool
    )["NotifyConfigurationId"]

    with refused(
        "ConflictException", "POOL_ASSOCIATED_TO_NOTIFY_CONFIGURATION", kind="pool", id=pool
    ):
        sms.delete_pool(PoolId=pool)

    sms.delete_notify_configuration(NotifyConfigurationId=configuration)
    sms.delete_pool(PoolId=pool)


# The life of a pool


@pytest.fixture
def slowly(sms: Any) -> Any:
    """Every step of a pool's life takes two Describes."""
    state_manager.set_transition(MODEL, {"progression": "manual", "times": 2})
    yield
    state_manager.unset_transition(MODEL)


def statuses(sms: Any, reads: int) -> list[list[str]]:
    return [[pool["Status"] for pool in sms.describe_pools()["Pools"]] for _ in range(reads)]


def test_a_pool_is_created_and_deleted_as_slowly_as_the_state_manager_says(
    sms: Any, slowly: None, number: str
) -> None:
    pool = created(sms, number)
    assert statuses(sms, 3) == [["CREATING"], ["ACTIVE"], ["ACTIVE"]]

    sms.delete_pool(PoolId=pool)
    assert statuses(sms, 3) == [["DELETING"], [], []]


def test_a_describe_by_id_refuses_a_pool_whose_deletion_it_completes(
    sms: Any, slowly: None, number: str
) -> None:
    pool = created(sms, number)
    statuses(sms, 2)
    sms.delete_pool(PoolId=pool)
    assert described(sms, pool)["Status"] == "DELETING"

    with refused("ResourceNotFoundException", kind="pool", id=pool):
        sms.describe_pools(PoolIds=[pool])


def test_a_pool_that_is_not_active_cannot_be_changed(sms: Any, slowly: None, number: str) -> None:
    pool = created(sms, number)
    other = request(sms)

    for change in (
        lambda: sms.update_pool(PoolId=pool, SharedRoutesEnabled=True),
        lambda: sms.delete_pool(PoolId=pool),
        lambda: sms.associate_origination_identity(PoolId=pool, OriginationIdentity=other),
        lambda: sms.disassociate_origination_identity(PoolId=pool, OriginationIdentity=number),
    ):
        with refused("ConflictException", "RESOURCE_NOT_ACTIVE", kind="pool", id=pool):
            change()


# Isolation


@pytest.mark.parametrize("elsewhere", [{"region_name": "eu-west-1"}, {"account": "210987654321"}])
def test_pools_of_other_accounts_and_regions_are_not_seen(
    sms: Any, pool: str, elsewhere: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if "account" in elsewhere:
        monkeypatch.setenv("MOTO_ACCOUNT_ID", elsewhere["account"])
    other = boto3.client(
        "pinpoint-sms-voice-v2", region_name=elsewhere.get("region_name", "us-east-1")
    )

    assert ids(other.describe_pools()) == []
    with refused("ResourceNotFoundException", kind="pool", id=f"{ARN}pool/{pool}"):
        other.describe_pools(PoolIds=[f"{ARN}pool/{pool}"])


def test_a_reset_forgets_pools(monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(2):
        with mock_aws():
            sms = boto3.client("pinpoint-sms-voice-v2", region_name="us-east-1")
            assert ids(sms.describe_pools()) == []
            created(sms, request(sms))
