"""RCS agents, and where they are launched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from ..core.domain import Domain
from .two_way import TwoWayIdentity


@dataclass(kw_only=True, eq=False)
class RcsAgent(TwoWayIdentity):
    """A brand's verified sender in RCS."""

    kind = "rcs-agent"
    id_prefix = "rcs-"
    quota = "RCS_AGENTS"
    # "Not country-specific at the pool level":
    # https://docs.aws.amazon.com/sms-voice/latest/userguide/phone-pool-rcs-agents.html
    iso_country_code: ClassVar[str] = "ZZ"
    number_capabilities: ClassVar[Sequence[str]] = ("RCS",)

    status: str = "CREATED"
    pool_id: str | None = None
    two_way_media_s3_bucket_name: str | None = None
    two_way_media_s3_key_prefix: str | None = None
    two_way_media_s3_role: str | None = None
    two_way_rcs_events_enabled: list[str] | None = None
    registration_ids: list[str] = field(default_factory=list)
    """The registrations associated with it, in the order of their association."""


class RcsAgents(Domain):
    """The operations on RCS agents."""
