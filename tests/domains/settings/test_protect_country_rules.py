"""Country rules of protect configurations."""

from __future__ import annotations

from typing import Any

import pytest

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.data import load

from ...support import body, refused

ARN = "arn:aws:sms-voice:us-east-1:123456789012:protect-configuration/"

SUPPORTED = load("countries")["supported"]


def rules(sms: Any, protect: str, capability: str = "SMS") -> dict[str, str]:
    answer = sms.get_protect_configuration_country_rule_set(
        ProtectConfigurationId=protect, NumberCapability=capability
    )
    return {country: rule["ProtectStatus"] for country, rule in answer["CountryRuleSet"].items()}


def update(sms: Any, protect: str, capability: str = "SMS", **updates: str) -> dict[str, Any]:
    return body(
        sms.update_protect_configuration_country_rule_set(
            ProtectConfigurationId=protect,
            NumberCapability=capability,
            CountryRuleSetUpdates={
                country: {"ProtectStatus": status} for country, status in updates.items()
            },
        )
    )


@pytest.mark.parametrize("prefix", ["", ARN], ids=["id", "ARN"])
@pytest.mark.parametrize("capability", ["SMS", "VOICE", "MMS", "RCS"])
def test_a_new_protect_configuration_allows_every_country(
    sms: Any, protect: str, capability: str, prefix: str
) -> None:
    answer = sms.get_protect_configuration_country_rule_set(
        ProtectConfigurationId=prefix + protect, NumberCapability=capability
    )

    assert body(answer) == {
        "ProtectConfigurationArn": ARN + protect,
        "ProtectConfigurationId": protect,
        "NumberCapability": capability,
        "CountryRuleSet": {country: {"ProtectStatus": "ALLOW"} for country in SUPPORTED},
    }


@pytest.mark.parametrize("prefix", ["", ARN], ids=["id", "ARN"])
def test_update_protect_configuration_country_rule_set_answers_the_rules_given(
    sms: Any, protect: str, prefix: str
) -> None:
    assert update(sms, prefix + protect, US="BLOCK", GB="MONITOR") == {
        "ProtectConfigurationArn": ARN + protect,
        "ProtectConfigurationId": protect,
        "NumberCapability": "SMS",
        "CountryRuleSet": {"US": {"ProtectStatus": "BLOCK"}, "GB": {"ProtectStatus": "MONITOR"}},
    }


@pytest.mark.parametrize("status", ["ALLOW", "BLOCK", "MONITOR", "FILTER"])
def test_country_rules_change_one_by_one(sms: Any, protect: str, status: str) -> None:
    update(sms, protect, US="BLOCK", GB="BLOCK")
    update(sms, protect, US=status)

    expected = dict.fromkeys(SUPPORTED, "ALLOW") | {"US": status, "GB": "BLOCK"}
    assert rules(sms, protect) == expected


def test_country_rules_are_those_of_one_capability(sms: Any, protect: str) -> None:
    update(sms, protect, "VOICE", US="BLOCK")

    assert [rules(sms, protect, each)["US"] for each in ("SMS", "VOICE", "MMS", "RCS")] == [
        "ALLOW",
        "BLOCK",
        "ALLOW",
        "ALLOW",
    ]


def test_country_rules_are_those_of_one_configuration(sms: Any, protect: str) -> None:
    other = sms.create_protect_configuration()["ProtectConfigurationId"]

    update(sms, protect, US="BLOCK")

    assert rules(sms, other)["US"] == "ALLOW"


def test_update_protect_configuration_country_rule_set_refuses_an_unknown_country(
    sms: Any, protect: str
) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["countryRuleSetUpdates"]):
        update(sms, protect, US="BLOCK", ZZ="BLOCK")
    assert rules(sms, protect)["US"] == "ALLOW"
