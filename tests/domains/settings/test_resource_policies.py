"""Resource policies."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from freezegun import freeze_time

from ...support import backend, body, refused

PREFIX = "arn:aws:sms-voice:us-east-1:123456789012:"
DEFAULT = PREFIX + "opt-out-list/Default"
NOON = datetime(2026, 1, 2, 12, 0, 0, tzinfo=timezone.utc)
STATEMENT = {
    "Effect": "Allow",
    "Principal": {"AWS": "111122223333"},
    "Action": "sms-voice:PutOptedOutNumber",
    "Resource": DEFAULT,
}
# The odd spaces show that a policy comes back as the text that it was.
POLICY = json.dumps({"Version": "2012-10-17", "Statement": [STATEMENT]}, indent=3)


def _number(sms: Any) -> Any:
    return sms.request_phone_number(
        IsoCountryCode="US",
        MessageType="TRANSACTIONAL",
        NumberCapabilities=["SMS"],
        NumberType="SIMULATOR",
    )


def _pool(sms: Any) -> Any:
    return sms.create_pool(
        OriginationIdentity=_number(sms)["PhoneNumberId"],
        IsoCountryCode="US",
        MessageType="TRANSACTIONAL",
    )


SHAREABLE = {
    "opt-out-list": lambda sms: sms.create_opt_out_list(OptOutListName="news")["OptOutListArn"],
    "phone-number": lambda sms: _number(sms)["PhoneNumberArn"],
    "pool": lambda sms: _pool(sms)["PoolArn"],
    "sender-id": lambda sms: sms.request_sender_id(SenderId="NEWS", IsoCountryCode="GB")[
        "SenderIdArn"
    ],
}
OPERATIONS = [
    ("put_resource_policy", {"Policy": POLICY}),
    ("get_resource_policy", {}),
    ("delete_resource_policy", {}),
]
each_operation = pytest.mark.parametrize(("operation", "arguments"), OPERATIONS)


@freeze_time(NOON)
@pytest.mark.parametrize("kind", SHAREABLE)
def test_a_policy_is_put_read_and_deleted_with_the_same_answer(sms: Any, kind: str) -> None:
    arn = SHAREABLE[kind](sms)
    expected = {"ResourceArn": arn, "Policy": POLICY, "CreatedTimestamp": NOON}

    assert body(sms.put_resource_policy(ResourceArn=arn, Policy=POLICY)) == expected
    assert body(sms.get_resource_policy(ResourceArn=arn)) == expected
    assert body(sms.delete_resource_policy(ResourceArn=arn)) == expected


def test_a_resource_without_a_policy_answers_an_empty_object(sms: Any) -> None:
    assert body(sms.get_resource_policy(ResourceArn=DEFAULT)) == {
        "ResourceArn": DEFAULT,
        "Policy": "{}",
    }


def test_a_resource_whose_policy_is_deleted_answers_an_empty_object(sms: Any) -> None:
    sms.put_resource_policy(ResourceArn=DEFAULT, Policy=POLICY)

    sms.delete_resource_policy(ResourceArn=DEFAULT)

    assert sms.get_resource_policy(ResourceArn=DEFAULT)["Policy"] == "{}"


def test_delete_resource_policy_refuses_a_resource_without_one(sms: Any) -> None:
    with refused("ResourceNotFoundException", kind="policy", id=DEFAULT):
        sms.delete_resource_policy(ResourceArn=DEFAULT)


def test_put_resource_policy_replaces_the_policy_and_its_time(sms: Any) -> None:
    other = json.dumps({"Statement": {**STATEMENT, "Effect": "Deny"}})
    with freeze_time(NOON) as clock:
        sms.put_resource_policy(ResourceArn=DEFAULT, Policy=POLICY)
        clock.tick(60)
        sms.put_resource_policy(ResourceArn=DEFAULT, Policy=other)

    assert body(sms.get_resource_policy(ResourceArn=DEFAULT)) == {
        "ResourceArn": DEFAULT,
        "Policy": other,
        "CreatedTimestamp": NOON + timedelta(minutes=1),
    }


def test_a_policy_goes_with_its_resource(sms: Any) -> None:
    arn = sms.create_opt_out_list(OptOutListName="news")["OptOutListArn"]
    sms.put_resource_policy(ResourceArn=arn, Policy=POLICY)

    sms.delete_opt_out_list(OptOutListName="news")
    sms.create_opt_out_list(OptOutListName="news")

    assert sms.get_resource_policy(ResourceArn=arn)["Policy"] == "{}"


@pytest.mark.parametrize(
    "changes",
    [
        {"Principal": "*"},
        {"Principal": {"AWS": ["111122223333", "444455556666"]}},
        {"Action": ["sms-voice:DescribeOptOutLists", "sms-voice:PutOptedOutNumber"]},
        {"Sid": "Shared", "Condition": {"Bool": {"aws:SecureTransport": "true"}}},
    ],
    ids=lambda each: next(iter(each)),
)
def test_put_resource_policy_takes_each_form_of_a_statement(
    sms: Any, changes: dict[str, Any]
) -> None:
    policy = json.dumps({"Version": "2008-10-17", "Statement": [STATEMENT | changes]})

    assert sms.put_resource_policy(ResourceArn=DEFAULT, Policy=policy)["Policy"] == policy


@pytest.mark.parametrize("policy", ["{", "no policy", "'{}'", "[" * 9999])
def test_put_resource_policy_refuses_what_is_not_json(sms: Any, policy: str) -> None:
    with refused("ValidationException", "CANNOT_PARSE", fields=["policy"]):
        sms.put_resource_policy(ResourceArn=DEFAULT, Policy=policy)


def _without(element: str) -> dict[str, Any]:
    return {name: value for name, value in STATEMENT.items() if name != element}


@pytest.mark.parametrize(
    "document",
    [
        [],
        {},
        {"Statement": []},
        {"Statement": "Allow"},
        {"Statement": [[]]},
        {"Version": "2026-01-01", "Statement": STATEMENT},
        {"Statement": _without("Effect")},
        {"Statement": STATEMENT | {"Effect": "Maybe"}},
        {"Statement": STATEMENT | {"Effect": ["Allow"]}},
        {"Statement": _without("Principal")},
        {"Statement": STATEMENT | {"Principal": {}}},
        {"Statement": STATEMENT | {"Principal": "111122223333"}},
        {"Statement": STATEMENT | {"Principal": {"AWS": 111122223333}}},
        {"Statement": STATEMENT | {"NotPrincipal": "*"}},
        {"Statement": _without("Action")},
        {"Statement": STATEMENT | {"Action": []}},
        {"Statement": STATEMENT | {"Action": ""}},
        {"Statement": [STATEMENT, STATEMENT | {"NotAction": "sms-voice:*"}]},
        {"Statement": STATEMENT | {"Condition": "true"}},
        {"Statement": STATEMENT | {"Condition": {"Bool": "true"}}},
        {"Statement": STATEMENT | {"Condition": {"Bool": {"aws:SecureTransport": None}}}},
        {"Statement": STATEMENT | {"Condition": {"Bool": {"aws:SecureTransport": [["true"]]}}}},
    ],
    ids=json.dumps,
)
def test_put_resource_policy_refuses_what_is_no_policy(sms: Any, document: Any) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["policy"]):
        sms.put_resource_policy(ResourceArn=DEFAULT, Policy=json.dumps(document))

    assert sms.get_resource_policy(ResourceArn=DEFAULT)["Policy"] == "{}"


def test_put_resource_policy_refuses_a_policy_of_more_than_10000_characters(sms: Any) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["policy"]):
        sms.put_resource_policy(ResourceArn=DEFAULT, Policy=POLICY + " " * 10_000)


@each_operation
@pytest.mark.parametrize("kind", SHAREABLE)
def test_an_arn_of_nothing_is_not_found(
    sms: Any, kind: str, operation: str, arguments: dict[str, Any]
) -> None:
    arn = f"{PREFIX}{kind}/none"

    with refused("ResourceNotFoundException", kind=kind, id=arn):
        getattr(sms, operation)(ResourceArn=arn, **arguments)


@each_operation
def test_a_resource_that_cannot_be_shared_takes_no_policy(
    sms: Any, operation: str, arguments: dict[str, Any]
) -> None:
    arn = sms.create_rcs_agent()["RcsAgentArn"]

    with refused("ValidationException", "INVALID_ARN", fields=["resourceArn"]):
        getattr(sms, operation)(ResourceArn=arn, **arguments)


@each_operation
def test_policies_belong_to_one_account_and_region(
    stranger: Any, operation: str, arguments: dict[str, Any]
) -> None:
    with refused("ResourceNotFoundException", kind="opt-out-list", id=DEFAULT):
        getattr(stranger, operation)(ResourceArn=DEFAULT, **arguments)


def test_a_reset_forgets_policies(sms: Any) -> None:
    sms.put_resource_policy(ResourceArn=DEFAULT, Policy=POLICY)

    backend().reset()

    assert sms.get_resource_policy(ResourceArn=DEFAULT)["Policy"] == "{}"
