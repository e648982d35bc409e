"""The main job from end to end: a 10DLC number, from the brand to the first message from it.

Every line is a real boto3 call; only AWS is moto's.
"""

from __future__ import annotations

import sys
from typing import Any

import boto3
from botocore.exceptions import BotoCoreError, ClientError
from moto import mock_aws

from .simulator import Simulator

BRAND: dict[str, str | list[str]] = {
    "companyInfo.companyName": "Example Corp",
    "companyInfo.taxIdIssuingCountry": "US",
    "companyInfo.taxId": "123456789",
    "companyInfo.legalType": ["PRIVATE_PROFIT"],
    "companyInfo.address": "1 Main Street",
    "companyInfo.city": "Seattle",
    "companyInfo.state": "WA",
    "companyInfo.zipCode": "98101",
    "companyInfo.isoCountryCode": "US",
    "contactInfo.dbaName": "Example",
    "contactInfo.vertical": ["TECHNOLOGY"],
    "contactInfo.website": "https://example.com",
    "contactInfo.supportEmail": "help@example.com",
    "contactInfo.supportPhoneNumber": "+12065550100",
}
CAMPAIGN: dict[str, str | list[str]] = {
    "campaignInfo.campaignName": "One-time passwords for customers who log in to Example",
    "campaignInfo.vertical": ["TECHNOLOGY"],
    "campaignInfo.optInWorkflow": "Customers tick a box on https://example.com/sign-up page.",
    "campaignInfo.optInMessage": "Example: you get login codes by SMS now.",
    "campaignInfo.helpMessage": "Example: write to help@example.com for help.",
    "campaignInfo.stopMessage": "Example: you get no more messages from us.",
    "campaignCapabilities.numberCapabilities": ["SMS"],
    "campaignUseCase.useCase": ["TWO_FACTOR_AUTHENTICATION"],
    "campaignUseCase.subscriberOptIn": ["Yes"],
    "campaignUseCase.subscriberOptOut": ["Yes"],
    "campaignUseCase.subscriberHelp": ["Yes"],
    "campaignUseCase.directLending": ["No"],
    "campaignUseCase.embeddedLink": ["No"],
    "campaignUseCase.embeddedPhone": ["No"],
    "campaignUseCase.ageGated": ["No"],
    "messageSamples.messageSample1": "Your Example login code is 123456.",
}
CUSTOMER = "+12065550142"
TEXT = CAMPAIGN["messageSamples.messageSample1"]
_MOST_READS = 20
"""More than any review takes; the mock's review moves one step at each Describe."""


class DemoError(Exception):
    """The service did not do what the demo says."""


def demo() -> int:
    """Tell the story; return the exit code, which is 1 if anything went otherwise."""
    try:
        with mock_aws():
            _tell(boto3.client("pinpoint-sms-voice-v2", region_name="us-east-1"))
    except (DemoError, BotoCoreError, ClientError) as error:
        sys.stderr.write(f"The demo went wrong: {error}\n")
        return 1
    return 0


def _tell(sms: Any) -> None:
    brand = sms.create_registration(
        RegistrationType="US_TEN_DLC_BRAND_REGISTRATION",
        Tags=[{"Key": "team", "Value": "login"}],
    )
    brand_id = brand["RegistrationId"]
    print(f"Brand     {brand_id} is {brand['RegistrationStatus']}")
    tags = sms.list_tags_for_resource(ResourceArn=brand["RegistrationArn"])["Tags"]
    _expect("the brand's tags", tags, [{"Key": "team", "Value": "login"}])
    print(f"          it has the tag {tags[0]['Key']}={tags[0]['Value']}")
    _fill_in_and_submit(sms, brand_id, BRAND)
    _await_review(sms, brand_id)

    campaign = sms.create_registration(RegistrationType="US_TEN_DLC_CAMPAIGN_REGISTRATION")
    campaign_id = campaign["RegistrationId"]
    print(f"Campaign  {campaign_id} is {campaign['RegistrationStatus']}")
    sms.create_registration_association(RegistrationId=campaign_id, ResourceId=brand_id)
    print(f"          it is associated with the brand {brand_id}")
    _fill_in_and_submit(sms, campaign_id, CAMPAIGN)
    _await_review(sms, campaign_id)

    number_id, number = _request_number(sms, campaign_id)
    associations = sms.list_registration_associations(RegistrationId=campaign_id)
    print(f"Campaign  {campaign_id} is associated with")
    for each in associations["RegistrationAssociations"]:
        print(f"          {each['ResourceType']} {each['ResourceId']}")
    found = [each["ResourceId"] for each in associations["RegistrationAssociations"]]
    _expect("the campaign's associations", sorted(found), sorted([brand_id, number_id]))
    _send(sms, number)
    print("Everything is as it should be.")


def _fill_in_and_submit(sms: Any, registration_id: str, form: dict[str, str | list[str]]) -> None:
    for path, value in form.items():
        answer = {"SelectChoices": value} if isinstance(value, list) else {"TextValue": value}
        sms.put_registration_field_value(RegistrationId=registration_id, FieldPath=path, **answer)
    values = sms.describe_registration_field_values(RegistrationId=registration_id)
    found = {each["FieldPath"] for each in values["RegistrationFieldValues"]}
    _expect("the filled-in fields", sorted(found), sorted(form))
    print(f"          {len(found)} fields are filled in")
    version = sms.submit_registration_version(RegistrationId=registration_id)
    status = version["RegistrationVersionStatus"]
    _expect("the version's status", status, "SUBMITTED")
    print(f"          version {version['VersionNumber']} is {status}")


def _await_review(sms: Any, registration_id: str) -> None:
    status = "SUBMITTED"
    for _ in range(_MOST_READS):
        answer = sms.describe_registrations(RegistrationIds=[registration_id])
        before, status = status, answer["Registrations"][0]["RegistrationStatus"]
        if status != before:
            print(f"          it is {status}")
        if status == "COMPLETE":
            return
    raise DemoError(f"{registration_id} stays {status}")


def _request_number(sms: Any, campaign_id: str) -> tuple[str, str]:
    number = sms.request_phone_number(
        IsoCountryCode="US",
        MessageType="TRANSACTIONAL",
        NumberCapabilities=["SMS"],
        NumberType="TEN_DLC",
        RegistrationId=campaign_id,
    )
    number_id = number["PhoneNumberId"]
    print(f"Number    {number['PhoneNumber']} ({number_id}) is {number['Status']}")
    described = sms.describe_phone_numbers(PhoneNumberIds=[number_id])["PhoneNumbers"][0]
    _expect("the number's registration", described["RegistrationId"], campaign_id)
    _expect("the number's status", described["Status"], "ACTIVE")
    print(f"          it is {described['Status']}, for the campaign")
    return number_id, number["PhoneNumber"]


def _send(sms: Any, number: str) -> None:
    message_id = sms.send_text_message(
        DestinationPhoneNumber=CUSTOMER, OriginationIdentity=number, MessageBody=TEXT
    )["MessageId"]
    print(f"Message   {message_id} is sent")
    (message,) = Simulator(region_name=sms.meta.region_name).messages(message_id=message_id)
    _expect("the message's sender", message.origination_identity, number)
    _expect("the message's text", message.message_body, TEXT)
    _expect("the message's status", message.status, "TEXT_DELIVERED")
    print(f"          {message.destination_phone_number} reads: {message.message_body}")
    print(f"          it is {message.status}, in {message.total_message_parts} part")


def _expect(what: str, found: object, wanted: object) -> None:
    if found != wanted:
        raise DemoError(f"{what}: {found!r}, not {wanted!r}")
