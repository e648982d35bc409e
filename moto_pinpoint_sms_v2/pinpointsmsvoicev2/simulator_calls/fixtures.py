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

        ``ValueError`` for what AWS has not: a type that the country lacks, a number of another
        country, a taken number or id, a pool that is not there.

        >>> row = simulator.add_phone_number(iso_country_code="US", number_type="SHORT_CODE")
        >>> simulator.add_phone_number(
        ...     iso_country_code="GB", number_type="LONG_CODE", deletion_protection_enabled=True
        ... )
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

        ``ValueError`` for a name that can be none, a taken one, or a country without sender IDs.

        >>> simulator.add_sender_id("EXAMPLE", "IN")
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

        >>> simulator.snapshot()["PhoneNumbers"]
        """

    @call
    def load_account(self, source: Source, *, rewrite_arns: bool = True) -> LoadedAccount:
        """Make everything that a snapshot tells of, or answers of Describe, Get and List do.

        Any part of one will do, in a file or as a mapping. ARNs of the account and Region that it
        was taken in become those of this Simulator's, unless ``rewrite_arns`` is False. Nothing
        is loaded if anything is wrong: a ValueError says where.

        >>> simulator.load_account({"OptOutLists": [{"OptOutListName": "Newsletter"}]})
        """

    @call
    def use_id(self, resource_type: str, resource_id: str) -> None:
        """Give the next resource of that ResourceType this id, for an id that a test has to know.

        1 to 64 of A-Z, a-z, 0-9, _ and -; several wait in line. ``ValueError`` if it is taken,
        or callers of the API name such resources themselves.

        >>> simulator.use_id("registration", "registration-1")
        """

    @call
    def load_registration_definitions(self, source: Source) -> None:
        """Use the account's own forms instead of those that are published.

        ``source`` is an answer of DescribeRegistrationTypeDefinitions, ...SectionDefinitions or
        ...FieldDefinitions, a list of such answers, or a file of either: what the AWS CLI prints
        can be loaded as it is. ``ValueError`` says what in it is no form.

        >>> simulator.load_registration_definitions(
        ...     {
        ...         "RegistrationTypeDefinitions": [
        ...             {"RegistrationType": "MY_OWN", "DisplayHints": {"Title": "My own"}}
        ...         ]
        ...     }
        ... )
        """
