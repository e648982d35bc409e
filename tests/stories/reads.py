"""How a tool reads one resource."""

from __future__ import annotations

from typing import Any

from botocore.exceptions import ClientError

from .kinds import Members, Read


def described(operation: str, member: str, ids: str, name: str) -> Read:
    """Return a read by a Describe that takes ids."""

    def read(sms: Any, names: Members) -> Members | None:
        try:
            [row] = getattr(sms, operation)(**{ids: [names[name]]})[member]
        except ClientError as refused:
            return _gone(refused)
        return dict(row)

    return read


def listed(operation: str, member: str, owner: str, name: str) -> Read:
    """Return a read by a list that belongs to an owner."""

    def read(sms: Any, names: Members) -> Members | None:
        rows = getattr(sms, operation)(**{owner: names[owner]})[member]
        return next((dict(row) for row in rows if row[name] == names[name]), None)

    return read


def _gone(refused: ClientError) -> None:
    if refused.response["Error"]["Code"] != "ResourceNotFoundException":
        raise refused


def read_event_destination(sms: Any, names: Members) -> Members | None:
    answer = sms.describe_configuration_sets(ConfigurationSetNames=[names["ConfigurationSetName"]])
    rows = answer["ConfigurationSets"][0]["EventDestinations"]
    wanted = names["EventDestinationName"]
    return next((dict(row) for row in rows if row["EventDestinationName"] == wanted), None)


def read_sender_id(sms: Any, names: Members) -> Members | None:
    try:
        [row] = sms.describe_sender_ids(SenderIds=[dict(names)])["SenderIds"]
    except ClientError as refused:
        return _gone(refused)
    return dict(row)


_read_protect = described(
    "describe_protect_configurations",
    "ProtectConfigurations",
    "ProtectConfigurationIds",
    "ProtectConfigurationId",
)


def read_protect(sms: Any, names: Members) -> Members | None:
    """Return the configuration with its rules for three countries."""
    row = _read_protect(sms, names)
    if row is None:
        return None
    rules = sms.get_protect_configuration_country_rule_set(**names, NumberCapability="SMS")
    countries = ("US", "CA", "FR")
    return {**row, **{each: rules["CountryRuleSet"][each]["ProtectStatus"] for each in countries}}


_read_registration = described(
    "describe_registrations", "Registrations", "RegistrationIds", "RegistrationId"
)


def read_registration(sms: Any, names: Members) -> Members | None:
    """Return the registration with its field values by path."""
    row = _read_registration(sms, names)
    if row is None:
        return None
    values = sms.describe_registration_field_values(**names)["RegistrationFieldValues"]
    return {**row, **{value.pop("FieldPath"): value for value in map(dict, values)}}


def read_policy(sms: Any, names: Members) -> Members | None:
    answer = sms.get_resource_policy(**names)
    policy = answer["Policy"]
    return None if policy == "{}" else {"ResourceArn": answer["ResourceArn"], "Policy": policy}


def read_spend_limit(channel: str) -> Read:
    def read(sms: Any, names: Members) -> Members | None:
        for row in sms.describe_spend_limits()["SpendLimits"]:
            if row["Name"] == f"{channel}_MESSAGE_MONTHLY_SPEND_LIMIT" and row["Overridden"]:
                return dict(row)
        return None

    return read
