"""Requests of phone numbers: how they come into an account, until they are ACTIVE."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...core.clock import now
from ...core.domain import Domain, step_of
from ...core.resource import Tag
from ...core.store import Store
from ...exceptions import ConflictException, ValidationException
from ..identities.opt_out_lists import OptOutList
from ..identities.phone_numbers import PhoneNumber
from ..identities.pools import (
    Pool,
    add_member,
    check_membership,
    get_active_pool,
    settings_of,
)
from ..numbers.inventory import Inventory, Offer, Wish, find_offer
from ..registrations.registrations import Registration
from ..reviews.associations import RegistrationAssociations
from ..reviews.ten_dlc_forms import campaign_capabilities


class PhoneNumberRequests(Domain):
    """The operation that requests phone numbers."""

    inventory: Inventory
    associations: RegistrationAssociations

    def request_phone_number(
        self,
        *,
        iso_country_code: str,
        message_type: str,
        number_capabilities: Sequence[str],
        number_type: str,
        opt_out_list_name: str | None = None,
        pool_id: str | None = None,
        registration_id: str | None = None,
        number_preference: Sequence[Mapping[str, Any]] = (),
        international_sending_enabled: bool = False,
        deletion_protection_enabled: bool = False,
        tags: Sequence[Tag] = (),
    ) -> PhoneNumber:
        """Lease a number that fits, for a registration and into a pool if they are named."""
        wish = Wish(
            number_type, iso_country_code, number_capabilities, message_type, number_preference
        )
        offer = wish.find_offer()
        registration = registration_for(self.store, offer, registration_id)
        if registration is not None:
            self.associations.check_association(registration, number_type, iso_country_code)
        settings: dict[str, Any] = {
            "phone_number": self.inventory.choose(wish),
            "iso_country_code": iso_country_code,
            "message_type": message_type,
            "number_capabilities": campaign_capabilities(registration)
            or list(dict.fromkeys(number_capabilities)),
            "number_type": number_type,
            "monthly_leasing_price": offer.monthly_leasing_price,
            "opt_out_list_name": self.store.get(OptOutList, opt_out_list_name or "Default").id,
            "international_sending_enabled": international_sending_enabled,
            "deletion_protection_enabled": deletion_protection_enabled,
        }
        pool = get_active_pool(self.store, pool_id) if pool_id else None
        if pool is not None:
            settings |= _taken_from(pool, opt_out_list_name) | {"status": "ASSOCIATING"}
            self._check_pool(pool, settings)

        number = self.store.create(PhoneNumber, tags=tags, **settings)
        self.inventory.take(number.phone_number)
        if registration is not None:
            self.associations.add_association(registration, number)
        if pool is not None:
            add_member(pool, number)
        return number

    @step_of(PhoneNumber)
    def advance_phone_number(self, number: PhoneNumber) -> bool:
        """Take the next step of a number's life, if there is one; the last is its release."""
        if number.status == "DISASSOCIATING":
            # That it is seen as DELETED before it is gone, where that takes a while, is a choice.
            number.status = "DELETED"
            return True
        if number.status == "DELETED":
            self.store.remove(number)
        elif number.status in ("ASSOCIATING", "PENDING"):
            waits = self._waits_for_registration(number)
            number.status = "PENDING" if waits else "ACTIVE"
        return False

    def _waits_for_registration(self, number: PhoneNumber) -> bool:
        offer = find_offer(number.number_type, number.iso_country_code)
        if offer is None or offer.registration_needed is None:
            return False
        if number.registration_id is None:
            return True
        registration = self.store.find(Registration, number.registration_id)
        return registration is None or registration.registration_status != "COMPLETE"

    def _check_pool(self, pool: Pool, settings: Mapping[str, Any]) -> None:
        # The number is not leased before the last refusal, so a draft of it stands in.
        draft = PhoneNumber(id="", arn="", created_timestamp=now(), **settings)
        try:
            check_membership(self.store, pool, draft)
        except ConflictException as misfit:
            # The number is nobody's yet, so the pool is what the request conflicts with.
            raise ConflictException(misfit.members["Reason"], pool) from None


def _taken_from(pool: Pool, opt_out_list_name: str | None) -> dict[str, Any]:
    """Return what a new number has from its pool: the request has no members for most of it."""
    shared = settings_of(pool)
    if opt_out_list_name is not None:
        del shared["opt_out_list_name"]
    return shared


def registration_for(
    store: Store, offer: Offer, registration_id: str | None
) -> Registration | None:
    """Return the registration that is named, or refuse that none is where one is needed."""
    if registration_id is not None:
        return store.get(Registration, registration_id)
    if offer.registration_needed == "TO_REQUEST":
        raise ValidationException(
            "MISSING_PARAMETER", registration_id="is needed for this type of number"
        )
    return None
