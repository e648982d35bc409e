"""Resource policies: who else may use an identity or a list."""

from __future__ import annotations

from ..core.domain import Domain


class ResourcePolicies(Domain):
    """The operations on resource policies."""
