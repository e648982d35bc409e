"""Leases: how phone numbers and sender IDs come into an account, and how they leave it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ...core.clock import now
from ...core.progress import Progress
from ...core.resource import Tag
from ...exceptions import ConflictException, ValidationException
from ..identities.opted_out_numbers import OptOutList
from ..identities.phone_numbers import PhoneNumber
from ..identities.pools import Pool, add_member, check_membership, check_unpooled, get_active_pool
from ..identities.sender_ids import SenderId, check_requestable, get_sender_id
from ..numbers.inventory import Inventory, Offer, Wish, find_offer
from ..registrations.registrations import Registration
from ..reviews.associations import RegistrationAssociations


class Leases(RegistrationAssociations):
    """The operations that request and release."""

    inventory: Inventory

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
        registration = self._registration_for(offer, registration_id)
        if registration is not None:
            self.check_association(registration, number_type, iso_country_code)
        settings: dict[str, Any] = {
            "phone_number": self.inventory.choose(wish),
            "iso_country_code": iso_country_code,
            "message_type": message_type,
            "number_capabilities": list(number_capabilities),
            "number_type": number_type,
            "monthly_leasing_price": offer.monthly_leasing_price,
            "opt_out_list_name": self.store.get(OptOutList, opt_out_list_name or "Default").id,
            "international_sending_enabled": international_sending_enabled,
            "deletion_protection_enabled": deletion_protection_enabled,
        }
        pool = self._pool_for(settings, pool_id) if pool_id else None

        number = self.store.create(PhoneNumber, tags=tags, **settings)
        self.inventory.take(number.phone_number)
        if registration is not None:
            self.add_association(registration, number)
        if pool is not None:
            add_member(pool, number)
        return number

    def release_phone_number(self, *, phone_number_id: str) -> PhoneNumber:
        """Give a number back for good."""
        number = self.store.get(PhoneNumber, phone_number_id)
        if number.status == "DISASSOCIATING":
            # AWS does not tell what this reason is for; that it is for this is a choice.
            raise ValidationException(
                "PHONE_NUMBER_CANNOT_BE_RELEASED", phone_number_id="is being released already"
            )
        if number.deletion_protection_enabled:
            raise ConflictException("DELETION_PROTECTION_ENABLED", number)
        check_unpooled(number)
        self.check_dissociation(number)

        number.status, number.progress = "DISASSOCIATING", Progress()
        answer = replace(number)
        self.dissociate(number)
        # Where nothing delays it, the number is gone and counts for no quota from now on.
        self.store.find(PhoneNumber, number.id)
        return answer

    def request_sender_id(
        self,
        *,
        sender_id: str,
        iso_country_code: str,
        message_types: Sequence[str] = (),
        deletion_protection_enabled: bool = False,
        tags: Sequence[Tag] = (),
    ) -> SenderId:
        """Take a sender ID in a country that asks for no registration."""
        id = f"{sender_id.upper()}/{iso_country_code}"
        existing = self.store.find(SenderId, id)
        if existing is not None:
            raise ConflictException("RESOURCE_ALREADY_EXISTS", existing)
        check_requestable(sender_id, iso_country_code)

        return self.store.create(
            SenderId,
            id=id,
            tags=tags,
            sender_id=sender_id.upper(),
            iso_country_code=iso_country_code,
            # AWS does not publish the default; the narrower type is a choice.
            message_types=list(dict.fromkeys(message_types)) or ["TRANSACTIONAL"],
            deletion_protection_enabled=deletion_protection_enabled,
        )

    def release_sender_id(self, *, sender_id: str, iso_country_code: str) -> SenderId:
        """Give a sender ID back."""
        held = get_sender_id(self.store, sender_id, iso_country_code)
        if held.deletion_protection_enabled:
            raise ConflictException("DELETION_PROTECTION_ENABLED", held)
        if held.pool_ids:
            raise ConflictException("SENDER_ID_ASSOCIATED_TO_POOL", held)
        self.check_dissociation(held)

        answer = replace(held)
        self.dissociate(held)
        self.store.remove(held)
        return answer

    def advance_phone_number(self, number: PhoneNumber) -> bool:
        """Take the next step of a number's life, if there is one."""
        if number.status == "DISASSOCIATING":
            self.store.remove(number)
        elif number.status == "PENDING" and not self._waits_for_registration(number):
            number.status = "ACTIVE"
        return False

    def _waits_for_registration(self, number: PhoneNumber) -> bool:
        offer = find_offer(number.number_type, number.iso_country_code)
        if offer is None or offer.registration_needed is None:
            return False
        if number.registration_id is None:
            return True
        registration = self.store.find(Registration, number.registration_id)
        return registration is None or registration.registration_status != "COMPLETE"

    def _registration_for(self, offer: Offer, registration_id: str | None) -> Registration | None:
        if registration_id is not None:
            return self.store.get(Registration, registration_id)
        if offer.registration_needed == "TO_REQUEST":
            raise ValidationException(
                "MISSING_PARAMETER", registration_id="is needed for this type of number"
            )
        return None

    def _pool_for(self, settings: Mapping[str, Any], pool_id: str) -> Pool:
        pool = get_active_pool(self.store, pool_id)
        # The number is not leased before the last refusal, so a draft of it stands in.
        draft = PhoneNumber(id="", arn="", created_timestamp=now(), **settings)
        try:
            check_membership(self.store, pool, draft)
        except ConflictException as misfit:
            # The number is nobody's yet, so the pool is what the request conflicts with.
            raise ConflictException(misfit.members["Reason"], pool) from None
        return pool
