"""Notify templates, and how their slots are filled."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timezone
from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.domains.notify.templates import (
    NotifyTemplate,
    TemplateVariable,
    notify_template,
    notify_templates,
)
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.exceptions import ValidationException

from ...support import body, pages, refused

KNOWN = "notify-code-verification-english-001"


def ids(answer: dict[str, Any]) -> list[str]:
    return [template["TemplateId"] for template in answer["NotifyTemplates"]]


def filtered(sms: Any, name: str, *values: str) -> list[str]:
    return ids(sms.describe_notify_templates(Filters=[{"Name": name, "Values": list(values)}]))


def test_describe_notify_templates_shows_the_one_that_aws_names(sms: Any) -> None:
    (template,) = body(sms.describe_notify_templates(TemplateIds=[KNOWN]))["NotifyTemplates"]

    assert {"AT", "US"} <= set(template.pop("SupportedCountries"))
    assert template == {
        "TemplateId": KNOWN,
        "Version": 1,
        "TemplateType": "OTP_VERIFICATION",
        "Channels": ["SMS", "VOICE"],
        "TierAccess": ["BASIC", "ADVANCED"],
        "Status": "ACTIVE",
        "LanguageCode": "en",
        "Content": "{{display_name}}: your verification code is {{code}}.",
        "Variables": {
            "code": {
                "Type": "STRING",
                "Required": True,
                "Description": "The verification code.",
                "MaxLength": 40,
                "Pattern": "[A-Za-z0-9 .,_-]+",
                "Sample": "123456",
                "Source": "CUSTOMER",
            },
            "display_name": {
                "Type": "STRING",
                "Required": True,
                "Description": "The display name of the notify configuration.",
                "Sample": "MyBrand",
                "Source": "SYSTEM",
            },
        },
        "SupportedVoiceIds": [
            "IVY",
            "JOANNA",
            "JOEY",
            "JUSTIN",
            "KENDRA",
            "KIMBERLY",
            "MATTHEW",
            "SALLI",
        ],
        "CreatedTimestamp": datetime(2026, 1, 1, tzinfo=timezone.utc),
    }


def test_describe_notify_templates_lists_all(sms: Any) -> None:
    assert ids(sms.describe_notify_templates()) == list(notify_templates())


def test_describe_notify_templates_lists_those_named_once_each(sms: Any) -> None:
    french = "notify-code-verification-french-001"

    assert ids(sms.describe_notify_templates(TemplateIds=[french, KNOWN, french])) == [
        french,
        KNOWN,
    ]


def test_describe_notify_templates_refuses_an_unknown_id(sms: Any) -> None:
    with refused("ResourceNotFoundException", kind="notify-template", id="no-such"):
        sms.describe_notify_templates(TemplateIds=[KNOWN, "no-such"])


@pytest.mark.parametrize(
    ("name", "values", "found"),
    [
        ("language-code", ["fr", "de"], ["french-001", "german-001"]),
        ("language-code", ["xx"], []),
        ("tier-access", ["BASIC"], "all but english-002"),
        ("channels", ["VOICE"], "all but english-002"),
        ("channels", ["SMS"], "all but english-003"),
        ("channels", ["RCS"], []),
        ("supported-voice-ids", ["AMY", "LEA"], ["english-003", "french-001"]),
        ("supported-countries", ["AT"], "all"),
        ("supported-countries", ["XX"], []),
        ("template-type", ["OTP_VERIFICATION"], "all"),
        ("template-type", ["CODE_VERIFICATION"], "all"),
        ("template-type", ["MARKETING"], []),
    ],
)
def test_describe_notify_templates_filters(
    sms: Any, name: str, values: list[str], found: list[str] | str
) -> None:
    prefix = "notify-code-verification-"
    if isinstance(found, str):
        left_out = prefix + found.removeprefix("all but ")
        expected = [template for template in notify_templates() if template != left_out]
    else:
        expected = [prefix + each for each in found]

    assert filtered(sms, name, *values) == expected


def test_describe_notify_templates_lists_what_satisfies_every_filter(sms: Any) -> None:
    found = sms.describe_notify_templates(
        Filters=[
            {"Name": "language-code", "Values": ["en"]},
            {"Name": "channels", "Values": ["VOICE"]},
        ]
    )

    assert ids(found) == [KNOWN]


def test_describe_notify_templates_comes_in_pages(sms: Any) -> None:
    found = pages(sms.describe_notify_templates, "NotifyTemplates", 4)

    every = list(notify_templates())
    assert [[template["TemplateId"] for template in page] for page in found] == [
        every[:4],
        every[4:8],
        every[8:],
    ]


def test_the_templates_are_the_same_everywhere(sms: Any, stranger: Any) -> None:
    assert ids(sms.describe_notify_templates()) == ids(stranger.describe_notify_templates())


SYSTEM = {"display_name": "MyBrand"}


@pytest.mark.parametrize("template_id", list(notify_templates()))
def test_every_template_takes_a_code_and_leaves_no_slot_open(template_id: str) -> None:
    text = notify_template(template_id).render({"code": "123456"}, SYSTEM)

    assert "123456" in text
    assert "MyBrand" in text
    assert "{" not in text


def test_a_code_may_be_spelled_for_a_voice() -> None:
    text = notify_template(KNOWN).render({"code": "1. 2. 3. 4. 5. 6."}, SYSTEM)

    assert text == "MyBrand: your verification code is 1. 2. 3. 4. 5. 6.."


def test_what_is_in_a_value_is_not_a_slot() -> None:
    template = rules(TemplateVariable(type="STRING", required=True))

    assert template.render({"it": "{{it}} \\1"}, {}) == "<{{it}} \\1>"


def rules(variable: TemplateVariable) -> NotifyTemplate:
    """A template whose only variable is called ``it``."""
    return NotifyTemplate(
        template_id="rules",
        language_code="en",
        channels=["SMS"],
        tier_access=["BASIC"],
        content="<{{it}}>",
        variables={"it": variable},
    )


@pytest.mark.parametrize(
    ("variable", "given", "text"),
    [
        (TemplateVariable(type="STRING", required=False), {}, "<>"),
        (TemplateVariable(type="STRING", required=True, default_value="x"), {}, "<x>"),
        (TemplateVariable(type="STRING", required=True, default_value="x"), {"it": "y"}, "<y>"),
        (TemplateVariable(type="STRING", required=True, max_length=3), {"it": "abc"}, "<abc>"),
        (TemplateVariable(type="STRING", required=True, pattern="[a-c]+"), {"it": "cab"}, "<cab>"),
        (TemplateVariable(type="INTEGER", required=True), {"it": "-42"}, "<-42>"),
        (TemplateVariable(type="INTEGER", required=True, min_value=5), {"it": "5"}, "<5>"),
        (TemplateVariable(type="INTEGER", required=True, max_value=5), {"it": "5"}, "<5>"),
        (TemplateVariable(type="BOOLEAN", required=True), {"it": "true"}, "<true>"),
        (TemplateVariable(type="BOOLEAN", required=True), {"it": "false"}, "<false>"),
    ],
)
def test_a_variable_that_keeps_its_rules_fills_the_slot(
    variable: TemplateVariable, given: Mapping[str, str], text: str
) -> None:
    assert rules(variable).render(given, {}) == text


@pytest.mark.parametrize(
    ("variable", "given", "reason", "fault"),
    [
        (
            TemplateVariable(type="STRING", required=True),
            {},
            "MISSING_PARAMETER",
            "it is required",
        ),
        (
            TemplateVariable(type="STRING", required=False),
            {"that": "x"},
            "INVALID_PARAMETER",
            "that is not there to be set",
        ),
        (
            TemplateVariable(type="STRING", required=False, source="SYSTEM"),
            {"it": "x"},
            "INVALID_PARAMETER",
            "it is not there to be set",
        ),
        (
            TemplateVariable(type="STRING", required=True, max_length=3),
            {"it": "abcd"},
            "INVALID_PARAMETER",
            "it must have at most 3 characters",
        ),
        (
            TemplateVariable(type="STRING", required=True, pattern="[a-c]+"),
            {"it": "cabd"},
            "INVALID_PARAMETER",
            "it must match [a-c]+",
        ),
        (
            TemplateVariable(type="INTEGER", required=True),
            {"it": "1.5"},
            "INVALID_PARAMETER",
            "it must be of type INTEGER",
        ),
        (
            TemplateVariable(type="INTEGER", required=True, min_value=5),
            {"it": "4"},
            "INVALID_PARAMETER",
            "it must be at least 5",
        ),
        (
            TemplateVariable(type="INTEGER", required=True, max_value=5),
            {"it": "6"},
            "INVALID_PARAMETER",
            "it must be at most 5",
        ),
        (
            TemplateVariable(type="BOOLEAN", required=True),
            {"it": "True"},
            "INVALID_PARAMETER",
            "it must be of type BOOLEAN",
        ),
    ],
)
def test_a_variable_that_breaks_its_rules_is_refused(
    variable: TemplateVariable, given: Mapping[str, str], reason: str, fault: str
) -> None:
    with pytest.raises(ValidationException) as caught:
        rules(variable).render(given, {})

    assert caught.value.members == {
        "Reason": reason,
        "Fields": [{"Name": "templateVariables", "Message": fault}],
    }


def test_a_system_variable_comes_from_the_system() -> None:
    variable = TemplateVariable(type="STRING", required=True, source="SYSTEM")

    assert rules(variable).render({}, {"it": "MyBrand"}) == "<MyBrand>"


def test_a_template_that_aws_takes_out_of_use_is_shown_as_such(
    sms: Any, simulator: Simulator
) -> None:
    (before,) = sms.describe_notify_templates(TemplateIds=[KNOWN])["NotifyTemplates"]

    simulator.set_notify_template_status(KNOWN, "INACTIVE")
    (shown,) = sms.describe_notify_templates(TemplateIds=[KNOWN])["NotifyTemplates"]
    statuses = {
        each["TemplateId"]: each["Status"]
        for each in sms.describe_notify_templates()["NotifyTemplates"]
    }
    assert shown == {**before, "Status": "INACTIVE"}
    assert [each for each, status in statuses.items() if status != "ACTIVE"] == [KNOWN]

    simulator.set_notify_template_status(KNOWN, "ACTIVE")
    assert sms.describe_notify_templates(TemplateIds=[KNOWN])["NotifyTemplates"] == [before]


def test_a_status_is_of_a_template_that_is_there(sms: Any, simulator: Simulator) -> None:
    with pytest.raises(ValueError, match="there is no notify template french"):
        simulator.set_notify_template_status("french", "INACTIVE")


def test_a_template_out_of_use_is_nobodys_default(sms: Any, simulator: Simulator) -> None:
    wanted = {"DisplayName": "Example", "UseCase": "CODE_VERIFICATION", "EnabledChannels": ["SMS"]}
    notify = sms.create_notify_configuration(**wanted)["NotifyConfigurationId"]
    simulator.set_notify_template_status(KNOWN, "INACTIVE")

    with refused("ConflictException", "RESOURCE_NOT_ACTIVE", kind="notify-template", id=KNOWN):
        sms.create_notify_configuration(**wanted, DefaultTemplateId=KNOWN)
    with refused("ConflictException", "RESOURCE_NOT_ACTIVE", kind="notify-template", id=KNOWN):
        sms.update_notify_configuration(NotifyConfigurationId=notify, DefaultTemplateId=KNOWN)
    (shown,) = sms.describe_notify_configurations()["NotifyConfigurations"]
    assert "DefaultTemplateId" not in shown
