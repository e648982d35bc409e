"""Moto's server, its proxy and its server mode, with the service in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
import requests
from botocore.exceptions import ClientError

from .subprocesses import listening, printed

TARGET = {"X-Amz-Target": "PinpointSMSVoiceV2.DescribeOptOutLists"}


def client(server: str, region: str = "us-east-1") -> Any:
    return boto3.client("pinpoint-sms-voice-v2", region_name=region, endpoint_url=server)


def names(sms: Any) -> list[str]:
    return [each["OptOutListName"] for each in sms.describe_opt_out_lists()["OptOutLists"]]


def test_our_server_has_the_service(own_server: str) -> None:
    client(own_server).create_opt_out_list(OptOutListName="news")

    assert names(client(own_server)) == ["Default", "news"]


def test_our_server_has_moto_s_services(own_server: str) -> None:
    boto3.client("s3", endpoint_url=own_server).create_bucket(Bucket="pictures")

    buckets = boto3.client("s3", endpoint_url=own_server).list_buckets()["Buckets"]
    assert [each["Name"] for each in buckets] == ["pictures"]


def test_a_server_keeps_regions_apart(own_server: str) -> None:
    client(own_server).create_opt_out_list(OptOutListName="news")

    assert names(client(own_server, "eu-west-1")) == ["Default"]


def test_a_server_tells_errors_as_the_service_does(own_server: str) -> None:
    with pytest.raises(ClientError) as refused:
        client(own_server).delete_opt_out_list(OptOutListName="news")

    assert refused.value.response["Error"]["Code"] == "ResourceNotFoundException"
    assert refused.value.response["ResourceId"] == "news"


def test_a_server_s_dashboard_lists_our_resources(own_server: str) -> None:
    client(own_server).create_opt_out_list(OptOutListName="news")

    data = requests.get(f"{own_server}/moto-api/data.json", timeout=60).json()

    assert {each["id"] for each in data["pinpointsmsvoicev2"]["OptOutList"]} >= {"Default", "news"}


def test_moto_s_seed_makes_ids_repeat(own_server: str) -> None:
    ids = []
    for _ in range(2):
        requests.post(f"{own_server}/moto-api/reset", timeout=10)
        client(own_server).describe_opt_out_lists()
        requests.post(f"{own_server}/moto-api/seed?a=42", timeout=10)
        pool = client(own_server).create_registration(RegistrationType="US_TOLL_FREE_REGISTRATION")
        ids.append(pool["RegistrationId"])

    assert ids[0] == ids[1]


def test_moto_s_recorder_plays_our_calls_again(own_server: str) -> None:
    api = f"{own_server}/moto-api"
    requests.post(f"{api}/recorder/start-recording", timeout=10)
    client(own_server).create_opt_out_list(OptOutListName="news")
    requests.post(f"{api}/recorder/stop-recording", timeout=10)
    requests.post(f"{api}/reset", timeout=10)
    assert names(client(own_server)) == ["Default"]

    requests.post(f"{api}/recorder/replay-recording", timeout=10)

    assert names(client(own_server)) == ["Default", "news"]


def test_moto_s_server_mode_sends_a_decorated_test_to_our_server(
    own_server: str, tmp_path: Path
) -> None:
    code = """
import boto3
from moto import mock_aws

@mock_aws
def test_it():
    boto3.client("pinpoint-sms-voice-v2").create_opt_out_list(OptOutListName="news")
    server = boto3.client("pinpoint-sms-voice-v2", endpoint_url=SERVER)
    print([each["OptOutListName"] for each in server.describe_opt_out_lists()["OptOutLists"]])

test_it()
"""
    settings = {"TEST_SERVER_MODE": "true", "TEST_SERVER_MODE_ENDPOINT": own_server}

    told = printed(f"SERVER = {own_server!r}{code}", tmp_path, **settings)

    assert told == "['Default', 'news']"


BY_HAND = """
import sys
from moto.proxy import main  # imported before the package, which is the harder case
import moto_pinpoint_sms_v2
main(sys.argv[1:])
"""


@pytest.fixture(
    params=[
        pytest.param(["-m", "moto_pinpoint_sms_v2", "proxy"], id="our command"),
        pytest.param(["-c", BY_HAND], id="by hand"),
    ]
)
def proxy(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of moto's proxy."""
    with listening(*request.param, cwd=tmp_path) as url:
        yield url


def test_moto_s_proxy_has_the_service(proxy: str) -> None:
    answer = requests.post(
        "http://sms-voice.eu-west-1.amazonaws.com/",
        data="{}",
        headers=TARGET,
        proxies={"http": proxy},
        timeout=60,
    )

    (default,) = answer.json()["OptOutLists"]
    assert default["OptOutListArn"].startswith("arn:aws:sms-voice:eu-west-1:")
