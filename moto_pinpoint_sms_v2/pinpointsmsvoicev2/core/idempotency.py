"""ClientToken: the same call twice has one effect and one answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from ..exceptions import ValidationException

Answer = TypeVar("Answer")


class Tokens(Generic[Answer]):
    """The answers given to each operation's tokens, refusals included, as AWS keeps them."""

    def __init__(self) -> None:
        self._answers: dict[tuple[str, str], tuple[Mapping[str, Any], Answer]] = {}

    def once(
        self, operation: str, token: str, members: Mapping[str, Any], act: Callable[[], Answer]
    ) -> Answer:
        """Return the first answer again, or act and remember.

        How AWS refuses a token with other parameters was never published; ours is a choice.
        """
        remembered = self._answers.get((operation, token))
        if remembered is None:
            answer = act()
            self._answers[operation, token] = (members, answer)
            return answer
        first_members, answer = remembered
        if members != first_members:
            raise ValidationException(
                "INVALID_PARAMETER", client_token="was used with other parameters"
            )
        return answer
