"""What must hold of any call, in an account in which most calls can succeed."""

from __future__ import annotations

from collections import Counter

from .calls import SENDS, Calls
from .worlds import mocked_world

SEEDS = range(4)
CALLS_EACH = 180
ACCEPTED_AT_LEAST = 4
REASONS_AT_LEAST = 25


def test_whatever_is_asked_the_answer_is_declared_and_a_refusal_changes_nothing() -> None:
    accepted: Counter[str] = Counter()
    reasons: set[str] = set()
    for seed in SEEDS:
        with mocked_world(seed) as world:
            calls = Calls(world, seed)
            calls.make(CALLS_EACH)
        accepted.update(calls.accepted)
        reasons.update(reason for _, reason in calls.refused)

    # Else what the calls are drawn from has lost touch with what is there.
    assert {name: accepted[name] for name in SENDS if accepted[name] < ACCEPTED_AT_LEAST} == {}
    assert len(reasons) >= REASONS_AT_LEAST, reasons
