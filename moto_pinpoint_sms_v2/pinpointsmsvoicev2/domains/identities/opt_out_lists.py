"""Opt-out lists and the numbers on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from ...core.clock import now
from ...core.domain import Domain
from ...core.filters import Filter, compile_filters
from ...core.paging import ListingOf, Rows
from ...core.resource import Resource, Tag, resource_classes
from ...core.table import Table
from ...exceptions import ConflictException, ResourceNotFoundException, ValidationException
from ..numbers.destinations import parse
from .sharing import SharedResources

_LEAVING = ("DISASSOCIATING", "DELETED", "DELETING")
"""The last statuses of a user that was released or deleted, and is still described."""
_BETWEEN_REMOVALS = timedelta(days=30)


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
    shareable = True

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


class OptOutLists(Domain):
    """The operations on opt-out lists; on its numbers whoever shares a list may act too."""

    shared: SharedResources

    def create_opt_out_list(
        self, *, opt_out_list_name: str, tags: Sequence[Tag] = ()
    ) -> OptOutList:
        """Open an empty list."""
        existing = self.store.find(OptOutList, opt_out_list_name)
        if existing is not None:
            raise ConflictException("RESOURCE_ALREADY_EXISTS", existing)

        return self.store.create(OptOutList, id=opt_out_list_name, tags=tags)

    def describe_opt_out_lists(
        self, *, opt_out_list_names: Sequence[str] = (), owner: str | None = None
    ) -> Rows[OptOutList]:
        """List the account's lists, ``Default`` among them, or those that others share with it."""
        return self.shared.select_owned(
            OptOutList,
            "DescribeOptOutLists",
            owner=owner,
            ids_field="opt_out_list_names",
            identifiers=opt_out_list_names,
        )

    def delete_opt_out_list(self, *, opt_out_list_name: str) -> OptOutList:
        """Delete a list that nothing uses, with the numbers on it."""
        opt_out_list = self.store.get(OptOutList, opt_out_list_name)
        if opt_out_list.id == "Default" or self._is_used(opt_out_list):
            raise ConflictException("RESOURCE_DELETION_NOT_ALLOWED", opt_out_list)

        self.store.remove(opt_out_list)
        return opt_out_list

    def put_opted_out_number(
        self, *, opt_out_list_name: str, opted_out_number: str
    ) -> OptedOutNumber:
        """Opt a number out on the account's behalf."""
        opt_out_list = self._usable(opt_out_list_name, "PutOptedOutNumber")
        number = parse(opted_out_number)
        if not number.is_possible:
            raise ValidationException(
                "CANNOT_ADD_OPTED_OUT_NUMBER", opted_out_number="is no phone number"
            )

        return opt_out_list.add(number.e164, by_end_user=False)

    def describe_opted_out_numbers(
        self,
        *,
        opt_out_list_name: str,
        opted_out_numbers: Sequence[str] = (),
        filters: Sequence[Filter] = (),
    ) -> ListingOf[OptedOutNumber]:
        """List the numbers on a list."""
        opt_out_list = self._usable(opt_out_list_name, "DescribeOptedOutNumbers")
        satisfies = compile_filters(filters)
        if not opted_out_numbers:
            return ListingOf(opt_out_list, opt_out_list.numbers.select(satisfies))

        named = dict.fromkeys(_entry(opt_out_list, number) for number in opted_out_numbers)
        return ListingOf(opt_out_list, [entry for entry in named if satisfies(entry)])

    def delete_opted_out_number(
        self, *, opt_out_list_name: str, opted_out_number: str
    ) -> OptedOutNumber:
        """Take a number off a list, which may be done once in 30 days, whoever does it."""
        opt_out_list = self._usable(opt_out_list_name, "DeleteOptedOutNumber")
        entry = _entry(opt_out_list, opted_out_number)
        number = entry.opted_out_number
        removed = opt_out_list.removals.get(number)
        if removed is not None and now() - removed < _BETWEEN_REMOVALS:
            raise ValidationException(
                "PHONE_NUMBER_CANNOT_BE_OPTED_IN",
                opted_out_number="was taken off less than 30 days ago",
            )

        opt_out_list.remove(number)
        opt_out_list.removals[number] = now()
        # The model calls this member of the answer the time of the removal.
        return replace(entry, opted_out_timestamp=now())

    def _usable(self, opt_out_list_name: str, operation: str) -> OptOutList:
        return self.shared.own_or_shared(OptOutList, opt_out_list_name, operation)

    def _is_used(self, opt_out_list: OptOutList) -> bool:
        # Whatever has a list: numbers, pools and agents, which stand on lists and not below them.
        users: Iterator[Any] = (
            user
            for cls in resource_classes()
            if cls is not OptOutList and hasattr(cls, "opt_out_list_name")
            for user in self.store.all(cls)
        )
        return any(
            user.opt_out_list_name == opt_out_list.id and user.status not in _LEAVING
            for user in users
        )


def _entry(opt_out_list: OptOutList, number: str) -> OptedOutNumber:
    e164 = parse(number).e164
    entry = opt_out_list.numbers.get(e164)
    if entry is None:
        raise ResourceNotFoundException("opted-out-number", e164)
    return entry
