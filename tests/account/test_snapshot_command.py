"""The command that reads an account, against a server that plays AWS."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import boto3
import pytest
from moto.core import set_initial_no_auth_action_count

from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2.__main__ import main
from moto_pinpoint_sms_v2.account.asking import asking
from moto_pinpoint_sms_v2.account.clients import NotAllowed, is_read, make_client
from moto_pinpoint_sms_v2.account.progress import Progress
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.domains.snapshots.reading import Refused, read_account

from ..support import REGION

READER = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Action": ["sms-voice:Describe*", "sms-voice:Get*", "sms-voice:List*"],
            "Resource": "*",
        }
    ],
}


def client(endpoint_url: str | None = None, region_name: str = REGION) -> Any:
    return boto3.client("pinpoint-sms-voice-v2", region_name=region_name, endpoint_url=endpoint_url)


def one_of_each(sms: Any, simulator: Simulator) -> None:
    """Let an account have something personal, and something of what hangs on something."""
    number = simulator.add_phone_number(iso_country_code="US", number_type="TOLL_FREE")
    sms.put_opted_out_number(OptOutListName="Default", OptedOutNumber="+447700900123")
    sms.tag_resource(
        ResourceArn=number["PhoneNumberArn"], Tags=[{"Key": "team", "Value": "growth"}]
    )
    protect = sms.create_protect_configuration()["ProtectConfigurationId"]
    sms.put_protect_configuration_rule_set_number_override(
        ProtectConfigurationId=protect, DestinationPhoneNumber="+447700900124", Action="BLOCK"
    )
    sms.create_verified_destination_number(DestinationPhoneNumber="+447700900125")
    registration = sms.create_registration(RegistrationType="US_TEN_DLC_BRAND_REGISTRATION")
    sms.put_registration_field_value(
        RegistrationId=registration["RegistrationId"],
        FieldPath="companyInfo.city",
        TextValue="Seattle",
    )


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    capsys.readouterr()
    assert main(["snapshot", *arguments]) == 0
    told = capsys.readouterr().out
    assert told == json.dumps(json.loads(told), indent=2) + "\n"  # as people read it
    return json.loads(told)


def test_it_prints_what_the_simulator_tells(
    threaded_server: str, capsys: pytest.CaptureFixture[str]
) -> None:
    simulator = Simulator(region_name=REGION, endpoint_url=threaded_server)
    one_of_each(client(threaded_server), simulator)
    wishes = ("--opted-out-numbers", "--field-values", "--destination-numbers")

    taken = printed(capsys, "--endpoint-url", threaded_server, *wishes)

    assert taken == simulator.snapshot(
        opted_out_numbers=True, field_values=True, destination_numbers=True
    )


def test_nothing_of_people_is_told_unless_it_is_asked_for(
    threaded_server: str, capsys: pytest.CaptureFixture[str]
) -> None:
    one_of_each(client(threaded_server), Simulator(REGION, endpoint_url=threaded_server))

    taken = printed(capsys, "--endpoint-url", threaded_server)

    assert "+4477009001" not in json.dumps(taken)
    assert "Seattle" not in json.dumps(taken)
    assert not {"OptedOutNumbers", "RegistrationFieldValues"} & taken.keys()
    (verified,) = taken["VerifiedDestinationNumbers"]
    assert verified["DestinationPhoneNumber"].startswith("+1201555")


def test_several_regions_are_read_into_a_list(
    threaded_server: str, capsys: pytest.CaptureFixture[str]
) -> None:
    client(threaded_server, "eu-west-1").create_opt_out_list(OptOutListName="news")

    taken = printed(
        capsys,
        *("--endpoint-url", threaded_server),
        *("--region", "us-east-1", "--region", "eu-west-1", "--region", "us-east-1"),
    )

    assert [(each["region_name"], len(each["OptOutLists"])) for each in taken] == [
        ("us-east-1", 1),
        ("eu-west-1", 2),
    ]


def test_a_reader_s_policy_is_enough(aws: None) -> None:
    one_of_each(client(), Simulator(REGION))
    iam = boto3.client("iam")
    iam.create_user(UserName="reader")
    iam.put_user_policy(UserName="reader", PolicyName="reads", PolicyDocument=json.dumps(READER))
    key = iam.create_access_key(UserName="reader")["AccessKey"]
    reader = boto3.client(
        "pinpoint-sms-voice-v2",
        region_name=REGION,
        aws_access_key_id=key["AccessKeyId"],
        aws_secret_access_key=key["SecretAccessKey"],
    )
    wishes = {"opted_out_numbers": True, "field_values": True, "destination_numbers": True}

    taken = set_initial_no_auth_action_count(0)(lambda: read_account(asking(reader), **wishes))()

    assert taken.items() <= Simulator(REGION).snapshot(**wishes).items()
    assert "left_out" not in taken


def test_what_may_not_be_read_is_left_out_and_said(aws: None) -> None:
    iam = boto3.client("iam")
    iam.create_user(UserName="reader")
    lists = {"Effect": "Allow", "Action": "sms-voice:DescribeOptOutLists", "Resource": "*"}
    iam.put_user_policy(
        UserName="reader",
        PolicyName="reads",
        PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": lists}),
    )
    key = iam.create_access_key(UserName="reader")["AccessKey"]
    reader = boto3.client(
        "pinpoint-sms-voice-v2",
        region_name=REGION,
        aws_access_key_id=key["AccessKeyId"],
        aws_secret_access_key=key["SecretAccessKey"],
    )

    taken = set_initial_no_auth_action_count(0)(lambda: read_account(asking(reader)))()

    assert taken["left_out"]["PhoneNumbers"].startswith("AccessDeniedException: ")
    assert [each["OptOutListName"] for each in taken["OptOutLists"]] == ["Default"]


def test_one_refused_question_leaves_the_answers_to_the_others(aws: None) -> None:
    client().create_protect_configuration()
    ask = asking(client())

    def without_voice(operation: str, members: Any) -> Any:
        if members.get("NumberCapability") == "VOICE":
            raise Refused("ValidationException", "not in this Region")
        return ask(operation, members)

    taken = read_account(without_voice)

    rules = taken["ProtectConfigurationCountryRuleSet"]
    assert [each["NumberCapability"] for each in rules] == ["SMS", "MMS", "RCS"]
    assert taken["left_out"].keys() == {"ProtectConfigurationCountryRuleSet"}


def test_the_client_of_a_snapshot_makes_no_other_call(aws: None) -> None:
    reader = make_client(is_read, region_name=REGION)

    with pytest.raises(NotAllowed, match="CreateOptOutList is not among the calls"):
        reader.create_opt_out_list(OptOutListName="news")

    assert len(client().describe_opt_out_lists()["OptOutLists"]) == 1


def test_the_client_of_a_snapshot_tries_again_twice_by_itself(aws: None) -> None:
    reader = make_client(is_read, region_name=REGION)

    assert reader.meta.config.retries == {"mode": "standard", "total_max_attempts": 3}


def test_throttling_is_waited_out(aws: None) -> None:
    for operation in ("DescribePhoneNumbers", "DescribeKeywords"):
        Simulator(REGION).inject_error(operation, "ThrottlingException", times=12)
    Simulator(REGION).add_phone_number(iso_country_code="US", number_type="TOLL_FREE")
    waits: list[float] = []
    sms = boto3.client(
        "pinpoint-sms-voice-v2",
        region_name=REGION,
        config=boto3.session.Config(retries={"total_max_attempts": 1}),
    )

    taken = read_account(asking(sms, sleep=waits.append))

    assert [len(taken["PhoneNumbers"]), len(taken["Keywords"])] == [1, 1]
    assert waits == [1, 2, 4, 8, 15, 30, 30, 30, 30, 30, 30, 30] * 2


def test_what_is_gone_by_the_time_is_passed_over(aws: None) -> None:
    sms = client()
    sms.create_opt_out_list(OptOutListName="news")
    ask = asking(sms)

    def late(operation: str, members: Any) -> Any:
        answer = ask(operation, members)
        if operation == "DescribeOptOutLists":
            sms.delete_opt_out_list(OptOutListName="news")
        return answer

    taken = read_account(late, opted_out_numbers=True)

    assert [each["OptOutListName"] for each in taken["OptOutLists"]] == ["Default", "news"]
    assert taken["OptedOutNumbers"] == []


def test_a_long_reading_tells_how_far_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    moments = iter(range(100))
    progress = Progress(sys.stderr, "us-east-1", every=3, clock=lambda: next(moments))

    for done in range(1, 6):
        progress.requests("Keywords", done, 5)
    progress.requests("AccountLimits", 1, 1)
    for rows in (2, 100, 200, 300):
        progress.rows("DescribePhoneNumbers", rows)

    assert capsys.readouterr().err.splitlines() == [
        "us-east-1  Keywords: 3 of 5 asked",
        "us-east-1  Keywords: 5 of 5 asked",
        "us-east-1  DescribePhoneNumbers: 300 rows",
    ]


def test_an_account_that_cannot_be_reached_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["snapshot", "--profile", "nobody"]) == 1

    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == ("The snapshot went wrong: The config profile (nobody) could not be found\n")


def test_a_region_without_the_service_is_told_in_one_line(
    threaded_server: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["snapshot", "--endpoint-url", threaded_server, "--region", "mars-1"]) == 1

    assert "The snapshot went wrong: " in capsys.readouterr().err.splitlines()[-1]


@pytest.fixture
def account_file(tmp_path: Path) -> Path:
    """A file that a person wrote."""
    file = tmp_path / "account.json"
    file.write_text(
        json.dumps({"region_name": "eu-west-1", "OptOutLists": [{"OptOutListName": "news"}]})
    )
    return file


def test_an_interrupted_reading_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*args: Any, **options: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr("moto_pinpoint_sms_v2.account.command.make_client", interrupt)

    assert main(["snapshot"]) == 130

    assert "interrupted" in capsys.readouterr().err
