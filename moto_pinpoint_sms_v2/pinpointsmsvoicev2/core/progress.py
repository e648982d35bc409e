"""How far moto's state manager lets a resource move.

https://docs.getmoto.org/en/latest/docs/configuration/state_transition/index.html
Unlike moto's ManagedState it only counts; which state comes next is the domain's to say, so a
life may branch.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import repeat

from moto.moto_api import state_manager

from .clock import now


@dataclass(slots=True)
class Progress:
    """The reads of one resource since it last changed its state."""

    reads: int = 0
    since: datetime = field(default_factory=now)

    def due(self, model_name: str, *, described: bool) -> Iterable[None]:
        """Return as many items as steps may be taken now.

        ``described`` is whether a Describe reads the resource, which manual transitions count.
        """
        transition = state_manager.get_transition(model_name)
        progression = transition["progression"]
        if progression == "immediate":
            return repeat(None)
        if progression == "manual":
            self.reads += described
            return self._step(self.reads >= transition["times"] and described)
        elapsed = now() - self.since
        return self._step(elapsed >= timedelta(seconds=transition["seconds"]))

    def next_step(self, model_name: str) -> datetime | None:
        """Return when the clock allows the next step, None where it is not the clock that does."""
        transition = state_manager.get_transition(model_name)
        if transition["progression"] != "time":
            return None
        return self.since + timedelta(seconds=transition["seconds"])

    def _step(self, due: bool) -> Iterable[None]:
        if not due:
            return ()
        self.reads, self.since = 0, now()
        return (None,)
