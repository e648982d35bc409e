"""Registration field values: put and delete."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from moto.moto_api import state_manager

from moto_pinpoint_sms_v2 import Simulator

from ...support import refused
from ..registration_forms import BRAND, CAMPAIGN, TEST_RCS, TOLL_FREE, create
from .field_values import ARN, delete, deny, put, submit, values


@pytest.fixture
def campaign(sms: Any) -> str:
    return create(sms, CAMPAIGN)


@pytest.fixture
def brand(sms: Any) -> str:
    return create(sms, BRAND)


@pytest.fixture
def attachment(sms: Any) -> str:
    answer = sms.create_registration_attachment(AttachmentBody=b"%PDF-1.7\n")
    return str(answer["RegistrationAttachmentId"])


@pytest.fixture
def slow_uploads() -> Iterator[None]:
    model = "pinpoint-sms-voice-v2::registration-attachment"
    state_manager.set_transition(model, {"progression": "manual", "times": 2})
    yield
    state_manager.unset_transition(model)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("campaignInfo.helpMessage", {"TextValue": "Write to help@example.com."}),
        ("campaignUseCase.useCase", {"SelectChoices": ["MIXED"]}),
        ("campaignUseCase.subUseCases", {"SelectChoices": ["MARKETING", "CUSTOMER_CARE"]}),
    ],
    ids=["text", "choice", "choices"],
)
def test_put_registration_field_value_answers_the_value(
    sms: Any, campaign: str, path: str, value: dict[str, Any]
) -> None:
    assert put(sms, campaign, path, **value) == {
        "RegistrationArn": ARN + campaign,
        "RegistrationId": campaign,
        "VersionNumber": 1,
        "FieldPath": path,
        **value,
    }
    assert values(sms, campaign) == [{"FieldPath": path, **value}]


def test_put_registration_field_value_answers_an_attachments_id_for_its_arn(
    sms: Any, campaign: str, attachment: str
) -> None:
    arn = f"arn:aws:sms-voice:us-east-1:123456789012:registration-attachment/{attachment}"

    answer = put(sms, campaign, "campaignInfo.optInScreenshot", RegistrationAttachmentId=arn)

    assert answer["RegistrationAttachmentId"] == attachment
    assert values(sms, campaign) == [
        {"FieldPath": "campaignInfo.optInScreenshot", "RegistrationAttachmentId": attachment}
    ]


def test_put_registration_field_value_takes_an_arn(sms: Any, brand: str) -> None:
    put(sms, ARN + brand, "companyInfo.city", TextValue="Seattle")

    assert values(sms, ARN + brand) == [{"FieldPath": "companyInfo.city", "TextValue": "Seattle"}]


def test_put_registration_field_value_overwrites(sms: Any, brand: str) -> None:
    put(sms, brand, "companyInfo.city", TextValue="Seattle")
    put(sms, brand, "companyInfo.city", TextValue="Tacoma")

    assert values(sms, brand) == [{"FieldPath": "companyInfo.city", "TextValue": "Tacoma"}]


@pytest.mark.parametrize(
    ("registration_type", "path", "value", "field"),
    [
        (BRAND, "companyInfo.companyName", {"TextValue": "x" * 101}, "textValue"),
        (BRAND, "companyInfo.isoCountryCode", {"TextValue": "U"}, "textValue"),
        (BRAND, "companyInfo.city", {"TextValue": "   "}, "textValue"),
        (BRAND, "companyInfo.taxId", {"TextValue": "12-3456789"}, "textValue"),
        (TEST_RCS, "agentDetails.accentColor", {"TextValue": "#12345G"}, "textValue"),
        (BRAND, "companyInfo.legalType", {"SelectChoices": ["LLC"]}, "selectChoices"),
        (BRAND, "companyInfo.legalType", {"SelectChoices": []}, "selectChoices"),
        (
            BRAND,
            "companyInfo.legalType",
            {"SelectChoices": ["NON_PROFIT", "GOVERNMENT"]},
            "selectChoices",
        ),
        (BRAND, "companyInfo.legalType", {"TextValue": "NON_PROFIT"}, "textValue"),
        (BRAND, "companyInfo.city", {"SelectChoices": ["Seattle"]}, "selectChoices"),
        (
            BRAND,
            "companyInfo.city",
            {"RegistrationAttachmentId": "attachment-1"},
            "registrationAttachmentId",
        ),
        (TOLL_FREE, "messagingUseCase.optInImage", {"TextValue": "picture.png"}, "textValue"),
    ],
    ids=[
        "too long",
        "too short",
        "blank",
        "tax id with a dash",
        "pattern",
        "unknown choice",
        "too few choices",
        "too many choices",
        "text for a choice",
        "choice for a text",
        "attachment for a text",
        "text for an attachment",
    ],
)
def test_put_registration_field_value_refuses_what_the_definition_forbids(
    sms: Any, registration_type: str, path: str, value: dict[str, Any], field: str
) -> None:
    registration = create(sms, registration_type)

    with refused("ValidationException", "INVALID_PARAMETER", fields=[field]):
        put(sms, registration, path, **value)

    assert values(sms, registration) == []


@pytest.mark.parametrize(
    ("given", "reason", "fields"),
    [
        (
            {},
            "MISSING_PARAMETER",
            ["textValue", "selectChoices", "registrationAttachmentId"],
        ),
        (
            {"TextValue": "Seattle", "SelectChoices": ["Seattle"]},
            "PARAMETERS_CANNOT_BE_USED_TOGETHER",
            ["textValue", "selectChoices"],
        ),
    ],
    ids=["none", "two"],
)
def test_put_registration_field_value_takes_exactly_one_value(
    sms: Any, brand: str, given: dict[str, Any], reason: str, fields: list[str]
) -> None:
    with refused("ValidationException", reason, fields=fields):
        put(sms, brand, "companyInfo.city", **given)


def test_put_registration_field_value_refuses_an_attachment_that_is_uploading(
    sms: Any, campaign: str, slow_uploads: None, attachment: str
) -> None:
    with refused(
        "ConflictException", "RESOURCE_NOT_ACTIVE", kind="registration-attachment", id=attachment
    ):
        put(sms, campaign, "campaignInfo.optInScreenshot", RegistrationAttachmentId=attachment)


def test_put_registration_field_value_refuses_an_attachment_that_failed(
    sms: Any, campaign: str
) -> None:
    missing = sms.create_registration_attachment(AttachmentUrl="s3://letters/none.pdf")
    attachment = missing["RegistrationAttachmentId"]

    with refused(
        "ConflictException", "RESOURCE_NOT_ACTIVE", kind="registration-attachment", id=attachment
    ):
        put(sms, campaign, "campaignInfo.optInScreenshot", RegistrationAttachmentId=attachment)


def test_put_registration_field_value_refuses_an_unknown_attachment(
    sms: Any, campaign: str
) -> None:
    with refused("ResourceNotFoundException", kind="registration-attachment", id="attachment-0"):
        put(sms, campaign, "campaignInfo.optInScreenshot", RegistrationAttachmentId="attachment-0")


def test_field_values_refuse_a_field_that_the_form_lacks(sms: Any, brand: str) -> None:
    path = "campaignInfo.helpMessage"

    with refused("ValidationException", "UNKNOWN_REGISTRATION_FIELD", fields=["fieldPath"]):
        put(sms, brand, path, TextValue="Write to help@example.com.")
    with refused("ValidationException", "UNKNOWN_REGISTRATION_FIELD", fields=["fieldPath"]):
        delete(sms, brand, path)
    with refused("ValidationException", "UNKNOWN_REGISTRATION_FIELD", fields=["fieldPaths"]):
        values(sms, brand, FieldPaths=[path])


def test_field_values_refuse_an_unknown_registration(sms: Any) -> None:
    with refused("ResourceNotFoundException", kind="registration", id="registration-0"):
        put(sms, "registration-0", "companyInfo.city", TextValue="Seattle")
    with refused("ResourceNotFoundException", kind="registration", id="registration-0"):
        delete(sms, "registration-0", "companyInfo.city")
    with refused("ResourceNotFoundException", kind="registration", id="registration-0"):
        values(sms, "registration-0")


def discard(sms: Any, simulator: Simulator, registration: str) -> None:
    sms.discard_registration_version(RegistrationId=registration)


@pytest.mark.parametrize("close", [submit, deny, discard])
def test_field_values_change_in_an_open_draft_only(
    sms: Any, simulator: Simulator, brand: str, close: Any
) -> None:
    close(sms, simulator, brand)
    refusal = ("ConflictException", "EDIT_REGISTRATION_FIELD_VALUES_NOT_ALLOWED")

    with refused(*refusal, kind="registration", id=brand):
        put(sms, brand, "companyInfo.city", TextValue="Tacoma")
    with refused(*refusal, kind="registration", id=brand):
        delete(sms, brand, "companyInfo.stockSymbol")


def test_delete_registration_field_value_answers_what_it_removed(sms: Any, campaign: str) -> None:
    put(sms, campaign, "campaignInfo.optInKeyword", TextValue="JOIN")

    assert delete(sms, campaign, "campaignInfo.optInKeyword") == {
        "RegistrationArn": ARN + campaign,
        "RegistrationId": campaign,
        "VersionNumber": 1,
        "FieldPath": "campaignInfo.optInKeyword",
        "TextValue": "JOIN",
    }
    assert values(sms, campaign) == []


def test_delete_registration_field_value_leaves_an_empty_field_empty(
    sms: Any, campaign: str
) -> None:
    assert delete(sms, campaign, "campaignInfo.optInKeyword") == {
        "RegistrationArn": ARN + campaign,
        "RegistrationId": campaign,
        "VersionNumber": 1,
        "FieldPath": "campaignInfo.optInKeyword",
    }


def test_delete_registration_field_value_refuses_a_required_field(sms: Any, brand: str) -> None:
    put(sms, brand, "companyInfo.city", TextValue="Seattle")

    with refused(
        "ValidationException", "REGISTRATION_FIELD_CANNOT_BE_DELETED", fields=["fieldPath"]
    ):
        delete(sms, brand, "companyInfo.city")

    assert values(sms, brand) == [{"FieldPath": "companyInfo.city", "TextValue": "Seattle"}]


def test_delete_registration_field_value_takes_a_conditional_field(sms: Any, brand: str) -> None:
    put(sms, brand, "companyInfo.legalType", SelectChoices=["PUBLIC_PROFIT"])
    put(sms, brand, "companyInfo.stockSymbol", TextValue="EXMP")

    assert delete(sms, brand, "companyInfo.stockSymbol")["TextValue"] == "EXMP"
