"""The forms: what each registration type asks for."""

from __future__ import annotations

from ..core.domain import Domain


class RegistrationDefinitions(Domain):
    """The operations on registration definitions."""
