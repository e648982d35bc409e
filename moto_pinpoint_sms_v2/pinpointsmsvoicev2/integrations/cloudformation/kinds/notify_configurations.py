"""``AWS::SMSVOICE::NotifyConfiguration``."""

from __future__ import annotations

from typing import Any

from .kind import Call, Kind, Properties


class NotifyConfigurationKind(Kind):
    """A notify configuration; an empty template, which the schema allows, is none."""

    def given_at_creation(self, wanted: Properties) -> dict[str, Any]:
        """Return all but what is empty."""
        return _filled(super().given_at_creation(wanted))

    def settle(self, call: Call, id: str, before: Properties, after: Properties) -> None:
        """Change what differs."""
        super().settle(call, id, _filled(before), _filled(after))


def _filled(properties: Properties) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value != ""}
