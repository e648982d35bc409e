"""The account: its tier and its defaults, and what it may spend and has spent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from ...core.clock import now
from ...core.contract import service_model
from ...data import load
from ...exceptions import AccessDeniedException, ServiceQuotaExceededException


def max_spend() -> Mapping[str, int]:
    """Return what each tier may spend on a channel in a month, in US dollars.

    New accounts may spend 1; how much others may is agreed with AWS, account by account, so what
    production has here is a choice, and large enough for most tests.
    """
    spend: Mapping[str, int] = load("spend_limits")
    return spend


@dataclass
class SpendLimit:
    """What one channel may cost in a calendar month, and what it has cost in this one."""

    name: str
    max_limit: int
    """The most that AWS allows, in US dollars."""
    granted: int | None = None
    """What of it holds without an override, where that is less: AWS raised ``max_limit`` since."""
    override: int | None = None
    """The lower limit that the account has set itself."""
    _spent: Decimal = Decimal(0)
    _month: tuple[int, int] | None = None

    @property
    def enforced_limit(self) -> int:
        """The limit that holds."""
        own = self.granted if self.override is None else self.override
        return self.max_limit if own is None else min(own, self.max_limit)

    def move_to(self, max_limit: int) -> None:
        """Change what AWS allows; what is enforced stays until it is set, but never above."""
        self.granted = min(self.max_limit if self.granted is None else self.granted, max_limit)
        self.max_limit = max_limit

    @property
    def overridden(self) -> bool:
        """Whether the account has set a limit itself."""
        return self.override is not None

    @property
    def spent(self) -> Decimal:
        """What this month has cost so far."""
        return self._spent if self._month == _this_month() else Decimal(0)

    @spent.setter
    def spent(self, amount: Decimal) -> None:
        self._spent, self._month = amount, _this_month()

    def charge(self, amount: Decimal) -> None:
        """Add an amount to what this month has cost; what is given back never exceeds that."""
        month = _this_month()
        if self._month != month:
            self._spent, self._month = Decimal(0), month
        self._spent = max(self._spent + amount, Decimal(0))

    def allows(self, amount: Decimal) -> bool:
        """Say whether ``amount`` may still be spent; at the limit, not even nothing may."""
        spent, limit = self.spent, self.enforced_limit
        return spent < limit and spent + amount <= limit


@dataclass
class Account:
    """What holds for the whole account in this Region, and what it has spent there."""

    tier: str = "PRODUCTION"
    disabled_reason: str | None = None
    default_protect_configuration_id: str | None = None
    """The protect configuration of messages that name none, by themselves or by their set."""
    is_linked_to_sns: bool = False
    """Whether what SNS publishes to phone numbers goes through this service."""
    is_china_allowed: bool = False
    """Whether AWS's support has allowlisted the account for China."""
    enforces_rates: bool = False
    """Whether what comes faster than AWS answers or sends is refused."""
    suspected_numbers: set[str] = field(default_factory=set)
    """The destinations that AWS suspects of inflated traffic, in E.164."""
    refuses_incomplete_submissions: bool = False
    """Whether AWS looks for missing fields before a submission, as its model says."""
    reviews_by_the_clock: bool = False
    """Whether what is submitted is under review for the days that AWS names."""
    spend_limits: dict[str, SpendLimit] = field(init=False)

    def __post_init__(self) -> None:
        self.spend_limits = {
            name: SpendLimit(name, max_spend()[self.tier])
            for name in service_model().shape_for("SpendLimitName").enum
        }

    def move_to(self, tier: str) -> None:
        """Change the tier; AWS's spend limits become those of the new one."""
        self.tier = tier
        for limit in self.spend_limits.values():
            limit.move_to(max_spend()[tier])

    def spend_limit(self, channel: str) -> SpendLimit:
        """Return the limit of ``TEXT``, ``VOICE``, ``MEDIA``, ``NOTIFY`` or ``RCS``."""
        return self.spend_limits[f"{channel}_MESSAGE_MONTHLY_SPEND_LIMIT"]

    def check_enabled(self) -> None:
        """Refuse whatever is asked when AWS has disabled the account."""
        if self.disabled_reason is not None:
            raise AccessDeniedException(self.disabled_reason)

    def check_spend(self, channel: str, amount: Decimal) -> None:
        """Refuse a message that costs more than is left of the month's limit."""
        if not self.spend_limit(channel).allows(amount):
            raise ServiceQuotaExceededException(f"MONTHLY_SPEND_LIMIT_REACHED_FOR_{channel}")

    def charge(self, channel: str, amount: Decimal) -> None:
        """Add what a message costs to the month's spending."""
        self.spend_limit(channel).charge(amount)


def _this_month() -> tuple[int, int]:
    today = now()
    return today.year, today.month
