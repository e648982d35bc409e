"""Protect decisions: whether a message may go to a destination."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ...core.store import Store
from ..numbers.destinations import Destination
from .account import Account
from .configuration_sets import ConfigurationSet
from .protect_configurations import ProtectConfiguration


@dataclass(frozen=True)
class ProtectDecision:
    """What becomes of a message: ALLOW, BLOCK, MONITOR or FILTER."""

    action: str
    by_number_override: bool = False
    """Whether the number's override decided, and not the country's rule."""


def effective_protect_configuration(
    store: Store,
    *,
    account: Account,
    protect_configuration_id: str | None,
    configuration_set: ConfigurationSet | None,
) -> ProtectConfiguration | None:
    """Return the configuration that governs a send: the request's, the set's, the account's.

    https://docs.aws.amazon.com/sms-voice/latest/userguide/protect-configuration.html
    """
    id_of_set = None if configuration_set is None else configuration_set.protect_configuration_id
    effective_id = protect_configuration_id or id_of_set or account.default_protect_configuration_id
    return None if effective_id is None else store.get(ProtectConfiguration, effective_id)


def protect_decision(
    configuration: ProtectConfiguration | None,
    *,
    capability: str,
    destination: Destination,
    now: datetime,
) -> ProtectDecision:
    """Decide on one destination; its own override comes before the rule of its country.

    https://docs.aws.amazon.com/sms-voice/latest/userguide/protect-rule-override-rules-processing.html
    """
    if configuration is None:
        return ProtectDecision("ALLOW")
    override = configuration.number_override(destination.e164, now)
    if override is not None:
        return ProtectDecision(override.action, by_number_override=True)
    if destination.iso_country_code is None:
        # No rule can name such a number; that it passes is a choice.
        return ProtectDecision("ALLOW")
    return ProtectDecision(configuration.country_rule(capability, destination.iso_country_code))
