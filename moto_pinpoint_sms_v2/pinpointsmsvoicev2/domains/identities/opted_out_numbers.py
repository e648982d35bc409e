"""Opted-out numbers: who wants no more messages, list by list."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from ...core.clock import now
from ...core.resource import Resource
from ...core.table import Table


@dataclass(frozen=True, slots=True)
class OptedOutNumber:
    """A number on a list."""

    opt_out_list_arn: str
    opt_out_list_name: str
    opted_out_number: str
    opted_out_timestamp: datetime
    end_user_opted_out: bool


@dataclass(kw_only=True, eq=False)
class OptOutList(Resource):
    """A list of the numbers that want no more messages, all in E.164."""

    kind = "opt-out-list"
    id_member = "name"
    quota = "OPT_OUT_LISTS"

    numbers: Table[OptedOutNumber] = field(default_factory=Table, repr=False)
    removals: dict[str, datetime] = field(default_factory=dict, repr=False)
    """When the account last took a number off, by number."""

    def opts_out(self, number: str) -> bool:
        """Say whether the number is on the list."""
        return number in self.numbers

    def add(self, number: str, by_end_user: bool) -> OptedOutNumber:
        """Opt the number out; an entry that is there stays as it was, which is a choice."""
        entry = self.numbers.get(number)
        if entry is None:
            entry = OptedOutNumber(self.arn, self.id, number, now(), by_end_user)
            self.numbers.put(number, entry)
        return entry

    def remove(self, number: str) -> None:
        """Let the number have messages again."""
        if self.opts_out(number):
            self.numbers.pop(number)
