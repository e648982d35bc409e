"""Pools: open, describe, change, close."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from typing import Any

import boto3
import pytest
from freezegun import freeze_time
from moto import mock_aws
from moto.moto_api import state_manager

from ...support import body, pages, refused
from ..number_types import ARN, request
from ..senders import given, identifier

TOPIC = "arn:aws:sns:us-east-1:123456789012:replies"
ROLE = "arn:aws:iam::123456789012:role/replies"
CREATED = datetime(2026, 1, 2, 3, 4, 5, 678000, timezone.utc)
MODEL = "pinpoint-sms-voice-v2::pool"


@pytest.fixture
def number(sms: Any) -> str:
    """A simulator number in no pool."""
    return request(sms)


@pytest.fixture
def pool(sms: Any, number: str) -> str:
    """A pool of one simulator number."""
    with freeze_time(CREATED):
        return created(sms, number)


def created(sms: Any, identity: str, **settings: Any) -> str:
    answer = sms.create_pool(OriginationIdentity=identity, MessageType="TRANSACTIONAL", **settings)
    return str(answer["PoolId"])


def described(sms: Any, pool: str) -> dict[str, Any]:
    (found,) = sms.describe_pools(PoolIds=[pool])["Pools"]
    return dict(found)


def ids(answer: dict[str, Any]) -> list[str]:
    return [each["PoolId"] for each in answer["Pools"]]


# Create


@freeze_time(CREATED)
def test_create_pool_answers_a_pool_that_is_being_created(sms: Any, number: str) -> None:
    tags = [{"Key": "team", "Value": "growth"}]

    answer = body(
        sms.create_pool(OriginationIdentity=number, MessageType="TRANSACTIONAL", Tags=tags)
    )

    assert re.fullmatch("pool-[0-9a-f]{32}", answer["PoolId"])
    assert answer == {
        "PoolArn": ARN + "pool/" + answer["PoolId"],
        "PoolId": answer["PoolId"],
        "Status": "CREATING",
        "MessageType": "TRANSACTIONAL",
        "TwoWayEnabled": False,
        "SelfManagedOptOutsEnabled": False,
        "OptOutListName": "Default",
        "SharedRoutesEnabled": False,
        "DeletionProtectionEnabled": False,
        "Tags": tags,
        "CreatedTimestamp": CREATED,
    }


@pytest.mark.parametrize("country", [{}, {"IsoCountryCode": "US"}])
def test_create_pool_takes_the_arn_of_a_number(
    sms: Any, number: str, country: dict[str, str]
) -> None:
    pool = created(sms, f"{ARN}phone-number/{number}", **country)

    assert members(sms, pool) == [number]


def test_create_pool_takes_a_sender_id_with_its_country(sms: Any) -> None:
    sms.request_sender_id(SenderId="Acme", IsoCountryCode="GB")

    pool = created(sms, "acme", IsoCountryCode="GB")

    assert members(sms, pool) == ["ACME"]
    assert described(sms, pool)["OptOutListName"] == "Default"


@pytest.mark.parametrize("country", [{}, {"IsoCountryCode": "ZZ"}])
def test_create_pool_takes_an_rcs_agent_with_or_without_the_country_of_none(
    sms: Any, country: dict[str, str]
) -> None:
    agent = sms.create_rcs_agent()

    pool = created(sms, agent["RcsAgentArn"], **country)

    assert members(sms, pool) == [agent["RcsAgentId"]]
    assert sms.describe_rcs_agents()["RcsAgents"][0]["PoolId"] == pool


def test_a_pool_takes_over_the_settings_of_its_first_member(sms: Any, number: str) -> None:
    sms.create_opt_out_list(OptOutListName="news")
    sms.update_phone_number(
        PhoneNumberId=number,
        TwoWayEnabled=True,
        TwoWayChannelArn=TOPIC,
        TwoWayChannelRole=ROLE,
        SelfManagedOptOutsEnabled=True,
        OptOutListName="news",
    )
    sms.put_keyword(OriginationIdentity=number, Keyword="JOIN", KeywordMessage="Welcome")

    pool = created(sms, number)

    settings = {
        "TwoWayEnabled": True,
        "TwoWayChannelArn": TOPIC,
        "TwoWayChannelRole": ROLE,
        "SelfManagedOptOutsEnabled": True,
        "OptOutListName": "news",
    }
    assert described(sms, pool) | settings == described(sms, pool)
    assert [
        each["Keyword"] for each in sms.describe_keywords(OriginationIdentity=pool)["Keywords"]
    ] == ["HELP", "STOP", "JOIN"]


def test_a_pool_does_not_take_over_deletion_protection(sms: Any) -> None:
    protected = request(sms, DeletionProtectionEnabled=True)

    assert described(sms, created(sms, protected))["DeletionProtectionEnabled"] is False


def test_create_pool_protects_the_pool_if_asked_to(sms: Any, number: str) -> None:
    pool = created(sms, number, DeletionProtectionEnabled=True)

    assert described(sms, pool)["DeletionProtectionEnabled"] is True


def test_create_pool_with_the_token_of_the_first_call_answers_the_same(
    sms: Any, number: str
) -> None:
    first = created(sms, number, ClientToken="once")

    assert created(sms, number, ClientToken="once") == first


@pytest.mark.parametrize(
    ("identity", "kind"),
    [
        ("phone-" + "f" * 32, "phone-number"),
        ("rcs-" + "f" * 32, "rcs-agent"),
        ("pool-" + "f" * 32, "pool"),
        (ARN + "phone-number/phone-" + "f" * 32, "phone-number"),
        (ARN + "rcs-agent/rcs-" + "f" * 32, "rcs-agent"),
        ("arn:aws:sms-voice:eu-west-1:123456789012:phone-number/phone-1", "phone-number"),
        ("arn:aws:sms-voice:us-east-1:210987654321:phone-number/phone-1", "phone-number"),
    ],
)
def test_create_pool_refuses_an_identity_that_is_not_there(
    sms: Any, identity: str, kind: str
) -> None:
    with refused("ResourceNotFoundException", kind=kind, id=identity):
        created(sms, identity)


def test_create_pool_refuses_a_sender_id_that_is_not_there(sms: Any) -> None:
    with refused("ResourceNotFoundException", kind="sender-id", id="ACME"):
        created(sms, "ACME", IsoCountryCode="GB")


def test_create_pool_refuses_the_arn_of_another_pool(sms: Any, pool: str) -> None:
    with refused("ValidationException", "INVALID_ARN", fields=["originationIdentity"]):
        created(sms, f"{ARN}pool/{pool}")


def test_create_pool_refuses_a_sender_id_without_its_country(sms: Any) -> None:
    sms.request_sender_id(SenderId="ACME", IsoCountryCode="GB")

    with refused("ValidationException", "INVALID_ARN", fields=["senderId"]):
        created(sms, "ACME")


def test_create_pool_takes_the_arn_of_a_sender_id_alone(sms: Any) -> None:
    for country in ("DE", "GB"):
        sms.request_sender_id(SenderId="ACME", IsoCountryCode=country)

    pool = created(sms, ARN + "sender-id/ACME/GB")

    [member] = sms.list_pool_origination_identities(PoolId=pool)["OriginationIdentities"]
    assert member["OriginationIdentityArn"] == ARN + "sender-id/ACME/GB"


def test_create_pool_names_the_arn_of_a_sender_id_that_is_not_there(sms: Any) -> None:
    arn = ARN + "sender-id/ACME/GB"

    with refused("ResourceNotFoundException", kind="sender-id", id=arn):
        created(sms, arn)


def test_create_pool_refuses_another_country_than_the_identitys(sms: Any, number: str) -> None:
    sms.request_sender_id(SenderId="ACME", IsoCountryCode="GB")
    agent = sms.create_rcs_agent()["RcsAgentId"]

    for identity in (number, agent, ARN + "sender-id/ACME/GB"):
        with refused("ValidationException", "COUNTRY_CODE_MISMATCH", fields=["isoCountryCode"]):
            created(sms, identity, IsoCountryCode="DE")


def test_create_pool_refuses_a_number_that_is_not_active(sms: Any) -> None:
    waiting = request(sms, NumberType="TOLL_FREE")

    with refused("ConflictException", "RESOURCE_NOT_ACTIVE", kind="phone-number", id=waiting):
        created(sms, waiting)


def test_create_pool_refuses_a_number_of_another_message_type(sms: Any, number: str) -> None:
    with refused("ConflictException", "MESSAGE_TYPE_MISMATCH", kind="phone-number", id=number):
        sms.create_pool(OriginationIdentity=number, MessageType="PROMOTIONAL")


def test_create_pool_refuses_a_number_in_another_pool(sms: Any, number: str, pool: str) -> None:
    with refused(
        "ConflictException", "PHONE_NUMBER_ASSOCIATED_TO_POOL", kind="phone-number", id=number
    ):
        created(sms, number)


def test_create_pool_refuses_an_rcs_agent_in_another_pool(sms: Any) -> None:
    agent = sms.create_rcs_agent()["RcsAgentId"]
    created(sms, agent)

    with refused("ConflictException", "RCS_AGENT_ASSOCIATED_TO_POOL", kind="rcs-agent", id=agent):
        created(sms, agent)


def test_a_sender_id_may_be_in_many_pools(sms: Any) -> None:
    sms.request_sender_id(SenderId="ACME", IsoCountryCode="GB")

    assert created(sms, "ACME", IsoCountryCode="GB") != created(sms, "ACME", IsoCountryCode="GB")


def test_create_pool_refuses_more_pools_than_the_account_may_have(sms: Any, limits: Any) -> None:
    limits.set("POOLS", 1)
    first = created(sms, request(sms))

    with refused("ServiceQuotaExceededException", "POOLS_PER_ACCOUNT"):
        created(sms, request(sms))

    sms.delete_pool(PoolId=first)
    assert created(sms, request(sms))


def test_a_refused_create_pool_leaves_the_number_alone(sms: Any, limits: Any, number: str) -> None:
    limits.set("POOLS", 0)

    with refused("ServiceQuotaExceededException", "POOLS_PER_ACCOUNT"):
        created(sms, number)

    assert "PoolId" not in sms.describe_phone_numbers()["PhoneNumbers"][0]


# Describe


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


# Update


@pytest.mark.parametrize("prefix", ["", ARN + "pool/"])
def test_update_pool_changes_what_is_given(sms: Any, pool: str, prefix: str) -> None:
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


def members(sms: Any, pool: str) -> list[str]:
    listed = sms.list_pool_origination_identities(PoolId=pool)["OriginationIdentities"]
    return [each["OriginationIdentity"] for each in listed]
