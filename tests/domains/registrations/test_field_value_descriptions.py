"""Registration field values: describe."""

from __future__ import annotations

from typing import Any

import boto3
import pytest

from moto_pinpoint_sms_v2 import Simulator

from ...support import ACCOUNT, REGION, body, pages, refused
from ..registration_forms import BRAND, FORMS, create, fill_in
from .field_values import ARN, deny, put, values


@pytest.fixture
def brand(sms: Any) -> str:
    return create(sms, BRAND)


def test_describe_registration_field_values_answers_the_current_version(
    sms: Any, simulator: Simulator, brand: str
) -> None:
    deny(sms, simulator, brand)
    sms.create_registration_version(RegistrationId=brand)
    put(sms, brand, "companyInfo.city", TextValue="Tacoma")

    assert body(sms.describe_registration_field_values(RegistrationId=brand)) == {
        "RegistrationArn": ARN + brand,
        "RegistrationId": brand,
        "VersionNumber": 2,
        "RegistrationFieldValues": [{"FieldPath": "companyInfo.city", "TextValue": "Tacoma"}],
    }


def test_describe_registration_field_values_reads_older_versions(
    sms: Any, simulator: Simulator, brand: str
) -> None:
    deny(sms, simulator, brand)
    sms.create_registration_version(RegistrationId=brand)

    answer = sms.describe_registration_field_values(RegistrationId=brand, VersionNumber=1)

    assert answer["VersionNumber"] == 1
    assert [each["FieldPath"] for each in answer["RegistrationFieldValues"]] == list(FORMS[BRAND])


def test_describe_registration_field_values_refuses_an_unknown_version(
    sms: Any, brand: str
) -> None:
    with refused("ValidationException", "UNKNOWN_REGISTRATION_VERSION", fields=["versionNumber"]):
        values(sms, brand, VersionNumber=2)


def test_describe_registration_field_values_selects_by_section_and_path(
    sms: Any, brand: str
) -> None:
    fill_in(sms, brand, FORMS[BRAND])

    def paths(**arguments: Any) -> list[str]:
        return [value["FieldPath"] for value in values(sms, brand, **arguments)]

    assert paths(SectionPath="contactInfo") == [
        path for path in FORMS[BRAND] if path.startswith("contactInfo.")
    ]
    assert paths(FieldPaths=["companyInfo.city", "companyInfo.stockSymbol"]) == ["companyInfo.city"]
    assert paths(SectionPath="contactInfo", FieldPaths=["companyInfo.city"]) == []


def test_describe_registration_field_values_refuses_an_unknown_section(
    sms: Any, brand: str
) -> None:
    with refused("ValidationException", "UNKNOWN_REGISTRATION_SECTION", fields=["sectionPath"]):
        values(sms, brand, SectionPath="campaignInfo")


def test_describe_registration_field_values_pages(sms: Any, brand: str) -> None:
    fill_in(sms, brand, FORMS[BRAND])

    found = pages(
        sms.describe_registration_field_values,
        "RegistrationFieldValues",
        size=6,
        RegistrationId=brand,
    )

    assert [len(page) for page in found] == [6, 6, 2]
    assert [value["FieldPath"] for page in found for value in page] == list(FORMS[BRAND])


@pytest.mark.parametrize(
    ("region_name", "account_id"), [("eu-west-1", ACCOUNT), (REGION, "210987654321")]
)
def test_field_values_stay_in_their_account_and_region(
    sms: Any, brand: str, monkeypatch: pytest.MonkeyPatch, region_name: str, account_id: str
) -> None:
    monkeypatch.setenv("MOTO_ACCOUNT_ID", account_id)
    elsewhere = boto3.client("pinpoint-sms-voice-v2", region_name=region_name)

    with refused("ResourceNotFoundException", kind="registration", id=brand):
        values(elsewhere, brand)
