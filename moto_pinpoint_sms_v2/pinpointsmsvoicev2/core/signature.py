"""Arguments that came from outside, held against a function's own signature."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from inspect import Parameter, Signature, signature
from reprlib import repr as shortly
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

from .words import check_word, hint

if TYPE_CHECKING:
    from typing_extensions import Unpack as Unpack
else:

    class Unpack:
        """Python 3.10 has none: ``Unpack[Filters]`` is the TypedDict itself while running."""

        def __class_getitem__(cls, filters: Any) -> Any:
            """Return what is to be unpacked."""
            return filters


class Parameters:
    """The parameters of a method, the TypedDict of ``**filters`` among them key by key."""

    def __init__(self, method: Callable[..., Any]) -> None:
        self.name = method.__name__
        self._method = method
        self._filters = _unpacked(method)
        self.signature = _expanded(signature(method), self._filters)

    @property
    def has_filters(self) -> bool:
        """Whether it takes a TypedDict of filters."""
        return self._filters is not None

    @cached_property
    def hints(self) -> dict[str, Any]:
        """The type of each parameter, and of what is returned."""
        hints = get_type_hints(self._method)
        return hints if self._filters is None else hints | get_type_hints(self._filters)

    def given(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return what a call in Python gave, by name, all but ``self`` and what is None."""
        try:
            bound = self.signature.bind(*args, **kwargs).arguments
        except TypeError as wrong:
            raise TypeError(f"{self.name}: {wrong}{self._meant(kwargs)}") from None
        del bound[next(iter(bound))]
        return {name: value for name, value in self._flat(bound).items() if value is not None}

    def complete(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return all arguments but ``self``, or raise ValueError for one that does not fit."""
        try:
            bound = self._without_self.bind(**given)
        except TypeError as wrong:
            raise ValueError(f"{self.name}: {wrong}{self._meant(given)}") from None
        for name, value in bound.arguments.items():
            if self._without_self.parameters[name].kind is not Parameter.VAR_KEYWORD:
                self._check(name, value)
        bound.apply_defaults()
        return self._flat(bound.arguments)

    def read_numbers(self, texts: Mapping[str, str]) -> dict[str, Any]:
        """Return arguments that came as texts, with numbers and truths where they are taken."""
        return {name: _of_text(text, self.hints.get(name)) for name, text in texts.items()}

    def described(self) -> dict[str, dict[str, Any]]:
        """Return of each parameter its default, or that it must be there, and its words."""
        return {
            name: ({"required": True} if each.default is each.empty else {"default": each.default})
            | ({} if (words := _words(self.hints[name])) is None else {"one_of": list(words)})
            for name, each in self._without_self.parameters.items()
            if each.kind is not Parameter.VAR_KEYWORD
        }

    @cached_property
    def _without_self(self) -> Signature:
        _, *others = self.signature.parameters.values()
        return self.signature.replace(parameters=others)

    def _meant(self, given: Mapping[str, Any]) -> str:
        """Return which argument was meant by the first one that there is not."""
        known = [*self._without_self.parameters, *_PLACE]
        return next((hint(name, known) for name in given if name not in known), "")

    def _flat(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """Return the arguments with those that ``**members`` caught beside the others."""
        flat: dict[str, Any] = {}
        for name, value in arguments.items():
            caught = self.signature.parameters[name].kind is Parameter.VAR_KEYWORD
            flat.update(value if caught else {name: value})
        return flat

    def _check(self, name: str, value: Any) -> None:
        hint = self.hints[name]
        words = _words(hint)
        said = value if isinstance(value, list | tuple) else [value]
        for each in said if words is not None else ():
            if isinstance(each, str):
                check_word(each, words or (), name)
        if not _fits(value, hint):
            raise ValueError(f"{self.name}: {name} cannot be {shortly(value)}")


_PLACE = ("region_name", "account_id")
"""What a call over HTTP has beside its own parameters, and a Simulator from its making on."""


def _unpacked(method: Callable[..., Any]) -> Any:
    """Return the TypedDict whose keys are parameters, None if there is none."""
    for parameter in signature(method).parameters.values():
        said = str(parameter.annotation)
        if parameter.kind is Parameter.VAR_KEYWORD and said.startswith("Unpack["):
            return method.__globals__[said[len("Unpack[") : -1]]
    return None


def _expanded(found: Signature, filters: Any) -> Signature:
    if filters is None:
        return found
    parameters = [
        each for each in found.parameters.values() if each.kind is not Parameter.VAR_KEYWORD
    ]
    parameters += [
        Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=hint)
        for name, hint in get_type_hints(filters).items()
    ]
    return found.replace(parameters=parameters)


def _words(hint: Any) -> Sequence[str] | None:
    """Return the words that a text must be one of, None if any will do."""
    if get_origin(hint) is Literal:
        return get_args(hint)
    if get_origin(hint) is Sequence:
        return _words(get_args(hint)[0])
    if get_origin(hint) not in (Union, UnionType) or str in get_args(hint):
        return None
    return next((words for each in get_args(hint) if (words := _words(each)) is not None), None)


def _of_text(text: str, hint: Any) -> Any:
    if hint is int and _is_number(text):
        return int(text)
    return text == "true" if hint is bool and text in ("true", "false") else text


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 10


def _fits(value: Any, hint: Any) -> bool:
    """Say whether a value has the annotated type, as far as JSON tells types apart."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        # Where a path would do, the caller has read the file; nobody names one from afar.
        hints = [each for each in get_args(hint) if not (each is str and _PATH in get_args(hint))]
        return any(_fits(value, each) for each in hints)
    if origin is Literal:
        return value in get_args(hint)
    if hint is Any:
        return True
    if hint is None or hint is type(None):
        return value is None
    if hint is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if hint is int:
        return isinstance(value, int) and not isinstance(value, bool)
    if origin is None:
        return isinstance(value, hint)
    if isinstance(value, str) or not isinstance(value, origin):
        return False
    if issubclass(origin, Mapping):
        key, item = get_args(hint)
        return all(_fits(k, key) and _fits(v, item) for k, v in value.items())
    return not issubclass(origin, Sequence) or all(_fits(v, get_args(hint)[0]) for v in value)


_PATH = os.PathLike[str]
