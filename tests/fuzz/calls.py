"""Calls through moto, one after the other, and what must hold of each."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any, get_args

from botocore.awsrequest import AWSRequest

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.control_api import answer
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.contract import (
    TARGET_PREFIX,
    operation,
    service_model,
)
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.simulator_calls import CALLS
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.simulator_calls.words import SpendLimitName

from ..domains.neighbours import CONSUMER
from ..support import REGION, assert_declared, backend
from .inputs import Inputs
from .simulator_inputs import draw
from .states import state_of
from .worlds import World

SENDS = [name for name in service_model().operation_names if name.startswith("Send")]
OPERATIONS = [
    name
    for name in service_model().operation_names
    for _ in range(1 if name.startswith(("Delete", "Release")) else 3)
]
"""What is chosen from; it makes more than it takes away."""
MOODS = [
    *("disable_account", "enforce_rates", "set_account_limit", "set_account_tier", "set_outcome"),
    *("receive_message", "set_spend", "suspect_number", "use_id"),
    *("advance_message", "share_location", "start_typing", "tap_suggestion"),
]
_NOT_PLAYED = ("inject_error", "load_account", "load_registration_definitions")
"""What makes answers that the model does not declare, or needs more than words."""
PLAYED = [*sorted(CALLS.keys() - set(_NOT_PLAYED)), *MOODS * 5]
"""What the Simulator is asked for, most often what changes how sends end."""
_URL = f"https://sms-voice.{REGION}.amazonaws.com/"
_SIMULATOR = "http://localhost/moto-api/pinpoint-sms-voice-v2"
_BODIES = [b"", b"{", b"[]", b"null", b'"\xff"', b"[" * 100_000, b'{"a":NaN}', b"\x1f\x8b"]
"""What is no input at all."""


@dataclass
class Asked:
    """A request for the Simulator as its handler sees it."""

    method: str
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


class Calls:
    """Calls that a seed decides on, in a world of their own."""

    def __init__(self, world: World, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - no secret
        self.world = world
        self.known = {name: list(values) for name, values in world.known().items()}
        self.inputs = Inputs(self.random, self.known)
        self.state = self.look()
        self.accepted: Counter[str] = Counter()
        self.refused: Counter[tuple[str, str]] = Counter()
        """By operation, and code or reason."""

    def look(self) -> Mapping[str, bytes]:
        """Return the state of the account, and of the one that shares with it."""
        return state_of(backend(), backend(CONSUMER))

    def make(self, count: int) -> None:
        """Make so many calls, and check each; now and then the Simulator makes some too."""
        for index in range(count):
            if index % 20 == 19:
                self.calm()
                for _ in range(self.random.choice((0, 4))):
                    self.play(self.random.choice(PLAYED))
            sends = self.random.random() < 0.7
            self.call(self.random.choice(SENDS if sends else OPERATIONS))

    def calm(self) -> None:
        """Let the account be one that may send."""
        simulator = self.world.simulator
        simulator.clear_errors()
        simulator.enable_account()
        simulator.enforce_rates(False)
        simulator.set_account_tier("PRODUCTION")
        for limit in get_args(SpendLimitName):
            simulator.set_spend(limit, 0)
            simulator.set_account_limit(limit, 10**6)
        self.state = self.look()

    def play(self, call: str) -> None:
        """Let the Simulator make a call, and check what came of it."""
        body = json.dumps(draw(self.inputs, call))
        try:
            status, _, text = answer(Asked("POST", body.encode()), f"{_SIMULATOR}/{call}")
            before, self.state = self.state, self.look()
            assert status == 200 or not self.changed(before), f"{self.changed(before)} {text!r}"
            assert status == 200 or list(json.loads(text)) == ["message"], text
            assert status in (200, 400, 404 if call == "message" else 400), text
        except BaseException as failed:
            raise AssertionError(f"{call} {body[:3000]}") from failed

    def call(self, name: str) -> None:
        """Make a call, and check what came of it."""
        body = self.body(name)
        try:
            self.check(name, *self.ask(name, body))
        except BaseException as failed:
            # Not every Python has add_note, and a seed alone is a long way to here.
            raise AssertionError(f"{name} {body[:3000]!r}") from failed

    def body(self, name: str) -> bytes:
        """Return what to send."""
        if self.random.random() < 0.01:
            return self.random.choice(_BODIES)
        return json.dumps(self.inputs.draw(name)).encode()

    def ask(self, name: str, body: bytes) -> tuple[int, str, str | None]:
        """Return the answer to a request: status, body, and the code of an error."""
        headers = {
            "X-Amz-Target": f"{TARGET_PREFIX}.{name}",
            "Content-Type": "application/x-amz-json-1.0",
        }
        request = AWSRequest("POST", _URL, headers, body).prepare()
        events = self.world.sms.meta.events
        answered = events.emit_until_response(
            f"before-send.pinpoint-sms-voice-v2.{name}", request=request
        )[1]
        return answered.status_code, answered.text, answered.headers.get("x-amzn-errortype")

    def check(self, name: str, status: int, text: str, code: str | None) -> None:
        """Assert that the answer is a declared one, and that a refusal changed nothing."""
        wanted = operation(name)
        assert wanted is not None
        before, self.state = self.state, self.look()
        if code is None:
            assert status == 200, text
            self.accepted[name] += 1
            self.keep(name, json.loads(text))
        else:
            assert 400 <= status < 500, text
            assert not self.changed(before), f"{self.changed(before)} {text!r}"
            self.refused[name, json.loads(text).get("Reason", code)] += 1
        if code != "SerializationException":
            assert_declared(wanted, (status, text, code))

    def changed(self, before: Mapping[str, bytes]) -> list[str]:
        """Return which parts of the state are not as before."""
        return [name for name, part in self.state.items() if before[name] != part]

    def keep(self, operation_name: str, told: dict[str, Any]) -> None:
        """Let later calls say what this one answered."""
        if operation_name == "SendRcsMessage":
            self.known.setdefault("tap_suggestion.message_id", []).append(told["MessageId"])
        for name, value in told.items():
            if name == "NextToken" or (name.endswith("Id") and isinstance(value, str)):
                self.known[name] = [*self.known.get(name, ())[-50:], value]
