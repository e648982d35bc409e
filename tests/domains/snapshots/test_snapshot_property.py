"""A snapshot, loaded into an empty account, is that account's snapshot, whatever its life was."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from moto import mock_aws
from moto.moto_api import state_manager

from moto_pinpoint_sms_v2 import Simulator

from ... import test_identity_property as identities
from ... import test_registration_property as registrations
from ...support import REGION

Life = identities.Life | registrations.Life
MODELS = [registrations.MODEL, *identities.LIVES]
WISHES = {"opted_out_numbers": True, "field_values": True, "destination_numbers": True}


def assert_loads_as_it_is(taken: list[dict[str, Any]]) -> None:
    """Load each snapshot into an empty account, through JSON, and take it again."""
    for snapshot in taken:
        with mock_aws():
            simulator = Simulator(region_name=REGION)
            simulator.load_account(json.loads(json.dumps(snapshot)))
            assert simulator.snapshot(**WISHES) == snapshot


def snapshots_of(life: Life) -> Iterator[dict[str, Any]]:
    """Take snapshots of a life as it goes on."""
    simulator = Simulator(region_name=REGION)
    for _ in range(4):
        for _ in range(10):
            life.step()
        yield simulator.snapshot(**WISHES)


@pytest.mark.parametrize("lives", [identities.Life, registrations.Life])
@settings(max_examples=2, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(seed=st.integers(0, 2**64))
def test_what_is_loaded_is_what_was_taken(lives: Callable[[int], Life], seed: int) -> None:
    try:
        with mock_aws():
            taken = list(snapshots_of(lives(seed)))
        for model in MODELS:  # what was taken on its way is to be seen on its way
            state_manager.set_transition(model, identities.HELD)
        assert_loads_as_it_is(taken)
    finally:
        for model in MODELS:
            state_manager.unset_transition(model)
