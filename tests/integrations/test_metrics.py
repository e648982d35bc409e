"""CloudWatch's namespace AWS/SMSVoice."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import boto3
import pytest
from freezegun import freeze_time

from moto_pinpoint_sms_v2.simulator import Simulator

from ..support import backend, refused

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=timezone.utc)
US, GB = "+14255550199", "+447700900123"
Dimensions = dict[str, str]


@pytest.fixture
def cloudwatch(sms: Any) -> Any:
    client = boto3.client("cloudwatch", region_name="us-east-1")
    try:
        client.list_metrics(Namespace="AWS/SMSVoice")
    except KeyError:
        pytest.skip("this moto's CloudWatch does not know the protocol of this botocore's")
    return client


@pytest.fixture
def number(simulator: Simulator) -> str:
    row = simulator.add_phone_number(
        iso_country_code="US",
        number_type="TOLL_FREE",
        number_capabilities=["SMS", "MMS", "VOICE"],
        phone_number="+18885550100",
        phone_number_id="phone-a",
    )
    return str(row["PhoneNumber"])


def send(sms: Any, number: str, body: str = "Hello", **more: Any) -> str:
    sent = sms.send_text_message(
        **{
            "DestinationPhoneNumber": US,
            "OriginationIdentity": number,
            "MessageBody": body,
            **more,
        }
    )
    return str(sent["MessageId"])


def listed(cloudwatch: Any, name: str) -> list[Dimensions]:
    """Return each set of dimensions that the metric has; moto tells of some several times."""
    found = cloudwatch.list_metrics(Namespace="AWS/SMSVoice", MetricName=name)["Metrics"]
    sets = [{each["Name"]: each["Value"] for each in metric["Dimensions"]} for metric in found]
    return [each for place, each in enumerate(sets) if each not in sets[:place]]


def statistic(
    cloudwatch: Any, name: str, statistic: str = "Sum", dimensions: Dimensions | None = None
) -> float | None:
    """Return a statistic of the last hour and the next, None if there is no data point."""
    now = datetime.now(timezone.utc)
    points = cloudwatch.get_metric_statistics(
        Namespace="AWS/SMSVoice",
        MetricName=name,
        Dimensions=[{"Name": key, "Value": value} for key, value in (dimensions or {}).items()],
        StartTime=now - timedelta(hours=1),
        EndTime=now + timedelta(hours=1),
        Period=7200,
        Statistics=[statistic],
    )["Datapoints"]
    assert len(points) < 2
    return float(points[0][statistic]) if points else None


def unit(cloudwatch: Any, name: str) -> str:
    """Return the unit of what was measured in the last hour and the next."""
    now = datetime.now(timezone.utc)
    (point,) = cloudwatch.get_metric_statistics(
        Namespace="AWS/SMSVoice",
        MetricName=name,
        StartTime=now - timedelta(hours=1),
        EndTime=now + timedelta(hours=1),
        Period=7200,
        Statistics=["Sum"],
    )["Datapoints"]
    return str(point["Unit"])


def test_an_account_that_sent_nothing_has_no_metrics(sms: Any, cloudwatch: Any) -> None:
    sms.describe_pools()

    assert cloudwatch.list_metrics(Namespace="AWS/SMSVoice")["Metrics"] == []


def test_parts_are_counted_as_they_leave_and_as_they_arrive(
    sms: Any, cloudwatch: Any, number: str, simulator: Simulator
) -> None:
    simulator.set_outcome(GB, "TEXT_UNREACHABLE")
    simulator.add_sender_id("ACME", "GB")
    send(sms, number, "x" * 161)
    send(sms, "ACME", DestinationPhoneNumber=GB)

    us = {"IsoCountryCode": "US", "OriginationIdentityType": "PHONE_NUMBER"}
    gb = {"IsoCountryCode": "GB", "OriginationIdentityType": "SENDER_ID"}
    assert listed(cloudwatch, "NumberOfTextMessagePartsSent") == [us, gb]
    assert listed(cloudwatch, "NumberOfTextMessagePartsDelivered") == [us]
    sent = {
        place: statistic(cloudwatch, "NumberOfTextMessagePartsSent", dimensions=dimensions)
        for place, dimensions in {
            "all": None,
            "US": {"IsoCountryCode": "US"},
            "senders": {"OriginationIdentityType": "SENDER_ID"},
        }.items()
    }
    assert sent == {"all": 3, "US": 2, "senders": 1}
    assert statistic(cloudwatch, "NumberOfTextMessagePartsDelivered") == 2


def test_get_metric_data_finds_them_as_well(sms: Any, cloudwatch: Any, number: str) -> None:
    send(sms, number)
    now = datetime.now(timezone.utc)

    (result,) = cloudwatch.get_metric_data(
        StartTime=now - timedelta(hours=1),
        EndTime=now + timedelta(hours=1),
        MetricDataQueries=[
            {
                "Id": "spend",
                "MetricStat": {
                    "Metric": {
                        "Namespace": "AWS/SMSVoice",
                        "MetricName": "TextMessageMonthlySpend",
                    },
                    "Period": 7200,
                    "Stat": "Maximum",
                },
            }
        ],
    )["MetricDataResults"]

    assert result["Values"] == [
        float(backend().account.spend_limit("TEXT").spent),
    ]


def test_a_dry_run_and_a_refused_send_are_not_counted(
    sms: Any, cloudwatch: Any, number: str
) -> None:
    send(sms, number, DryRun=True)
    with refused("ResourceNotFoundException", kind="phone-number", id="phone-x"):
        send(sms, "phone-x")

    assert cloudwatch.list_metrics(Namespace="AWS/SMSVoice")["Metrics"] == []


def test_what_a_pool_sent_is_the_pool_s(sms: Any, cloudwatch: Any, number: str) -> None:
    pool = sms.create_pool(
        OriginationIdentity="phone-a", IsoCountryCode="US", MessageType="TRANSACTIONAL"
    )["PoolId"]
    send(sms, pool)

    (dimensions,) = listed(cloudwatch, "NumberOfTextMessagePartsSent")
    assert dimensions["OriginationIdentityType"] == "POOL"


def test_spend_is_a_gauge_of_the_month(
    sms: Any, cloudwatch: Any, number: str, simulator: Simulator
) -> None:
    send(sms, number)
    one = float(backend().account.spend_limit("TEXT").spent)
    send(sms, number)

    assert listed(cloudwatch, "TextMessageMonthlySpend") == [{}]
    assert unit(cloudwatch, "TextMessageMonthlySpend") == "None"
    assert statistic(cloudwatch, "TextMessageMonthlySpend", "Minimum") == pytest.approx(one)
    assert statistic(cloudwatch, "TextMessageMonthlySpend", "Maximum") == pytest.approx(2 * one)


def test_spend_counts_what_was_spent_before(
    sms: Any, cloudwatch: Any, number: str, simulator: Simulator
) -> None:
    simulator.set_spend("TEXT_MESSAGE_MONTHLY_SPEND_LIMIT", 500)
    assert statistic(cloudwatch, "TextMessageMonthlySpend", "Maximum") is None

    send(sms, number)

    spent = float(backend().account.spend_limit("TEXT").spent)
    assert statistic(cloudwatch, "TextMessageMonthlySpend", "Maximum") == pytest.approx(spent)
    assert spent > 500


def test_spend_begins_anew_each_month(sms: Any, cloudwatch: Any, number: str) -> None:
    with freeze_time("2026-10-31T23:59:00Z"):
        send(sms, number)
        one = statistic(cloudwatch, "TextMessageMonthlySpend", "Maximum")
    with freeze_time("2026-11-01T00:30:00Z"):
        send(sms, number)
        both = statistic(cloudwatch, "TextMessageMonthlySpend", "Maximum")

    assert one == both


def test_voice_and_media_spend_are_apart(
    sms: Any, cloudwatch: Any, number: str, simulator: Simulator
) -> None:
    sms.send_voice_message(DestinationPhoneNumber=US, OriginationIdentity=number, MessageBody="Hi")
    sms.send_media_message(DestinationPhoneNumber=US, OriginationIdentity=number, MessageBody="Hi")

    assert listed(cloudwatch, "VoiceMessageMonthlySpend") == [{}]
    assert listed(cloudwatch, "MediaMessageMonthlySpend") == [{}]
    assert listed(cloudwatch, "TextMessageMonthlySpend") == []
    assert statistic(cloudwatch, "NumberOfMediaMessagePartsSent") == 1
    assert statistic(cloudwatch, "NumberOfMediaMessagePartsDelivered") == 1


def test_feedback_is_expected_and_reported(sms: Any, cloudwatch: Any, number: str) -> None:
    message_id = send(sms, number, MessageFeedbackEnabled=True)
    assert listed(cloudwatch, "NumberOfTextMessagesWithFeedback") == []

    sms.put_message_feedback(MessageId=message_id, MessageFeedbackStatus="RECEIVED")

    assert listed(cloudwatch, "NumberOfTextMessagesExpectingFeedback") == [{"IsoCountryCode": "US"}]
    assert listed(cloudwatch, "NumberOfTextMessagesWithFeedback") == [
        {"IsoCountryCode": "US", "MessageFeedbackStatus": "RECEIVED"}
    ]
    assert statistic(cloudwatch, "NumberOfTextMessagesWithFeedback") == 1


def test_the_hour_without_a_report_publishes_nothing(
    sms: Any, cloudwatch: Any, number: str
) -> None:
    with freeze_time(NOW) as clock:
        send(sms, number, MessageFeedbackEnabled=True)
        clock.tick(timedelta(hours=2))

        assert listed(cloudwatch, "NumberOfTextMessagesWithFeedback") == []


def test_each_evaluated_send_says_whether_protect_blocked_it(
    sms: Any, cloudwatch: Any, number: str, simulator: Simulator
) -> None:
    simulator.use_id("protect-configuration", "protect-a")
    sms.create_protect_configuration()
    sms.update_protect_configuration_country_rule_set(
        ProtectConfigurationId="protect-a",
        NumberCapability="SMS",
        CountryRuleSetUpdates={"US": {"ProtectStatus": "FILTER"}},
    )
    sms.put_protect_configuration_rule_set_number_override(
        ProtectConfigurationId="protect-a", DestinationPhoneNumber="+14255550197", Action="BLOCK"
    )
    protected = {"ProtectConfigurationId": "protect-a"}
    simulator.set_outcome("+14255550198", "TEXT_PROTECT_BLOCKED")
    send(sms, number, **protected)
    send(sms, number, **protected, DestinationPhoneNumber="+14255550198")
    with refused(
        "ConflictException",
        "DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE",
        kind="protect-configuration",
        id="protect-a",
    ):
        send(sms, number, **protected, DestinationPhoneNumber="+14255550197")
    send(sms, number)

    blocked = "TextMessagesBlockedByProtect"
    assert statistic(cloudwatch, blocked, "Sum") == 2
    assert statistic(cloudwatch, blocked, "SampleCount") == 3
    assert listed(cloudwatch, blocked) == [
        {"IsoCountryCode": "US", "OriginationIdentityType": "PHONE_NUMBER", **protected},
        {"IsoCountryCode": "US", **protected},  # what it would have come from is not known
    ]
    assert statistic(cloudwatch, "NumberOfTextMessagePartsSent") == 2


@pytest.mark.parametrize(
    ("capability", "operation", "metric"),
    [
        ("SMS", "send_text_message", "TextMessagesBlockedByProtect"),
        ("MMS", "send_media_message", "MediaMessagesBlockedByProtect"),
    ],
)
def test_what_a_rule_refuses_is_blocked_in_its_channel(
    sms: Any, cloudwatch: Any, number: str, capability: str, operation: str, metric: str
) -> None:
    protect = sms.create_protect_configuration()["ProtectConfigurationId"]
    sms.update_protect_configuration_country_rule_set(
        ProtectConfigurationId=protect,
        NumberCapability=capability,
        CountryRuleSetUpdates={"US": {"ProtectStatus": "BLOCK"}},
    )
    with pytest.raises(sms.exceptions.ConflictException):
        getattr(sms, operation)(
            DestinationPhoneNumber=US,
            OriginationIdentity=number,
            MessageBody="Hi",
            ProtectConfigurationId=protect,
        )

    assert statistic(cloudwatch, metric) == 1


def test_rcs_has_metrics_of_its_own_and_falls_back_into_those_of_text(
    sms: Any, cloudwatch: Any, number: str, simulator: Simulator
) -> None:
    agent = sms.create_rcs_agent()["RcsAgentId"]
    launch = sms.create_registration(RegistrationType="US_RCS_LAUNCH_REGISTRATION")
    sms.create_registration_association(RegistrationId=launch["RegistrationId"], ResourceId=agent)
    simulator.set_registration_status(launch["RegistrationId"], "COMPLETE")
    simulator.set_outcome("+14255550198", "RCS_FAILED")
    for destination in (US, "+14255550198"):
        sms.send_rcs_message(
            DestinationPhoneNumber=destination,
            OriginationIdentity=agent,
            RcsMessageContent={"Content": {"TextMessage": {"Body": "Hello"}}},
            FallbackConfiguration={
                "Channel": "SMS",
                "MessageBody": "Hello",
                "OriginationIdentity": number,
            },
        )

    text = {"OriginationIdentityType": "RCS_AGENT", "MessageType": "TEXT"}
    assert listed(cloudwatch, "RCS.MessagesSent") == [text]
    assert {
        name: statistic(cloudwatch, name)
        for name in (
            "RCS.MessagesSent",
            "RCS.MessagesDelivered",
            "RCS.MessagesFallenBackToSMS",
            "NumberOfTextMessagePartsSent",
        )
    } == {
        "RCS.MessagesSent": 2,
        "RCS.MessagesDelivered": 1,
        "RCS.MessagesFallenBackToSMS": 1,
        "NumberOfTextMessagePartsSent": 1,
    }


def test_notify_has_metrics_of_its_own(sms: Any, cloudwatch: Any, simulator: Simulator) -> None:
    configuration = sms.create_notify_configuration(
        DisplayName="Example",
        UseCase="CODE_VERIFICATION",
        EnabledChannels=["SMS", "VOICE"],
        EnabledCountries=["FR", "CH"],
        DefaultTemplateId="notify-code-verification-english-001",
    )["NotifyConfigurationId"]
    code = {"NotifyConfigurationId": configuration, "TemplateVariables": {"code": "123456"}}
    simulator.set_outcome("+33639980102", "TEXT_PROTECT_BLOCKED")
    sms.send_notify_text_message(DestinationPhoneNumber="+33639980101", **code)
    sms.send_notify_text_message(DestinationPhoneNumber="+33639980102", **code)
    sms.send_notify_voice_message(DestinationPhoneNumber="+41443190000", **code)

    names = {
        each["MetricName"] for each in cloudwatch.list_metrics(Namespace="AWS/SMSVoice")["Metrics"]
    }
    assert names == {
        "NotifyTextMessagePartsSent",
        "NotifyTextMessagePartsDelivered",
        "NotifyTextMessagesBlocked",
        "NotifyVoiceMessagesSent",
        "NotifyVoiceMessagesDelivered",
        "NotifyMessageMonthlySpend",
    }
    assert listed(cloudwatch, "NotifyTextMessagePartsSent") == [{"IsoCountryCode": "FR"}]
    assert statistic(cloudwatch, "NotifyTextMessagePartsSent") == 1
    assert statistic(cloudwatch, "NotifyTextMessagesBlocked") == 1
    assert statistic(cloudwatch, "NotifyVoiceMessagesSent") == 1
    assert statistic(cloudwatch, "NotifyVoiceMessagesDelivered") == 1
    assert listed(cloudwatch, "NotifyVoiceMessagesDelivered") == [{"IsoCountryCode": "CH"}]


def test_what_people_write_is_counted(
    sms: Any, cloudwatch: Any, number: str, simulator: Simulator
) -> None:
    simulator.receive_message(origination_phone_number=GB, destination=number, body="Hello")

    assert listed(cloudwatch, "NumberOfMessagesReceived") == [
        {
            "OriginationIdentityType": "PHONE_NUMBER",
            "IsoCountryCode": "GB",
            "MessageType": "TEXT",
        }
    ]
    assert statistic(cloudwatch, "NumberOfMessagesReceived") == 1


def test_another_account_and_region_see_nothing(sms: Any, cloudwatch: Any, number: str) -> None:
    send(sms, number)

    other = boto3.client("cloudwatch", region_name="eu-west-1")
    assert other.list_metrics(Namespace="AWS/SMSVoice")["Metrics"] == []


def test_a_reset_forgets_them(sms: Any, cloudwatch: Any, number: str) -> None:
    send(sms, number)

    backend().reset()

    assert cloudwatch.list_metrics(Namespace="AWS/SMSVoice")["Metrics"] == []


def test_reading_them_is_no_reading_of_messages_and_keeps_nothing(
    sms: Any, cloudwatch: Any, number: str
) -> None:
    from moto.cloudwatch.models import MetricDatum

    send(sms, number)
    before = len(MetricDatum.instances_tracked)

    cloudwatch.list_metrics(Namespace="AWS/SMSVoice")

    assert len(MetricDatum.instances_tracked) == before


def test_what_people_do_in_rcs_counts_as_text(
    sms: Any, cloudwatch: Any, simulator: Simulator
) -> None:
    for bucket in ("handset", "inbound"):
        boto3.client("s3", region_name="us-east-1").create_bucket(Bucket=bucket)
    boto3.client("s3", region_name="us-east-1").put_object(
        Bucket="handset", Key="cat.png", Body=b"cat", ContentType="image/png"
    )
    agent, forgetful = (sms.create_rcs_agent()["RcsAgentId"] for _ in range(2))
    arn = "arn:aws:sns:us-east-1:123456789012:replies"
    simulator.check_access(False)
    sms.update_rcs_agent(
        RcsAgentId=agent,
        TwoWayEnabled=True,
        TwoWayChannelArn=arn,
        TwoWayMediaS3BucketName="inbound",
        TwoWayMediaS3Role="arn:aws:iam::123456789012:role/media",
    )

    ends = {"origination_phone_number": GB, "destination": agent}
    photo = ["s3://handset/cat.png"]
    simulator.receive_message(**ends, body="Look!", media_urls=photo)
    simulator.receive_message(**ends, body="", media_urls=photo)
    simulator.share_location(**ends, latitude=51.5, longitude=-0.1)
    simulator.start_typing(**ends)
    # Ignored, because the agent keeps no media.
    simulator.receive_message(**ends | {"destination": forgetful}, body="", media_urls=photo)

    assert listed(cloudwatch, "NumberOfMessagesReceived") == [
        {"OriginationIdentityType": "RCS_AGENT", "IsoCountryCode": "GB", "MessageType": "TEXT"}
    ]
    assert statistic(cloudwatch, "NumberOfMessagesReceived") == 3
