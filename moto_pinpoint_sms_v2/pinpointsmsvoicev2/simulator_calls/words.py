"""The words that calls take; a test holds each list against the service model.

https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/
"""

from __future__ import annotations

from typing import Literal

Channel = Literal[
    "TEXT",
    "MEDIA",
    "VOICE",
    "RCS",
]
"""How a message travels."""
EventType = Literal[
    "TEXT_SENT",
    "TEXT_PENDING",
    "TEXT_QUEUED",
    "TEXT_SUCCESSFUL",
    "TEXT_DELIVERED",
    "TEXT_INVALID",
    "TEXT_INVALID_MESSAGE",
    "TEXT_UNREACHABLE",
    "TEXT_CARRIER_UNREACHABLE",
    "TEXT_BLOCKED",
    "TEXT_CARRIER_BLOCKED",
    "TEXT_SPAM",
    "TEXT_UNKNOWN",
    "TEXT_TTL_EXPIRED",
    "TEXT_PROTECT_BLOCKED",
    "MEDIA_PENDING",
    "MEDIA_QUEUED",
    "MEDIA_SUCCESSFUL",
    "MEDIA_DELIVERED",
    "MEDIA_INVALID",
    "MEDIA_INVALID_MESSAGE",
    "MEDIA_UNREACHABLE",
    "MEDIA_CARRIER_UNREACHABLE",
    "MEDIA_BLOCKED",
    "MEDIA_CARRIER_BLOCKED",
    "MEDIA_SPAM",
    "MEDIA_UNKNOWN",
    "MEDIA_TTL_EXPIRED",
    "MEDIA_FILE_INACCESSIBLE",
    "MEDIA_FILE_TYPE_UNSUPPORTED",
    "MEDIA_FILE_SIZE_EXCEEDED",
    "VOICE_INITIATED",
    "VOICE_RINGING",
    "VOICE_ANSWERED",
    "VOICE_COMPLETED",
    "VOICE_BUSY",
    "VOICE_NO_ANSWER",
    "VOICE_FAILED",
    "VOICE_TTL_EXPIRED",
    "RCS_QUEUED",
    "RCS_SENT",
    "RCS_DELIVERED",
    "RCS_READ",
    "RCS_FAILED",
    "RCS_TTL_EXPIRED",
    "RCS_PROTECT_BLOCKED",
    "RCS_FALLEN_BACK_TO_SMS",
]
"""What happens to a message: the model's EventType without those that stand for several."""
MessageType = Literal[
    "TRANSACTIONAL",
    "PROMOTIONAL",
]
"""What a message is for."""
NumberType = Literal[
    "SHORT_CODE",
    "LONG_CODE",
    "TOLL_FREE",
    "TEN_DLC",
    "SIMULATOR",
]
"""What a phone number is."""
NumberCapability = Literal[
    "SMS",
    "VOICE",
    "MMS",
    "RCS",
]
"""What a phone number can do."""
RegistrationStatus = Literal[
    "CREATED",
    "SUBMITTED",
    "AWS_REVIEWING",
    "REVIEWING",
    "REQUIRES_AUTHENTICATION",
    "PROVISIONING",
    "COMPLETE",
    "REQUIRES_UPDATES",
    "CLOSED",
    "DELETED",
    "REQUIRES_OFFLINE_REVIEW",
]
"""Where a registration is; in the last one only its version is, the registration is REVIEWING."""
NotifyConfigurationStatus = Literal[
    "PENDING",
    "ACTIVE",
    "REJECTED",
    "REQUIRES_VERIFICATION",
]
"""Where a notify configuration is."""
NotifyTemplateStatus = Literal[
    "ACTIVE",
    "INACTIVE",
]
"""Whether AWS lets notify messages have a template's text."""
RcsLaunchStatus = Literal[
    "CREATED",
    "PENDING",
    "PARTIAL",
    "ACTIVE",
    "REJECTED",
]
"""Where the launch of an RCS agent in a country is."""
PhoneNumberType = Literal[
    "MOBILE",
    "LANDLINE",
    "VOIP",
    "PREPAID",
    "OTHER",
    "INVALID",
]
"""What a carrier look-up finds a number to be."""
AccountTier = Literal[
    "SANDBOX",
    "PRODUCTION",
]
"""Whether the account may send to everybody."""
DisabledReason = Literal[
    "INSUFFICIENT_ACCOUNT_REPUTATION",
    "ACCOUNT_DISABLED",
]
"""Why AWS does not let the account send."""
SpendLimitName = Literal[
    "TEXT_MESSAGE_MONTHLY_SPEND_LIMIT",
    "VOICE_MESSAGE_MONTHLY_SPEND_LIMIT",
    "MEDIA_MESSAGE_MONTHLY_SPEND_LIMIT",
    "NOTIFY_MESSAGE_MONTHLY_SPEND_LIMIT",
    "RCS_MESSAGE_MONTHLY_SPEND_LIMIT",
]
"""What a month's money is spent on."""
ErrorCode = Literal[
    "AccessDeniedException",
    "ConflictException",
    "InternalServerException",
    "ResourceNotFoundException",
    "ServiceQuotaExceededException",
    "ThrottlingException",
    "ValidationException",
]
"""The errors that the service model declares."""
OperationName = Literal[
    "AssociateOriginationIdentity",
    "AssociateProtectConfiguration",
    "CarrierLookup",
    "CreateConfigurationSet",
    "CreateEventDestination",
    "CreateNotifyConfiguration",
    "CreateOptOutList",
    "CreatePool",
    "CreateProtectConfiguration",
    "CreateRcsAgent",
    "CreateRegistration",
    "CreateRegistrationAssociation",
    "CreateRegistrationAttachment",
    "CreateRegistrationVersion",
    "CreateVerifiedDestinationNumber",
    "DeleteAccountDefaultProtectConfiguration",
    "DeleteConfigurationSet",
    "DeleteDefaultMessageType",
    "DeleteDefaultSenderId",
    "DeleteEventDestination",
    "DeleteKeyword",
    "DeleteMediaMessageSpendLimitOverride",
    "DeleteNotifyConfiguration",
    "DeleteNotifyMessageSpendLimitOverride",
    "DeleteOptOutList",
    "DeleteOptedOutNumber",
    "DeletePool",
    "DeleteProtectConfiguration",
    "DeleteProtectConfigurationRuleSetNumberOverride",
    "DeleteRcsAgent",
    "DeleteRcsMessageSpendLimitOverride",
    "DeleteRegistration",
    "DeleteRegistrationAttachment",
    "DeleteRegistrationFieldValue",
    "DeleteResourcePolicy",
    "DeleteTextMessageSpendLimitOverride",
    "DeleteVerifiedDestinationNumber",
    "DeleteVoiceMessageSpendLimitOverride",
    "DescribeAccountAttributes",
    "DescribeAccountLimits",
    "DescribeConfigurationSets",
    "DescribeKeywords",
    "DescribeNotifyConfigurations",
    "DescribeNotifyTemplates",
    "DescribeOptOutLists",
    "DescribeOptedOutNumbers",
    "DescribePhoneNumbers",
    "DescribePools",
    "DescribeProtectConfigurations",
    "DescribeRcsAgentCountryLaunchStatus",
    "DescribeRcsAgents",
    "DescribeRegistrationAttachments",
    "DescribeRegistrationFieldDefinitions",
    "DescribeRegistrationFieldValues",
    "DescribeRegistrationSectionDefinitions",
    "DescribeRegistrationTypeDefinitions",
    "DescribeRegistrationVersions",
    "DescribeRegistrations",
    "DescribeSenderIds",
    "DescribeSpendLimits",
    "DescribeVerifiedDestinationNumbers",
    "DisassociateOriginationIdentity",
    "DisassociateProtectConfiguration",
    "DiscardRegistrationVersion",
    "GetProtectConfigurationCountryRuleSet",
    "GetResourcePolicy",
    "ListAvailablePhoneNumbers",
    "ListNotifyCountries",
    "ListPoolOriginationIdentities",
    "ListProtectConfigurationRuleSetNumberOverrides",
    "ListRegistrationAssociations",
    "ListTagsForResource",
    "PutKeyword",
    "PutMessageFeedback",
    "PutOptedOutNumber",
    "PutProtectConfigurationRuleSetNumberOverride",
    "PutRegistrationFieldValue",
    "PutResourcePolicy",
    "ReleasePhoneNumber",
    "ReleaseSenderId",
    "RequestPhoneNumber",
    "RequestSenderId",
    "SendDestinationNumberVerificationCode",
    "SendMediaMessage",
    "SendNotifyTextMessage",
    "SendNotifyVoiceMessage",
    "SendRcsMessage",
    "SendTextMessage",
    "SendVoiceMessage",
    "SetAccountDefaultProtectConfiguration",
    "SetDefaultMessageFeedbackEnabled",
    "SetDefaultMessageType",
    "SetDefaultSenderId",
    "SetMediaMessageSpendLimitOverride",
    "SetNotifyMessageSpendLimitOverride",
    "SetRcsMessageSpendLimitOverride",
    "SetTextMessageSpendLimitOverride",
    "SetVoiceMessageSpendLimitOverride",
    "SubmitRegistrationVersion",
    "TagResource",
    "UntagResource",
    "UpdateEventDestination",
    "UpdateNotifyConfiguration",
    "UpdatePhoneNumber",
    "UpdatePool",
    "UpdateProtectConfiguration",
    "UpdateProtectConfigurationCountryRuleSet",
    "UpdateRcsAgent",
    "UpdateSenderId",
    "VerifyDestinationNumber",
]
"""The operations of the API."""
SendOperation = Literal[
    "SendDestinationNumberVerificationCode",
    "SendMediaMessage",
    "SendNotifyTextMessage",
    "SendNotifyVoiceMessage",
    "SendRcsMessage",
    "SendTextMessage",
    "SendVoiceMessage",
]
"""The operations that send."""
