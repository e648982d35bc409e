"""What a test's account owns already: numbers and sender IDs that no call of the API can get."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from moto.moto_api._internal import mock_random

from ...core.domain import Domain
from ...core.words import hint
from ..identities.keyword_matching import keyword_table
from ..identities.phone_numbers import SHORT_CODE, PhoneNumber
from ..identities.pools import Pool, add_member, check_membership, get_active_pool
from ..identities.sender_id_countries import check_word
from ..identities.sender_ids import SenderId
from ..identities.two_way import change_two_way
from ..numbers.destinations import parse
from ..numbers.inventory import Inventory, Wish
from ..registrations.forms import RegistrationTypeDefinition
from ..registrations.published_forms import published_type
from ..registrations.registrations import Association, Registration
from ..reviews.associations import resource_type
from .answers import listing_of, members_of, reader, row_shape, tell
from .number_types import check_could_exist
from .prices import price_of
from .rows import resource_of

_SHARED_WITH_A_POOL = (
    "two_way_enabled",
    "two_way_channel_arn",
    "two_way_channel_role",
    "self_managed_opt_outs_enabled",
    "opt_out_list_name",
)
_SHORT_CODES = (20_000, 999_999)


class GivenIdentities(Domain):
    """The verbs that give an account numbers and sender IDs."""

    inventory: Inventory
    registration_types: dict[str, RegistrationTypeDefinition]

    def add_phone_number(
        self,
        *,
        iso_country_code: str,
        number_type: str,
        phone_number: str | None = None,
        phone_number_id: str | None = None,
        number_capabilities: Sequence[str] = ("SMS",),
        message_type: str = "TRANSACTIONAL",
        registration_id: str | None = None,
        pool_id: str | None = None,
        **settings: Any,
    ) -> dict[str, Any]:
        """Let the account own a number of any type that AWS leases, ACTIVE at once."""
        row = _row(
            "DescribePhoneNumbers",
            {
                **settings,
                "iso_country_code": iso_country_code,
                "number_type": number_type,
                "phone_number": phone_number,
                "phone_number_id": phone_number_id,
                "number_capabilities": list(dict.fromkeys(number_capabilities)),
                "message_type": message_type,
            },
        )
        check_could_exist(number_type, iso_country_code, number_capabilities)
        row["PhoneNumber"] = self._free_number(row)
        registration = self._registration(registration_id, number_type, iso_country_code)
        pool = None if pool_id is None else get_active_pool(self.store, pool_id)
        with self.store.lending_ids():
            number = self._number(row, pool, settings)

        self.store.add(number)
        self.inventory.take(number.phone_number)
        if registration is not None:
            associate(registration, number)
        if pool is not None:
            add_member(pool, number)
        return _shown("DescribePhoneNumbers", number)

    def add_sender_id(
        self,
        sender_id: str,
        iso_country_code: str,
        *,
        message_types: Sequence[str] = ("TRANSACTIONAL",),
        registered: bool = True,
        registration_id: str | None = None,
        **settings: Any,
    ) -> dict[str, Any]:
        """Let the account own a sender ID, whatever its country asks for first."""
        row = _row(
            "DescribeSenderIds",
            {
                **settings,
                "sender_id": sender_id.upper(),
                "iso_country_code": iso_country_code,
                "message_types": list(message_types),
                "registered": registered,
            },
        )
        check_word(sender_id, iso_country_code)
        if not message_types:
            raise ValueError("message_types must name one at least")
        id = f"{sender_id.upper()}/{iso_country_code}"
        if self.store.find(SenderId, id) is not None:
            raise ValueError(f"the account has the sender ID {id} already")
        registration = self._registration(registration_id, "SENDER_ID", iso_country_code)

        held = resource_of(SenderId, row, "", self.store, id=id)
        self.store.add(held)
        if registration is not None:
            associate(registration, held)
        return _shown("DescribeSenderIds", held)

    def _number(
        self, row: Mapping[str, Any], pool: Pool | None, settings: Mapping[str, Any]
    ) -> PhoneNumber:
        """Return the number, ready to be added; of a pool's settings it has what is not given."""
        two_way = {name: settings[name] for name in _SHARED_WITH_A_POOL if name in settings}
        if pool is not None:
            two_way = {name: getattr(pool, name) for name in _SHARED_WITH_A_POOL} | two_way
        known = members_of("DescribePhoneNumbers")
        left = {
            member: value
            for member, value in row.items()
            if member not in {known[name] for name in _SHARED_WITH_A_POOL}
        }
        number = resource_of(
            PhoneNumber,
            left,
            "",
            self.store,
            status="ACTIVE",
            monthly_leasing_price=price_of(row["NumberType"], row["IsoCountryCode"]),
        )
        if self.store.find(PhoneNumber, number.id) is not None:
            raise ValueError(f"the account has a number of the id {number.id} already")
        # A test's own account has roles that moto does not know.
        change_two_way(number, store=self.store, access=None, **two_way)
        if pool is not None:
            number.keywords = keyword_table(pool.keywords)
            check_membership(self.store, pool, number)
        return number

    def _free_number(self, row: Mapping[str, Any]) -> str:
        """Return the number that is wanted, or any; refused where it is taken or no number."""
        wanted: str | None = row.get("PhoneNumber")
        country, short = row["IsoCountryCode"], row["NumberType"] == "SHORT_CODE"
        if wanted is None:
            if short:
                return self._free_short_code()
            return self.inventory.choose(Wish(row["NumberType"], country, ["SMS"]))
        if short:
            if SHORT_CODE.fullmatch(wanted) is None:
                raise ValueError(f"{wanted} is no short code: it has 3 to 8 digits")
            number = wanted
        else:
            parsed = parse(wanted)
            if not parsed.is_possible or parsed.iso_country_code != country:
                raise ValueError(f"{wanted} is not a phone number of {country}")
            number = parsed.e164
        if self.store.find_alias(PhoneNumber, number) is not None:
            raise ValueError(f"the account has the number {number} already")
        return number

    def _free_short_code(self) -> str:
        while True:
            code = str(mock_random.randint(*_SHORT_CODES))
            if self.store.find_alias(PhoneNumber, code) is None:
                return code

    def _registration(
        self, registration_id: str | None, resource_type: str, iso_country_code: str
    ) -> Registration | None:
        """Return the registration that is named; refused where its type is not for such a thing."""
        if registration_id is None:
            return None
        registration = self.store.get(Registration, registration_id)
        name = registration.registration_type
        form = self.registration_types.get(name) or published_type(name)
        if form is None or not form.supported(resource_type, iso_country_code):
            raise ValueError(f"a {name} is not for a {resource_type} in {iso_country_code}")
        return registration


def associate(registration: Registration, identity: PhoneNumber | SenderId) -> None:
    """Tie a number or a sender ID to its registration, whatever the registration's state."""
    identity.registration_id = registration.id
    registration.associations.put(
        identity.arn,
        Association(
            registration_arn=registration.arn,
            registration_id=registration.id,
            registration_type=registration.registration_type,
            resource_arn=identity.arn,
            resource_id=identity.resource_id,
            resource_type=resource_type(identity),
            iso_country_code=identity.iso_country_code,
            phone_number=getattr(identity, "phone_number", None),
        ),
    )


def _row(operation_name: str, settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return the row that settings in snake_case speak of; ValueError for what it cannot have."""
    known = members_of(operation_name)
    # The ARN follows from the id; a pool and a registration are looked up.
    taken = [name for name in known if name not in ("phone_number_arn", "sender_id_arn")]
    for name in settings:
        if name not in taken:
            meant = hint(name, taken) or f", but {', '.join(taken)}"
            raise ValueError(f"{operation_name} shows no {name}{meant}")
    given = {known[name]: value for name, value in settings.items() if value is not None}
    row: dict[str, Any] = reader(row_shape(operation_name))(given, "", set())
    return row


def _shown(operation_name: str, resource: Any) -> dict[str, Any]:
    """Return the row that the operation shows of a resource."""
    (shown,) = listing_of(operation_name).serialize([resource])
    row: dict[str, Any] = tell(row_shape(operation_name), shown)
    return row
