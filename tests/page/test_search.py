"""Search: what is found, and marked."""

from __future__ import annotations

from typing import Any

from .reader import OTHER_HANDSET, Page


def test_a_search_finds_conversations_and_marks_what_it_found(page: Page, send: Any) -> None:
    send()
    send("Hello.", to=OTHER_HANDSET)
    page.one("#conversations li", OTHER_HANDSET)

    page.one("#search").send_keys("482")

    page.until(lambda: len(page.all("#conversations li")) == 1)
    page.reads("#conversations mark", ["482"])
    page.one("#search").send_keys("none")
    page.sees("Nothing has “482none” in it.")
