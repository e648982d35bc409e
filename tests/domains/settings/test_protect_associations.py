"""What has a protect configuration: configuration sets, and the account by default."""

from __future__ import annotations

from typing import Any

import pytest

from ...support import body, refused

ARN = "arn:aws:sms-voice:us-east-1:123456789012:protect-configuration/"
SET_ARN = "arn:aws:sms-voice:us-east-1:123456789012:configuration-set/"


@pytest.mark.parametrize("by_arn", [False, True], ids=["id", "ARN"])
@pytest.mark.parametrize(("operation", "shown"), [("associate", True), ("disassociate", False)])
def test_a_set_shows_the_protect_configuration_it_has(
    sms: Any, protect: str, news: str, operation: str, shown: bool, by_arn: bool
) -> None:
    sms.associate_protect_configuration(ProtectConfigurationId=protect, ConfigurationSetName=news)

    answer = getattr(sms, f"{operation}_protect_configuration")(
        ProtectConfigurationId=ARN + protect if by_arn else protect,
        ConfigurationSetName=SET_ARN + news if by_arn else news,
    )

    assert body(answer) == {
        "ConfigurationSetArn": SET_ARN + news,
        "ConfigurationSetName": news,
        "ProtectConfigurationArn": ARN + protect,
        "ProtectConfigurationId": protect,
    }
    (configuration_set,) = sms.describe_configuration_sets()["ConfigurationSets"]
    assert configuration_set.get("ProtectConfigurationId") == (protect if shown else None)


def test_a_set_has_one_protect_configuration_the_last(sms: Any, protect: str, news: str) -> None:
    other = sms.create_protect_configuration()["ProtectConfigurationId"]
    for each in (protect, other):
        sms.associate_protect_configuration(ProtectConfigurationId=each, ConfigurationSetName=news)

    (configuration_set,) = sms.describe_configuration_sets()["ConfigurationSets"]
    assert configuration_set["ProtectConfigurationId"] == other
    assert sms.delete_protect_configuration(ProtectConfigurationId=protect)


def test_a_protect_configuration_serves_many_sets(sms: Any, protect: str, news: str) -> None:
    sms.create_configuration_set(ConfigurationSetName="other")
    for name in (news, "other"):
        sms.associate_protect_configuration(
            ProtectConfigurationId=protect, ConfigurationSetName=name
        )

    assert [
        each["ProtectConfigurationId"]
        for each in sms.describe_configuration_sets()["ConfigurationSets"]
    ] == [protect, protect]


@pytest.mark.parametrize("has_another", [False, True])
def test_disassociate_protect_configuration_refuses_one_that_the_set_does_not_have(
    sms: Any, protect: str, news: str, has_another: bool
) -> None:
    if has_another:
        other = sms.create_protect_configuration()["ProtectConfigurationId"]
        sms.associate_protect_configuration(ProtectConfigurationId=other, ConfigurationSetName=news)

    with refused(
        "ConflictException",
        "PROTECT_CONFIGURATION_NOT_ASSOCIATED_WITH_CONFIGURATION_SET",
        kind="protect-configuration",
        id=protect,
    ):
        sms.disassociate_protect_configuration(
            ProtectConfigurationId=protect, ConfigurationSetName=news
        )


@pytest.mark.parametrize("operation", ["associate", "disassociate"])
def test_the_protect_configuration_of_an_unknown_set_is_refused(
    sms: Any, protect: str, operation: str
) -> None:
    with refused("ResourceNotFoundException", kind="configuration-set", id="gone"):
        getattr(sms, f"{operation}_protect_configuration")(
            ProtectConfigurationId=protect, ConfigurationSetName="gone"
        )


def defaults(sms: Any) -> list[str]:
    wanted = [{"Name": "account-default", "Values": ["true"]}]
    answer = sms.describe_protect_configurations(Filters=wanted)
    return [each["ProtectConfigurationId"] for each in answer["ProtectConfigurations"]]


@pytest.mark.parametrize("prefix", ["", ARN], ids=["id", "ARN"])
def test_set_account_default_protect_configuration_answers_and_shows_it(
    sms: Any, protect: str, prefix: str
) -> None:
    answer = sms.set_account_default_protect_configuration(ProtectConfigurationId=prefix + protect)

    assert body(answer) == {
        "DefaultProtectConfigurationArn": ARN + protect,
        "DefaultProtectConfigurationId": protect,
    }
    assert defaults(sms) == [protect]


def test_an_account_has_one_default_protect_configuration_the_last(sms: Any, protect: str) -> None:
    other = sms.create_protect_configuration()["ProtectConfigurationId"]
    for each in (protect, other):
        sms.set_account_default_protect_configuration(ProtectConfigurationId=each)

    assert defaults(sms) == [other]


def test_setting_the_account_default_again_keeps_it(sms: Any, protect: str) -> None:
    for _ in range(2):
        sms.set_account_default_protect_configuration(ProtectConfigurationId=protect)

    assert defaults(sms) == [protect]


def test_delete_account_default_protect_configuration_keeps_the_configuration(
    sms: Any, protect: str
) -> None:
    sms.set_account_default_protect_configuration(ProtectConfigurationId=protect)

    assert body(sms.delete_account_default_protect_configuration()) == {
        "DefaultProtectConfigurationArn": ARN + protect,
        "DefaultProtectConfigurationId": protect,
    }
    assert defaults(sms) == []
    assert sms.describe_protect_configurations(ProtectConfigurationIds=[protect])


def test_delete_account_default_protect_configuration_refuses_when_there_is_none(
    sms: Any, protect: str
) -> None:
    with refused("ResourceNotFoundException", kind="protect-configuration", id="account-default"):
        sms.delete_account_default_protect_configuration()
