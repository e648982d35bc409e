"""Loading what holds for the account as a whole: its tier, its defaults, limits and spending."""

from __future__ import annotations

from ..settings.protect_configurations import ProtectConfiguration
from .answers import BrokenSource
from .loading import Loading, required
from .sources import Account, Row


def load_account_settings(loading: Loading, account: Account) -> None:
    """Set the account as it is told."""
    for row in account.rows("AccountAttributes"):
        _load_attribute(loading, row)
    for row in account.rows("SpendLimits"):
        _load_spend_limit(loading, row)
    for row in account.rows("AccountLimits"):
        _load_limit(loading, row)


def _load_attribute(loading: Loading, row: Row) -> None:
    name, value = required(row, "Name"), required(row, "Value")
    if name == "ACCOUNT_TIER":
        if value not in ("SANDBOX", "PRODUCTION"):
            raise BrokenSource(f"{row.path}.Value", "must be one of SANDBOX, PRODUCTION")
        # First of all, because it moves the spend limits too.
        loading.at_once(loading.account.move_to, value)
        return
    configuration = loading.find(ProtectConfiguration, value)
    if configuration is None:
        loading.passed_over.append(f"{row.path} ({value})")
        return
    loading.later(setattr, loading.account, "default_protect_configuration_id", configuration.id)


def _load_spend_limit(loading: Loading, row: Row) -> None:
    limit = loading.account.spend_limits[required(row, "Name")]
    most = row.members.get("MaxLimit", limit.max_limit)
    enforced = row.members.get("EnforcedLimit", most)
    overridden = row.members.get("Overridden", enforced < most)

    def put() -> None:
        limit.max_limit, limit.granted = most, enforced
        limit.override = enforced if overridden else None

    loading.later(put)


def _load_limit(loading: Loading, row: Row) -> None:
    name, most = required(row, "Name"), required(row, "Max")
    try:
        loading.store.limits[name]
    except KeyError:
        loading.passed_over.append(f"{row.path} ({name})")
    else:
        loading.later(loading.store.limits.set, name, most)
