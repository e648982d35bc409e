"""What a registration is for, and what it stands on."""

from __future__ import annotations

from ..core.domain import Domain


class RegistrationAssociations(Domain):
    """The operations on registration associations."""
