"""Conversations: what went to a handset and what came from it, and the list of them."""

from __future__ import annotations

from typing import Any

from selenium.webdriver.common.keys import Keys

from moto_pinpoint_sms_v2 import Simulator

from .reader import CODE, HANDSET, OTHER_HANDSET, Page


def test_a_message_that_is_sent_appears_by_itself(page: Page, send: Any) -> None:
    page.sees("No messages yet.")

    send()

    row = page.one("#conversations li", HANDSET)
    lines = row.text.splitlines()
    assert (lines[0], lines[-3:]) == (HANDSET, [CODE, "SMS", "Delivered"])


def test_a_conversation_shows_what_went_out_and_what_came_back(
    page: Page, send: Any, simulator: Simulator, number: str
) -> None:
    send()
    simulator.receive_message(
        origination_phone_number=HANDSET, destination=number, body="Thank you!"
    )

    page.read(HANDSET)

    page.one("#thread-messages .in", "Thank you!")
    page.reads("#thread-messages .text", [CODE, "Thank you!"])
    assert page.one("#thread-messages .out .about").text.splitlines()[1:] == [
        "SMS",
        "Delivered",
        "1 part, GSM",
    ]


def test_the_newest_conversation_comes_first(page: Page, send: Any) -> None:
    send()
    send("Hello.", to=OTHER_HANDSET)
    page.one("#conversations li:first-child", OTHER_HANDSET)

    send("Hello again.")

    page.one("#conversations li:first-child", "Hello again.")


def test_a_long_or_wide_message_shows_its_parts_and_encoding(page: Page, send: Any) -> None:
    send("Привет! " * 20)

    page.read(HANDSET)

    page.one("#thread-messages .about", "3 parts, Unicode")


def test_a_message_full_of_html_and_script_stays_text(page: Page, send: Any) -> None:
    evil = (
        "<h1>Hello</h1><script>document.title = 'taken'</script>"
        "<img src=x onerror=\"document.title = 'taken'\"><a href='javascript:alert(1)'>x</a>"
    )
    title = page.browser.title
    send(evil)

    page.read(HANDSET)

    text = page.one("#thread-messages .text", "Hello")
    assert text.text == evil
    assert page.one("#conversations .preview").text == evil
    page.one("#search").send_keys("script")
    page.one("#thread-messages mark", "script")
    assert page.one("#thread-messages .text", "Hello").text == evil
    assert page.all("#thread-messages h1, #thread-messages a, main img, main script") == []
    assert page.browser.title == title


def test_the_time_line_shows_the_events_of_a_message(page: Page, send: Any) -> None:
    message_id = send()
    page.read(HANDSET)

    page.click("#thread-messages summary")

    page.reads(".timeline b", ["TEXT_SUCCESSFUL", "TEXT_DELIVERED"])
    page.one("#thread-messages dl", message_id)
    page.click(".timeline summary")
    assert '"eventType": "TEXT_SUCCESSFUL"' in page.one(".timeline pre").text


def test_what_is_open_stays_open_when_more_happens(
    page: Page, send: Any, simulator: Simulator
) -> None:
    message_id = send()
    page.read(HANDSET)
    page.one("#thread-messages summary").send_keys(Keys.ENTER)
    page.one(".timeline b", "TEXT_DELIVERED")

    simulator.advance_message(message_id, "TEXT_SPAM")

    page.one(".timeline b", "TEXT_SPAM")
    assert page.script("return document.activeElement.matches('#thread-messages summary')")


def test_of_very_many_conversations_the_newest_are_shown_until_asked(page: Page, send: Any) -> None:
    for last in range(60):
        send(to=f"+4477009001{last:02}")
    page.one("#conversations li", "+447700900159")
    page.until(lambda: len(page.all("#conversations li")) == 50)

    page.press("Show more")

    page.until(lambda: len(page.all("#conversations li")) == 60)


def test_reloading_leads_back_to_the_same_conversation(page: Page, send: Any) -> None:
    send()
    page.read(HANDSET)

    page.browser.refresh()

    page.one("#handset", HANDSET)
    page.one("#thread-messages .text", CODE)
