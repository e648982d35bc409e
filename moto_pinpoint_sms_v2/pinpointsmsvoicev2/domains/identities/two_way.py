"""What numbers, pools and RCS agents share: they can be written to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...core.access import Access
from ...core.resource import Resource
from ...core.store import Store
from ...core.table import Table
from ...data import load
from ...exceptions import ValidationException
from .keyword_matching import Keyword, mandatory_keywords
from .opt_out_lists import OptOutList
from .two_way_channels import check_channel


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

    @property
    def two_way_countries(self) -> Sequence[str]:
        """The countries whose people it is written to from; empty where no country binds it."""
        return ()


def change_two_way(
    identity: TwoWayIdentity,
    *,
    store: Store,
    access: Access | None,
    two_way_enabled: bool | None = None,
    two_way_channel_arn: str | None = None,
    two_way_channel_role: str | None = None,
    self_managed_opt_outs_enabled: bool | None = None,
    opt_out_list_name: str | None = None,
    deletion_protection_enabled: bool | None = None,
) -> None:
    """Change the settings that are given, or refuse and change none.

    Without ``access`` nobody asks whether AWS may be the role.

    UpdatePhoneNumber, UpdatePool and UpdateRcsAgent name them one by one, because an operation's
    signature is the model's; what they mean is said here alone.

    Switching two-way off takes the channel, its role and self-managed opt-outs with it; what AWS
    does with them was never published, so this is a choice.
    """
    given = {
        "two_way_enabled": two_way_enabled,
        "two_way_channel_arn": two_way_channel_arn,
        "two_way_channel_role": two_way_channel_role,
        "self_managed_opt_outs_enabled": self_managed_opt_outs_enabled,
        "opt_out_list_name": opt_out_list_name and store.get(OptOutList, opt_out_list_name).id,
        "deletion_protection_enabled": deletion_protection_enabled,
    }
    settings = {name: getattr(identity, name) for name in given}
    if two_way_enabled is False:
        settings |= _OFF
    settings |= {name: value for name, value in given.items() if value is not None}
    _check_two_way(identity, settings)
    if access is not None and two_way_channel_role is not None:
        access.check_role("two_way_channel_role", two_way_channel_role, identity.arn)

    for name, value in settings.items():
        setattr(identity, name, value)


_OFF = {
    "two_way_channel_arn": None,
    "two_way_channel_role": None,
    "self_managed_opt_outs_enabled": False,
}


def _check_two_way(identity: TwoWayIdentity, settings: Mapping[str, Any]) -> None:
    channel = settings["two_way_channel_arn"]
    needs_channel = settings["two_way_enabled"] or settings["two_way_channel_role"]
    if needs_channel and channel is None:
        raise ValidationException(
            "TWO_WAY_CHANNEL_NOT_PRESENT", two_way_channel_arn="is needed for two-way messages"
        )
    if channel is not None:
        check_channel(channel)
    if settings["self_managed_opt_outs_enabled"] and not settings["two_way_enabled"]:
        raise ValidationException(
            "TWO_WAY_NOT_ENABLED", self_managed_opt_outs_enabled="needs two-way messages"
        )
    if settings["two_way_enabled"] and not set(identity.two_way_countries).issubset(
        load("countries")["two_way"]
    ):
        raise ValidationException(
            "TWO_WAY_NOT_SUPPORTED_IN_COUNTRY", two_way_enabled="is not offered in the country"
        )
