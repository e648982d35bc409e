"""The settings that a type's updating operation changes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .kind import Call, Properties

_UNSET: Mapping[str, Any] = {
    "DefaultTemplateId": "UNSET_DEFAULT_TEMPLATE",
    "DeletionProtectionEnabled": False,
    "EnabledCountries": [],
    "OptOutListName": "Default",
    "PoolId": "UNSET_DEFAULT_POOL_FOR_NOTIFY",
    "SelfManagedOptOutsEnabled": False,
    "SharedRoutesEnabled": False,
    "TwoWayEnabled": False,
}
"""What a property that is taken out of the template goes back to; a choice."""


def change_settings(
    call: Call,
    update: str,
    named: Mapping[str, Any],
    changeable: Collection[str],
    before: Properties,
    after: Properties,
) -> None:
    """Change what differs, in one call where that can be."""
    before, after = _flat(before), _flat(after)
    differing = {
        name
        for name in (before.keys() | after.keys()) & set(changeable)
        if before.get(name) != after.get(name)
    }
    if any(_is_two_way(name) for name in differing):
        if any(_is_two_way(name) and name not in after for name in differing & before.keys()):
            # Nothing else takes a channel, a role or a bucket away.
            call(update, **named, TwoWayEnabled=False)
        # These depend on one another, so that they are given together.
        differing |= {
            name for name in after if _is_two_way(name) or name == "SelfManagedOptOutsEnabled"
        }
    wanted = {**_UNSET, **after}
    members = {name: wanted[name] for name in sorted(differing) if name in wanted}
    if members:
        call(update, **named, **members)


def _is_two_way(name: str) -> bool:
    return name.startswith("TwoWay")


def _flat(properties: Properties) -> dict[str, Any]:
    """Return the properties by the names that operations have for them."""
    flat = dict(properties)
    for name, value in flat.pop("TwoWay", {}).items():
        flat[f"TwoWay{name}"] = value
    return flat
