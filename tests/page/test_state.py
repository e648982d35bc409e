"""The account's state: kept in a file, and made from one again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .reader import Page


def test_the_state_is_downloaded_and_loaded_again(
    page: Page, sms: Any, number: str, tmp_path: Path
) -> None:
    page.browser.execute_cdp_cmd(
        "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)}
    )
    page.click("#account")
    page.press("Download")
    [file] = page.until(lambda: list(tmp_path.glob("*.json")))
    state = json.loads(file.read_text("utf-8"))
    assert [each["PhoneNumber"] for each in state["PhoneNumbers"]] == [number]
    [entry] = sms.describe_phone_numbers()["PhoneNumbers"]
    sms.release_phone_number(PhoneNumberId=entry["PhoneNumberId"])

    page.one("#load-file").send_keys(str(file))
    page.press("Load")

    page.one("#account-news", "Loaded.")
    [again] = sms.describe_phone_numbers()["PhoneNumbers"]
    assert again["PhoneNumberArn"] == entry["PhoneNumberArn"]


def test_real_numbers_are_in_a_downloaded_state_if_asked_for(
    page: Page, sms: Any, tmp_path: Path
) -> None:
    page.browser.execute_cdp_cmd(
        "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)}
    )
    sms.create_verified_destination_number(DestinationPhoneNumber="+12065550142")
    page.click("#account")
    page.click("#with-destinations")

    page.press("Download")

    [file] = page.until(lambda: list(tmp_path.glob("*.json")))
    [verified] = json.loads(file.read_text("utf-8"))["VerifiedDestinationNumbers"]
    assert verified["DestinationPhoneNumber"] == "+12065550142"


def test_a_file_that_is_no_state_is_refused_with_a_sentence(page: Page, tmp_path: Path) -> None:
    page.click("#account")
    for text, sentence in (("{", "The file is not JSON."), ('{"PhoneNumbers": 7}', "PhoneNumbers")):
        file = tmp_path / "state.json"
        file.write_text(text, "utf-8")
        page.one("#load-file").send_keys(str(file))
        page.press("Load")

        page.one("#load-form .wrong", sentence)
