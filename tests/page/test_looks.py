"""Looks: widths, colours, and the word about the server."""

from __future__ import annotations

from typing import Any

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from .. import chromium
from .reader import HANDSET, Page


@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_s_width_is_enough(page: Page, send: Any, submitted: str, width: int) -> None:
    chromium.look_like(page.browser, (width, 700))
    send("A_word_as_long_as_this_one_is_and_longer_still_" * 5)
    page.one("#conversations li", HANDSET)
    widths = [overflow(page)]
    page.read(HANDSET)
    page.click("#thread-messages summary")
    page.one(".timeline b", "TEXT_DELIVERED")
    widths.append(overflow(page))
    assert not page.browser.find_element(By.ID, "conversations").is_displayed()
    page.click("#back")
    page.one("#conversations li", HANDSET)
    page.click("#to-registrations")
    page.one("#submissions article")
    widths.append(overflow(page))

    assert widths == [0, 0, 0]


def overflow(page: Page) -> int:
    """Return by how much the page, or what scrolls in it, is wider than its place."""
    return page.script("""
        const all = [document.documentElement, ...document.querySelectorAll("main, section, ol")];
        return Math.max(...all.map((each) => each.scrollWidth - each.clientWidth));
    """)


@pytest.mark.parametrize(("scheme", "is_dark"), [("light", False), ("dark", True)])
def test_the_page_is_as_light_or_dark_as_its_reader_prefers(
    page: Page, scheme: str, is_dark: bool
) -> None:
    chromium.look_like(page.browser, chromium.WIDE, scheme=scheme)

    colours = page.script("""
        const { backgroundColor, color } = getComputedStyle(document.body);
        return [backgroundColor, color].map((each) => Number(each.match(/[0-9]+/)[0]));
    """)
    assert [each < 128 for each in colours] == [is_dark, not is_dark]


def test_the_page_says_when_the_server_does_not_answer(page: Page, send: Any) -> None:
    page.browser.set_network_conditions(offline=True, latency=0, throughput=0)
    page.one("#live", "The server does not answer")

    page.browser.delete_network_conditions()

    page.one("#live", "Live")


def test_what_could_not_be_sent_is_told_in_a_sentence_that_goes_by_itself(
    page: Page, send: Any
) -> None:
    send()
    page.read(HANDSET)
    page.browser.set_network_conditions(offline=True, latency=0, throughput=0)
    page.one("#reply-text").send_keys("Hello?", Keys.ENTER)
    page.one("#reply .wrong", "The server does not answer. Is it still running?")

    page.browser.delete_network_conditions()

    page.until(lambda: not page.all("#reply .wrong")[0].is_displayed())
    assert page.one("#reply-text").get_property("value") == "Hello?"
