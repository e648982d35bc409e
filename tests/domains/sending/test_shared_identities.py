"""Sending from what another account shares.

https://docs.aws.amazon.com/sms-voice/latest/userguide/shared-resources.html
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import boto3
import pytest

from moto_pinpoint_sms_v2 import Simulator

from ...support import REGION, backend, refused
from ..neighbours import CONSUMER, OWNER, STRANGER, client_of, share, simulator_of, statement
from ..senders import BRITISH_HANDSET, HANDSET, heard, pool_of, send, topic, types
from .rcs_messages import launched, send_rcs

ARN = f"arn:aws:sms-voice:{REGION}:{OWNER}:"
CHINESE_HANDSET = "+8613912345678"
NUMBER = "+12065550140"
OTHER_NUMBER = "+12065550141"


@pytest.fixture
def number(sms: Any, simulator: Simulator) -> str:
    """The ARN of the owner's number, which is shared with nobody yet."""
    return _given(simulator, NUMBER)


@pytest.fixture
def consumer(number: str) -> Any:
    """A client of the account that uses the number."""
    return client_of(CONSUMER)


@pytest.fixture
def inbox(consumer: Any) -> Simulator:
    """The consumer's Simulator."""
    return simulator_of(CONSUMER)


def _given(simulator: Simulator, phone_number: str, **settings: Any) -> str:
    wish = {
        "iso_country_code": "US",
        "number_type": "TEN_DLC",
        "number_capabilities": ["SMS", "MMS", "VOICE"],
        "phone_number": phone_number,
    }
    return str(simulator.add_phone_number(**wish | settings)["PhoneNumberArn"])


def _text(sms: Any, origin: str) -> Any:
    return sms.send_text_message(
        DestinationPhoneNumber=HANDSET, OriginationIdentity=origin, MessageBody="Hello"
    )


def _media(sms: Any, origin: str) -> Any:
    s3 = boto3.client("s3", region_name=REGION)
    s3.create_bucket(Bucket="media")
    s3.put_object(Bucket="media", Key="cat.png", Body=b"cat", ContentType="image/png")
    return sms.send_media_message(
        DestinationPhoneNumber=HANDSET,
        OriginationIdentity=origin,
        MediaUrls=["s3://media/cat.png"],
    )


def _voice(sms: Any, origin: str) -> Any:
    return sms.send_voice_message(
        DestinationPhoneNumber=HANDSET, OriginationIdentity=origin, MessageBody="Hello"
    )


each_channel = pytest.mark.parametrize(
    ("act", "operation"),
    [
        (_text, "SendTextMessage"),
        (_media, "SendMediaMessage"),
        (_voice, "SendVoiceMessage"),
    ],
    ids=["text", "media", "voice"],
)


@each_channel
def test_a_consumer_sends_from_a_number_that_is_shared_for_it(
    sms: Any,
    consumer: Any,
    inbox: Simulator,
    simulator: Simulator,
    number: str,
    act: Callable[..., Any],
    operation: str,
) -> None:
    share(sms, number, statement(operation))

    answer = act(consumer, number)

    [message] = inbox.messages()
    assert (message.message_id, message.origination_identity) == (answer["MessageId"], NUMBER)
    assert simulator.messages() == []


@each_channel
def test_a_number_that_is_shared_for_other_operations_is_not_found(
    sms: Any, consumer: Any, number: str, act: Callable[..., Any], operation: str
) -> None:
    share(sms, number, statement(), statement(operation, Effect="Deny"))

    with refused("ResourceNotFoundException", kind="phone-number", id=number):
        act(consumer, number)


def test_the_simulator_finds_what_was_sent_by_a_shared_numbers_arn(
    sms: Any, consumer: Any, inbox: Simulator, number: str
) -> None:
    inbox.add_phone_number(iso_country_code="US", number_type="TEN_DLC", phone_number=OTHER_NUMBER)
    share(sms, number)
    message = send(consumer, OriginationIdentity=number)
    send(consumer, OriginationIdentity=OTHER_NUMBER)

    found = inbox.messages(origination_identity=number)

    assert [each.message_id for each in found] == [message]


def test_a_number_that_is_not_shared_is_not_found(
    consumer: Any, inbox: Simulator, number: str
) -> None:
    with refused("ResourceNotFoundException", kind="phone-number", id=number):
        _text(consumer, number)

    assert inbox.messages() == []


@pytest.mark.parametrize("name", ["id", "number"])
def test_a_shared_number_goes_by_its_arn_only(
    sms: Any, consumer: Any, number: str, name: str
) -> None:
    share(sms, number)
    named = {"id": number.rpartition("/")[2], "number": NUMBER}[name]

    with refused("ResourceNotFoundException", kind="phone-number", id=named):
        _text(consumer, named)


def test_a_shared_number_stays_in_its_region(sms: Any, number: str) -> None:
    share(sms, number)
    elsewhere = client_of(CONSUMER, region_name="eu-west-1")

    with refused("ResourceNotFoundException", kind="phone-number", id=number):
        _text(elsewhere, number)


ROOT = f"arn:aws:iam::{CONSUMER}:root"


@pytest.mark.parametrize(
    "members",
    [
        {"Principal": {"AWS": CONSUMER}},
        {"Principal": {"AWS": ROOT}},
        {"Principal": {"AWS": [STRANGER, ROOT]}},
        {"Principal": {"AWS": f"arn:aws:iam::{CONSUMER}:role/sender"}},
        {"Principal": {"AWS": f"arn:aws:sts::{CONSUMER}:assumed-role/sender/sender"}},
        {"Condition": {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/send*"}}},
        {"Principal": {"AWS": "*"}},
        {"Principal": "*"},
        {"Principal": {"Service": "sns.amazonaws.com", "AWS": CONSUMER}},
        {"Principal": "*", "Condition": {"StringEquals": {"aws:PrincipalAccount": CONSUMER}}},
        {"Condition": {"StringLike": {"aws:ResourceTag/team": "new*"}}},
        {"Condition": {"Bool": {"aws:SecureTransport": True}}},
        {"Action": "*"},
        {"Action": "sms-voice:*"},
        {"Action": "SMS-VOICE:sendTEXTmessage"},
        {"Action": ["sms-voice:Describe*", "sms-voice:Send*Message"]},
        {"Resource": f"{ARN}phone-number/*"},
        {"Resource": [f"{ARN}pool/*", "arn:aws:sms-voice:*:*:phone-number/phone-*"]},
    ],
    ids=str,
)
def test_a_policy_that_names_the_consumer_lets_it_send(
    sms: Any, consumer: Any, inbox: Simulator, number: str, members: dict[str, Any]
) -> None:
    sms.tag_resource(ResourceArn=number, Tags=[{"Key": "team", "Value": "news"}])
    share(sms, number, statement(**members))

    _text(consumer, number)

    assert len(inbox.messages()) == 1


@pytest.mark.parametrize(
    "members",
    [
        {"Principal": {"AWS": STRANGER}},
        {"Principal": {"AWS": OWNER}},
        {"Principal": {"AWS": f"arn:aws:iam::{CONSUMER}:role/reader"}},
        {"Principal": {"AWS": f"arn:aws:iam::{CONSUMER}:user/sender"}},
        {"Condition": {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:user/*"}}},
        {"Principal": {"AWS": f"arn:aws:iam::{STRANGER}:root"}},
        {"Principal": {"AWS": "arn:nothing"}},
        {"Principal": {"Service": "sns.amazonaws.com"}},
        {"Condition": {"StringEquals": {"aws:PrincipalAccount": STRANGER}}},
        {"Condition": {"StringEquals": {"aws:SourceAccount": CONSUMER}}},
        {"Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1234567890"}}},
        {"Condition": {"NumericLessThan": {"aws:MultiFactorAuthAge": 60}}},
        {"Action": "sms-voice:SendVoiceMessage"},
        {"Action": "sms-voice:Describe*"},
        {"Action": "ses:*"},
        {"Resource": f"{ARN}pool/*"},
        {"Resource": f"{ARN}phone-number/phone-0"},
        {"Effect": "Deny"},
    ],
    ids=str,
)
def test_a_policy_about_anything_else_does_not(
    sms: Any, consumer: Any, number: str, members: dict[str, Any]
) -> None:
    share(sms, number, statement(**members))

    with refused("ResourceNotFoundException", kind="phone-number", id=number):
        _text(consumer, number)


def test_a_policy_may_name_all_but_some_of_everything(
    sms: Any, consumer: Any, inbox: Simulator, number: str
) -> None:
    all_but = {
        "Effect": "Allow",
        "NotPrincipal": {"AWS": STRANGER},
        "NotAction": "sms-voice:SendVoiceMessage",
        "NotResource": f"{ARN}pool/*",
    }
    share(sms, number, all_but)

    _text(consumer, number)

    assert len(inbox.messages()) == 1
    with refused("ResourceNotFoundException", kind="phone-number", id=number):
        _voice(consumer, number)
    with refused("ResourceNotFoundException", kind="phone-number", id=number):
        _text(client_of(STRANGER), number)


def _of_a_key(access_key: str, secret: str) -> Any:
    return boto3.client(
        "pinpoint-sms-voice-v2",
        region_name=REGION,
        aws_access_key_id=access_key,
        aws_secret_access_key=secret,
    )


@pytest.mark.parametrize("name", ["sender", "reader"])
def test_a_policy_may_name_a_user(sms: Any, consumer: Any, number: str, name: str) -> None:
    share(sms, number, statement(Principal={"AWS": f"arn:aws:iam::{CONSUMER}:user/sender"}))
    iam = client_of(CONSUMER, service="iam")
    iam.create_user(UserName=name)
    key = iam.create_access_key(UserName=name)["AccessKey"]
    user = _of_a_key(key["AccessKeyId"], key["SecretAccessKey"])

    if name == "sender":
        assert _text(user, number)["MessageId"]
    else:
        with refused("ResourceNotFoundException", kind="phone-number", id=number):
            _text(user, number)


def test_who_has_a_key_that_nobody_made_is_any_user_of_the_account(
    sms: Any, consumer: Any, number: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    share(sms, number, statement(Principal={"AWS": f"arn:aws:iam::{CONSUMER}:user/sender"}))
    monkeypatch.setenv("MOTO_ACCOUNT_ID", CONSUMER)

    assert _text(_of_a_key("testing", "testing"), number)["MessageId"]


def test_a_statement_without_a_resource_is_about_that_which_has_the_policy(
    sms: Any, consumer: Any, inbox: Simulator, number: str
) -> None:
    whole = statement()
    del whole["Resource"]
    share(sms, number, whole)

    _text(consumer, number)

    assert len(inbox.messages()) == 1


def _delete_the_policy(sms: Any, number: str) -> None:
    sms.delete_resource_policy(ResourceArn=number)


def _share_it_with_another(sms: Any, number: str) -> None:
    share(sms, number, statement(Principal={"AWS": STRANGER}))


def _release_it(sms: Any, number: str) -> None:
    sms.release_phone_number(PhoneNumberId=number)
    sms.describe_phone_numbers()


def _reset_the_owner(sms: Any, number: str) -> None:
    backend().reset()


@pytest.mark.parametrize(
    "end",
    [_delete_the_policy, _share_it_with_another, _release_it, _reset_the_owner],
    ids=lambda end: end.__name__.strip("_"),
)
def test_sharing_ends(
    sms: Any, consumer: Any, number: str, end: Callable[[Any, str], None]
) -> None:
    share(sms, number)
    _text(consumer, number)

    end(sms, number)

    with refused("ResourceNotFoundException", kind="phone-number", id=number):
        _text(consumer, number)


def test_what_a_consumer_sends_counts_towards_its_own_limit(
    sms: Any, consumer: Any, inbox: Simulator, simulator: Simulator, number: str
) -> None:
    share(sms, number)
    limit = "TEXT_MESSAGE_MONTHLY_SPEND_LIMIT"
    consumer.set_text_message_spend_limit_override(MonthlyLimit=1)
    inbox.set_spend(limit, 0.98)
    simulator.set_spend(limit, 1_000_000)

    _text(consumer, number)
    inbox.set_spend(limit, 1)

    with refused("ServiceQuotaExceededException", "MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT"):
        _text(consumer, number)


def test_a_shared_number_is_none_of_the_consumers_quota(
    sms: Any, consumer: Any, number: str
) -> None:
    share(sms, number)

    assert _used(sms, "PHONE_NUMBERS") == 1
    assert _used(consumer, "PHONE_NUMBERS") == 0


def _used(sms: Any, name: str) -> int:
    limits = sms.describe_account_limits()["AccountLimits"]
    return next(int(each["Used"]) for each in limits if each["Name"] == name)


def test_a_consumer_in_the_sandbox_sends_to_whom_it_has_verified(
    sms: Any, consumer: Any, inbox: Simulator, number: str
) -> None:
    share(sms, number)
    inbox.set_account_tier("SANDBOX")
    sms.create_verified_destination_number(DestinationPhoneNumber=HANDSET)

    with refused(
        "ConflictException",
        "DESTINATION_PHONE_NUMBER_NOT_VERIFIED",
        kind="verified-destination-number",
        id=HANDSET,
    ):
        _text(consumer, number)


def test_a_consumers_events_go_where_its_own_set_says(sms: Any, consumer: Any, number: str) -> None:
    share(sms, number)
    consumer.create_configuration_set(ConfigurationSetName="news")
    consumer.create_event_destination(
        ConfigurationSetName="news",
        EventDestinationName="topic",
        MatchingEventTypes=["ALL"],
        SnsDestination={"TopicArn": topic()},
    )

    send(consumer, OriginationIdentity=number, ConfigurationSetName="news")

    assert types(heard()) == ["TEXT_SUCCESSFUL", "TEXT_DELIVERED"]


@pytest.mark.parametrize("whose", [OWNER, CONSUMER])
def test_a_consumers_protect_configuration_holds_and_not_the_owners(
    sms: Any, consumer: Any, inbox: Simulator, number: str, whose: str
) -> None:
    share(sms, number)
    account = {OWNER: sms, CONSUMER: consumer}[whose]
    protect = account.create_protect_configuration()["ProtectConfigurationId"]
    account.update_protect_configuration_country_rule_set(
        ProtectConfigurationId=protect,
        NumberCapability="SMS",
        CountryRuleSetUpdates={"US": {"ProtectStatus": "BLOCK"}},
    )
    account.set_account_default_protect_configuration(ProtectConfigurationId=protect)

    if whose == CONSUMER:
        with refused(
            "ConflictException",
            "DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION",
            kind="protect-configuration",
            id=protect,
        ):
            _text(consumer, number)
    else:
        _text(consumer, number)
        assert len(inbox.messages()) == 1


def test_each_account_is_allowlisted_for_china_by_itself(
    sms: Any, consumer: Any, inbox: Simulator, simulator: Simulator, number: str
) -> None:
    share(sms, number)
    simulator.allow_china()

    with refused(
        "ValidationException", "DESTINATION_COUNTRY_BLOCKED", fields=["destinationPhoneNumber"]
    ):
        send(consumer, OriginationIdentity=number, DestinationPhoneNumber=CHINESE_HANDSET)


def test_who_writes_stop_to_a_shared_number_gets_nothing_from_it(
    sms: Any, consumer: Any, simulator: Simulator, number: str
) -> None:
    share(sms, number)
    _text(consumer, number)

    simulator.receive_message(origination_phone_number=HANDSET, destination=NUMBER, body="STOP")

    [entry] = sms.describe_opted_out_numbers(OptOutListName="Default")["OptedOutNumbers"]
    assert entry["OptedOutNumber"] == HANDSET
    assert consumer.describe_opted_out_numbers(OptOutListName="Default")["OptedOutNumbers"] == []
    with refused(
        "ConflictException",
        "DESTINATION_PHONE_NUMBER_OPTED_OUT",
        kind="opt-out-list",
        id="Default",
    ):
        _text(consumer, number)


def test_a_consumers_own_list_does_not_hold_for_a_shared_number(
    sms: Any, consumer: Any, inbox: Simulator, number: str
) -> None:
    share(sms, number)
    consumer.put_opted_out_number(OptOutListName="Default", OptedOutNumber=HANDSET)

    _text(consumer, number)

    assert len(inbox.messages()) == 1


def test_the_list_of_its_pool_holds_for_a_shared_number(
    sms: Any, consumer: Any, number: str
) -> None:
    sms.create_opt_out_list(OptOutListName="news")
    sms.put_opted_out_number(OptOutListName="news", OptedOutNumber=HANDSET)
    pool_of(sms, number, OptOutListName="news")
    share(sms, number)

    with refused(
        "ConflictException", "DESTINATION_PHONE_NUMBER_OPTED_OUT", kind="opt-out-list", id="news"
    ):
        _text(consumer, number)


def test_a_shared_number_is_not_chosen_by_itself(sms: Any, consumer: Any, number: str) -> None:
    share(sms, number)

    with refused(
        "ConflictException", "NO_ORIGINATION_IDENTITIES_FOUND", kind="account", id=CONSUMER
    ):
        send(consumer)


def test_a_verification_code_comes_from_a_shared_number(
    sms: Any, consumer: Any, inbox: Simulator, number: str
) -> None:
    share(sms, number, statement("SendTextMessage"))
    inbox.set_account_tier("SANDBOX")
    entry = consumer.create_verified_destination_number(DestinationPhoneNumber=HANDSET)

    consumer.send_destination_number_verification_code(
        VerifiedDestinationNumberId=entry["VerifiedDestinationNumberId"],
        VerificationChannel="TEXT",
        OriginationIdentity=number,
    )

    assert [each.origination_identity for each in inbox.messages()] == [NUMBER]


def test_a_consumer_sends_as_a_sender_id_that_is_shared(
    sms: Any, consumer: Any, inbox: Simulator
) -> None:
    arn = sms.request_sender_id(SenderId="EXAMPLE", IsoCountryCode="GB")["SenderIdArn"]
    with refused("ResourceNotFoundException", kind="sender-id", id=arn):
        send(consumer, OriginationIdentity=arn, DestinationPhoneNumber=BRITISH_HANDSET)
    share(sms, arn, statement("SendTextMessage"))

    send(consumer, OriginationIdentity=arn, DestinationPhoneNumber=BRITISH_HANDSET)

    assert [each.origination_identity for each in inbox.messages()] == ["EXAMPLE"]
    with refused("ResourceNotFoundException", kind="sender-id", id="EXAMPLE"):
        send(consumer, OriginationIdentity="EXAMPLE", DestinationPhoneNumber=BRITISH_HANDSET)


@pytest.fixture
def pool(sms: Any, simulator: Simulator, number: str) -> str:
    """The ARN of a pool that is shared, with two numbers that are not yet."""
    other = _given(simulator, OTHER_NUMBER)
    return share(sms, f"{ARN}pool/{pool_of(sms, number, other)}", statement("SendTextMessage"))


def test_a_shared_pool_sends_from_those_of_its_members_that_are_shared_too(
    sms: Any, consumer: Any, inbox: Simulator, pool: str
) -> None:
    [_, other] = sms.list_pool_origination_identities(PoolId=pool)["OriginationIdentities"]
    share(sms, other["OriginationIdentityArn"], statement("SendTextMessage"))

    for _ in range(3):
        _text(consumer, pool)

    sent = inbox.messages(origination_identity=pool.rpartition("/")[2])
    assert [each.origination_identity for each in sent] == [OTHER_NUMBER] * 3


def test_a_shared_pool_of_which_no_member_is_shared_sends_nothing(consumer: Any, pool: str) -> None:
    with refused(
        "ConflictException",
        "NO_ORIGINATION_IDENTITIES_FOUND",
        kind="pool",
        id=pool.rpartition("/")[2],
    ):
        _text(consumer, pool)


def test_a_pool_that_is_not_shared_is_not_found_though_its_members_are(
    sms: Any, consumer: Any, number: str
) -> None:
    share(sms, number)
    pool = f"{ARN}pool/{pool_of(sms, number)}"

    with refused("ResourceNotFoundException", kind="pool", id=pool):
        _text(consumer, pool)


def test_the_list_of_a_shared_pool_is_its_owners(
    sms: Any, consumer: Any, number: str, pool: str
) -> None:
    share(sms, number)
    sms.put_opted_out_number(OptOutListName="Default", OptedOutNumber=HANDSET)

    with refused(
        "ConflictException",
        "DESTINATION_PHONE_NUMBER_OPTED_OUT",
        kind="opt-out-list",
        id="Default",
    ):
        _text(consumer, pool)


def test_rcs_falls_back_to_a_shared_number(
    sms: Any, consumer: Any, inbox: Simulator, number: str
) -> None:
    share(sms, number, statement("SendTextMessage"))
    agent = launched(consumer, inbox, "US_RCS_LAUNCH_REGISTRATION")
    inbox.set_outcome(HANDSET, "RCS_FAILED")

    send_rcs(
        consumer,
        agent,
        FallbackConfiguration={
            "Channel": "SMS",
            "MessageBody": "Hello",
            "OriginationIdentity": number,
        },
    )

    assert [(each.channel, each.origination_identity) for each in inbox.messages()] == [
        ("TEXT", NUMBER)
    ]


def test_accounts_share_over_http_as_well(own_server: str) -> None:
    owner = client_of(OWNER, endpoint_url=own_server)
    consumer = client_of(CONSUMER, endpoint_url=own_server)
    theirs, inbox = (
        Simulator(region_name=REGION, account_id=each, endpoint_url=own_server)
        for each in (OWNER, CONSUMER)
    )
    number = share(owner, _given(theirs, NUMBER), statement("SendTextMessage", "Describe*"))

    answer = _text(consumer, number)

    [message] = inbox.messages()
    assert (message.message_id, message.origination_identity) == (answer["MessageId"], NUMBER)
    found = consumer.describe_phone_numbers(Owner="SHARED")["PhoneNumbers"]
    assert found == owner.describe_phone_numbers()["PhoneNumbers"]
    owner.delete_resource_policy(ResourceArn=number)
    with refused("ResourceNotFoundException", kind="phone-number", id=number):
        _text(consumer, number)
