"""Registrations: create, describe, delete, and what EventBridge hears of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import datetime, timezone
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError
from freezegun import freeze_time
from moto import mock_aws

from ...support import ACCOUNT, REGION, body, pages, refused
from ..registration_forms import BRAND, CAMPAIGN, TEST_RCS, TOLL_FREE, completed, create, status

ID = "registration-00000000000000000000000000000001"
ARN = f"arn:aws:sms-voice:us-east-1:123456789012:registration/{ID}"
MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone.utc)


@freeze_time(MOMENT)
def test_create_registration_answers_a_registration_with_its_first_version(
    sms: Any, simulator: Any
) -> None:
    simulator.use_id("registration", ID)

    answer = sms.create_registration(
        RegistrationType=TOLL_FREE, Tags=[{"Key": "Name", "Value": "support line"}]
    )

    assert body(answer) == {
        "RegistrationArn": ARN,
        "RegistrationId": ID,
        "RegistrationType": TOLL_FREE,
        "RegistrationStatus": "CREATED",
        "CurrentVersionNumber": 1,
        "Tags": [{"Key": "Name", "Value": "support line"}],
        "CreatedTimestamp": MOMENT,
    }


def test_registration_ids_are_a_word_and_32_hexadecimal_digits(sms: Any) -> None:
    assert re.fullmatch("registration-[0-9a-f]{32}", create(sms, BRAND))


def test_create_registration_refuses_an_unknown_type(sms: Any) -> None:
    with refused("ValidationException", "UNKNOWN_REGISTRATION_TYPE", fields=["registrationType"]):
        create(sms, "MANAGED_ROUTES_BRAND_VERIFICATION")


def test_create_registration_refuses_the_26th(sms: Any) -> None:
    for _ in range(25):
        create(sms, BRAND)

    with refused("ServiceQuotaExceededException", "REGISTRATIONS_PER_ACCOUNT"):
        create(sms, BRAND)


@freeze_time(MOMENT)
def test_describe_registrations_shows_all_that_happened(sms: Any, simulator: Any) -> None:
    simulator.use_id("registration", ID)
    create(sms, BRAND, Tags=[{"Key": "Name", "Value": "not shown here"}])
    simulator.set_registration_status(ID, "COMPLETE")
    sms.create_registration_version(RegistrationId=ID)
    simulator.set_registration_status(ID, "REQUIRES_UPDATES")
    sms.create_registration_version(RegistrationId=ID)

    assert body(sms.describe_registrations()) == {
        "Registrations": [
            {
                "RegistrationArn": ARN,
                "RegistrationId": ID,
                "RegistrationType": BRAND,
                "RegistrationStatus": "REQUIRES_UPDATES",
                "CurrentVersionNumber": 3,
                "ApprovedVersionNumber": 1,
                "LatestDeniedVersionNumber": 2,
                "CreatedTimestamp": MOMENT,
            }
        ]
    }


@pytest.mark.parametrize(
    "form", ["{id}", "arn:aws:sms-voice:us-east-1:123456789012:registration/{id}"]
)
def test_describe_registrations_takes_ids_and_arns(sms: Any, form: str) -> None:
    create(sms, BRAND)
    wanted = create(sms, CAMPAIGN)

    answer = sms.describe_registrations(RegistrationIds=[form.format(id=wanted)])

    assert [each["RegistrationId"] for each in answer["Registrations"]] == [wanted]


@pytest.mark.parametrize(
    "unknown",
    [
        ID,
        ARN,
        "arn:aws:sms-voice:us-west-2:123456789012:registration/{id}",
        "arn:aws:sms-voice:us-east-1:999999999999:registration/{id}",
    ],
    ids=["id", "arn", "another Region", "another account"],
)
def test_describe_registrations_refuses_the_whole_call_for_one_unknown_id(
    sms: Any, unknown: str
) -> None:
    known = create(sms, BRAND)
    unknown = unknown.format(id=known)

    with refused("ResourceNotFoundException", kind="registration", id=unknown):
        sms.describe_registrations(RegistrationIds=[known, unknown])


@pytest.mark.parametrize(
    ("operation", "wrong"),
    [
        ("describe_registrations", {"RegistrationIds": [ID, "registration-1"]}),
        ("describe_registrations", {"RegistrationIds": [ID], "NextToken": "forged"}),
        ("describe_registration_versions", {"RegistrationId": ID, "VersionNumbers": [2]}),
        ("describe_registration_versions", {"RegistrationId": ID, "NextToken": "forged"}),
    ],
)
def test_a_refused_describe_counts_as_none(
    sms: Any, simulator: Any, operation: str, wrong: dict[str, Any]
) -> None:
    simulator.use_id("registration", ID)
    create(sms, BRAND)
    sms.submit_registration_version(RegistrationId=ID)

    with pytest.raises(ClientError):
        getattr(sms, operation)(**wrong)

    assert status(sms, ID) == "REVIEWING"


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ([("registration-type", [CAMPAIGN])], ["campaign"]),
        ([("registration-type", [CAMPAIGN, BRAND])], ["brand", "campaign"]),
        ([("registration-status", ["COMPLETE"])], ["brand"]),
        ([("registration-type", [CAMPAIGN]), ("registration-status", ["COMPLETE"])], []),
    ],
)
def test_describe_registrations_filters(
    sms: Any, simulator: Any, filters: list[tuple[str, list[str]]], found: list[str]
) -> None:
    names = {completed(sms, simulator, BRAND): "brand", create(sms, CAMPAIGN): "campaign"}

    answer = sms.describe_registrations(
        Filters=[{"Name": name, "Values": values} for name, values in filters]
    )

    assert [names[each["RegistrationId"]] for each in answer["Registrations"]] == found


def test_describe_registrations_pages_without_loss_or_repetition(sms: Any) -> None:
    created = [create(sms, BRAND) for _ in range(7)]

    found = pages(sms.describe_registrations, "Registrations", 3)

    assert [len(page) for page in found] == [3, 3, 1]
    assert [each["RegistrationId"] for page in found for each in page] == created


def test_delete_registration_answers_it_as_deleted_and_forgets_it(sms: Any) -> None:
    registration = create(sms, BRAND)
    described = sms.describe_registrations()["Registrations"][0]

    answer = sms.delete_registration(RegistrationId=registration)

    assert body(answer) == {**described, "RegistrationStatus": "DELETED"}
    assert sms.describe_registrations()["Registrations"] == []
    with refused("ResourceNotFoundException", kind="registration", id=registration):
        sms.delete_registration(RegistrationId=registration)


@pytest.mark.parametrize(
    "status", ["SUBMITTED", "AWS_REVIEWING", "REVIEWING", "REQUIRES_AUTHENTICATION", "PROVISIONING"]
)
def test_delete_registration_refuses_one_under_review(
    sms: Any, simulator: Any, status: str
) -> None:
    registration = create(sms, BRAND)
    simulator.set_registration_status(registration, status)

    with refused(
        "ConflictException", "RESOURCE_DELETION_NOT_ALLOWED", kind="registration", id=registration
    ):
        sms.delete_registration(RegistrationId=registration)


def test_delete_registration_refuses_a_brand_with_a_campaign_until_that_is_gone(
    sms: Any, simulator: Any
) -> None:
    brand = completed(sms, simulator, BRAND)
    campaign = create(sms, CAMPAIGN)
    sms.create_registration_association(RegistrationId=campaign, ResourceId=brand)

    with refused("ConflictException", "RESOURCE_NOT_EMPTY", kind="registration", id=brand):
        sms.delete_registration(RegistrationId=brand)

    sms.delete_registration(RegistrationId=campaign)
    sms.delete_registration(RegistrationId=brand)


def test_delete_registration_refuses_one_with_numbers(
    sms: Any, toll_free: Callable[[], str]
) -> None:
    registration = create(sms, TOLL_FREE)
    sms.create_registration_association(RegistrationId=registration, ResourceId=toll_free())

    with refused("ConflictException", "RESOURCE_NOT_EMPTY", kind="registration", id=registration):
        sms.delete_registration(RegistrationId=registration)


def test_delete_registration_frees_its_rcs_agent(sms: Any) -> None:
    registration = create(sms, TEST_RCS)
    agent = sms.create_rcs_agent()["RcsAgentId"]
    sms.create_registration_association(RegistrationId=registration, ResourceId=agent)

    sms.delete_registration(RegistrationId=registration)

    sms.delete_rcs_agent(RcsAgentId=agent)


def test_registrations_are_apart_by_account_and_region(sms: Any) -> None:
    create(sms, BRAND)
    elsewhere = [
        boto3.client("pinpoint-sms-voice-v2", region_name="us-west-2"),
        _client_of_another_account(),
    ]

    for client in elsewhere:
        assert client.describe_registrations()["Registrations"] == []


def test_a_reset_forgets_registrations() -> None:
    with mock_aws():
        create(boto3.client("pinpoint-sms-voice-v2", region_name=REGION), BRAND)
    with mock_aws():
        client = boto3.client("pinpoint-sms-voice-v2", region_name=REGION)
        assert client.describe_registrations()["Registrations"] == []


@freeze_time(MOMENT)
def test_each_status_is_announced_on_eventbridge(
    sms: Any, simulator: Any, bus: Callable[[], list[dict[str, Any]]]
) -> None:
    simulator.use_id("registration", ID)
    create(sms, "US_TEN_DLC_BRAND_VETTING")
    for each in ("SUBMITTED", "REVIEWING", "REQUIRES_AUTHENTICATION", "COMPLETE", "CLOSED"):
        simulator.set_registration_status(ID, each)
    sms.delete_registration(RegistrationId=ID)

    events = bus()

    told = ("detail-type", "source", "region", "resources", "detail")
    assert {name: events[0][name] for name in told} == {
        "detail-type": "Registration Status Change",
        "source": "aws.sms-voice",
        "region": REGION,
        "resources": [ARN],
        "detail": {
            "registrationArn": ARN,
            "registrationDetails": {
                "registrationId": ID,
                "registrationVersionNumber": 1,
                "registrationType": "US_TEN_DLC_BRAND_VETTING",
                "registrationStatusChangeTimestamp": 1767323045000,
                "currentStatus": "CREATED",
            },
        },
    }
    assert [event["detail"]["registrationDetails"]["currentStatus"] for event in events] == [
        "CREATED",
        "SUBMITTED",
        "REVIEWING",
        "REQUIRES_AUTHENTICATION",
        "COMPLETE",
        "CLOSED",
        "DELETED",
    ]


def test_a_listener_that_is_gone_does_not_fail_the_call(
    sms: Any, bus: Callable[[], list[dict[str, Any]]]
) -> None:
    sqs = boto3.client("sqs", region_name=REGION)
    sqs.delete_queue(QueueUrl=sqs.get_queue_url(QueueName="heard")["QueueUrl"])

    registration = create(sms, BRAND)

    assert status(sms, registration) == "CREATED"


@pytest.fixture
def bus(aws: None) -> Callable[[], list[dict[str, Any]]]:
    """What an SQS queue hears of the service by a rule of EventBridge."""
    sqs = boto3.client("sqs", region_name=REGION)
    url = sqs.create_queue(QueueName="heard")["QueueUrl"]
    events = boto3.client("events", region_name=REGION)
    events.put_rule(Name="sms", EventPattern=json.dumps({"source": ["aws.sms-voice"]}))
    target = {"Id": "1", "Arn": f"arn:aws:sqs:{REGION}:{ACCOUNT}:heard"}
    events.put_targets(Rule="sms", Targets=[target])

    def heard() -> list[dict[str, Any]]:
        received = []
        while messages := sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages"):
            received += [json.loads(message["Body"]) for message in messages]
        return received

    return heard


def _client_of_another_account() -> Any:
    sts = boto3.client("sts", region_name=REGION)
    role = sts.assume_role(
        RoleArn="arn:aws:iam::222222222222:role/tester", RoleSessionName="tester"
    )["Credentials"]
    return boto3.client(
        "pinpoint-sms-voice-v2",
        region_name=REGION,
        aws_access_key_id=role["AccessKeyId"],
        aws_secret_access_key=role["SecretAccessKey"],
        aws_session_token=role["SessionToken"],
    )
