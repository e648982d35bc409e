"""Who is in a pool: join, leave, list."""

from __future__ import annotations

from typing import Any

import boto3
import pytest

from ...access import trusted_role
from ...support import body, pages, refused
from ..number_types import ARN, LONG_CODE, TOLL_FREE, request

TOPIC = "arn:aws:sns:us-east-1:123456789012:replies"
ROLE = "arn:aws:iam::123456789012:role/replies"


@pytest.fixture
def first(sms: Any) -> str:
    """A simulator number, which is in the pool."""
    return request(sms)


@pytest.fixture
def second(sms: Any) -> str:
    """A simulator number in no pool."""
    return request(sms)


@pytest.fixture
def pool(sms: Any, first: str) -> str:
    """A pool of one simulator number."""
    return str(sms.create_pool(OriginationIdentity=first, MessageType="TRANSACTIONAL")["PoolId"])


@pytest.fixture
def sender(sms: Any) -> str:
    """A sender ID in the United Kingdom, and one of the same name in Germany."""
    for country in ("DE", "GB"):
        sms.request_sender_id(SenderId="ACME", IsoCountryCode=country)
    return "ACME"


@pytest.fixture
def agent(sms: Any) -> str:
    """An RCS agent in no pool."""
    return str(sms.create_rcs_agent()["RcsAgentId"])


def join(sms: Any, pool: str, identity: str, country: str | None = None) -> dict[str, Any]:
    where = {"IsoCountryCode": country} if country else {}
    return body(
        sms.associate_origination_identity(PoolId=pool, OriginationIdentity=identity, **where)
    )


def leave(sms: Any, pool: str, identity: str, country: str | None = None) -> dict[str, Any]:
    where = {"IsoCountryCode": country} if country else {}
    return body(
        sms.disassociate_origination_identity(PoolId=pool, OriginationIdentity=identity, **where)
    )


def members(sms: Any, pool: str, **arguments: Any) -> list[str]:
    answer = sms.list_pool_origination_identities(PoolId=pool, **arguments)
    return [each["OriginationIdentity"] for each in answer["OriginationIdentities"]]


# Associate


@pytest.mark.parametrize("country", [None, "US"])
@pytest.mark.parametrize("prefix", ["", ARN + "phone-number/"])
@pytest.mark.parametrize("pool_prefix", ["", ARN + "pool/"])
def test_a_number_joins_by_id_and_by_arn(
    sms: Any, pool: str, first: str, second: str, country: str, prefix: str, pool_prefix: str
) -> None:
    assert join(sms, pool_prefix + pool, prefix + second, country) == {
        "PoolArn": ARN + "pool/" + pool,
        "PoolId": pool,
        "OriginationIdentityArn": ARN + "phone-number/" + second,
        "OriginationIdentity": second,
        "IsoCountryCode": "US",
    }
    assert members(sms, pool) == [first, second]
    assert [each["PoolId"] for each in sms.describe_phone_numbers()["PhoneNumbers"]] == [pool] * 2


@pytest.mark.parametrize("name", ["ACME", "acme", ARN + "sender-id/ACME/GB"])
def test_a_sender_id_joins_with_its_country(sms: Any, pool: str, sender: str, name: str) -> None:
    assert join(sms, pool, name, "GB") == {
        "PoolArn": ARN + "pool/" + pool,
        "PoolId": pool,
        "OriginationIdentityArn": ARN + "sender-id/ACME/GB",
        "OriginationIdentity": "ACME",
        "IsoCountryCode": "GB",
    }


def test_a_sender_id_joins_once_in_each_country(sms: Any, pool: str, sender: str) -> None:
    join(sms, pool, sender, "DE")
    join(sms, pool, sender, "GB")

    assert members(sms, pool)[1:] == [sender, sender]


@pytest.mark.parametrize("country", [None, "ZZ"])
def test_an_rcs_agent_joins_under_the_country_of_none(
    sms: Any, pool: str, agent: str, country: str
) -> None:
    assert join(sms, pool, agent, country) == {
        "PoolArn": ARN + "pool/" + pool,
        "PoolId": pool,
        "OriginationIdentityArn": ARN + "rcs-agent/" + agent,
        "OriginationIdentity": agent,
        "IsoCountryCode": "ZZ",
    }


def test_an_association_with_the_token_of_the_first_call_answers_the_same(
    sms: Any, pool: str, second: str
) -> None:
    call = {"PoolId": pool, "OriginationIdentity": second, "ClientToken": "once"}

    first_answer = body(sms.associate_origination_identity(**call))

    assert body(sms.associate_origination_identity(**call)) == first_answer


def test_a_number_can_be_requested_into_a_pool_before_it_is_active(sms: Any) -> None:
    canadian = request(sms, LONG_CODE, IsoCountryCode="CA")
    pool = sms.create_pool(OriginationIdentity=canadian, MessageType="TRANSACTIONAL")["PoolId"]

    waiting = request(sms, TOLL_FREE, PoolId=pool)

    assert members(sms, pool)[1:] == [waiting]


def test_an_unknown_pool_is_refused(sms: Any, second: str) -> None:
    with refused("ResourceNotFoundException", kind="pool", id="pool-1"):
        join(sms, "pool-1", second)
    with refused("ResourceNotFoundException", kind="pool", id="pool-1"):
        leave(sms, "pool-1", second)
    with refused("ResourceNotFoundException", kind="pool", id="pool-1"):
        members(sms, "pool-1")


@pytest.mark.parametrize("call", [join, leave])
@pytest.mark.parametrize(
    ("identity", "kind"),
    [
        ("phone-" + "f" * 32, "phone-number"),
        ("rcs-" + "f" * 32, "rcs-agent"),
        (ARN + "phone-number/phone-" + "f" * 32, "phone-number"),
        ("arn:aws:sms-voice:us-east-1:210987654321:rcs-agent/rcs-1", "rcs-agent"),
    ],
)
def test_an_unknown_identity_is_refused(
    sms: Any, pool: str, call: Any, identity: str, kind: str
) -> None:
    with refused("ResourceNotFoundException", kind=kind, id=identity):
        call(sms, pool, identity)


@pytest.mark.parametrize("call", [join, leave])
@pytest.mark.parametrize("name", ["OTHER", ARN + "sender-id/OTHER/GB"])
def test_an_unknown_sender_id_is_refused(sms: Any, pool: str, call: Any, name: str) -> None:
    with refused("ResourceNotFoundException", kind="sender-id", id=name):
        call(sms, pool, name, "GB")


@pytest.mark.parametrize("call", [join, leave])
@pytest.mark.parametrize("name", ["ACME", ARN + "sender-id/ACME/GB"])
def test_a_sender_id_without_its_country_is_refused(
    sms: Any, pool: str, sender: str, call: Any, name: str
) -> None:
    join(sms, pool, sender, "GB")

    with refused("ValidationException", "INVALID_ARN", fields=["senderId"]):
        call(sms, pool, name)


@pytest.mark.parametrize("call", [join, leave])
def test_an_arn_of_what_cannot_be_in_a_pool_is_refused(sms: Any, pool: str, call: Any) -> None:
    for arn in (ARN + "pool/" + pool, ARN + "opt-out-list/Default"):
        with refused("ValidationException", "INVALID_ARN", fields=["originationIdentity"]):
            call(sms, pool, arn)


@pytest.mark.parametrize("call", [join, leave])
def test_another_country_than_the_identitys_is_refused(
    sms: Any, pool: str, second: str, agent: str, sender: str, call: Any
) -> None:
    for identity in (second, agent, ARN + "sender-id/ACME/GB"):
        with refused("ValidationException", "COUNTRY_CODE_MISMATCH", fields=["isoCountryCode"]):
            call(sms, pool, identity, "FR")


def test_a_number_that_is_not_active_cannot_join(sms: Any, pool: str) -> None:
    waiting = request(sms, TOLL_FREE)

    with refused("ConflictException", "RESOURCE_NOT_ACTIVE", kind="phone-number", id=waiting):
        join(sms, pool, waiting)


def test_nothing_joins_a_pool_twice(
    sms: Any, pool: str, first: str, agent: str, sender: str
) -> None:
    join(sms, pool, agent)
    join(sms, pool, sender, "GB")

    for identity, country, kind in (
        (first, "US", "phone-number"),
        (agent, "ZZ", "rcs-agent"),
        (sender, "GB", "sender-id"),
    ):
        with refused("ConflictException", "RESOURCE_ALREADY_ASSOCIATED", kind=kind, id=identity):
            join(sms, pool, identity, country)


def test_a_number_and_an_agent_are_in_one_pool_only(
    sms: Any, pool: str, first: str, second: str, agent: str
) -> None:
    join(sms, pool, agent)
    other = sms.create_pool(OriginationIdentity=second, MessageType="TRANSACTIONAL")["PoolId"]

    with refused(
        "ConflictException", "PHONE_NUMBER_ASSOCIATED_TO_POOL", kind="phone-number", id=first
    ):
        join(sms, other, first)
    with refused("ConflictException", "RCS_AGENT_ASSOCIATED_TO_POOL", kind="rcs-agent", id=agent):
        join(sms, other, agent)


def test_a_sender_id_is_in_many_pools(sms: Any, pool: str, second: str, sender: str) -> None:
    other = sms.create_pool(OriginationIdentity=second, MessageType="TRANSACTIONAL")["PoolId"]
    for each in (pool, other):
        join(sms, each, sender, "GB")

    leave(sms, pool, sender, "GB")

    with refused("ConflictException", "SENDER_ID_ASSOCIATED_TO_POOL", kind="sender-id", id=sender):
        sms.release_sender_id(SenderId=sender, IsoCountryCode="GB")


def test_a_number_of_another_message_type_cannot_join(sms: Any, pool: str) -> None:
    promotional = request(sms, LONG_CODE, MessageType="PROMOTIONAL")

    with refused("ConflictException", "MESSAGE_TYPE_MISMATCH", kind="phone-number", id=promotional):
        join(sms, pool, promotional)


def test_a_sender_id_joins_for_any_of_its_message_types(sms: Any, pool: str) -> None:
    for name, types in (("ONE", ["PROMOTIONAL"]), ("TWO", ["PROMOTIONAL", "TRANSACTIONAL"])):
        sms.request_sender_id(SenderId=name, IsoCountryCode="GB", MessageTypes=types)

    join(sms, pool, "TWO", "GB")
    with refused("ConflictException", "MESSAGE_TYPE_MISMATCH", kind="sender-id", id="ONE"):
        join(sms, pool, "ONE", "GB")


def test_a_number_with_other_capabilities_cannot_join(sms: Any, pool: str) -> None:
    both = request(sms, NumberCapabilities=["SMS", "VOICE"])

    with refused("ConflictException", "NUMBER_CAPABILITIES_MISMATCH", kind="phone-number", id=both):
        join(sms, pool, both)


def test_the_order_of_capabilities_does_not_matter(sms: Any) -> None:
    voice_first = request(sms, NumberCapabilities=["VOICE", "SMS"])
    pool = sms.create_pool(OriginationIdentity=voice_first, MessageType="TRANSACTIONAL")["PoolId"]

    join(sms, pool, request(sms, NumberCapabilities=["SMS", "VOICE"]))


TWO_WAY = {"TwoWayEnabled": True, "TwoWayChannelArn": TOPIC}
SELF_MANAGED = {**TWO_WAY, "SelfManagedOptOutsEnabled": True}


@pytest.mark.parametrize(
    ("theirs", "ours", "reason"),
    [
        ({"OptOutListName": "news"}, {}, "OPT_OUT_LIST_MISMATCH"),
        ({}, {"OptOutListName": "news"}, "OPT_OUT_LIST_MISMATCH"),
        (TWO_WAY, {}, "TWO_WAY_CONFIG_MISMATCH"),
        (TWO_WAY, {**TWO_WAY, "TwoWayChannelArn": TOPIC + "2"}, "TWO_WAY_CONFIG_MISMATCH"),
        (TWO_WAY, {**TWO_WAY, "TwoWayChannelRole": ROLE}, "TWO_WAY_CONFIG_MISMATCH"),
        (SELF_MANAGED, TWO_WAY, "SELF_MANAGED_OPT_OUTS_MISMATCH"),
    ],
)
@pytest.mark.parametrize("kind", ["phone-number", "rcs-agent"])
def test_who_joins_has_the_settings_that_the_pool_has_now(
    sms: Any,
    pool: str,
    second: str,
    agent: str,
    theirs: dict[str, Any],
    ours: dict[str, Any],
    reason: str,
    kind: str,
) -> None:
    assert trusted_role("replies") == ROLE
    sms.create_opt_out_list(OptOutListName="news")
    identity = second if kind == "phone-number" else agent
    sms.update_phone_number(PhoneNumberId=second, **theirs)
    sms.update_rcs_agent(RcsAgentId=agent, **theirs)
    sms.update_pool(PoolId=pool, **ours)

    with refused("ConflictException", reason, kind=kind, id=identity):
        join(sms, pool, identity)

    sms.update_pool(PoolId=pool, OptOutListName="Default", TwoWayEnabled=False)
    sms.update_pool(PoolId=pool, **theirs)
    join(sms, pool, identity)


@pytest.mark.parametrize(
    "keyword",
    [
        {"Keyword": "JOIN", "KeywordMessage": "Welcome"},
        {"Keyword": "HELP", "KeywordMessage": "Other help"},
    ],
)
def test_who_joins_has_the_keywords_of_the_pool(
    sms: Any, pool: str, second: str, keyword: dict[str, str]
) -> None:
    sms.put_keyword(OriginationIdentity=second, **keyword)

    with refused("ConflictException", "KEYWORD_MISMATCH", kind="phone-number", id=second):
        join(sms, pool, second)

    sms.put_keyword(OriginationIdentity=pool, **keyword)
    join(sms, pool, second)


def test_the_order_of_keywords_does_not_matter(sms: Any, pool: str, second: str) -> None:
    for identity, words in ((pool, "AB"), (second, "BA")):
        for word in words:
            sms.put_keyword(OriginationIdentity=identity, Keyword=word, KeywordMessage="Yes")

    join(sms, pool, second)


def test_deletion_protection_need_not_be_the_same(sms: Any, pool: str) -> None:
    join(sms, pool, request(sms, DeletionProtectionEnabled=True))


def test_no_more_join_than_a_pool_holds(sms: Any, limits: Any, pool: str, second: str) -> None:
    limits.set("ORIGINATION_IDENTITIES_PER_POOL", 1)

    with refused("ServiceQuotaExceededException", "ORIGINATION_IDENTITIES_PER_POOL"):
        join(sms, pool, second)

    assert "PoolId" not in sms.describe_phone_numbers(PhoneNumberIds=[second])["PhoneNumbers"][0]


# Disassociate


@pytest.mark.parametrize("prefix", ["", ARN + "phone-number/"])
def test_a_number_leaves_by_id_and_by_arn(
    sms: Any, pool: str, first: str, second: str, prefix: str
) -> None:
    join(sms, pool, second)

    assert leave(sms, pool, prefix + first) == {
        "PoolArn": ARN + "pool/" + pool,
        "PoolId": pool,
        "OriginationIdentityArn": ARN + "phone-number/" + first,
        "OriginationIdentity": first,
        "IsoCountryCode": "US",
    }
    assert members(sms, pool) == [second]
    assert "PoolId" not in sms.describe_phone_numbers(PhoneNumberIds=[first])["PhoneNumbers"][0]


def test_a_sender_id_and_an_agent_leave(
    sms: Any, pool: str, first: str, sender: str, agent: str
) -> None:
    join(sms, pool, sender, "GB")
    join(sms, pool, agent)

    leave(sms, pool, ARN + "sender-id/ACME/GB", "GB")
    leave(sms, pool, agent, "ZZ")

    assert members(sms, pool) == [first]
    sms.release_sender_id(SenderId=sender, IsoCountryCode="GB")
    sms.delete_rcs_agent(RcsAgentId=agent)


def test_a_number_that_left_has_its_own_settings_again(sms: Any, pool: str, first: str) -> None:
    join(sms, pool, request(sms))
    sms.put_keyword(OriginationIdentity=pool, Keyword="JOIN", KeywordMessage="Welcome")

    leave(sms, pool, first)

    keywords = sms.describe_keywords(OriginationIdentity=first)["Keywords"]
    assert [each["Keyword"] for each in keywords] == ["HELP", "STOP"]


def test_who_is_not_in_the_pool_cannot_leave_it(
    sms: Any, pool: str, second: str, sender: str, agent: str
) -> None:
    for identity, country, kind in (
        (second, "US", "phone-number"),
        (agent, "ZZ", "rcs-agent"),
        (sender, "GB", "sender-id"),
    ):
        with refused(
            "ConflictException", "PHONE_NUMBER_NOT_ASSOCIATED_TO_POOL", kind=kind, id=identity
        ):
            leave(sms, pool, identity, country)


def test_the_last_number_stays_whoever_else_is_in_the_pool(
    sms: Any, pool: str, first: str, sender: str, agent: str
) -> None:
    join(sms, pool, sender, "GB")
    join(sms, pool, agent)

    with refused("ConflictException", "LAST_PHONE_NUMBER", kind="phone-number", id=first):
        leave(sms, pool, first)

    assert members(sms, pool) == [first, sender, agent]


def test_the_last_sender_id_may_leave(sms: Any, sender: str) -> None:
    pool = sms.create_pool(
        OriginationIdentity=sender, IsoCountryCode="GB", MessageType="TRANSACTIONAL"
    )["PoolId"]

    leave(sms, pool, sender, "GB")

    assert members(sms, pool) == []
    sms.release_sender_id(SenderId=sender, IsoCountryCode="GB")


def test_an_agent_joins_and_leaves_with_a_country_of_its_launches(
    sms: Any, pool: str, agent: str
) -> None:
    launch = sms.create_registration(RegistrationType="US_RCS_LAUNCH_REGISTRATION")
    sms.create_registration_association(RegistrationId=launch["RegistrationId"], ResourceId=agent)
    assert sms.describe_rcs_agents()["RcsAgents"]

    assert join(sms, pool, agent, "US")["IsoCountryCode"] == "ZZ"
    leave(sms, pool, agent, "US")
    with refused("ValidationException", "COUNTRY_CODE_MISMATCH", fields=["isoCountryCode"]):
        join(sms, pool, agent, "DE")


# List


def test_the_list_shows_every_kind_of_member(
    sms: Any, pool: str, first: str, sender: str, agent: str
) -> None:
    join(sms, pool, sender, "GB")
    join(sms, pool, agent)
    number = sms.describe_phone_numbers()["PhoneNumbers"][0]["PhoneNumber"]

    assert body(sms.list_pool_origination_identities(PoolId=ARN + "pool/" + pool)) == {
        "PoolArn": ARN + "pool/" + pool,
        "PoolId": pool,
        "OriginationIdentities": [
            {
                "OriginationIdentityArn": ARN + "phone-number/" + first,
                "OriginationIdentity": first,
                "IsoCountryCode": "US",
                "NumberCapabilities": ["SMS"],
                "PhoneNumber": number,
            },
            {
                "OriginationIdentityArn": ARN + "sender-id/ACME/GB",
                "OriginationIdentity": "ACME",
                "IsoCountryCode": "GB",
                "NumberCapabilities": ["SMS"],
            },
            {
                "OriginationIdentityArn": ARN + "rcs-agent/" + agent,
                "OriginationIdentity": agent,
                "IsoCountryCode": "ZZ",
                "NumberCapabilities": ["RCS"],
            },
        ],
    }


def test_the_list_filters_by_country_and_capability(
    sms: Any, pool: str, first: str, sender: str, agent: str
) -> None:
    join(sms, pool, sender, "GB")
    join(sms, pool, agent)
    british = {"Name": "iso-country-code", "Values": ["GB"]}
    western = {"Name": "iso-country-code", "Values": ["US", "GB"]}
    rich = {"Name": "number-capability", "Values": ["RCS"]}
    short = {"Name": "number-capability", "Values": ["SMS", "VOICE"]}

    assert members(sms, pool, Filters=[british]) == [sender]
    assert members(sms, pool, Filters=[western]) == [first, sender]
    assert members(sms, pool, Filters=[rich]) == [agent]
    assert members(sms, pool, Filters=[short]) == [first, sender]
    assert members(sms, pool, Filters=[british, short]) == [sender]
    assert members(sms, pool, Filters=[british, rich]) == []


def test_the_list_reads_page_by_page(sms: Any, pool: str, first: str) -> None:
    others = [request(sms) for _ in range(4)]
    for number in others:
        join(sms, pool, number)

    read = pages(sms.list_pool_origination_identities, "OriginationIdentities", 2, PoolId=pool)

    ids = [[each["OriginationIdentity"] for each in page] for page in read]
    assert ids == [[first, others[0]], others[1:3], others[3:]]


# Isolation


@pytest.mark.parametrize("elsewhere", ["account", "Region"])
def test_nothing_joins_a_pool_of_another_account_or_region(
    sms: Any, pool: str, elsewhere: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if elsewhere == "account":
        monkeypatch.setenv("MOTO_ACCOUNT_ID", "210987654321")
    region = "us-east-1" if elsewhere == "account" else "eu-west-1"
    other = boto3.client("pinpoint-sms-voice-v2", region_name=region)

    with refused("ResourceNotFoundException", kind="pool", id=ARN + "pool/" + pool):
        join(other, ARN + "pool/" + pool, request(other))
