"""Configuration sets: the defaults of a send, and who hears of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..core.domain import Domain
from ..core.resource import Resource


@dataclass(kw_only=True)
class EventDestination:
    """Where the events of a configuration set's messages go: exactly one target."""

    event_destination_name: str
    enabled: bool = True
    matching_event_types: list[str]
    cloud_watch_logs_destination: dict[str, Any] | None = None
    kinesis_firehose_destination: dict[str, Any] | None = None
    sns_destination: dict[str, Any] | None = None


@dataclass(kw_only=True, eq=False)
class ConfigurationSet(Resource):
    """Defaults and event destinations under one name."""

    kind = "configuration-set"
    id_member = "name"
    quota = "CONFIGURATION_SETS"

    event_destinations: list[EventDestination] = field(default_factory=list)
    default_message_type: str | None = None
    default_sender_id: str | None = None
    default_message_feedback_enabled: bool | None = None
    protect_configuration_id: str | None = None


class ConfigurationSets(Domain):
    """The operations on configuration sets."""
