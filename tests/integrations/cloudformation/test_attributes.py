"""What Ref and GetAtt answer, and where a stack's resources are."""

from __future__ import annotations

import json
from datetime import timezone
from typing import Any
from urllib.request import urlopen

import boto3
import pytest

from moto_pinpoint_sms_v2 import Simulator

from ...support import ACCOUNT, REGION
from .stacks import ANSWERS, Stack, attribute, resource, simulator_number

SENDER = resource("SenderId", {"IsoCountryCode": "SE", "SenderId": "ACME"})


def test_a_sender_id_s_ref_has_its_country(stack: Stack) -> None:
    parts = {
        name: {"Fn::Select": [index, {"Fn::Split": ["|", {"Ref": "Sender"}]}]}
        for index, name in enumerate(["Country", "Name"])
    }

    stack.create({"Sender": SENDER, "Outputs": parts})

    assert stack.outputs == {"Country": "SE", "Name": "ACME"}


def test_an_attribute_is_what_it_is_now(stack: Stack, sms: Any, simulator: Simulator) -> None:
    number = resource("VerifiedDestinationNumber", {"DestinationPhoneNumber": "+447700900123"})
    listener = resource("OptOutList", {"OptOutListName": attribute("Number", "Status")})
    stack.create({"Number": number})
    [entry] = sms.describe_verified_destination_numbers()["VerifiedDestinationNumbers"]
    named = {"VerifiedDestinationNumberId": entry["VerifiedDestinationNumberId"]}
    sms.send_destination_number_verification_code(**named, VerificationChannel="TEXT")
    code = simulator.verification_code(entry["VerifiedDestinationNumberId"])
    sms.verify_destination_number(**named, VerificationCode=code)

    stack.update({"Number": number, "List": listener})

    assert stack.ref("List") == "VERIFIED"


def test_a_moment_is_a_date_and_time(stack: Stack, sms: Any) -> None:
    stack.create(
        {
            "Agent": resource("RcsAgent"),
            "Outputs": {"Created": attribute("Agent", "CreatedTimestamp")},
        }
    )

    created = sms.describe_rcs_agents()["RcsAgents"][0]["CreatedTimestamp"]
    assert stack.outputs["Created"] == created.astimezone(timezone.utc).isoformat(
        timespec="milliseconds"
    )


def test_what_an_agent_has_by_now_is_an_attribute_with_steps(stack: Stack, sms: Any) -> None:
    agent = resource("RcsAgent")
    stack.create({"Agent": agent})
    arn = sms.describe_rcs_agents()["RcsAgents"][0]["RcsAgentArn"]
    pool = sms.create_pool(OriginationIdentity=arn, MessageType="TRANSACTIONAL")["PoolId"]
    registration = sms.create_registration(RegistrationType="TEST_RCS_LAUNCH_REGISTRATION")
    named = {"RegistrationId": registration["RegistrationId"]}
    sms.create_registration_association(**named, ResourceId=arn)

    outputs = {
        "Pool": attribute("Agent", "PoolId"),
        "Test": attribute("Agent", "TestingAgent.RegistrationId"),
    }
    stack.update({"Agent": agent, "Outputs": outputs})

    assert stack.outputs == {"Pool": pool, "Test": registration["RegistrationId"]}


def test_an_attribute_that_a_type_does_not_have_is_refused(stack: Stack) -> None:
    with pytest.raises(stack.client.exceptions.ClientError, match="does not support attribute"):
        stack.create({"Sender": SENDER, "Outputs": {"It": attribute("Sender", "Color")}})


def test_an_attribute_that_only_a_resource_asks_for_is_refused_as_well(stack: Stack) -> None:
    listed = resource("OptOutList", {"OptOutListName": attribute("Sender", "Color")})

    with pytest.raises(stack.client.exceptions.ClientError):
        stack.create({"Sender": SENDER, "List": listed})


def test_an_rcs_agent_is_a_member_of_a_stack_s_pool(stack: Stack, sms: Any) -> None:
    pool = {
        "OriginationIdentities": [attribute("Agent", "RcsAgentArn"), attribute("Sender")],
        "MandatoryKeywords": ANSWERS,
    }
    stack.create({"Agent": resource("RcsAgent"), "Sender": SENDER, "Pool": resource("Pool", pool)})

    rows = sms.list_pool_origination_identities(PoolId=stack.ref("Pool"))["OriginationIdentities"]
    assert [row["IsoCountryCode"] for row in rows] == ["ZZ", "SE"]


def test_a_resource_waits_for_what_it_depends_on(stack: Stack, sms: Any) -> None:
    arn = f"arn:aws:sms-voice:{REGION}:{ACCOUNT}:opt-out-list/news"
    policy = {
        "ResourceArn": arn,
        "PolicyDocument": {
            "Statement": {"Effect": "Allow", "Principal": "*", "Action": "sms-voice:Describe*"}
        },
    }
    stack.create(
        {
            "Policy": resource("ResourcePolicy", policy, DependsOn="News"),
            "News": resource("OptOutList", {"OptOutListName": "news"}),
        }
    )

    assert "Allow" in sms.get_resource_policy(ResourceArn=arn)["Policy"]


def test_a_stack_of_another_region_is_in_that_region(stack: Stack, sms: Any) -> None:
    abroad = Stack(boto3.client("cloudformation", region_name="eu-central-1"))
    abroad.create({"Number": simulator_number()})

    there = boto3.client("pinpoint-sms-voice-v2", region_name="eu-central-1")
    assert [row["PhoneNumberId"] for row in there.describe_phone_numbers()["PhoneNumbers"]] == [
        abroad.ref("Number")
    ]
    assert sms.describe_phone_numbers()["PhoneNumbers"] == []


def test_a_stack_where_the_service_is_not_says_so(aws: None) -> None:
    abroad = Stack(boto3.client("cloudformation", region_name="cn-north-1"))

    with abroad.failing("News", "CREATE_FAILED", "The service is not in cn-north-1"):
        abroad.create({"News": resource("OptOutList")})


@pytest.mark.parametrize("model", ["SELF_MANAGED", "SERVICE_MANAGED"])
def test_a_stack_set_makes_its_instances_resources(model: str, aws: None, sms: Any) -> None:
    client = boto3.client("cloudformation", region_name=REGION)
    body = json.dumps({"Resources": {"News": resource("OptOutList")}})
    client.create_stack_set(StackSetName="texts", TemplateBody=body, PermissionModel=model)
    where: dict[str, Any] = {"Accounts": [ACCOUNT]}
    if model == "SERVICE_MANAGED":
        organizations = boto3.client("organizations")
        organizations.create_organization(FeatureSet="ALL")
        root = organizations.list_roots()["Roots"][0]["Id"]
        unit = organizations.create_organizational_unit(ParentId=root, Name="texts")
        id = unit["OrganizationalUnit"]["Id"]
        moved = {"SourceParentId": root, "DestinationParentId": id}
        organizations.move_account(AccountId=ACCOUNT, **moved)
        where = {"DeploymentTargets": {"OrganizationalUnitIds": [id]}}
    client.create_stack_instances(StackSetName="texts", Regions=[REGION], **where)
    assert len(sms.describe_opt_out_lists()["OptOutLists"]) == 2

    client.delete_stack_instances(
        StackSetName="texts",
        Accounts=[ACCOUNT],
        Regions=[REGION],
        RetainStacks=False,
    )
    assert len(sms.describe_opt_out_lists()["OptOutLists"]) == 1


def test_moto_s_dashboard_lists_a_stack_s_resources(threaded_server: str) -> None:
    client = boto3.client("cloudformation", endpoint_url=threaded_server)
    Stack(client).create({"News": resource("OptOutList", {"OptOutListName": "news"})})

    with urlopen(f"{threaded_server}/moto-api/data.json") as answer:  # noqa: S310 - our own
        listed = json.loads(answer.read())["pinpointsmsvoicev2"]["CloudFormationOptOutList"]

    assert [each["physical_resource_id"] for each in listed] == ["news"]
