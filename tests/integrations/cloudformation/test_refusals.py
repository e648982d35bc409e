"""What is taken back when a resource cannot be finished, by errors that a test asks for."""

from __future__ import annotations

from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator

from .stacks import ANSWERS, Stack, attribute, resource, simulator_number


@pytest.mark.parametrize("operation", ["PutKeyword", "UpdatePhoneNumber", "TagResource"])
def test_a_number_that_cannot_be_finished_is_released(
    operation: str, stack: Stack, sms: Any, simulator: Simulator
) -> None:
    simulator.inject_error(operation, "InternalServerException", message="Try again.")

    with stack.failing("Number", "CREATE_FAILED", "Try again.", "ServiceInternalError"):
        stack.create({"Number": simulator_number(DeletionProtectionEnabled=True)})

    assert sms.describe_phone_numbers()["PhoneNumbers"] == []


def test_a_pool_whose_member_is_refused_is_closed(stack: Stack, sms: Any) -> None:
    members = [attribute("First"), attribute("Second")]
    pool = {"OriginationIdentities": members, "MandatoryKeywords": ANSWERS}
    other = simulator_number(NumberCapabilities=["SMS", "VOICE"])

    with stack.failing("Pool", "CREATE_FAILED", 'Reason="NUMBER_CAPABILITIES_MISMATCH"'):
        stack.create({"First": simulator_number(), "Second": other, "Pool": resource("Pool", pool)})

    assert sms.describe_pools()["Pools"] == []
    stack.delete()
    assert sms.describe_phone_numbers()["PhoneNumbers"] == []


def test_a_quota_is_told_as_such(stack: Stack, sms: Any, limits: Any) -> None:
    limits.set("OPT_OUT_LISTS", 1)

    with stack.failing("News", "CREATE_FAILED", "HandlerErrorCode: ServiceLimitExceeded"):
        stack.create({"News": resource("OptOutList")})


def test_a_configuration_set_that_is_refused_a_change_keeps_what_it_had(
    stack: Stack, sms: Any
) -> None:
    had = {"ConfigurationSetName": "texts", "DefaultSenderId": "ACME"}
    stack.create({"Set": resource("ConfigurationSet", had)})
    before = sms.describe_configuration_sets()["ConfigurationSets"]
    wanted = {"ConfigurationSetName": "texts", "ProtectConfigurationId": "protect-0"}

    with stack.failing("Set", "UPDATE_FAILED", "HandlerErrorCode: NotFound"):
        stack.update({"Set": resource("ConfigurationSet", wanted)})

    assert sms.describe_configuration_sets()["ConfigurationSets"] == before


def test_a_configuration_set_gives_back_all_that_it_had(stack: Stack, sms: Any) -> None:
    named = {"ConfigurationSetName": "texts"}
    stack.create({"Set": resource("ConfigurationSet", named)})
    before = sms.describe_configuration_sets()["ConfigurationSets"]
    destination = {
        "EventDestinationName": "topic",
        "Enabled": True,
        "MatchingEventTypes": ["ALL"],
        "SnsDestination": {"TopicArn": "arn:aws:sns:us-east-1:123456789012:texts"},
    }
    guard = {"Guard": resource("ProtectConfiguration")}
    more = {
        "DefaultSenderId": "ACME",
        "EventDestinations": [destination],
        "MessageFeedbackEnabled": True,
        "ProtectConfigurationId": {"Ref": "Guard"},
    }
    stack.update({**guard, "Set": resource("ConfigurationSet", named | more)})
    assert sms.describe_configuration_sets()["ConfigurationSets"] != before

    stack.update({"Set": resource("ConfigurationSet", named)})

    assert sms.describe_configuration_sets()["ConfigurationSets"] == before
    assert sms.describe_protect_configurations()["ProtectConfigurations"] == []


def test_a_toll_free_number_s_stop_stays_the_carriers(stack: Stack, sms: Any) -> None:
    stack.create({"Number": simulator_number(NumberType="TOLL_FREE")})

    rows = sms.describe_keywords(OriginationIdentity=stack.ref("Number"))["Keywords"]
    messages = {row["Keyword"]: row["KeywordMessage"] for row in rows}
    assert messages["HELP"] == ANSWERS["HELP"]["Message"]
    assert messages["STOP"] != ANSWERS["STOP"]["Message"]
