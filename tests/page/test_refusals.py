"""Sends that were refused: in their conversation, with why and what to do."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

from botocore.exceptions import ClientError
from selenium.webdriver.common.keys import Keys

import moto_pinpoint_sms_v2
from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.contract import service_model

from .. import chromium
from ..test_reasons import ENUMS
from .reader import CODE, HANDSET, Page


def refuse(send: Any, **arguments: Any) -> None:
    try:
        send(**arguments)
    except ClientError:
        return
    raise AssertionError("it was not refused")


def test_a_refused_send_is_shown_where_one_looks_for_it(
    page: Page, sms: Any, send: Any, simulator: Simulator, number: str
) -> None:
    send("Hello.")
    simulator.receive_message(origination_phone_number=HANDSET, destination=number, body="STOP")
    refuse(send)

    row = page.one("#conversations li", "Refused")
    assert row.text.splitlines()[-2:] == [CODE, "Refused"]
    page.read(HANDSET)

    page.one("#thread-messages .refused .text", CODE)
    why = page.one("#thread-messages .refused .why").text.splitlines()
    assert why[0] == "ConflictException · DESTINATION_PHONE_NUMBER_OPTED_OUT"
    assert 'ResourceId="Default"' in why[1]
    assert why[2].startswith("Opted out of Default since ")
    assert why[2].endswith(
        ": let the handset answer a keyword that opts in, such as START, or delete the opt-out."
    )
    sms.delete_opted_out_number(OptOutListName="Default", OptedOutNumber=HANDSET)
    page.one(".why .advice", "It was opted out then, and is not any more: send again.")


def test_a_refused_send_comes_in_its_place_between_messages(
    page: Page, send: Any, simulator: Simulator
) -> None:
    send("First.")
    simulator.inject_error(
        "SendTextMessage",
        "ServiceQuotaExceededException",
        reason="MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT",
    )
    refuse(send, body="Second.")
    send("Third.")

    page.read(HANDSET)

    page.one("#thread-messages .refused", "Raise the spend limit for text messages.")
    page.reads("#thread-messages .text", ["First.", "Second.", "Third."])


def test_who_never_got_anything_has_a_conversation_of_refusals(
    page: Page, sms: Any, simulator: Simulator
) -> None:
    refuse(
        sms.send_text_message,
        DestinationPhoneNumber=HANDSET,
        OriginationIdentity="phone-gone",
        MessageBody=CODE,
    )
    page.open()

    page.read(HANDSET)

    page.one(".why", "ResourceNotFoundException")
    page.one(".why .advice", "in this account and Region there is none of that name")
    page.one("#search").send_keys("NotFound")
    page.one("#thread-messages .refused.hit", CODE)
    page.one("#search").send_keys(Keys.BACKSPACE * len("NotFound"))
    page.until(lambda: page.all("#thread-messages .hit") == [])
    page.click("#clear-one")
    page.click("#clear-dialog .danger")
    page.sees("No messages yet.")
    assert simulator.refusals() == []


def test_every_reason_of_a_send_has_its_advice() -> None:
    package = Path(moto_pinpoint_sms_v2.__file__).parent / "pinpointsmsvoicev2"
    sources = (package / "domains" / "sending").glob("*.py")
    said = {
        node.value
        for path in sources
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant)
    }
    reasons = {each for enum in ENUMS for each in service_model().shape_for(enum).enum}
    script = (package / "page" / "refusal.js").read_text("utf-8")

    assert {each for each in reasons & said if each not in script} == set()


def test_a_refusal_fits_a_phone(page: Page, sms: Any) -> None:
    chromium.look_like(page.browser, chromium.PHONE)
    refuse(
        sms.send_text_message,
        DestinationPhoneNumber=HANDSET,
        OriginationIdentity="arn:aws:sms-voice:us-east-1:123456789012:phone-number/phone-"
        + "a" * 32,
        MessageBody=CODE,
    )
    page.open()
    page.read(HANDSET)
    page.one(".why", "ResourceNotFoundException")

    assert (
        page.script("""
        const scroll = document.querySelector("#scroll");
        return scroll.scrollWidth - scroll.clientWidth;
    """)
        == 0
    )
