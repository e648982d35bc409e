"""A stack: everything that a team sends with in one template, used, changed and deleted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from moto import mock_aws

TEMPLATE = """
Parameters:
  Brand: {Type: String, Default: ACME}
Resources:
  OptOuts:
    Type: AWS::SMSVOICE::OptOutList
    Properties:
      OptOutListName: !Sub "${Brand}-opt-outs"
  Sender:
    Type: AWS::SMSVOICE::SenderId
    Properties:
      SenderId: !Ref Brand
      IsoCountryCode: SE
  SwissSender:
    Type: AWS::SMSVOICE::SenderId
    Properties:
      SenderId: !Ref Brand
      IsoCountryCode: CH
  Pool:
    Type: AWS::SMSVOICE::Pool
    Properties:
      OriginationIdentities: [!GetAtt Sender.Arn, !GetAtt SwissSender.Arn]
      OptOutListName: !Ref OptOuts
      MandatoryKeywords:
        HELP: {Message: See example.com/help.}
        STOP: {Message: You will get no more of these.}
  Guard:
    Type: AWS::SMSVOICE::ProtectConfiguration
    Properties:
      CountryRuleSet:
        SMS: [{CountryCode: CH, ProtectStatus: BLOCK}]
  Texts:
    Type: AWS::SMSVOICE::ConfigurationSet
    DependsOn: Queue
    Properties:
      ConfigurationSetName: texts
      ProtectConfigurationId: !Ref Guard
      EventDestinations:
        - EventDestinationName: topic
          Enabled: true
          MatchingEventTypes: [TEXT_SUCCESSFUL]
          SnsDestination: {TopicArn: !Ref Events}
  Events:
    Type: AWS::SNS::Topic
    Properties:
      Subscription: [{Protocol: sqs, Endpoint: !GetAtt Queue.Arn}]
  Queue:
    Type: AWS::SQS::Queue
Outputs:
  PoolId:
    Value: !Ref Pool
    Export: {Name: texts-pool}
  SenderId:
    Value: !Select [1, !Split ["|", !Ref Sender]]
  Queue:
    Value: !Ref Queue
"""
# AWS simulates these two.
SWEDE = "+46790645100"
SWISS = "+41798075872"


@pytest.fixture(params=["in process", "over HTTP"])
def client(request: pytest.FixtureRequest) -> Iterator[Any]:
    """A way to make clients, of a mock in this process or of a server in another."""
    if request.param == "over HTTP":
        url = request.getfixturevalue("own_server")
        yield lambda name: boto3.client(name, endpoint_url=url)
        return
    with mock_aws():
        yield boto3.client


def test_a_stack_is_all_that_a_team_needs(client: Any) -> None:
    stacks, sms = client("cloudformation"), client("pinpoint-sms-voice-v2")
    stacks.create_stack(StackName="texts", TemplateBody=TEMPLATE)
    outputs = outputs_of(stacks)
    assert outputs["SenderId"] == "ACME"

    sent = send(sms, outputs["PoolId"], SWEDE)
    with pytest.raises(sms.exceptions.ConflictException) as refused:
        send(sms, outputs["PoolId"], SWISS)
    assert (
        refused.value.response["Reason"] == "DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION"
    )

    events = received(client("sqs"), outputs["Queue"])
    assert [(each["messageId"], each["eventType"]) for each in events] == [
        (sent, "TEXT_SUCCESSFUL")
    ]
    exports = {each["Name"]: each["Value"] for each in stacks.list_exports()["Exports"]}
    assert exports == {"texts-pool": outputs["PoolId"]}

    stacks.update_stack(
        StackName="texts",
        TemplateBody=TEMPLATE,
        Parameters=[{"ParameterKey": "Brand", "ParameterValue": "SHOP"}],
    )
    assert {each["SenderId"] for each in sms.describe_sender_ids()["SenderIds"]} == {"SHOP"}
    send(sms, outputs["PoolId"], SWEDE)

    stacks.delete_stack(StackName="texts")
    assert account_of(sms) == {
        "ConfigurationSets": 0,
        "OptOutLists": 1,
        "Pools": 0,
        "ProtectConfigurations": 0,
        "SenderIds": 0,
    }


def outputs_of(stacks: Any) -> dict[str, str]:
    (stack,) = stacks.describe_stacks(StackName="texts")["Stacks"]
    return {each["OutputKey"]: each["OutputValue"] for each in stack["Outputs"]}


def send(sms: Any, pool_id: str, destination: str) -> str:
    answer = sms.send_text_message(
        DestinationPhoneNumber=destination,
        OriginationIdentity=pool_id,
        ConfigurationSetName="texts",
        MessageBody="Your order is on its way.",
    )
    return str(answer["MessageId"])


def received(sqs: Any, queue_url: str) -> list[dict[str, Any]]:
    answer = sqs.receive_message(QueueUrl=queue_url, MaxNumberOfMessages=10)
    notifications = [json.loads(each["Body"]) for each in answer.get("Messages", [])]
    return [json.loads(each["Message"]) for each in notifications]


def account_of(sms: Any) -> dict[str, int]:
    """Return how much of each there is; the opt-out list ``Default`` is every account's."""
    return {
        "ConfigurationSets": len(sms.describe_configuration_sets()["ConfigurationSets"]),
        "OptOutLists": len(sms.describe_opt_out_lists()["OptOutLists"]),
        "Pools": len(sms.describe_pools()["Pools"]),
        "ProtectConfigurations": len(
            sms.describe_protect_configurations()["ProtectConfigurations"]
        ),
        "SenderIds": len(sms.describe_sender_ids()["SenderIds"]),
    }
