"""Notify: one-time codes from identities that AWS manages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...core.domain import Domain, step_of
from ...core.filters import Filter
from ...core.resource import Resource, Tag
from ...core.table import Selection
from ...exceptions import ConflictException, ValidationException
from ..identities.pools import get_active_pool
from .countries import tiers_of
from .templates import check_in_use, notify_template
from .tiers import TierUpgrade

_UNSET_TEMPLATE = "UNSET_DEFAULT_TEMPLATE"
_UNSET_POOL = "UNSET_DEFAULT_POOL_FOR_NOTIFY"
_WITH_A_REASON = ("REJECTED", "REQUIRES_VERIFICATION")


@dataclass(kw_only=True, eq=False)
class NotifyConfiguration(Resource):
    """What one kind of notification may use."""

    kind = "notify-configuration"
    id_prefix = "notify-"
    quota = "NOTIFY_CONFIGURATIONS"
    filter_attributes = {"default-template": "default_template_id", "default-pool": "pool_id"}

    display_name: str
    use_case: str
    default_template_id: str | None = None
    pool_id: str | None = None
    enabled_countries: list[str] | None = None
    """The countries it may send to; None is every country of the tier, a choice."""
    enabled_channels: list[str]
    upgrade: TierUpgrade = field(repr=False)
    status: str = "PENDING"
    rejection_reason: str | None = None
    held: bool = field(default=False, repr=False)
    """Whether a test said what its status is, so that nobody reviews it by themselves."""
    deletion_protection_enabled: bool = False

    @property
    def tier(self) -> str:
        """The account's tier."""
        return self.upgrade.tier

    @property
    def tier_upgrade_status(self) -> str:
        """How far the account's upgrade is."""
        return self.upgrade.status

    @property
    def protect_configuration_id(self) -> str:
        """The protect configuration that AWS makes for it.

        That it filters, and is named in records and not listed, is a choice.
        """
        return f"protect-{self.id.removeprefix(self.id_prefix)}"

    @property
    def system_variables(self) -> Mapping[str, str]:
        """What templates take from the configuration by themselves."""
        return {"display_name": self.display_name}


class NotifyConfigurations(Domain):
    """The operations on notify configurations."""

    inactive_templates: set[str]
    tier_upgrade: TierUpgrade

    def create_notify_configuration(
        self,
        *,
        display_name: str,
        use_case: str,
        enabled_channels: Sequence[str],
        default_template_id: str | None = None,
        pool_id: str | None = None,
        enabled_countries: Sequence[str] | None = None,
        deletion_protection_enabled: bool = False,
        tags: Sequence[Tag] = (),
    ) -> NotifyConfiguration:
        """Open a configuration of the account's tier; its name is still to be reviewed."""
        if default_template_id == _UNSET_TEMPLATE:
            raise ValidationException("INVALID_PARAMETER", default_template_id="is for updates")
        settings = self._settings(
            self.tier_upgrade.tier,
            enabled_channels=enabled_channels,
            enabled_countries=enabled_countries,
            default_template_id=default_template_id,
            pool_id=pool_id,
        )

        return self.store.create(
            NotifyConfiguration,
            tags=tags,
            display_name=display_name,
            use_case=use_case,
            upgrade=self.tier_upgrade,
            deletion_protection_enabled=deletion_protection_enabled,
            **settings,
        )

    def describe_notify_configurations(
        self, *, notify_configuration_ids: Sequence[str] = (), filters: Sequence[Filter] = ()
    ) -> Selection[NotifyConfiguration]:
        """List the configurations."""
        return self.store.select(
            NotifyConfiguration, identifiers=notify_configuration_ids, filters=filters
        )

    def update_notify_configuration(
        self,
        *,
        notify_configuration_id: str,
        default_template_id: str | None = None,
        pool_id: str | None = None,
        enabled_countries: Sequence[str] | None = None,
        enabled_channels: Sequence[str] | None = None,
        deletion_protection_enabled: bool | None = None,
    ) -> NotifyConfiguration:
        """Change what is given; the sentinels of template and pool take theirs away."""
        configuration = self.store.get(NotifyConfiguration, notify_configuration_id)
        unset_template = default_template_id == _UNSET_TEMPLATE
        unset_pool = pool_id == _UNSET_POOL
        settings = self._settings(
            configuration.tier,
            enabled_channels=enabled_channels,
            enabled_countries=enabled_countries,
            default_template_id=None if unset_template else default_template_id,
            pool_id=None if unset_pool else pool_id,
        )

        if unset_template:
            configuration.default_template_id = None
        if unset_pool:
            configuration.pool_id = None
        if deletion_protection_enabled is not None:
            configuration.deletion_protection_enabled = deletion_protection_enabled
        for name, value in settings.items():
            setattr(configuration, name, value)
        return configuration

    def delete_notify_configuration(self, *, notify_configuration_id: str) -> NotifyConfiguration:
        """Forget a configuration that nothing protects."""
        configuration = self.store.get(NotifyConfiguration, notify_configuration_id)
        if configuration.deletion_protection_enabled:
            raise ConflictException("DELETION_PROTECTION_ENABLED", configuration)

        self.store.remove(configuration)
        return configuration

    @step_of(NotifyConfiguration)
    def review_notify_configuration(self, configuration: NotifyConfiguration) -> bool:
        """Accept the display name, whatever it is; say whether it was still to be reviewed."""
        if configuration.held or configuration.status != "PENDING":
            return False
        configuration.status = "ACTIVE"
        return True

    def set_notify_configuration_status(
        self, notify_configuration_id: str, status: str, *, rejection_reason: str | None = None
    ) -> None:
        """Hold a configuration in any status; only one that AWS does not accept has a reason."""
        configuration = self.store.get(NotifyConfiguration, notify_configuration_id)
        if rejection_reason is not None and status not in _WITH_A_REASON:
            names = " and ".join(_WITH_A_REASON)
            raise ValueError(f"a rejection_reason is for {names} only, not for {status}")

        configuration.held = True
        configuration.status = status
        configuration.rejection_reason = rejection_reason

    def _settings(
        self,
        tier: str,
        *,
        enabled_channels: Sequence[str] | None,
        enabled_countries: Sequence[str] | None,
        default_template_id: str | None,
        pool_id: str | None,
    ) -> dict[str, Any]:
        """Return those settings that are given, or refuse the first that the tier cannot have.

        An empty template or pool, which the model allows, counts as not given, a choice.
        """
        settings: dict[str, Any] = {}
        if enabled_channels is not None:
            settings["enabled_channels"] = _channels(enabled_channels)
        if enabled_countries is not None:
            settings["enabled_countries"] = _countries(enabled_countries, tier)
        if default_template_id:
            settings["default_template_id"] = _template_id(default_template_id, tier)
            check_in_use(notify_template(default_template_id), self.inactive_templates)
        if pool_id:
            settings["pool_id"] = get_active_pool(self.store, pool_id).id
        return settings


def _channels(channels: Sequence[str]) -> list[str]:
    if not {"SMS", "VOICE"}.issuperset(channels):
        raise ValidationException("INVALID_PARAMETER", enabled_channels="must be SMS or VOICE")
    return list(dict.fromkeys(channels))


def _countries(codes: Sequence[str], tier: str) -> list[str] | None:
    for code in codes:
        if tier not in tiers_of(code):
            raise ValidationException(
                "INVALID_PARAMETER", enabled_countries=f"{code} is not in the {tier} tier"
            )
    return list(dict.fromkeys(codes)) or None


def _template_id(template_id: str, tier: str) -> str:
    if tier not in notify_template(template_id).tier_access:
        raise ValidationException(
            "INVALID_PARAMETER", default_template_id=f"is not for the {tier} tier"
        )
    return template_id
