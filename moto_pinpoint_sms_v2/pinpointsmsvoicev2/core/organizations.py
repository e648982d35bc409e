"""Which organization of moto's an account is in, and where in it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from .backends import find_backend


def organization_id(account_id: str, partition: str) -> str | None:
    """Return the id of the account's organization, None if it is in none."""
    backend = _backend_of(account_id, partition)
    return None if backend is None or backend.org is None else str(backend.org.id)


def places_of(account_id: str, partition: str) -> Iterator[str]:
    """Yield the ids of the organization and of all units that an account is in."""
    backend = _backend_of(account_id, partition)
    if backend is None or backend.org is None:
        return
    yield backend.org.id
    parents = {each.id: each.parent_id for each in (*backend.accounts, *backend.ou)}
    place = parents.get(account_id)
    while place is not None:
        yield place
        place = parents.get(place)


def _backend_of(account_id: str, partition: str) -> Any:
    # Nobody has made an organization who has not imported it.
    models = sys.modules.get("moto.organizations.models")
    if models is None:
        return None
    backends = models.organizations_backends
    master, _ = backends.master_accounts.get(account_id, (account_id, partition))
    return find_backend(backends, master, partition)
