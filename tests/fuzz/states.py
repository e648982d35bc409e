"""Everything that a backend keeps, so that two moments can be compared."""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from io import BytesIO
from types import GeneratorType
from typing import Any, ClassVar

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.deliveries import Deliveries
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.store import Store
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.domains.messages.prices import Price

_LEFT_OUT = frozenset(
    (
        *("domains", "lives", "faults", "urls"),  # no state, or the test's own
        *("inventory", "log", "store"),  # told part by part
        *("_next", "_turns"),  # only what the inventory has looked at
        *("_numbers", "messages_made", "rates", "refused", "tokens"),  # a refused call is one too
    )
)
_STATE = frozenset(
    ("_tables", "_messages", "_by_handset", "_taken", "account", "outcomes", "pairings")
)
"""What must not be missing."""


def state_of(*backends: Any) -> Mapping[str, bytes]:
    """Return each part of what they keep, also of what no operation shows.

    Each resource takes the steps that are due first, as at any look, refused or not.
    """
    told = {each.account_id: dict(_parts(each)) for each in backends}
    for account_id, parts in told.items():
        assert parts.keys() >= _STATE, f"{_STATE - parts.keys()} of {account_id} cannot be told"
    return {f"{id} {name}": part for id, parts in told.items() for name, part in parts.items()}


def _parts(backend: Any) -> Iterator[tuple[str, bytes]]:
    for kind in list(backend.store.lives):
        for each in backend.store.all(kind):
            backend.store.find(kind, each.id)
    wholes = (backend, backend.store, backend.log, backend.inventory)
    parts = {name: part for whole in wholes for name, part in vars(whole).items()}
    for name in parts.keys() - _LEFT_OUT:
        # What is no state, such as a lock or a function, cannot be written.
        with suppress(AttributeError, TypeError, pickle.PicklingError):
            yield name, _bytes_of(parts[name])


def _without_empty(part: Any) -> Any:
    """Leave out what a defaultdict makes when it is read."""
    is_made = isinstance(part, defaultdict)
    return {name: each for name, each in part.items() if each} if is_made else part


def _bytes_of(part: Any) -> bytes:
    written = BytesIO()
    _Pickler(written, pickle.HIGHEST_PROTOCOL).dump(_without_empty(part))
    return written.getvalue()


def _as_nothing(_: Any) -> tuple[type[str], tuple[()]]:
    return str, ()


class _Pickler(pickle.Pickler):
    dispatch_table: ClassVar[dict[type, Any]] = {
        **dict.fromkeys((Deliveries, GeneratorType, Store), _as_nothing),
        # Its total is kept once somebody has asked.
        Price: lambda price: (str, (repr(price),)),
    }
