"""Throttling: how much may happen within a second or a minute of moto's clock."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Hashable
from datetime import datetime, timedelta
from typing import NamedTuple

from ..exceptions import ThrottlingException
from .clock import now


class Rate(NamedTuple):
    """How often one thing may happen."""

    key: Hashable
    """What is counted together."""
    most: int
    seconds: int = 1
    times: int = 1
    """How often it happens now."""


class Rates:
    """What has happened within the last second or minute."""

    def __init__(self) -> None:
        self._moments: dict[Hashable, deque[datetime]] = {}

    def take(self, rates: Collection[Rate]) -> None:
        """Count what all of the rates hold for, or refuse it as one too many and count nothing."""
        for rate in rates:
            if len(self._within(rate)) >= rate.most:
                raise ThrottlingException("Rate exceeded")
        for rate in rates:
            self._count(rate)

    def clear(self) -> None:
        """Let nothing have happened."""
        self._moments.clear()

    def _count(self, rate: Rate) -> None:
        """Count a rate; what happens at once and is more than it allows takes up what follows."""
        moments = self._within(rate)
        for place in range(len(moments), len(moments) + rate.times):
            moments.append(now() + timedelta(seconds=place // rate.most * rate.seconds))

    def _within(self, rate: Rate) -> deque[datetime]:
        moments = self._moments.setdefault(rate.key, deque())
        while moments and now() - moments[0] >= timedelta(seconds=rate.seconds):
            moments.popleft()
        return moments
