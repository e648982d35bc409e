"""The tier of notify, and how a registration lifts it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..registrations.registrations import UNDER_REVIEW, Registration, Registrations

_UPGRADE = "NOTIFY_TIER_UPGRADE_REGISTRATION"


@dataclass
class TierUpgrade:
    """How far the account has come on its way to the advanced tier."""

    status: str = "BASIC"

    @property
    def tier(self) -> str:
        """The tier of all its notify configurations."""
        return "ADVANCED" if self.status == "ADVANCED" else "BASIC"


class NotifyTiers(Registrations):
    """What upgrade registrations do beside being registrations.

    AWS says only that one is needed. That it lifts every configuration of the account in the
    Region, those to come too, and for as long as its approval is in force, is a choice.
    """

    tier_upgrade: TierUpgrade

    def reach(self, registration: Registration, status: str) -> None:
        """Enter a status; the account's furthest upgrade decides on its tier."""
        super().reach(registration, status)
        if registration.registration_type == _UPGRADE:
            self.tier_upgrade.status = upgrade_reached(self.store.all(Registration))


_ON_THE_WAY = ("BASIC", "REJECTED", "PENDING_UPGRADE", "ADVANCED")


def upgrade_reached(registrations: Iterable[Registration]) -> str:
    """Return how far the registrations have brought the account."""
    return max(map(_upgrade_status, registrations), key=_ON_THE_WAY.index, default="BASIC")


def _upgrade_status(registration: Registration) -> str:
    status = registration.registration_status
    if registration.registration_type != _UPGRADE or status == "CLOSED":
        return "BASIC"
    if registration.approved_version_number is not None and status != "PROVISIONING":
        return "ADVANCED"
    if status in UNDER_REVIEW:
        return "PENDING_UPGRADE"
    return "REJECTED" if status == "REQUIRES_UPDATES" else "BASIC"
