"""Account attributes: the tier and the limits, and how AWS changes them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from math import isfinite

from ...core.access import Access
from ...core.contract import service_model
from ...core.domain import Domain
from ...core.resource import resource_classes
from .account import Account, max_spend


@dataclass(frozen=True)
class AccountAttribute:
    """One thing that is so for the whole account."""

    name: str
    value: str


@dataclass(frozen=True)
class AccountLimit:
    """How many of a thing there may be, and how many there are."""

    name: str
    used: int
    max: int


class AccountAttributes(Domain):
    """The operations on attributes and limits, and what only AWS does to them."""

    access: Access
    account: Account

    def describe_account_attributes(self) -> list[AccountAttribute]:
        """List the tier, and the default protect configuration if there is one."""
        attributes = [AccountAttribute("ACCOUNT_TIER", self.account.tier)]
        default_id = self.account.default_protect_configuration_id
        if default_id is not None:
            attributes.append(AccountAttribute("DEFAULT_PROTECT_CONFIGURATION_ID", default_id))
        return attributes

    def describe_account_limits(self) -> list[AccountLimit]:
        """List the quotas of the account and how much of each is used."""
        counted = {cls.quota: cls for cls in resource_classes()}
        return [
            AccountLimit(name, self.store.count(counted[name]), self.store.limits[name])
            for name in _names("AccountLimitName")
            if name in counted
        ]

    def set_account_tier(self, tier: str) -> None:
        """Move the account into the sandbox or out of it, as a support case does."""
        _check_choice(tier, max_spend())

        self.account.move_to(tier)

    def set_account_limit(self, name: str, max: int) -> None:
        """Change a quota, or the most that may be spent in a month, as a support case does."""
        if max < 0:
            raise ValueError(f"{max} is less than nothing")

        if name in self.account.spend_limits:
            self.account.spend_limits[name].move_to(max)
        else:
            self.store.limits.set(name, max)

    def set_spend(self, spend_limit_name: str, amount: float) -> None:
        """Let so much be spent already in this month."""
        _check_choice(spend_limit_name, self.account.spend_limits)
        if not (isfinite(amount) and amount >= 0):
            raise ValueError(f"{amount} is not an amount in US dollars")

        self.account.spend_limits[spend_limit_name].spent = Decimal(str(amount))

    def disable_account(self, reason: str) -> None:
        """Stop the account from sending, as AWS does after abuse."""
        _check_choice(reason, _names("AccessDeniedExceptionReason"))

        self.account.disabled_reason = reason

    def check_access(self, enabled: bool = True) -> None:
        """Look up roles and streams that settings name, or do so no more."""
        self.access.is_checked = enabled

    def allow_china(self, enabled: bool = True) -> None:
        """Allowlist the account for China, as a support case does, or do so no more."""
        self.account.is_china_allowed = enabled

    def enable_account(self) -> None:
        """Let the account send again."""
        self.account.disabled_reason = None

    def link_sns(self, enabled: bool = True) -> None:
        """Let SNS send its texts as messages of this account, or no longer."""
        self.account.is_linked_to_sns = enabled


def _names(enum: str) -> list[str]:
    """Return the values of one of the model's enums."""
    names: list[str] = service_model().shape_for(enum).enum
    return names


def _check_choice(value: str, choices: Collection[str]) -> None:
    if value not in list(choices):
        raise ValueError(f"{value!r} is not one of {', '.join(choices)}")
