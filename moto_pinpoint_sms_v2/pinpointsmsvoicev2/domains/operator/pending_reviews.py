"""Pending reviews: what beside registrations waits for somebody's word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ...core.domain import Domain
from ..identities.verified_destination_numbers import VerifiedDestinationNumber
from ..notify.configurations import NotifyConfiguration

_MOST = 200
"""How many of each are shown."""


@dataclass(frozen=True, kw_only=True)
class Invitation:
    """A handset that was invited to test an RCS agent, and has not answered."""

    verified_destination_number_id: str
    destination_phone_number: str
    rcs_agent_id: str
    created_timestamp: datetime


@dataclass(frozen=True, kw_only=True)
class NamedConfiguration:
    """A notify configuration whose display name is under review."""

    notify_configuration_id: str
    display_name: str
    use_case: str
    status: str
    created_timestamp: datetime


@dataclass(frozen=True, kw_only=True)
class Pending:
    """What waits, oldest first."""

    testers: Sequence[Invitation]
    notify_configurations: Sequence[NamedConfiguration]

    def __len__(self) -> int:
        return len(self.testers) + len(self.notify_configurations)


class PendingReviews(Domain):
    """What the page reads; none of it counts as a Describe."""

    def pending_reviews(self) -> Pending:
        """Return the testers who have not answered, and the names that are under review."""
        return Pending(
            testers=[
                Invitation(
                    verified_destination_number_id=each.id,
                    destination_phone_number=each.destination_phone_number,
                    rcs_agent_id=each.rcs_agent_id,
                    created_timestamp=each.created_timestamp,
                )
                for each in self.store.all(VerifiedDestinationNumber)
                if each.status == "PENDING" and each.rcs_agent_id is not None
            ][:_MOST],
            notify_configurations=[
                NamedConfiguration(
                    notify_configuration_id=each.id,
                    display_name=each.display_name,
                    use_case=each.use_case,
                    status=each.status,
                    created_timestamp=each.created_timestamp,
                )
                for each in self.store.all(NotifyConfiguration)
                if each.status == "PENDING"
            ][:_MOST],
        )
