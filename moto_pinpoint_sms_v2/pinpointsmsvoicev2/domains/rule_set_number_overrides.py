"""Overrides of the protect rules for single numbers."""

from __future__ import annotations

from ..core.domain import Domain


class RuleSetNumberOverrides(Domain):
    """The operations on rule set number overrides."""
