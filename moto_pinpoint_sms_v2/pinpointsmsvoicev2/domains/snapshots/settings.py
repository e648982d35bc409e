"""Loading what holds for sends: configuration sets, protect and notify configurations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..notify.configurations import NotifyConfiguration
from ..notify.tiers import TierUpgrade
from ..settings.configuration_sets import ConfigurationSet, EventDestination
from ..settings.protect_configurations import NumberOverride, ProtectConfiguration
from .answers import BrokenSource
from .loading import Loading, required
from .rows import attributes_of
from .sources import Account, Row

_TARGETS = ("CloudWatchLogsDestination", "KinesisFirehoseDestination", "SnsDestination")


def load_settings(loading: Loading, account: Account) -> None:
    """Make configuration sets, protect and notify configurations."""
    for row in account.rows("ProtectConfigurations"):
        _load_protect_configuration(loading, row)
    for row in account.rows("ProtectConfigurationCountryRuleSet"):
        _load_country_rules(loading, row)
    for row in account.rows("ProtectConfigurationRuleSetNumberOverrides"):
        _load_overrides(loading, row)
    for row in account.rows("ConfigurationSets"):
        _load_configuration_set(loading, row)
    for row in account.rows("NotifyConfigurations"):
        _load_notify_configuration(loading, row)
    _lift_the_tier(loading)


def _load_protect_configuration(loading: Loading, row: Row) -> None:
    configuration = loading.make(ProtectConfiguration, row, account=loading.account)
    if row.members.get("AccountDefault"):
        loading.later(
            setattr, loading.account, "default_protect_configuration_id", configuration.id
        )


def _load_country_rules(loading: Loading, row: Row) -> None:
    owner = _protect_configuration(loading, row)
    if owner is None:
        return
    capability = required(row, "NumberCapability")
    rules = {
        country: rule["ProtectStatus"]
        for country, rule in required(row, "CountryRuleSet").items()
        if rule.get("ProtectStatus", "ALLOW") != "ALLOW"
    }
    loading.later(owner.country_rules.update, {capability: rules})


def _load_overrides(loading: Loading, row: Row) -> None:
    owner = _protect_configuration(loading, row)
    if owner is None:
        return
    overrides = []
    for each in row.rows("RuleSetNumberOverrides"):
        shown = attributes_of(each.members)
        number = "+" + str(required(each, "DestinationPhoneNumber")).removeprefix("+")
        overrides.append(
            NumberOverride(
                destination_phone_number=number,
                created_timestamp=shown.get("created_timestamp", owner.created_timestamp),
                action=required(each, "Action"),
                iso_country_code=shown.get("iso_country_code"),
                expiration_timestamp=shown.get("expiration_timestamp"),
            )
        )

    def put() -> None:
        for override in overrides:
            owner.number_overrides.put(override.destination_phone_number, override)

    loading.later(put)


def _protect_configuration(loading: Loading, row: Row) -> ProtectConfiguration | None:
    return loading.owner(
        [ProtectConfiguration], row, "ProtectConfigurationArn", "ProtectConfigurationId"
    )


def _load_configuration_set(loading: Loading, row: Row) -> None:
    destinations = [_event_destination(each) for each in row.rows("EventDestinations")]
    required(row, "ConfigurationSetName")
    made = loading.make(
        ConfigurationSet,
        Row(row.path, {**row.members, "EventDestinations": destinations}),
    )
    protect = made.protect_configuration_id
    if protect is not None and loading.find(ProtectConfiguration, protect) is None:
        # One that the source does not describe blocks nothing, as far as it tells.
        loading.make(ProtectConfiguration, Row("", {}), id=protect, account=loading.account)


def _event_destination(row: Row) -> EventDestination:
    targets = [name for name in _TARGETS if name in row.members]
    if len(targets) != 1:
        raise BrokenSource(row.path, f"needs one of {', '.join(_TARGETS)}")
    shown = attributes_of(row.members)
    known = EventDestination.__dataclass_fields__
    required(row, "EventDestinationName")
    return EventDestination(
        **{"matching_event_types": ["ALL"]}
        | {name: value for name, value in shown.items() if name in known}
    )


def _load_notify_configuration(loading: Loading, row: Row) -> None:
    for member in ("DisplayName", "UseCase"):
        required(row, member)
    loading.make(
        NotifyConfiguration,
        row,
        status="ACTIVE",
        enabled_channels=["SMS"],
        upgrade=_upgrade(row.members) or loading.tier_upgrade,
    )


def _upgrade(told: Mapping[str, Any]) -> TierUpgrade | None:
    """Return the configuration's own way to the advanced tier; here the account's is all of them.

    AWS tells it of each, so that a source may have several.
    """
    status = told.get("TierUpgradeStatus") or told.get("Tier")
    return None if status is None else TierUpgrade(told=status)


def _lift_the_tier(loading: Loading) -> None:
    """Let configurations that are all on the same way follow the account's, which had none."""
    made: Sequence[NotifyConfiguration] = list(loading.made[NotifyConfiguration].values())
    reached = {each.upgrade.told for each in made}
    if len(reached) != 1 or loading.store.count(NotifyConfiguration):
        return

    def follow() -> None:
        (loading.tier_upgrade.told,) = reached
        for each in made:
            each.upgrade = loading.tier_upgrade

    loading.later(follow)
