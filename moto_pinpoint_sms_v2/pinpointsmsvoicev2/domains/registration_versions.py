"""Versions of a registration: draft, submit, discard."""

from __future__ import annotations

from ..core.domain import Domain


class RegistrationVersions(Domain):
    """The operations on registration versions."""
