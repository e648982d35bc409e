"""Clearing: messages that are forgotten."""

from __future__ import annotations

from typing import Any

from moto_pinpoint_sms_v2 import Simulator

from .reader import HANDSET, OTHER_HANDSET, Page


def test_a_conversation_is_cleared_on_its_own(page: Page, send: Any, simulator: Any) -> None:
    send()
    send("Hello.", to=OTHER_HANDSET)
    page.read(HANDSET)

    page.click("#clear-one")
    page.click("#clear-dialog .danger")

    page.until(lambda: len(page.all("#conversations li")) == 1)
    assert [each.message_body for each in simulator.messages()] == ["Hello."]


def test_everything_is_cleared_at_once(page: Page, send: Any, simulator: Simulator) -> None:
    send()
    simulator.receive_message(
        origination_phone_number=OTHER_HANDSET,
        destination=simulator.messages()[0].origination_identity,
        body="Hi",
    )
    page.one("#conversations li", OTHER_HANDSET)

    page.click("#clear-all")
    page.click("#clear-dialog .danger")

    page.sees("No messages yet.")
    assert simulator.messages() == []
