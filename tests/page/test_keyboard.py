"""The keyboard, and what a screen reader says."""

from __future__ import annotations

from typing import Any

from selenium.webdriver.common.keys import Keys

from .reader import CODE, HANDSET, OTHER_HANDSET, Page


def test_the_keyboard_alone_is_enough(page: Page, send: Any) -> None:
    send()
    page.one("#conversations li", HANDSET)

    reached = walk(page, until="#conversations a")
    page.type(Keys.ENTER)
    page.one("#handset", HANDSET)
    reached += walk(page, until="#reply-text")
    page.type("Hello", Keys.ENTER)

    page.one("#thread-messages .in", "Hello")
    for expected in ("to-messages", "to-registrations", "search", "place", "write", "clear-all"):
        assert expected in reached


def walk(page: Page, until: str) -> list[str]:
    """Press the tab key until that element has the focus, which must be seen everywhere."""
    reached = []
    for _ in range(40):
        page.type(Keys.TAB)
        name, outline, is_there = page.script(
            """
            const focused = document.activeElement;
            const outline = getComputedStyle(focused).outlineStyle;
            return [focused.id, outline, focused.matches(arguments[0])];
            """,
            until,
        )
        reached.append(name)
        assert outline == "solid", reached
        if is_there:
            return reached
    raise AssertionError(f"the tab key does not reach {until}, only {reached}")


def test_everything_that_acts_has_a_name(page: Page, send: Any, submitted: str) -> None:
    send()
    page.read(HANDSET)
    page.one("#thread-messages .text", CODE)
    nameless = unnamed(page)
    page.click("#to-registrations")
    page.press("Deny")

    assert nameless + unnamed(page) == []


def unnamed(page: Page) -> list[Any]:
    """Return the controls that a screen reader could not name."""
    nodes = page.browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    roles = {"button", "link", "textbox", "searchbox", "combobox", "checkbox", "dialog", "region"}
    return [
        node
        for node in nodes
        if node.get("role", {}).get("value") in roles and not node.get("name", {}).get("value")
    ]


def test_single_keys_lead_everywhere(page: Page, send: Any) -> None:
    send()
    send("Hello.", to=OTHER_HANDSET)
    page.one("#conversations li", HANDSET)

    page.type("j")
    assert focused(page).startswith(OTHER_HANDSET)
    page.type("j")
    assert focused(page).startswith(HANDSET)
    page.type("j")
    assert focused(page).startswith(HANDSET)
    page.type("k")
    assert focused(page).startswith(OTHER_HANDSET)
    page.type(Keys.ARROW_DOWN)
    assert focused(page).startswith(HANDSET)
    page.type(Keys.ARROW_UP, Keys.ENTER)
    page.one("#handset", OTHER_HANDSET)
    page.type("r", "j")
    assert page.one("#reply-text").get_property("value") == "j"
    page.type(Keys.ESCAPE, "/", "hello")
    page.one("#conversations mark", "Hello")
    page.type(Keys.ESCAPE, "?")
    page.one("#keys-dialog", "Search")
    page.type(Keys.ESCAPE)
    page.until(lambda: not page.one("#keys").get_attribute("open"))


def focused(page: Page) -> str:
    return str(page.script("return document.activeElement.innerText"))


def test_the_skip_link_leads_to_the_content(page: Page) -> None:
    page.type(Keys.TAB)
    skip = page.one(".skip", "Skip to the content")

    skip.send_keys(Keys.ENTER)

    assert page.script("return document.activeElement.id") == "main"
