"""How a call's cost is measured: CPU time, the fastest of interleaved rounds.

The fastest, as ``timeit`` has it, because what else runs on the machine only ever makes it slower.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import boto3
from moto.backends import get_backend

from moto_pinpoint_sms_v2 import Simulator

REGION = "us-east-1"
ROUNDS = 30
CALLS = 30

Call = Callable[[], Any]
"""One call of one operation, ready to be made."""
On = Callable[[Any], Any]
"""A call on the client that it is given."""


def client(service: str = "pinpoint-sms-voice-v2", **settings: Any) -> Any:
    """Return a client with credentials that need no look-up."""
    return boto3.client(
        service, region_name=REGION, aws_access_key_id="a", aws_secret_access_key="b", **settings
    )


def measure(calls: dict[str, Call], times: int = CALLS) -> dict[str, float]:
    """Return microseconds of CPU per call, by name."""
    spent: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(ROUNDS):
        for name, call in calls.items():
            start = time.process_time()
            for _ in range(times):
                call()
            spent[name].append((time.process_time() - start) / times * 1e6)
    return {name: min(each) for name, each in spent.items()}


def show(title: str, figures: dict[str, float], base: str | None = None) -> None:
    """Print a table."""
    print(f"\n{title}")
    for name, microseconds in figures.items():
        ratio = f"  x {microseconds / figures[base]:.2f}" if base else ""
        print(f"  {name:<52}{microseconds:>9.0f} us{ratio}")


def backend() -> Any:
    """Return the backend that all of this runs against."""
    return get_backend("pinpoint-sms-voice-v2")["123456789012"][REGION]


def unlimited() -> None:
    """Lift every quota that stands in the way."""
    simulator = Simulator(region_name=REGION)
    for name in (
        "REGISTRATIONS",
        "PHONE_NUMBERS",
        "OPT_OUT_LISTS",
        "ASSOCIATIONS_PER_REGISTRATION",
        "PHONE_NUMBERS_PER_REGISTRATION",
        "REGISTRATION_ATTACHMENTS_PER_ACCOUNT",
    ):
        simulator.set_account_limit(name, 10**9)
    simulator.set_spend("TEXT_MESSAGE_MONTHLY_SPEND_LIMIT", 0)
