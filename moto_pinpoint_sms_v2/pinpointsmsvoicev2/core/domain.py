"""What every domain is, and how a backend gets all of them.

A domain is one noun of the service in one account and Region. Whom it may call stands at the head
of its class: each annotation is another domain, or a part of the backend's state, and is handed
over under that name. No domain inherits from another, and their order means nothing.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Collection, Mapping
from functools import cache
from importlib import import_module
from inspect import isfunction
from types import ModuleType
from typing import Any, TypeVar, get_type_hints

from .deliveries import Deliveries
from .resource import Resource
from .store import Store

Step = TypeVar("Step", bound=Callable[..., bool])


class Domain:
    """One noun of the service: its operations, and what a test makes of it."""

    account_id: str
    region_name: str
    partition: str
    store: Store
    deliveries: Deliveries
    """What goes to other services; the door sends it once the backend's lock is free."""


def step_of(resource: type[Resource]) -> Callable[[Step], Step]:
    """Let the method take the next step in the life of such a resource, whenever one is due.

    It returns whether there was one to take.
    """

    def declare(step: Step) -> Step:
        step.step_of = resource  # type: ignore[attr-defined]
        return step

    return declare


@cache
def domains_below(package: ModuleType) -> Collection[type[Domain]]:
    """Return every domain in the modules below a package."""
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        import_module(module.name)
    found = Domain.__subclasses__()
    return [each for each in found if each.__module__.startswith(package.__name__)]


def methods_of(domains: Collection[type[Domain]]) -> Mapping[str, type[Domain]]:
    """Return which domain has each public method; no two have the same."""
    found: dict[str, type[Domain]] = {}
    for domain in domains:
        for name, method in vars(domain).items():
            if isfunction(method) and not name.startswith("_"):
                if name in found:
                    raise TypeError(f"{domain.__name__} and {found[name].__name__} both {name}")
                found[name] = domain
    return found


def assemble(domains: Collection[type[Domain]], state: Any) -> Mapping[type[Domain], Domain]:
    """Return one of each domain, each with what it uses, and tell the store their steps."""
    made: dict[Any, Domain] = {domain: domain() for domain in domains}
    for domain, noun in made.items():
        for name, kind in _used(domain).items():
            setattr(noun, name, made[kind] if kind in made else getattr(state, name))
        for name, method in vars(domain).items():
            if hasattr(method, "step_of"):
                state.store.lives[method.step_of] = getattr(noun, name)
    return made


class Shown:
    """A domain's method, as the backend's own."""

    def __init__(self, domain: type[Domain], name: str) -> None:
        self._domain = domain
        self._name = name

    def __get__(self, backend: Any, owner: type) -> Any:
        holder = self._domain if backend is None else backend.domains[self._domain]
        return getattr(holder, self._name)


@cache
def _used(domain: Any) -> Mapping[str, Any]:
    return get_type_hints(domain)
