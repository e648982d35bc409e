"""In which accounts the service is used: some of moto's services go by that."""

from __future__ import annotations

from collections.abc import Callable

_ACCOUNTS: dict[str, None] = {}
_LISTENERS: list[Callable[[str], object]] = []


def tell(account_id: str) -> None:
    """Say that a backend of the account has been made, anew or after a reset."""
    _ACCOUNTS[account_id] = None
    for listener in _LISTENERS:
        listener(account_id)


def is_used(account_id: str) -> bool:
    """Say whether a backend of the account has been made since this was first imported."""
    return account_id in _ACCOUNTS


def listen(listener: Callable[[str], object]) -> None:
    """Be told of each account in use from now on, and of those that have been."""
    _LISTENERS.append(listener)
    for account_id in list(_ACCOUNTS):
        listener(account_id)
