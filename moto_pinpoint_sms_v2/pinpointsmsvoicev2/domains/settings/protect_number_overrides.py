"""Overrides of the protect rules for single numbers."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from ...core.clock import now
from ...core.domain import Domain
from ...core.filters import Filter
from ...core.paging import ListingOf
from ...exceptions import ResourceNotFoundException, ValidationException
from ..numbers.destinations import parse
from .protect_configurations import NumberOverride, ProtectConfiguration


@dataclass(frozen=True)
class OverrideOfConfiguration:
    """An override with the protect configuration that it belongs, or belonged, to."""

    protect_configuration_arn: str
    protect_configuration_id: str
    destination_phone_number: str
    created_timestamp: datetime
    action: str
    iso_country_code: str | None
    expiration_timestamp: datetime | None


class RuleSetNumberOverrides(Domain):
    """The operations on rule set number overrides."""

    def put_protect_configuration_rule_set_number_override(
        self,
        *,
        protect_configuration_id: str,
        destination_phone_number: str,
        action: str,
        expiration_timestamp: datetime | None = None,
    ) -> OverrideOfConfiguration:
        """Allow or block the number, whatever was said of it before.

        An update keeps the time of creation, a choice.
        """
        configuration = self.store.get(ProtectConfiguration, protect_configuration_id)
        destination = parse(destination_phone_number)
        if not destination.is_possible:
            raise ValidationException(
                "INVALID_PARAMETER", destination_phone_number="is not a phone number"
            )

        updated = configuration.number_override(destination.e164, now())
        override = NumberOverride(
            destination_phone_number=destination.e164,
            created_timestamp=now() if updated is None else updated.created_timestamp,
            action=action,
            iso_country_code=destination.iso_country_code,
            expiration_timestamp=expiration_timestamp,
        )
        configuration.number_overrides.put(destination.e164, override)
        return _of(configuration, override)

    def delete_protect_configuration_rule_set_number_override(
        self, *, protect_configuration_id: str, destination_phone_number: str
    ) -> OverrideOfConfiguration:
        """Leave the number to the rule of its country."""
        configuration = self.store.get(ProtectConfiguration, protect_configuration_id)
        number = parse(destination_phone_number).e164
        override = configuration.number_override(number, now())
        if override is None:
            # The wire has no ResourceType for an override; its configuration's is a choice.
            raise ResourceNotFoundException(ProtectConfiguration, destination_phone_number)

        configuration.number_overrides.pop(number)
        return _of(configuration, override)

    def list_protect_configuration_rule_set_number_overrides(
        self, *, protect_configuration_id: str, filters: Sequence[Filter] = ()
    ) -> ListingOf[NumberOverride]:
        """List the overrides that have not expired."""
        configuration = self.store.get(ProtectConfiguration, protect_configuration_id)

        tests = [_test(each) for each in filters]
        moment = now()
        return ListingOf(
            configuration,
            configuration.number_overrides.select(
                lambda row: row.holds(moment) and all(test(row) for test in tests)
            ),
        )


def _of(configuration: ProtectConfiguration, override: NumberOverride) -> OverrideOfConfiguration:
    return OverrideOfConfiguration(configuration.arn, configuration.id, **vars(override))


def _shaped(pattern: str) -> Callable[[str], str]:
    matches = re.compile(pattern).fullmatch

    def read(value: str) -> str:
        if matches(value) is None:
            raise ValueError(f"{value} does not match {pattern}")
        return value

    return read


def _prefix(value: str) -> str:
    return "+" + _shaped(r"\+?[1-9][0-9]*")(value).removeprefix("+")


def _moment(value: str) -> datetime:
    """Read epoch seconds or ISO 8601; which one AWS takes was never published."""
    try:
        return datetime.fromtimestamp(float(value), timezone.utc)
    except (OverflowError, OSError, ValueError):
        moment = datetime.fromisoformat(value.replace("Z", "+00:00"))
        return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)


@dataclass(frozen=True)
class _Comparison:
    """How a filter reads its values, and compares an attribute with them."""

    attribute: str
    read: Callable[[str], Any]
    compare: Callable[[Any, Any], bool]


_COMPARISONS: Mapping[str, _Comparison] = {
    "iso-country-code": _Comparison("iso_country_code", _shaped("[A-Z]{2}"), operator.eq),
    "destination-phone-number-begins-with": _Comparison(
        "destination_phone_number", _prefix, str.startswith
    ),
    "action": _Comparison("action", _shaped("ALLOW|BLOCK"), operator.eq),
    "expires-before": _Comparison("expiration_timestamp", _moment, operator.lt),
    "expires-after": _Comparison("expiration_timestamp", _moment, operator.gt),
    "created-before": _Comparison("created_timestamp", _moment, operator.lt),
    "created-after": _Comparison("created_timestamp", _moment, operator.gt),
}


def _test(wanted: Filter) -> Callable[[NumberOverride], bool]:
    comparison = _COMPARISONS[wanted["Name"]]
    try:
        values = [comparison.read(value) for value in wanted["Values"]]
    except ValueError as error:
        raise ValidationException("INVALID_FILTER_VALUES", filters=str(error)) from None

    def test(row: NumberOverride) -> bool:
        # What never expires expires neither before nor after any moment, a choice.
        actual = getattr(row, comparison.attribute)
        return actual is not None and any(comparison.compare(actual, value) for value in values)

    return test
