"""Phone numbers: what an account leases to send from.

Their requests and releases are in ``provisioning``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...core.access import Access
from ...core.domain import Domain
from ...core.filters import Filter
from ...core.paging import Rows
from ...exceptions import ConflictException
from ..numbers.message_rates import messaging_limits
from .sharing import SharedResources
from .two_way import TwoWayIdentity, change_two_way

SHORT_CODE = re.compile("[0-9]{3,8}")
"""As short and as long as any country's; not in the digits of other scripts."""


@dataclass(kw_only=True, eq=False)
class PhoneNumber(TwoWayIdentity):
    """A number that the account leases."""

    kind = "phone-number"
    id_prefix = "phone-"
    quota = "PHONE_NUMBERS"
    shareable = True
    filter_attributes = {"number-capability": "number_capabilities"}

    phone_number: str
    status: str = "PENDING"
    iso_country_code: str
    message_type: str
    number_capabilities: list[str]
    number_type: str
    monthly_leasing_price: str
    international_sending_enabled: bool = False
    pool_id: str | None = None
    registration_id: str | None = None
    messaging_limits: Mapping[str, Mapping[str, int]] | None = None
    """The rates that AWS publishes for such numbers, unless it told of this one's."""

    def __post_init__(self) -> None:
        if self.messaging_limits is None:
            self.messaging_limits = messaging_limits(
                self.number_type, self.iso_country_code, tuple(self.number_capabilities)
            )

    @property
    def is_at_rest(self) -> bool:
        """Whether it is leased and stays so."""
        return self.status == "ACTIVE"

    @property
    def alias(self) -> str:
        """The number itself."""
        return self.phone_number

    @property
    def two_way_countries(self) -> Sequence[str]:
        """Its country."""
        return (self.iso_country_code,)


LEAVING = ("DISASSOCIATING", "DELETED")
"""The last statuses of a number, between its release and its end."""


def check_not_released(number: PhoneNumber) -> None:
    """Refuse a number that is on its way out."""
    if number.status in LEAVING:
        raise ConflictException("RESOURCE_NOT_ACTIVE", number)


class PhoneNumbers(Domain):
    """The operations on phone numbers that are leased."""

    access: Access
    shared: SharedResources

    def describe_phone_numbers(
        self,
        *,
        phone_number_ids: Sequence[str] = (),
        filters: Sequence[Filter] = (),
        owner: str | None = None,
    ) -> Rows[PhoneNumber]:
        """List the account's numbers, or those that others share with it."""
        return self.shared.select_owned(
            PhoneNumber,
            "DescribePhoneNumbers",
            owner=owner,
            ids_field="phone_number_ids",
            identifiers=phone_number_ids,
            filters=filters,
        )

    def update_phone_number(
        self,
        *,
        phone_number_id: str,
        two_way_enabled: bool | None = None,
        two_way_channel_arn: str | None = None,
        two_way_channel_role: str | None = None,
        self_managed_opt_outs_enabled: bool | None = None,
        opt_out_list_name: str | None = None,
        international_sending_enabled: bool | None = None,
        deletion_protection_enabled: bool | None = None,
    ) -> PhoneNumber:
        """Change the settings that are given, of a number in no pool."""
        number = self.store.get(PhoneNumber, phone_number_id)
        check_not_released(number)
        if number.pool_id is not None:
            raise ConflictException("PHONE_NUMBER_ASSOCIATED_TO_POOL", number)

        change_two_way(
            number,
            store=self.store,
            access=self.access,
            two_way_enabled=two_way_enabled,
            two_way_channel_arn=two_way_channel_arn,
            two_way_channel_role=two_way_channel_role,
            self_managed_opt_outs_enabled=self_managed_opt_outs_enabled,
            opt_out_list_name=opt_out_list_name,
            deletion_protection_enabled=deletion_protection_enabled,
        )
        if international_sending_enabled is not None:
            number.international_sending_enabled = international_sending_enabled
        return number
