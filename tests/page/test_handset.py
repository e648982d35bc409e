"""The handset: what its holder writes."""

from __future__ import annotations

from typing import Any

from selenium.webdriver.common.keys import Keys

from moto_pinpoint_sms_v2 import Simulator

from ..support import refused
from .reader import HANDSET, Page


def test_whoever_answers_stop_is_sent_nothing_more(page: Page, send: Any) -> None:
    send()
    page.read(HANDSET)

    page.press("STOP")

    page.one("#opted-out", "Opted out of Default")
    page.one("#thread-messages .in", "STOP")
    with refused("ConflictException", "DESTINATION_PHONE_NUMBER_OPTED_OUT", kind="opt-out-list",
                 id="Default"):  # fmt: skip
        send()


def test_the_reply_box_plays_the_handset(page: Page, send: Any, simulator: Simulator) -> None:
    send()
    page.read(HANDSET)

    page.one("#reply-text").send_keys("On my way", Keys.ENTER)

    page.one("#thread-messages .in", "On my way")
    page.until(lambda: page.one("#reply-text").get_property("value") == "")


def test_a_handset_can_write_first(page: Page, number: str) -> None:
    page.until(lambda: page.one("#write").is_enabled())
    page.press("Write")
    page.one("#write-from").send_keys("12")
    page.one("#write-text").send_keys("Hello?")
    page.click("#write-dialog [type=submit]")
    page.one("#write-dialog .wrong", "'12' is not a phone number")

    page.one("#write-from").clear()
    page.one("#write-from").send_keys(HANDSET, Keys.ENTER)

    page.one("#conversations li", "Hello?")
