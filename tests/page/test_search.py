"""Search: what is found, marked, and where it stands."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from .reader import HANDSET, OTHER_HANDSET, Page


@pytest.fixture
def two(page: Page, send: Any) -> Page:
    """The page with two conversations on it."""
    send()
    send("Hello.", to=OTHER_HANDSET)
    page.one("#conversations li", OTHER_HANDSET)
    return page


def test_a_search_finds_conversations_and_marks_what_it_found(two: Page) -> None:
    two.one("#search").send_keys("482")

    two.until(lambda: len(two.all("#conversations li")) == 1)
    two.reads("#conversations mark", ["482"])
    two.one("#search").send_keys("none")
    two.sees("Nothing has “482none” in it.")


@pytest.mark.parametrize(
    "spelling",
    ["+44 7700 900123", "07700 900123", "0044 7700 900-123", "+44 (0)7700 900123", "900123"],
)
def test_a_number_is_found_and_marked_in_any_spelling(two: Page, spelling: str) -> None:
    two.one("#search").send_keys(spelling)

    two.until(lambda: len(two.all("#conversations li")) == 1)
    mark = two.one("#conversations mark")
    assert HANDSET.endswith(mark.text)
    assert mark.text.endswith("900123")


def test_a_search_stands_in_the_address(two: Page) -> None:
    two.one("#search").send_keys("hello")
    two.until(lambda: len(two.all("#conversations li")) == 1)
    said = parse_qs(urlsplit(two.browser.current_url).fragment)
    assert said["search"] == ["hello"]

    two.browser.refresh()

    two.one("#conversations mark", "Hello")
    assert two.one("#search").get_property("value") == "hello"
    two.click("#conversations a", OTHER_HANDSET)
    two.one("#hit-count", "1 of 1")
    two.one("#thread-messages .hit mark", "Hello")


def test_what_only_the_details_tell_is_found_and_they_open(two: Page, send: Any) -> None:
    message_id = send("Look inside.")

    two.one("#search").send_keys(message_id)
    two.click("#conversations .preview", "Look inside.")

    two.one("#thread-messages dl mark", message_id)
