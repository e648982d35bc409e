"""What moto's IAM lets a caller do, where its enforcement is switched on."""

from __future__ import annotations

import json
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError
from moto.core import set_initial_no_auth_action_count

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.contract import service_model
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.resource import resource_classes
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.data import load
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.integrations.iam.questions import (
    _named_by,
    questions_of,
)
from moto_pinpoint_sms_v2.simulator import Simulator

from ..domains.neighbours import CONSUMER, client_of, share
from ..policies import allow, client, deny, enforced, user
from ..support import backend, refused

PREFIX = "arn:aws:sms-voice:us-east-1:123456789012:"
NEWS, OFFERS = f"{PREFIX}opt-out-list/news", f"{PREFIX}opt-out-list/offers"
ROLE = "arn:aws:iam::123456789012:role/events"
IAM_ROLE = "cloudWatchLogsDestination.iamRoleArn"
TAG = {"Key": "team", "Value": "news"}


@pytest.fixture
def account(sms: Any, simulator: Simulator) -> Any:
    """Two numbers, one in a pool, a sender ID, and what else a send can name; all with ids."""
    for name in ("a", "b"):
        simulator.add_phone_number(
            iso_country_code="US",
            number_type="TOLL_FREE",
            phone_number=f"+1888555010{'ab'.index(name)}",
            phone_number_id=f"phone-{name}",
        )
    simulator.use_id("pool", "pool-a")
    sms.create_pool(OriginationIdentity="phone-a", IsoCountryCode="US", MessageType="TRANSACTIONAL")
    sms.request_sender_id(SenderId="ACME", IsoCountryCode="GB")
    simulator.use_id("protect-configuration", "protect-a")
    sms.create_protect_configuration()
    sms.create_configuration_set(ConfigurationSetName="set")
    sms.create_opt_out_list(OptOutListName="news")
    simulator.use_id("registration", "registration-a")
    sms.create_registration(RegistrationType="US_TOLL_FREE_REGISTRATION")
    return sms


def test_a_policy_allows_an_action_by_the_service_s_prefix(aws: None) -> None:
    sms = user(allow("sms-voice:describeOptOut*"))

    with enforced():
        assert sms.describe_opt_out_lists()["OptOutLists"]


def test_moto_s_decorator_switches_it_on(aws: None) -> None:
    sms = user(allow("sms-voice:DescribePools"))

    @set_initial_no_auth_action_count(0)
    def describe() -> None:
        with refused("AccessDeniedException"):
            sms.describe_opt_out_lists()

    describe()


@pytest.mark.parametrize(
    ("statements", "sentence"),
    [
        pytest.param(
            [allow("sms-voice:CreatePool")],
            "sms-voice:DeleteOptOutList on resource: {} because no identity-based policy allows "
            "the sms-voice:DeleteOptOutList action",
            id="not allowed",
        ),
        pytest.param(
            [allow("*"), deny("sms-voice:Delete*")],
            "sms-voice:DeleteOptOutList on resource: {} with an explicit deny in an "
            "identity-based policy",
            id="denied",
        ),
    ],
)
def test_a_denial_says_who_may_not_do_what_to_what_and_why(
    sms: Any, statements: list[dict[str, Any]], sentence: str
) -> None:
    sms.create_opt_out_list(OptOutListName="news")
    sender = user(*statements)

    with enforced(), pytest.raises(ClientError) as caught:
        sender.delete_opt_out_list(OptOutListName="news")

    assert caught.value.response["Error"] == {
        "Code": "AccessDeniedException",
        "Message": "User: arn:aws:iam::123456789012:user/sender is not authorized to perform: "
        + sentence.format(NEWS),
    }


def test_a_denial_names_no_resource_where_the_action_is_on_none(aws: None) -> None:
    sms = user(allow("s3:*"))

    with enforced(), pytest.raises(ClientError, match="CreateOptOutList because no"):
        sms.create_opt_out_list(OptOutListName="news")


def test_a_denied_call_changes_nothing(sms: Any) -> None:
    sender = user(allow("sms-voice:Describe*"))

    with enforced(), refused("AccessDeniedException"):
        sender.create_opt_out_list(OptOutListName="news")

    assert len(sms.describe_opt_out_lists()["OptOutLists"]) == 1


def test_a_role_is_asked_for_its_policies_too(sms: Any) -> None:
    iam = boto3.client("iam")
    role = iam.create_role(
        RoleName="worker",
        AssumeRolePolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": []}),
    )["Role"]["Arn"]
    managed = iam.create_policy(
        PolicyName="lists",
        PolicyDocument=json.dumps(
            {"Version": "2012-10-17", "Statement": allow("sms-voice:DescribeOptOutLists")}
        ),
    )["Policy"]["Arn"]
    iam.attach_role_policy(RoleName="worker", PolicyArn=managed)
    credentials = boto3.client("sts", region_name="us-east-1").assume_role(
        RoleArn=role, RoleSessionName="test"
    )["Credentials"]
    worker = client(
        aws_access_key_id=credentials["AccessKeyId"],
        aws_secret_access_key=credentials["SecretAccessKey"],
        aws_session_token=credentials["SessionToken"],
    )

    with enforced():
        worker.describe_opt_out_lists()
        with pytest.raises(ClientError, match="assumed-role/worker/test is not authorized"):
            worker.describe_pools()


def test_a_consumer_of_a_shared_number_needs_a_policy_of_its_own_too(
    sms: Any, simulator: Simulator
) -> None:
    number = simulator.add_phone_number(iso_country_code="US", number_type="TOLL_FREE")
    arn = share(sms, number["PhoneNumberArn"])
    iam = client_of(CONSUMER, service="iam")
    iam.create_role(RoleName="sender", AssumeRolePolicyDocument="{}")
    shared = {"StringEquals": {"aws:ResourceAccount": "123456789012"}}
    may = allow("sms-voice:SendTextMessage", resource=arn, Condition=shared)
    document = json.dumps({"Version": "2012-10-17", "Statement": may})
    iam.put_role_policy(RoleName="sender", PolicyName="sms", PolicyDocument=document)
    sender = client_of(CONSUMER)
    text = {"DestinationPhoneNumber": "+14255550199", "OriginationIdentity": arn}

    with enforced():
        assert sender.send_text_message(MessageBody="Hello", **text)["MessageId"]
        with pytest.raises(ClientError, match=f"SendMediaMessage on resource: {arn} because no"):
            sender.send_media_message(MessageBody="Hello", **text)


def test_a_sender_may_text_from_its_pool_and_make_what_bears_its_tag(account: Any) -> None:
    """The story: a service of one team, with no more rights than it needs."""
    tagged = {"StringEquals": {"aws:RequestTag/team": "news"}}
    own = {"StringEquals": {"aws:ResourceTag/team": "news"}}
    sender = user(
        allow("sms-voice:SendTextMessage", resource=f"{PREFIX}pool/pool-a"),
        allow("sms-voice:Describe*"),
        allow("sms-voice:CreateOptOutList", "sms-voice:TagResource", Condition=tagged),
        allow("sms-voice:PutOptedOutNumber", "sms-voice:DeleteOptOutList", Condition=own),
    )
    text = {"DestinationPhoneNumber": "+14255550199", "MessageBody": "Hello"}

    with enforced():
        assert sender.send_text_message(OriginationIdentity="pool-a", **text)["MessageId"]
        for other in ("phone-b", "+18885550101", f"{PREFIX}pool/pool-b"):
            with refused("AccessDeniedException"):
                sender.send_text_message(OriginationIdentity=other, **text)
        with refused("AccessDeniedException"):  # a configuration set has a say as well
            sender.send_text_message(
                OriginationIdentity="pool-a", ConfigurationSetName="set", **text
            )

        with refused("AccessDeniedException"):
            sender.create_opt_out_list(OptOutListName="offers")
        sender.create_opt_out_list(OptOutListName="offers", Tags=[TAG])
        sender.put_opted_out_number(OptOutListName="offers", OptedOutNumber="+14255550199")
        with refused("AccessDeniedException"):
            sender.put_opted_out_number(OptOutListName="news", OptedOutNumber="+14255550199")
        sender.delete_opt_out_list(OptOutListName="offers")

    lists = account.describe_opt_out_lists()["OptOutLists"]
    assert [each["OptOutListName"] for each in lists] == ["Default", "news"]


def arns(*names: str) -> list[str]:
    return [PREFIX + name if "/" in name else name for name in names]


ASKED = [
    pytest.param(
        "AssociateOriginationIdentity",
        {"PoolId": "pool-a", "OriginationIdentity": "+18885550101", "IsoCountryCode": "US"},
        arns("pool/pool-a", "phone-number/phone-b"),
        id="a pool and a number",
    ),
    pytest.param(
        "AssociateOriginationIdentity",
        {"PoolId": "pool-a", "OriginationIdentity": "acme", "IsoCountryCode": "GB"},
        arns("pool/pool-a", "sender-id/ACME/GB"),
        id="a pool and a sender ID",
    ),
    pytest.param(
        "SendTextMessage",
        {
            "DestinationPhoneNumber": "+14255550199",
            "OriginationIdentity": "18885550100",
            "ConfigurationSetName": "set",
            "ProtectConfigurationId": "protect-a",
            "MessageBody": "Hello",
        },
        arns("phone-number/phone-a", "configuration-set/set", "protect-configuration/protect-a"),
        id="all that a send names",
    ),
    pytest.param(
        "SendTextMessage",
        {"DestinationPhoneNumber": "+447700900123", "OriginationIdentity": "ACME"},
        arns("sender-id/ACME/GB"),
        id="a sender ID in the country of the destination",
    ),
    pytest.param(
        "SendTextMessage", {"DestinationPhoneNumber": "+14255550199"}, ["*"], id="any identity"
    ),
    pytest.param(
        "SendTextMessage",
        {"OriginationIdentity": PREFIX.replace("1234", "4321") + "pool/shared"},
        [PREFIX.replace("1234", "4321") + "pool/shared"],
        id="what another account shares",
    ),
    pytest.param(
        "AssociateProtectConfiguration",
        {
            "ConfigurationSetName": "set",
            "ProtectConfigurationId": f"{PREFIX}protect-configuration/x",
        },
        arns("configuration-set/set", "protect-configuration/x"),
        id="both of an association",
    ),
    pytest.param(
        "CreateRegistrationAssociation",
        {"RegistrationId": "registration-a", "ResourceId": "phone-b"},
        arns("registration/registration-a", "phone-number/phone-b"),
        id="a registration and a number",
    ),
    pytest.param(
        "DescribePhoneNumbers",
        {"PhoneNumberIds": ["phone-a", f"{PREFIX}phone-number/phone-b"]},
        arns("phone-number/phone-a", "phone-number/phone-b"),
        id="each id of a list",
    ),
    pytest.param(
        "DescribeSenderIds",
        {"SenderIds": [{"SenderId": "ACME", "IsoCountryCode": "GB"},
                       {"SenderId": "NEWS", "IsoCountryCode": "FR"}]},
        arns("sender-id/ACME/GB", "sender-id/NEWS/FR"),
        id="each sender ID of a list",
    ),
    pytest.param("DescribePools", {}, arns("pool/*"), id="all of a kind"),
    pytest.param("DeletePool", {"PoolId": "none"}, arns("pool/none"), id="what is not there"),
    pytest.param(
        "DeletePool", {"PoolId": "arn:pool-a"}, arns("pool/arn:pool-a"), id="no ARN, whatever it is"
    ),
    pytest.param(
        "ReleasePhoneNumber", {"PhoneNumberId": f"{PREFIX}pool/a"}, arns("phone-number/*"),
        id="an ARN of another kind",
    ),
    pytest.param(
        "UpdatePool",
        {"PoolId": "pool-a", "OptOutListName": "news"},
        arns("pool/pool-a", "opt-out-list/news"),
        id="a pool and its list",
    ),
    pytest.param("PutMessageFeedback", {"MessageId": "m-1"}, arns("message/m-1"), id="a message"),
    pytest.param("CreateConfigurationSet", {"ConfigurationSetName": "set"}, ["*"], id="a new one"),
    pytest.param("SetTextMessageSpendLimitOverride", {"MonthlyLimit": 1}, ["*"], id="the account"),
    pytest.param("TagResource", {"ResourceArn": NEWS, "Tags": [TAG]}, [NEWS], id="what is tagged"),
]  # fmt: skip


@pytest.mark.parametrize(("operation", "members", "expected"), ASKED)
def test_every_resource_that_the_request_names_is_asked_for(
    account: Any, operation: str, members: dict[str, Any], expected: list[str]
) -> None:
    asked = questions_of(backend().store, operation, members)

    assert [(each.action, each.resource) for each in asked] == [
        (f"sms-voice:{operation}", arn) for arn in expected
    ]


def test_all_of_them_must_be_allowed(account: Any) -> None:
    resources = arns("pool/pool-a", "phone-number/phone-b")
    sender = user(allow("sms-voice:AssociateOriginationIdentity", resource=resources[0]))
    associate = {
        "PoolId": "pool-a",
        "OriginationIdentity": "phone-b",
        "IsoCountryCode": "US",
    }

    with enforced(), pytest.raises(ClientError, match=f"on resource: {resources[1]} because"):
        sender.associate_origination_identity(**associate)
    boto3.client("iam").put_user_policy(
        UserName="sender",
        PolicyName="number",
        PolicyDocument=json.dumps(
            {
                "Version": "2012-10-17",
                "Statement": [allow("sms-voice:Associate*", resource=f"{PREFIX}phone-number/*")],
            }
        ),
    )
    with enforced():
        sender.associate_origination_identity(**associate)

    assert len(account.list_pool_origination_identities(PoolId="pool-a")["OriginationIdentities"])


@pytest.mark.parametrize(
    ("operation", "members", "expected"),
    [
        pytest.param(
            "CreateOptOutList",
            {"OptOutListName": "offers", "Tags": [TAG]},
            [("sms-voice:TagResource", OFFERS)],
            id="tags of what the caller names",
        ),
        pytest.param(
            "RequestSenderId",
            {"SenderId": "NEWS", "IsoCountryCode": "GB", "Tags": [TAG]},
            [("sms-voice:TagResource", f"{PREFIX}sender-id/NEWS/GB")],
            id="tags of a sender ID",
        ),
        pytest.param(
            "RequestPhoneNumber",
            {"PoolId": "pool-a", "Tags": [TAG]},
            [
                ("sms-voice:TagResource", f"{PREFIX}phone-number/*"),
                ("sms-voice:AssociateOriginationIdentity", f"{PREFIX}pool/pool-a"),
            ],
            id="a tagged number for a pool",
        ),
        pytest.param(
            "CreateEventDestination",
            {
                "ConfigurationSetName": "set",
                "CloudWatchLogsDestination": {"IamRoleArn": ROLE, "LogGroupArn": "arn"},
            },
            [("iam:PassRole", ROLE)],
            id="a destination's role",
        ),
        pytest.param(
            "UpdatePool",
            {"PoolId": "pool-a", "TwoWayChannelRole": ROLE},
            [("iam:PassRole", ROLE)],
            id="a channel's role",
        ),
        pytest.param(
            "SendDestinationNumberVerificationCode",
            {"VerificationChannel": "TEXT", "OriginationIdentity": "phone-b"},
            [("sms-voice:SendTextMessage", f"{PREFIX}phone-number/phone-b")],
            id="a code by text",
        ),
        pytest.param(
            "SendDestinationNumberVerificationCode",
            {"VerificationChannel": "VOICE"},
            [("sms-voice:SendVoiceMessage", "*")],
            id="a code by voice",
        ),
    ],
)
def test_what_an_action_depends_on_is_asked_for_too(
    account: Any, operation: str, members: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    asked = questions_of(backend().store, operation, members)

    assert [(each.action, each.resource) for each in asked[1:]] == expected


def test_tags_at_creation_need_their_own_permission(sms: Any) -> None:
    sender = user(allow("sms-voice:CreateOptOutList"))

    with enforced():
        sender.create_opt_out_list(OptOutListName="news")
        with pytest.raises(ClientError, match=f"perform: sms-voice:TagResource on .*: {OFFERS} "):
            sender.create_opt_out_list(OptOutListName="offers", Tags=[TAG])


def test_a_role_that_may_be_passed_to_this_service_may_be_passed(account: Any) -> None:
    to = {"iam:PassedToService": "sms-voice.amazonaws.com", "aws:RequestedRegion": "us-east-1"}
    passed = {"StringEquals": to}
    sender = user(allow("sms-voice:*"), allow("iam:PassRole", resource=ROLE, Condition=passed))

    def log(role: str) -> None:
        sender.create_event_destination(
            ConfigurationSetName="set",
            EventDestinationName="all",
            MatchingEventTypes=["ALL"],
            CloudWatchLogsDestination={
                "IamRoleArn": role,
                "LogGroupArn": "arn:aws:logs:us-east-1:123456789012:log-group:events",
            },
        )

    with enforced():
        with refused("AccessDeniedException"):
            log(ROLE + "2")
        # It may be passed, and then there is none.
        with refused("ValidationException", "RESOURCE_NOT_ACCESSIBLE", fields=[IAM_ROLE]):
            log(ROLE)


OWN = {"StringEquals": {"aws:ResourceTag/team": "news"}}
REQUESTED = {"StringEquals": {"aws:RequestTag/team": ["news", "offers"]}}
NO_OTHERS = {"ForAllValues:StringEquals": {"aws:TagKeys": ["team", "stage"]}}


@pytest.mark.parametrize(
    ("statements", "name", "allowed"),
    [
        pytest.param([allow("*", Condition=OWN)], "tagged", True, id="its own tag"),
        pytest.param([allow("*", Condition=OWN)], "untagged", False, id="no such tag"),
        pytest.param([allow("*"), deny("*", Condition=OWN)], "tagged", False, id="denied by tag"),
        pytest.param([allow("*"), deny("*", Condition=OWN)], "untagged", True, id="not denied"),
    ],
)
def test_the_tags_of_a_resource_are_a_condition(
    sms: Any, statements: list[dict[str, Any]], name: str, allowed: bool
) -> None:
    sms.create_opt_out_list(OptOutListName="tagged", Tags=[TAG])
    sms.create_opt_out_list(OptOutListName="untagged")
    sender = user(*statements)

    with enforced():
        if allowed:
            sender.delete_opt_out_list(OptOutListName=name)
        else:
            with refused("AccessDeniedException"):
                sender.delete_opt_out_list(OptOutListName=name)


@pytest.mark.parametrize(
    ("condition", "tags", "allowed"),
    [
        pytest.param(REQUESTED, [TAG], True, id="the tag"),
        pytest.param(REQUESTED, [{"Key": "team", "Value": "x"}], False, id="another value"),
        pytest.param(REQUESTED, [], False, id="no tag"),
        pytest.param(NO_OTHERS, [TAG], True, id="keys that are listed"),
        pytest.param(NO_OTHERS, [TAG, {"Key": "x", "Value": ""}], False, id="one that is not"),
        pytest.param({**REQUESTED, **NO_OTHERS}, [TAG], True, id="both conditions"),
    ],
)
def test_the_tags_of_a_request_are_a_condition(
    aws: None, condition: dict[str, Any], tags: list[dict[str, str]], allowed: bool
) -> None:
    sender = user(allow("sms-voice:*", Condition=condition))

    with enforced():
        if allowed:
            sender.create_opt_out_list(OptOutListName="news", Tags=tags)
        else:
            with refused("AccessDeniedException"):
                sender.create_opt_out_list(OptOutListName="news", Tags=tags)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("aws:RequestedRegion", "us-east-1"),
        ("aws:PrincipalAccount", "123456789012"),
        ("aws:ResourceAccount", "123456789012"),
        ("aws:SecureTransport", "true"),
    ],
)
def test_what_every_request_has_is_a_condition(aws: None, key: str, value: str) -> None:
    sender = user(
        allow("sms-voice:CreateOptOutList", Condition={"StringEquals": {key: value}}),
        allow("sms-voice:DescribePools", Condition={"StringEquals": {key: "another"}}),
    )

    with enforced():
        assert sender.create_opt_out_list(OptOutListName="news")
        with refused("AccessDeniedException"):
            sender.describe_pools()


def test_the_keys_of_untag_resource_are_a_condition(sms: Any) -> None:
    sms.create_opt_out_list(OptOutListName="news", Tags=[TAG])
    sender = user(allow("sms-voice:UntagResource", Condition=NO_OTHERS))

    with enforced():
        sender.untag_resource(ResourceArn=NEWS, TagKeys=["team"])
        with refused("AccessDeniedException"):
            sender.untag_resource(ResourceArn=NEWS, TagKeys=["cost"])


@pytest.mark.parametrize(
    ("operation", "members"),
    [
        ("CreatePool", {"Tags": "x", "OriginationIdentity": 3, "IsoCountryCode": []}),
        ("CreateOptOutList", {"Tags": [1, {"Key": 2}, {"Value": "x"}]}),
        ("DescribeSenderIds", {"SenderIds": [3, {"SenderId": {}}, None]}),
        ("UntagResource", {"ResourceArn": None, "TagKeys": [None, 3]}),
        ("CreateEventDestination", {"CloudWatchLogsDestination": {"IamRoleArn": 3}}),
        ("SendTextMessage", {"DestinationPhoneNumber": {}, "OriginationIdentity": ["x"]}),
    ],
)
def test_a_request_that_makes_no_sense_is_asked_about_and_then_refused(
    aws: None, operation: str, members: dict[str, Any]
) -> None:
    sender = user(allow("sms-voice:*"))

    def replace(params: dict[str, Any], **_: Any) -> None:
        params["headers"]["X-Amz-Target"] = f"PinpointSMSVoiceV2.{operation}"
        params["body"] = json.dumps(members).encode()

    sender.meta.events.register("before-call", replace)  # boto3 itself would refuse to send it

    with enforced(), pytest.raises(ClientError) as caught:
        sender.describe_pools()

    code = caught.value.response["Error"]["Code"]
    assert code in {"ValidationException", "SerializationException"}


def test_the_reference_names_operations_and_kinds_that_there_are() -> None:
    reference = load("iam_resources")

    assert set(reference) <= set(service_model().operation_names)
    kinds = {kind for listed in reference.values() for kind in listed}
    assert kinds == {cls.kind for cls in resource_classes()} | {"message"}


def test_every_kind_in_the_reference_can_be_named_by_the_operation_s_request() -> None:
    for operation, kinds in load("iam_resources").items():
        members = service_model().operation_model(operation).input_shape.members
        named = {cls.kind for member in members for cls in _named_by(member)}
        if "MessageId" in members:
            named.add("message")
        assert set(kinds) <= named, operation
