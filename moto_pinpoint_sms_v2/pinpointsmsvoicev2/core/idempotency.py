"""ClientToken: the same call twice has one effect and one answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from json import JSONEncoder
from typing import Any, Generic, TypeVar

from ..exceptions import ValidationException
from .clock import now

Answer = TypeVar("Answer")

# AWS keeps tokens for hours; how many it never said, so that it is eight is a choice.
_KEPT_FOR = 8 * 3600
_SWEPT_EVERY = 3600

_in_order = JSONEncoder(sort_keys=True).encode


@dataclass(frozen=True, slots=True)
class _Remembered(Generic[Answer]):
    since: float
    request: bytes
    """A digest, because a request may bring a file."""
    answer: Answer


class Tokens(Generic[Answer]):
    """The answers given to each operation's tokens, refusals included, as AWS keeps them."""

    def __init__(self) -> None:
        self._remembered: dict[bytes, _Remembered[Answer]] = {}
        self._swept = now().timestamp()

    def once(
        self, operation: str, token: str, members: Mapping[str, Any], act: Callable[[], Answer]
    ) -> Answer:
        """Return the first answer again, or act and remember.

        How AWS refuses a token with other parameters was never published; ours is a choice.
        """
        moment = now().timestamp()
        self._sweep(moment)
        key, request = _digest(f"{operation} {token}"), _digest(_in_order(members))
        first = self._remembered.get(key)
        if first is None or moment - first.since >= _KEPT_FOR:
            answer = act()
            self._remembered[key] = _Remembered(moment, request, answer)
            return answer
        if request != first.request:
            raise ValidationException(
                "INVALID_PARAMETER", client_token="was used with other parameters"
            )
        return first.answer

    def _sweep(self, moment: float) -> None:
        """Forget what is too old, once an hour, so that each token is looked at a few times."""
        if moment - self._swept < _SWEPT_EVERY:
            return
        self._swept = moment
        self._remembered = {
            key: each for key, each in self._remembered.items() if moment - each.since < _KEPT_FOR
        }


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8"), digest_size=12).digest()
