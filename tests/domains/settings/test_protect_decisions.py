"""What protect configurations decide on a message."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.domains.numbers.destinations import parse
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.domains.settings.configuration_sets import (
    ConfigurationSet,
)
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.domains.settings.protect_configurations import (
    ProtectConfiguration,
)
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.domains.settings.protect_decisions import (
    ProtectDecision,
    effective_protect_configuration,
    protect_decision,
)

from ...support import backend

ARN = "arn:aws:sms-voice:us-east-1:123456789012:protect-configuration/"
CREATED = datetime(2026, 1, 2, 3, 4, 5, 678000, timezone.utc)
NUMBER = "+12065550100"


def rule(sms: Any, protect: str, status: str) -> None:
    sms.update_protect_configuration_country_rule_set(
        ProtectConfigurationId=protect,
        NumberCapability="SMS",
        CountryRuleSetUpdates={"US": {"ProtectStatus": status}},
    )


def effective(protect: str | None, configuration_set: str | None) -> str | None:
    store = backend().store
    found = effective_protect_configuration(
        store,
        account=backend().account,
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
    rule(sms, protect, status)

    assert decision(protect, "SMS", NUMBER) == ProtectDecision(status)
    assert decision(protect, "VOICE", NUMBER) == ProtectDecision("ALLOW")
    assert decision(protect, "SMS", "+14165550100") == ProtectDecision("ALLOW")


@pytest.mark.parametrize(("status", "action"), [("BLOCK", "ALLOW"), ("ALLOW", "BLOCK")])
def test_the_override_of_the_number_comes_before_the_rule_of_its_country(
    sms: Any, protect: str, status: str, action: str
) -> None:
    rule(sms, protect, status)
    sms.put_protect_configuration_rule_set_number_override(
        ProtectConfigurationId=protect, DestinationPhoneNumber=NUMBER, Action=action
    )

    assert decision(protect, "SMS", NUMBER) == ProtectDecision(action, by_number_override=True)
    assert decision(protect, "SMS", "+12065550101") == ProtectDecision(status)


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
