"""What pytest loads at every start: importing the package has registered the service."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .simulator import Simulator


@pytest.fixture
def simulator(monkeypatch: pytest.MonkeyPatch) -> Iterator[Simulator]:
    """Open a mocked, empty AWS with a default Region; give its default account's Simulator."""
    # Here, because a run that never asks for it is not to pay for moto.
    from moto import mock_aws

    from .simulator import Simulator

    if not os.environ.get("AWS_DEFAULT_REGION"):
        monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    with mock_aws():
        yield Simulator()
