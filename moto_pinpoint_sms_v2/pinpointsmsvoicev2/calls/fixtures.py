"""Fixtures: what an account is to have before the test begins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..core.plain import Row
from .answers import LoadedAccount
from .declaring import Caller, Source, call, look
from .words import MessageType, NumberCapability, NumberType


class Fixtures(Caller):
    """What a test arranges."""

    @call
    def add_phone_number(
        self,
        *,
        iso_country_code: str,
        number_type: NumberType,
        phone_number: str | None = None,
        phone_number_id: str | None = None,
        number_capabilities: Sequence[NumberCapability] = ("SMS",),
        message_type: MessageType = "TRANSACTIONAL",
        registration_id: str | None = None,
        pool_id: str | None = None,
        **settings: Any,
    ) -> Row:
        """Let the account own a number of any type that AWS leases, ACTIVE at once.

        ``settings`` are other members of DescribePhoneNumbers in snake_case. Return the row that
        DescribePhoneNumbers shows.
        """

    @call
    def add_sender_id(
        self,
        sender_id: str,
        iso_country_code: str,
        *,
        message_types: Sequence[MessageType] = ("TRANSACTIONAL",),
        registered: bool = True,
        registration_id: str | None = None,
        **settings: Any,
    ) -> Row:
        """Let the account own a sender ID, whatever its country asks for first.

        ``settings`` are other members of DescribeSenderIds in snake_case. Return the row that
        DescribeSenderIds shows.
        """

    @look
    def snapshot(
        self,
        *,
        opted_out_numbers: bool = False,
        field_values: bool = False,
        destination_numbers: bool = False,
    ) -> dict[str, Any]:
        """Return the whole state, as JSON can say it: one key per Describe or List answer.

        What tells of people is there on request: who opted out, what registrations say, and the
        real numbers of verified destinations and of overrides, for which made-up ones stand else.
        """

    @call
    def load_account(self, source: Source, *, rewrite_arns: bool = True) -> LoadedAccount:
        """Make everything that a snapshot tells of, or answers of Describe, Get and List do.

        Any part of one will do, in a file or as a mapping. ARNs of the account and Region that it
        was taken in become those of this Simulator's, unless ``rewrite_arns`` is False. Nothing
        is loaded if anything is wrong: a ValueError says where.
        """

    @call
    def use_id(self, resource_type: str, resource_id: str) -> None:
        """Give the next resource of that ResourceType ("registration") this id."""

    @call
    def load_registration_definitions(self, source: Source) -> None:
        """Use the account's own forms: answers of Describe...Definitions, or a file of them."""
