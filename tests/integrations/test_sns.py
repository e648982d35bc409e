"""SNS, where a test has linked it, and where it has not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError
from moto import mock_aws

from moto_pinpoint_sms_v2.simulator import Simulator

from ..support import backend, body

PHONE = "+14255550199"
NUMBER = "+18885550100"


class Place:
    """One mock, in process or on a server."""

    def __init__(self, endpoint_url: str | None) -> None:
        self.endpoint_url = endpoint_url
        self.simulator = Simulator(region_name="us-east-1", endpoint_url=endpoint_url)
        self.sms = self.client("pinpoint-sms-voice-v2")
        self.sns = self.client("sns")

    def client(self, service: str, region: str = "us-east-1") -> Any:
        return boto3.client(service, region_name=region, endpoint_url=self.endpoint_url)

    def publish(self, message: str = "Hello", phone: str = PHONE, **attributes: str) -> str:
        named = {
            name.replace("_", "."): {"DataType": "String", "StringValue": value}
            for name, value in attributes.items()
        }
        published = self.sns.publish(PhoneNumber=phone, Message=message, MessageAttributes=named)
        return str(published["MessageId"])

    def own(self, **settings: Any) -> None:
        """Let the account own a toll-free number."""
        self.simulator.add_phone_number(
            iso_country_code="US", number_type="TOLL_FREE", phone_number=NUMBER, **settings
        )


@pytest.fixture(params=["in process", "over HTTP"])
def place(request: pytest.FixtureRequest) -> Iterator[Place]:
    with mock_aws():
        over_http = request.param == "over HTTP"
        place = Place(request.getfixturevalue("threaded_server") if over_http else None)
        place.simulator.link_sns()
        yield place


@pytest.fixture
def here() -> Iterator[Place]:
    """In process, linked."""
    with mock_aws():
        place = Place(None)
        place.simulator.link_sns()
        yield place


def failed(code: str) -> Any:
    return pytest.raises(ClientError, match=rf"\({code}\)")


def test_a_code_is_published_and_after_stop_no_more_arrives(place: Place) -> None:
    """The story: one-time passwords through SNS, and somebody who has had enough."""
    place.own()

    message_id = place.publish("Your code is 123456")

    (message,) = place.simulator.messages()
    assert (message.message_id, message.source) == (message_id, "SNS")
    assert (message.origination_identity, message.message_body, message.status) == (
        NUMBER,
        "Your code is 123456",
        "TEXT_DELIVERED",
    )
    place.simulator.receive_message(origination_phone_number=PHONE, destination=NUMBER, body="STOP")
    place.simulator.clear_messages()

    assert place.publish("Your code is 654321")
    assert place.simulator.messages() == []
    assert place.sns.check_if_phone_number_is_opted_out(phoneNumber=PHONE)["isOptedOut"] is True
    assert place.sns.list_phone_numbers_opted_out()["phoneNumbers"] == [PHONE]

    place.sns.opt_in_phone_number(phoneNumber=PHONE)
    place.publish("Welcome back")
    assert [each.message_body for each in place.simulator.messages()] == ["Welcome back"]


def test_a_linked_account_and_an_unlinked_region_stand_side_by_side(place: Place) -> None:
    place.own()
    elsewhere = Simulator(region_name="eu-west-1", endpoint_url=place.endpoint_url)
    unlinked = place.client("sns", "eu-west-1")

    place.publish()
    unlinked.publish(PhoneNumber="+447700900123", Message="Hello")

    assert len(place.simulator.messages()) == 1
    assert elsewhere.messages() == []
    # What moto's own SNS says of every number that ends so.
    assert unlinked.check_if_phone_number_is_opted_out(phoneNumber=PHONE)["isOptedOut"] is True
    assert place.sns.check_if_phone_number_is_opted_out(phoneNumber=PHONE)["isOptedOut"] is False


def test_nobody_who_does_not_ask_for_it_notices() -> None:
    with mock_aws():
        place = Place(None)
        place.sms.describe_pools()

        place.publish()
        place.sns.set_sms_attributes(attributes={"MonthlySpendLimit": "7"})

        assert place.simulator.messages() == []
        assert place.sns.get_sms_attributes()["attributes"] == {"MonthlySpendLimit": "7"}
        with pytest.raises(NotImplementedError):
            place.sns.list_origination_numbers()


def test_the_link_can_be_taken_away(here: Place) -> None:
    here.own()

    here.simulator.link_sns(enabled=False)
    here.publish()

    assert here.simulator.messages() == []


def test_a_reset_takes_the_link_away(here: Place) -> None:
    here.own()

    backend().reset()
    here.publish()

    assert here.simulator.messages() == []


def test_topics_are_moto_s_as_before(here: Place) -> None:
    topic = here.sns.create_topic(Name="news")["TopicArn"]

    assert here.sns.publish(TopicArn=topic, Message="Hello")["MessageId"]
    assert here.simulator.messages() == []


def test_moto_s_own_list_of_texts_has_it_under_the_same_id(here: Place) -> None:
    from moto.sns.models import sns_backends

    here.own()
    message_id = here.publish()

    kept = sns_backends["123456789012"]["us-east-1"].sms_messages
    assert kept == {message_id: (PHONE, "Hello")}


def test_what_moto_refuses_is_refused_and_not_sent(here: Place) -> None:
    here.own()

    with failed("InvalidParameter"):
        here.publish(phone="not a number")

    assert here.simulator.messages() == []


@pytest.mark.parametrize(
    ("attributes", "identity", "message_type"),
    [
        pytest.param({}, "+18885550101", "PROMOTIONAL", id="any"),
        pytest.param(
            {"AWS_MM_SMS_OriginationNumber": NUMBER}, NUMBER, "TRANSACTIONAL", id="number"
        ),
        pytest.param(
            {"AWS_MM_SMS_OriginationNumber": NUMBER, "AWS_SNS_SMS_SMSType": "Promotional"},
            NUMBER,
            "TRANSACTIONAL",
            id="a number of another type",
        ),
        pytest.param({"AWS_SNS_SMS_SMSType": "Transactional"}, NUMBER, "TRANSACTIONAL", id="type"),
    ],
)  # fmt: skip
def test_attributes_say_what_it_is_sent_from(
    here: Place, attributes: dict[str, str], identity: str, message_type: str
) -> None:
    here.simulator.add_phone_number(
        iso_country_code="US",
        number_type="TOLL_FREE",
        phone_number="+18885550101",
        message_type="PROMOTIONAL",
    )
    here.own()

    here.publish(**attributes)

    (message,) = here.simulator.messages()
    assert (message.origination_identity, message.message_type) == (identity, message_type)


def test_the_default_type_is_taken_where_the_text_names_none(here: Place) -> None:
    here.simulator.add_phone_number(
        iso_country_code="US",
        number_type="TOLL_FREE",
        phone_number="+18885550101",
        message_type="PROMOTIONAL",
    )
    here.own()
    here.sns.set_sms_attributes(attributes={"DefaultSMSType": "Transactional"})

    here.publish()

    assert here.simulator.messages()[0].origination_identity == NUMBER


@pytest.mark.parametrize(
    ("attributes", "default", "expected"),
    [
        pytest.param({"AWS_SNS_SMS_SenderID": "acme"}, None, "ACME", id="by the text"),
        pytest.param({}, "ACME", "ACME", id="by default"),
        pytest.param({"AWS_SNS_SMS_SenderID": "OTHER"}, None, "ACME", id="not the account's"),
    ],
)
def test_a_sender_id_is_taken_if_the_account_has_it(
    here: Place, attributes: dict[str, str], default: str | None, expected: str
) -> None:
    here.simulator.add_sender_id("ACME", "GB")
    if default is not None:
        here.sns.set_sms_attributes(attributes={"DefaultSenderID": default})

    here.publish(phone="+447700900123", **attributes)

    (message,) = here.simulator.messages()
    assert message.origination_identity == expected


def test_a_number_that_the_account_has_not_sends_nothing(here: Place) -> None:
    here.own()

    assert here.publish(AWS_MM_SMS_OriginationNumber="+18885550199")

    assert here.simulator.messages() == []
    (refusal,) = here.simulator.refusals()
    assert (refusal.code, refusal.origination_identity, refusal.message_body) == (
        "ResourceNotFoundException",
        "+18885550199",
        "Hello",
    )


def test_india_s_ids_go_along(here: Place) -> None:
    here.simulator.add_sender_id("ACME", "IN")
    to_india: dict[str, Any] = {"phone": "+919876543210", "AWS_SNS_SMS_SenderID": "ACME"}

    here.publish("without", **to_india)
    here.publish(
        "with",
        **to_india,
        AWS_MM_SMS_EntityId="1234567890123456789",
        AWS_MM_SMS_TemplateId="1234567890123456789",
    )

    assert [each.message_body for each in here.simulator.messages()] == ["with"]


def test_a_text_that_costs_more_than_its_most_is_not_delivered(here: Place) -> None:
    here.own()

    here.publish(AWS_SNS_SMS_MaxPrice="0.00001")

    assert here.simulator.messages() == []


def test_the_sandbox_the_account_s_protection_and_its_limit_hold(here: Place) -> None:
    here.own()
    here.simulator.set_account_tier("SANDBOX")
    here.publish("in the sandbox")
    here.simulator.set_account_tier("PRODUCTION")

    protect = here.sms.create_protect_configuration()["ProtectConfigurationId"]
    here.sms.update_protect_configuration_country_rule_set(
        ProtectConfigurationId=protect,
        NumberCapability="SMS",
        CountryRuleSetUpdates={"US": {"ProtectStatus": "BLOCK"}},
    )
    here.sms.set_account_default_protect_configuration(ProtectConfigurationId=protect)
    here.publish("blocked")
    here.sms.delete_account_default_protect_configuration()

    here.sns.set_sms_attributes(attributes={"MonthlySpendLimit": "1"})
    here.simulator.set_spend("TEXT_MESSAGE_MONTHLY_SPEND_LIMIT", 1)
    here.publish("too dear")

    assert here.simulator.messages() == []
    assert [each.reason for each in here.simulator.refusals(destination_phone_number=PHONE)] == [
        "DESTINATION_PHONE_NUMBER_NOT_VERIFIED",
        "DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION",
        "MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT",
    ]


def test_its_events_reach_eventbridge_as_all_do(here: Place) -> None:
    here.own()
    here.publish()

    (message,) = here.simulator.messages()
    events = here.simulator.events(message_id=message.message_id)
    assert [each["eventType"] for each in events] == ["TEXT_SUCCESSFUL", "TEXT_DELIVERED"]


def test_the_list_of_those_who_opted_out_has_pages(here: Place) -> None:
    numbers = [f"+1425555{number:04}" for number in range(100, 205)]
    for number in numbers:
        here.sms.put_opted_out_number(OptOutListName="Default", OptedOutNumber=number)

    pages = list(here.sns.get_paginator("list_phone_numbers_opted_out").paginate())

    assert [page["phoneNumbers"] for page in pages] == [numbers[:100], numbers[100:]]


def test_a_number_is_opted_in_once_in_thirty_days(here: Place) -> None:
    opted_out = {"OptOutListName": "Default", "OptedOutNumber": PHONE}
    here.sms.put_opted_out_number(**opted_out)
    here.sns.opt_in_phone_number(phoneNumber=PHONE)
    here.sms.put_opted_out_number(**opted_out)

    with failed("InvalidParameter"):
        here.sns.opt_in_phone_number(phoneNumber=PHONE)
    here.sns.opt_in_phone_number(phoneNumber="+14255550123")  # who never opted out


@pytest.mark.parametrize("operation", ["check_if_phone_number_is_opted_out", "opt_in_phone_number"])
def test_what_is_no_number_is_refused(here: Place, operation: str) -> None:
    with failed("InvalidParameter"):
        getattr(here.sns, operation)(phoneNumber="abc")


def test_the_account_s_numbers_are_its_origination_numbers(place: Place) -> None:
    place.own(number_capabilities=["SMS", "VOICE"])
    (described,) = place.sms.describe_phone_numbers()["PhoneNumbers"]

    answer = place.sns.list_origination_numbers()

    assert body(answer)["PhoneNumbers"] == [
        {
            "CreatedAt": described["CreatedTimestamp"],
            "PhoneNumber": NUMBER,
            "Status": "ACTIVE",
            "Iso2CountryCode": "US",
            "RouteType": "Transactional",
            "NumberCapabilities": ["SMS", "VOICE"],
        }
    ]


def test_origination_numbers_come_in_pages(here: Place) -> None:
    for last in range(3):
        here.simulator.add_phone_number(
            iso_country_code="US", number_type="TOLL_FREE", phone_number=f"+1888555010{last}"
        )

    first = here.sns.list_origination_numbers(MaxResults=2)
    second = here.sns.list_origination_numbers(MaxResults=2, NextToken=first["NextToken"])

    assert [each["PhoneNumber"][-1] for each in first["PhoneNumbers"]] == ["0", "1"]
    assert [each["PhoneNumber"][-1] for each in second["PhoneNumbers"]] == ["2"]
    assert "NextToken" not in second
    for token in ("x", "9" * 5000):
        with failed("InvalidParameter"):
            here.sns.list_origination_numbers(NextToken=token)


def test_a_number_leaves_the_sandbox_s_door_by_its_password(place: Place) -> None:
    """The story of the sandbox: a number is added, gets a password, and then texts."""
    place.own()
    place.simulator.set_account_tier("SANDBOX")
    assert place.sns.get_sms_sandbox_account_status()["IsInSandbox"] is True

    place.sns.create_sms_sandbox_phone_number(PhoneNumber=PHONE, LanguageCode="kr-KR")
    assert place.sns.list_sms_sandbox_phone_numbers()["PhoneNumbers"] == [
        {"PhoneNumber": PHONE, "Status": "Pending"}
    ]
    (entry,) = place.sms.describe_verified_destination_numbers()["VerifiedDestinationNumbers"]
    code = place.simulator.verification_code(entry["VerifiedDestinationNumberId"])
    with failed("VerificationException"):
        place.sns.verify_sms_sandbox_phone_number(PhoneNumber=PHONE, OneTimePassword="00000")
    place.sns.verify_sms_sandbox_phone_number(PhoneNumber=PHONE, OneTimePassword=code)
    place.simulator.clear_messages()

    place.publish()

    assert len(place.simulator.messages()) == 1
    assert place.sns.list_sms_sandbox_phone_numbers()["PhoneNumbers"] == [
        {"PhoneNumber": PHONE, "Status": "Verified"}
    ]
    place.sns.delete_sms_sandbox_phone_number(PhoneNumber=PHONE)
    assert place.sns.list_sms_sandbox_phone_numbers()["PhoneNumbers"] == []
    place.simulator.set_account_tier("PRODUCTION")
    assert place.sns.get_sms_sandbox_account_status()["IsInSandbox"] is False


def test_a_page_of_the_sandbox_has_a_hundred_numbers(here: Place) -> None:
    backend().store.limits.set("VERIFIED_DESTINATION_NUMBERS", 200)
    for number in [*(f"+120655501{last:02}" for last in range(100)), PHONE]:
        here.sms.create_verified_destination_number(DestinationPhoneNumber=number)

    page = here.sns.list_sms_sandbox_phone_numbers()

    assert len(page["PhoneNumbers"]) == 100
    rest = here.sns.list_sms_sandbox_phone_numbers(NextToken=page["NextToken"])
    assert len(rest["PhoneNumbers"]) == 1


def test_a_number_added_twice_gets_a_second_password(here: Place) -> None:
    here.own()
    here.sns.create_sms_sandbox_phone_number(PhoneNumber=PHONE)
    here.sns.create_sms_sandbox_phone_number(PhoneNumber=PHONE)

    assert len(here.sns.list_sms_sandbox_phone_numbers()["PhoneNumbers"]) == 1
    assert len(here.simulator.messages()) == 2


def test_a_number_that_opted_out_is_not_added(here: Place) -> None:
    here.own()
    here.sms.put_opted_out_number(OptOutListName="Default", OptedOutNumber=PHONE)

    with failed("OptedOut"):
        here.sns.create_sms_sandbox_phone_number(PhoneNumber=PHONE)

    assert here.sns.list_sms_sandbox_phone_numbers()["PhoneNumbers"] == []


def test_no_more_numbers_than_the_quota_are_added(here: Place) -> None:
    here.own()
    here.simulator.set_account_limit("VERIFIED_DESTINATION_NUMBERS", 0)

    with failed("UserError"):
        here.sns.create_sms_sandbox_phone_number(PhoneNumber=PHONE)


@pytest.mark.parametrize(
    ("operation", "more"),
    [
        ("verify_sms_sandbox_phone_number", {"OneTimePassword": "12345"}),
        ("delete_sms_sandbox_phone_number", {}),
    ],
)
def test_a_number_that_was_never_added_is_not_found(
    here: Place, operation: str, more: dict[str, str]
) -> None:
    with failed("ResourceNotFound"):
        getattr(here.sns, operation)(PhoneNumber=PHONE, **more)


def test_the_monthly_spend_limit_is_the_account_s(place: Place) -> None:
    place.sns.set_sms_attributes(
        attributes={"MonthlySpendLimit": "7", "DefaultSMSType": "Transactional"}
    )

    limits = place.sms.describe_spend_limits()["SpendLimits"]
    (text,) = [each for each in limits if each["Name"].startswith("TEXT_")]
    assert text["EnforcedLimit"] == 7
    attributes = place.sns.get_sms_attributes()["attributes"]
    assert attributes == {"MonthlySpendLimit": "7", "DefaultSMSType": "Transactional"}
    wanted = place.sns.get_sms_attributes(attributes=["MonthlySpendLimit"])["attributes"]
    assert wanted == {"MonthlySpendLimit": "7"}


@pytest.mark.parametrize("limit", ["many", "7.5", "-1", "1000000"])
def test_a_limit_that_cannot_be_changes_nothing(here: Place, limit: str) -> None:
    before = here.sns.get_sms_attributes()["attributes"]

    with failed("InvalidParameter"):
        here.sns.set_sms_attributes(
            attributes={"MonthlySpendLimit": limit, "DefaultSMSType": "Promotional"}
        )

    assert here.sns.get_sms_attributes()["attributes"] == before


def test_this_service_s_own_sends_have_no_source(here: Place) -> None:
    here.own()
    here.sms.send_text_message(
        DestinationPhoneNumber=PHONE, OriginationIdentity=NUMBER, MessageBody="Hello"
    )

    assert here.simulator.messages()[0].source is None


def test_an_error_that_waits_for_the_send_strikes_it(here: Place) -> None:
    here.own()
    here.simulator.inject_error("SendTextMessage", "ThrottlingException")

    here.publish("lost")
    here.publish("arrives")

    assert [each.message_body for each in here.simulator.messages()] == ["arrives"]
    (refusal,) = here.simulator.refusals()
    assert (refusal.operation, refusal.code) == ("SendTextMessage", "ThrottlingException")
