"""Opt-out lists and the numbers on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..core.domain import Domain
from ..core.resource import Resource, Tag
from ..exceptions import ConflictException


@dataclass(kw_only=True, eq=False)
class OptOutList(Resource):
    """A list of the numbers that want no more messages."""

    kind = "opt-out-list"
    id_member = "name"
    quota = "OPT_OUT_LISTS"


class OptOutLists(Domain):
    """The operations on opt-out lists."""

    def create_opt_out_list(
        self, *, opt_out_list_name: str, tags: Sequence[Tag] = ()
    ) -> OptOutList:
        """Open an empty list."""
        existing = self.store.find(OptOutList, opt_out_list_name)
        if existing is not None:
            raise ConflictException("RESOURCE_ALREADY_EXISTS", existing)

        return self.store.create(OptOutList, id=opt_out_list_name, tags=tags)

    def describe_opt_out_lists(
        self, *, opt_out_list_names: Sequence[str] = (), owner: str = "SELF"
    ) -> Any:
        """List the account's lists."""
        return self.store.select(OptOutList, identifiers=opt_out_list_names)
