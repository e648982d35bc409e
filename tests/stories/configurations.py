"""What decides on messages, as a tool manages it."""

from __future__ import annotations

from datetime import datetime, timezone

from .kinds import NOT_FOUND, ROLE, TOPIC, Change, Kind, Members, protection
from .reads import described, listed, read_event_destination, read_protect, read_spend_limit
from .stages import configuration_set, pool, protect, role_and_streams

IN_2100 = datetime(2100, 1, 1, tzinfo=timezone.utc)
TEMPLATE = "notify-code-verification-english-001"
LOGS = {"IamRoleArn": ROLE, "LogGroupArn": "arn:aws:logs:us-east-1:123456789012:log-group:a"}
STREAM = {
    "IamRoleArn": ROLE,
    "DeliveryStreamArn": "arn:aws:firehose:us-east-1:123456789012:deliverystream/a",
}
UPDATE_NOTIFY = "update_notify_configuration"


def event_destination(target: str, before: Members, after: Members) -> Kind:
    update = "update_event_destination"
    names = {"ConfigurationSetName": "parents", "EventDestinationName": "events"}
    return Kind(
        name=f"event destination with {target}",
        elsewhere=role_and_streams,
        stage=configuration_set,
        create=(
            "create_event_destination",
            {**names, "MatchingEventTypes": ["ALL"], target: before},
        ),
        named_by=tuple(names),
        read=read_event_destination,
        starts={"Enabled": True, "MatchingEventTypes": ["ALL"], target: before},
        changes=[
            Change(update, {"Enabled": False}),
            Change(update, {"Enabled": True}),
            Change(update, {"MatchingEventTypes": ["TEXT_DELIVERED", "VOICE_ALL"]}),
            Change(update, {target: after}),
        ],
        delete="delete_event_destination",
    )


def spend_limit(channel: str) -> Kind:
    override = f"{channel.lower()}_message_spend_limit_override"
    return Kind(
        name=f"spend limit of {channel}",
        create=(f"set_{override}", {"MonthlyLimit": 5}),
        read=read_spend_limit(channel),
        starts={"EnforcedLimit": 5},
        changes=[Change(f"set_{override}", {"MonthlyLimit": 7}, {"EnforcedLimit": 7})],
        delete=f"delete_{override}",
        gone=None,
    )


CONFIGURATIONS: list[Kind] = [
    Kind(
        name="configuration set",
        stage=protect,
        create=("create_configuration_set", {"ConfigurationSetName": "news"}),
        named_by=("ConfigurationSetName",),
        arn="ConfigurationSetArn",
        read=described(
            "describe_configuration_sets",
            "ConfigurationSets",
            "ConfigurationSetNames",
            "ConfigurationSetName",
        ),
        starts={"EventDestinations": [], "DefaultMessageFeedbackEnabled": False},
        changes=[
            Change(
                "set_default_message_type",
                {"MessageType": "PROMOTIONAL"},
                {"DefaultMessageType": "PROMOTIONAL"},
            ),
            Change(
                "set_default_message_type",
                {"MessageType": "TRANSACTIONAL"},
                {"DefaultMessageType": "TRANSACTIONAL"},
            ),
            Change("delete_default_message_type", {}, {"DefaultMessageType": None}),
            Change("set_default_sender_id", {"SenderId": "NEWS"}, {"DefaultSenderId": "NEWS"}),
            Change("set_default_sender_id", {"SenderId": "OLDS"}, {"DefaultSenderId": "OLDS"}),
            Change("delete_default_sender_id", {}, {"DefaultSenderId": None}),
            Change(
                "set_default_message_feedback_enabled",
                {"MessageFeedbackEnabled": True},
                {"DefaultMessageFeedbackEnabled": True},
            ),
            Change(
                "set_default_message_feedback_enabled",
                {"MessageFeedbackEnabled": False},
                {"DefaultMessageFeedbackEnabled": False},
            ),
            Change("associate_protect_configuration", {"ProtectConfigurationId": "protect-parent"}),
            Change(
                "disassociate_protect_configuration",
                {"ProtectConfigurationId": "protect-parent"},
                {"ProtectConfigurationId": None},
                again=(
                    "ConflictException",
                    "PROTECT_CONFIGURATION_NOT_ASSOCIATED_WITH_CONFIGURATION_SET",
                ),
            ),
        ],
        delete="delete_configuration_set",
    ),
    event_destination("SnsDestination", {"TopicArn": TOPIC + "one"}, {"TopicArn": TOPIC + "two"}),
    event_destination(
        "CloudWatchLogsDestination", LOGS, {**LOGS, "LogGroupArn": LOGS["LogGroupArn"] + "b"}
    ),
    event_destination(
        "KinesisFirehoseDestination",
        STREAM,
        {**STREAM, "DeliveryStreamArn": STREAM["DeliveryStreamArn"] + "b"},
    ),
    Kind(
        name="protect configuration",
        create=("create_protect_configuration", {}),
        named_by=("ProtectConfigurationId",),
        arn="ProtectConfigurationArn",
        read=read_protect,
        starts={"US": "ALLOW", "CA": "ALLOW", "FR": "ALLOW"},
        changes=[
            *protection("update_protect_configuration"),
            *(
                Change(
                    "update_protect_configuration_country_rule_set",
                    {
                        "NumberCapability": "SMS",
                        "CountryRuleSetUpdates": {
                            country: {"ProtectStatus": status} for country, status in rules.items()
                        },
                    },
                    rules,
                )
                for rules in ({"US": "BLOCK", "FR": "MONITOR"}, {"FR": "FILTER"}, {"US": "ALLOW"})
            ),
            Change("set_account_default_protect_configuration", {}, {"AccountDefault": True}),
            Change(
                "delete_account_default_protect_configuration",
                {},
                {"AccountDefault": False},
                again=NOT_FOUND,
            ),
        ],
        delete="delete_protect_configuration",
    ),
    Kind(
        name="rule set number override",
        stage=protect,
        create=(
            "put_protect_configuration_rule_set_number_override",
            {
                "ProtectConfigurationId": "protect-parent",
                "DestinationPhoneNumber": "+12065550100",
                "Action": "BLOCK",
            },
        ),
        named_by=("ProtectConfigurationId", "DestinationPhoneNumber"),
        read=listed(
            "list_protect_configuration_rule_set_number_overrides",
            "RuleSetNumberOverrides",
            "ProtectConfigurationId",
            "DestinationPhoneNumber",
        ),
        starts={"Action": "BLOCK", "IsoCountryCode": "US"},
        changes=[
            Change("put_protect_configuration_rule_set_number_override", {"Action": "ALLOW"}),
            Change(
                "put_protect_configuration_rule_set_number_override",
                {"Action": "ALLOW", "ExpirationTimestamp": IN_2100},
            ),
            Change(
                "put_protect_configuration_rule_set_number_override",
                {"Action": "BLOCK"},
                {"Action": "BLOCK", "ExpirationTimestamp": None},
            ),
        ],
        delete="delete_protect_configuration_rule_set_number_override",
    ),
    Kind(
        name="notify configuration",
        stage=pool,
        create=(
            "create_notify_configuration",
            {
                "DisplayName": "Example",
                "UseCase": "CODE_VERIFICATION",
                "EnabledChannels": ["SMS"],
            },
        ),
        named_by=("NotifyConfigurationId",),
        arn="NotifyConfigurationArn",
        read=described(
            "describe_notify_configurations",
            "NotifyConfigurations",
            "NotifyConfigurationIds",
            "NotifyConfigurationId",
        ),
        starts={"Status": "ACTIVE"},
        changes=[
            Change(UPDATE_NOTIFY, {"DefaultTemplateId": TEMPLATE}),
            Change(
                UPDATE_NOTIFY,
                {"DefaultTemplateId": "UNSET_DEFAULT_TEMPLATE"},
                {"DefaultTemplateId": None},
            ),
            Change(UPDATE_NOTIFY, {"PoolId": "pool-parent"}),
            Change(UPDATE_NOTIFY, {"PoolId": "UNSET_DEFAULT_POOL_FOR_NOTIFY"}, {"PoolId": None}),
            Change(UPDATE_NOTIFY, {"EnabledCountries": ["US", "FR"]}),
            Change(UPDATE_NOTIFY, {"EnabledChannels": ["SMS", "VOICE"]}),
            *protection(UPDATE_NOTIFY),
        ],
        delete="delete_notify_configuration",
    ),
    *map(spend_limit, ("TEXT", "VOICE", "MEDIA", "NOTIFY", "RCS")),
]
