"""The quotas of the account in a Region: AWS's defaults, until a test raises or lowers them."""

from __future__ import annotations

from ..data import load
from ..exceptions import ServiceQuotaExceededException
from .words import check_word

_PER_ACCOUNT = "_PER_ACCOUNT"


class Limits:
    """The most that may exist of each thing.

    Limits per account have the names of DescribeAccountLimits (``PHONE_NUMBERS``) and are refused
    with ``<name>_PER_ACCOUNT``; any other is named by its reason (``KEYWORDS_PER_POOL``).
    """

    def __init__(self) -> None:
        self._maxima: dict[str, int] = dict(load("limits"))

    def __getitem__(self, name: str) -> int:
        return self._maxima[name]

    def set(self, name: str, maximum: int) -> None:
        """Change the limit of that name or reason; ValueError if there is none."""
        name = name.removesuffix(_PER_ACCOUNT)
        if name not in self._maxima:
            check_word(name, sorted(self._maxima), "name")
        self._maxima[name] = maximum

    def check(self, name: str, used: int, adding: int = 1, *, reason: str | None = None) -> None:
        """Refuse one more (or ``adding`` more) when ``used`` are there already.

        ``reason`` is for a limit that no reason of the service is named after.
        """
        if used + adding > self._maxima[name]:
            own = name if "_PER_" in name else name + _PER_ACCOUNT
            raise ServiceQuotaExceededException(reason or own)
