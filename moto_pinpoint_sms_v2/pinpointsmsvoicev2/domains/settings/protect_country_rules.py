"""Country rules: what a protect configuration does with a country, by capability."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...core.domain import Domain
from ...data import load
from ...exceptions import ValidationException
from .protect_configurations import ProtectConfiguration

Rule = dict[str, str]
"""A country's rule as it arrives and leaves: ``{"ProtectStatus": ...}``."""


@dataclass(frozen=True)
class CountryRules:
    """The rules of some or all countries."""

    protect_configuration_arn: str
    protect_configuration_id: str
    number_capability: str
    country_rule_set: dict[str, Rule]


class ProtectCountryRules(Domain):
    """The operations on country rules."""

    def get_protect_configuration_country_rule_set(
        self, *, protect_configuration_id: str, number_capability: str
    ) -> CountryRules:
        """Answer with the rule of every country."""
        configuration = self.store.get(ProtectConfiguration, protect_configuration_id)

        return CountryRules(
            configuration.arn,
            configuration.id,
            number_capability,
            {
                country: {"ProtectStatus": configuration.country_rule(number_capability, country)}
                for country in load("countries")["supported"]
            },
        )

    def update_protect_configuration_country_rule_set(
        self,
        *,
        protect_configuration_id: str,
        number_capability: str,
        country_rule_set_updates: Mapping[str, Rule],
    ) -> CountryRules:
        """Change the rules of these countries and answer with them."""
        configuration = self.store.get(ProtectConfiguration, protect_configuration_id)

        unknown = country_rule_set_updates.keys() - set(load("countries")["supported"])
        if unknown:
            raise ValidationException(
                "INVALID_PARAMETER",
                country_rule_set_updates=f"{min(unknown)} is not a supported country",
            )

        rules = configuration.country_rules.setdefault(number_capability, {})
        for country, rule in country_rule_set_updates.items():
            rules[country] = rule["ProtectStatus"]
        return CountryRules(
            configuration.arn, configuration.id, number_capability, dict(country_rule_set_updates)
        )
