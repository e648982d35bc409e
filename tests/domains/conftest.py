"""Fixtures: the nouns that tests of several domains need."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def news(sms: Any) -> str:
    """The name of a configuration set."""
    sms.create_configuration_set(ConfigurationSetName="news")
    return "news"


@pytest.fixture
def protect(sms: Any) -> str:
    """The id of a protect configuration."""
    identifier: str = sms.create_protect_configuration()["ProtectConfigurationId"]
    return identifier
