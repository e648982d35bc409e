"""The properties of each type as the service's own operations show them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

Properties = dict[str, Any]


def read(noun: str, sms: Any, ref: str) -> Properties:
    """Return a resource's properties by its Ref."""
    return _READERS[noun](sms, ref)


def exists(noun: str, sms: Any, ref: str) -> bool:
    """Say whether there is such a resource."""
    try:
        found = read(noun, sms, ref)
    except sms.exceptions.ResourceNotFoundException:
        return False
    return found.get("PolicyDocument") != {}


def _configuration_set(sms: Any, ref: str) -> Properties:
    row = sms.describe_configuration_sets(ConfigurationSetNames=[ref])["ConfigurationSets"][0]
    return {
        "ConfigurationSetName": row["ConfigurationSetName"],
        "DefaultSenderId": row.get("DefaultSenderId"),
        "EventDestinations": row["EventDestinations"],
        "MessageFeedbackEnabled": row["DefaultMessageFeedbackEnabled"],
        "ProtectConfigurationId": row.get("ProtectConfigurationId"),
        "Tags": _tags(sms, row["ConfigurationSetArn"]),
    }


def _notify_configuration(sms: Any, ref: str) -> Properties:
    rows = sms.describe_notify_configurations(NotifyConfigurationIds=[ref])
    row = rows["NotifyConfigurations"][0]
    names = ("DefaultTemplateId", "DeletionProtectionEnabled", "DisplayName", "EnabledChannels")
    more = ("EnabledCountries", "PoolId", "UseCase")
    found = {name: row.get(name) for name in (*names, *more)}
    return {**found, "Tags": _tags(sms, row["NotifyConfigurationArn"])}


def _opt_out_list(sms: Any, ref: str) -> Properties:
    row = sms.describe_opt_out_lists(OptOutListNames=[ref])["OptOutLists"][0]
    return {
        "OptOutListName": row["OptOutListName"],
        "Tags": _tags(sms, row["OptOutListArn"]),
    }


def _phone_number(sms: Any, ref: str) -> Properties:
    row = sms.describe_phone_numbers(PhoneNumberIds=[ref])["PhoneNumbers"][0]
    names = ("IsoCountryCode", "NumberCapabilities", "NumberType")
    return {
        **{name: row[name] for name in names},
        **_two_way(row),
        **_keywords(sms, ref),
        "Tags": _tags(sms, row["PhoneNumberArn"]),
    }


def _pool(sms: Any, ref: str) -> Properties:
    row = sms.describe_pools(PoolIds=[ref])["Pools"][0]
    members = sms.list_pool_origination_identities(PoolId=ref)["OriginationIdentities"]
    return {
        "OriginationIdentities": [each["OriginationIdentityArn"] for each in members],
        "SharedRoutesEnabled": row["SharedRoutesEnabled"],
        **_two_way(row),
        **_keywords(sms, ref),
        "Tags": _tags(sms, row["PoolArn"]),
    }


def _protect_configuration(sms: Any, ref: str) -> Properties:
    rows = sms.describe_protect_configurations(ProtectConfigurationIds=[ref])
    row = rows["ProtectConfigurations"][0]
    rules: dict[str, list[dict[str, str]]] = {}
    for capability in ("SMS", "VOICE", "MMS"):
        answer = sms.get_protect_configuration_country_rule_set(
            ProtectConfigurationId=ref, NumberCapability=capability
        )
        rules[capability] = [
            {"CountryCode": country, **rule}
            for country, rule in sorted(answer["CountryRuleSet"].items())
            if rule["ProtectStatus"] != "ALLOW"
        ]
    return {
        "CountryRuleSet": {capability: found for capability, found in rules.items() if found},
        "DeletionProtectionEnabled": row["DeletionProtectionEnabled"],
        "Tags": _tags(sms, row["ProtectConfigurationArn"]),
    }


def _rcs_agent(sms: Any, ref: str) -> Properties:
    row = sms.describe_rcs_agents(RcsAgentIds=[ref])["RcsAgents"][0]
    names = ("DeletionProtectionEnabled", "OptOutListName", "SelfManagedOptOutsEnabled")
    two_way = ("TwoWayChannelArn", "TwoWayChannelRole", "TwoWayEnabled")
    media = ("TwoWayMediaS3BucketName", "TwoWayMediaS3KeyPrefix", "TwoWayMediaS3Role")
    found = {name: row.get(name) for name in (*names, *two_way, *media, "TwoWayRcsEventsEnabled")}
    return {**found, "Tags": _tags(sms, row["RcsAgentArn"])}


def _registration(sms: Any, ref: str) -> Properties:
    row = sms.describe_registrations(RegistrationIds=[ref])["Registrations"][0]
    return {
        "RegistrationType": row["RegistrationType"],
        "Tags": _tags(sms, row["RegistrationArn"]),
    }


def _registration_attachment(sms: Any, ref: str) -> Properties:
    rows = sms.describe_registration_attachments(RegistrationAttachmentIds=[ref])
    row = rows["RegistrationAttachments"][0]
    return {
        "AttachmentUrl": row.get("AttachmentUrl"),
        "Tags": _tags(sms, row["RegistrationAttachmentArn"]),
    }


def _resource_policy(sms: Any, ref: str) -> Properties:
    answer = sms.get_resource_policy(ResourceArn=ref)
    return {
        "ResourceArn": answer["ResourceArn"],
        "PolicyDocument": json.loads(answer["Policy"]),
    }


def _sender_id(sms: Any, ref: str) -> Properties:
    country, name = ref.split("|")
    named = [{"SenderId": name, "IsoCountryCode": country}]
    row = sms.describe_sender_ids(SenderIds=named)["SenderIds"][0]
    names = ("DeletionProtectionEnabled", "IsoCountryCode", "SenderId")
    return {**{name: row[name] for name in names}, "Tags": _tags(sms, row["SenderIdArn"])}


def _verified_destination_number(sms: Any, ref: str) -> Properties:
    rows = sms.describe_verified_destination_numbers(VerifiedDestinationNumberIds=[ref])
    row = rows["VerifiedDestinationNumbers"][0]
    return {
        "DestinationPhoneNumber": row["DestinationPhoneNumber"],
        "Tags": _tags(sms, row["VerifiedDestinationNumberArn"]),
    }


def _two_way(row: Mapping[str, Any]) -> Properties:
    names = ("DeletionProtectionEnabled", "OptOutListName", "SelfManagedOptOutsEnabled")
    two_way = {
        "Enabled": row["TwoWayEnabled"],
        "ChannelArn": row.get("TwoWayChannelArn"),
        "ChannelRole": row.get("TwoWayChannelRole"),
    }
    given = {name: value for name, value in two_way.items() if value is not None}
    return {**{name: row[name] for name in names}, "TwoWay": given}


def _keywords(sms: Any, ref: str) -> Properties:
    rows = sms.describe_keywords(OriginationIdentity=ref)["Keywords"]
    mandatory = [row for row in rows if row["Keyword"] in ("HELP", "STOP")]
    return {
        "MandatoryKeywords": {
            row["Keyword"]: {"Message": row["KeywordMessage"]} for row in mandatory
        },
        "OptionalKeywords": [
            {
                "Keyword": row["Keyword"],
                "Message": row["KeywordMessage"],
                "Action": row["KeywordAction"],
            }
            for row in rows
            if row not in mandatory
        ],
    }


def _tags(sms: Any, arn: str) -> list[dict[str, str]]:
    """Return the tags, without CloudFormation's own."""
    tags = sms.list_tags_for_resource(ResourceArn=arn)["Tags"]
    return [tag for tag in tags if not tag["Key"].startswith("aws:")]


_READERS: Mapping[str, Callable[[Any, str], Properties]] = {
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
