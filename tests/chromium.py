"""A real browser without a window, for the page."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from selenium import webdriver

BINARY = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
# As Debian's packages have them: apt-get install chromium chromium-driver
MISSING = [
    package for package, path in (("chromium", BINARY), ("chromium-driver", DRIVER)) if path is None
]
WIDE = (1280, 800)
PHONE = (390, 844)

_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-proxy-server",
    "--host-resolver-rules=MAP *.example 127.0.0.1",  # sites that are somebody else's
    "--hide-scrollbars",
    "--lang=en-GB",
)


def start(profile: Path) -> webdriver.Chrome:
    """Start a browser that has its profile in an empty folder; the caller ends it."""
    options = webdriver.ChromeOptions()
    options.binary_location = BINARY or ""
    for flag in (*_FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))


def look_like(browser: webdriver.Chrome, size: tuple[int, int], *, scheme: str = "light") -> None:
    """Let the browser have a window of that size and its owner prefer that colour scheme."""
    width, height = size
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": size == PHONE},
    )
    prefer(browser, scheme)


def prefer(browser: webdriver.Chrome, scheme: str) -> None:
    """Let the browser's owner prefer that colour scheme, and that nothing moves."""
    browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia",
        {
            "features": [
                {"name": "prefers-color-scheme", "value": scheme},
                {"name": "prefers-reduced-motion", "value": "reduce"},
            ]
        },
    )
