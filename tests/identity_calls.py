"""Random calls about a few identities and what they use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from .domains.number_types import SIMULATOR
from .support import REGION

NUMBERS = ["phone-1", "phone-2", "phone-3"]
AGENTS = ["rcs-1"]
SENDERS = ["NEWS"]
POOLS = ["pool-1", "pool-2"]
LISTS = ["Default", "first"]
SETS = ["sales"]
PROTECTS = ["protect-1", "protect-2"]
NOTIFIES = ["notify-1"]
LIMITS = {
    "PHONE_NUMBERS": len(NUMBERS),
    "RCS_AGENTS": len(AGENTS),
    "SENDER_IDS": len(SENDERS),
    "POOLS": len(POOLS),
    "OPT_OUT_LISTS": len(LISTS),
    "CONFIGURATION_SETS": len(SETS),
    "PROTECT_CONFIGURATIONS": len(PROTECTS),
    "NOTIFY_CONFIGURATIONS": len(NOTIFIES),
    "ORIGINATION_IDENTITIES_PER_POOL": 3,
    "KEYWORDS_PER_PHONE_NUMBER": 3,
    "KEYWORDS_PER_POOL": 3,
    "KEYWORDS_PER_RCS_AGENT": 3,
    "EVENT_DESTINATIONS_PER_CONFIGURATION_SET": 1,
    "TAGS_PER_RESOURCE": 2,
}
"""As small as the lists of names, so that lives often come to them."""

NAMES = {
    "create_notify_configuration": ("notify-configuration", NOTIFIES),
    "create_pool": ("pool", POOLS),
    "create_protect_configuration": ("protect-configuration", PROTECTS),
    "create_rcs_agent": ("rcs-agent", AGENTS),
    "request_phone_number": ("phone-number", NUMBERS),
}
"""What that is to be called whose name the service makes up: its kind, and names for it."""

BASIC_TEMPLATE = "notify-code-verification-english-001"
ADVANCED_TEMPLATE = "notify-code-verification-english-002"
ARN = f"arn:aws:sms-voice:{REGION}:123456789012:"
CONNECT = "connect.us-east-1.amazonaws.com"
TOPIC = {"TopicArn": "arn:aws:sns:us-east-1:123456789012:events"}
STREAM = {
    "IamRoleArn": "arn:aws:iam::123456789012:role/example",
    "DeliveryStreamArn": "arn:aws:firehose:us-east-1:123456789012:deliverystream/a",
}

Choices = Mapping[str, Sequence[Any]]
"""Values by member, None among them where it may be left out; ``+`` has whole arguments."""


def arguments_for(operation: str, random: Random) -> dict[str, Any]:
    """Choose the arguments of a call."""
    chosen = {member: random.choice(values) for member, values in CALLS[operation].items()}
    together = chosen.pop("+", {})
    return {name: value for name, value in chosen.items() if value is not None} | together


_protected: Choices = {"DeletionProtectionEnabled": [None, None, None, True, False, False]}
_two_way: Choices = {
    **_protected,
    "+": [
        {},
        {"OptOutListName": "first"},
        {"OptOutListName": "Default"},
        {"TwoWayEnabled": True, "TwoWayChannelArn": CONNECT},
        {"TwoWayEnabled": True, "TwoWayChannelArn": "arn:aws:sns:us-east-1:nowhere"},
        {"TwoWayEnabled": False},
        {"SelfManagedOptOutsEnabled": True},
    ],
}
_member: Choices = {
    "+": [
        *({"OriginationIdentity": each} for each in (*NUMBERS, *AGENTS)),
        *({"OriginationIdentity": each, "IsoCountryCode": "SE"} for each in SENDERS * 2),
        {"OriginationIdentity": "phone-1", "IsoCountryCode": "SE"},
        {"OriginationIdentity": "NEWS"},
    ]
}
_membership: Choices = {"PoolId": POOLS, **_member}
_keyword: Choices = {
    "OriginationIdentity": [*NUMBERS, *AGENTS, *POOLS],
    "Keyword": ["info", "INFO", "info", "stop", "Offers"],
}
_handsets = ["+12065550100", "+12065550100", "+447700900100", "+1"]
_opted_out: Choices = {"OptOutListName": LISTS, "OptedOutNumber": _handsets}
_override: Choices = {"ProtectConfigurationId": PROTECTS, "DestinationPhoneNumber": _handsets}
_association: Choices = {"ProtectConfigurationId": PROTECTS, "ConfigurationSetName": SETS}
_destination: Choices = {
    "ConfigurationSetName": SETS,
    "EventDestinationName": ["one", "one", "two"],
}
_targets: Choices = {"+": [{"SnsDestination": TOPIC}, {"KinesisFirehoseDestination": STREAM}, {}]}
_sender: Choices = {"SenderId": SENDERS, "IsoCountryCode": ["SE"]}
_notify: Choices = {
    **_protected,
    "DefaultTemplateId": [None, BASIC_TEMPLATE, BASIC_TEMPLATE, ADVANCED_TEMPLATE],
    "PoolId": [None, None, *POOLS],
    "EnabledCountries": [None, None, [], ["US"], ["AT"]],
}
_tagged: Choices = {
    "ResourceArn": [
        ARN + name
        for name in (
            "phone-number/phone-1",
            "pool/pool-1",
            "opt-out-list/first",
            "configuration-set/sales",
            "protect-configuration/protect-1",
            "sender-id/NEWS/SE",
        )
    ]
}

CALLS: Mapping[str, Choices] = {
    "associate_origination_identity": _membership,
    "associate_protect_configuration": _association,
    "create_configuration_set": {"ConfigurationSetName": SETS},
    "create_event_destination": {
        **_destination,
        **_targets,
        "MatchingEventTypes": [["ALL"], ["ALL"], ["TEXT_SENT"]],
    },
    "create_notify_configuration": {
        **_notify,
        "DisplayName": ["Ours"],
        "UseCase": ["CODE_VERIFICATION"],
        "EnabledChannels": [["SMS"], ["SMS"], ["RCS"]],
    },
    "create_opt_out_list": {"OptOutListName": LISTS},
    "create_pool": {
        **_member,
        **_protected,
        "MessageType": ["TRANSACTIONAL", "TRANSACTIONAL", "PROMOTIONAL"],
    },
    "create_protect_configuration": _protected,
    "create_rcs_agent": {**_protected, "OptOutListName": [None, *LISTS]},
    "delete_account_default_protect_configuration": {},
    "delete_configuration_set": {"ConfigurationSetName": SETS},
    "delete_event_destination": _destination,
    "delete_keyword": _keyword,
    "delete_notify_configuration": {"NotifyConfigurationId": NOTIFIES},
    "delete_opt_out_list": {"OptOutListName": LISTS},
    "delete_opted_out_number": _opted_out,
    "delete_pool": {"PoolId": POOLS},
    "delete_protect_configuration": {"ProtectConfigurationId": PROTECTS},
    "delete_protect_configuration_rule_set_number_override": _override,
    "delete_rcs_agent": {"RcsAgentId": AGENTS},
    "disassociate_origination_identity": _membership,
    "disassociate_protect_configuration": _association,
    "put_keyword": {
        **_keyword,
        "KeywordMessage": ["Hello."],
        "KeywordAction": [None, "OPT_IN", "OPT_OUT"],
    },
    "put_opted_out_number": _opted_out,
    "put_protect_configuration_rule_set_number_override": {
        **_override,
        "Action": ["ALLOW", "BLOCK"],
    },
    "release_phone_number": {"PhoneNumberId": NUMBERS},
    "release_sender_id": _sender,
    "request_phone_number": {
        **{member: [value] for member, value in SIMULATOR.items()},
        **_protected,
        "PoolId": [None, *POOLS],
        "OptOutListName": [None, *LISTS],
    },
    "request_sender_id": {**_sender, **_protected},
    "set_account_default_protect_configuration": {"ProtectConfigurationId": PROTECTS},
    "tag_resource": {
        **_tagged,
        "Tags": [
            [{"Key": key, "Value": value} for key in keys]
            for keys in (["team"], ["cost", "team"], ["stage"], ["aws:team"], ["cost", "cost"])
            for value in ("1", "2")
        ],
    },
    "untag_resource": {**_tagged, "TagKeys": [["team"], ["cost", "stage"]]},
    "update_event_destination": {**_destination, **_targets, "Enabled": [None, True, False]},
    "update_notify_configuration": {
        **_notify,
        "NotifyConfigurationId": NOTIFIES,
        "PoolId": [None, *POOLS, "UNSET_DEFAULT_POOL_FOR_NOTIFY"],
    },
    "update_phone_number": {"PhoneNumberId": NUMBERS, **_two_way},
    "update_pool": {"PoolId": POOLS, **_two_way},
    "update_protect_configuration": {"ProtectConfigurationId": PROTECTS, **_protected},
    "update_protect_configuration_country_rule_set": {
        "ProtectConfigurationId": PROTECTS,
        "NumberCapability": ["SMS"],
        "CountryRuleSetUpdates": [
            {country: {"ProtectStatus": status} for country in countries}
            for countries in (["US"], ["US", "FR"], ["FR", "XX"])
            for status in ("ALLOW", "BLOCK")
        ],
    },
    "update_rcs_agent": {"RcsAgentId": AGENTS, **_two_way},
    "update_sender_id": {**_sender, **_protected},
}
"""What may be chosen for each member, by operation."""
