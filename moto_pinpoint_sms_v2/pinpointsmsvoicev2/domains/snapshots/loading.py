"""The work of loading: what is made of the rows, and what is done with it once all is right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar, cast

from ...core.resource import Resource
from ...core.store import Store
from ..notify.tiers import TierUpgrade
from ..numbers.inventory import Inventory
from ..registrations.forms import RegistrationTypeDefinition
from ..settings.account import Account
from .answers import BrokenSource
from .rows import attributes_of, id_of, resource_of
from .sources import Row

R = TypeVar("R", bound=Resource)


@dataclass(frozen=True)
class Loading:
    """One source on its way into the store; nothing there changes before ``finish``."""

    store: Store
    account: Account
    inventory: Inventory
    tier_upgrade: TierUpgrade
    registration_types: dict[str, RegistrationTypeDefinition]
    passed_over: list[str] = field(default_factory=list)
    """The paths of what is about things that are not there."""
    made: dict[type[Resource], dict[str, Any]] = field(
        default_factory=lambda: cast("dict[type[Resource], dict[str, Any]]", defaultdict(dict))
    )
    _names: set[tuple[type[Resource], str]] = field(default_factory=set)
    _steps: list[Callable[[], object]] = field(default_factory=list)

    def make(self, cls: type[R], row: Row, *, id: str | None = None, **defaults: Any) -> R:
        """Return the new resource that a row shows; refused where its id or name is taken."""
        if id is None:
            id = id_of(cls, attributes_of(row.members), self.store)
        self._check_arn(cls, row)
        if not id:
            raise BrokenSource(row.path, f"has an empty id, or an ARN of no {cls.kind}")
        if id in self.made[cls] or self.store.find(cls, id) is not None:
            raise BrokenSource(row.path, f"there is a {cls.kind} {id} already")
        resource = resource_of(cls, row.members, row.path, self.store, id=id, **defaults)
        alias = resource.alias
        if alias is not None:
            if (cls, alias) in self._names or self.store.find_alias(cls, alias) is not None:
                raise BrokenSource(row.path, f"there is a {cls.kind} with {alias} already")
            self._names.add((cls, alias))
        self.made[cls][id] = resource
        return resource

    def find(self, cls: type[R], identifier: str | None) -> R | None:
        """Return the resource of that id or ARN, of the source or there before."""
        if not identifier:
            return None
        id = identifier.removeprefix(self.store.arn_of(cls, ""))
        made: R | None = self.made[cls].get(id)
        return made if made is not None else self.store.find(cls, id)

    def owner(self, classes: Sequence[type[R]], row: Row, *members: str) -> R | None:
        """Return whose the row is; it is passed over where that is not there.

        ``members`` are those that may name the owner, the first that is given counts.
        """
        named = next((row.members[each] for each in members if row.members.get(each)), None)
        if named is None:
            raise BrokenSource(row.path, f"needs {' or '.join(members)}")
        found = next(filter(None, (self.find(cls, named) for cls in classes)), None)
        if found is None:
            self.passed_over.append(f"{row.path} ({named})" if row.path else str(named))
        return found

    def later(self, step: Callable[..., object], *arguments: Any) -> None:
        """Do this once everything is right; it must not fail."""
        self._steps.append(partial(step, *arguments))

    def at_once(self, step: Callable[..., object], *arguments: Any) -> None:
        """Do this before all that is done later."""
        self._steps.insert(0, partial(step, *arguments))

    def finish(self) -> None:
        """Put into the store what was made, and do what was to be done."""
        for made in self.made.values():
            for resource in made.values():
                self.store.add(resource)
        for step in self._steps:
            step()

    def _check_arn(self, cls: type[Resource], row: Row) -> None:
        member = "".join(map(str.capitalize, cls.kind.split("-"))) + "Arn"
        arn = row.members.get(member)
        if arn is not None and not str(arn).startswith(self.store.arn_of(cls, "")):
            raise BrokenSource(
                f"{row.path}.{member}",
                f"is not the ARN of a {cls.kind} of this account and Region: "
                f"it must begin with {self.store.arn_of(cls, '')}",
            )


def required(row: Row, member: str) -> Any:
    """Return a member of a row that it cannot do without."""
    value = row.members.get(member)
    if value is None:
        raise BrokenSource(row.path, f"needs {member}")
    return value
