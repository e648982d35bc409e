"""Large accounts: a load costs the same for each row, in time and in memory."""

from __future__ import annotations

import gc
import tracemalloc
from time import process_time
from typing import Any

from moto import mock_aws

from moto_pinpoint_sms_v2 import Simulator

from ...support import REGION


def account(numbers: int, opted_out: int) -> dict[str, Any]:
    """Return an account of that size, as a snapshot has it."""
    return {
        "PhoneNumbers": [
            {
                "PhoneNumberId": f"phone-{index:032x}",
                "PhoneNumber": f"+1888555{index:04}",
                "NumberType": "TOLL_FREE",
            }
            for index in range(numbers)
        ],
        "OptedOutNumbers": [
            {
                "OptOutListName": "Default",
                "OptedOutNumbers": [
                    {
                        "OptedOutNumber": f"+120655{index:05}",
                        "OptedOutTimestamp": "2026-01-01T00:00:00.000+00:00",
                        "EndUserOptedOut": True,
                    }
                    for index in range(opted_out)
                ],
            }
        ],
    }


def cost_of(source: dict[str, Any]) -> tuple[float, int]:
    """Return the seconds of CPU that a load takes, and the bytes that it leaves."""
    with mock_aws():
        simulator = Simulator(region_name=REGION)
        simulator.load_account({})
        gc.collect()
        begun = process_time()
        simulator.load_account(source)
        seconds = process_time() - begun
    with mock_aws():
        simulator = Simulator(region_name=REGION)
        simulator.load_account({})
        gc.collect()
        tracemalloc.start()
        try:
            simulator.load_account(source)
            gc.collect()
            return seconds, tracemalloc.get_traced_memory()[0]
        finally:
            tracemalloc.stop()


def test_ten_times_as_much_costs_about_ten_times_as_much() -> None:
    cost_of(account(10, 100))
    few, many = cost_of(account(50, 1_000)), cost_of(account(500, 10_000))

    assert many[0] < 30 * few[0]
    assert many[1] < 12 * few[1]
    # 1.5 kB a number with its keywords and its ARN, 0.4 kB an entry of a list.
    assert many[1] < 500 * 3_000 + 10_000 * 600
