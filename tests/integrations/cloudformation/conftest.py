"""Fixtures: a stack, and what its resources refer to."""

from __future__ import annotations

from typing import Any

import boto3
import pytest

from ...support import REGION
from .cases import Surroundings
from .stacks import Stack


@pytest.fixture
def stack(aws: None) -> Stack:
    """A stack that is not there yet, and no operation of the service has been called before."""
    return Stack(boto3.client("cloudformation", region_name=REGION))


@pytest.fixture
def surroundings(sms: Any) -> Surroundings:
    """What the properties of the types name."""
    return Surroundings.make(sms)
