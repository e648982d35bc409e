"""ClientToken: the same call twice has one effect and one answer."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b
from json import JSONEncoder
from typing import Any, Generic, TypeVar

from ..exceptions import ValidationException
from .clock import now

Answer = TypeVar("Answer")

# AWS keeps tokens for hours; how many it never said, so that it is eight is a choice.
_KEPT_FOR = timedelta(hours=8)

_in_order = JSONEncoder(sort_keys=True).encode


@dataclass(frozen=True, slots=True)
class _Remembered(Generic[Answer]):
    since: datetime
    request: bytes
    """A digest, because a request may bring a file."""
    answer: Answer


class Tokens(Generic[Answer]):
    """The answers given to each operation's tokens, refusals included, as AWS keeps them."""

    def __init__(self) -> None:
        self._remembered: OrderedDict[tuple[str, str], _Remembered[Answer]] = OrderedDict()
        """The oldest first."""

    def once(
        self, operation: str, token: str, members: Mapping[str, Any], act: Callable[[], Answer]
    ) -> Answer:
        """Return the first answer again, or act and remember.

        How AWS refuses a token with other parameters was never published; ours is a choice.
        """
        moment = now()
        self._forget(moment - _KEPT_FOR)
        request = _digest(members)
        first = self._remembered.get((operation, token))
        if first is None:
            answer = act()
            self._remembered[operation, token] = _Remembered(moment, request, answer)
            return answer
        if request != first.request:
            raise ValidationException(
                "INVALID_PARAMETER", client_token="was used with other parameters"
            )
        return first.answer

    def _forget(self, until: datetime) -> None:
        while self._remembered:
            oldest = next(iter(self._remembered.values()))
            if oldest.since > until:
                break
            self._remembered.popitem(last=False)


def _digest(members: Mapping[str, Any]) -> bytes:
    return blake2b(_in_order(members).encode("ascii"), digest_size=16).digest()
