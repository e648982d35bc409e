"""The backend of one account and Region: its state on one page, its operations by domain."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from threading import RLock
from typing import Any

from moto.core.base_backend import BackendDict, BaseBackend
from moto.moto_api import state_manager

from .core.contract import SERVICE_NAME
from .core.faults import Faults
from .core.idempotency import Tokens
from .core.recent import Recent
from .core.store import Store
from .core.usage import tell
from .domains.account import Account
from .domains.account_attributes import AccountAttributes
from .domains.available_phone_numbers import AvailablePhoneNumbers
from .domains.carrier_lookup import CarrierLookups
from .domains.configuration_sets import ConfigurationSets
from .domains.conversations import Conversations
from .domains.event_destinations import EventDestinations
from .domains.inventory import Inventory
from .domains.keywords import Keywords
from .domains.leases import Leases
from .domains.media_messages import MediaMessages
from .domains.message_feedback import MessageFeedbacks
from .domains.messages import MessageLog
from .domains.notify_configurations import NotifyConfiguration, NotifyConfigurations
from .domains.notify_countries import NotifyCountries
from .domains.notify_messages import NotifyMessages
from .domains.notify_templates import NotifyTemplates
from .domains.notify_tiers import NotifyTiers, TierUpgrade
from .domains.opt_out_lists import OptOutList, OptOutLists
from .domains.outcomes import Outcomes
from .domains.phone_numbers import PhoneNumber, PhoneNumbers
from .domains.pool_lifecycle import Pools
from .domains.pool_memberships import PoolMemberships
from .domains.pools import Pool
from .domains.protect_configurations import ProtectConfigurations
from .domains.protect_country_rules import ProtectCountryRules
from .domains.rcs_agents import RcsAgent, RcsAgents
from .domains.rcs_messages import RcsMessages
from .domains.registration_associations import RegistrationAssociations
from .domains.registration_attachments import RegistrationAttachment, RegistrationAttachments
from .domains.registration_definitions import RegistrationDefinitions
from .domains.registration_field_values import RegistrationFieldValues
from .domains.registration_forms import RegistrationTypeDefinition
from .domains.registration_versions import RegistrationVersions
from .domains.registrations import Registration, Registrations
from .domains.resource_policies import ResourcePolicies
from .domains.review_desk import ReviewDesk
from .domains.rule_set_number_overrides import RuleSetNumberOverrides
from .domains.sender_ids import SenderIds
from .domains.simulation import Simulation
from .domains.snapshots.given_identities import GivenIdentities
from .domains.spend_limits import SpendLimits
from .domains.tags import Tags
from .domains.text_messages import TextMessages
from .domains.verification_messages import VerificationMessages
from .domains.verified_destination_numbers import VerifiedDestinationNumbers
from .domains.voice_messages import VoiceMessages

_LOG = logging.getLogger(__name__)


class PinpointSMSVoiceV2Backend(
    # What others stand on comes after them.
    TextMessages,
    MediaMessages,
    VoiceMessages,
    RcsMessages,
    NotifyMessages,
    VerificationMessages,
    Conversations,
    MessageFeedbacks,
    AvailablePhoneNumbers,
    Leases,
    PhoneNumbers,
    SenderIds,
    SpendLimits,
    ReviewDesk,
    RegistrationVersions,
    RegistrationFieldValues,
    RegistrationAttachments,
    RegistrationAssociations,
    NotifyTiers,
    Registrations,
    RegistrationDefinitions,
    AccountAttributes,
    CarrierLookups,
    ConfigurationSets,
    EventDestinations,
    GivenIdentities,
    Keywords,
    NotifyConfigurations,
    NotifyCountries,
    NotifyTemplates,
    OptOutLists,
    PoolMemberships,
    Pools,
    ProtectConfigurations,
    ProtectCountryRules,
    RcsAgents,
    ResourcePolicies,
    RuleSetNumberOverrides,
    Simulation,
    Tags,
    VerifiedDestinationNumbers,
    BaseBackend,
):
    """Everything that the service knows in one account and Region."""

    def __init__(self, region_name: str, account_id: str) -> None:
        super().__init__(region_name, account_id)
        self.lock = RLock()
        self.store = Store(partition=self.partition, region_name=region_name, account_id=account_id)
        self.store.create(OptOutList, id="Default")
        self.account = Account()
        self.inventory = Inventory()
        self.tier_upgrade = TierUpgrade()
        self.registration_types: dict[str, RegistrationTypeDefinition] = {}
        """The forms that a test loaded, before those that AWS has published."""

        self.log = MessageLog()
        self.outcomes = Outcomes()
        self.pairings: dict[tuple[str, str, str], tuple[str, datetime]] = {}
        self.calls = Recent()
        self.notified = Recent()
        self.attachments_created = Recent()

        self.tokens: Tokens[tuple[int, str, str | None]] = Tokens()
        self.faults = Faults()
        self.deliveries: deque[Callable[[], object]] = deque()

        self.store.lives |= {
            NotifyConfiguration: self.review_notify_configuration,
            PhoneNumber: self.advance_phone_number,
            Pool: self.advance_pool,
            RcsAgent: self.follow_registrations,
            Registration: self.review_registration,
            RegistrationAttachment: RegistrationAttachment.upload,
        }
        tell(account_id)

    @cached_property
    def urls(self) -> dict[str, Any]:
        """Moto's table of URLs, which moto itself would make anew for every request."""
        return super().urls

    def deliver(self) -> None:
        """Send what waits for other services, whatever they say; call it without the lock."""
        while self.deliveries:
            with self.lock:
                waiting, self.deliveries = self.deliveries, deque()
            for delivery in waiting:
                try:
                    delivery()
                except Exception:  # the caller of the API never hears of what listens to it
                    _LOG.info("Another service did not take what was sent to it", exc_info=True)

    def reset(self) -> None:
        """Forget everything, between two calls: the threads of a server may be in one."""
        with self.lock:
            fresh = type(self)(self.region_name, self.account_id)
            fresh.lock = self.lock
            self.__dict__ = fresh.__dict__


pinpointsmsvoicev2_backends = BackendDict(PinpointSMSVoiceV2Backend, SERVICE_NAME)

# A review takes one step at each Describe; every other life is settled at the next read.
state_manager.register_default_transition(
    "pinpoint-sms-voice-v2::registration", {"progression": "manual", "times": 1}
)
