"""Who calls: accounts, and what moto's IAM lets them do."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import boto3
import pytest
import requests
from moto.core import set_initial_no_auth_action_count

from ..support import refused

OTHER_ACCOUNT = "210987654321"
LIST_ARN = "arn:aws:sms-voice:us-east-1:123456789012:opt-out-list/news"

Caller = Callable[..., Any]


def names(sms: Any) -> list[str]:
    return [each["OptOutListName"] for each in sms.describe_opt_out_lists()["OptOutLists"]]


def client(**credentials: str) -> Any:
    return boto3.client("pinpoint-sms-voice-v2", region_name="us-east-1", **credentials)


def test_moto_s_account_id_variable_names_the_account(
    sms: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    sms.create_opt_out_list(OptOutListName="news")

    monkeypatch.setenv("MOTO_ACCOUNT_ID", OTHER_ACCOUNT)

    (default,) = sms.describe_opt_out_lists()["OptOutLists"]
    assert OTHER_ACCOUNT in default["OptOutListArn"]


def test_moto_s_account_id_header_names_the_account(sms: Any) -> None:
    sms.create_opt_out_list(OptOutListName="news")

    answer = requests.post(
        "https://sms-voice.us-east-1.amazonaws.com/",
        data="{}",
        headers={
            "X-Amz-Target": "PinpointSMSVoiceV2.DescribeOptOutLists",
            "x-moto-account-id": OTHER_ACCOUNT,
        },
        timeout=10,
    )

    (default,) = answer.json()["OptOutLists"]
    assert OTHER_ACCOUNT in default["OptOutListArn"]


def test_an_assumed_role_acts_in_its_own_account(sms: Any) -> None:
    sms.create_opt_out_list(OptOutListName="news")
    role = boto3.client("sts", region_name="us-east-1").assume_role(
        RoleArn=f"arn:aws:iam::{OTHER_ACCOUNT}:role/sender", RoleSessionName="test"
    )
    credentials = role["Credentials"]

    other = client(
        aws_access_key_id=credentials["AccessKeyId"],
        aws_secret_access_key=credentials["SecretAccessKey"],
        aws_session_token=credentials["SessionToken"],
    )
    other.create_opt_out_list(OptOutListName="offers")

    assert names(other) == ["Default", "offers"]
    assert names(sms) == ["Default", "news"]


@pytest.fixture
def caller(aws: None) -> Caller:
    """Return a client of a user whose policy has these statements."""

    def create(*statements: dict[str, Any]) -> Any:
        iam = boto3.client("iam")
        iam.create_user(UserName="sender")
        iam.put_user_policy(
            UserName="sender",
            PolicyName="sms",
            PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": statements}),
        )
        key = iam.create_access_key(UserName="sender")["AccessKey"]
        return client(
            aws_access_key_id=key["AccessKeyId"], aws_secret_access_key=key["SecretAccessKey"]
        )

    return create


def allow(*actions: str, resource: str = "*") -> dict[str, Any]:
    return {"Effect": "Allow", "Action": list(actions), "Resource": resource}


def test_a_policy_allows_an_action_by_the_service_s_prefix(caller: Caller) -> None:
    sms = caller(allow("sms-voice:DescribeOptOutLists"))

    with_authentication(lambda: names(sms))


def test_what_no_policy_allows_is_denied(caller: Caller) -> None:
    sms = caller(allow("sms-voice:DescribeOptOutLists"))

    def create() -> None:
        with refused("AccessDeniedException"):
            sms.create_opt_out_list(OptOutListName="news")

    with_authentication(create)


def test_a_denied_call_changes_nothing(caller: Caller) -> None:
    sms = caller(allow("sms-voice:Describe*"))

    def create() -> None:
        with refused("AccessDeniedException"):
            sms.create_opt_out_list(OptOutListName="news")
        assert names(sms) == ["Default"]

    with_authentication(create)


@pytest.mark.parametrize("name", ["news", LIST_ARN], ids=["by name", "by ARN"])
def test_a_policy_may_name_the_resource(caller: Caller, name: str) -> None:
    client().create_opt_out_list(OptOutListName="news")
    client().create_opt_out_list(OptOutListName="offers")
    sms = caller(allow("sms-voice:DeleteOptOutList", resource=LIST_ARN))

    def delete() -> None:
        with refused("AccessDeniedException"):
            sms.delete_opt_out_list(OptOutListName=name.replace("news", "offers"))
        sms.delete_opt_out_list(OptOutListName=name)

    with_authentication(delete)

    assert names(client()) == ["Default", "offers"]


def test_a_policy_may_name_the_resource_whose_tags_are_changed(caller: Caller) -> None:
    client().create_opt_out_list(OptOutListName="news")
    sms = caller(allow("sms-voice:TagResource", resource=LIST_ARN))

    with_authentication(
        lambda: sms.tag_resource(ResourceArn=LIST_ARN, Tags=[{"Key": "a", "Value": "b"}])
    )


def test_names_are_looked_up_among_what_the_member_means(caller: Caller) -> None:
    """A configuration set named like a list is another resource."""
    client().create_opt_out_list(OptOutListName="news")
    client().create_configuration_set(ConfigurationSetName="news")
    sms = caller(allow("sms-voice:*", resource=LIST_ARN))

    def delete() -> None:
        with refused("AccessDeniedException"):
            sms.delete_configuration_set(ConfigurationSetName="news")
        sms.delete_opt_out_list(OptOutListName="news")

    with_authentication(delete)


def test_an_unknown_access_key_is_refused(aws: None) -> None:
    sms = client(aws_access_key_id="AKIAUNKNOWN", aws_secret_access_key="x")

    def describe() -> None:
        with refused("UnrecognizedClientException"):
            sms.describe_opt_out_lists()

    with_authentication(describe)


def test_a_wrong_secret_is_refused(caller: Caller) -> None:
    sms = caller(allow("sms-voice:*"))
    key = sms._get_credentials().access_key
    imposter = client(aws_access_key_id=key, aws_secret_access_key="wrong")

    def describe() -> None:
        with refused("InvalidSignatureException"):
            imposter.describe_opt_out_lists()

    with_authentication(describe)


def with_authentication(act: Callable[[], object]) -> None:
    """Run ``act`` with moto's IAM checks switched on."""
    set_initial_no_auth_action_count(0)(act)()
