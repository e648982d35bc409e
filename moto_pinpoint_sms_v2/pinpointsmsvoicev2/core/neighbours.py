"""Neighbours: other accounts of the Region, which may share what they have, and other Regions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .backends import find_backend
from .store import Store


class Neighbours:
    """The stores of the other accounts in the same Region, and of the account in others.

    The accounts of a Region have one lock, so whoever holds their own may use these too; what is
    in another Region can be read only.
    """

    def __init__(self, backends: Callable[[], Any], *, account_id: str, region_name: str) -> None:
        self._backends = backends
        self._account_id = account_id
        self._region_name = region_name

    def find(self, account_id: str) -> Store | None:
        """Return the store of another account, None if it does not use the service here."""
        if account_id == self._account_id:
            return None
        backend = find_backend(self._backends(), account_id, self._region_name)
        return None if backend is None else backend.store

    def all(self) -> list[Store]:
        """Return the stores of all other accounts, by account."""
        stores = map(self.find, sorted(self._backends()))
        return [store for store in stores if store is not None]

    def in_other_regions(self) -> list[Store]:
        """Return the account's own stores in all Regions but this one."""
        of_account = self._backends().get(self._account_id) or {}
        return [
            backend.store for name, backend in list(of_account.items()) if name != self._region_name
        ]
