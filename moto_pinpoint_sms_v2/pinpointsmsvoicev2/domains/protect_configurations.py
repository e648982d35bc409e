"""Protect configurations: which countries and numbers may be sent to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from ..core.domain import Domain
from ..core.resource import Resource
from ..core.table import Table


@dataclass
class NumberOverride:
    """The exception that one destination number makes from the country rules."""

    destination_phone_number: str
    created_timestamp: datetime
    action: str
    iso_country_code: str | None = None
    expiration_timestamp: datetime | None = None


@dataclass(kw_only=True, eq=False)
class ProtectConfiguration(Resource):
    """Country rules by capability, and number overrides by E.164 number."""

    kind = "protect-configuration"
    id_prefix = "protect-"
    quota = "PROTECT_CONFIGURATIONS"

    account_default: bool = False
    deletion_protection_enabled: bool = False
    country_rules: dict[str, dict[str, str]] = field(default_factory=dict)
    """Capability to country to protect status; a country that is not there is ALLOW."""
    number_overrides: Table[NumberOverride] = field(default_factory=Table, repr=False)


class ProtectConfigurations(Domain):
    """The operations on protect configurations."""
