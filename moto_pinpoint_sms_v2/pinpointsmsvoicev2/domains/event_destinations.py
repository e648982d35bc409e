"""Event destinations: where the events of a configuration set go."""

from __future__ import annotations

from ..core.domain import Domain


class EventDestinations(Domain):
    """The operations on event destinations."""
