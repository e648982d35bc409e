"""Protect configurations."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from typing import Any

import pytest
from freezegun import freeze_time

from ...support import backend, body, pages, refused

ARN = "arn:aws:sms-voice:us-east-1:123456789012:protect-configuration/"
CREATED = datetime(2026, 1, 2, 3, 4, 5, 678000, timezone.utc)


def described(sms: Any, **arguments: Any) -> list[str]:
    answer = sms.describe_protect_configurations(**arguments)
    return [each["ProtectConfigurationId"] for each in answer["ProtectConfigurations"]]


@freeze_time(CREATED)
def test_create_protect_configuration_answers_an_unprotected_one(sms: Any) -> None:
    answer = body(sms.create_protect_configuration())

    assert re.fullmatch("protect-[0-9a-f]{32}", answer["ProtectConfigurationId"])
    assert answer == {
        "ProtectConfigurationArn": ARN + answer["ProtectConfigurationId"],
        "ProtectConfigurationId": answer["ProtectConfigurationId"],
        "CreatedTimestamp": CREATED,
        "AccountDefault": False,
        "DeletionProtectionEnabled": False,
    }


def test_create_protect_configuration_keeps_what_is_given(sms: Any) -> None:
    tags = [{"Key": "Name", "Value": "strict"}]

    answer = sms.create_protect_configuration(DeletionProtectionEnabled=True, Tags=tags)

    assert answer["DeletionProtectionEnabled"] is True
    assert answer["Tags"] == tags


def test_create_protect_configuration_with_the_token_of_the_first_call_answers_the_same(
    sms: Any,
) -> None:
    first = sms.create_protect_configuration(ClientToken="once")
    again = sms.create_protect_configuration(ClientToken="once")

    assert body(again) == body(first)
    assert len(described(sms)) == 1


def test_an_account_has_25_protect_configurations(sms: Any) -> None:
    for _ in range(25):
        sms.create_protect_configuration()

    with refused("ServiceQuotaExceededException", "PROTECT_CONFIGURATIONS_PER_ACCOUNT"):
        sms.create_protect_configuration()


@freeze_time(CREATED)
def test_describe_protect_configurations_shows_all_of_a_configuration_but_its_tags(
    sms: Any,
) -> None:
    created = body(sms.create_protect_configuration(Tags=[{"Key": "Name", "Value": "strict"}]))
    del created["Tags"]

    assert body(sms.describe_protect_configurations()) == {"ProtectConfigurations": [created]}


@pytest.mark.parametrize("prefix", ["", ARN], ids=["id", "ARN"])
def test_describe_protect_configurations_takes_ids_and_arns(
    sms: Any, protect: str, prefix: str
) -> None:
    sms.create_protect_configuration()

    assert described(sms, ProtectConfigurationIds=[prefix + protect]) == [protect]


def test_describe_protect_configurations_refuses_one_unknown_id_among_known(
    sms: Any, protect: str
) -> None:
    with refused("ResourceNotFoundException", kind="protect-configuration", id="protect-gone"):
        described(sms, ProtectConfigurationIds=[protect, "protect-gone"])


@pytest.mark.parametrize("name", ["account-default", "deletion-protection-enabled"])
@pytest.mark.parametrize(
    ("values", "found"), [(["true"], [1]), (["false"], [0]), (["true", "false"], [0, 1])]
)
def test_describe_protect_configurations_filters(
    sms: Any, protect: str, name: str, values: list[str], found: list[int]
) -> None:
    other = sms.create_protect_configuration(DeletionProtectionEnabled=True)
    sms.set_account_default_protect_configuration(
        ProtectConfigurationId=other["ProtectConfigurationId"]
    )
    both = [protect, other["ProtectConfigurationId"]]

    assert described(sms, Filters=[{"Name": name, "Values": values}]) == [
        both[index] for index in found
    ]


@pytest.mark.parametrize("name", ["account-default", "deletion-protection-enabled"])
def test_describe_protect_configurations_refuses_another_word_than_true_or_false(
    sms: Any, name: str
) -> None:
    with refused("ValidationException", "INVALID_FILTER_VALUES", fields=["filters"]):
        described(sms, Filters=[{"Name": name, "Values": ["yes"]}])


def test_describe_protect_configurations_comes_in_pages(sms: Any) -> None:
    made = [sms.create_protect_configuration()["ProtectConfigurationId"] for _ in range(5)]

    found = pages(sms.describe_protect_configurations, "ProtectConfigurations", 2)

    assert [[each["ProtectConfigurationId"] for each in page] for page in found] == [
        made[:2],
        made[2:4],
        made[4:],
    ]


@freeze_time(CREATED)
@pytest.mark.parametrize("prefix", ["", ARN], ids=["id", "ARN"])
@pytest.mark.parametrize("enabled", [True, False])
def test_update_protect_configuration_sets_its_deletion_protection(
    sms: Any, prefix: str, enabled: bool
) -> None:
    created = body(sms.create_protect_configuration(DeletionProtectionEnabled=not enabled))

    answer = sms.update_protect_configuration(
        ProtectConfigurationId=prefix + created["ProtectConfigurationId"],
        DeletionProtectionEnabled=enabled,
    )

    assert body(answer) == created | {"DeletionProtectionEnabled": enabled}
    assert sms.describe_protect_configurations()["ProtectConfigurations"] == [body(answer)]


def test_update_protect_configuration_without_a_change_keeps_everything(sms: Any) -> None:
    created = body(sms.create_protect_configuration(DeletionProtectionEnabled=True))

    answer = sms.update_protect_configuration(
        ProtectConfigurationId=created["ProtectConfigurationId"]
    )

    assert body(answer) == created


@pytest.mark.parametrize("prefix", ["", ARN], ids=["id", "ARN"])
def test_delete_protect_configuration_answers_the_one_deleted(sms: Any, prefix: str) -> None:
    created = body(sms.create_protect_configuration())

    answer = sms.delete_protect_configuration(
        ProtectConfigurationId=prefix + created["ProtectConfigurationId"]
    )

    assert body(answer) == created
    assert described(sms) == []


def test_delete_protect_configuration_refuses_one_with_deletion_protection(sms: Any) -> None:
    identifier = sms.create_protect_configuration(DeletionProtectionEnabled=True)[
        "ProtectConfigurationId"
    ]

    with refused(
        "ConflictException",
        "DELETION_PROTECTION_ENABLED",
        kind="protect-configuration",
        id=identifier,
    ):
        sms.delete_protect_configuration(ProtectConfigurationId=identifier)
    assert described(sms) == [identifier]


def test_delete_protect_configuration_refuses_the_account_default(sms: Any, protect: str) -> None:
    sms.set_account_default_protect_configuration(ProtectConfigurationId=protect)

    with refused(
        "ConflictException",
        "PROTECT_CONFIGURATION_IS_ACCOUNT_DEFAULT",
        kind="protect-configuration",
        id=protect,
    ):
        sms.delete_protect_configuration(ProtectConfigurationId=protect)


def test_delete_protect_configuration_refuses_one_that_a_set_has(
    sms: Any, protect: str, news: str
) -> None:
    sms.associate_protect_configuration(ProtectConfigurationId=protect, ConfigurationSetName=news)

    with refused(
        "ConflictException",
        "PROTECT_CONFIGURATION_ASSOCIATED_WITH_CONFIGURATION_SET",
        kind="protect-configuration",
        id=protect,
    ):
        sms.delete_protect_configuration(ProtectConfigurationId=protect)


@pytest.mark.parametrize(
    ("operation", "arguments"),
    [
        ("update_protect_configuration", {}),
        ("delete_protect_configuration", {}),
        ("associate_protect_configuration", {"ConfigurationSetName": "news"}),
        ("disassociate_protect_configuration", {"ConfigurationSetName": "news"}),
        ("set_account_default_protect_configuration", {}),
        ("get_protect_configuration_country_rule_set", {"NumberCapability": "SMS"}),
        (
            "update_protect_configuration_country_rule_set",
            {
                "NumberCapability": "SMS",
                "CountryRuleSetUpdates": {"US": {"ProtectStatus": "BLOCK"}},
            },
        ),
    ],
)
def test_an_unknown_protect_configuration_is_refused(
    sms: Any, news: str, operation: str, arguments: dict[str, Any]
) -> None:
    with refused("ResourceNotFoundException", kind="protect-configuration", id="protect-gone"):
        getattr(sms, operation)(ProtectConfigurationId="protect-gone", **arguments)


def test_protect_configurations_belong_to_one_account_and_region(
    sms: Any, protect: str, stranger: Any
) -> None:
    sms.set_account_default_protect_configuration(ProtectConfigurationId=protect)

    assert described(stranger) == []
    with refused("ResourceNotFoundException", kind="protect-configuration", id=ARN + protect):
        stranger.delete_protect_configuration(ProtectConfigurationId=ARN + protect)
    with refused("ResourceNotFoundException", kind="protect-configuration", id="account-default"):
        stranger.delete_account_default_protect_configuration()


def test_a_reset_forgets_protect_configurations(sms: Any, protect: str) -> None:
    backend().reset()

    assert described(sms) == []
