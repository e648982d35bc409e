"""What a Simulator call names and is elsewhere: the error says where."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator

from .scene import HANDSET, Scene

NAMED: dict[str, Callable[[Simulator, Scene], Any]] = {
    "message": lambda s, scene: s.advance_message(scene.message_id, "TEXT_SPAM"),
    "registration": lambda s, scene: s.approve_registration(scene.registration),
    "verified destination": lambda s, scene: s.verification_code(scene.verified),
    "number": lambda s, scene: s.receive_message(
        origination_phone_number=HANDSET, destination=scene.number, body="STOP"
    ),
}


@pytest.mark.parametrize("call", NAMED.values(), ids=NAMED)
@pytest.mark.parametrize(
    ("place", "said"),
    [
        ({"region_name": "eu-west-2"}, "us-east-1 has it"),
        ({"account_id": "111122223333"}, "us-east-1 of account 123456789012 has it"),
    ],
)
def test_what_is_elsewhere_is_told_with_its_place(
    scene: Scene, call: Callable[[Simulator, Scene], Any], place: dict[str, str], said: str
) -> None:
    simulator = Simulator(
        **{"region_name": "us-east-1", "endpoint_url": scene.simulator.endpoint_url, **place}
    )

    with pytest.raises(ValueError, match=f"; {said}$"):
        call(simulator, scene)


def test_what_is_nowhere_has_no_place(simulator: Simulator) -> None:
    with pytest.raises(ValueError, match=r"^there is no message m$"):
        simulator.advance_message("m", "TEXT_SPAM")
