"""API rates: how many calls of an operation a second AWS answers.

One too many is refused by ``core/throttling``.

https://docs.aws.amazon.com/sms-voice/latest/userguide/quotas.html
"""

from __future__ import annotations

from ...core.domain import Domain
from ...core.throttling import Rate, Rates
from ...data import load
from .account import Account


class ApiRates(Domain):
    """What the door asks before an operation, and what switches the asking on."""

    account: Account
    rates: Rates

    def enforce_rates(self, enabled: bool = True) -> None:
        """Refuse what is asked or sent faster than AWS lets it, or do so no more."""
        self.account.enforces_rates = enabled

    def take_api_rate(self, operation: str) -> None:
        """Count a call of the operation, or refuse it as one too many.

        AWS's table has a rate for sends too, one a second, which no rate of an identity would
        ever reach: that they go by their identities' rates alone is a choice.
        """
        known = load("api_rates")
        most = known.get(operation, known["default"])
        if most is not None:
            self.rates.take([Rate(("api", operation), most)])
