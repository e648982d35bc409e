"""Who takes part in a story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from moto_pinpoint_sms_v2 import Simulator


@dataclass(frozen=True)
class World:
    """Two clients of the same service, and its other side."""

    sms: Any
    other: Any
    simulator: Simulator
