"""Which RCS agents pay for conversations in place of single messages.

https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-billing.html
"""

from __future__ import annotations

from ...core.store import Store
from ..registrations.registrations import Registration
from .rcs_agents import RcsAgent

_FIELD = "agentDetails.billingCategory"
_TEST = "TEST_RCS_LAUNCH_REGISTRATION"


def pays_by_conversation(store: Store, agent: RcsAgent, country: str) -> bool:
    """Say whether an agent pays so in a country, as it is registered there.

    The US has no such price. Which other countries have it was never published, so that all have
    is a choice; so is that a launch that says nothing follows the agent's test registration.
    """
    if country == "US":
        return False
    said = {}
    for identifier in agent.registration_ids:
        registration = store.find(Registration, identifier)
        if registration is not None:
            said[registration.registration_type] = _billing_category(registration)
    category = said.get(f"{country}_RCS_LAUNCH_REGISTRATION") or said.get(_TEST)
    return category == "CONVERSATIONAL"


def _billing_category(registration: Registration) -> str | None:
    """Return what the version in force says, or the newest where none is in force yet."""
    number = registration.approved_version_number
    version = registration.current_version if number is None else registration.versions[number - 1]
    value = version.field_values.get(_FIELD)
    return value.select_choices[0] if value is not None and value.select_choices else None
