"""A day before the page: why did it not arrive, what did they get, who waits for a word?"""

from __future__ import annotations

from typing import Any

import pytest
from botocore.exceptions import ClientError
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from moto_pinpoint_sms_v2 import Simulator

from .. import chromium
from .pictures import png, send_media
from .reader import CODE, HANDSET, Page

AMERICAN = "+12065550100"


@pytest.fixture
def day(
    sms: Any, send: Any, simulator: Simulator, number: str, media: Any, invited: str, submitted: str
) -> None:
    """What has happened: a code, a picture, a STOP, a refused send; somebody is invited."""
    for each in range(60):
        send(f"Offer {each:02}")
    send(CODE)
    media("bike.png", png(), "image/png")
    send_media(sms, ["s3://media/bike.png"])
    simulator.receive_message(origination_phone_number=HANDSET, destination=number, body="STOP")
    with pytest.raises(ClientError, match="DESTINATION_PHONE_NUMBER_OPTED_OUT"):
        send("Are you there?")


def fits(page: Page) -> bool:
    """Say whether nothing is wider than its place, in the light and in the dark."""
    is_fitting = []
    for scheme in ("dark", "light"):
        chromium.prefer(page.browser, scheme)
        is_fitting.append(
            page.script("""
                const all = [document.documentElement, ...document.querySelectorAll(
                    "main, section, header, .scroll, .timeline, .bubble, .why, article")];
                return all.every((each) => each.scrollWidth <= each.clientWidth + 1);
            """)
        )
    return is_fitting == [True, True]


@pytest.mark.parametrize("size", [chromium.WIDE, chromium.PHONE], ids=["desk", "phone"])
def test_a_day(page: Page, day: None, size: tuple[int, int]) -> None:
    chromium.look_like(page.browser, size)
    page.open()
    find_out_why_it_did_not_arrive(page)
    find_what_was_said_long_ago(page)
    look_at_the_picture(page)
    accept_the_tester(page)


def find_out_why_it_did_not_arrive(page: Page) -> None:
    page.click("#conversations li", "Refused")
    page.one(".why", "DESTINATION_PHONE_NUMBER_OPTED_OUT")
    page.one(".why .advice", "Opted out of Default since")
    summary = page.all("#thread-messages > li > details > summary")[-1]
    summary.click()
    card = summary.find_element(By.XPATH, "./..")
    page.until(lambda: seen_whole(page, card))
    card.find_element(By.CSS_SELECTOR, ".timeline summary").click()
    page.one("#thread-messages .timeline pre", "eventType")
    assert fits(page)


def seen_whole(page: Page, card: Any) -> Any:
    return page.browser.execute_script(
        """
        const { top, bottom } = arguments[0].getBoundingClientRect();
        const seen = document.querySelector("#scroll").getBoundingClientRect();
        return arguments[0].open && top >= seen.top - 1 && bottom <= seen.bottom + 1;
        """,
        card,
    )


def find_what_was_said_long_ago(page: Page) -> None:
    if not page.all("#search")[0].is_displayed():
        page.click("#back")
    page.type(Keys.ESCAPE)
    page.type("/")
    page.type("offer 03")
    page.click("#conversations mark", "Offer 03")
    page.one("#thread-messages .hit mark", "Offer 03")
    assert fits(page)


def look_at_the_picture(page: Page) -> None:
    page.browser.get(page.browser.current_url.split("#")[0])
    page.click("#conversations li", AMERICAN)
    picture = page.one("#thread-messages img")
    page.until(lambda: picture.get_property("naturalWidth") == 8)
    assert fits(page)


def accept_the_tester(page: Page) -> None:
    page.click("#to-registrations", "2")
    page.one("#testers article", HANDSET)
    assert fits(page)
    page.press("Accept")
    page.one("#to-registrations", "1")
    page.until(lambda: not page.all("#testers")[0].is_displayed())
