"""The files of the page, as the server hands them out."""

from __future__ import annotations

import re
from pathlib import Path

import botocore.session
import pytest
import requests

import moto_pinpoint_sms_v2
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.page_files import page_files

PREFIX = "/moto-api/pinpoint-sms-voice-v2"
TYPES = {"css": "text/css", "js": "text/javascript"}


@pytest.mark.parametrize("file", sorted(page_files()))
def test_the_page_is_served_so_that_nothing_else_can_be_loaded(
    threaded_server: str, file: str
) -> None:
    found = requests.get(f"{threaded_server}{PREFIX}/{file}", timeout=60)

    assert found.status_code == 200
    content_type = TYPES.get(file.rpartition(".")[2], "text/html")
    assert found.headers["content-type"] == f"{content_type}; charset=utf-8"
    assert found.headers["x-content-type-options"] == "nosniff"
    policy = found.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self';")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_the_page_s_address_without_its_last_slash_leads_to_it(threaded_server: str) -> None:
    page = requests.get(f"{threaded_server}{PREFIX}/", timeout=60)

    assert requests.get(f"{threaded_server}{PREFIX}", timeout=60).text == page.text


def test_the_page_has_advice_for_nothing_but_aws_s_own_reasons() -> None:
    package = Path(moto_pinpoint_sms_v2.__file__).parent
    script = (package / "pinpointsmsvoicev2" / "page" / "refusal.js").read_text("utf-8")
    model = botocore.session.get_session().get_service_model("pinpoint-sms-voice-v2")
    shapes = (
        model.shape_for(name) for name in model.shape_names if name.endswith("ExceptionReason")
    )
    reasons = {reason for shape in shapes for reason in shape.enum}

    advised = set(re.findall(r"^  ([A-Z_]+):", script, re.MULTILINE))
    assert len(advised) > 15
    assert advised <= reasons


def test_every_file_of_the_page_is_served() -> None:
    package = Path(moto_pinpoint_sms_v2.__file__).parent
    files = {each.name for each in (package / "pinpointsmsvoicev2" / "page").iterdir()}

    assert files == {name or "index.html" for name in page_files()}
