"""Who calls: accounts, and those whom moto's IAM does not know."""

from __future__ import annotations

from typing import Any

import boto3
import pytest
import requests

from ..policies import allow, client, enforced, user
from ..support import refused

OTHER_ACCOUNT = "210987654321"


def names(sms: Any) -> list[str]:
    return [each["OptOutListName"] for each in sms.describe_opt_out_lists()["OptOutLists"]]


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


def test_an_unknown_access_key_is_refused(aws: None) -> None:
    sms = client(aws_access_key_id="AKIAUNKNOWN", aws_secret_access_key="x")

    with enforced(), refused("UnrecognizedClientException"):
        sms.describe_opt_out_lists()


def test_a_wrong_secret_is_refused(aws: None) -> None:
    key = user(allow("sms-voice:*"))._get_credentials().access_key
    imposter = client(aws_access_key_id=key, aws_secret_access_key="wrong")

    with enforced(), refused("InvalidSignatureException"):
        imposter.describe_opt_out_lists()
