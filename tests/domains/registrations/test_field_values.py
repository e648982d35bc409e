"""Registration field values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from moto.moto_api import state_manager

from moto_pinpoint_sms_v2 import Simulator

from ...form_filling import picture, upload
from ...support import ACCOUNT, REGION, body, pages, refused
from ..registration_forms import BRAND, CAMPAIGN, FORMS, TEST_RCS, TOLL_FREE, create, fill_in

ARN = "arn:aws:sms-voice:us-east-1:123456789012:registration/"
LAUNCH = "NL_RCS_LAUNCH_REGISTRATION"
LONG_CODE = "ZZ_LONG_CODE_REGISTRATION"


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


def put(sms: Any, registration: str, path: str, **value: Any) -> dict[str, Any]:
    return body(
        sms.put_registration_field_value(RegistrationId=registration, FieldPath=path, **value)
    )


def delete(sms: Any, registration: str, path: str) -> dict[str, Any]:
    return body(sms.delete_registration_field_value(RegistrationId=registration, FieldPath=path))


def values(sms: Any, registration: str, **arguments: Any) -> list[dict[str, Any]]:
    answer = sms.describe_registration_field_values(RegistrationId=registration, **arguments)
    found: list[dict[str, Any]] = answer["RegistrationFieldValues"]
    return found


def denied(sms: Any, registration: str) -> dict[str, str]:
    """Submit, let the review end, and return why fields were denied."""
    sms.submit_registration_version(RegistrationId=registration)
    for _ in range(10):
        answer = sms.describe_registrations(RegistrationIds=[registration])
        if answer["Registrations"][0]["RegistrationStatus"] in ("COMPLETE", "REQUIRES_UPDATES"):
            break
    return {
        value["FieldPath"]: value["DeniedReason"]
        for value in values(sms, registration)
        if "DeniedReason" in value
    }


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


def submit(sms: Any, simulator: Simulator, registration: str) -> None:
    fill_in(sms, registration, FORMS[BRAND])
    sms.submit_registration_version(RegistrationId=registration)


def deny(sms: Any, simulator: Simulator, registration: str) -> None:
    submit(sms, simulator, registration)
    simulator.deny_registration(registration)


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


def test_a_form_not_complete_takes_fields_that_it_does_not_know(sms: Any, attachment: str) -> None:
    registration = create(sms, LONG_CODE)
    filled = [
        {"FieldPath": "companyInfo.motto", "TextValue": "Example Corp"},
        {"FieldPath": "messagingUseCase.useCase", "SelectChoices": ["Any", "Other"]},
        {"FieldPath": "companyInfo.letter", "RegistrationAttachmentId": attachment},
    ]

    for value in filled:
        sms.put_registration_field_value(RegistrationId=registration, **value)

    assert values(sms, registration) == filled
    assert values(sms, registration, SectionPath="companyInfo") == [filled[0], filled[2]]
    assert values(sms, registration, FieldPaths=["companyInfo.letter"]) == [filled[2]]
    assert delete(sms, registration, "companyInfo.motto")["TextValue"] == "Example Corp"


def test_a_form_not_complete_is_strict_with_the_fields_that_it_knows(sms: Any) -> None:
    registration = create(sms, LAUNCH)

    with refused("ValidationException", "INVALID_PARAMETER", fields=["textValue"]):
        put(sms, registration, "agentDetails.accentColor", TextValue="blue")


def test_a_loaded_form_is_complete(sms: Any, simulator: Simulator) -> None:
    registration = create(sms, LONG_CODE)
    put(sms, registration, "free.field", TextValue="anything")

    simulator.load_registration_definitions(
        {"RegistrationType": LONG_CODE, "RegistrationFieldDefinitions": []}
    )

    with refused("ValidationException", "UNKNOWN_REGISTRATION_FIELD", fields=["fieldPath"]):
        put(sms, registration, "free.field", TextValue="anything")


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


def test_a_filled_in_form_has_no_denied_field(sms: Any, brand: str) -> None:
    fill_in(sms, brand, FORMS[BRAND])

    assert denied(sms, brand) == {}


def test_a_required_field_left_empty_is_denied(sms: Any, brand: str) -> None:
    form = {path: value for path, value in FORMS[BRAND].items() if path != "companyInfo.city"}
    fill_in(sms, brand, form)

    assert denied(sms, brand) == {"companyInfo.city": "MISSING_REQUIRED_FIELD"}


def test_a_conditional_field_that_applies_is_denied_when_empty(sms: Any, brand: str) -> None:
    fill_in(sms, brand, FORMS[BRAND] | {"companyInfo.legalType": ["PUBLIC_PROFIT"]})
    put(sms, brand, "companyInfo.stockSymbol", TextValue="EXMP")

    assert denied(sms, brand) == {
        "companyInfo.stockExchange": "MISSING_CONDITIONAL_FIELD",
        "companyInfo.businessContactEmail": "MISSING_CONDITIONAL_FIELD",
    }


def test_a_conditional_field_that_does_not_apply_is_accepted_and_denied(
    sms: Any, brand: str
) -> None:
    fill_in(sms, brand, FORMS[BRAND])
    put(sms, brand, "companyInfo.stockSymbol", TextValue="EXMP")

    assert denied(sms, brand) == {"companyInfo.stockSymbol": "CONDITIONAL_FIELD_NOT_ALLOWED"}


def condition(path: str, operator: str, *expected: str) -> dict[str, Any]:
    return {
        "DependsOnFieldPath": path,
        "Operator": operator,
        **({"Values": list(expected)} if expected else {}),
    }


def text_field(name: str, **more: Any) -> dict[str, Any]:
    return {
        "SectionPath": "form",
        "FieldPath": f"form.{name}",
        "FieldType": "TEXT",
        "FieldRequirement": "OPTIONAL",
        "TextValidation": {"MinLength": 1, "MaxLength": 10, "Pattern": ".*"},
        "DisplayHints": {"Title": name, "ShortDescription": name},
        **more,
    }


def conditional_form(
    *rules: tuple[str, list[dict[str, Any]]], default: str = "OPTIONAL", **validation: Any
) -> dict[str, Any]:
    """Return a form whose field ``it`` depends on the fields ``one`` and ``two``."""
    behavior = {
        "Rules": [
            {"Conditions": conditions, "RuleBehavior": behavior}
            | ({"ConditionalValidation": validation} if validation else {})
            for behavior, conditions in rules
        ],
        "DefaultBehavior": default,
    }
    fields = [
        text_field("one"),
        text_field("two"),
        text_field("it", FieldRequirement="CONDITIONAL", ConditionalBehavior=behavior),
    ]
    return {"RegistrationType": LONG_CODE, "RegistrationFieldDefinitions": fields}


@pytest.mark.parametrize(
    ("asked", "filled", "required"),
    [
        (condition("form.one", "EQUALS", "a"), {"form.one": "a"}, True),
        (condition("form.one", "EQUALS", "a"), {"form.one": "b"}, False),
        (condition("form.one", "EQUALS", "a"), {}, False),
        (condition("form.one", "NOT_EQUALS", "a"), {"form.one": "b"}, True),
        (condition("form.one", "NOT_EQUALS", "a"), {"form.one": "a"}, False),
        (condition("form.one", "NOT_EQUALS", "a"), {}, True),
        (condition("form.one", "IN", "a", "b"), {"form.one": "b"}, True),
        (condition("form.one", "IN", "a", "b"), {"form.one": "c"}, False),
        (condition("form.one", "NOT_IN", "a", "b"), {"form.one": "c"}, True),
        (condition("form.one", "NOT_IN", "a", "b"), {"form.one": "a"}, False),
        (condition("form.one", "HAS_VALUE"), {"form.one": "a"}, True),
        (condition("form.one", "HAS_VALUE"), {"form.two": "a"}, False),
        (condition("form.one", "NO_VALUE"), {"form.two": "a"}, True),
        (condition("form.one", "NO_VALUE"), {"form.one": "a"}, False),
        (condition("form.one", "SOUNDS_LIKE", "a"), {"form.one": "a"}, False),
    ],
)
def test_a_condition_compares_the_other_fields_value(
    sms: Any, simulator: Simulator, asked: dict[str, Any], filled: dict[str, str], required: bool
) -> None:
    simulator.load_registration_definitions(conditional_form(("REQUIRED", [asked])))
    registration = create(sms, LONG_CODE)
    fill_in(sms, registration, filled)

    expected = {"form.it": "MISSING_CONDITIONAL_FIELD"} if required else {}
    assert denied(sms, registration) == expected


HAS_ONE = condition("form.one", "HAS_VALUE")
HAS_TWO = condition("form.two", "HAS_VALUE")


@pytest.mark.parametrize(
    ("rules", "default", "filled", "reason"),
    [
        ([("DISALLOWED", [HAS_ONE]), ("REQUIRED", [HAS_TWO])], "OPTIONAL", ["one", "two"], None),
        (
            [("REQUIRED", [HAS_TWO]), ("DISALLOWED", [HAS_ONE])],
            "OPTIONAL",
            ["one", "two"],
            "MISSING_CONDITIONAL_FIELD",
        ),
        ([("REQUIRED", [HAS_ONE, HAS_TWO])], "OPTIONAL", ["one"], None),
        (
            [("REQUIRED", [HAS_ONE, HAS_TWO])],
            "OPTIONAL",
            ["one", "two"],
            "MISSING_CONDITIONAL_FIELD",
        ),
        ([("OPTIONAL", [HAS_ONE])], "REQUIRED", ["two"], "MISSING_CONDITIONAL_FIELD"),
        ([("OPTIONAL", [HAS_ONE])], "REQUIRED", ["one"], None),
        (
            [("OPTIONAL", [HAS_ONE])],
            "DISALLOWED",
            ["two", "it"],
            "CONDITIONAL_FIELD_NOT_ALLOWED",
        ),
    ],
    ids=[
        "first rule wins",
        "first rule wins, the other way round",
        "all conditions must hold",
        "all conditions hold",
        "default",
        "rule before default",
        "default forbids",
    ],
)
def test_the_first_rule_that_matches_decides_else_the_default(
    sms: Any,
    simulator: Simulator,
    rules: Any,
    default: str,
    filled: list[str],
    reason: str | None,
) -> None:
    simulator.load_registration_definitions(conditional_form(*rules, default=default))
    registration = create(sms, LONG_CODE)
    fill_in(sms, registration, {f"form.{name}": "a" for name in filled})

    assert denied(sms, registration) == ({} if reason is None else {"form.it": reason})


def test_a_matching_rule_may_validate_otherwise(sms: Any, simulator: Simulator) -> None:
    simulator.load_registration_definitions(
        conditional_form(("REQUIRED", [HAS_ONE]), MaxLength=20, Pattern="[0-9]+")
    )
    registration = create(sms, LONG_CODE)

    with refused("ValidationException", "INVALID_PARAMETER", fields=["textValue"]):
        put(sms, registration, "form.it", TextValue="12345678901")
    put(sms, registration, "form.it", TextValue="letters")
    put(sms, registration, "form.one", TextValue="a")
    with refused("ValidationException", "INVALID_PARAMETER", fields=["textValue"]):
        put(sms, registration, "form.it", TextValue="letters")
    assert denied(sms, registration) == {"form.it": "INVALID_FIELD_VALUE"}


def test_a_matching_rule_may_allow_fewer_choices(sms: Any, simulator: Simulator) -> None:
    form = conditional_form(("OPTIONAL", [HAS_ONE]), AllowedValues=["a"])
    it = form["RegistrationFieldDefinitions"][-1]
    del it["TextValidation"]
    it["FieldType"] = "SELECT"
    it["SelectValidation"] = {"MinChoices": 1, "MaxChoices": 1, "Options": ["a", "b"]}
    simulator.load_registration_definitions(form)
    registration = create(sms, LONG_CODE)

    put(sms, registration, "form.it", SelectChoices=["b"])
    put(sms, registration, "form.one", TextValue="a")
    with refused("ValidationException", "INVALID_PARAMETER", fields=["selectChoices"]):
        put(sms, registration, "form.it", SelectChoices=["b"])
    assert denied(sms, registration) == {"form.it": "INVALID_FIELD_VALUE"}


def test_all_options_may_be_chosen_at_once(sms: Any, simulator: Simulator) -> None:
    field = text_field("one", FieldType="SELECT")
    del field["TextValidation"]
    field["SelectValidation"] = {"MinChoices": 1, "MaxChoices": 2, "Options": ["a", "b"]}
    simulator.load_registration_definitions(
        {"RegistrationType": LONG_CODE, "RegistrationFieldDefinitions": [field]}
    )
    registration = create(sms, LONG_CODE)

    put(sms, registration, "form.one", SelectChoices=["a", "b"])

    assert values(sms, registration) == [{"FieldPath": "form.one", "SelectChoices": ["a", "b"]}]


def test_a_pattern_that_python_cannot_read_refuses_nothing(sms: Any, simulator: Simulator) -> None:
    validation = {"MinLength": 1, "MaxLength": 10, "Pattern": r"\p{L}+"}
    field = text_field("one", TextValidation=validation)
    simulator.load_registration_definitions(
        {"RegistrationType": LONG_CODE, "RegistrationFieldDefinitions": [field]}
    )

    put(sms, create(sms, LONG_CODE), "form.one", TextValue="123")


def test_conditions_that_were_never_published_make_a_field_optional(sms: Any) -> None:
    assert "complianceKeywords.helpResponse" not in denied_of_a_test_agent(sms, {})


@pytest.mark.parametrize(
    ("contact", "missing"),
    [
        ({}, ["contactPhoneNumber", "contactEmailAddress", "contactWebsite"]),
        ({"contactWebsite": "https://example.com"}, ["contactWebsiteLabel"]),
        ({"contactEmailAddress": "help@example.com"}, ["contactEmailLabel"]),
        ({"contactPhoneNumber": "+12065550100"}, ["contactPhoneLabel"]),
        ({"contactPhoneNumber": "+12065550100", "contactPhoneLabel": "Support"}, []),
    ],
    ids=["none", "website", "email", "phone", "phone with its label"],
)
def test_a_test_agent_needs_one_contact_and_its_label(
    sms: Any, contact: dict[str, str], missing: list[str]
) -> None:
    reasons = denied_of_a_test_agent(sms, contact)

    assert reasons == {f"agentDetails.{name}": "CONTACT_DETAILS_MISSING" for name in missing}


def denied_of_a_test_agent(sms: Any, contact: dict[str, str]) -> dict[str, str]:
    """Fill in what a test agent requires, and this contact; return what is denied."""
    registration = create(sms, TEST_RCS)
    agent = sms.create_rcs_agent()["RcsAgentId"]
    sms.create_registration_association(RegistrationId=registration, ResourceId=agent)
    for name, size in (("bannerImage", (1440, 448)), ("logoImage", (224, 224))):
        picture_id = upload(sms, picture(*size))
        put(sms, registration, f"agentDetails.{name}", RegistrationAttachmentId=picture_id)
    form = {
        "brandName": "Example",
        "serviceName": "Example",
        "senderDisplayName": "Example",
        "useCase": ["OTP"],
        "agentDescription": "Login codes",
        "accentColor": "#123456",
        "privacyPolicyUrl": "https://example.com/privacy",
        "termsAndConditionsUrl": "https://example.com/terms",
        "billingCategory": ["NON_CONVERSATIONAL"],
        "averageMonthlyRcsFrequency": ["10"],
        "monthlyRcsVolume": "1000",
        **contact,
    }
    fill_in(sms, registration, {f"agentDetails.{name}": value for name, value in form.items()})
    return denied(sms, registration)
