"""The same world twice: in process, and behind moto's server."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import boto3
import pytest
from moto import mock_aws

from moto_pinpoint_sms_v2 import Simulator

from ..support import REGION
from .world import World


@cache
def client(endpoint_url: str | None, whose: str) -> Any:
    """Return the client of that name; making one takes longer than many calls."""
    return boto3.client("pinpoint-sms-voice-v2", region_name=REGION, endpoint_url=endpoint_url)


@pytest.fixture(params=["in process", "server"])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    """The service, empty at the start, with two who use it."""
    with mock_aws():
        url = None
        if request.param == "server":
            url = request.getfixturevalue("threaded_server")
        yield World(
            sms=client(url, "the tool"),
            other=client(url, "someone else"),
            simulator=Simulator(region_name=REGION, endpoint_url=url),
            endpoint_url=url,
        )
