"""What a registration is for, and what it stands on."""

from __future__ import annotations

from collections.abc import Sequence

from ...core.domain import Domain
from ...core.filters import Filter, compile_filters
from ...core.paging import ListingOf
from ...core.resource import Resource
from ...exceptions import ConflictException, ResourceNotFoundException, ValidationException
from ..identities.phone_numbers import PhoneNumber
from ..identities.rcs_agents import RcsAgent
from ..identities.sender_ids import SenderId
from ..registrations.definitions import RegistrationDefinitions
from ..registrations.registrations import Association, Registration, Registrations
from .ten_dlc_forms import CAMPAIGN

Associable = PhoneNumber | RcsAgent | Registration | SenderId


class RegistrationAssociations(Domain):
    """The operations on associations, and their rules for whoever requests."""

    definitions: RegistrationDefinitions
    registrations: Registrations

    def create_registration_association(
        self, *, registration_id: str, resource_id: str
    ) -> Association:
        """Associate a number, an RCS agent or a brand with a registration."""
        registration = self.store.get(Registration, registration_id)
        resource = self._associable(resource_id)
        if resource.arn in registration.associations:
            raise ConflictException("RESOURCE_ALREADY_ASSOCIATED", resource)
        self.check_association(
            registration, resource_type(resource), _country(resource), parameter="resource_id"
        )
        self._check_free(registration, resource)

        return self.add_association(registration, resource)

    def list_registration_associations(
        self, *, registration_id: str, filters: Sequence[Filter] = ()
    ) -> ListingOf[Association]:
        """List what a registration is associated with."""
        registration = self.store.get(Registration, registration_id)

        return ListingOf(registration, registration.associations.select(compile_filters(filters)))

    def check_association(
        self,
        registration: Registration,
        resource_type: str,
        iso_country_code: str | None,
        *,
        parameter: str = "registration_id",
    ) -> None:
        """Refuse what the registration's type does not take, or does not take now, or no more."""
        self.check_supported(registration, resource_type, iso_country_code, parameter=parameter)
        self._check_quotas(registration)

    def check_supported(
        self,
        registration: Registration,
        resource_type: str,
        iso_country_code: str | None,
        *,
        parameter: str = "registration_id",
    ) -> None:
        """Refuse what the registration's type does not take, or does not take now.

        ``parameter`` is what the caller named the wrong thing in.
        """
        form = self.definitions.form(registration.registration_type)
        supported = form.supported(resource_type, iso_country_code)
        behavior = supported.get("AssociationBehavior", "ASSOCIATE_ON_APPROVAL")
        if behavior == "ASSOCIATE_ON_APPROVAL":
            raise ValidationException(
                "INVALID_REGISTRATION_ASSOCIATION",
                **{parameter: f"{registration.registration_type} takes no {resource_type}"},
            )
        after_complete = behavior == "ASSOCIATE_AFTER_COMPLETE"
        if after_complete and registration.registration_status != "COMPLETE":
            raise ConflictException("REGISTRATION_NOT_COMPLETE", registration)
        if not after_complete and registration.draft is None:
            raise ConflictException("REGISTRATION_ALREADY_SUBMITTED", registration)

    def add_association(self, registration: Registration, resource: Associable) -> Association:
        """Associate the two; the rules were checked."""
        association = Association(
            registration_arn=registration.arn,
            registration_id=registration.id,
            registration_type=registration.registration_type,
            resource_arn=resource.arn,
            resource_id=resource.resource_id,
            resource_type=resource_type(resource),
            iso_country_code=_country(resource),
            phone_number=getattr(resource, "phone_number", None),
        )
        registration.associations.put(resource.arn, association)
        if isinstance(resource, (PhoneNumber, SenderId)):
            resource.registration_id = registration.id
        else:
            resource.registration_ids.append(registration.id)
        return association

    def _associable(self, identifier: str) -> Associable:
        kinds: Sequence[type[Associable]] = (PhoneNumber, RcsAgent, Registration, SenderId)
        for cls in kinds:
            resource = self.store.find(cls, identifier)
            if resource is not None:
                return resource
        named = next((cls for cls in kinds if _names(cls, identifier)), PhoneNumber)
        elsewhere = identifier.startswith("arn:") and f":{self.account_id}:" in identifier
        if elsewhere and named is PhoneNumber and not identifier.startswith(self.store.arn_prefix):
            raise ConflictException(
                "PHONE_NUMBER_NOT_IN_REGISTRATION_REGION", PhoneNumber.kind, identifier
            )
        raise ResourceNotFoundException(named.kind, identifier)

    def _check_quotas(self, registration: Registration) -> None:
        associated = list(registration.associations)
        numbers = sum(each.phone_number is not None for each in associated)
        self.store.limits.check("PHONE_NUMBERS_PER_REGISTRATION", numbers)
        self.store.limits.check("ASSOCIATIONS_PER_REGISTRATION", len(associated))

    def _check_free(self, registration: Registration, resource: Associable) -> None:
        if isinstance(resource, (PhoneNumber, SenderId)):
            if resource.registration_id is not None:
                raise ConflictException("PHONE_NUMBER_ASSOCIATED_TO_REGISTRATION", resource)
        elif isinstance(resource, Registration):
            if resource.registration_status != "COMPLETE":
                raise ConflictException("REGISTRATION_NOT_COMPLETE", resource)
            if registration.registration_type == CAMPAIGN:
                # AWS's guide tells the number; the reason of the refusal is a choice.
                campaigns = self._types_of(resource).count(CAMPAIGN)
                self.store.limits.check(
                    "CAMPAIGNS_PER_BRAND", campaigns, reason="ASSOCIATIONS_PER_REGISTRATION"
                )
        elif registration.registration_type in self._types_of(resource):
            raise ConflictException("RCS_AGENT_ALREADY_ASSOCIATED_TO_REGISTRATION_TYPE", resource)

    def _types_of(self, resource: RcsAgent | Registration) -> list[str]:
        """Return the types of the registrations that stand on an agent or a brand."""
        registrations = (self.store.find(Registration, each) for each in resource.registration_ids)
        return [each.registration_type for each in registrations if each is not None]


def resource_type(resource: Associable) -> str:
    """Return how a registration's form calls the kind of resource."""
    if isinstance(resource, PhoneNumber):
        return resource.number_type
    if isinstance(resource, Registration):
        return resource.registration_type
    return "RCS_AGENT" if isinstance(resource, RcsAgent) else "SENDER_ID"


def _country(resource: Associable) -> str | None:
    """Return the country of a number or sender ID; a brand and an agent have none."""
    return resource.iso_country_code if isinstance(resource, (PhoneNumber, SenderId)) else None


def _names(cls: type[Resource], identifier: str) -> bool:
    """Say whether an id or ARN has the form of that kind."""
    return identifier.startswith(cls.id_prefix or f"{cls.kind}/") or f":{cls.kind}/" in identifier
