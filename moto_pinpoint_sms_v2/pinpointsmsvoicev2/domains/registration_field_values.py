"""Field values: what a version of a registration says."""

from __future__ import annotations

from ..core.domain import Domain


class RegistrationFieldValues(Domain):
    """The operations on registration field values."""
