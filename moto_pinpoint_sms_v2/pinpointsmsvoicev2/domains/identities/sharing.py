"""Owner: whose resources a Describe lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from ...core.filters import Filter
from ...core.resource import Resource
from ...core.store import Store
from ...core.table import Selection, Table
from ...exceptions import ValidationException

R = TypeVar("R", bound=Resource)


def select_owned(
    store: Store,
    cls: type[R],
    *,
    owner: str | None,
    ids_field: str,
    identifiers: Sequence[str],
    filters: Sequence[Filter] = (),
    matches: Callable[[R], bool] | None = None,
) -> Selection[R]:
    """Return the rows of a Describe that takes an Owner; any Owner beside ids is refused.

    ``ids_field`` is the parameter with the ids, in snake_case. SHARED lists nothing, because no
    other account shares its resources here.
    """
    if owner is not None and identifiers:
        raise ValidationException(
            "PARAMETERS_CANNOT_BE_USED_TOGETHER",
            **dict.fromkeys(("owner", ids_field), "cannot be given together with the other"),
        )

    rows = store.select(cls, identifiers=identifiers, filters=filters, matches=matches)
    return Table[R]().select() if owner == "SHARED" else rows
