"""How many registrations the one who reviews is shown at a time."""

from __future__ import annotations

from typing import Any

import pytest

from ...support import backend
from ..registration_forms import BRAND, create


def drafts(sms: Any, count: int) -> list[str]:
    """Open drafts, and return their ids, newest first."""
    return [create(sms, BRAND) for _ in range(count)][::-1]


@pytest.mark.parametrize(("count", "has_more"), [(50, False), (51, True)])
def test_fifty_registrations_are_shown_unless_others_are_asked_for(
    sms: Any, limits: Any, count: int, has_more: bool
) -> None:
    limits.set("REGISTRATIONS", 100)
    opened = drafts(sms, count)

    desk = backend().registrations()

    assert [each.registration_id for each in desk.registrations] == opened[:50]
    assert desk.has_more is has_more


def test_as_many_registrations_are_shown_as_are_asked_for(sms: Any) -> None:
    opened = drafts(sms, 2)

    seen = [backend().registrations(limit=limit) for limit in (1, 2)]

    assert [[each.registration_id for each in desk.registrations] for desk in seen] == [
        opened[:1],
        opened,
    ]
    assert [desk.has_more for desk in seen] == [True, False]


def test_a_part_is_of_1_to_10000(sms: Any) -> None:
    for limit in (1, 10_000):
        assert backend().registrations(limit=limit).registrations == []
    for limit in (0, 10_001):
        with pytest.raises(ValueError, match=f"{limit} is not from 1 to 10000"):
            backend().registrations(limit=limit)
