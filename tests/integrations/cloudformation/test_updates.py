"""What an update does to resources that depend on one another."""

from __future__ import annotations

from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError

from ...access import trusted_role
from ...support import ACCOUNT, REGION
from .stacks import ANSWERS, Stack, attribute, resource, simulator_number

POOL_OF_NUMBER = resource(
    "Pool", {"OriginationIdentities": [attribute("Number")], "MandatoryKeywords": ANSWERS}
)
SENDER = resource("SenderId", {"IsoCountryCode": "SE", "SenderId": "ACME"})
SENDER_ARN = f"arn:aws:sms-voice:{REGION}:{ACCOUNT}:sender-id/ACME/SE"


def members(sms: Any, pool: str) -> list[str]:
    rows = sms.list_pool_origination_identities(PoolId=pool)["OriginationIdentities"]
    return [row["OriginationIdentity"] for row in rows]


def numbers(sms: Any) -> list[str]:
    return [row["PhoneNumberId"] for row in sms.describe_phone_numbers()["PhoneNumbers"]]


def test_a_number_leaves_a_stack_and_its_pool_in_one_update(stack: Stack, sms: Any) -> None:
    both = [attribute("Number"), attribute("Other")]
    stack.create(
        {
            "Number": simulator_number(),
            "Other": simulator_number(),
            "Pool": resource("Pool", {"OriginationIdentities": both, "MandatoryKeywords": ANSWERS}),
        }
    )
    pool, other = stack.ref("Pool"), stack.ref("Other")

    one = {"OriginationIdentities": [attribute("Other")], "MandatoryKeywords": ANSWERS}
    stack.update({"Other": simulator_number(), "Pool": resource("Pool", one)})

    assert stack.ref("Pool") == pool
    assert members(sms, pool) == [other]
    assert numbers(sms) == [other]
    assert stack.failures == []


def test_the_last_number_of_a_pool_does_not_leave_it(stack: Stack, sms: Any) -> None:
    stack.create({"Number": simulator_number(), "Sender": SENDER, "Pool": POOL_OF_NUMBER})
    pool, number = stack.ref("Pool"), stack.ref("Number")

    of_sender = {"OriginationIdentities": [attribute("Sender")], "MandatoryKeywords": ANSWERS}
    with pytest.raises(ClientError, match="LAST_PHONE_NUMBER"):
        stack.update({"Sender": SENDER, "Pool": resource("Pool", of_sender)})

    assert number in members(sms, pool)
    assert numbers(sms) == [number]


def test_a_number_leaves_a_stack_together_with_its_pool(stack: Stack, sms: Any) -> None:
    stack.create({"Number": simulator_number(), "Pool": POOL_OF_NUMBER, "Sender": SENDER})

    stack.update({"Sender": SENDER})

    assert numbers(sms) == []
    assert sms.describe_pools()["Pools"] == []


@pytest.mark.parametrize("order", [["Number", "Pool"], ["Pool", "Number"]])
def test_a_pooled_number_is_replaced(order: list[str], stack: Stack, sms: Any) -> None:
    canadian = simulator_number(IsoCountryCode="CA", NumberType="LONG_CODE")
    before = {"Number": simulator_number(), "Pool": POOL_OF_NUMBER}
    after = {"Number": canadian, "Pool": POOL_OF_NUMBER}
    stack.create({name: before[name] for name in order})
    old, pool = stack.ref("Number"), stack.ref("Pool")

    stack.update({name: after[name] for name in order})

    new = stack.ref("Number")
    assert new != old
    assert stack.ref("Pool") == pool
    assert members(sms, pool) == [new]
    assert numbers(sms) == [new]


def test_a_replacement_that_its_pool_refuses_changes_nothing(stack: Stack, sms: Any) -> None:
    stack.create({"Number": simulator_number(), "Pool": POOL_OF_NUMBER})
    old, pool = stack.ref("Number"), stack.ref("Pool")
    voice = simulator_number(NumberCapabilities=["SMS", "VOICE"])

    with stack.failing("Number", "UPDATE_FAILED", 'Reason="NUMBER_CAPABILITIES_MISMATCH"'):
        stack.update({"Number": voice, "Pool": POOL_OF_NUMBER})

    assert stack.told["StackStatus"] == "UPDATE_FAILED"
    assert numbers(sms) == [old]
    assert members(sms, pool) == [old]


def test_whoever_refers_to_what_is_replaced_follows(stack: Stack, sms: Any) -> None:
    policy = {
        "ResourceArn": attribute("List"),
        "PolicyDocument": {
            "Statement": {
                "Effect": "Allow",
                "Principal": "*",
                "Action": "sms-voice:DescribeOptedOutNumbers",
            }
        },
    }
    rest = {
        "Number": simulator_number(OptOutListName={"Ref": "List"}),
        "Agent": resource("RcsAgent", {"OptOutListName": {"Fn::Sub": "${List}"}}),
        "Policy": resource("ResourcePolicy", policy),
    }
    stack.create({"List": resource("OptOutList", {"OptOutListName": "news"}), **rest})

    stack.update({"List": resource("OptOutList", {"OptOutListName": "offers"}), **rest})

    arn = f"arn:aws:sms-voice:{REGION}:{ACCOUNT}:opt-out-list/offers"
    assert sms.describe_phone_numbers()["PhoneNumbers"][0]["OptOutListName"] == "offers"
    assert sms.describe_rcs_agents()["RcsAgents"][0]["OptOutListName"] == "offers"
    assert stack.ref("Policy") == arn
    assert "Allow" in sms.get_resource_policy(ResourceArn=arn)["Policy"]
    lists = sms.describe_opt_out_lists()["OptOutLists"]
    assert [each["OptOutListName"] for each in lists] == ["Default", "offers"]


def test_what_cannot_be_cleaned_up_stays_and_the_update_is_complete(stack: Stack, sms: Any) -> None:
    held = resource("OptOutList", {"OptOutListName": "held"})
    kept = resource("OptOutList", {"OptOutListName": "kept"})
    stack.create({"Held": held, "Kept": kept})
    agent = sms.create_rcs_agent(OptOutListName="held")["RcsAgentId"]

    stack.update({"Kept": kept})

    [(logical_id, status, reason)] = stack.failures
    assert stack.told["StackStatus"] == "UPDATE_COMPLETE"
    assert (logical_id, status) == ("Held", "DELETE_FAILED")
    assert 'ResourceType="opt-out-list" ResourceId="held"' in reason

    sms.delete_rcs_agent(RcsAgentId=agent)
    stack.delete()
    lists = sms.describe_opt_out_lists()["OptOutLists"]
    assert [each["OptOutListName"] for each in lists] == ["Default"]


def test_an_update_that_is_refused_leaves_the_resource_as_it_was(stack: Stack, sms: Any) -> None:
    words = [{"Keyword": "JOIN", "Message": "Welcome.", "Action": "OPT_IN"}]
    stack.create({"Number": simulator_number(OptionalKeywords=words)})
    before = sms.describe_keywords(OriginationIdentity=stack.ref("Number"))["Keywords"]
    wrong = [{"Keyword": " OPEN", "Message": "9 to 5.", "Action": "AUTOMATIC_RESPONSE"}]

    with stack.failing("Number", "UPDATE_FAILED", 'Fields="keyword"'):
        stack.update({"Number": simulator_number(OptionalKeywords=wrong)})

    after = sms.describe_keywords(OriginationIdentity=stack.ref("Number"))["Keywords"]
    assert after == before


def test_an_update_after_a_refused_one_forgets_it(stack: Stack) -> None:
    list_of = {name: resource("OptOutList", {"OptOutListName": name}) for name in ("a", "b")}
    stack.create({"List": list_of["a"]})
    with stack.failing("List", "UPDATE_FAILED", "extraneous key [Name]"):
        stack.update({"List": resource("OptOutList", {"Name": "b"})})

    stack.update({"List": list_of["b"]})

    assert stack.told["StackStatus"] == "UPDATE_COMPLETE"
    assert "StackStatusReason" not in stack.told
    assert stack.ref("List") == "b"


def test_another_type_under_the_same_name_is_refused(stack: Stack) -> None:
    stack.create({"It": resource("OptOutList")})

    with pytest.raises(stack.client.exceptions.ClientError, match="Update of resource type"):
        stack.update({"It": resource("ProtectConfiguration")})


def test_a_property_taken_out_of_the_template_goes_back_to_where_it_was(
    stack: Stack, sms: Any
) -> None:
    topic = f"arn:aws:sns:{REGION}:{ACCOUNT}:answers"
    role = trusted_role("answers")
    sms.create_opt_out_list(OptOutListName="news")
    stack.create({"Number": simulator_number()})
    before = sms.describe_phone_numbers()["PhoneNumbers"]
    two_way = {"Enabled": True, "ChannelArn": topic, "ChannelRole": role}
    stack.update(
        {
            "Number": simulator_number(
                DeletionProtectionEnabled=True,
                OptOutListName="news",
                SelfManagedOptOutsEnabled=True,
                TwoWay=two_way,
            )
        }
    )
    assert sms.describe_phone_numbers()["PhoneNumbers"] != before

    stack.update({"Number": simulator_number()})

    assert sms.describe_phone_numbers()["PhoneNumbers"] == before


def test_self_managed_opt_outs_taken_out_are_no_more_and_two_way_stays(
    stack: Stack, sms: Any
) -> None:
    two_way = {"Enabled": True, "ChannelArn": f"arn:aws:sns:{REGION}:{ACCOUNT}:answers"}
    stack.create({"Number": simulator_number(TwoWay=two_way)})
    before = sms.describe_phone_numbers()["PhoneNumbers"]
    stack.update({"Number": simulator_number(TwoWay=two_way, SelfManagedOptOutsEnabled=True)})
    assert sms.describe_phone_numbers()["PhoneNumbers"] != before

    stack.update({"Number": simulator_number(TwoWay=two_way)})

    assert sms.describe_phone_numbers()["PhoneNumbers"] == before


def test_an_agent_s_media_are_taken_away_and_its_channel_stays(stack: Stack, sms: Any) -> None:
    two_way = {
        "TwoWayEnabled": True,
        "TwoWayChannelArn": f"arn:aws:sns:{REGION}:{ACCOUNT}:answers",
        "SelfManagedOptOutsEnabled": True,
    }
    media = {
        "TwoWayMediaS3BucketName": "pictures",
        "TwoWayMediaS3Role": trusted_role("pictures"),
    }
    stack.create({"Agent": resource("RcsAgent", two_way)})
    before = sms.describe_rcs_agents()["RcsAgents"]
    stack.update({"Agent": resource("RcsAgent", two_way | media)})
    assert sms.describe_rcs_agents()["RcsAgents"] != before

    stack.update({"Agent": resource("RcsAgent", two_way)})

    assert sms.describe_rcs_agents()["RcsAgents"] == before


def test_what_a_notify_configuration_no_longer_names_is_unset(stack: Stack, sms: Any) -> None:
    must = {"DisplayName": "Acme", "UseCase": "CODE_VERIFICATION", "EnabledChannels": ["SMS"]}
    more = {
        "DefaultTemplateId": "notify-code-verification-english-001",
        "EnabledCountries": ["US"],
    }
    stack.create({"Codes": resource("NotifyConfiguration", must)})
    before = sms.describe_notify_configurations()["NotifyConfigurations"]
    stack.update({"Codes": resource("NotifyConfiguration", must | more)})
    assert sms.describe_notify_configurations()["NotifyConfigurations"] != before

    stack.update({"Codes": resource("NotifyConfiguration", {**must, "DefaultTemplateId": ""})})

    assert sms.describe_notify_configurations()["NotifyConfigurations"] == before


def test_the_stack_s_own_name_for_a_resource_stays_until_the_template_names_it(
    stack: Stack, sms: Any
) -> None:
    tag = {"Tags": [{"Key": "team", "Value": "growth"}]}
    stack.create({"News": resource("OptOutList")})
    made_up = stack.ref("News")

    stack.update({"News": resource("OptOutList", tag)})
    assert stack.ref("News") == made_up

    stack.update({"News": resource("OptOutList", {"OptOutListName": "news"})})
    assert stack.ref("News") == "news"

    stack.update({"News": resource("OptOutList", tag)})
    assert stack.ref("News").startswith("texts-News-")
    assert len(sms.describe_opt_out_lists()["OptOutLists"]) == 2


def test_a_replacement_that_is_refused_is_refused_each_time(
    stack: Stack, sms: Any, limits: Any
) -> None:
    stack.create({"News": resource("OptOutList", {"OptOutListName": "news"})})
    limits.set("OPT_OUT_LISTS", 2)

    with stack.failing("News", "UPDATE_FAILED", 'Reason="OPT_OUT_LISTS_PER_ACCOUNT"'):
        stack.update({"News": resource("OptOutList")})

    assert stack.ref("News") == "news"


def test_a_made_up_name_is_cut_to_what_the_service_takes(stack: Stack) -> None:
    long = "NoMoreTextsOfThisKindToThesePeopleWhoHaveToldUsSoThemselves"
    stack.create({long: resource("OptOutList"), f"{long}2": resource("OptOutList")})

    assert len(stack.ref(long)) == 64
    assert stack.ref(long) != stack.ref(f"{long}2")


def test_tags_follow_the_template_and_leave_those_of_others(stack: Stack, sms: Any) -> None:
    stack.create({"News": resource("OptOutList", {"Tags": [{"Key": "a", "Value": "1"}]})})
    arn = f"arn:aws:sms-voice:{REGION}:{ACCOUNT}:opt-out-list/{stack.ref('News')}"
    sms.tag_resource(ResourceArn=arn, Tags=[{"Key": "by-hand", "Value": "yes"}])

    stack.update({"News": resource("OptOutList", {"Tags": [{"Key": "b", "Value": "2"}]})})

    tags = {tag["Key"]: tag["Value"] for tag in sms.list_tags_for_resource(ResourceArn=arn)["Tags"]}
    assert {key: value for key, value in tags.items() if not key.startswith("aws:")} == {
        "b": "2",
        "by-hand": "yes",
    }


def test_a_change_set_makes_and_changes_a_stack(stack: Stack, sms: Any) -> None:
    made = stack.change({"News": resource("OptOutList", {"OptOutListName": "news"})}, "CREATE")
    assert made == [("Add", "News")]
    changed = stack.change(
        {"News": resource("OptOutList", {"OptOutListName": "offers"}), "Sender": SENDER}, "UPDATE"
    )
    assert sorted(changed) == [("Add", "Sender"), ("Modify", "News")]

    lists = sms.describe_opt_out_lists()["OptOutLists"]
    assert [each["OptOutListName"] for each in lists] == ["Default", "offers"]
    assert stack.ref("Sender") == "SE|ACME"


def test_a_change_set_that_is_refused_tells_why(stack: Stack) -> None:
    with stack.failing("Sender", "CREATE_FAILED", 'Reason="SENDER_ID_NOT_SUPPORTED"'):
        stack.change({"Sender": resource("SenderId", {**_US, "SenderId": "ACME"})}, "CREATE")

    assert stack.told["StackStatus"] == "CREATE_FAILED"


_US = {"IsoCountryCode": "US"}


def test_a_parameter_changes_what_refers_to_it(sms: Any) -> None:
    client = boto3.client("cloudformation")
    template = """
Parameters: {Protected: {Type: String}}
Resources:
  Guard:
    Type: AWS::SMSVOICE::ProtectConfiguration
    Properties: {DeletionProtectionEnabled: !Ref Protected}
"""
    for protected in ("true", "false"):
        call = client.create_stack if protected == "true" else client.update_stack
        given = [{"ParameterKey": "Protected", "ParameterValue": protected}]
        call(StackName="texts", TemplateBody=template, Parameters=given)
        found = sms.describe_protect_configurations()["ProtectConfigurations"][0]
        assert found["DeletionProtectionEnabled"] is (protected == "true")


def test_what_a_condition_left_out_cannot_be_updated(sms: Any) -> None:
    client = boto3.client("cloudformation")
    template = """
Conditions: {Never: !Equals [a, b]}
Resources:
  Kept: {Type: AWS::SMSVOICE::OptOutList}
  News: {Type: AWS::SMSVOICE::OptOutList, Condition: Never}
"""
    client.create_stack(StackName="texts", TemplateBody=template)
    assert len(sms.describe_opt_out_lists()["OptOutLists"]) == 2

    changed = template.replace("Condition", "DependsOn: Kept, Condition").replace(
        "DependsOn: Kept, Conditions", "Conditions"
    )
    with pytest.raises(client.exceptions.ClientError, match="a false condition left out"):
        client.update_stack(StackName="texts", TemplateBody=changed)
