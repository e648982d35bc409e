"""AWS: what only its support and its fraud team can do to an account."""

from __future__ import annotations

from .declaring import Caller, call
from .words import AccountTier, DisabledReason, SpendLimitName


class Aws(Caller):
    """What AWS itself does."""

    @call
    def set_account_tier(self, tier: AccountTier) -> None:
        """Put the account into the SANDBOX or PRODUCTION tier."""

    @call
    def set_account_limit(self, name: str, max: int) -> None:
        """Change a quota: a name of DescribeAccountLimits, or a reason of its refusal."""

    @call
    def set_spend(self, spend_limit_name: SpendLimitName, amount: float) -> None:
        """Say how many US dollars were spent already this month."""

    @call
    def disable_account(self, reason: DisabledReason = "ACCOUNT_DISABLED") -> None:
        """Let AWS refuse every send, with that reason of AccessDeniedException."""

    @call
    def enable_account(self) -> None:
        """Let the account send again."""

    @call
    def link_sns(self, enabled: bool = True) -> None:
        """Let the texts that SNS publishes in the account and Region go through this service."""
