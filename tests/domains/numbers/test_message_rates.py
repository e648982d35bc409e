"""Message rates: what MessagingLimits shows of each identity."""

from __future__ import annotations

from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator

ALL = ["SMS", "MMS", "VOICE"]


@pytest.mark.parametrize(
    ("country", "number_type", "capabilities", "rates"),
    [
        ("US", "SHORT_CODE", ["SMS", "MMS"], {"SMS": 100, "MMS": 40}),
        ("CA", "SHORT_CODE", ["SMS", "MMS"], {"SMS": 100, "MMS": 40}),
        ("GB", "SHORT_CODE", ["SMS"], None),
        ("CA", "LONG_CODE", ["SMS", "MMS"], {"SMS": 1, "MMS": 1}),
        ("GB", "LONG_CODE", ["SMS"], {"SMS": 10}),
        ("US", "TEN_DLC", ALL, {"SMS": 1, "MMS": 1, "VOICE": 1}),
        ("US", "TOLL_FREE", ALL, {"SMS": 3, "MMS": 3, "VOICE": 1}),
        ("US", "SIMULATOR", ["SMS"], None),
    ],
)
def test_a_number_shows_its_messages_a_second(
    sms: Any,
    simulator: Simulator,
    country: str,
    number_type: str,
    capabilities: list[str],
    rates: dict[str, int] | None,
) -> None:
    simulator.add_phone_number(
        iso_country_code=country, number_type=number_type, number_capabilities=capabilities
    )

    [entry] = sms.describe_phone_numbers()["PhoneNumbers"]
    assert entry.get("MessagingLimits") == (None if rates is None else {"RateLimits": rates})


def test_a_sender_id_shows_ten_messages_a_second(sms: Any, simulator: Simulator) -> None:
    simulator.add_sender_id("EXAMPLE", "GB")

    [entry] = sms.describe_sender_ids()["SenderIds"]
    assert entry["MessagingLimits"] == {"RateLimits": {"SMS": 10}}
