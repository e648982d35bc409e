"""Sender IDs: a name in place of a number."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ...core.domain import Domain
from ...core.filters import Filter
from ...core.resource import Resource
from ...core.store import Store
from ...core.table import Selection
from ...data import load
from ...exceptions import ResourceNotFoundException, ValidationException
from ..numbers.destinations import countries
from ..numbers.message_rates import messaging_limits
from ..registrations.published_forms import countries_of
from .sharing import select_owned


@dataclass(kw_only=True, eq=False)
class SenderId(Resource):
    """A sender ID in one country; the same word in two countries is two resources."""

    kind = "sender-id"
    quota = "SENDER_IDS"
    shareable = True
    filter_attributes = {"message-type": "message_types"}

    sender_id: str
    iso_country_code: str
    message_types: list[str]
    monthly_leasing_price: str = "0.00"
    deletion_protection_enabled: bool = False
    registered: bool = False
    registration_id: str | None = None
    number_capabilities: list[str] = field(default_factory=lambda: ["SMS"])
    pool_ids: set[str] = field(default_factory=set, repr=False)
    """The pools it is in; a number or an agent can be in one only."""
    messaging_limits: Mapping[str, Mapping[str, int]] | None = None
    """The rate that AWS publishes for sender IDs, unless it told of this one's."""

    def __post_init__(self) -> None:
        if self.messaging_limits is None:
            self.messaging_limits = messaging_limits(
                "SENDER_ID", self.iso_country_code, tuple(self.number_capabilities)
            )

    @property
    def alias(self) -> str:
        """The sender ID in capitals, with its country."""
        return f"{self.sender_id.upper()}/{self.iso_country_code}"

    @property
    def resource_id(self) -> str:
        """The sender ID itself, without its country."""
        return self.sender_id

    @property
    def origination_identity(self) -> str:
        """The id by which operations on any identity name it."""
        return self.sender_id

    @property
    def origination_identity_arn(self) -> str:
        """The ARN by which operations on any identity name it."""
        return self.arn


# The model's pattern also has the underscore, its words do not.
_WORD = re.compile(r"(?!-)(?=.*[A-Za-z])[A-Za-z0-9-]+(?<!-)")


def check_word(sender_id: str, iso_country_code: str) -> None:
    """Refuse a sender ID that nobody may have in the country."""
    if _WORD.fullmatch(sender_id) is None:
        raise ValidationException(
            "INVALID_PARAMETER",
            sender_id="must have a letter, no underscore, and no hyphen at either end",
        )
    if iso_country_code not in countries():
        raise ValidationException("INVALID_PARAMETER", iso_country_code="is no country")
    if iso_country_code in load("countries")["sender_id_not_supported"]:
        raise ValidationException("SENDER_ID_NOT_SUPPORTED", iso_country_code="has no sender IDs")
    if iso_country_code == "FR" and "-" in sender_id:
        # Since 2026-03-01, as AWS's list of countries says; the reason is a choice.
        raise ValidationException("INVALID_PARAMETER", sender_id="has no hyphen in France")


def must_be_registered(iso_country_code: str) -> bool:
    """Say whether a sender ID of that country comes by a registration only.

    AWS's tables ask for one wherever there is a form. That GB does not is a choice: the acceptance
    tests of Terraform's provider, which run against AWS, request one there without.
    """
    return iso_country_code != "GB" and iso_country_code in countries_of("sender_ids")


def check_requestable(sender_id: str, iso_country_code: str) -> None:
    """Refuse a sender ID that nobody may have, or not without a registration."""
    check_word(sender_id, iso_country_code)
    if must_be_registered(iso_country_code):
        raise ValidationException(
            "SENDER_ID_REQUIRES_REGISTRATION", sender_id="must be registered in the country"
        )


def may_be_unregistered(iso_country_code: str) -> bool:
    """Say whether a country has sender IDs that nobody registered."""
    without = load("countries")["sender_id_not_supported"]
    return iso_country_code not in without and not must_be_registered(iso_country_code)


def get_sender_id(
    store: Store, sender_id: str, iso_country_code: str, *, path: str = ""
) -> SenderId:
    """Return the country's sender ID of that name, in any letter case, or ARN.

    ``path`` is where in the request the two are named.
    """
    start, kind, name = sender_id.rpartition(f"{SenderId.kind}/")
    name = name.upper() if kind else f"{name.upper()}/{iso_country_code}"
    if not name.endswith(f"/{iso_country_code}"):
        raise ValidationException(
            "COUNTRY_CODE_MISMATCH", {f"{path}isoCountryCode": "is not the one of the ARN"}
        )
    held = store.find(SenderId, start + kind + name)
    if held is None:
        raise ResourceNotFoundException(SenderId, sender_id)
    return held


class SenderIds(Domain):
    """The operations on sender IDs that are held."""

    def describe_sender_ids(
        self,
        *,
        sender_ids: Sequence[Mapping[str, str]] = (),
        filters: Sequence[Filter] = (),
        owner: str | None = None,
    ) -> Selection[SenderId]:
        """List the account's sender IDs."""
        named = [
            get_sender_id(
                self.store, each["SenderId"], each["IsoCountryCode"], path=f"senderIds[{index}]."
            )
            for index, each in enumerate(sender_ids)
        ]

        return select_owned(
            self.store,
            SenderId,
            owner=owner,
            ids_field="sender_ids",
            identifiers=[each.id for each in named],
            filters=[_in_capitals(each) for each in filters],
        )

    def update_sender_id(
        self,
        *,
        sender_id: str,
        iso_country_code: str,
        deletion_protection_enabled: bool | None = None,
    ) -> SenderId:
        """Change the deletion protection, if it is given."""
        held = get_sender_id(self.store, sender_id, iso_country_code)

        if deletion_protection_enabled is not None:
            held.deletion_protection_enabled = deletion_protection_enabled
        return held


def _in_capitals(each: Filter) -> Filter:
    """Return a filter by sender ID as sender IDs are stored."""
    if each["Name"] != "sender-id":
        return each
    return {"Name": each["Name"], "Values": [value.upper() for value in each["Values"]]}
