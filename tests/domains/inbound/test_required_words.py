"""HELP, STOP and their kin: what works on every number, whatever else is set up."""

from __future__ import annotations

from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator

from ..senders import HANDSET, identifier, number


@pytest.fixture(params=["PRODUCTION", "SANDBOX"])
def origin(sms: Any, simulator: Simulator, request: pytest.FixtureRequest) -> str:
    """A number without two-way messaging, in either tier."""
    origin = number(sms)
    simulator.set_account_tier(request.param)
    return origin


@pytest.mark.parametrize(
    ("text", "keyword", "opted_out"),
    [
        ("HELP", "HELP", []),
        ("Help me, please", "HELP", []),
        ("STOP", "STOP", [HANDSET]),
        ("Stop it!", "STOP", [HANDSET]),
        ("unsubscribe", "UNSUBSCRIBE", [HANDSET]),
    ],
)
def test_they_work_without_two_way_and_in_the_sandbox(
    sms: Any, simulator: Simulator, origin: str, text: str, keyword: str, opted_out: list[str]
) -> None:
    inbound = simulator.receive_message(
        origination_phone_number=HANDSET, destination=origin, body=text
    )

    assert inbound.message_keyword == keyword
    assert inbound.automatic_response is not None
    listed = sms.describe_opted_out_numbers(OptOutListName="Default")["OptedOutNumbers"]
    assert [each["OptedOutNumber"] for each in listed] == opted_out


def test_a_word_of_the_account_works_without_two_way(
    sms: Any, simulator: Simulator, origin: str
) -> None:
    sms.put_keyword(
        OriginationIdentity=identifier(sms, origin),
        Keyword="START",
        KeywordMessage="Welcome back.",
        KeywordAction="OPT_IN",
    )
    for text in ("STOP", "START"):
        inbound = simulator.receive_message(
            origination_phone_number=HANDSET, destination=origin, body=text
        )

    assert inbound.automatic_response is not None
    assert inbound.automatic_response.message_body == "Welcome back."
    assert sms.describe_opted_out_numbers(OptOutListName="Default")["OptedOutNumbers"] == []
