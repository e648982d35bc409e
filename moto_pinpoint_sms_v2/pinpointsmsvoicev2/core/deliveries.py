"""What goes to other services once a call is done."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from threading import local

_LOG = logging.getLogger(__name__)


class Deliveries(local):
    """What the calls of this thread have to send, in its order.

    Each thread has its own, so that a call returns after its own events have arrived, whatever
    other threads do.
    """

    def __init__(self) -> None:
        self._waiting: deque[Callable[[], object]] = deque()

    def append(self, delivery: Callable[[], object]) -> None:
        """Send this too."""
        self._waiting.append(delivery)

    def send(self) -> None:
        """Send what waits, whatever the other services say; not to be called with a lock."""
        while self._waiting:
            delivery = self._waiting.popleft()
            try:
                delivery()
            except Exception:  # the caller of the API never hears of what listens to it
                _LOG.info("Another service did not take what was sent to it", exc_info=True)
