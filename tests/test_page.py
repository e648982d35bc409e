"""The page on which a person sees the messages, in a real browser."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import boto3
import pytest
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from moto_pinpoint_sms_v2 import Simulator

from . import chromium
from .domains.numbers import request
from .domains.senders import BRITISH_HANDSET as HANDSET
from .domains.senders import british_number
from .support import REGION, refused

pytestmark = pytest.mark.skipif(
    bool(chromium.MISSING) and os.environ.get("CI") != "true",
    reason=f"no {' and no '.join(chromium.MISSING)} here",
)

OTHER_HANDSET = "+447700900188"
CODE = "Your Example code is 482913."
BRAND = "US_TEN_DLC_BRAND_REGISTRATION"


class Page:
    """The page in a browser, as who sits before it."""

    def __init__(self, browser: Any, url: str) -> None:
        self.browser = browser
        self.url = f"{url}/moto-api/pinpoint-sms-voice-v2/"

    def open(self) -> None:
        self.browser.get("about:blank")  # or only the part behind the # would change
        self.browser.get(self.url)
        self.sees("Live")

    def until(self, condition: Callable[[], Any]) -> Any:
        """Wait until something is so, and return what it is."""
        wait = WebDriverWait(self.browser, 15, poll_frequency=0.05)
        return wait.until(lambda _: _still_there(condition))

    def all(self, selector: str) -> list[WebElement]:
        return list(self.browser.find_elements(By.CSS_SELECTOR, selector))

    def one(self, selector: str, text: str = "") -> WebElement:
        """Wait for the first visible element of that selector with that text in it."""
        return self.until(
            lambda: next(
                (e for e in self.all(selector) if e.is_displayed() and text in e.text), None
            )
        )

    def reads(self, selector: str, texts: list[str]) -> None:
        """Wait until just these texts are seen where that selector is."""
        self.until(lambda: [each.text for each in self.all(selector)] == texts)

    def sees(self, text: str) -> None:
        self.one("body", text)

    def press(self, name: str) -> None:
        self.one("button", name).click()

    def read(self, handset: str) -> None:
        """Open the conversation."""
        self.one("#conversations a", handset).click()
        self.one("#handset", handset)

    def script(self, code: str) -> Any:
        return self.browser.execute_script(code)


def _still_there(condition: Callable[[], Any]) -> Any:
    try:
        return condition()
    except StaleElementReferenceException:  # the page was just brought up to date
        return None


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    assert not chromium.MISSING, f"apt-get install {' '.join(chromium.MISSING)}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_PROXY", "127.0.0.1,localhost")
        browser = chromium.start(tmp_path_factory.mktemp("profile"))
        yield browser
        browser.quit()


@pytest.fixture
def page(browser: Any, threaded_server: str) -> Iterator[Page]:
    """The page, just opened; it must load nothing from elsewhere, and complain of nothing."""
    chromium.look_like(browser, chromium.WIDE)
    browser.get_log("browser")
    page = Page(browser, threaded_server)
    page.open()
    yield page
    asked = page.script("return performance.getEntriesByType('resource').map((e) => e.name)")
    assert all(url.startswith(page.url) for url in asked), asked
    # Refusals are there as well, as failures of the network.
    assert [each for each in browser.get_log("browser") if each["source"] != "network"] == []


@pytest.fixture
def sms(threaded_server: str) -> Any:
    return boto3.client("pinpoint-sms-voice-v2", region_name=REGION, endpoint_url=threaded_server)


@pytest.fixture
def number(sms: Any) -> str:
    return british_number(sms)


@pytest.fixture
def send(sms: Any, number: str) -> Callable[..., str]:
    def send(body: str = CODE, to: str = HANDSET) -> str:
        answer = sms.send_text_message(
            DestinationPhoneNumber=to, OriginationIdentity=number, MessageBody=body
        )
        return str(answer["MessageId"])

    return send


@pytest.fixture
def simulator(threaded_server: str) -> Simulator:
    return Simulator(region_name=REGION, endpoint_url=threaded_server)


@pytest.fixture
def submitted(sms: Any) -> str:
    """The id of a registration that waits for its review."""
    identifier = str(sms.create_registration(RegistrationType=BRAND)["RegistrationId"])
    simulator = Simulator(region_name=REGION, endpoint_url=sms.meta.endpoint_url)
    simulator.set_registration_status(identifier, "REVIEWING")
    return identifier


def test_a_message_that_is_sent_appears_by_itself(page: Page, send: Any) -> None:
    page.sees("No messages yet.")

    send()

    row = page.one("#conversations li", HANDSET)
    assert row.text.splitlines()[0] == HANDSET
    assert row.text.splitlines()[2:] == [CODE, "SMS", "Delivered"]


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


def test_whoever_answers_stop_is_sent_nothing_more(page: Page, send: Any) -> None:
    send()
    page.read(HANDSET)

    page.press("STOP")

    page.one("#opted-out", "Opted out of Default")
    page.one("#thread-messages .in", "STOP")
    with refused("ConflictException", "DESTINATION_PHONE_NUMBER_OPTED_OUT", kind="opt-out-list",
                 id="Default"):  # fmt: skip
        send()


def test_the_reply_box_plays_the_handset(page: Page, send: Any, simulator: Simulator) -> None:
    send()
    page.read(HANDSET)

    page.one("#reply-text").send_keys("On my way", Keys.ENTER)

    page.one("#thread-messages .in", "On my way")
    page.until(lambda: page.one("#reply-text").get_property("value") == "")


def test_a_handset_can_write_first(page: Page, number: str) -> None:
    page.until(lambda: page.one("#write").is_enabled())
    page.press("Write")
    page.one("#write-from").send_keys("12")
    page.one("#write-text").send_keys("Hello?")
    page.one("#write-dialog").find_element(By.CSS_SELECTOR, "[type=submit]").click()
    page.one("#write-dialog .wrong", "'12' is not a phone number")

    page.one("#write-from").clear()
    page.one("#write-from").send_keys(HANDSET, Keys.ENTER)

    page.one("#conversations li", "Hello?")


def test_the_time_line_shows_the_events_of_a_message(page: Page, send: Any) -> None:
    message_id = send()
    page.read(HANDSET)

    page.one("#thread-messages summary").click()

    page.reads(".timeline b", ["TEXT_SUCCESSFUL", "TEXT_DELIVERED"])
    page.one("#thread-messages dl", message_id)
    page.one(".timeline summary").click()
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


def test_a_search_finds_conversations_and_marks_what_it_found(page: Page, send: Any) -> None:
    send()
    send("Hello.", to=OTHER_HANDSET)
    page.one("#conversations li", OTHER_HANDSET)

    page.one("#search").send_keys("482")

    page.until(lambda: len(page.all("#conversations li")) == 1)
    page.reads("#conversations mark", ["482"])
    page.one("#search").send_keys("none")
    page.sees("Nothing has “482none” in it.")


def test_a_conversation_is_cleared_on_its_own(page: Page, send: Any, simulator: Any) -> None:
    send()
    send("Hello.", to=OTHER_HANDSET)
    page.read(HANDSET)

    page.one("#clear-one").click()
    page.one("#clear-dialog .danger").click()

    page.until(lambda: len(page.all("#conversations li")) == 1)
    assert [each.message_body for each in simulator.messages()] == ["Hello."]


def test_everything_is_cleared_at_once(page: Page, send: Any, simulator: Simulator) -> None:
    send()
    simulator.receive_message(
        origination_phone_number=OTHER_HANDSET,
        destination=simulator.messages()[0].origination_identity,
        body="Hi",
    )
    page.one("#conversations li", OTHER_HANDSET)

    page.one("#clear-all").click()
    page.one("#clear-dialog .danger").click()

    page.sees("No messages yet.")
    assert simulator.messages() == []


def test_of_very_many_conversations_the_newest_are_shown_until_asked(page: Page, send: Any) -> None:
    for last in range(60):
        send(to=f"+4477009001{last:02}")
    page.one("#conversations li", "+447700900159")
    page.until(lambda: len(page.all("#conversations li")) == 50)

    page.press("Show more")

    page.until(lambda: len(page.all("#conversations li")) == 60)


def test_a_registration_is_approved_by_a_button(page: Page, sms: Any, submitted: str) -> None:
    page.one("#to-registrations", "1").click()
    page.one("#submissions article", submitted)

    page.press("Approve")

    page.one("#submissions .tag.good", "Complete")
    [found] = sms.describe_registrations(RegistrationIds=[submitted])["Registrations"]
    assert found["RegistrationStatus"] == "COMPLETE"


def test_a_registration_is_denied_with_reasons(page: Page, sms: Any, submitted: str) -> None:
    page.one("#to-registrations").click()
    page.press("Deny")
    page.one("#deny-reasons label", "Invalid URL").click()
    page.one("#deny-text").send_keys("The page is not there.")
    page.one("#deny-dialog .danger").click()

    page.one("#submissions .denials", "Invalid URL: The page is not there.")
    page.one("#submissions .tag.bad", "Requires updates")
    [version] = sms.describe_registration_versions(RegistrationId=submitted)["RegistrationVersions"]
    assert version["DeniedReasons"] == [
        {
            "Reason": "INVALID_URL",
            "ShortDescription": "Invalid URL",
            "LongDescription": "The page is not there.",
        }
    ]


def test_a_registration_that_was_not_submitted_has_no_buttons(page: Page, sms: Any) -> None:
    sms.create_registration(RegistrationType=BRAND)
    page.one("#to-registrations").click()

    page.one("#submissions article", "Not submitted yet")

    assert page.all("#submissions button") == []


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
    page.one("#place option", REGION).click()
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


def test_reloading_leads_back_to_the_same_conversation(page: Page, send: Any) -> None:
    send()
    page.read(HANDSET)

    page.browser.refresh()

    page.one("#handset", HANDSET)
    page.one("#thread-messages .text", CODE)


def test_the_keyboard_alone_is_enough(page: Page, send: Any) -> None:
    send()
    page.one("#conversations li", HANDSET)

    reached = walk(page, until="#conversations a")
    page.browser.switch_to.active_element.send_keys(Keys.ENTER)
    page.one("#handset", HANDSET)
    reached += walk(page, until="#reply-text")
    page.browser.switch_to.active_element.send_keys("Hello", Keys.ENTER)

    page.one("#thread-messages .in", "Hello")
    for expected in ("to-messages", "to-registrations", "search", "place", "write", "clear-all"):
        assert expected in reached


def walk(page: Page, until: str) -> list[str]:
    """Press the tab key until that element has the focus, which must be seen everywhere."""
    reached = []
    for _ in range(40):
        page.browser.switch_to.active_element.send_keys(Keys.TAB)
        focused = page.browser.switch_to.active_element
        reached.append(focused.get_attribute("id"))
        assert focused.value_of_css_property("outline-style") == "solid", reached
        if page.script(f"return document.activeElement.matches('{until}')"):
            return reached
    raise AssertionError(f"the tab key does not reach {until}, only {reached}")


def test_everything_that_acts_has_a_name(page: Page, send: Any, submitted: str) -> None:
    send()
    page.read(HANDSET)
    page.one("#thread-messages .text", CODE)
    nameless = unnamed(page)
    page.one("#to-registrations").click()
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


@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_s_width_is_enough(page: Page, send: Any, submitted: str, width: int) -> None:
    chromium.look_like(page.browser, (width, 700))
    send("A_word_as_long_as_this_one_is_and_longer_still_" * 5)
    page.one("#conversations li", HANDSET)
    widths = [overflow(page)]
    page.read(HANDSET)
    page.one("#thread-messages summary").click()
    page.one(".timeline b", "TEXT_DELIVERED")
    widths.append(overflow(page))
    assert not page.browser.find_element(By.ID, "conversations").is_displayed()
    page.one("#back").click()
    page.one("#conversations li", HANDSET)
    page.one("#to-registrations").click()
    page.one("#submissions article")
    widths.append(overflow(page))

    assert widths == [0, 0, 0]


def overflow(page: Page) -> int:
    """Return by how much the page, or what scrolls in it, is wider than its place."""
    return page.script("""
        const all = [document.documentElement, ...document.querySelectorAll("main, section, ol")];
        return Math.max(...all.map((each) => each.scrollWidth - each.clientWidth));
    """)


@pytest.mark.parametrize(("scheme", "is_dark"), [("light", False), ("dark", True)])
def test_the_page_is_as_light_or_dark_as_its_reader_prefers(
    page: Page, scheme: str, is_dark: bool
) -> None:
    chromium.look_like(page.browser, chromium.WIDE, scheme=scheme)

    colours = page.script("""
        const { backgroundColor, color } = getComputedStyle(document.body);
        return [backgroundColor, color].map((each) => Number(each.match(/[0-9]+/)[0]));
    """)
    assert [each < 128 for each in colours] == [is_dark, not is_dark]


def test_the_page_says_when_the_server_does_not_answer(page: Page, send: Any) -> None:
    page.browser.set_network_conditions(offline=True, latency=0, throughput=0)
    page.one("#live", "The server does not answer")

    page.browser.delete_network_conditions()

    page.one("#live", "Live")
