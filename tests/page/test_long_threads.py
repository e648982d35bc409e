"""Long conversations: the newest part, the first, and the part around a message."""

from __future__ import annotations

from typing import Any

import pytest

from .reader import HANDSET, Page


@pytest.fixture
def long(send: Any) -> None:
    """A conversation of 120 messages."""
    for each in range(120):
        send(f"Message {each:03}")


def shown(page: Page) -> tuple[str, str, int]:
    texts: list[str] = page.script(
        "return [...document.querySelectorAll('#thread-messages .text')].map((e) => e.innerText)"
    )
    return (texts[0], texts[-1], len(texts)) if texts else ("", "", 0)


def test_the_newest_are_shown_and_more_on_request(page: Page, long: None) -> None:
    page.read(HANDSET)
    page.until(lambda: shown(page) == ("Message 070", "Message 119", 50))
    page.until(lambda: in_view(page, page.all("#thread-messages .text")[-1]))

    page.press("Show earlier messages")

    page.until(lambda: shown(page) == ("Message 020", "Message 119", 100))
    page.press("Show earlier messages")
    page.until(lambda: shown(page) == ("Message 000", "Message 119", 120))
    assert [each.text for each in page.all("#before, #after") if each.is_displayed()] == []


def test_one_jump_leads_to_the_first_and_one_back(page: Page, long: None) -> None:
    page.read(HANDSET)

    page.click("#first")

    page.until(lambda: shown(page) == ("Message 000", "Message 049", 50))
    page.until(lambda: page.script("return document.querySelector('#scroll').scrollTop") == 0)
    page.press("Show later messages")
    page.until(lambda: shown(page) == ("Message 000", "Message 099", 100))
    page.click("#newest")
    page.until(lambda: shown(page)[1] == "Message 119")


def test_what_was_searched_for_is_shown_wherever_it_is(page: Page, long: None) -> None:
    page.one("#search").send_keys("message 03")
    page.one("#conversations mark", "Message 03")

    page.click("#conversations a", HANDSET)

    page.one("#hit-count", "10 of 10")
    hit = page.one("#thread-messages .hit", "Message 039")
    page.until(lambda: in_view(page, hit))
    assert hit.find_element("css selector", "mark").text == "Message 03"
    page.click("#hit-before")
    page.one("#hit-count", "9 of 10")
    page.until(lambda: in_view(page, page.one("#thread-messages .hit", "Message 038")))


def in_view(page: Page, element: Any) -> Any:
    return page.browser.execute_script(
        """
        const { top, bottom } = arguments[0].getBoundingClientRect();
        const seen = document.querySelector("#scroll").getBoundingClientRect();
        return top >= seen.top && bottom <= seen.bottom;
        """,
        element,
    )
