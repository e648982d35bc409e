"""What every domain stands on."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from .store import Store


class Domain:
    """One noun of the service; the backend is all of them in one."""

    account_id: str
    region_name: str
    partition: str
    store: Store
    deliveries: deque[Callable[[], object]]
    """What goes to other services; the door sends it once the backend's lock is free."""
