"""Places: where else there is what was looked for, in another Region or account."""

from __future__ import annotations

from .core.resource import resource_classes
from .domains.identities.phone_numbers import PhoneNumber
from .models import PinpointSMSVoiceV2Backend, pinpointsmsvoicev2_backends


def place_of(backend: PinpointSMSVoiceV2Backend, here: PinpointSMSVoiceV2Backend) -> str:
    """Return a backend's Region, and its account where that is another one."""
    if backend.account_id == here.account_id:
        return backend.region_name
    return f"{backend.region_name} of account {backend.account_id}"


def elsewhere(identifier: str | None, here: PinpointSMSVoiceV2Backend) -> str:
    """Return which other place has a resource, number or message of that name, if one has."""
    if identifier is None:
        return ""
    for regions in list(pinpointsmsvoicev2_backends.values()):
        for backend in list(regions.values()):
            if backend is not here and _has(backend, identifier):
                return f"; {place_of(backend, here)} has it"
    return ""


def _has(backend: PinpointSMSVoiceV2Backend, identifier: str) -> bool:
    if backend.log.find(identifier) is not None:
        return True
    if any(backend.store.peek(cls, identifier) for cls in resource_classes()):
        return True
    return any(each.phone_number == identifier for each in backend.store.all(PhoneNumber))
