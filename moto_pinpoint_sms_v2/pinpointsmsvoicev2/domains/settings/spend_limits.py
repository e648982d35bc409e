"""Spend limits: what each channel may cost in a calendar month (``data/spend_limits.json``)."""

from __future__ import annotations

from dataclasses import dataclass

from ...core.domain import Domain
from ...exceptions import ValidationException
from .account import Account, SpendLimit


@dataclass(frozen=True)
class MonthlyLimit:
    """The limit of one channel as it is enforced now, in US dollars."""

    monthly_limit: int


class SpendLimits(Domain):
    """The operations on spend limits."""

    account: Account

    def describe_spend_limits(self) -> list[SpendLimit]:
        """List the limits of all channels."""
        return list(self.account.spend_limits.values())

    def set_text_message_spend_limit_override(self, *, monthly_limit: int) -> MonthlyLimit:
        """Enforce a lower limit on text messages than AWS's."""
        return self._set_override("TEXT", monthly_limit)

    def set_voice_message_spend_limit_override(self, *, monthly_limit: int) -> MonthlyLimit:
        """Enforce a lower limit on voice messages than AWS's."""
        return self._set_override("VOICE", monthly_limit)

    def set_media_message_spend_limit_override(self, *, monthly_limit: int) -> MonthlyLimit:
        """Enforce a lower limit on media messages than AWS's."""
        return self._set_override("MEDIA", monthly_limit)

    def set_notify_message_spend_limit_override(self, *, monthly_limit: int) -> MonthlyLimit:
        """Enforce a lower limit on notify messages than AWS's."""
        return self._set_override("NOTIFY", monthly_limit)

    def set_rcs_message_spend_limit_override(self, *, monthly_limit: int) -> MonthlyLimit:
        """Enforce a lower limit on RCS messages than AWS's."""
        return self._set_override("RCS", monthly_limit)

    def delete_text_message_spend_limit_override(self) -> MonthlyLimit:
        """Enforce AWS's own limit on text messages again."""
        return self._delete_override("TEXT")

    def delete_voice_message_spend_limit_override(self) -> MonthlyLimit:
        """Enforce AWS's own limit on voice messages again."""
        return self._delete_override("VOICE")

    def delete_media_message_spend_limit_override(self) -> MonthlyLimit:
        """Enforce AWS's own limit on media messages again."""
        return self._delete_override("MEDIA")

    def delete_notify_message_spend_limit_override(self) -> MonthlyLimit:
        """Enforce AWS's own limit on notify messages again."""
        return self._delete_override("NOTIFY")

    def delete_rcs_message_spend_limit_override(self) -> MonthlyLimit:
        """Enforce AWS's own limit on RCS messages again."""
        return self._delete_override("RCS")

    def _set_override(self, channel: str, monthly_limit: int) -> MonthlyLimit:
        limit = self.account.spend_limit(channel)
        if monthly_limit > limit.max_limit:
            raise ValidationException(
                "REQUESTED_SPEND_LIMIT_HIGHER_THAN_SERVICE_LIMIT",
                monthly_limit=f"must be at most {limit.max_limit}",
            )

        limit.override = monthly_limit
        return MonthlyLimit(limit.enforced_limit)

    def _delete_override(self, channel: str) -> MonthlyLimit:
        limit = self.account.spend_limit(channel)

        limit.override = limit.granted = None
        return MonthlyLimit(limit.enforced_limit)
