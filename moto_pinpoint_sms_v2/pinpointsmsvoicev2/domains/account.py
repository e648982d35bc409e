"""The account: its attributes, limits and spend limits."""

from __future__ import annotations

from ..core.domain import Domain


class Account(Domain):
    """The operations on account."""
