"""Accounts and Regions, of which one is shown."""

from __future__ import annotations

from typing import Any

import boto3

from ..domains.number_types import request
from ..domains.senders import british_number
from ..support import REGION
from .reader import CODE, HANDSET, Page


def test_each_account_and_region_in_use_can_be_chosen(
    page: Page, send: Any, threaded_server: str
) -> None:
    send()
    page.one("#conversations li", HANDSET)
    ireland = boto3.client(
        "pinpoint-sms-voice-v2", region_name="eu-west-1", endpoint_url=threaded_server
    )
    request(ireland)

    choice = page.one("#place option", "eu-west-1")

    assert choice.text == "eu-west-1 · 123456789012"
    choice.click()
    page.sees("No messages yet.")
    page.click("#place option", REGION)
    page.one("#conversations li", HANDSET)


def test_the_page_opens_where_messages_are(browser: Any, page: Page, threaded_server: str) -> None:
    ireland = boto3.client(
        "pinpoint-sms-voice-v2", region_name="eu-west-1", endpoint_url=threaded_server
    )
    ireland.send_text_message(
        DestinationPhoneNumber=HANDSET,
        OriginationIdentity=british_number(ireland),
        MessageBody=CODE,
    )

    page.open()

    page.one("#conversations li", HANDSET)
