"""Pools: open."""

from __future__ import annotations

import re
from typing import Any

import pytest
from freezegun import freeze_time

from ...access import trusted_role
from ...support import body, refused
from ..number_types import ARN, request
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
    assert trusted_role("replies") == ROLE
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


def members(sms: Any, pool: str) -> list[str]:
    listed = sms.list_pool_origination_identities(PoolId=pool)["OriginationIdentities"]
    return [each["OriginationIdentity"] for each in listed]
