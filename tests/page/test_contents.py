"""What messages hold: links, codes, pictures, cards, and suggestions to tap."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from selenium.webdriver.common.by import By

from moto_pinpoint_sms_v2 import Simulator

from ..domains import registration_forms as forms
from ..domains.senders import heard, topic
from .pictures import png, send_media
from .reader import HANDSET, Page

Replies = Callable[[], list[dict[str, Any]]]

BIKE = "s3://media/bike.png"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload='parent.taken = 1'/>"
LINK = "https://example.com/track?id=7"


@pytest.fixture
def agent(sms: Any, simulator: Simulator) -> str:
    """An agent that is launched in the United States."""
    agent = str(sms.create_rcs_agent()["RcsAgentId"])
    registration = forms.create(sms, "US_RCS_LAUNCH_REGISTRATION")
    sms.create_registration_association(RegistrationId=registration, ResourceId=agent)
    simulator.set_registration_status(registration, "COMPLETE")
    return agent


@pytest.fixture
def send_rcs(sms: Any, agent: str) -> Callable[[Any], None]:
    def send(content: Any) -> None:
        sms.send_rcs_message(
            DestinationPhoneNumber="+12065550100",
            OriginationIdentity=agent,
            RcsMessageContent=content,
        )

    return send


@pytest.fixture
def replies(sms: Any, agent: str) -> Replies:
    """What a topic hears of what people do to the agent, taken from its queue."""
    server = sms.meta.endpoint_url
    arn = topic("replies", endpoint_url=server)
    sms.update_rcs_agent(RcsAgentId=agent, TwoWayEnabled=True, TwoWayChannelArn=arn)
    return lambda: heard("replies", endpoint_url=server)


def reply(text: str) -> dict[str, Any]:
    return {"Reply": {"Text": text, "PostbackData": text.lower()}}


def test_an_address_is_a_link_that_tells_nobody_where_it_stood(page: Page, send: Any) -> None:
    send(f"See {LINK}, or ask: javascript:alert(1) ftp://example.com http://example.com/a.")
    page.read(HANDSET)

    page.one("#thread-messages a", LINK)
    [first, second] = page.all("#thread-messages .text a")
    assert [each.get_attribute("href") for each in (first, second)] == [
        LINK,
        "http://example.com/a",
    ]
    assert (first.get_attribute("rel"), first.get_attribute("target")) == (
        "noopener noreferrer",
        "_blank",
    )
    assert first.get_attribute("referrerpolicy") == "no-referrer"


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("Your Example code is 482913.", ["482913"]),
        ("482 913 is your code, or G-771204", ["482913", "771204"]),
        ("Ring +12065550100 before 14:30, it costs $1234 or 12,500", []),
        (f"See {LINK}/4829", []),
    ],
)
def test_a_code_has_a_button_that_copies_it(
    page: Page, send: Any, body: str, codes: list[str]
) -> None:
    page.browser.execute_cdp_cmd(
        "Browser.grantPermissions",
        {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]},
    )
    send(body)
    page.read(HANDSET)
    page.one("#thread-messages .text", body[:8])

    page.reads("#thread-messages .copy", [f"Copy {code}" for code in codes])
    for button in page.all("#thread-messages .copy"):
        button.click()
        page.one("#thread-messages .copy", "Copied")
    if codes:
        page.until(lambda: copied(page) == codes[-1])


def copied(page: Page) -> Any:
    return page.browser.execute_async_script(
        "navigator.clipboard.readText().then(arguments[0], arguments[0])"
    )


def test_a_picture_in_moto_s_s3_is_shown(page: Page, sms: Any, media: Any, number: str) -> None:
    media("bike.png", png(), "image/png")
    media("terms.pdf", b"%PDF", "application/pdf")
    send_media(sms, [BIKE])
    send_media(sms, ["s3://media/terms.pdf"])
    page.read("+12065550100")

    picture = page.one("#thread-messages img")

    page.until(lambda: picture.get_property("naturalWidth") == 8)
    assert picture.get_attribute("alt") == "bike.png"
    file = page.one("#thread-messages a.medium", "terms.pdf")
    assert (file.get_attribute("href") or "").endswith("/media?url=s3%3A%2F%2Fmedia%2Fterms.pdf")


@pytest.mark.parametrize(
    ("name", "content_type", "content"),
    [
        (
            "a.svg",
            "image/svg+xml",
            SVG,
        ),
        (
            "a.png",
            "image/svg+xml",
            SVG,
        ),
        ("b.png", "image/png", b"<script>document.title = 'taken'</script>"),
        ("gone.png", "", b""),
    ],
)
def test_what_is_no_picture_is_a_name(
    page: Page, sms: Any, media: Any, name: str, content_type: str, content: bytes
) -> None:
    if content:
        media(name, content, content_type)
    send_media(sms, [f"s3://media/{name}"])
    page.read("+12065550100")

    page.one("#thread-messages .medium", name)

    page.until(lambda: page.all("#thread-messages img") == [])
    assert "taken" not in page.browser.title


def test_a_card_looks_like_one(page: Page, media: Any, send_rcs: Any) -> None:
    media("bike.png", png(), "image/png")
    card = {
        "Title": "A bike",
        "Description": f"It is green: {LINK}",
        "Media": {"FileUrl": BIKE, "Height": "MEDIUM"},
        "Suggestions": [reply("Mine")],
    }
    content = {"RichCard": {"CardOrientation": "VERTICAL", "CardContent": card}}
    send_rcs({"Content": content, "Suggestions": [reply("Later")]})
    page.read("+12065550100")

    shown = page.one("#thread-messages .card")

    page.until(lambda: shown.find_element(By.TAG_NAME, "img").get_property("naturalWidth") == 8)
    assert shown.text.splitlines() == ["A bike", f"It is green: {LINK}", "Mine"]
    page.reads("#thread-messages .out > .suggestions .chip", ["Later"])


def test_a_carousel_scrolls_from_card_to_card(page: Page, send_rcs: Any) -> None:
    cards = [{"Title": f"Bike {each}", "Suggestions": [reply(f"Buy {each}")]} for each in "ABCDEF"]
    send_rcs({"Content": {"Carousel": {"CardWidth": "MEDIUM", "CardContents": cards}}})
    page.read("+12065550100")

    page.one("#thread-messages .carousel .card", "Bike A")

    page.reads(".carousel .card b", [f"Bike {each}" for each in "ABCDEF"])
    scrolls, fits = page.script("""
        const carousel = document.querySelector(".carousel");
        const { scrollWidth, clientWidth } = carousel;
        return [scrollWidth > clientWidth, carousel.closest("#scroll").scrollWidth <= innerWidth];
    """)
    assert (scrolls, fits) == (True, True)


def test_tapping_a_suggestion_tells_the_agent_its_postback(
    page: Page, send_rcs: Any, replies: Replies
) -> None:
    text = {"TextMessage": {"Body": "Shall we bring it?"}}
    send_rcs({"Content": text, "Suggestions": [reply("Yes, please"), reply("No")]})
    page.read("+12065550100")

    page.click(".suggestions button", "Yes, please")

    page.one("#thread-messages .in", "Yes, please")
    [told] = page.until(replies)
    assert json.loads(told["messageBody"]) == {
        "type": "SUGGESTION",
        "text": "Yes, please",
        "postbackData": "yes, please",
    }


def test_who_is_asked_where_it_is_says_so(
    page: Page, send_rcs: Any, replies: Replies, simulator: Simulator
) -> None:
    asking = {"RequestLocation": {"Text": "Where are you?", "PostbackData": "where"}}
    send_rcs({"Content": {"TextMessage": {"Body": "We are close."}}, "Suggestions": [asking]})
    page.read("+12065550100")

    page.click(".suggestions button", "Where are you?")
    page.one("#latitude").clear()
    page.one("#latitude").send_keys("47.6")
    page.press("Share")

    page.one("#thread-messages .in", "47.6, -0.1246")
    assert [json.loads(each["messageBody"]) for each in replies()] == [
        {"type": "SUGGESTION", "text": "Where are you?", "postbackData": "where"},
        {"type": "LOCATION", "latitude": 47.6, "longitude": -0.1246},
    ]
    to = f"to {simulator.messages()[0].origination_identity}"
    page.reads(
        "#thread-messages .in .quiet",
        [f"tapped, which answers “where”, {to}", f"where it is, {to}"],
    )


def test_who_begins_to_write_to_an_agent_is_seen_typing(
    page: Page, sms: Any, send_rcs: Any, agent: str, replies: Replies
) -> None:
    sms.update_rcs_agent(RcsAgentId=agent, TwoWayRcsEventsEnabled=["RCS_TYPING"])
    send_rcs({"Content": {"TextMessage": {"Body": "Shall we bring it?"}}})
    page.read("+12065550100")

    page.one("#reply-text").send_keys("Yes")

    [typing] = page.until(replies)
    assert json.loads(typing["messageBody"])["type"] == "RCS_TYPING"


def test_cards_with_one_label_have_their_own_postbacks(
    page: Page, send_rcs: Any, replies: Replies
) -> None:
    cards = [
        {"Title": each, "Suggestions": [{"Reply": {"Text": "Buy", "PostbackData": f"buy:{each}"}}]}
        for each in "AB"
    ]
    send_rcs({"Content": {"Carousel": {"CardWidth": "SMALL", "CardContents": cards}}})
    page.read("+12065550100")

    page.one("#thread-messages .card:last-child button", "Buy").click()

    page.one("#thread-messages .in", "Buy")
    [told] = page.until(replies)
    assert json.loads(told["messageBody"])["postbackData"] == "buy:B"


def test_what_did_not_arrive_says_so_when_it_is_tapped(
    page: Page, send_rcs: Any, simulator: Simulator
) -> None:
    simulator.set_outcome("+12065550100", "RCS_FAILED")
    send_rcs({"Content": {"TextMessage": {"Body": "Well?"}}, "Suggestions": [reply("Yes")]})
    page.read("+12065550100")

    page.one(".suggestions button", "Yes").click()

    page.sees("only what was delivered in RCS can be tapped")
