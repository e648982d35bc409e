"""What happened within the last day, counted to the second."""

from __future__ import annotations

from datetime import timedelta

from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.recent import Recent


def test_what_never_happened_counts_nothing() -> None:
    recent = Recent()
    recent.add("one")

    assert (recent.count("one"), recent.count("another")) == (1, 0)


def test_what_happened_counts_for_less_than_24_hours() -> None:
    recent = Recent()
    with freeze_time("2026-01-02 12:00:00") as clock:
        assert isinstance(clock, FrozenDateTimeFactory)
        recent.add("it")
        recent.add("it")
        clock.tick(timedelta(hours=1))
        recent.add("it")

        counts = []
        for pause in (timedelta(hours=23, seconds=-1), timedelta(seconds=1), timedelta(hours=1)):
            clock.tick(pause)
            counts.append(recent.count("it"))

    assert counts == [3, 1, 0]
