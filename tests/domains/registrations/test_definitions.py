"""Registration definitions."""

from __future__ import annotations

from typing import Any

import boto3
import pytest

from moto_pinpoint_sms_v2 import Simulator

from ...support import body, pages, refused

TOLL_FREE = "US_TOLL_FREE_REGISTRATION"
BRAND = "US_TEN_DLC_BRAND_REGISTRATION"
VETTING = "US_TEN_DLC_BRAND_VETTING"
CAMPAIGN = "US_TEN_DLC_CAMPAIGN_REGISTRATION"
TEST_RCS = "TEST_RCS_LAUNCH_REGISTRATION"
NOT_BLANK = r"^(?=\s*\S)[\s\S]+$"


def type_names(sms: Any, **arguments: Any) -> list[str]:
    reader = sms.get_paginator("describe_registration_type_definitions")
    return [
        each["RegistrationType"]
        for page in reader.paginate(**arguments)
        for each in page["RegistrationTypeDefinitions"]
    ]


def section_paths(sms: Any, registration_type: str, **arguments: Any) -> list[str]:
    answer = sms.describe_registration_section_definitions(
        RegistrationType=registration_type, **arguments
    )
    return [each["SectionPath"] for each in answer["RegistrationSectionDefinitions"]]


def fields(sms: Any, registration_type: str, **arguments: Any) -> dict[str, Any]:
    answer = sms.describe_registration_field_definitions(
        RegistrationType=registration_type, **arguments
    )
    return {each["FieldPath"]: each for each in answer["RegistrationFieldDefinitions"]}


def test_describe_registration_type_definitions_answers_title_and_associations(sms: Any) -> None:
    assert body(sms.describe_registration_type_definitions(RegistrationTypes=[TOLL_FREE])) == {
        "RegistrationTypeDefinitions": [
            {
                "RegistrationType": TOLL_FREE,
                "SupportedAssociations": [
                    {
                        "ResourceType": "TOLL_FREE",
                        "IsoCountryCode": "US",
                        "AssociationBehavior": "ASSOCIATE_BEFORE_SUBMIT",
                        "DisassociationBehavior": "DISASSOCIATE_ALL_CLOSES_REGISTRATION",
                    }
                ],
                "DisplayHints": {"Title": "US toll-free number registration"},
            }
        ]
    }


def test_describe_registration_type_definitions_lists_every_type(sms: Any) -> None:
    names = type_names(sms)

    assert len(names) == len(set(names)) == 102
    assert {TOLL_FREE, BRAND, VETTING, CAMPAIGN, TEST_RCS} <= set(names)
    assert {"IN_SENDER_ID_REGISTRATION", "ZZ_LONG_CODE_REGISTRATION"} <= set(names)
    assert sum(name.endswith("_RCS_LAUNCH_REGISTRATION") for name in names) == 1 + 22


def test_describe_registration_type_definitions_answers_in_the_order_asked_for(sms: Any) -> None:
    assert type_names(sms, RegistrationTypes=[CAMPAIGN, TOLL_FREE, CAMPAIGN]) == [
        CAMPAIGN,
        TOLL_FREE,
    ]


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({"supported-association-resource-type": ["TEN_DLC"]}, [CAMPAIGN]),
        ({"supported-association-resource-type": ["TEN_DLC", "TOLL_FREE"]}, [TOLL_FREE, CAMPAIGN]),
        (
            {"supported-association-iso-country-code": ["NO"]},
            ["NO_RCS_LAUNCH_REGISTRATION", "NO_LONG_CODE_REGISTRATION"],
        ),
        (
            {
                "supported-association-iso-country-code": ["NO"],
                "supported-association-resource-type": ["LONG_CODE"],
            },
            ["NO_LONG_CODE_REGISTRATION"],
        ),
        ({"supported-association-resource-type": ["long_code"]}, []),
    ],
)
def test_describe_registration_type_definitions_filters(
    sms: Any, filters: dict[str, list[str]], names: list[str]
) -> None:
    given = [{"Name": name, "Values": values} for name, values in filters.items()]

    assert type_names(sms, Filters=given) == names


def test_describe_registration_type_definitions_pages(sms: Any) -> None:
    found = pages(
        sms.describe_registration_type_definitions, "RegistrationTypeDefinitions", size=40
    )

    assert [len(page) for page in found] == [40, 40, 22]
    assert [each["RegistrationType"] for page in found for each in page] == type_names(sms)


@pytest.mark.parametrize("name", ["XX_SENDER_ID_REGISTRATION", "MANAGED_ROUTES_BRAND_VERIFICATION"])
def test_describe_registration_definitions_refuses_an_unknown_type(sms: Any, name: str) -> None:
    with refused("ValidationException", "UNKNOWN_REGISTRATION_TYPE", fields=["registrationTypes"]):
        sms.describe_registration_type_definitions(RegistrationTypes=[TOLL_FREE, name])
    with refused("ValidationException", "UNKNOWN_REGISTRATION_TYPE", fields=["registrationType"]):
        sms.describe_registration_section_definitions(RegistrationType=name)
    with refused("ValidationException", "UNKNOWN_REGISTRATION_TYPE", fields=["registrationType"]):
        sms.describe_registration_field_definitions(RegistrationType=name)


def test_describe_registration_section_definitions_answers_the_sections(sms: Any) -> None:
    assert body(sms.describe_registration_section_definitions(RegistrationType=BRAND)) == {
        "RegistrationType": BRAND,
        "RegistrationSectionDefinitions": [
            {
                "SectionPath": "companyInfo",
                "DisplayHints": {"Title": "Company details", "ShortDescription": "Company details"},
            },
            {
                "SectionPath": "contactInfo",
                "DisplayHints": {"Title": "Contact details", "ShortDescription": "Contact details"},
            },
        ],
    }


def test_describe_registration_section_definitions_selects_by_path(sms: Any) -> None:
    assert section_paths(sms, CAMPAIGN, SectionPaths=["messageSamples", "campaignInfo"]) == [
        "messageSamples",
        "campaignInfo",
    ]


def test_a_section_named_twice_is_listed_once(sms: Any) -> None:
    assert section_paths(sms, BRAND, SectionPaths=["companyInfo"] * 2) == ["companyInfo"]


def test_describe_registration_section_definitions_pages(sms: Any) -> None:
    found = pages(
        sms.describe_registration_section_definitions,
        "RegistrationSectionDefinitions",
        size=2,
        RegistrationType=CAMPAIGN,
    )

    assert [[each["SectionPath"] for each in page] for page in found] == [
        ["campaignInfo", "campaignCapabilities"],
        ["campaignUseCase", "messageSamples"],
        ["mmsFileSamples"],
    ]


def test_a_brand_vetting_has_no_form(sms: Any) -> None:
    assert section_paths(sms, VETTING) == []
    assert fields(sms, VETTING) == {}


def test_describe_registration_section_definitions_refuses_an_unknown_section(sms: Any) -> None:
    with refused("ValidationException", "UNKNOWN_REGISTRATION_SECTION", fields=["sectionPaths"]):
        section_paths(sms, BRAND, SectionPaths=["companyInfo", "campaignInfo"])


@pytest.mark.parametrize(
    ("registration_type", "definition"),
    [
        (
            TOLL_FREE,
            {
                "SectionPath": "companyInfo",
                "FieldPath": "companyInfo.companyName",
                "FieldType": "TEXT",
                "FieldRequirement": "REQUIRED",
                "TextValidation": {"MinLength": 1, "MaxLength": 100, "Pattern": NOT_BLANK},
                "DisplayHints": {
                    "Title": "Company Name",
                    "ShortDescription": "Legal name of the company",
                },
            },
        ),
        (
            TEST_RCS,
            {
                "SectionPath": "agentDetails",
                "FieldPath": "agentDetails.accentColor",
                "FieldType": "TEXT",
                "FieldRequirement": "REQUIRED",
                "TextValidation": {
                    "MinLength": 7,
                    "MaxLength": 7,
                    "Pattern": "^#[0-9A-Fa-f]{6}$",
                },
                "DisplayHints": {"Title": "Accent colour", "ShortDescription": "Accent colour"},
            },
        ),
        (
            CAMPAIGN,
            {
                "SectionPath": "campaignCapabilities",
                "FieldPath": "campaignCapabilities.messageType",
                "FieldType": "SELECT",
                "FieldRequirement": "OPTIONAL",
                "SelectValidation": {
                    "MinChoices": 1,
                    "MaxChoices": 1,
                    "Options": ["Transactional", "Promotional"],
                },
                "DisplayHints": {"Title": "Message type", "ShortDescription": "Message type"},
            },
        ),
        (
            TOLL_FREE,
            {
                "SectionPath": "messagingUseCase",
                "FieldPath": "messagingUseCase.optInImage",
                "FieldType": "ATTACHMENT",
                "FieldRequirement": "REQUIRED",
                "DisplayHints": {
                    "Title": "Opt-in workflow image",
                    "ShortDescription": "Opt-in workflow image",
                },
            },
        ),
        (
            "IN_SENDER_ID_REGISTRATION",
            {
                "SectionPath": "senderIdInfo",
                "FieldPath": "senderIdInfo.senderId",
                "FieldType": "TEXT",
                "FieldRequirement": "REQUIRED",
                "TextValidation": {"MinLength": 3, "MaxLength": 6, "Pattern": "^[A-Za-z]+$"},
                "DisplayHints": {
                    "Title": "Sender ID",
                    "ShortDescription": "The name to register as sender",
                },
            },
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else value["FieldPath"],
)
def test_describe_registration_field_definitions_answers_a_field(
    sms: Any, registration_type: str, definition: dict[str, Any]
) -> None:
    answer = sms.describe_registration_field_definitions(
        RegistrationType=registration_type, FieldPaths=[definition["FieldPath"]]
    )

    assert body(answer) == {
        "RegistrationType": registration_type,
        "RegistrationFieldDefinitions": [definition],
    }


def test_a_conditional_field_shows_its_conditions(sms: Any) -> None:
    model = sms.meta.service_model.shape_for("RegistrationFieldDefinition")
    if "ConditionalBehavior" not in model.members:
        pytest.skip("this botocore does not know conditions yet")

    field = fields(sms, BRAND)["companyInfo.stockSymbol"]

    assert field["FieldRequirement"] == "CONDITIONAL"
    assert field["ConditionalBehavior"] == {
        "Rules": [
            {
                "Conditions": [
                    {
                        "DependsOnFieldPath": "companyInfo.legalType",
                        "Operator": "EQUALS",
                        "Values": ["PUBLIC_PROFIT"],
                    }
                ],
                "RuleBehavior": "REQUIRED",
            }
        ],
        "DefaultBehavior": "DISALLOWED",
    }


def test_every_definition_has_what_the_model_requires(sms: Any) -> None:
    for name in type_names(sms):
        sections = section_paths(sms, name)
        for path, field in fields(sms, name).items():
            assert field["SectionPath"] in sections
            assert path.partition(".")[0] == field["SectionPath"]
            assert ("TextValidation" in field) == (field["FieldType"] == "TEXT")
            assert ("SelectValidation" in field) == (field["FieldType"] == "SELECT")


def test_describe_registration_field_definitions_selects_by_section(sms: Any) -> None:
    assert list(fields(sms, BRAND, SectionPath="contactInfo")) == [
        "contactInfo.dbaName",
        "contactInfo.vertical",
        "contactInfo.website",
        "contactInfo.supportEmail",
        "contactInfo.supportPhoneNumber",
    ]


def test_describe_registration_field_definitions_joins_section_and_paths(sms: Any) -> None:
    wanted = ["contactInfo.website", "companyInfo.city"]

    assert list(fields(sms, BRAND, FieldPaths=wanted)) == wanted
    assert list(fields(sms, BRAND, FieldPaths=wanted, SectionPath="companyInfo")) == wanted[1:]


def test_describe_registration_field_definitions_pages(sms: Any) -> None:
    found = pages(
        sms.describe_registration_field_definitions,
        "RegistrationFieldDefinitions",
        size=10,
        RegistrationType=CAMPAIGN,
    )

    assert [len(page) for page in found] == [10, 10, 10, 4]
    assert [each["FieldPath"] for page in found for each in page] == list(fields(sms, CAMPAIGN))


@pytest.mark.parametrize(
    ("arguments", "reason", "named"),
    [
        ({"SectionPath": "campaignInfo"}, "UNKNOWN_REGISTRATION_SECTION", "sectionPath"),
        ({"FieldPaths": ["companyInfo.website"]}, "UNKNOWN_REGISTRATION_FIELD", "fieldPaths"),
    ],
    ids=["section", "field"],
)
def test_describe_registration_field_definitions_refuses_what_the_form_lacks(
    sms: Any, arguments: dict[str, Any], reason: str, named: str
) -> None:
    with refused("ValidationException", reason, fields=[named]):
        fields(sms, BRAND, **arguments)


OWN = "XX_SENDER_ID_REGISTRATION"
OWN_TYPE: dict[str, Any] = {
    "RegistrationType": OWN,
    "SupportedAssociations": [],
    "DisplayHints": {"Title": "Own", "ShortDescription": "Short", "DocumentationTitle": "Guide"},
}
OWN_SECTIONS: list[dict[str, Any]] = [
    {"SectionPath": path, "DisplayHints": {"Title": path, "ShortDescription": "A section"}}
    for path in ("first", "second")
]
OWN_FIELDS: list[dict[str, Any]] = [
    {
        "SectionPath": "first",
        "FieldPath": "first.name",
        "FieldType": "TEXT",
        "FieldRequirement": "REQUIRED",
        "TextValidation": {"MinLength": 0, "MaxLength": 5, "Pattern": "[a-z]*"},
        "DisplayHints": {"Title": "Name", "ShortDescription": "Name", "ExampleTextValue": "abc"},
    },
    {
        "SectionPath": "second",
        "FieldPath": "elsewhere.kind",
        "FieldType": "SELECT",
        "FieldRequirement": "OPTIONAL",
        "SelectValidation": {"MinChoices": 0, "MaxChoices": 2, "Options": ["a", "b"]},
        "DisplayHints": {
            "Title": "Kind",
            "ShortDescription": "Kind",
            "SelectOptionDescriptions": [{"Option": "a", "Title": "The first"}],
        },
    },
]
OWN_ANSWERS = [
    {"RegistrationTypeDefinitions": [OWN_TYPE]},
    {"RegistrationType": OWN, "RegistrationSectionDefinitions": OWN_SECTIONS},
    {"RegistrationType": OWN, "RegistrationFieldDefinitions": OWN_FIELDS[:1]},
    {"RegistrationType": OWN, "RegistrationFieldDefinitions": OWN_FIELDS[1:]},
]


def assert_own(sms: Any) -> None:
    types = sms.describe_registration_type_definitions(RegistrationTypes=[OWN])
    assert types["RegistrationTypeDefinitions"] == [OWN_TYPE]
    assert body(sms.describe_registration_section_definitions(RegistrationType=OWN)) == {
        "RegistrationType": OWN,
        "RegistrationSectionDefinitions": OWN_SECTIONS,
    }
    assert body(sms.describe_registration_field_definitions(RegistrationType=OWN)) == {
        "RegistrationType": OWN,
        "RegistrationFieldDefinitions": OWN_FIELDS,
    }


def test_loaded_definitions_are_answered_exactly(sms: Any, simulator: Simulator) -> None:
    simulator.load_registration_definitions(OWN_ANSWERS)

    assert_own(sms)
    assert type_names(sms)[-1] == OWN


def test_loaded_definitions_may_lie_in_one_mapping(sms: Any, simulator: Simulator) -> None:
    simulator.load_registration_definitions(
        {
            "RegistrationTypeDefinitions": [OWN_TYPE],
            "RegistrationType": OWN,
            "RegistrationSectionDefinitions": OWN_SECTIONS,
            "RegistrationFieldDefinitions": OWN_FIELDS,
        }
    )

    assert_own(sms)


def test_the_services_own_answers_can_be_loaded(sms: Any, simulator: Simulator) -> None:
    answers = [
        sms.describe_registration_type_definitions(RegistrationTypes=[CAMPAIGN]),
        sms.describe_registration_section_definitions(RegistrationType=CAMPAIGN),
        sms.describe_registration_field_definitions(RegistrationType=CAMPAIGN),
    ]
    other = boto3.client("pinpoint-sms-voice-v2", region_name="eu-west-1")

    Simulator(region_name="eu-west-1").load_registration_definitions(
        [body(answer) for answer in answers]
    )

    assert [
        body(other.describe_registration_type_definitions(RegistrationTypes=[CAMPAIGN])),
        body(other.describe_registration_section_definitions(RegistrationType=CAMPAIGN)),
        body(other.describe_registration_field_definitions(RegistrationType=CAMPAIGN)),
    ] == [body(answer) for answer in answers]


def test_loaded_fields_replace_those_of_a_published_form(sms: Any, simulator: Simulator) -> None:
    before = type_names(sms)

    simulator.load_registration_definitions(
        {"RegistrationType": BRAND, "RegistrationFieldDefinitions": OWN_FIELDS}
    )

    assert list(fields(sms, BRAND).values()) == OWN_FIELDS
    assert section_paths(sms, BRAND) == ["companyInfo", "contactInfo"]
    assert type_names(sms) == before


def test_a_loaded_type_list_leaves_the_forms_alone(sms: Any, simulator: Simulator) -> None:
    before = fields(sms, BRAND)

    simulator.load_registration_definitions(
        {
            "RegistrationTypeDefinitions": [
                {"RegistrationType": BRAND, "DisplayHints": {"Title": "Brands"}}
            ]
        }
    )

    answer = sms.describe_registration_type_definitions(RegistrationTypes=[BRAND])
    assert answer["RegistrationTypeDefinitions"] == [
        {"RegistrationType": BRAND, "DisplayHints": {"Title": "Brands"}}
    ]
    assert fields(sms, BRAND) == before


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ({"Registrations": []}, "An answer has none of RegistrationTypeDefinitions"),
        ({"RegistrationFieldDefinitions": []}, "registrationType: is required"),
        (
            [*OWN_ANSWERS[:3], {"RegistrationType": OWN, "RegistrationFieldDefinitions": [{}]}],
            r"registrationFieldDefinitions\[0\].sectionPath: is required",
        ),
        (OWN_ANSWERS[1:], f"The definition of the type {OWN} is missing"),
    ],
    ids=["other answer", "no type", "half a field", "unknown type"],
)
def test_what_is_no_answer_is_not_loaded(
    sms: Any, simulator: Simulator, source: Any, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        simulator.load_registration_definitions(source)

    with refused("ValidationException", "UNKNOWN_REGISTRATION_TYPE", fields=["registrationType"]):
        fields(sms, OWN)


@pytest.mark.parametrize(
    ("region_name", "account_id"), [("eu-west-1", "123456789012"), ("us-east-1", "210987654321")]
)
def test_loaded_definitions_stay_in_their_account_and_region(
    sms: Any, region_name: str, account_id: str
) -> None:
    Simulator(region_name=region_name, account_id=account_id).load_registration_definitions(
        OWN_ANSWERS
    )

    assert OWN not in type_names(sms)
