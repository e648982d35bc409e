"""Rates: how many messages may leave within a second, or calls within a minute.

https://docs.aws.amazon.com/sms-voice/latest/userguide/sms-limitations-mps.html
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from ...core.clock import now
from ...exceptions import ThrottlingException
from ..identities.rcs_agents import RcsAgent
from .identity_eligibility import CAPABILITIES
from .origins import Origin
from .send_requests import SendRequest

_DRY_RUNS = 5
_OVER_SHARED_ROUTES = 20
_TO_A_RECIPIENT = 1
_CALLS_A_MINUTE = {"SANDBOX": 5, "PRODUCTION": 20}


class _Rate(NamedTuple):
    key: Hashable
    most: int
    seconds: int = 1


class SendRates:
    """What has left within the last second or minute."""

    def __init__(self) -> None:
        self._moments: dict[Hashable, deque[datetime]] = {}

    def take(self, request: SendRequest, origin: Origin, e164: str, *, tier: str) -> None:
        """Count the request, or refuse it as one too many and count nothing."""
        rates = list(_rates(request, origin, e164, tier))
        for rate in rates:
            if len(self._within(rate)) >= rate.most:
                raise ThrottlingException("Rate exceeded")
        for rate in rates:
            self._within(rate).append(now())

    def _within(self, rate: _Rate) -> deque[datetime]:
        moments = self._moments.setdefault(rate.key, deque())
        while moments and now() - moments[0] >= timedelta(seconds=rate.seconds):
            moments.popleft()
        return moments


def _rates(request: SendRequest, origin: Origin, e164: str, tier: str) -> Iterator[_Rate]:
    if request.dry_run:
        yield _Rate("dry run", _DRY_RUNS)
        return
    yield _Rate(("to", e164), _TO_A_RECIPIENT)
    if request.channel == "VOICE":
        yield _Rate("calls", _CALLS_A_MINUTE[tier], 60)
    identity = origin.identity
    if request.is_notify:
        yield _Rate("notify", request.notify_rate)
    elif identity is None:
        yield _Rate("shared routes", _OVER_SHARED_ROUTES)
    elif not isinstance(identity, RcsAgent):  # AWS publishes no rate of agents
        limits = (identity.messaging_limits or {}).get("RateLimits", {})
        most = limits.get(CAPABILITIES[request.channel])
        if most is not None:
            yield _Rate((identity.arn, request.channel), int(most))
