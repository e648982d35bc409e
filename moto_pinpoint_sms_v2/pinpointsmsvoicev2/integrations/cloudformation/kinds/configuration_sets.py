"""``AWS::SMSVOICE::ConfigurationSet``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .kind import Call, Kind, Properties

Destination = Mapping[str, Any]

_SENDER, _FEEDBACK = "DefaultSenderId", "MessageFeedbackEnabled"
_PROTECT, _DESTINATIONS = "ProtectConfigurationId", "EventDestinations"
_TARGETS = ("CloudWatchLogsDestination", "KinesisFirehoseDestination", "SnsDestination")


class ConfigurationSetKind(Kind):
    """A configuration set, with its defaults, its protect configuration and its destinations."""

    def settle(self, call: Call, id: str, before: Properties, after: Properties) -> None:
        """Change what differs, each by its own operation."""
        named = self.named(id)
        if before.get(_SENDER) != after.get(_SENDER):
            if _SENDER in after:
                call("SetDefaultSenderId", **named, SenderId=after[_SENDER])
            else:
                call("DeleteDefaultSenderId", **named)
        if before.get(_FEEDBACK) != after.get(_FEEDBACK):
            enabled = after.get(_FEEDBACK, False)
            call("SetDefaultMessageFeedbackEnabled", **named, MessageFeedbackEnabled=enabled)
        if before.get(_PROTECT) != after.get(_PROTECT):
            if _PROTECT in after:
                protect = {_PROTECT: after[_PROTECT]}
                call("AssociateProtectConfiguration", **named, **protect)
            else:
                protect = {_PROTECT: before[_PROTECT]}
                call("DisassociateProtectConfiguration", **named, **protect)
        if before.get(_DESTINATIONS) != after.get(_DESTINATIONS):
            self._settle_destinations(call, id, after.get(_DESTINATIONS, ()))

    def _settle_destinations(self, call: Call, id: str, wanted: Any) -> None:
        """Give the set these event destinations, and no others."""
        present = {
            each["EventDestinationName"]: each for each in self.read(call, id)[_DESTINATIONS]
        }
        kept = {
            each["EventDestinationName"]
            for each in wanted
            if _target(each) == _target(present.get(each["EventDestinationName"], {}))
        }
        for name in present.keys() - kept:
            call("DeleteEventDestination", **self.named(id), EventDestinationName=name)
        for each in wanted:
            members = {**self.named(id), **each}
            if each["EventDestinationName"] in kept:
                call("UpdateEventDestination", **members)
                continue
            enabled = members.pop("Enabled")
            call("CreateEventDestination", **members)
            if not enabled:
                name = {"EventDestinationName": each["EventDestinationName"]}
                call("UpdateEventDestination", **self.named(id), **name, Enabled=False)


def _target(destination: Destination) -> str:
    """Return which kind of target it has, which no update changes; empty if there is none."""
    return next((name for name in _TARGETS if destination.get(name)), "")
