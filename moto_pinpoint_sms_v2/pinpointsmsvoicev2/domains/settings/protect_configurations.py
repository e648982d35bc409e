"""Protect configurations: which countries and numbers may be sent to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from ...core.domain import Domain
from ...core.filters import Filter
from ...core.resource import Resource, Tag
from ...core.table import Selection, Table
from ...exceptions import ConflictException, ResourceNotFoundException
from .account import Account
from .configuration_sets import ConfigurationSet


@dataclass
class NumberOverride:
    """The exception that one destination number makes from the country rules."""

    destination_phone_number: str
    created_timestamp: datetime
    action: str
    iso_country_code: str | None = None
    expiration_timestamp: datetime | None = None

    def holds(self, moment: datetime) -> bool:
        """Say whether it has not expired; once it has, it counts as gone."""
        return self.expiration_timestamp is None or moment < self.expiration_timestamp


@dataclass(kw_only=True, eq=False)
class ProtectConfiguration(Resource):
    """Country rules by capability, and number overrides by E.164 number."""

    kind = "protect-configuration"
    id_prefix = "protect-"
    quota = "PROTECT_CONFIGURATIONS"

    account: Account = field(repr=False)
    deletion_protection_enabled: bool = False
    country_rules: dict[str, dict[str, str]] = field(default_factory=dict)
    """Capability to country to protect status; a country that is not there is ALLOW."""
    number_overrides: Table[NumberOverride] = field(default_factory=Table, repr=False)

    @property
    def account_default(self) -> bool:
        """Whether it is the account's default."""
        return self.account.default_protect_configuration_id == self.id

    def country_rule(self, capability: str, iso_country_code: str) -> str:
        """Return the protect status of a country."""
        return self.country_rules.get(capability, {}).get(iso_country_code, "ALLOW")

    def number_override(self, e164: str, moment: datetime) -> NumberOverride | None:
        """Return the override of a number, None once it has expired."""
        override = self.number_overrides.get(e164)
        return override if override is not None and override.holds(moment) else None


@dataclass(frozen=True)
class Association:
    """A configuration set and the protect configuration that it has, or had."""

    configuration_set_arn: str
    configuration_set_name: str
    protect_configuration_arn: str
    protect_configuration_id: str


@dataclass(frozen=True)
class AccountDefault:
    """The protect configuration that is, or was, the account's default."""

    default_protect_configuration_arn: str
    default_protect_configuration_id: str


class ProtectConfigurations(Domain):
    """The operations on protect configurations."""

    account: Account

    def create_protect_configuration(
        self, *, deletion_protection_enabled: bool = False, tags: Sequence[Tag] = ()
    ) -> ProtectConfiguration:
        """Create a configuration that allows every country."""
        return self.store.create(
            ProtectConfiguration,
            tags=tags,
            account=self.account,
            deletion_protection_enabled=deletion_protection_enabled,
        )

    def describe_protect_configurations(
        self, *, protect_configuration_ids: Sequence[str] = (), filters: Sequence[Filter] = ()
    ) -> Selection[ProtectConfiguration]:
        """List the account's protect configurations."""
        return self.store.select(
            ProtectConfiguration, identifiers=protect_configuration_ids, filters=filters
        )

    def update_protect_configuration(
        self, *, protect_configuration_id: str, deletion_protection_enabled: bool | None = None
    ) -> ProtectConfiguration:
        """Protect the configuration from deletion, or no longer."""
        configuration = self.store.get(ProtectConfiguration, protect_configuration_id)

        if deletion_protection_enabled is not None:
            configuration.deletion_protection_enabled = deletion_protection_enabled
        return configuration

    def delete_protect_configuration(
        self, *, protect_configuration_id: str
    ) -> ProtectConfiguration:
        """Delete the configuration with its rules and overrides, unless something depends on it."""
        configuration = self.store.get(ProtectConfiguration, protect_configuration_id)

        if configuration.deletion_protection_enabled:
            raise ConflictException("DELETION_PROTECTION_ENABLED", configuration)
        if configuration.account_default:
            raise ConflictException("PROTECT_CONFIGURATION_IS_ACCOUNT_DEFAULT", configuration)
        if any(
            each.protect_configuration_id == configuration.id
            for each in self.store.all(ConfigurationSet)
        ):
            raise ConflictException(
                "PROTECT_CONFIGURATION_ASSOCIATED_WITH_CONFIGURATION_SET", configuration
            )

        self.store.remove(configuration)
        return configuration

    def associate_protect_configuration(
        self, *, protect_configuration_id: str, configuration_set_name: str
    ) -> Association:
        """Give the set this configuration in place of the one it may have."""
        configuration = self.store.get(ProtectConfiguration, protect_configuration_id)
        configuration_set = self.store.get(ConfigurationSet, configuration_set_name)

        configuration_set.protect_configuration_id = configuration.id
        return _association(configuration_set, configuration)

    def disassociate_protect_configuration(
        self, *, protect_configuration_id: str, configuration_set_name: str
    ) -> Association:
        """Take the configuration from the set that has it."""
        configuration = self.store.get(ProtectConfiguration, protect_configuration_id)
        configuration_set = self.store.get(ConfigurationSet, configuration_set_name)

        if configuration_set.protect_configuration_id != configuration.id:
            raise ConflictException(
                "PROTECT_CONFIGURATION_NOT_ASSOCIATED_WITH_CONFIGURATION_SET", configuration
            )

        configuration_set.protect_configuration_id = None
        return _association(configuration_set, configuration)

    def set_account_default_protect_configuration(
        self, *, protect_configuration_id: str
    ) -> AccountDefault:
        """Make the configuration the account's default in place of the one it may have."""
        configuration = self.store.get(ProtectConfiguration, protect_configuration_id)

        self.account.default_protect_configuration_id = configuration.id
        return AccountDefault(configuration.arn, configuration.id)

    def delete_account_default_protect_configuration(self) -> AccountDefault:
        """Leave the account without a default; the configuration itself stays."""
        default_id = self.account.default_protect_configuration_id
        if default_id is None:
            # That nothing to remove is "not found", and under this id, is a choice.
            raise ResourceNotFoundException(ProtectConfiguration, "account-default")

        configuration = self.store.get(ProtectConfiguration, default_id)
        self.account.default_protect_configuration_id = None
        return AccountDefault(configuration.arn, configuration.id)


def _association(
    configuration_set: ConfigurationSet, configuration: ProtectConfiguration
) -> Association:
    return Association(
        configuration_set.arn, configuration_set.id, configuration.arn, configuration.id
    )
