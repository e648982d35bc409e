"""Resource Access Manager: shares of moto's give resources of this service to other accounts.

https://docs.aws.amazon.com/sms-voice/latest/userguide/shared-resources.html
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import boto3
import pytest

from moto_pinpoint_sms_v2 import Simulator

from ..domains.neighbours import CONSUMER, OWNER, STRANGER, client_of, share, statement
from ..support import REGION, refused

HANDSET = "+12065550100"
LIST = f"arn:aws:sms-voice:{REGION}:{OWNER}:opt-out-list/Default"


@pytest.fixture
def ram(aws: None) -> Any:
    """The owner's RAM."""
    return boto3.client("ram", region_name=REGION)


@pytest.fixture
def number(simulator: Simulator) -> str:
    """The ARN of the owner's number."""
    row = simulator.add_phone_number(iso_country_code="US", number_type="TEN_DLC")
    return str(row["PhoneNumberArn"])


def _share(ram: Any, *arns: str, principals: list[str], **settings: Any) -> str:
    try:
        answer = ram.create_resource_share(
            name="sms", resourceArns=list(arns), principals=principals, **settings
        )
    except ram.exceptions.InvalidParameterException as refusal:
        pytest.skip(f"this moto's RAM takes no such principal: {refusal}")
    return str(answer["resourceShare"]["resourceShareArn"])


def _send(account_id: str, number: str) -> Any:
    return client_of(account_id).send_text_message(
        DestinationPhoneNumber=HANDSET, OriginationIdentity=number, MessageBody="Hello"
    )


def _is_refused(account_id: str, number: str) -> None:
    with refused("ResourceNotFoundException", kind="phone-number", id=number):
        _send(account_id, number)


@pytest.mark.parametrize(
    "principal",
    [CONSUMER, f"arn:aws:iam::{CONSUMER}:root", f"arn:aws:iam::{CONSUMER}:role/sender"],
)
def test_a_share_lets_its_principals_use_a_number(ram: Any, number: str, principal: str) -> None:
    _is_refused(CONSUMER, number)

    _share(ram, number, principals=[STRANGER, principal])

    assert _send(CONSUMER, number)["MessageId"]
    found = client_of(CONSUMER).describe_phone_numbers(Owner="SHARED")["PhoneNumbers"]
    assert [row["PhoneNumberArn"] for row in found] == [number]


@pytest.mark.parametrize(
    "principal",
    [STRANGER, OWNER, f"arn:aws:iam::{CONSUMER}:role/reader", "sns.amazonaws.com"],
)
def test_nobody_else_may(ram: Any, number: str, principal: str) -> None:
    _share(ram, number, principals=[principal])

    _is_refused(CONSUMER, number)


def test_a_share_of_something_else_gives_nothing(ram: Any, number: str) -> None:
    _share(ram, LIST, principals=[CONSUMER])

    _is_refused(CONSUMER, number)


def test_a_share_that_is_deleted_gives_nothing(ram: Any, number: str) -> None:
    arn = _share(ram, number, principals=[CONSUMER])

    ram.delete_resource_share(resourceShareArn=arn)

    _is_refused(CONSUMER, number)


def test_every_kind_can_be_in_a_share(sms: Any, ram: Any, number: str) -> None:
    sender = sms.request_sender_id(SenderId="EXAMPLE", IsoCountryCode="GB")["SenderIdArn"]
    pool = sms.create_pool(
        OriginationIdentity=number, IsoCountryCode="US", MessageType="TRANSACTIONAL"
    )["PoolArn"]

    _share(ram, LIST, number, pool, sender, principals=[CONSUMER])

    consumer = client_of(CONSUMER)
    shared = [
        consumer.describe_opt_out_lists(Owner="SHARED")["OptOutLists"][0]["OptOutListArn"],
        consumer.describe_phone_numbers(Owner="SHARED")["PhoneNumbers"][0]["PhoneNumberArn"],
        consumer.describe_pools(Owner="SHARED")["Pools"][0]["PoolArn"],
        consumer.describe_sender_ids(Owner="SHARED")["SenderIds"][0]["SenderIdArn"],
    ]
    assert shared == [LIST, number, pool, sender]
    consumer.put_opted_out_number(OptOutListName=LIST, OptedOutNumber=HANDSET)
    assert sms.describe_opted_out_numbers(OptOutListName="Default")["OptedOutNumbers"]


def test_a_configuration_set_cannot_be_in_a_share(sms: Any, ram: Any) -> None:
    arn = sms.create_configuration_set(ConfigurationSetName="news")["ConfigurationSetArn"]

    with pytest.raises(ram.exceptions.MalformedArnException):
        _share(ram, arn, principals=[CONSUMER])


def test_what_is_shared_is_not_shared_on(ram: Any, number: str) -> None:
    _share(ram, number, principals=[CONSUMER])

    _share(client_of(CONSUMER, service="ram"), number, principals=[STRANGER])

    _is_refused(STRANGER, number)


def test_a_policy_that_denies_has_the_last_word(sms: Any, ram: Any, number: str) -> None:
    _share(ram, number, principals=[CONSUMER])

    share(sms, number, statement("SendTextMessage", Effect="Deny"))

    _is_refused(CONSUMER, number)


class Organization:
    """An organization of moto's, whose master the owner is, with a unit and two accounts."""

    def __init__(self) -> None:
        client = boto3.client("organizations", region_name=REGION)
        about = client.create_organization(FeatureSet="ALL")["Organization"]
        self.arn, self.id = str(about["Arn"]), str(about["Id"])
        root = client.list_roots()["Roots"][0]["Id"]
        unit = client.create_organizational_unit(ParentId=root, Name="senders")
        self.unit = str(unit["OrganizationalUnit"]["Arn"])
        self.member, self.member_of_unit = (
            str(
                client.create_account(AccountName=name, Email=f"{name}@example.com")[
                    "CreateAccountStatus"
                ]["AccountId"]
            )
            for name in ("outside", "inside")
        )
        client.move_account(
            AccountId=self.member_of_unit,
            SourceParentId=root,
            DestinationParentId=unit["OrganizationalUnit"]["Id"],
        )


@pytest.fixture
def organization(aws: None) -> Organization:
    """An organization of the owner's."""
    return Organization()


Place = Callable[[Organization], str]


@pytest.mark.parametrize(
    ("principal", "account", "may"),
    [
        (lambda it: it.arn, lambda it: it.member, True),
        (lambda it: it.arn, lambda it: it.member_of_unit, True),
        (lambda it: it.arn, lambda it: CONSUMER, False),
        (lambda it: it.unit, lambda it: it.member_of_unit, True),
        (lambda it: it.unit, lambda it: it.member, False),
        (lambda it: it.unit, lambda it: CONSUMER, False),
    ],
    ids=["all", "all, in a unit", "no member", "unit", "not in the unit", "unit, no member"],
)
def test_a_share_may_be_with_an_organization_or_a_unit(
    ram: Any, organization: Organization, number: str, principal: Place, account: Place, may: bool
) -> None:
    _share(ram, number, principals=[principal(organization)])

    if may:
        assert _send(account(organization), number)["MessageId"]
    else:
        _is_refused(account(organization), number)


def test_a_share_for_insiders_gives_nothing_to_others(
    ram: Any, organization: Organization, number: str
) -> None:
    principals = [CONSUMER, organization.member]
    _share(ram, number, principals=principals, allowExternalPrincipals=False)

    assert _send(organization.member, number)["MessageId"]
    _is_refused(CONSUMER, number)


def test_a_policy_may_ask_for_the_organization(
    sms: Any, organization: Organization, number: str
) -> None:
    condition = {"StringEquals": {"aws:PrincipalOrgID": organization.id}}
    share(sms, number, statement(Principal="*", Condition=condition))

    assert _send(organization.member, number)["MessageId"]
    _is_refused(CONSUMER, number)
