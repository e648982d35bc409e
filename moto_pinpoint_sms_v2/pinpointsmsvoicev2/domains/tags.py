"""Tags on whatever can be tagged."""

from __future__ import annotations

from ..core.domain import Domain


class Tags(Domain):
    """The operations on tags."""
