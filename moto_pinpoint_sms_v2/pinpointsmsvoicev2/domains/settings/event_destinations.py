"""Event destinations: where the events of a configuration set go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...core.access import Access
from ...core.domain import Domain
from ...exceptions import ConflictException, ResourceNotFoundException, ValidationException
from .configuration_sets import ConfigurationSet, EventDestination, Target
from .event_targets import check_access, check_target


@dataclass(frozen=True)
class DestinationOfSet:
    """An event destination with the configuration set that it belongs, or belonged, to."""

    configuration_set_arn: str
    configuration_set_name: str
    event_destination: EventDestination


class EventDestinations(Domain):
    """The operations on event destinations."""

    access: Access

    def create_event_destination(
        self,
        *,
        configuration_set_name: str,
        event_destination_name: str,
        matching_event_types: Sequence[str],
        cloud_watch_logs_destination: Target | None = None,
        kinesis_firehose_destination: Target | None = None,
        sns_destination: Target | None = None,
    ) -> DestinationOfSet:
        """Send the set's events of these types to the target from now on."""
        # The model allows the ARN; Terraform's acceptance tests show that AWS finds none.
        if configuration_set_name.startswith("arn:"):
            raise ResourceNotFoundException(ConfigurationSet.kind, configuration_set_name)
        configuration_set = self.store.get(ConfigurationSet, configuration_set_name)

        target = _required_target(
            cloud_watch_logs_destination=cloud_watch_logs_destination,
            kinesis_firehose_destination=kinesis_firehose_destination,
            sns_destination=sns_destination,
        )
        _refuse_unsupported(matching_event_types)
        if event_destination_name in configuration_set.event_destination_names:
            raise ConflictException(
                "RESOURCE_ALREADY_EXISTS", "event-destination", event_destination_name
            )
        self.store.limits.check(
            "EVENT_DESTINATIONS_PER_CONFIGURATION_SET", len(configuration_set.event_destinations)
        )
        self._check_access(configuration_set, target)

        destination = EventDestination(
            event_destination_name=event_destination_name,
            matching_event_types=list(matching_event_types),
            **target,
        )
        configuration_set.event_destinations.append(destination)
        return DestinationOfSet(configuration_set.arn, configuration_set.id, destination)

    def update_event_destination(
        self,
        *,
        configuration_set_name: str,
        event_destination_name: str,
        enabled: bool | None = None,
        matching_event_types: Sequence[str] | None = None,
        cloud_watch_logs_destination: Target | None = None,
        kinesis_firehose_destination: Target | None = None,
        sns_destination: Target | None = None,
    ) -> DestinationOfSet:
        """Change what is given; the target only to another one of its kind."""
        configuration_set = self.store.get(ConfigurationSet, configuration_set_name)
        destination = _find(configuration_set, event_destination_name)

        target = _target(
            cloud_watch_logs_destination=cloud_watch_logs_destination,
            kinesis_firehose_destination=kinesis_firehose_destination,
            sns_destination=sns_destination,
        )
        _refuse_unsupported(matching_event_types or ())
        if any(getattr(destination, kind) is None for kind in target):
            raise ConflictException(
                "EVENT_DESTINATION_MISMATCH", "event-destination", event_destination_name
            )
        self._check_access(configuration_set, target)

        if enabled is not None:
            destination.enabled = enabled
        if matching_event_types is not None:
            destination.matching_event_types = list(matching_event_types)
        for kind, value in target.items():
            setattr(destination, kind, value)
        return DestinationOfSet(configuration_set.arn, configuration_set.id, destination)

    def delete_event_destination(
        self, *, configuration_set_name: str, event_destination_name: str
    ) -> DestinationOfSet:
        """Send the set's events there no more."""
        configuration_set = self.store.get(ConfigurationSet, configuration_set_name)
        destination = _find(configuration_set, event_destination_name)

        configuration_set.event_destinations.remove(destination)
        return DestinationOfSet(configuration_set.arn, configuration_set.id, destination)

    def _check_access(
        self, configuration_set: ConfigurationSet, targets: Mapping[str, Target]
    ) -> None:
        for kind, target in targets.items():
            check_access(self.access, kind, target, configuration_set.arn)


def _find(configuration_set: ConfigurationSet, name: str) -> EventDestination:
    for destination in configuration_set.event_destinations:
        if destination.event_destination_name == name:
            return destination
    raise ResourceNotFoundException("event-destination", name)


def _required_target(**targets: Target | None) -> dict[str, Any]:
    target = _target(**targets)
    if not target:
        raise ValidationException(
            "MISSING_PARAMETER",
            **dict.fromkeys(targets, "is required unless another destination is given"),
        )
    return target


def _target(**targets: Target | None) -> dict[str, Any]:
    """Return the one target that is given, by its kind; empty if none is."""
    given = {kind: target for kind, target in targets.items() if target is not None}
    if len(given) > 1:
        raise ValidationException(
            "PARAMETERS_CANNOT_BE_USED_TOGETHER",
            **dict.fromkeys(given, "must be the only destination"),
        )
    for kind, target in given.items():
        check_target(kind, target)
    return given


def _refuse_unsupported(event_types: Sequence[str]) -> None:
    # The model has the type and says of it "is not supported"; that it is refused is a choice.
    if "TEXT_SENT" in event_types:
        raise ValidationException("INVALID_PARAMETER", matching_event_types="has TEXT_SENT")
