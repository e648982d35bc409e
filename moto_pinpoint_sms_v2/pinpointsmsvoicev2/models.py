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
from .domains.identities.keywords import Keywords
from .domains.identities.opt_out_lists import OptOutList, OptOutLists
from .domains.identities.phone_numbers import PhoneNumber, PhoneNumbers
from .domains.identities.pool_lifecycle import Pools
from .domains.identities.pool_members import PoolMemberships
from .domains.identities.pools import Pool
from .domains.identities.rcs_agents import RcsAgent, RcsAgents
from .domains.identities.sender_ids import SenderIds
from .domains.identities.verified_destination_numbers import VerifiedDestinationNumbers
from .domains.inbound.conversations import Conversations
from .domains.messages.event_types import Outcomes
from .domains.messages.feedback import MessageFeedbacks
from .domains.messages.messages import MessageLog
from .domains.notify.configurations import NotifyConfiguration, NotifyConfigurations
from .domains.notify.countries import NotifyCountries
from .domains.notify.templates import NotifyTemplates
from .domains.notify.tiers import NotifyTiers, TierUpgrade
from .domains.numbers.carrier_lookup import CarrierLookups
from .domains.numbers.inventory import Inventory
from .domains.operator.error_injection import Simulation
from .domains.operator.pending_reviews import PendingReviews
from .domains.provisioning.available_phone_numbers import AvailablePhoneNumbers
from .domains.provisioning.leases import Leases
from .domains.registrations.attachments import RegistrationAttachment, RegistrationAttachments
from .domains.registrations.definitions import RegistrationDefinitions
from .domains.registrations.field_values import RegistrationFieldValues
from .domains.registrations.forms import RegistrationTypeDefinition
from .domains.registrations.registrations import Registration, Registrations
from .domains.registrations.versions import RegistrationVersions
from .domains.reviews.associations import RegistrationAssociations
from .domains.reviews.review_queue import ReviewDesk
from .domains.reviews.submissions import Submissions
from .domains.sending.media_messages import MediaMessages
from .domains.sending.notify_messages import NotifyMessages
from .domains.sending.rcs_messages import RcsMessages
from .domains.sending.text_messages import TextMessages
from .domains.sending.verification_messages import VerificationMessages
from .domains.sending.voice_messages import VoiceMessages
from .domains.settings.account import Account
from .domains.settings.account_attributes import AccountAttributes
from .domains.settings.configuration_sets import ConfigurationSets
from .domains.settings.event_destinations import EventDestinations
from .domains.settings.protect_configurations import ProtectConfigurations
from .domains.settings.protect_country_rules import ProtectCountryRules
from .domains.settings.protect_number_overrides import RuleSetNumberOverrides
from .domains.settings.resource_policies import ResourcePolicies
from .domains.settings.spend_limits import SpendLimits
from .domains.settings.tags import Tags
from .domains.snapshots.given_identities import GivenIdentities
from .domains.snapshots.snapshots import Snapshots

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
    Submissions,
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
    PendingReviews,
    Simulation,
    Snapshots,
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
        self.incomplete_submissions_refused = False

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
