"""What a review reads in the form of an RCS agent."""

from __future__ import annotations

from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.domains.reviews.agent_forms import contrast

from ...form_filling import PDF, fill_in_all, picture, upload
from ..registration_forms import TEST_RCS, create, reviewed

LAUNCH = "NL_RCS_LAUNCH_REGISTRATION"
LOGO = "agentDetails.logoImage"
JPEG = b"\xff\xd8\xff\xe0\0\4JF" + b"\xff\xc0\0\x0b\x08%s%s\1\1\x11\0"


@pytest.fixture(params=[TEST_RCS, LAUNCH])
def registration(sms: Any, request: pytest.FixtureRequest) -> str:
    """A form of an agent, not filled in."""
    model = sms.meta.service_model.shape_for("RegistrationFieldDefinition")
    if "ConditionalBehavior" not in model.members:
        pytest.skip("this botocore does not know conditions yet")
    registration = create(sms, request.param)
    agent = sms.create_rcs_agent()["RcsAgentId"]
    sms.create_registration_association(RegistrationId=registration, ResourceId=agent)
    return registration


def denied(sms: Any, registration: str) -> dict[str, str]:
    """Let the review read the form, and return what it held against which field."""
    sms.submit_registration_version(RegistrationId=registration)
    assert reviewed(sms, registration) in ("COMPLETE", "REQUIRES_UPDATES")
    values = sms.describe_registration_field_values(RegistrationId=registration)
    return {
        each["FieldPath"]: each["DeniedReason"]
        for each in values["RegistrationFieldValues"]
        if "DeniedReason" in each
    }


def jpeg(width: int, height: int) -> bytes:
    """Return the beginning of a JPEG of that size."""
    return JPEG % (height.to_bytes(2, "big"), width.to_bytes(2, "big"))


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (picture(224, 224), None),
        (jpeg(224, 224), None),
        (jpeg(224, 224).replace(b"\xff\xc0", b"\xff\xcf"), None),
        (PDF, "IMAGE_FORMAT_INVALID"),
        (picture(225, 224), "IMAGE_RESOLUTION_INVALID"),
        (jpeg(224, 223), "IMAGE_RESOLUTION_INVALID"),
        (b"\x89PNG\r\n\x1a\n", "IMAGE_RESOLUTION_INVALID"),
        (picture(224, 224) + bytes(50 * 1024), "IMAGE_SIZE_EXCEEDED"),
    ],
    ids=["PNG", "JPEG", "another JPEG", "PDF", "wide PNG", "flat JPEG", "no PNG", "large"],
)
def test_a_logo_is_a_small_square_picture(
    sms: Any, registration: str, document: bytes, reason: str | None
) -> None:
    logo = {"RegistrationAttachmentId": upload(sms, document)}
    fill_in_all(sms, registration, agentDetails__logoImage=logo)

    assert denied(sms, registration) == ({} if reason is None else {LOGO: reason})


def test_of_a_logo_that_was_loaded_without_its_contents_nothing_is_held_against_it(
    sms: Any, simulator: Simulator, registration: str
) -> None:
    loaded = {"RegistrationAttachmentId": "attachment-1"}
    simulator.load_account({"RegistrationAttachments": [loaded]})
    fill_in_all(sms, registration, agentDetails__logoImage=loaded)

    assert denied(sms, registration) == {}


@pytest.mark.parametrize(
    ("color", "is_dark_enough"), [("#767676", True), ("#777777", False), ("#0A0A0A", True)]
)
def test_an_accent_color_stands_out_against_white(
    sms: Any, registration: str, color: str, is_dark_enough: bool
) -> None:
    fill_in_all(sms, registration, agentDetails__accentColor=color)

    assert denied(sms, registration) == (
        {} if is_dark_enough else {"agentDetails.accentColor": "ACCENT_COLOR_CONTRAST_INSUFFICIENT"}
    )


@pytest.mark.parametrize(("color", "expected"), [("#ffffff", 1), ("#000000", 21)])
def test_contrast_goes_from_white_to_black(color: str, expected: float) -> None:
    assert contrast(color) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("word", "path"),
    [("HELP", "complianceKeywords.helpResponse"), ("STOP", "complianceKeywords.stopResponse")],
)
@pytest.mark.parametrize(
    ("response", "reason"),
    [("Call us.", None), (None, None), ("Write to us.", "INVALID_FIELD_VALUE")],
    ids=["the same", "empty", "another"],
)
def test_a_response_is_that_of_the_agents_own_keyword(
    sms: Any, registration: str, word: str, path: str, response: str | None, reason: str | None
) -> None:
    [association] = sms.list_registration_associations(RegistrationId=registration)[
        "RegistrationAssociations"
    ]
    sms.put_keyword(
        OriginationIdentity=association["ResourceId"], Keyword=word, KeywordMessage="Call us."
    )
    chosen = {} if response is None else {path.replace(".", "__"): response}
    fill_in_all(sms, registration, leave_out=[path], **chosen)

    assert denied(sms, registration) == ({} if reason is None else {path: reason})
