"""Protect configurations, their associations, their country rules, and what they decide."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from freezegun import freeze_time

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.domains.configuration_sets import ConfigurationSet
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.domains.destinations import countries, parse
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.domains.protect_configurations import (
    ProtectConfiguration,
)
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.domains.protect_decisions import (
    ProtectDecision,
    effective_protect_configuration,
    protect_decision,
)

from ..support import backend, body, pages, refused

ARN = "arn:aws:sms-voice:us-east-1:123456789012:protect-configuration/"
SET_ARN = "arn:aws:sms-voice:us-east-1:123456789012:configuration-set/"
CREATED = datetime(2026, 1, 2, 3, 4, 5, 678000, timezone.utc)
NUMBER = "+12065550100"


@pytest.fixture
def protect(sms: Any) -> str:
    """A protect configuration."""
    identifier: str = sms.create_protect_configuration()["ProtectConfigurationId"]
    return identifier


@pytest.fixture
def news(sms: Any) -> str:
    """A configuration set."""
    name: str = sms.create_configuration_set(ConfigurationSetName="news")["ConfigurationSetName"]
    return name


def described(sms: Any, **arguments: Any) -> list[str]:
    answer = sms.describe_protect_configurations(**arguments)
    return [each["ProtectConfigurationId"] for each in answer["ProtectConfigurations"]]


# The configurations themselves


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


# Configuration sets


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


# The account default


def defaults(sms: Any) -> list[str]:
    return described(sms, Filters=[{"Name": "account-default", "Values": ["true"]}])


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
    assert described(sms) == [protect]


def test_delete_account_default_protect_configuration_refuses_when_there_is_none(
    sms: Any, protect: str
) -> None:
    with refused("ResourceNotFoundException", kind="protect-configuration", id="account-default"):
        sms.delete_account_default_protect_configuration()


# Country rules


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
        "CountryRuleSet": {country: {"ProtectStatus": "ALLOW"} for country in countries()},
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

    expected = dict.fromkeys(countries(), "ALLOW") | {"US": status, "GB": "BLOCK"}
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


# What they decide on a message


def effective(protect: str | None, configuration_set: str | None) -> str | None:
    store = backend().store
    found = effective_protect_configuration(
        store,
        protect_configuration_id=protect,
        configuration_set=store.find(ConfigurationSet, configuration_set or ""),
    )
    return None if found is None else str(found.id)


def test_without_any_protect_configuration_none_governs_a_send(sms: Any, news: str) -> None:
    assert effective(None, news) is None
    assert effective(None, None) is None


@pytest.mark.parametrize("prefix", ["", ARN], ids=["id", "ARN"])
def test_the_request_comes_before_the_set_and_the_set_before_the_account(
    sms: Any, news: str, prefix: str
) -> None:
    of_request, of_set, of_account = (
        sms.create_protect_configuration()["ProtectConfigurationId"] for _ in range(3)
    )
    sms.set_account_default_protect_configuration(ProtectConfigurationId=of_account)
    sms.create_configuration_set(ConfigurationSetName="bare")
    sms.associate_protect_configuration(ProtectConfigurationId=of_set, ConfigurationSetName=news)

    assert effective(prefix + of_request, news) == of_request
    assert effective(None, news) == of_set
    assert effective(None, "bare") == of_account
    assert effective(None, None) == of_account


def decision(protect: str, capability: str, number: str, later: timedelta = timedelta()) -> Any:
    return protect_decision(
        backend().store.get(ProtectConfiguration, protect),
        capability=capability,
        destination=parse(number),
        now=CREATED + later,
    )


def test_without_a_protect_configuration_a_message_is_allowed(sms: Any) -> None:
    assert protect_decision(
        None, capability="SMS", destination=parse(NUMBER), now=CREATED
    ) == ProtectDecision("ALLOW")


@pytest.mark.parametrize("status", ["ALLOW", "BLOCK", "MONITOR", "FILTER"])
def test_the_rule_of_the_country_decides(sms: Any, protect: str, status: str) -> None:
    update(sms, protect, US=status)

    assert decision(protect, "SMS", NUMBER) == ProtectDecision(status)
    assert decision(protect, "VOICE", NUMBER) == ProtectDecision("ALLOW")
    assert decision(protect, "SMS", "+14165550100") == ProtectDecision("ALLOW")


@pytest.mark.parametrize(("rule", "action"), [("BLOCK", "ALLOW"), ("ALLOW", "BLOCK")])
def test_the_override_of_the_number_comes_before_the_rule_of_its_country(
    sms: Any, protect: str, rule: str, action: str
) -> None:
    update(sms, protect, US=rule)
    sms.put_protect_configuration_rule_set_number_override(
        ProtectConfigurationId=protect, DestinationPhoneNumber=NUMBER, Action=action
    )

    assert decision(protect, "SMS", NUMBER) == ProtectDecision(action, by_number_override=True)
    assert decision(protect, "SMS", "+12065550101") == ProtectDecision(rule)


def test_an_expired_override_leaves_the_number_to_its_country(sms: Any, protect: str) -> None:
    sms.put_protect_configuration_rule_set_number_override(
        ProtectConfigurationId=protect,
        DestinationPhoneNumber=NUMBER,
        Action="BLOCK",
        ExpirationTimestamp=CREATED + timedelta(hours=1),
    )

    assert decision(protect, "SMS", NUMBER, timedelta(minutes=59)).action == "BLOCK"
    assert decision(protect, "SMS", NUMBER, timedelta(hours=1)) == ProtectDecision("ALLOW")


def test_a_number_of_no_country_is_allowed(sms: Any, protect: str) -> None:
    assert decision(protect, "SMS", "+881612345678") == ProtectDecision("ALLOW")


# Where they live


def test_protect_configurations_belong_to_one_account_and_region(
    sms: Any, protect: str, elsewhere: Any
) -> None:
    sms.set_account_default_protect_configuration(ProtectConfigurationId=protect)

    assert described(elsewhere) == []
    with refused("ResourceNotFoundException", kind="protect-configuration", id=ARN + protect):
        elsewhere.delete_protect_configuration(ProtectConfigurationId=ARN + protect)
    with refused("ResourceNotFoundException", kind="protect-configuration", id="account-default"):
        elsewhere.delete_account_default_protect_configuration()


def test_a_reset_forgets_protect_configurations_and_the_default(sms: Any, protect: str) -> None:
    sms.set_account_default_protect_configuration(ProtectConfigurationId=protect)

    backend().reset()

    assert described(sms) == []
    assert effective(None, None) is None
