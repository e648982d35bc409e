"""What moto's Resource Access Manager shares, and with whom."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from .backends import find_backend
from .organizations import organization_id, places_of
from .policies import names_account


def is_in_a_share(arn: str, account_id: str, callers: Sequence[str]) -> bool:
    """Say whether the owner of a resource has put it into a share with who asks in the account.

    An account outside the owner's organization need not accept it first, because moto has no
    invitations.
    """
    # Nobody has made a share who has not imported it.
    models = sys.modules.get("moto.ram.models")
    if models is None:
        return False
    _, partition, _, region_name, owner, _ = arn.split(":", 5)
    backend = find_backend(models.ram_backends, owner, region_name)
    return backend is not None and any(
        share.status == "ACTIVE"
        and arn in share.resource_arns
        and _is_with(share, owner, account_id, partition, callers)
        for share in backend.resource_shares
    )


def _is_with(
    share: Any, owner: str, account_id: str, partition: str, callers: Sequence[str]
) -> bool:
    if not share.allow_external_principals:
        ours = organization_id(account_id, partition)
        if ours is None or ours != organization_id(owner, partition):
            return False
    # The ARN of an organization or of a unit ends with its id.
    places = [*places_of(account_id, partition)]
    return any(
        each.rpartition("/")[2] in places
        if ":organizations:" in each
        else names_account(each, account_id, callers)
        for each in share.principals
    )
