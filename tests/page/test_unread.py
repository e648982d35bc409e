"""What is new since somebody looked: marks, the title, and the choice of Regions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import boto3
import pytest

from ..domains.senders import british_number
from ..support import reset
from .reader import CODE, HANDSET, OTHER_HANDSET, Page


@pytest.fixture
def forgetful(page: Page) -> Page:
    """The page in a browser that has never been here."""
    page.script("localStorage.clear()")
    page.open()
    return page


def marks(page: Page) -> list[str]:
    return [row.text.splitlines()[0] for row in page.all("#conversations li.new")]


def test_nothing_is_new_to_who_comes_for_the_first_time(page: Page, send: Any) -> None:
    send()
    page.script("localStorage.clear()")
    page.open()

    page.one("#conversations li", HANDSET)

    assert marks(page) == []
    assert page.browser.title.startswith("Messages")


def test_what_comes_is_new_until_it_is_read(forgetful: Page, send: Any) -> None:
    page = forgetful
    send()
    send("Hello.", to=OTHER_HANDSET)
    page.until(lambda: marks(page) == [OTHER_HANDSET, HANDSET])
    page.until(lambda: page.browser.title.startswith("(2) Messages"))

    page.read(HANDSET)

    page.until(lambda: marks(page) == [OTHER_HANDSET])
    page.until(lambda: page.browser.title.startswith("(1) Messages"))
    page.open()
    page.until(lambda: marks(page) == [OTHER_HANDSET])


def test_what_comes_to_an_open_conversation_is_read_at_once(forgetful: Page, send: Any) -> None:
    page = forgetful
    send()
    page.read(HANDSET)

    send("Hello again.")

    page.one("#thread-messages .text", "Hello again.")
    page.until(lambda: marks(page) == [])


def test_the_regions_tell_how_much_is_new_in_each(
    forgetful: Page, send: Callable[..., str], threaded_server: str
) -> None:
    page = forgetful
    send()
    page.one("#conversations li", HANDSET)
    ireland = boto3.client(
        "pinpoint-sms-voice-v2", region_name="eu-west-1", endpoint_url=threaded_server
    )
    number = british_number(ireland)
    for _ in range(3):
        ireland.send_text_message(
            DestinationPhoneNumber=HANDSET, OriginationIdentity=number, MessageBody=CODE
        )

    choice = page.one("#place option", "3 new")

    assert choice.text == "eu-west-1 · 123456789012 · 3 new"
    choice.click()
    page.one("#conversations li.new", HANDSET)
    page.reads("#place option", ["eu-west-1 · 123456789012", "us-east-1 · 123456789012"])


def test_a_server_that_begins_anew_makes_all_new(
    forgetful: Page, send: Any, sms: Any, threaded_server: str
) -> None:
    page = forgetful
    for _ in range(3):
        send()
    page.read(HANDSET)
    reset(threaded_server)
    page.open()
    sms.send_text_message(
        DestinationPhoneNumber=OTHER_HANDSET,
        OriginationIdentity=british_number(sms),
        MessageBody=CODE,
    )

    page.until(lambda: marks(page) == [OTHER_HANDSET])
