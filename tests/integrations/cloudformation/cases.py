"""For each type: every property, another value for each, and what is refused."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...access import stream, trusted_role
from ...support import ACCOUNT, REGION, client_of
from .stacks import ANSWERS

Properties = dict[str, Any]

_ARN = f"arn:aws:sms-voice:{REGION}:{ACCOUNT}:"
_TOPIC = f"arn:aws:sns:{REGION}:{ACCOUNT}:answers"
_ROLE = f"arn:aws:iam::{ACCOUNT}:role/"
_TAGS = [{"Key": "team", "Value": "growth"}, {"Key": "stage", "Value": "test"}]
_OTHER_TAGS = [{"Key": "team", "Value": "trust"}, {"Key": "cost", "Value": "42"}]
_OTHER_ANSWERS = {"HELP": {"Message": "Write to us."}, "STOP": {"Message": "Bye."}}
_PDF = b64encode(b"%PDF-1.7 a letter").decode()


@dataclass(frozen=True)
class Surroundings:
    """What the properties name, made beforehand by the service's own operations."""

    protect_configurations: tuple[str, str]
    numbers: tuple[str, str]
    pools: tuple[str, str]
    pooled_number: str

    @classmethod
    def make(cls, sms: Any) -> Surroundings:
        """Make two of each, so that one can be changed for the other."""
        for name in ("logs", "stream", "answers", "other-answers", "pictures", "images"):
            trusted_role(name)
        stream("texts")
        for name in ("news", "offers"):
            sms.create_opt_out_list(OptOutListName=name)
        for country in ("CH", "SE"):
            sms.request_sender_id(SenderId="ACME", IsoCountryCode=country)
        protects = [sms.create_protect_configuration() for _ in range(2)]
        numbers = [_number(sms) for _ in range(4)]
        pools = [
            sms.create_pool(OriginationIdentity=number, MessageType="TRANSACTIONAL")
            for number in numbers[:2]
        ]
        client_of("s3").create_bucket(Bucket="forms")
        for name in ("letter", "logo"):
            s3 = client_of("s3")
            s3.put_object(Bucket="forms", Key=f"{name}.pdf", Body=b"%PDF-1.7 ...")
        return cls(
            (protects[0]["ProtectConfigurationId"], protects[1]["ProtectConfigurationId"]),
            (numbers[2], numbers[3]),
            (pools[0]["PoolId"], pools[1]["PoolId"]),
            numbers[0],
        )


def _number(sms: Any) -> str:
    answer = sms.request_phone_number(
        IsoCountryCode="US",
        MessageType="TRANSACTIONAL",
        NumberCapabilities=["SMS"],
        NumberType="SIMULATOR",
    )
    return str(answer["PhoneNumberArn"])


@dataclass(frozen=True)
class Case:
    """A type of resource."""

    full: Properties
    """Every property."""
    refused: Properties
    """What AWS refuses, beside the others or in their place."""
    words: tuple[str, ...]
    """What the refusal says."""
    changed: Properties = field(default_factory=dict)
    """Another value for each property that can be changed."""
    replaced: Mapping[str, Properties] = field(default_factory=dict)
    """For each property that cannot: what to give instead; None is to be left out."""

    @property
    def unprotected(self) -> Properties:
        """Every property, but so that the resource can be deleted."""
        protected = "DeletionProtectionEnabled" in self.full
        return {**self.full, **({"DeletionProtectionEnabled": False} if protected else {})}


def _configuration_set(given: Surroundings) -> Case:
    logs = {
        "EventDestinationName": "logs",
        "Enabled": True,
        "MatchingEventTypes": ["TEXT_ALL"],
        "CloudWatchLogsDestination": {
            "IamRoleArn": f"{_ROLE}logs",
            "LogGroupArn": f"arn:aws:logs:{REGION}:{ACCOUNT}:log-group:texts",
        },
    }
    topic = {
        "EventDestinationName": "topic",
        "Enabled": False,
        "MatchingEventTypes": ["ALL"],
        "SnsDestination": {"TopicArn": _TOPIC},
    }
    stream = {
        "IamRoleArn": f"{_ROLE}stream",
        "DeliveryStreamArn": f"arn:aws:firehose:{REGION}:{ACCOUNT}:deliverystream/texts",
    }
    firehose = {"EventDestinationName": "topic", "Enabled": True, "MatchingEventTypes": ["ALL"]}
    return Case(
        full={
            "ConfigurationSetName": "campaign",
            "DefaultSenderId": "ACME",
            "EventDestinations": [logs, topic],
            "MessageFeedbackEnabled": True,
            "ProtectConfigurationId": given.protect_configurations[0],
            "Tags": _TAGS,
        },
        changed={
            "DefaultSenderId": "OTHER",
            "EventDestinations": [
                {**logs, "Enabled": False, "MatchingEventTypes": ["VOICE_ALL"]},
                {**firehose, "KinesisFirehoseDestination": stream},
            ],
            "MessageFeedbackEnabled": False,
            "ProtectConfigurationId": given.protect_configurations[1],
            "Tags": _OTHER_TAGS,
        },
        replaced={"ConfigurationSetName": {"ConfigurationSetName": "promotion"}},
        refused={"ProtectConfigurationId": "protect-0"},
        words=('ResourceType="protect-configuration"', "HandlerErrorCode: NotFound"),
    )


def _notify_configuration(given: Surroundings) -> Case:
    return Case(
        full={
            "DefaultTemplateId": "notify-code-verification-english-001",
            "DeletionProtectionEnabled": True,
            "DisplayName": "Acme",
            "EnabledChannels": ["SMS", "VOICE"],
            "EnabledCountries": ["CA", "US"],
            "PoolId": given.pools[0],
            "Tags": _TAGS,
            "UseCase": "CODE_VERIFICATION",
        },
        changed={
            "DefaultTemplateId": "notify-code-verification-french-001",
            "DeletionProtectionEnabled": False,
            "EnabledChannels": ["SMS"],
            "EnabledCountries": ["FR"],
            "PoolId": given.pools[1],
            "Tags": _OTHER_TAGS,
        },
        # There is but one use case, so that it cannot be another.
        replaced={"DisplayName": {"DisplayName": "Acme and Sons"}},
        refused={"EnabledChannels": ["RCS"]},
        words=('Reason="INVALID_PARAMETER"', "HandlerErrorCode: InvalidRequest"),
    )


def _opt_out_list(given: Surroundings) -> Case:
    return Case(
        full={"OptOutListName": "no-thanks", "Tags": _TAGS},
        changed={"Tags": _OTHER_TAGS},
        replaced={"OptOutListName": {"OptOutListName": "no-more"}},
        refused={"OptOutListName": "Default"},
        words=('Reason="RESOURCE_ALREADY_EXISTS"', "HandlerErrorCode: AlreadyExists"),
    )


_CONVERSATION: Properties = {
    "DeletionProtectionEnabled": True,
    "MandatoryKeywords": ANSWERS,
    "OptOutListName": "news",
    "OptionalKeywords": [
        {"Keyword": "JOIN", "Message": "Welcome.", "Action": "OPT_IN"},
        {"Keyword": "LEAVE", "Message": "Farewell.", "Action": "OPT_OUT"},
    ],
    "SelfManagedOptOutsEnabled": True,
    "TwoWay": {"Enabled": True, "ChannelArn": _TOPIC, "ChannelRole": f"{_ROLE}answers"},
    "Tags": _TAGS,
}
"""What numbers and pools have in common."""

_OTHER_CONVERSATION: Properties = {
    "DeletionProtectionEnabled": False,
    "MandatoryKeywords": _OTHER_ANSWERS,
    "OptOutListName": "offers",
    "OptionalKeywords": [
        {"Keyword": "JOIN", "Message": "Hello.", "Action": "AUTOMATIC_RESPONSE"},
        {"Keyword": "HOURS", "Message": "9 to 5.", "Action": "AUTOMATIC_RESPONSE"},
    ],
    "SelfManagedOptOutsEnabled": False,
    "TwoWay": {"Enabled": True, "ChannelArn": f"{_TOPIC}-2"},
    "Tags": _OTHER_TAGS,
}


def _phone_number(given: Surroundings) -> Case:
    return Case(
        full={
            "IsoCountryCode": "US",
            "NumberCapabilities": ["SMS"],
            "NumberType": "SIMULATOR",
            **_CONVERSATION,
        },
        changed=_OTHER_CONVERSATION,
        replaced={
            "IsoCountryCode": {"IsoCountryCode": "CA", "NumberType": "LONG_CODE"},
            "NumberCapabilities": {"NumberCapabilities": ["SMS", "VOICE"]},
            # Carriers let no other word than STOP opt out.
            "NumberType": {"NumberType": "TOLL_FREE", "OptionalKeywords": None},
        },
        refused={
            "OptionalKeywords": [{"Keyword": " JOIN", "Message": "Welcome.", "Action": "OPT_IN"}]
        },
        words=('Reason="INVALID_PARAMETER" Fields="keyword"', "HandlerErrorCode: InvalidRequest"),
    )


def _pool(given: Surroundings) -> Case:
    number = given.numbers[0]
    return Case(
        full={
            "OriginationIdentities": [number, f"{_ARN}sender-id/ACME/SE"],
            "SharedRoutesEnabled": True,
            **_CONVERSATION,
        },
        changed={
            "OriginationIdentities": [number, f"{_ARN}sender-id/ACME/CH"],
            "SharedRoutesEnabled": False,
            **_OTHER_CONVERSATION,
        },
        refused={"OriginationIdentities": [number, given.pooled_number]},
        words=(
            'Reason="PHONE_NUMBER_ASSOCIATED_TO_POOL"',
            "HandlerErrorCode: ResourceConflict",
        ),
    )


def _protect_configuration(given: Surroundings) -> Case:
    return Case(
        full={
            "CountryRuleSet": {
                "SMS": [
                    {"CountryCode": "FR", "ProtectStatus": "BLOCK"},
                    {"CountryCode": "SE", "ProtectStatus": "MONITOR"},
                ],
                "VOICE": [{"CountryCode": "US", "ProtectStatus": "BLOCK"}],
                "MMS": [{"CountryCode": "CA", "ProtectStatus": "BLOCK"}],
            },
            "DeletionProtectionEnabled": True,
            "Tags": _TAGS,
        },
        changed={
            "CountryRuleSet": {
                "SMS": [
                    {"CountryCode": "CH", "ProtectStatus": "BLOCK"},
                    {"CountryCode": "SE", "ProtectStatus": "FILTER"},
                ]
            },
            "DeletionProtectionEnabled": False,
            "Tags": _OTHER_TAGS,
        },
        refused={"CountryRuleSet": {"SMS": [{"CountryCode": "XX", "ProtectStatus": "BLOCK"}]}},
        words=('Reason="INVALID_PARAMETER"', "HandlerErrorCode: InvalidRequest"),
    )


def _rcs_agent(given: Surroundings) -> Case:
    return Case(
        full={
            "DeletionProtectionEnabled": True,
            "OptOutListName": "news",
            "SelfManagedOptOutsEnabled": True,
            "Tags": _TAGS,
            "TwoWayChannelArn": _TOPIC,
            "TwoWayChannelRole": f"{_ROLE}answers",
            "TwoWayEnabled": True,
            "TwoWayMediaS3BucketName": "pictures",
            "TwoWayMediaS3KeyPrefix": "rcs/",
            "TwoWayMediaS3Role": f"{_ROLE}pictures",
            "TwoWayRcsEventsEnabled": ["ALL"],
        },
        changed={
            "DeletionProtectionEnabled": False,
            "OptOutListName": "offers",
            "SelfManagedOptOutsEnabled": False,
            "Tags": _OTHER_TAGS,
            "TwoWayChannelArn": f"{_TOPIC}-2",
            "TwoWayChannelRole": f"{_ROLE}other-answers",
            "TwoWayMediaS3BucketName": "images",
            "TwoWayMediaS3KeyPrefix": "from-rcs/",
            "TwoWayMediaS3Role": f"{_ROLE}images",
            "TwoWayRcsEventsEnabled": [],
        },
        refused={"TwoWayEnabled": True},
        words=('Reason="TWO_WAY_CHANNEL_NOT_PRESENT"', "HandlerErrorCode: InvalidRequest"),
    )


def _registration(given: Surroundings) -> Case:
    return Case(
        full={"RegistrationType": "US_TOLL_FREE_REGISTRATION", "Tags": _TAGS},
        changed={"Tags": _OTHER_TAGS},
        replaced={"RegistrationType": {"RegistrationType": "US_TEN_DLC_BRAND_REGISTRATION"}},
        refused={"RegistrationType": "MOON_REGISTRATION"},
        words=("HandlerErrorCode: ",),
    )


def _registration_attachment(given: Surroundings) -> Case:
    return Case(
        full={"AttachmentUrl": "s3://forms/letter.pdf", "Tags": _TAGS},
        changed={"Tags": _OTHER_TAGS},
        replaced={
            "AttachmentBody": {"AttachmentBody": _PDF, "AttachmentUrl": None},
            "AttachmentUrl": {"AttachmentUrl": "s3://forms/logo.pdf"},
        },
        refused={"AttachmentBody": b64encode(b"a text").decode(), "AttachmentUrl": None},
        words=('Reason="ATTACHMENT_TYPE_NOT_SUPPORTED"', "HandlerErrorCode: InvalidRequest"),
    )


def _resource_policy(given: Surroundings) -> Case:
    statement = {
        "Effect": "Allow",
        "Principal": {"AWS": "111122223333"},
        "Action": "sms-voice:SendTextMessage",
        "Resource": given.numbers[0],
    }
    policy = {"Version": "2012-10-17", "Statement": [statement]}
    return Case(
        full={"ResourceArn": given.numbers[0], "PolicyDocument": policy},
        changed={
            "PolicyDocument": {**policy, "Statement": [{**statement, "Effect": "Deny"}]},
        },
        replaced={"ResourceArn": {"ResourceArn": given.numbers[1]}},
        refused={"PolicyDocument": {**policy, "Statement": []}},
        words=('Reason="INVALID_PARAMETER" Fields="policy"', "HandlerErrorCode: InvalidRequest"),
    )


def _sender_id(given: Surroundings) -> Case:
    return Case(
        full={
            "DeletionProtectionEnabled": True,
            "IsoCountryCode": "SE",
            "SenderId": "SHOP",
            "Tags": _TAGS,
        },
        changed={"DeletionProtectionEnabled": False, "Tags": _OTHER_TAGS},
        replaced={
            "IsoCountryCode": {"IsoCountryCode": "CH"},
            "SenderId": {"SenderId": "STORE"},
        },
        refused={"IsoCountryCode": "US"},
        words=('Reason="SENDER_ID_NOT_SUPPORTED"', "HandlerErrorCode: InvalidRequest"),
    )


def _verified_destination_number(given: Surroundings) -> Case:
    return Case(
        full={"DestinationPhoneNumber": "+447700900123", "Tags": _TAGS},
        changed={"Tags": _OTHER_TAGS},
        replaced={"DestinationPhoneNumber": {"DestinationPhoneNumber": "+447700900124"}},
        refused={"DestinationPhoneNumber": "+11"},
        words=('Reason="INVALID_PARAMETER"', "HandlerErrorCode: InvalidRequest"),
    )


CASES: Mapping[str, Callable[[Surroundings], Case]] = {
    "ConfigurationSet": _configuration_set,
    "NotifyConfiguration": _notify_configuration,
    "OptOutList": _opt_out_list,
    "PhoneNumber": _phone_number,
    "Pool": _pool,
    "ProtectConfiguration": _protect_configuration,
    "RcsAgent": _rcs_agent,
    "Registration": _registration,
    "RegistrationAttachment": _registration_attachment,
    "ResourcePolicy": _resource_policy,
    "SenderId": _sender_id,
    "VerifiedDestinationNumber": _verified_destination_number,
}
