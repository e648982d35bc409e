"""Where the resources of one account and Region live."""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import repeat
from types import MappingProxyType
from typing import Any, TypeVar, cast

from moto.moto_api._internal import mock_random

from ..exceptions import ResourceNotFoundException, ValidationException
from .clock import now
from .filters import Filter, compile_filters
from .limits import Limits
from .progress import Progress
from .resource import Resource, Tag
from .table import Selection, Table
from .tags import check_tags

R = TypeVar("R", bound=Resource)

_RESOURCE_ARN = re.compile("arn:[^:]+:sms-voice:[^:]+:[^:]+:(?P<kind>[^/]+)/")


class Store:
    """Resources by class and id.

    Every look-up takes an id or an ARN, and lets the resource take those steps of its life that
    are due; ``lives`` says how, by class: a function that takes one step and returns whether
    there was one to take.
    """

    def __init__(self, *, partition: str, region_name: str, account_id: str) -> None:
        self.arn_prefix = f"arn:{partition}:sms-voice:{region_name}:{account_id}:"
        self.limits = Limits()
        self.lives: dict[type[Resource], Callable[[Any], bool]] = {}
        self._tables: dict[type[Resource], Table[Any]] = defaultdict(Table)
        self._counted: Counter[type[Resource]] = Counter()
        self._aliases: dict[type[Resource], dict[str, str]] = defaultdict(dict)
        self._next_ids: dict[str, deque[str]] = defaultdict(deque)
        self._counts_reads = True

    @contextmanager
    def overlooking(self) -> Iterator[None]:
        """Let nothing that is read meanwhile count as described."""
        self._counts_reads = False
        try:
            yield
        finally:
            self._counts_reads = True

    def create(
        self,
        cls: type[R],
        *,
        id: str | None = None,
        tags: Sequence[Tag] | None = None,
        **fields: Any,
    ) -> R:
        """Add a resource, with a new id unless the caller names it; refused over the quota."""
        if tags:
            check_tags(tags, self.limits)
        if cls.quota is not None:
            self.limits.check(cls.quota, self.count(cls))

        return self.provision(cls, id=id, tags=tags, **fields)

    def provision(
        self,
        cls: type[R],
        *,
        id: str | None = None,
        tags: Sequence[Tag] | None = None,
        **fields: Any,
    ) -> R:
        """Add a resource that the service itself makes, whatever the quota."""
        if id is None:
            id = self.new_id(cls)
        resource = cls(
            id=id,
            arn=self.arn_of(cls, id),
            created_timestamp=now(),
            tags=list(tags) if tags else None,
            **fields,
        )
        self.add(resource)
        return resource

    def add(self, resource: Resource) -> None:
        """Add a resource that was made elsewhere, under an id and an alias that are free."""
        cls = type(resource)
        self._tables[cls].put(resource.id, resource)
        self._counted[cls] += resource.is_counted
        resource.instances_tracked.append(resource)
        if resource.alias is not None:
            self._aliases[cls][resource.alias] = resource.id

    def arn_of(self, cls: type[Resource], id: str) -> str:
        """Return the ARN that a resource of that id has here."""
        return f"{self.arn_prefix}{cls.kind}/{id}"

    def get(self, cls: type[R], identifier: str) -> R:
        """Return the resource of that id or ARN; ResourceNotFoundException if there is none."""
        resource = self.find(cls, identifier)
        if resource is None:
            raise ResourceNotFoundException(cls.kind, identifier)
        return resource

    def find(self, cls: type[R], identifier: str) -> R | None:
        """Return the resource of that id or ARN, None if there is none."""
        resource = self._look_up(cls, identifier)
        if resource is None or cls not in self.lives:
            return resource
        self._settle(resource, described=False)
        # The step just taken may have been its last.
        return self._look_up(cls, identifier)

    def describe(self, cls: type[R], identifier: str) -> R:
        """Return the resource of that id or ARN, counted as described."""
        return self._describe(self.get(cls, identifier))

    def find_alias(self, cls: type[R], alias: str) -> R | None:
        """Return the resource of that alias, None if there is none."""
        id = self._aliases[cls].get(alias)
        return None if id is None else self.find(cls, id)

    def get_by_arn(self, arn: str, classes: Sequence[type[R]]) -> R:
        """Return the resource of that ARN; refused unless it is of one of the classes."""
        named = _RESOURCE_ARN.match(arn)
        for cls in classes:
            if named is not None and named["kind"] == cls.kind:
                return self.get(cls, arn)
        kinds = ", ".join(cls.kind for cls in classes)
        raise ValidationException("INVALID_ARN", resource_arn=f"must be of one of {kinds}")

    def find_arn(self, arn: str) -> Resource | None:
        """Return the resource of that ARN, whatever its kind."""
        found = (
            self.find(cls, arn)
            for cls in list(self._tables)
            if arn.startswith(self.arn_of(cls, ""))
        )
        return next(found, None)

    def peek(self, cls: type[R], name: str) -> R | None:
        """Return what goes by that id, ARN or alias, None if nothing does, without reading it."""
        return self._look_up(cls, self._aliases[cls].get(name, name))

    def all(self, cls: type[R]) -> list[R]:
        """Return every resource of the class, oldest first, without reading them."""
        return list(self._tables[cls])

    def count(self, cls: type[Resource]) -> int:
        """Return how many resources of the class the account's quota counts."""
        return self._counted[cls]

    def total(self) -> int:
        """Return how many resources there are of all classes."""
        return sum(map(len, list(self._tables.values())))

    def remove(self, resource: Resource) -> None:
        """Forget the resource."""
        self._tables[type(resource)].pop(resource.id)
        self._counted[type(resource)] -= resource.is_counted
        # Moto lists every instance for its dashboard, and would hold this one until a reset.
        with suppress(ValueError):
            resource.instances_tracked.remove(resource)
        aliases = self._aliases[type(resource)]
        if resource.alias is not None and aliases.get(resource.alias) == resource.id:
            del aliases[resource.alias]

    def select(
        self,
        cls: type[R],
        *,
        identifiers: Sequence[str] | None = None,
        filters: Sequence[Filter] | None = None,
        matches: Callable[[R], bool] | None = None,
        elsewhere: Mapping[str, R] = MappingProxyType({}),
        described: bool = True,
    ) -> Selection[R]:
        """Return the rows of a Describe: those named, or all, that satisfy the filters.

        Each counts as ``described``. One unknown id refuses the whole call; ``elsewhere`` are those
        of other accounts, by the ARNs that name them.
        """
        table: Table[R] = self._tables[cls]
        satisfies = compile_filters(filters or (), cls.filter_attributes)

        def fits(row: R) -> bool:
            return (matches is None or matches(row)) and satisfies(row)

        if not identifiers:
            # Being described may have been the last step of its life.
            return table.select(
                lambda row: row.id in table and fits(row),
                lambda row: self._settle(row, described=described),
            )
        rows: Table[R] = Table()
        # All are there before one is described, because a refused call changes nothing.
        for row in [elsewhere.get(name) or self.get(cls, name) for name in identifiers]:
            rows.put(row.arn, self._describe(row) if row.arn not in elsewhere else row)
        return rows.select(fits)

    def use_id(self, cls: type[Resource], id: str) -> None:
        """Give the next resource of that class this id; ValueError if it is taken."""
        if cls.id_prefix is None:
            raise ValueError(f"the caller of the API names a {cls.kind}")
        if id in self._tables[cls] or id in self._next_ids[cls.kind]:
            raise ValueError(f"there is a {cls.kind} {id} already")
        self._next_ids[cls.kind].append(id)

    def new_id(self, cls: type[Resource]) -> str:
        """Return the id of the next resource of that class: the one that a test chose, or any."""
        chosen = self._next_ids[cls.kind]
        return chosen.popleft() if chosen else f"{cls.id_prefix}{mock_random.uuid4().hex}"

    @contextmanager
    def lending_ids(self) -> Iterator[None]:
        """Take back the ids that a test chose, if what they were given to is refused after all."""
        chosen = {kind: deque(ids) for kind, ids in self._next_ids.items()}
        try:
            yield
        except Exception:
            self._next_ids.update(chosen)
            raise

    def _look_up(self, cls: type[R], identifier: str) -> R | None:
        if identifier.startswith("arn:"):
            prefix = self.arn_of(cls, "")
            if not identifier.startswith(prefix):
                return None
            identifier = identifier[len(prefix) :]
        return cast("R | None", self._tables[cls].get(identifier))

    def _describe(self, resource: R) -> R:
        self._settle(resource, described=True)
        if resource.id not in self._tables[type(resource)]:
            raise ResourceNotFoundException(resource.kind, resource.id)
        return resource

    def _settle(self, resource: Resource, *, described: bool) -> None:
        step = self.lives.get(type(resource))
        if step is None or resource.is_at_rest:
            return
        described = described and self._counts_reads
        if resource.progress is None:
            resource.progress = Progress(since=resource.created_timestamp)
        if resource.moves_by_the_clock:
            due: Iterable[None] = repeat(None)
        else:
            due = resource.progress.due(resource.state_model, described=described)
        for _ in due:
            if not step(resource):
                break
