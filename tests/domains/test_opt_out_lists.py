"""Opt-out lists."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from freezegun import freeze_time

from ..support import body, refused

ARN = "arn:aws:sms-voice:us-east-1:123456789012:opt-out-list/"


@freeze_time("2026-01-02 03:04:05.678")
def test_create_opt_out_list_answers_the_list(sms: Any) -> None:
    assert body(sms.create_opt_out_list(OptOutListName="news")) == {
        "OptOutListArn": ARN + "news",
        "OptOutListName": "news",
        "CreatedTimestamp": datetime(2026, 1, 2, 3, 4, 5, 678000, timezone.utc),
    }


def test_create_opt_out_list_refuses_a_name_twice(sms: Any) -> None:
    sms.create_opt_out_list(OptOutListName="news")

    with refused("ConflictException", "RESOURCE_ALREADY_EXISTS", kind="opt-out-list", id="news"):
        sms.create_opt_out_list(OptOutListName="news")
