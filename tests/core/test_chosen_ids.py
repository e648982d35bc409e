"""The ids that a test chooses: each is given once."""

from __future__ import annotations

from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator

TAKEN = "there is a protect-configuration protect-1 already"


def create(sms: Any) -> str:
    """Create a protect configuration, and return its id."""
    return str(sms.create_protect_configuration()["ProtectConfigurationId"])


def test_an_id_that_waits_for_its_resource_is_taken(sms: Any, simulator: Simulator) -> None:
    simulator.use_id("protect-configuration", "protect-1")
    with pytest.raises(ValueError, match=TAKEN):
        simulator.use_id("protect-configuration", "protect-1")

    assert create(sms) == "protect-1"
    assert create(sms) != "protect-1"


def test_the_id_of_a_resource_is_taken_until_it_is_deleted(sms: Any, simulator: Simulator) -> None:
    simulator.use_id("protect-configuration", "protect-1")
    create(sms)
    with pytest.raises(ValueError, match=TAKEN):
        simulator.use_id("protect-configuration", "protect-1")
    sms.delete_protect_configuration(ProtectConfigurationId="protect-1")
    simulator.use_id("protect-configuration", "protect-1")

    assert create(sms) == "protect-1"


def test_an_id_is_taken_for_its_own_type_only(sms: Any, simulator: Simulator) -> None:
    simulator.use_id("registration", "protect-1")
    simulator.use_id("protect-configuration", "protect-1")

    assert create(sms) == "protect-1"
