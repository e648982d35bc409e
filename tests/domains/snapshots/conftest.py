"""An account and its other side, in process and over HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from moto import mock_aws

from moto_pinpoint_sms_v2 import Simulator

from ...support import REGION, client


@dataclass(frozen=True)
class Place:
    """One Region of one account, seen from both sides."""

    sms: Any
    simulator: Simulator
    endpoint_url: str | None


def place(endpoint_url: str | None = None, region_name: str = REGION) -> Place:
    """Return the Region of the default account, at a server or in process."""
    return Place(
        client(region_name, endpoint_url),
        Simulator(region_name=region_name, endpoint_url=endpoint_url),
        endpoint_url,
    )


@pytest.fixture(params=["in process", "over HTTP"])
def here(request: pytest.FixtureRequest) -> Iterator[Place]:
    """An empty account."""
    if request.param == "over HTTP":
        yield place(request.getfixturevalue("threaded_server"))
    else:
        with mock_aws():
            yield place()
