"""Who sits before the page, and what the page's tests are about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from ..domains.senders import BRITISH_HANDSET as HANDSET

__all__ = ["BRAND", "CODE", "HANDSET", "OTHER_HANDSET", "Page"]

OTHER_HANDSET = "+447700900188"
CODE = "Your Example code is 482913."
BRAND = "US_TEN_DLC_BRAND_REGISTRATION"


# Selenium's own is_displayed and text are two calls for each element.
_FIRST = """
const [selector, text] = arguments;
return [...document.querySelectorAll(selector)].find((each) =>
  (each.closest("select") ?? each).checkVisibility({ visibilityProperty: true })
  && each.innerText.includes(text)) ?? null;
"""
_TEXTS = "return [...document.querySelectorAll(arguments[0])].map((each) => each.innerText.trim())"


class Page:
    """The page in a browser, as who sits before it."""

    def __init__(self, browser: Any, url: str) -> None:
        self.browser = browser
        self.url = f"{url}/moto-api/pinpoint-sms-voice-v2/"

    def open(self) -> None:
        self.browser.get(self.url)
        self.sees("Live")

    def until(self, condition: Callable[[], Any]) -> Any:
        """Wait until something is so, and return what it is."""
        wait = WebDriverWait(self.browser, 15, poll_frequency=0.02)
        return wait.until(lambda _: _still_there(condition))

    def all(self, selector: str) -> list[WebElement]:
        return list(self.browser.find_elements(By.CSS_SELECTOR, selector))

    def one(self, selector: str, text: str = "") -> WebElement:
        """Wait for the first visible element of that selector with that text in it."""
        return self.until(lambda: self.script(_FIRST, selector, text))

    def reads(self, selector: str, texts: list[str]) -> None:
        """Wait until just these texts are seen where that selector is."""
        self.until(lambda: self.script(_TEXTS, selector) == texts)

    def sees(self, text: str) -> None:
        self.one("body", text)

    def click(self, selector: str, text: str = "") -> None:
        """Wait for that element, and click it, or the one by which it was replaced meanwhile."""

        def clicked() -> bool:
            self.one(selector, text).click()
            return True

        self.until(clicked)

    def press(self, name: str) -> None:
        self.click("button", name)

    def type(self, *keys: str) -> None:
        """Press these keys wherever the focus is."""
        ActionChains(self.browser, duration=0).send_keys(*keys).perform()

    def read(self, handset: str) -> None:
        """Open the conversation."""
        self.click("#conversations a", handset)
        self.one("#handset", handset)

    def script(self, code: str, *arguments: Any) -> Any:
        return self.browser.execute_script(code, *arguments)


def _still_there(condition: Callable[[], Any]) -> Any:
    try:
        return condition()
    except StaleElementReferenceException:  # the page was just brought up to date
        return None
