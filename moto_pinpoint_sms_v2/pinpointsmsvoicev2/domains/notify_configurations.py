"""Notify: one-time codes from identities that AWS manages."""

from __future__ import annotations

from dataclasses import dataclass

from ..core.domain import Domain
from ..core.resource import Resource


@dataclass(kw_only=True, eq=False)
class NotifyConfiguration(Resource):
    """What one kind of notification may use."""

    kind = "notify-configuration"
    id_prefix = "notify-"
    quota = "NOTIFY_CONFIGURATIONS"

    display_name: str
    use_case: str
    default_template_id: str | None = None
    pool_id: str | None = None
    enabled_countries: list[str] | None = None
    enabled_channels: list[str]
    tier: str = "BASIC"
    tier_upgrade_status: str = "BASIC"
    status: str = "PENDING"
    rejection_reason: str | None = None
    deletion_protection_enabled: bool = False


class NotifyConfigurations(Domain):
    """The operations on notify configurations, templates and countries."""
