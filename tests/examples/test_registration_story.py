"""The registration's story, in every way that Python can run it."""

from __future__ import annotations

from typing import Any

import boto3
from botocore.exceptions import ClientError
from moto import mock_aws

from .registration_story import Refused, put_picture, story


def boto(endpoint_url: str | None = None) -> Any:
    """Return boto3 as a way to call the service."""
    put_picture(endpoint_url)
    client = boto3.client("pinpoint-sms-voice-v2", endpoint_url=endpoint_url)

    def aws(operation: str, /, **members: Any) -> Any:
        try:
            return getattr(client, operation.replace("-", "_"))(**members)
        except ClientError as refused:
            raise Refused(str(refused)) from refused

    return aws


@mock_aws
def test_it_under_the_decorator() -> None:
    story(boto())


def test_it_under_the_context_manager() -> None:
    with mock_aws():
        story(boto())


def test_it_against_a_server_in_the_same_process(threaded_server: str) -> None:
    story(boto(threaded_server))


def test_it_against_a_server_in_a_process_of_its_own(own_server: str) -> None:
    story(boto(own_server))
