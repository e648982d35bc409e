"""The empty page: examples that work as they stand."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator

from .reader import Page

SENT = ("+14254147755", "Hello", "TEXT_SUCCESSFUL")


def example(page: Page, title: str) -> str:
    return str(page.one(f"#examples pre[aria-label='{title}']").get_property("textContent"))


def sent(simulator: Simulator) -> tuple[Any, ...]:
    [message] = simulator.messages()
    return message.destination_phone_number, message.message_body, message.status


def test_the_example_in_python_sends_a_message(page: Page, simulator: Simulator) -> None:
    exec(example(page, "Python"), {})  # noqa: S102 - just as a reader would run it

    assert sent(simulator) == SENT
    page.one("#conversations li", SENT[0])


@pytest.mark.skipif(shutil.which("curl") is None, reason="no curl here")
def test_the_example_with_curl_sends_a_message(page: Page, simulator: Simulator) -> None:
    subprocess.run(["/bin/sh", "-ec", example(page, "curl")], check=True, capture_output=True)  # noqa: S603

    assert sent(simulator) == SENT


def test_the_example_for_the_command_line_is_for_this_server(
    page: Page, threaded_server: str, simulator: Simulator
) -> None:
    text = example(page, "AWS CLI")
    assert f"export AWS_ENDPOINT_URL={threaded_server}\n" in text
    if shutil.which("aws") is None:
        return

    clean = {name: each for name, each in os.environ.items() if not name.startswith("AWS_")}
    subprocess.run(["/bin/sh", "-ec", text], check=True, capture_output=True, env=clean)  # noqa: S603

    assert sent(simulator) == SENT


def test_the_examples_are_for_the_region_that_is_shown(page: Page, sms: Any) -> None:
    page.browser.get(f"{page.url}#account=123456789012&region=eu-central-1")

    page.one("#examples pre", 'region_name="eu-central-1"')


def test_an_example_can_be_copied(page: Page) -> None:
    assert [each.get_attribute("data-copy") for each in page.all("#examples .copy")] == [
        example(page, title) for title in ("AWS CLI", "Python", "curl")
    ]
