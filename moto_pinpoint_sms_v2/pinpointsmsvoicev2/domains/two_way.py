"""What numbers, pools and RCS agents share: they can be written to."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..core.resource import Resource
from ..core.table import Table
from .keywords import Keyword, mandatory_keywords


@dataclass(kw_only=True, eq=False)
class TwoWayIdentity(Resource):
    """A number, pool or RCS agent, with its settings for what people write back."""

    two_way_enabled: bool = False
    two_way_channel_arn: str | None = None
    two_way_channel_role: str | None = None
    self_managed_opt_outs_enabled: bool = False
    opt_out_list_name: str = "Default"
    deletion_protection_enabled: bool = False
    keywords: Table[Keyword] = field(default_factory=mandatory_keywords, repr=False)

    @property
    def origination_identity(self) -> str:
        """The id by which operations on any identity name it."""
        return self.id

    @property
    def origination_identity_arn(self) -> str:
        """The ARN by which operations on any identity name it."""
        return self.arn
