"""What another account shares: who sees it, and what may be done with it.

https://docs.aws.amazon.com/sms-voice/latest/userguide/shared-resources.html
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from moto_pinpoint_sms_v2 import Simulator

from ...support import REGION, backend, body, pages, refused
from ..neighbours import CONSUMER, OWNER, STRANGER, client_of, share, statement

ARN = f"arn:aws:sms-voice:{REGION}:{OWNER}:"
NUMBER = "+12065550140"
HANDSET = "+12065550100"


class Kind(NamedTuple):
    """How resources of a kind are made, listed and changed."""

    make: Callable[[Any, Simulator], str]
    """Make one, and return its ARN."""
    operation: str
    member: str
    """Of a Describe's answer."""
    named: Callable[[str], dict[str, Any]]
    """How a Describe names one."""
    arn: str

    def rows(self, sms: Any, **arguments: Any) -> list[dict[str, Any]]:
        return list(getattr(sms, self.method)(**arguments)[self.member])

    @property
    def method(self) -> str:
        return f"describe_{self.operation}"


def _number(sms: Any, simulator: Simulator) -> str:
    row = simulator.add_phone_number(
        iso_country_code="US", number_type="TEN_DLC", phone_number=NUMBER
    )
    return str(row["PhoneNumberArn"])


def _pool(sms: Any, simulator: Simulator) -> str:
    pool = sms.create_pool(
        OriginationIdentity=_number(sms, simulator),
        IsoCountryCode="US",
        MessageType="TRANSACTIONAL",
    )
    return str(pool["PoolArn"])


KINDS = {
    "opt-out-list": Kind(
        lambda sms, simulator: str(sms.create_opt_out_list(OptOutListName="news")["OptOutListArn"]),
        "opt_out_lists",
        "OptOutLists",
        lambda arn: {"OptOutListNames": [arn]},
        "OptOutListArn",
    ),
    "phone-number": Kind(
        _number,
        "phone_numbers",
        "PhoneNumbers",
        lambda arn: {"PhoneNumberIds": [arn]},
        "PhoneNumberArn",
    ),
    "pool": Kind(_pool, "pools", "Pools", lambda arn: {"PoolIds": [arn]}, "PoolArn"),
    "sender-id": Kind(
        lambda sms, simulator: str(
            sms.request_sender_id(SenderId="EXAMPLE", IsoCountryCode="GB")["SenderIdArn"]
        ),
        "sender_ids",
        "SenderIds",
        lambda arn: {"SenderIds": [{"SenderId": arn, "IsoCountryCode": "GB"}]},
        "SenderIdArn",
    ),
}
each_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())


@pytest.fixture
def consumer(sms: Any) -> Any:
    """A client of the account with which resources are shared."""
    return client_of(CONSUMER)


def _own(kind: Kind, sms: Any, arn: str) -> list[dict[str, Any]]:
    return [row for row in kind.rows(sms) if row[kind.arn] == arn]


@each_kind
def test_what_is_shared_is_listed_as_its_owner_sees_it(
    sms: Any, simulator: Simulator, consumer: Any, kind: Kind
) -> None:
    arn = kind.make(sms, simulator)
    assert kind.rows(consumer, Owner="SHARED") == []

    share(sms, arn, statement("Describe*"))

    [expected] = _own(kind, sms, arn)
    assert kind.rows(consumer, Owner="SHARED") == [expected]
    assert kind.rows(consumer, **kind.named(arn)) == [expected]


@each_kind
@pytest.mark.parametrize("owner", [{"Owner": "SELF"}, {}], ids=["SELF", "none"])
def test_what_is_shared_is_not_among_the_own(
    sms: Any, simulator: Simulator, consumer: Any, kind: Kind, owner: dict[str, str]
) -> None:
    before = kind.rows(consumer, **owner)

    share(sms, kind.make(sms, simulator))

    assert kind.rows(consumer, **owner) == before


@each_kind
@pytest.mark.parametrize(
    "members",
    [
        {"Action": "sms-voice:SendTextMessage"},
        {"Principal": {"AWS": STRANGER}},
        {"Effect": "Deny"},
    ],
    ids=str,
)
def test_what_is_shared_for_something_else_is_not_seen(
    sms: Any, simulator: Simulator, consumer: Any, kind: Kind, members: dict[str, Any]
) -> None:
    arn = share(sms, kind.make(sms, simulator), statement(**members))

    assert kind.rows(consumer, Owner="SHARED") == []
    with pytest.raises(consumer.exceptions.ResourceNotFoundException):
        kind.rows(consumer, **kind.named(arn))


@each_kind
def test_an_account_is_shown_nothing_of_its_own_as_shared(
    sms: Any, simulator: Simulator, kind: Kind
) -> None:
    share(sms, kind.make(sms, simulator), statement(Principal="*"))

    assert kind.rows(sms, Owner="SHARED") == []


def test_agents_are_not_shared(consumer: Any, sms: Any) -> None:
    sms.create_rcs_agent()

    assert consumer.describe_rcs_agents(Owner="SHARED")["RcsAgents"] == []


def test_the_shared_are_filtered(sms: Any, simulator: Simulator, consumer: Any) -> None:
    share(sms, _number(sms, simulator))
    kind = KINDS["phone-number"]

    def found(country: str) -> int:
        filters = [{"Name": "iso-country-code", "Values": [country]}]
        return len(kind.rows(consumer, Owner="SHARED", Filters=filters))

    assert (found("US"), found("GB")) == (1, 0)


def test_the_shared_of_all_accounts_are_listed_in_pages(sms: Any, consumer: Any) -> None:
    accounts = [sms, client_of(STRANGER)]
    expected = {
        share(account, account.create_opt_out_list(OptOutListName=name)["OptOutListArn"])
        for account in accounts
        for name in ("news", "offers")
    }

    found = pages(consumer.describe_opt_out_lists, "OptOutLists", 3, Owner="SHARED")

    assert [len(page) for page in found] == [3, 1]
    assert {row["OptOutListArn"] for page in found for row in page} == expected


def test_what_comes_and_goes_between_two_pages_moves_no_other(sms: Any, consumer: Any) -> None:
    arns = [
        share(owner, owner.create_opt_out_list(OptOutListName=name)["OptOutListArn"])
        for owner in (sms, client_of(STRANGER))
        for name in ("news", "offers", "codes")
    ]
    first = consumer.describe_opt_out_lists(Owner="SHARED", MaxResults=2)
    read = [row["OptOutListArn"] for row in first["OptOutLists"]]

    owner = sms if read[0] in arns[:3] else client_of(STRANGER)
    owner.delete_resource_policy(ResourceArn=read[0])
    newcomer = client_of("777788889999")
    share(newcomer, newcomer.create_opt_out_list(OptOutListName="news")["OptOutListArn"])
    rest = consumer.describe_opt_out_lists(Owner="SHARED", NextToken=first["NextToken"])

    read += [row["OptOutListArn"] for row in rest["OptOutLists"]]
    assert sorted(arn for arn in read if arn in arns) == sorted(arns)


def test_lists_of_one_name_in_two_accounts_are_described_together(sms: Any, consumer: Any) -> None:
    shared = share(sms, ARN + "opt-out-list/Default")

    found = consumer.describe_opt_out_lists(OptOutListNames=["Default", shared])

    assert [row["OptOutListArn"] for row in found["OptOutLists"]] == [
        shared.replace(OWNER, CONSUMER),
        shared,
    ]


def test_a_shared_pool_shows_its_members(sms: Any, simulator: Simulator, consumer: Any) -> None:
    pool = share(sms, _pool(sms, simulator), statement("ListPoolOriginationIdentities"))

    assert body(consumer.list_pool_origination_identities(PoolId=pool)) == body(
        sms.list_pool_origination_identities(PoolId=pool)
    )


@pytest.mark.parametrize("policy", [[], [statement("SendTextMessage")]], ids=["none", "other"])
def test_a_pool_that_is_not_shared_shows_nothing(
    sms: Any, simulator: Simulator, consumer: Any, policy: list[dict[str, Any]]
) -> None:
    pool = _pool(sms, simulator)
    if policy:
        share(sms, pool, *policy)

    with refused("ResourceNotFoundException", kind="pool", id=pool):
        consumer.list_pool_origination_identities(PoolId=pool)


@pytest.fixture
def news(sms: Any) -> str:
    """The ARN of an opt-out list that is shared."""
    arn = sms.create_opt_out_list(OptOutListName="news")["OptOutListArn"]
    return share(sms, arn, statement("*OptedOutNumber*"))


def test_a_consumer_opts_a_number_out_of_a_shared_list(sms: Any, consumer: Any, news: str) -> None:
    answer = consumer.put_opted_out_number(OptOutListName=news, OptedOutNumber=HANDSET)

    [entry] = sms.describe_opted_out_numbers(OptOutListName="news")["OptedOutNumbers"]
    assert body(answer) == {"OptOutListArn": news, "OptOutListName": "news", **entry}


def test_a_consumer_checks_a_number_on_a_shared_list(sms: Any, consumer: Any, news: str) -> None:
    with refused("ResourceNotFoundException", kind="opted-out-number", id=HANDSET):
        consumer.describe_opted_out_numbers(OptOutListName=news, OptedOutNumbers=[HANDSET])
    sms.put_opted_out_number(OptOutListName="news", OptedOutNumber=HANDSET)

    found = consumer.describe_opted_out_numbers(OptOutListName=news, OptedOutNumbers=[HANDSET])

    assert body(found) == body(sms.describe_opted_out_numbers(OptOutListName="news"))


def test_a_consumer_takes_a_number_off_a_shared_list_once_in_30_days(
    sms: Any, consumer: Any, news: str
) -> None:
    sms.put_opted_out_number(OptOutListName="news", OptedOutNumber=HANDSET)

    consumer.delete_opted_out_number(OptOutListName=news, OptedOutNumber=HANDSET)

    assert sms.describe_opted_out_numbers(OptOutListName="news")["OptedOutNumbers"] == []
    sms.put_opted_out_number(OptOutListName="news", OptedOutNumber=HANDSET)
    with refused(
        "ValidationException", "PHONE_NUMBER_CANNOT_BE_OPTED_IN", fields=["optedOutNumber"]
    ):
        sms.delete_opted_out_number(OptOutListName="news", OptedOutNumber=HANDSET)


ON_A_LIST = {
    "put_opted_out_number": ("PutOptedOutNumber", {"OptedOutNumber": HANDSET}),
    "describe_opted_out_numbers": ("DescribeOptedOutNumbers", {}),
    "delete_opted_out_number": ("DeleteOptedOutNumber", {"OptedOutNumber": HANDSET}),
}


@pytest.mark.parametrize("method", ON_A_LIST)
def test_each_act_on_a_list_must_be_shared(sms: Any, consumer: Any, news: str, method: str) -> None:
    operation, arguments = ON_A_LIST[method]
    others = [statement(each) for each, _ in ON_A_LIST.values() if each != operation]
    share(sms, news, *others)

    with refused("ResourceNotFoundException", kind="opt-out-list", id=news):
        getattr(consumer, method)(OptOutListName=news, **arguments)


@pytest.mark.parametrize("method", ON_A_LIST)
def test_a_shared_list_goes_by_its_arn_only(consumer: Any, news: str, method: str) -> None:
    _, arguments = ON_A_LIST[method]

    with refused("ResourceNotFoundException", kind="opt-out-list", id="news"):
        getattr(consumer, method)(OptOutListName="news", **arguments)


POLICY = json.dumps({"Version": "2012-10-17", "Statement": [statement()]})
CHANGES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "update_phone_number": ("phone-number", "PhoneNumberId", {"DeletionProtectionEnabled": True}),
    "release_phone_number": ("phone-number", "PhoneNumberId", {}),
    "put_keyword": (
        "phone-number",
        "OriginationIdentity",
        {"Keyword": "INFO", "KeywordMessage": "Hello"},
    ),
    "update_pool": ("pool", "PoolId", {"DeletionProtectionEnabled": True}),
    "delete_pool": ("pool", "PoolId", {}),
    "update_sender_id": (
        "sender-id",
        "SenderId",
        {"IsoCountryCode": "GB", "DeletionProtectionEnabled": True},
    ),
    "release_sender_id": ("sender-id", "SenderId", {"IsoCountryCode": "GB"}),
    "delete_opt_out_list": ("opt-out-list", "OptOutListName", {}),
    "create_pool": (
        "phone-number",
        "OriginationIdentity",
        {"IsoCountryCode": "US", "MessageType": "TRANSACTIONAL"},
    ),
    "tag_resource": ("phone-number", "ResourceArn", {"Tags": [{"Key": "a", "Value": "b"}]}),
    "put_resource_policy": ("phone-number", "ResourceArn", {"Policy": POLICY}),
    "get_resource_policy": ("phone-number", "ResourceArn", {}),
    "delete_resource_policy": ("phone-number", "ResourceArn", {}),
}


@pytest.mark.parametrize("method", CHANGES)
def test_a_consumer_changes_nothing_of_what_is_shared_and_does_not_share_it_on(
    sms: Any, simulator: Simulator, consumer: Any, method: str
) -> None:
    kind, member, arguments = CHANGES[method]
    arn = share(sms, KINDS[kind].make(sms, simulator))
    before = _own(KINDS[kind], sms, arn)

    with refused("ResourceNotFoundException", kind=kind, id=arn):
        getattr(consumer, method)(**{member: arn, **arguments})

    assert _own(KINDS[kind], sms, arn) == before
    assert json.loads(sms.get_resource_policy(ResourceArn=arn)["Policy"]) == json.loads(POLICY)


def test_a_policy_that_was_loaded_and_is_none_shares_nothing(
    sms: Any, simulator: Simulator, consumer: Any
) -> None:
    arn = share(sms, _number(sms, simulator))
    number = backend().store.find_arn(arn)
    number.policy = type(number.policy)(arn, "[]")

    assert KINDS["phone-number"].rows(consumer, Owner="SHARED") == []
