"""What callers may well say, whatever there is."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from ..domains.neighbours import statement
from ..support import ACCOUNT, REGION

HANDSETS = [
    *(f"+12065550{number}" for number in range(100, 108)),
    *(f"+447700900{number}" for number in range(100, 108)),
    "+16135550123",
    "+14254147755",
]
"""Whom a message may reach: in the US, Britain and Canada, and one of AWS's own."""
STRANGERS = ["+4915112345678", "+919876543210", "+8613800138000", "+254712345678", "+53512345678"]
OPTED_OUT, TESTER, VERIFIED, BLOCKED = (
    "+12065550190",
    "+12065550191",
    "+12065550192",
    "+12065550193",
)
TEMPLATES = [f"notify-code-verification-english-00{number}" for number in (1, 2, 3)]
FILES = {
    "cat.png": ("image/png", b"cat"),
    "cat.zip": ("application/zip", b"cat"),
    "large.png": ("image/png", b"x" * (2 * 2**20 + 1)),
}

SAID: Mapping[str, Sequence[Any]] = {
    "Application": ["BROWSER", "BROWSER", "WEBVIEW"],
    "AttachmentUrl": [f"s3://media/{name}" for name in FILES],
    "CardOrientation": ["HORIZONTAL", "VERTICAL"],
    "CardWidth": ["SMALL", "MEDIUM"],
    "DestinationPhoneNumber": [
        *HANDSETS[:8] * 4,
        *HANDSETS * 2,
        *STRANGERS,
        OPTED_OUT,
        TESTER,
        VERIFIED,
        BLOCKED,
    ],
    "FieldPath": ["companyInfo.companyName", "companyInfo.city", "companyInfo.taxIdIssuingCountry"],
    "FileUrl": ["s3://media/cat.png", "https://example.com/cat.png", "s3://media/none.png"],
    "Height": ["SHORT", "MEDIUM"],
    "IsoCountryCode": ["US", "US", "GB", "GB", "CA", "IN", "DE", "SE", "XX"],
    "Keyword": ["INFO", "STOP", "HELP", "help"],
    "MaxPrice": ["0.50", "0.50", "1.0", "0.00001"],
    "MaxPricePerMinute": ["0.50", "0.50", "0.00001"],
    "MediaUrls": [f"s3://media/{name}" for name in (*FILES, "none.png")],
    "MessageBody": [
        *("Your code is 123456.", "Grüße 👋", "Hello") * 3,
        *("<speak>Hello</speak>", "STOP", "a" * 1600, "é" * 1500),
    ],
    "MessageTrafficType": ["AUTHENTICATION", "TRANSACTION", "PROMOTION"],
    "OptOutListName": ["Default", "news", "other"],
    "OptedOutNumber": [*HANDSETS[-3:], OPTED_OUT],
    "Policy": [json.dumps({"Version": "2012-10-17", "Statement": [statement()]})],
    "RcsMessageContent": [
        {"Content": {"TextMessage": {"Body": "Hello"}}},
        {
            "Content": {"TextMessage": {"Body": "Where?"}},
            "Suggestions": [
                {"Reply": {"Text": "Yes", "PostbackData": "yes"}},
                {"RequestLocation": {"Text": "Here", "PostbackData": "here"}},
            ],
        },
    ],
    "RegistrationType": [
        "US_TOLL_FREE_REGISTRATION",
        "US_TEN_DLC_BRAND_REGISTRATION",
        "US_RCS_LAUNCH_REGISTRATION",
        "NOTIFY_TIER_UPGRADE_REGISTRATION",
    ],
    "TemplateId": [*TEMPLATES, TEMPLATES[0], TEMPLATES[0]],
    "DefaultTemplateId": [*TEMPLATES, "UNSET_DEFAULT_TEMPLATE"],
    "TemplateVariables": [{"code": "123456"}] * 8 + [{"code": "1", "other": "2"}, {"other": "2"}],
    "ThumbnailImageAlignment": ["LEFT", "RIGHT"],
    "ThumbnailUrl": ["https://example.com/cat.png", "s3://media/cat.png"],
    "TwoWayChannelArn": [
        "connect.us-east-1.amazonaws.com",
        f"arn:aws:sns:{REGION}:{ACCOUNT}:events",
    ],
    "TwoWayMediaS3BucketName": ["media", "UNSET_RCS_MEDIA_CONFIGURATION"],
    "VerificationCode": ["123456", "000000"],
    "VersionNumber": [1, 1, 1, 2],
    "WebviewViewMode": ["FULL", "HALF"],
    "VoiceId": ["MATTHEW", "JOANNA", "AMY", "ZHIYU"],
}
"""What no answer tells."""
