"""Event types: which a message goes through, and how it ends."""

from __future__ import annotations

from functools import cache
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
ARRIVED_IN_RCS = ("RCS_DELIVERED", "RCS_READ")
"""What says that a message reached the handset in RCS; what is read has been delivered."""

_SIMULATED_CHANNELS = ("TEXT", "MEDIA")


class EventType(TypedDict, total=False):
    """What is known of an event type."""

    after: list[str]
    """The types that come before it when a message ends with it."""
    final: bool
    """Whether a message can end with it; it can unless this says no."""
    transient: bool
    """Whether it may be a failure after which the carrier is tried again."""
    goes_on: bool
    """Whether it is final though another final one may follow."""
    status: str
    """The messageStatus, where it is not the type without its channel."""
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


def ends(event_type: str, *, is_last: bool) -> bool:
    """Say whether a message ends so, if ``is_last`` none is to come after it."""
    return is_final(event_type) and (is_last or event_types()[event_type].get("goes_on", False))


def check_finality(event_type: str, *, final: bool) -> None:
    """Raise ValueError where AWS never says so of such an event."""
    about = event_types()[event_type]
    if final and not is_final(event_type):
        raise ValueError(f"{event_type} is never final: a message goes on after it")
    may_go_on = about.get("transient") or not is_final(event_type)
    if not final and not may_go_on and not event_type.endswith("_SUCCESSFUL"):
        raise ValueError(
            f"{event_type} is always final: only UNREACHABLE, CARRIER_UNREACHABLE and UNKNOWN "
            "are tried again"
        )


def is_block(event_type: str) -> bool:
    """Say whether a protect configuration stops a message so."""
    return event_type.endswith("_PROTECT_BLOCKED")


@cache
def status_of(event_type: str) -> str:
    """Return the messageStatus of such an event."""
    return event_types()[event_type].get("status") or event_type.partition("_")[2]


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

    def ending(self, destination_phone_number: str, channel: str) -> str | None:
        """Return that, unless it is a block, which is for a filter to make."""
        chosen = self.chosen(destination_phone_number, channel)
        return None if chosen is None or is_block(chosen) else chosen

    def suspects(self, destination_phone_number: str, channel: str) -> bool:
        """Say whether a test said that a filter blocks the destination."""
        chosen = self.chosen(destination_phone_number, channel)
        return chosen is not None and is_block(chosen)
