"""Backends of moto's services, found without moto's own way, which makes those that are missing."""

from __future__ import annotations

from typing import Any


def find_backend(backends: Any, account_id: str, region_name: str) -> Any:
    """Return a service's backend of an account and Region, None if nobody has used it yet."""
    of_account = backends.get(account_id)
    return None if of_account is None else of_account.get(region_name)


def get_backend(backends: Any, account_id: str, region_name: str) -> Any:
    """Return a service's backend of an account and Region; KeyError if it is not in that Region."""
    return find_backend(backends, account_id, region_name) or backends[account_id][region_name]
