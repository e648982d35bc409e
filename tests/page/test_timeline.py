"""The time line of a message: seen at once, and its records inside their card."""

from __future__ import annotations

from typing import Any

import boto3
import pytest

from moto_pinpoint_sms_v2 import Simulator

from .. import chromium
from ..support import REGION
from .reader import HANDSET, Page

SIZES = {"phone": chromium.PHONE, "desk": chromium.WIDE}


@pytest.mark.parametrize("size", SIZES)
def test_the_newest_message_s_time_line_opens_into_view(page: Page, send: Any, size: str) -> None:
    chromium.look_like(page.browser, SIZES[size])
    for each in range(12):
        send(f"Message {each}")
    page.read(HANDSET)
    page.one("#thread-messages .text", "Message 11")

    page.all("#thread-messages > li > details > summary")[-1].click()

    page.until(
        lambda: page.script("""
            const card = [...document.querySelectorAll("#thread-messages details[open]")].at(-1);
            const seen = document.querySelector("#scroll").getBoundingClientRect();
            const { top, bottom } = card.getBoundingClientRect();
            return top >= seen.top - 1 && bottom <= seen.bottom + 1;
        """)
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_a_record_stays_in_its_card(page: Page, send: Any, size: str, scheme: str) -> None:
    chromium.look_like(page.browser, SIZES[size], scheme=scheme)
    send()
    page.read(HANDSET)
    page.click("#thread-messages summary")

    page.one(".timeline b", "TEXT_DELIVERED")
    page.click(".timeline summary")

    page.one(".timeline pre", '"eventType"')
    beyond, contrast = page.script("""
        const record = document.querySelector(".timeline details[open] pre");
        const card = record.closest(".timeline").getBoundingClientRect();
        const { left, right } = record.getBoundingClientRect();
        const { color, backgroundColor } = getComputedStyle(record);
        const [ink, ground] = [color, backgroundColor].map((each) => Number(each.match(/\\d+/)[0]));
        return [Math.max(0, right - card.right, card.left - left), Math.abs(ink - ground)];
    """)
    assert beyond == 0
    assert contrast > 100


def test_what_sns_published_is_marked(page: Page, simulator: Simulator, send: Any) -> None:
    simulator.link_sns()
    sns = boto3.client("sns", region_name=REGION, endpoint_url=simulator.endpoint_url)
    send("By this service")
    sns.publish(PhoneNumber=HANDSET, Message="By SNS")

    page.read(HANDSET)

    page.until(lambda: len(page.all("#thread-messages > li > details")) == 2)
    by_this_service, by_sns = (each.text for each in page.all("#thread-messages > li > details"))
    assert "from SNS" in by_sns
    assert "SNS" not in by_this_service
