"""Make the README's picture of the page: ``python -m tests.page_screenshot``."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import boto3
from botocore.exceptions import ClientError
from moto.server import ThreadedMotoServer
from selenium.webdriver.common.by import By
from selenium.webdriver.support.expected_conditions import visibility_of_element_located as visible
from selenium.webdriver.support.wait import WebDriverWait

from moto_pinpoint_sms_v2 import Simulator

from . import chromium

PICTURE = Path(__file__).parent / "examples" / "page.png"
ADA = "+447700900123"


def main() -> None:
    """Play a day's messages on a server of our own, and take the picture."""
    server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    try:
        play(f"http://{host}:{port}")
        take(f"http://{host}:{port}/moto-api/pinpoint-sms-voice-v2/")
    finally:
        server.stop()


def play(url: str) -> None:
    """Let messages go out, and some come back."""
    sms = boto3.client(
        "pinpoint-sms-voice-v2",
        region_name="eu-west-2",
        endpoint_url=url,
        aws_access_key_id="testing",
        aws_secret_access_key="testing",
    )
    simulator = Simulator(region_name="eu-west-2", endpoint_url=url)
    number = simulator.add_phone_number(
        iso_country_code="GB", number_type="LONG_CODE", number_capabilities=["SMS", "VOICE"]
    )

    def send(handset: str, body: str, how: Any = sms.send_text_message) -> None:
        how(
            DestinationPhoneNumber=handset,
            OriginationIdentity=number["PhoneNumberId"],
            MessageBody=body,
        )

    def answer(handset: str, body: str) -> None:
        simulator.receive_message(
            origination_phone_number=handset, destination=number["PhoneNumber"], body=body
        )

    send("+447700900190", "Your Example code is 482913. It is valid for ten minutes.")
    simulator.set_outcome("+447700900145", "TEXT_UNREACHABLE")
    send("+447700900145", "Your appointment is on Monday at 14:30.")
    send("+447700900171", "Your Example code is 7, 7, 1, 2, 0, 4.", how=sms.send_voice_message)
    send("+447700900138", "<b>Half price</b> <script>alert('today only')</script>")
    answer("+447700900138", "What is that supposed to be?")
    simulator.set_outcome("+447700900152", "TEXT_CARRIER_BLOCKED")
    send("+447700900152", "You have won! Answer YES to claim your prize.")
    answer("+447700900166", "HELP")
    send(ADA, "Hello Ada, your parcel arrives tomorrow between 9:00 and 12:00. 📦")
    answer(ADA, "Thank you! Can you leave it with my neighbour?")
    send(ADA, "Of course. Reply STOP if you want no more of these messages.")
    answer(ADA, "Stop")
    with suppress(ClientError):  # refused, which is what the picture shows
        send(ADA, "Your parcel is with your neighbour.")
    brand = sms.create_registration(RegistrationType="US_TEN_DLC_BRAND_REGISTRATION")
    simulator.set_registration_status(brand["RegistrationId"], "REVIEWING")


def take(url: str) -> None:
    """Open a conversation and the time line of a message, and save what is seen."""
    with tempfile.TemporaryDirectory() as profile:
        browser = chromium.start(Path(profile))
        try:
            chromium.look_like(browser, (1280, 960))
            wait = WebDriverWait(browser, 15)
            browser.get(url)
            wait.until(visible((By.XPATH, f"//b[.='{ADA}']"))).click()
            message = "//li[@class='out'][contains(., 'no more messages.')]"
            wait.until(visible((By.XPATH, f"{message}//summary"))).click()
            wait.until(visible((By.XPATH, f"{message}//ol")))
            browser.execute_script(TO_THE_END)
            wait.until(lambda _: not browser.execute_script(STILL_MOVING))
            browser.save_screenshot(str(PICTURE))
        finally:
            browser.quit()


TO_THE_END = "document.querySelector('#scroll').scrollTop = 1e6"
STILL_MOVING = "return document.getAnimations().some((each) => each.playState === 'running')"


if __name__ == "__main__":
    main()
