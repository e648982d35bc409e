"""The tier of notify, and how a registration lifts it."""

from __future__ import annotations

from ...core.store import Store
from ..registrations.registrations import UNDER_REVIEW, Registration

_UPGRADE = "NOTIFY_TIER_UPGRADE_REGISTRATION"


class TierUpgrade:
    """How far the account has come on its way to the advanced tier.

    AWS says only that a registration is needed. That it lifts every configuration of the account
    in the Region, those to come too, and for as long as its approval is in force, is a choice.
    """

    def __init__(self, store: Store | None = None, told: str = "BASIC") -> None:
        self._store = store
        self.told = told
        """What AWS told of it, which holds as long as the account has no upgrade registration."""

    @property
    def status(self) -> str:
        """What the upgrade registration that has come furthest makes of it."""
        every = [] if self._store is None else self._store.all(Registration)
        reached = [_upgrade_status(each) for each in every if each.registration_type == _UPGRADE]
        return max(reached, key=_ON_THE_WAY.index, default=self.told)

    @property
    def tier(self) -> str:
        """The tier of all its notify configurations."""
        return "ADVANCED" if self.status == "ADVANCED" else "BASIC"


_ON_THE_WAY = ("BASIC", "REJECTED", "PENDING_UPGRADE", "ADVANCED")


def _upgrade_status(registration: Registration) -> str:
    status = registration.registration_status
    if status == "CLOSED":
        return "BASIC"
    if registration.approved_version_number is not None and status != "PROVISIONING":
        return "ADVANCED"
    if status in UNDER_REVIEW:
        return "PENDING_UPGRADE"
    return "REJECTED" if status == "REQUIRES_UPDATES" else "BASIC"
