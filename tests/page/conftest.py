"""A browser, the page in it, and the server behind it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import boto3
import pytest

from moto_pinpoint_sms_v2 import Simulator

from .. import chromium
from ..domains.senders import british_number
from ..support import REGION, client
from .reader import BRAND, CODE, HANDSET, Page

# Who sits before the page waits a second for what is new, which a test need not.
_HURRY = """
const later = window.setTimeout;
window.setTimeout = (act, pause) => later(act, act.name === "refresh" ? pause / 10 : pause);
"""


@pytest.fixture(scope="package")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    if chromium.MISSING and os.environ.get("CI") != "true":
        pytest.skip(f"no {' and no '.join(chromium.MISSING)} here")
    assert not chromium.MISSING, f"apt-get install {' '.join(chromium.MISSING)}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_PROXY", "127.0.0.1,localhost")
        browser = chromium.start(tmp_path_factory.mktemp("profile"))
        browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": _HURRY})
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
    return client(endpoint_url=threaded_server)


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


@pytest.fixture
def invited(sms: Any) -> str:
    """The id of a tester of an RCS agent, who has not answered."""
    agent = sms.create_rcs_agent()["RcsAgentId"]
    entry = sms.create_verified_destination_number(DestinationPhoneNumber=HANDSET, RcsAgentId=agent)
    return str(entry["VerifiedDestinationNumberId"])


@pytest.fixture
def named(sms: Any) -> str:
    """The id of a notify configuration whose display name is under review."""
    answer = sms.create_notify_configuration(
        DisplayName="Example Bikes", UseCase="CODE_VERIFICATION", EnabledChannels=["SMS"]
    )
    return str(answer["NotifyConfigurationId"])


@pytest.fixture
def media(threaded_server: str) -> Callable[[str, bytes, str], str]:
    """Put a file into moto's S3, and return its URL."""
    s3 = boto3.client("s3", region_name=REGION, endpoint_url=threaded_server)
    s3.create_bucket(Bucket="media")

    def put(name: str, content: bytes, content_type: str) -> str:
        s3.put_object(Bucket="media", Key=name, Body=content, ContentType=content_type)
        return f"s3://media/{name}"

    return put
