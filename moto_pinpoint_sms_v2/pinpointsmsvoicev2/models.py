"""The backend of one account and Region: its state on one page, its operations by domain."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from threading import RLock
from typing import Any

from moto.core.base_backend import BackendDict, BaseBackend
from moto.moto_api import state_manager

from . import domains
from .core.access import Access
from .core.caller import Caller
from .core.contract import SERVICE_NAME
from .core.deliveries import Deliveries
from .core.domain import Shown, assemble, domains_below, methods_of
from .core.faults import Faults
from .core.idempotency import Tokens
from .core.neighbours import Neighbours
from .core.recent import Recent
from .core.store import Store
from .core.throttling import Rates
from .core.usage import tell
from .domains.identities.opt_out_lists import OptOutList
from .domains.messages.event_types import Outcomes
from .domains.messages.messages import MessageLog
from .domains.messages.rcs_sessions import Exchanges
from .domains.messages.refusals import refusal_log
from .domains.notify.tiers import TierUpgrade
from .domains.numbers.inventory import Inventory
from .domains.registrations.forms import RegistrationTypeDefinition
from .domains.settings.account import Account

_LOCKS: dict[str, Any] = {}
"""One for a Region: its accounts use what others share, each from within a call of its own."""


class PinpointSMSVoiceV2Backend(BaseBackend):
    """Everything that the service knows in one account and Region."""

    def __init__(self, region_name: str, account_id: str) -> None:
        super().__init__(region_name, account_id)
        self.lock = _LOCKS.setdefault(region_name, RLock())
        self.store = Store(partition=self.partition, region_name=region_name, account_id=account_id)
        self.store.create(OptOutList, id="Default")
        self.neighbours = Neighbours(
            lambda: pinpointsmsvoicev2_backends, account_id=account_id, region_name=region_name
        )
        self.account = Account()
        self.inventory = Inventory()
        self.tier_upgrade = TierUpgrade(self.store)
        self.inactive_templates: set[str] = set()
        """The notify templates that a test let AWS take out of use."""
        self.registration_types: dict[str, RegistrationTypeDefinition] = {}
        """The forms that a test loaded, before those that AWS has published."""

        self.log = MessageLog()
        self.refused = refusal_log()
        self.outcomes = Outcomes()
        self.pairings: dict[tuple[str, str], tuple[str, datetime]] = {}
        self.exchanges: Exchanges = {}
        self.rates = Rates()
        self.calls = Recent()
        self.notified = Recent()
        self.attachments_created = Recent()

        self.access = Access(account_id)
        self.tokens: Tokens[tuple[Any, ...]] = Tokens()
        self.faults = Faults()
        self.deliveries = Deliveries()
        self.caller = Caller()

        self.domains = assemble(_DOMAINS, self)
        tell(account_id)

    @cached_property
    def urls(self) -> dict[str, Any]:
        """Moto's table of URLs, which moto itself would make anew for every request."""
        return super().urls

    def operation_named(self, name: str) -> Callable[..., Any]:
        """Return what answers an operation or a call, whichever domain has it."""
        method: Callable[..., Any] = getattr(self, name)
        return method

    def deliver(self) -> None:
        """Send what waits for other services, whatever they say; call it without the lock."""
        self.deliveries.send()

    def reset(self) -> None:
        """Forget everything, between two calls: the threads of a server may be in one."""
        with self.lock:
            fresh = type(self)(self.region_name, self.account_id)
            # Name by name: on Python 3.13.0 a dict taken over from another object was seen to lose
            # what other threads were about to read.
            mine, its = self.__dict__, fresh.__dict__
            mine.update(its)
            for name in mine.keys() - its.keys():
                del mine[name]


_DOMAINS = domains_below(domains)
for _name, _domain in methods_of(_DOMAINS).items():
    setattr(PinpointSMSVoiceV2Backend, _name, Shown(_domain, _name))

pinpointsmsvoicev2_backends = BackendDict(PinpointSMSVoiceV2Backend, SERVICE_NAME)

# A review takes one step at each Describe; every other life is settled at the next read.
state_manager.register_default_transition(
    "pinpoint-sms-voice-v2::registration", {"progression": "manual", "times": 1}
)
