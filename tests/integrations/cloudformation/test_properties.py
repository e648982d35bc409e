"""What CloudFormation refuses by a type's schema, before any operation is called."""

from __future__ import annotations

from typing import Any

import boto3
import pytest

from .stacks import Stack, resource, simulator_number

DESTINATION = {
    "EventDestinationName": "topic",
    "Enabled": True,
    "MatchingEventTypes": ["ALL"],
}
TOPIC = {"TopicArn": "arn:aws:sns:us-east-1:123456789012:texts"}
STREAM = {
    "IamRoleArn": "arn:aws:iam::123456789012:role/stream",
    "DeliveryStreamArn": "arn:aws:firehose:us-east-1:123456789012:deliverystream/texts",
}


@pytest.mark.parametrize(
    ("noun", "properties", "failure"),
    [
        pytest.param("Registration", {}, "#: required key [RegistrationType] not found",
                     id="what is required"),
        pytest.param("OptOutList", {"Name": "news"}, "#: extraneous key [Name] is not permitted",
                     id="what no schema knows"),
        pytest.param("OptOutList", {"Arn": "arn:aws:x"}, "#: extraneous key [Arn] is not permitted",
                     id="what can only be read"),
        pytest.param("SenderId", {"IsoCountryCode": "SE", "SenderId": "acme"},
                     "#/SenderId: failed validation constraint for keyword [pattern]",
                     id="a pattern"),
        pytest.param("Registration", {"RegistrationType": "X" * 65},
                     "#/RegistrationType: expected maxLength: 64, actual: 65", id="a length"),
        pytest.param("OptOutList", {"Tags": [{"Key": "", "Value": ""}]},
                     "#/Tags/0/Key: expected minLength: 1, actual: 0", id="an empty text"),
        pytest.param("NotifyConfiguration",
                     {"DisplayName": "Acme", "UseCase": "ADVERTISING", "EnabledChannels": ["SMS"]},
                     "#/UseCase: ADVERTISING is not a valid enum value", id="an enum"),
        pytest.param("NotifyConfiguration",
                     {"DisplayName": "Acme", "UseCase": "CODE_VERIFICATION", "EnabledChannels": []},
                     "#/EnabledChannels: expected minimum item count: 1, found: 0",
                     id="a list that is too short"),
        pytest.param("ConfigurationSet",
                     {"EventDestinations": [{**DESTINATION, "SnsDestination": TOPIC}] * 6},
                     "#/EventDestinations: expected maximum item count: 5, found: 6",
                     id="a list that is too long"),
        pytest.param("OptOutList", {"Tags": [{"Key": "a", "Value": "b"}] * 2},
                     "#/Tags: array items are not unique", id="a list with the same twice"),
        pytest.param("OptOutList", {"Tags": {"Key": "a", "Value": "b"}},
                     "#/Tags: expected type: JSONArray, found: JSONObject", id="no list"),
        pytest.param("OptOutList", {"Tags": ["a"]},
                     "#/Tags/0: expected type: JSONObject, found: String", id="no object"),
        pytest.param("OptOutList", {"OptOutListName": ["a"]},
                     "#/OptOutListName: expected type: String, found: JSONArray", id="no text"),
        pytest.param("ProtectConfiguration", {"DeletionProtectionEnabled": "yes"},
                     "#/DeletionProtectionEnabled: expected type: Boolean, found: String",
                     id="neither true nor false"),
        pytest.param("ProtectConfiguration", {"CountryRuleSet": {}},
                     "#/CountryRuleSet: #: no subschema matched out of the total 3 subschemas",
                     id="none of several"),
        pytest.param("ConfigurationSet",
                     {"EventDestinations": [{**DESTINATION, "SnsDestination": TOPIC,
                                             "KinesisFirehoseDestination": STREAM}]},
                     "#/EventDestinations/0: #: 2 subschemas matched instead of one",
                     id="two of several"),
        pytest.param("ConfigurationSet", {"EventDestinations": [DESTINATION]},
                     "#/EventDestinations/0: #: 0 subschemas matched instead of one",
                     id="none where it is to be one"),
    ],
)  # fmt: skip
def test_a_template_is_refused_by_the_schema(
    noun: str, properties: dict[str, Any], failure: str, stack: Stack
) -> None:
    message = f"Properties validation failed for resource It with message:\n{failure}"

    with stack.failing("It", "CREATE_FAILED", message):
        stack.create({"It": resource(noun, properties)})

    assert stack.failures == [("It", "CREATE_FAILED", message)]


@pytest.mark.parametrize("keyword", ["STOP", "stop", "Help"])
def test_a_mandatory_keyword_is_no_optional_one(keyword: str, stack: Stack) -> None:
    optional = {"Keyword": keyword, "Message": "Farewell.", "Action": "OPT_OUT"}
    pattern = "#/OptionalKeywords/0/Keyword: failed validation constraint for keyword [pattern]"

    with stack.failing("It", "CREATE_FAILED", pattern):
        stack.create({"It": simulator_number(OptionalKeywords=[optional])})


def test_all_failures_are_told_at_once(stack: Stack) -> None:
    with stack.failing("It", "CREATE_FAILED", "[IsoCountryCode]", "[SenderId]", "[Name]"):
        stack.create({"It": resource("SenderId", {"Name": "acme"})})


def test_a_template_in_yaml_may_spell_texts_as_numbers_and_dates(sms: Any) -> None:
    template = """
Parameters:
  Protected: {Type: String, Default: "true"}
Resources:
  Destination:
    Type: AWS::SMSVOICE::VerifiedDestinationNumber
    Properties: {DestinationPhoneNumber: 447700900123}
  Sender:
    Type: AWS::SMSVOICE::SenderId
    Properties:
      IsoCountryCode: SE
      SenderId: ACME
      DeletionProtectionEnabled: !Ref Protected
      Tags: [{Key: year, Value: 2026}, !Ref AWS::NoValue]
  Policy:
    Type: AWS::SMSVOICE::ResourcePolicy
    Properties:
      ResourceArn: !GetAtt Sender.Arn
      PolicyDocument:
        Version: 2012-10-17
        Statement:
          - {Effect: Allow, Principal: "*", Action: sms-voice:SendTextMessage, Resource: "*"}
"""
    boto3.client("cloudformation").create_stack(StackName="texts", TemplateBody=template)

    sender = sms.describe_sender_ids()["SenderIds"][0]
    tags = sms.list_tags_for_resource(ResourceArn=sender["SenderIdArn"])["Tags"]
    policy = sms.get_resource_policy(ResourceArn=sender["SenderIdArn"])["Policy"]
    numbers = sms.describe_verified_destination_numbers()["VerifiedDestinationNumbers"]
    assert sender["DeletionProtectionEnabled"] is True
    assert {"Key": "year", "Value": "2026"} in tags
    assert '"Version": "2012-10-17"' in policy
    assert [each["DestinationPhoneNumber"] for each in numbers] == ["+447700900123"]


def test_two_alternative_documents_are_refused_by_the_service(stack: Stack) -> None:
    properties = {"AttachmentBody": "JVBERi0=", "AttachmentUrl": "s3://forms/letter.pdf"}

    with stack.failing("It", "CREATE_FAILED", 'Reason="PARAMETERS_CANNOT_BE_USED_TOGETHER"'):
        stack.create({"It": resource("RegistrationAttachment", properties)})


def test_a_body_that_is_no_base64_is_refused(stack: Stack) -> None:
    with stack.failing("It", "CREATE_FAILED", "attachmentBody: expected Base64"):
        stack.create({"It": resource("RegistrationAttachment", {"AttachmentBody": "a letter"})})


def test_a_key_of_aws_is_no_tag_of_a_template(stack: Stack, sms: Any) -> None:
    tags = [{"Key": "aws:mine", "Value": "yes"}]

    with stack.failing("It", "CREATE_FAILED", 'Reason="INVALID_PARAMETER" Fields="tags"'):
        stack.create({"It": resource("OptOutList", {"Tags": tags})})
