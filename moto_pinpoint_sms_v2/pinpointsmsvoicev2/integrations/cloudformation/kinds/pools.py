"""``AWS::SMSVOICE::Pool``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from ....exceptions import ResourceNotFoundException, ServiceError
from .keywords import settle_keywords
from .kind import Call, Kind, Properties, Row, only_row
from .phone_numbers import MESSAGE_TYPE

_MEMBERS = "OriginationIdentities"


class PoolKind(Kind):
    """A pool, with its members, keywords and settings."""

    def create(self, call: Call, wanted: Properties, tags: Sequence[Mapping[str, str]]) -> Row:
        """Open the pool with its first member, whose settings it has, and let the others join."""
        first, *others = wanted[_MEMBERS]
        row = call(
            "CreatePool",
            **_named(first),
            MessageType=_message_type(call, first),
            Tags=list(tags),
        )
        try:
            for member in others:
                call("AssociateOriginationIdentity", PoolId=row["PoolId"], **_named(member))
        except ServiceError:
            self.take_back(call, row["PoolId"])
            raise
        self.settle_new(call, row, {_MEMBERS: wanted[_MEMBERS]}, wanted)
        return row

    def settle(self, call: Call, id: str, before: Properties, after: Properties) -> None:
        """Change settings and keywords, and then who is in the pool."""
        super().settle(call, id, before, after)
        settle_keywords(call, id, before, after)
        if before.get(_MEMBERS) != after.get(_MEMBERS):
            _settle_members(call, id, after[_MEMBERS])


def _settle_members(call: Call, pool_id: str, wanted: Sequence[str]) -> None:
    """Let new members join before others leave, because the last one cannot."""
    rows = call("ListPoolOriginationIdentities", PoolId=pool_id)["OriginationIdentities"]
    present = {row["OriginationIdentityArn"] for row in rows}
    for member in wanted:
        if member not in present:
            call("AssociateOriginationIdentity", PoolId=pool_id, **_named(member))
    for row in rows:
        if row["OriginationIdentityArn"] not in wanted:
            with suppress(ResourceNotFoundException):
                call(
                    "DisassociateOriginationIdentity",
                    PoolId=pool_id,
                    **_named(row["OriginationIdentityArn"]),
                )


def _named(member: str) -> dict[str, Any]:
    """Return the members that name an identity; an ARN of a sender ID ends with its country."""
    kind, *_, last = member.rpartition(":")[2].split("/")
    country = {"IsoCountryCode": last} if kind == "sender-id" else {}
    return {"OriginationIdentity": member, **country}


def _message_type(call: Call, member: str) -> str:
    """Return the type of a pool's first number; a choice, as is that of other members."""
    if ":phone-number/" not in member:
        return MESSAGE_TYPE
    return str(only_row("DescribePhoneNumbers", call, PhoneNumberIds=[member])["MessageType"])
