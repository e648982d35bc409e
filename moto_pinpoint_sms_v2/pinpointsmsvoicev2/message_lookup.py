"""The one message that a test means, or where there are others."""

from __future__ import annotations

from itertools import islice

from .core.signature import Unpack
from .models import PinpointSMSVoiceV2Backend, pinpointsmsvoicev2_backends
from .places import place_of
from .simulator_calls.answers import MessageFilters, NotOne, SentMessage


def only_message(
    backend: PinpointSMSVoiceV2Backend, **filters: Unpack[MessageFilters]
) -> SentMessage:
    """Return the one message to which all that is given applies, or raise NotOne."""
    found = list(islice(backend.find_messages(**filters), 2))
    if len(found) == 1:
        [message] = backend.messages(message_id=found[0].message_id)
        return message
    raise NotOne(_how_many(backend, filters))


def _how_many(backend: PinpointSMSVoiceV2Backend, filters: MessageFilters) -> str:
    said = " ".join(f"{_WORDS[name]} {value}" for name, value in filters.items() if value)
    count = _count(backend, filters)
    sentence = f"{count or 'none'} {said}".rstrip() + f" in {backend.region_name}"
    others = [
        f"{place_of(other, backend)} has {there}"
        for regions in list(pinpointsmsvoicev2_backends.values())
        for other in list(regions.values())
        if other is not backend and (there := _count(other, filters))
    ]
    handset = filters.get("destination_phone_number")
    refused = backend.refusals(destination_phone_number=handset) if not count else []
    if refused:
        last = refused[-1]
        others.append(f"{last.operation} was refused: {last.reason or last.code}")
    return "; ".join([sentence, *others])


def _count(backend: PinpointSMSVoiceV2Backend, filters: MessageFilters) -> int:
    try:
        return sum(1 for _ in backend.find_messages(**filters))
    except ValueError:  # an identity that is only known where it was looked for
        return 0


_WORDS = {
    "channel": "by",
    "destination_phone_number": "to",
    "origination_identity": "from",
    "message_id": "with the id",
}
