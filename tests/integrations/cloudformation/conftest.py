"""Fixtures: a stack, and what its resources refer to."""

from __future__ import annotations

from typing import Any

import pytest

from ...support import client_of
from .cases import Surroundings
from .stacks import Stack


@pytest.fixture
def stack(aws: None) -> Stack:
    """A stack that is not there yet, and no operation of the service has been called before."""
    return Stack(client_of("cloudformation"))


@pytest.fixture
def surroundings(sms: Any) -> Surroundings:
    """What the properties of the types name."""
    return Surroundings.make(sms)
