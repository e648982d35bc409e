"""Who sits before the page, and what the page's tests are about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from ..domains.senders import BRITISH_HANDSET as HANDSET

__all__ = ["BRAND", "CODE", "HANDSET", "OTHER_HANDSET", "Page"]

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
