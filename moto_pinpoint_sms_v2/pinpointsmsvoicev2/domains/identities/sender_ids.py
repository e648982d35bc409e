"""Sender IDs: a name in place of a number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ...core.domain import Domain
from ...core.filters import Filter
from ...core.paging import Rows
from ...core.resource import Resource
from ...core.store import Store
from ...exceptions import ResourceNotFoundException, ValidationException
from ..numbers.message_rates import messaging_limits
from .sharing import SharedResources


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


def get_sender_id(store: Store, sender_id: str, iso_country_code: str) -> SenderId:
    """Return the country's sender ID of that name, in any letter case, or ARN."""
    held = store.find(SenderId, _id_or_arn(sender_id, iso_country_code))
    if held is None:
        raise ResourceNotFoundException(SenderId, sender_id)
    return held


def _id_or_arn(sender_id: str, iso_country_code: str, *, path: str = "") -> str:
    """Return what a sender ID and its country are called; ``path`` is where in the request."""
    start, kind, name = sender_id.rpartition(f"{SenderId.kind}/")
    name = name.upper() if kind else f"{name.upper()}/{iso_country_code}"
    if not name.endswith(f"/{iso_country_code}"):
        raise ValidationException(
            "COUNTRY_CODE_MISMATCH", {f"{path}isoCountryCode": "is not the one of the ARN"}
        )
    return start + kind + name


class SenderIds(Domain):
    """The operations on sender IDs that are held."""

    shared: SharedResources

    def describe_sender_ids(
        self,
        *,
        sender_ids: Sequence[Mapping[str, str]] = (),
        filters: Sequence[Filter] = (),
        owner: str | None = None,
    ) -> Rows[SenderId]:
        """List the account's sender IDs, or those that others share with it."""
        named = [self._named(each, f"senderIds[{index}].") for index, each in enumerate(sender_ids)]

        return self.shared.select_owned(
            SenderId,
            "DescribeSenderIds",
            owner=owner,
            ids_field="sender_ids",
            identifiers=[each.arn for each in named],
            filters=[_in_capitals(each) for each in filters],
        )

    def _named(self, each: Mapping[str, str], path: str) -> SenderId:
        name = _id_or_arn(each["SenderId"], each["IsoCountryCode"], path=path)
        shared = self.shared.find_shared(SenderId, name, "DescribeSenderIds")
        return shared or get_sender_id(self.store, each["SenderId"], each["IsoCountryCode"])

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
