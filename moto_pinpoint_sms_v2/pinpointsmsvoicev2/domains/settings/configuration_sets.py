"""Configuration sets: the defaults of a send, and who hears of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...core.domain import Domain
from ...core.filters import Filter
from ...core.resource import Resource, Tag
from ...core.table import Selection
from ...exceptions import ConflictException

Target = dict[str, str]
"""What receives events: ARNs by the names that the wire has for them."""


@dataclass(kw_only=True)
class EventDestination:
    """Where the events of a configuration set's messages go: exactly one target."""

    event_destination_name: str
    enabled: bool = True
    matching_event_types: list[str]
    cloud_watch_logs_destination: Target | None = None
    kinesis_firehose_destination: Target | None = None
    sns_destination: Target | None = None

    def wants(self, event_type: str) -> bool:
        """Say whether events of this type go here: itself, its family or all are matched."""
        family = event_type.partition("_")[0] + "_ALL"
        return self.enabled and not {event_type, family, "ALL"}.isdisjoint(
            self.matching_event_types
        )


@dataclass(kw_only=True, eq=False)
class ConfigurationSet(Resource):
    """Defaults and event destinations under one name."""

    kind = "configuration-set"
    id_member = "name"
    quota = "CONFIGURATION_SETS"
    filter_attributes = {"event-destination-name": "event_destination_names"}

    event_destinations: list[EventDestination] = field(default_factory=list)
    default_message_type: str | None = None
    default_sender_id: str | None = None
    default_message_feedback_enabled: bool = False
    protect_configuration_id: str | None = None

    @property
    def event_destination_names(self) -> list[str]:
        """What the event destinations are called."""
        return [each.event_destination_name for each in self.event_destinations]

    @property
    def matching_event_types(self) -> set[str]:
        """The event types that any event destination names."""
        return {name for each in self.event_destinations for name in each.matching_event_types}


@dataclass(frozen=True)
class SetDefault:
    """One default of a configuration set: the one now set, or the one just removed."""

    configuration_set_arn: str
    configuration_set_name: str
    message_type: str | None = None
    sender_id: str | None = None
    message_feedback_enabled: bool | None = None


class ConfigurationSets(Domain):
    """The operations on configuration sets."""

    def create_configuration_set(
        self, *, configuration_set_name: str, tags: Sequence[Tag] = ()
    ) -> ConfigurationSet:
        """Create a set without defaults and without event destinations."""
        existing = self.store.find(ConfigurationSet, configuration_set_name)
        if existing is not None:
            raise ConflictException("RESOURCE_ALREADY_EXISTS", existing)

        return self.store.create(ConfigurationSet, id=configuration_set_name, tags=tags)

    def describe_configuration_sets(
        self, *, configuration_set_names: Sequence[str] = (), filters: Sequence[Filter] = ()
    ) -> Selection[ConfigurationSet]:
        """List the account's sets with their event destinations."""
        return self.store.select(
            ConfigurationSet, identifiers=configuration_set_names, filters=filters
        )

    def delete_configuration_set(self, *, configuration_set_name: str) -> ConfigurationSet:
        """Delete the set together with its event destinations."""
        configuration_set = self.store.get(ConfigurationSet, configuration_set_name)

        self.store.remove(configuration_set)
        return configuration_set

    def set_default_message_type(
        self, *, configuration_set_name: str, message_type: str
    ) -> SetDefault:
        """Make the type that of messages sent without one."""
        configuration_set = self.store.get(ConfigurationSet, configuration_set_name)

        configuration_set.default_message_type = message_type
        return SetDefault(configuration_set.arn, configuration_set.id, message_type=message_type)

    def delete_default_message_type(self, *, configuration_set_name: str) -> SetDefault:
        """Forget the default message type and answer with it; it need not be set."""
        configuration_set = self.store.get(ConfigurationSet, configuration_set_name)

        removed = configuration_set.default_message_type
        configuration_set.default_message_type = None
        return SetDefault(configuration_set.arn, configuration_set.id, message_type=removed)

    def set_default_sender_id(self, *, configuration_set_name: str, sender_id: str) -> SetDefault:
        """Make the sender ID that of messages for which the account has no identity."""
        configuration_set = self.store.get(ConfigurationSet, configuration_set_name)

        configuration_set.default_sender_id = sender_id
        return SetDefault(configuration_set.arn, configuration_set.id, sender_id=sender_id)

    def delete_default_sender_id(self, *, configuration_set_name: str) -> SetDefault:
        """Forget the default sender ID and answer with it; it need not be set."""
        configuration_set = self.store.get(ConfigurationSet, configuration_set_name)

        removed = configuration_set.default_sender_id
        configuration_set.default_sender_id = None
        return SetDefault(configuration_set.arn, configuration_set.id, sender_id=removed)

    def set_default_message_feedback_enabled(
        self, *, configuration_set_name: str, message_feedback_enabled: bool
    ) -> SetDefault:
        """Say whether messages ask for feedback when their sender does not say."""
        configuration_set = self.store.get(ConfigurationSet, configuration_set_name)

        configuration_set.default_message_feedback_enabled = message_feedback_enabled
        return SetDefault(
            configuration_set.arn,
            configuration_set.id,
            message_feedback_enabled=message_feedback_enabled,
        )
