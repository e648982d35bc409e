"""The life of a pool: open, describe, change, close."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...core.domain import Domain
from ...core.filters import Filter
from ...core.progress import Progress
from ...core.resource import Tag
from ...core.table import Selection
from ...exceptions import ConflictException
from ..notify.configurations import NotifyConfiguration
from .keyword_matching import keyword_table
from .origination_identities import Member, get_member
from .pools import (
    Pool,
    add_member,
    check_message_type,
    check_ready,
    check_unpooled,
    get_active_pool,
    remove_member,
)
from .sender_ids import SenderId
from .sharing import select_owned
from .two_way import change_two_way


class Pools(Domain):
    """The operations on pools."""

    def create_pool(
        self,
        *,
        origination_identity: str,
        message_type: str,
        iso_country_code: str | None = None,
        deletion_protection_enabled: bool = False,
        tags: Sequence[Tag] = (),
    ) -> Pool:
        """Open a pool with its first member, whose settings it takes over."""
        identity = get_member(self.store, origination_identity, iso_country_code)
        check_ready(identity)
        check_unpooled(identity)
        check_message_type(message_type, identity)

        pool = self.store.create(
            Pool,
            tags=tags,
            message_type=message_type,
            deletion_protection_enabled=deletion_protection_enabled,
            **_inherited(identity),
        )
        add_member(pool, identity)
        return pool

    def describe_pools(
        self,
        *,
        pool_ids: Sequence[str] = (),
        filters: Sequence[Filter] = (),
        owner: str | None = None,
    ) -> Selection[Pool]:
        """List the account's pools."""
        return select_owned(
            self.store,
            Pool,
            owner=owner,
            ids_field="pool_ids",
            identifiers=pool_ids,
            filters=filters,
        )

    def update_pool(
        self,
        *,
        pool_id: str,
        two_way_enabled: bool | None = None,
        two_way_channel_arn: str | None = None,
        two_way_channel_role: str | None = None,
        self_managed_opt_outs_enabled: bool | None = None,
        opt_out_list_name: str | None = None,
        shared_routes_enabled: bool | None = None,
        deletion_protection_enabled: bool | None = None,
    ) -> Pool:
        """Change the settings that are given; those of the members stay their own."""
        pool = get_active_pool(self.store, pool_id)

        change_two_way(
            pool,
            store=self.store,
            two_way_enabled=two_way_enabled,
            two_way_channel_arn=two_way_channel_arn,
            two_way_channel_role=two_way_channel_role,
            self_managed_opt_outs_enabled=self_managed_opt_outs_enabled,
            opt_out_list_name=opt_out_list_name,
            deletion_protection_enabled=deletion_protection_enabled,
        )
        if shared_routes_enabled is not None:
            pool.shared_routes_enabled = shared_routes_enabled
        return pool

    def delete_pool(self, *, pool_id: str) -> Pool:
        """Let all members go and close the pool."""
        pool = get_active_pool(self.store, pool_id)
        if pool.deletion_protection_enabled:
            raise ConflictException("DELETION_PROTECTION_ENABLED", pool)
        if any(each.pool_id == pool.id for each in self.store.all(NotifyConfiguration)):
            raise ConflictException("POOL_ASSOCIATED_TO_NOTIFY_CONFIGURATION", pool)

        for member in pool.members:
            remove_member(pool, member)
        pool.status, pool.progress = "DELETING", Progress()
        # Where nothing delays it, the pool is gone and counts for no quota from now on.
        self.store.find(Pool, pool.id)
        return pool

    def advance_pool(self, pool: Pool) -> bool:
        """Take the next step of a pool's life, if there is one."""
        if pool.status == "CREATING":
            pool.status = "ACTIVE"
            return True
        if pool.status == "DELETING":
            self.store.remove(pool)
        return False


def _inherited(identity: Member) -> dict[str, Any]:
    """Return the settings that a pool takes over from its first member."""
    if isinstance(identity, SenderId):
        return {}
    return {
        "two_way_enabled": identity.two_way_enabled,
        "two_way_channel_arn": identity.two_way_channel_arn,
        "two_way_channel_role": identity.two_way_channel_role,
        "self_managed_opt_outs_enabled": identity.self_managed_opt_outs_enabled,
        "opt_out_list_name": identity.opt_out_list_name,
        "keywords": keyword_table(identity.keywords),
    }
