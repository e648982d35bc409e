"""Accounts as people write them."""

from __future__ import annotations

from typing import Any

from ...support import ACCOUNT, REGION

ARN = f"arn:aws:sms-voice:{REGION}:{ACCOUNT}:"

WHOLE: dict[str, Any] = {
    "account_id": ACCOUNT,
    "region_name": REGION,
    "OptOutLists": [{"OptOutListName": "news"}],
    "PhoneNumbers": [
        {
            "PhoneNumberId": "phone-1",
            "PhoneNumber": "+18885550100",
            "NumberType": "TOLL_FREE",
            "PoolId": "pool-1",
        },
        {"PhoneNumberId": "phone-2", "PhoneNumber": "+18885550101", "NumberType": "TOLL_FREE"},
    ],
    "SenderIds": [{"SenderId": "NEWS", "IsoCountryCode": "SE"}],
    "Pools": [{"PoolId": "pool-1", "MessageType": "TRANSACTIONAL"}, {"PoolId": "pool-2"}],
    "PoolOriginationIdentities": [
        {"PoolId": "pool-1", "OriginationIdentities": [{"OriginationIdentity": "phone-1"}]}
    ],
    "Keywords": [
        {
            "OriginationIdentity": "pool-1",
            "Keywords": [{"Keyword": "INFO", "KeywordMessage": "Hello."}],
        }
    ],
    "ConfigurationSets": [
        {
            "ConfigurationSetName": "sales",
            "EventDestinations": [
                {
                    "EventDestinationName": "one",
                    "MatchingEventTypes": ["ALL"],
                    "SnsDestination": {"TopicArn": f"arn:aws:sns:{REGION}:{ACCOUNT}:events"},
                }
            ],
        }
    ],
    "Registrations": [
        {
            "RegistrationId": "registration-1",
            "RegistrationType": "US_TOLL_FREE_REGISTRATION",
            "RegistrationStatus": "COMPLETE",
            "CurrentVersionNumber": 2,
            "ApprovedVersionNumber": 2,
            "LatestDeniedVersionNumber": 1,
        }
    ],
    "RegistrationFieldValues": [
        {
            "RegistrationId": "registration-1",
            "VersionNumber": 2,
            "RegistrationFieldValues": [{"FieldPath": "companyInfo.city", "TextValue": "Seattle"}],
        }
    ],
    "TagsForResource": [
        {"ResourceArn": f"{ARN}pool/pool-1", "Tags": [{"Key": "team", "Value": "growth"}]}
    ],
    "AccountAttributes": [{"Name": "ACCOUNT_TIER", "Value": "SANDBOX"}],
    "SpendLimits": [
        {
            "Name": "TEXT_MESSAGE_MONTHLY_SPEND_LIMIT",
            "EnforcedLimit": 5,
            "MaxLimit": 10,
            "Overridden": True,
        }
    ],
    "AccountLimits": [{"Name": "PHONE_NUMBERS", "Used": 2, "Max": 500}],
}
"""An account as a person may write it, with something to break in every place."""
