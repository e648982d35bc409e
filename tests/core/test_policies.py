"""What policies answer to a question."""

from __future__ import annotations

from typing import Any

import pytest

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.policies import (
    Question,
    is_allowed,
    is_denied,
    read_policy,
)

POOL = "arn:aws:sms-voice:us-east-1:123456789012:pool/pool-a"
QUESTION = Question("sms-voice:DeletePool", POOL, {"aws:tagkeys": ["team", "cost"],
                    "aws:resourcetag/team": ["news"], "aws:securetransport": ["true"]})  # fmt: skip


def allowed(**statement: Any) -> bool:
    document = {"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*", **statement}}
    return is_allowed([document], QUESTION)


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ({"Action": "sms-voice:DeletePool"}, True),
        ({"Action": "SMS-Voice:deletepool"}, True),
        ({"Action": "sms-voice:DeletePoo?"}, True),
        ({"Action": ["s3:*", "sms-voice:*Pool"]}, True),
        ({"Action": "sms-voice:DeletePools"}, False),
        ({"Action": "pinpoint-sms-voice-v2:*"}, False),
        ({"Action": []}, False),
        ({"Action": "sms-voice:[A-Z]*"}, False),
        ({"Action": [5, {"x": "*"}, None]}, False),
        ({"Action": [5, "*"]}, True),
        ({"Resource": POOL}, True),
        ({"Resource": "arn:aws:sms-voice:*:*:pool/*"}, True),
        ({"Resource": POOL.replace("pool-a", "POOL-A")}, False),
        ({"Resource": ["arn:aws:sms-voice:*:*:phone-number/*"]}, False),
        ({"Resource": POOL.replace("-", ".")}, False),
    ],
)
def test_a_statement_is_about_actions_and_resources(
    statement: dict[str, Any], expected: bool
) -> None:
    assert allowed(**statement) is expected


@pytest.mark.parametrize(
    ("element", "value", "expected"),
    [
        ("Action", "sms-voice:Delete*", False),
        ("Action", ["s3:*"], True),
        ("Resource", POOL, False),
        ("Resource", "arn:aws:s3:::*", True),
    ],
)
def test_a_statement_may_be_about_all_others(element: str, value: Any, expected: bool) -> None:
    statement = {"Effect": "Allow", "Action": "*", "Resource": "*", "Not" + element: value}
    del statement[element]

    assert is_allowed([{"Statement": [statement]}], QUESTION) is expected


@pytest.mark.parametrize(
    ("operator", "key", "value", "expected"),
    [
        ("StringEquals", "aws:ResourceTag/team", "news", True),
        ("StringEquals", "AWS:resourcetag/Team", ["x", "news"], True),
        ("StringEquals", "aws:ResourceTag/team", "NEWS", False),
        ("StringEquals", "aws:ResourceTag/x", "news", False),
        ("StringEqualsIfExists", "aws:ResourceTag/x", "news", True),
        ("StringEqualsIfExists", "aws:ResourceTag/team", "x", False),
        ("StringEqualsIgnoreCase", "aws:ResourceTag/team", "NEWS", True),
        ("StringNotEquals", "aws:ResourceTag/team", "x", True),
        ("StringNotEquals", "aws:ResourceTag/team", ["x", "news"], False),
        ("StringNotEquals", "aws:ResourceTag/x", "news", True),
        ("StringLike", "aws:ResourceTag/team", "n*", True),
        ("StringNotLike", "aws:ResourceTag/team", "n*", False),
        ("ForAnyValue:StringEquals", "aws:TagKeys", "team", True),
        ("ForAnyValue:StringEquals", "aws:TagKeys", "x", False),
        ("ForAnyValue:StringEquals", "aws:x", "team", False),
        ("ForAllValues:StringEquals", "aws:TagKeys", ["team", "cost", "x"], True),
        ("ForAllValues:StringEquals", "aws:TagKeys", "team", False),
        ("ForAllValues:StringLike", "aws:TagKeys", ["t*", "c*"], True),
        ("ForAllValues:StringEquals", "aws:x", "team", True),
        ("Null", "aws:ResourceTag/x", "true", True),
        ("Null", "aws:ResourceTag/team", True, False),
        ("Null", "aws:ResourceTag/team", "false", True),
        ("Bool", "aws:SecureTransport", "true", True),
        ("Bool", "aws:SecureTransport", False, False),
        ("IpAddress", "aws:SourceIp", "10.0.0.0/8", False),
        ("NotIpAddress", "aws:SourceIp", "10.0.0.0/8", True),
        ("DateLessThan", "aws:CurrentTime", "2030-01-01", False),
    ],
)
def test_a_statement_holds_under_its_conditions(
    operator: str, key: str, value: Any, expected: bool
) -> None:
    assert allowed(Condition={operator: {key: value}}) is expected


def test_every_condition_must_hold() -> None:
    holds, fails = {"aws:ResourceTag/team": "news"}, {"aws:ResourceTag/x": "news"}

    assert not allowed(Condition={"StringEquals": {**holds, **fails}})
    assert not allowed(Condition={"StringEquals": holds, "StringLike": fails})


def test_one_policy_of_several_is_enough() -> None:
    other = {"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}
    denies = {"Statement": [{"Effect": "Deny", "Action": "*", "Resource": POOL}]}

    assert not is_denied([other, {}], QUESTION)
    assert is_denied([other, denies], QUESTION)
    assert not is_allowed([other, denies], QUESTION)


SERVICE = "sms-voice.amazonaws.com"


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ({"Principal": {"Service": SERVICE}}, True),
        ({"Principal": {"Service": ["sns.amazonaws.com", SERVICE]}}, True),
        ({"Principal": {"Service": "sns.amazonaws.com"}}, False),
        ({"Principal": {"AWS": SERVICE}}, False),
        ({"Principal": "*"}, True),
        ({"Principal": {"AWS": "*"}}, True),
        ({"NotPrincipal": {"Service": SERVICE}}, False),
        ({"NotPrincipal": {"Service": "sns.amazonaws.com"}}, True),
        ({}, False),
    ],
)
def test_a_policy_of_a_resource_says_who(statement: dict[str, Any], expected: bool) -> None:
    document = {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", **statement}]}
    question = Question("sts:AssumeRole", None, principal=SERVICE)

    assert is_allowed([document], question) is expected


@pytest.mark.parametrize(
    ("principals", "expected"),
    [
        ("123456789012", True),
        (["111122223333", "arn:aws:iam::123456789012:root"], True),
        ("arn:aws:iam::123456789012:role/worker", True),
        ("arn:aws:iam::111122223333:root", False),
        ("*", True),
    ],
)
def test_an_account_is_also_everybody_in_it(principals: Any, expected: bool) -> None:
    statement = {"Effect": "Allow", "Principal": {"AWS": principals}, "Action": "s3:GetObject"}
    question = Question("s3:GetObject", None, principal="123456789012")

    assert is_allowed([{"Statement": statement}], question) is expected


def test_many_asterisks_are_soon_compared() -> None:
    # As one regular expression of ``.*`` each, this takes hours.
    assert not allowed(Action="sms-voice:" + "*" * 40 + "x")
    assert not allowed(Resource="*a*" * 40)


@pytest.mark.parametrize(
    "text", [None, 5, "", "no JSON", "[1]", '{"a":' * 9_999], ids=lambda text: str(text)[:9]
)
def test_what_is_no_policy_says_nothing(text: Any) -> None:
    assert read_policy(text) == {}


DEEP: Any = []
for _ in range(2_000):
    DEEP = [DEEP]


@pytest.mark.parametrize(
    "condition",
    [
        "x",
        None,
        5,
        {"StringEquals": "x"},
        {"Bool": None},
        {"StringNotEquals": {"aws:TagKeys": {"x": 1}}},
        pytest.param({"StringNotEquals": {"aws:TagKeys": DEEP}}, id="lists in lists"),
    ],
)
def test_what_is_no_condition_never_holds(condition: Any) -> None:
    assert not allowed(Condition=condition)
