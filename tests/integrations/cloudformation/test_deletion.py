"""How stacks end."""

from __future__ import annotations

from typing import Any

import pytest

from .stacks import ANSWERS, Stack, attribute, resource, simulator_number


def test_a_protected_resource_keeps_its_stack_until_it_is_not(stack: Stack, sms: Any) -> None:
    stack.create(
        {
            "News": resource("OptOutList", {"OptOutListName": "news"}),
            "Number": simulator_number(DeletionProtectionEnabled=True),
        }
    )
    number = stack.ref("Number")

    with stack.failing("Number", "DELETE_FAILED", 'Reason="DELETION_PROTECTION_ENABLED"'):
        stack.delete()

    assert stack.told["StackStatus"] == "DELETE_FAILED"
    assert [each["OptOutListName"] for each in sms.describe_opt_out_lists()["OptOutLists"]] == [
        "Default"
    ]

    sms.update_phone_number(PhoneNumberId=number, DeletionProtectionEnabled=False)
    stack.delete()
    assert sms.describe_phone_numbers()["PhoneNumbers"] == []
    assert stack.client.describe_stacks()["Stacks"] == []


def test_what_is_gone_already_counts_as_deleted(stack: Stack, sms: Any) -> None:
    policy = {
        "ResourceArn": attribute("Number"),
        "PolicyDocument": {
            "Statement": {
                "Effect": "Allow",
                "Principal": "*",
                "Action": "sms-voice:SendTextMessage",
            }
        },
    }
    pool = {"OriginationIdentities": [attribute("Number")], "MandatoryKeywords": ANSWERS}
    stack.create(
        {
            "Number": simulator_number(),
            "Policy": resource("ResourcePolicy", policy),
            "Pool": resource("Pool", pool),
            "News": resource("OptOutList"),
        }
    )
    sms.delete_pool(PoolId=stack.ref("Pool"))
    sms.release_phone_number(PhoneNumberId=stack.ref("Number"))

    stack.delete()

    assert len(sms.describe_opt_out_lists()["OptOutLists"]) == 1


def test_resources_are_deleted_in_an_order_that_the_service_takes(stack: Stack, sms: Any) -> None:
    pool = {"OriginationIdentities": [attribute("Number")], "MandatoryKeywords": ANSWERS}
    notify = {
        "DisplayName": "Acme",
        "UseCase": "CODE_VERIFICATION",
        "EnabledChannels": ["SMS"],
        "PoolId": {"Ref": "Pool"},
    }
    stack.create(
        {
            "News": resource("OptOutList"),
            "Number": simulator_number(OptOutListName={"Ref": "News"}),
            "Pool": resource("Pool", pool),
            "Codes": resource("NotifyConfiguration", notify),
            "Guard": resource("ProtectConfiguration"),
            "Set": resource("ConfigurationSet", {"ProtectConfigurationId": {"Ref": "Guard"}}),
        }
    )

    stack.delete()

    assert sms.describe_notify_configurations()["NotifyConfigurations"] == []
    assert sms.describe_protect_configurations()["ProtectConfigurations"] == []
    assert sms.describe_phone_numbers()["PhoneNumbers"] == []
    assert sms.describe_pools()["Pools"] == []


@pytest.mark.parametrize("policy", ["Retain", "RetainExceptOnCreate"])
def test_a_retained_resource_outlives_its_place_in_the_template(
    policy: str, stack: Stack, sms: Any
) -> None:
    kept = resource("OptOutList", {"OptOutListName": "kept"}, DeletionPolicy=policy)
    stack.create({"Kept": kept, "Other": resource("OptOutList", {"OptOutListName": "other"})})

    stack.update({"Other": resource("OptOutList", {"OptOutListName": "other"})})
    stack.delete()

    lists = sms.describe_opt_out_lists()["OptOutLists"]
    assert [each["OptOutListName"] for each in lists] == ["Default", "kept"]


def test_a_replaced_resource_is_retained_where_the_template_says_so(stack: Stack, sms: Any) -> None:
    for name in ("old", "new"):
        call = stack.create if name == "old" else stack.update
        call({"It": resource("OptOutList", {"OptOutListName": name}, UpdateReplacePolicy="Retain")})

    lists = sms.describe_opt_out_lists()["OptOutLists"]
    assert [each["OptOutListName"] for each in lists] == ["Default", "old", "new"]


def test_reading_a_deleted_stack_makes_nothing_anew(stack: Stack, sms: Any) -> None:
    stack.create({"News": resource("OptOutList"), "Outputs": {"Name": {"Ref": "News"}}})
    named = {"StackName": stack.client.list_stacks()["StackSummaries"][0]["StackId"]}
    stack.delete()

    stack.client.describe_stacks(**named)
    stack.client.describe_stack_resources(**named)

    assert len(sms.describe_opt_out_lists()["OptOutLists"]) == 1
