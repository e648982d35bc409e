"""Event types: which a message goes through, and how it ends."""

from __future__ import annotations

from typing import TypedDict

from ...data import load
from ..numbers.simulator_numbers import simulator_destinations

# What a capable carrier and a phone that is on give.
_USUAL = {
    "TEXT": "TEXT_DELIVERED",
    "MEDIA": "MEDIA_DELIVERED",
    "VOICE": "VOICE_COMPLETED",
    "RCS": "RCS_DELIVERED",
}
CHANNELS = tuple(_USUAL)

_SIMULATED_CHANNELS = ("TEXT", "MEDIA")


class EventType(TypedDict, total=False):
    """What is known of an event type."""

    after: list[str]
    """The types that come before it when a message ends with it."""
    final: bool
    """Whether a message can end with it; it can unless this says no."""
    free: bool
    """Whether a message that ends with it costs nothing."""
    description: str


def event_types() -> dict[str, EventType]:
    """Return what is known of each event type."""
    types: dict[str, EventType] = load("event_types")
    return types


def channel_of(event_type: str) -> str:
    """Return the channel whose messages have such events; ValueError if there are none."""
    if event_type not in event_types():
        raise ValueError(f"{event_type!r} is not one of {', '.join(event_types())}")
    return event_type.partition("_")[0]


def sequence(event_type: str) -> list[str]:
    """Return the event types of a message that ends so, in their order."""
    return [*event_types()[event_type].get("after", ()), event_type]


def under_way(channel: str) -> str:
    """Return the event type of a message of which nothing more is heard."""
    return "VOICE_INITIATED" if channel == "VOICE" else f"{channel}_PENDING"


def is_final(event_type: str) -> bool:
    """Say whether a message can end so."""
    return event_types()[event_type].get("final", True)


def is_free(event_type: str) -> bool:
    """Say whether a message that ends so costs nothing."""
    return event_types()[event_type].get("free", False)


def usual_outcome(destination_phone_number: str, channel: str) -> str:
    """Return the event type with which a message ends unless a test says otherwise."""
    simulated = simulator_destinations().get(destination_phone_number)
    if simulated is not None and channel in _SIMULATED_CHANNELS:
        return f"{channel}_{simulated[1]}"
    return _USUAL[channel]


class Outcomes:
    """How messages end, as tests have said."""

    def __init__(self) -> None:
        self._chosen: dict[tuple[str, str], str] = {}

    def choose(self, destination_phone_number: str, event_type: str) -> None:
        """Let later messages of the event type's channel to the destination end so."""
        self._chosen[destination_phone_number, channel_of(event_type)] = event_type

    def forget(self) -> None:
        """Forget what was chosen."""
        self._chosen.clear()

    def chosen(self, destination_phone_number: str, channel: str) -> str | None:
        """Return how messages of the channel to the destination end, None if nobody said."""
        return self._chosen.get((destination_phone_number, channel))
