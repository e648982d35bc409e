"""Who takes part in a story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import boto3

from moto_pinpoint_sms_v2 import Simulator

from ..support import REGION


@dataclass(frozen=True)
class World:
    """Two clients of the same service, its other side, and the rest of AWS."""

    sms: Any
    other: Any
    simulator: Simulator
    endpoint_url: str | None = None

    def client(self, service: str) -> Any:
        """Return a client of another service in the same place."""
        return boto3.client(service, region_name=REGION, endpoint_url=self.endpoint_url)
