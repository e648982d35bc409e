"""Media messages: MMS with files from S3."""

from __future__ import annotations

import json
from typing import Any

import boto3
import pytest

from moto_pinpoint_sms_v2 import Simulator

from ...support import ACCOUNT, body, client_of, refused
from ..number_types import LONG_CODE, request
from ..senders import (
    BRITISH_HANDSET,
    CANADIAN_HANDSET,
    HANDSET,
    identifier,
    number,
    pool_of,
    sender_id,
    types,
)

MEGABYTE = 1024 * 1024


@pytest.fixture
def origin(sms: Any) -> str:
    """An American number that sends media."""
    return number(sms, NumberCapabilities=["SMS", "MMS"])


@pytest.fixture
def media(aws: None) -> Any:
    """A bucket, as a function that puts a file into it and returns its URL."""
    s3 = client_of("s3")
    s3.create_bucket(Bucket="media")

    def put(key: str, content_type: str, size: int = 10) -> str:
        s3.put_object(Bucket="media", Key=key, Body=b"x" * size, ContentType=content_type)
        return f"s3://media/{key}"

    return put


def send(sms: Any, origin: str, **arguments: Any) -> Any:
    """Send a media message."""
    return sms.send_media_message(
        **{"DestinationPhoneNumber": HANDSET, "OriginationIdentity": origin} | arguments
    )


def test_send_media_message_answers_the_id_of_what_left(
    sms: Any, simulator: Simulator, origin: str, news: str, media: Any
) -> None:
    url = media("cat.png", "image/png")
    answer = send(
        sms,
        origin,
        MessageBody="A cat",
        MediaUrls=[url],
        ConfigurationSetName=news,
        MaxPrice="0.10",
        TimeToLive=60,
        Context={"order": "42"},
    )

    [message] = simulator.messages()
    assert body(answer) == {"MessageId": message.message_id}
    assert (message.channel, message.message_body, message.media_urls) == (
        "MEDIA",
        "A cat",
        [url],
    )
    assert (message.message_encoding, message.total_message_parts) == (None, 1)
    assert message.context == {"order": "42"}
    assert message.status == "MEDIA_DELIVERED"


def test_a_media_message_needs_a_body_or_a_file(sms: Any, origin: str) -> None:
    with refused("ValidationException", "MISSING_PARAMETER", fields=["messageBody"]):
        send(sms, origin)


@pytest.mark.parametrize(
    ("key", "content_type", "size", "fault"),
    [
        ("cat.gif", "image/gif", 2 * MEGABYTE, None),
        ("cat.png", "image/png", 2 * MEGABYTE + 1, "SIZE_EXCEEDED"),
        ("cat.mp4", "video/mp4", 600 * 1024, None),
        ("cat.mp4", "video/mp4", 600 * 1024 + 1, "SIZE_EXCEEDED"),
        ("cat.vcf", "text/vcard", 10, None),
        ("cat.zip", "application/zip", 10, "TYPE_UNSUPPORTED"),
        ("cat.jpg", "binary/octet-stream", 10, None),
        ("cat", "binary/octet-stream", 10, "TYPE_UNSUPPORTED"),
    ],
)
def test_an_event_tells_what_is_wrong_with_a_file(
    sms: Any,
    simulator: Simulator,
    origin: str,
    media: Any,
    key: str,
    content_type: str,
    size: int,
    fault: str | None,
) -> None:
    send(sms, origin, MediaUrls=[media(key, content_type, size)])

    told = ["MEDIA_SUCCESSFUL", "MEDIA_DELIVERED"] if fault is None else [f"MEDIA_FILE_{fault}"]
    assert types(simulator.events()) == told


@pytest.mark.parametrize("url", ["s3://nothing/cat.png", "s3://media/dog.png"])
def test_an_event_tells_that_a_file_is_not_there(
    sms: Any, simulator: Simulator, origin: str, media: Any, url: str
) -> None:
    send(sms, origin, MediaUrls=[url])

    [event] = simulator.events()
    assert event["eventType"] == "MEDIA_FILE_INACCESSIBLE"
    assert (event["isFinal"], event["totalMessagePrice"]) == (True, 0)


def test_a_file_lies_in_the_numbers_region(sms: Any, simulator: Simulator, origin: str) -> None:
    abroad = boto3.client("s3", region_name="eu-west-1")
    abroad.create_bucket(
        Bucket="abroad", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"}
    )
    abroad.put_object(Bucket="abroad", Key="cat.png", Body=b"cat", ContentType="image/png")

    send(sms, origin, MediaUrls=["s3://abroad/cat.png"])

    [event] = simulator.events()
    assert (event["eventType"], event["isFinal"]) == ("MEDIA_FILE_INACCESSIBLE", True)


READ_BY = {"Effect": "Allow", "Principal": {"AWS": ACCOUNT}, "Action": "s3:GetObject"}
POLICIES = [
    pytest.param([], False, id="none"),
    pytest.param([{**READ_BY, "Resource": "arn:aws:s3:::theirs/*"}], True, id="all of it"),
    pytest.param([{**READ_BY, "Resource": "arn:aws:s3:::theirs/cat*"}], False, id="others of it"),
    pytest.param(
        [{**READ_BY, "Resource": "arn:aws:s3:::theirs/*", "Principal": {"AWS": "111122223333"}}],
        False,
        id="another account",
    ),
    pytest.param(
        [
            {**READ_BY, "Resource": "arn:aws:s3:::theirs/*"},
            {**READ_BY, "Resource": "arn:aws:s3:::theirs/letter.pdf", "Effect": "Deny"},
        ],
        False,
        id="denied",
    ),
]


@pytest.mark.parametrize(("statements", "is_readable"), POLICIES)
def test_another_accounts_file_is_read_as_its_bucket_says(
    sms: Any,
    simulator: Simulator,
    origin: str,
    monkeypatch: pytest.MonkeyPatch,
    statements: list[dict[str, Any]],
    is_readable: bool,
) -> None:
    s3 = boto3.client("s3", region_name="us-east-1")
    monkeypatch.setenv("MOTO_ACCOUNT_ID", "999988887777")
    s3.create_bucket(Bucket="theirs")
    s3.put_object(Bucket="theirs", Key="letter.pdf", Body=b"%PDF-", ContentType="application/pdf")
    if statements:
        policy = json.dumps({"Version": "2012-10-17", "Statement": statements})
        s3.put_bucket_policy(Bucket="theirs", Policy=policy)
    monkeypatch.delenv("MOTO_ACCOUNT_ID")

    send(sms, origin, MediaUrls=["s3://theirs/letter.pdf"])
    sms.create_registration_attachment(AttachmentUrl="s3://theirs/letter.pdf")

    [attachment] = sms.describe_registration_attachments()["RegistrationAttachments"]
    told = (simulator.messages()[0].status, attachment["AttachmentStatus"])
    assert told == (
        ("MEDIA_DELIVERED", "UPLOAD_COMPLETE")
        if is_readable
        else ("MEDIA_FILE_INACCESSIBLE", "UPLOAD_FAILED")
    )


def test_a_policy_that_is_none_keeps_no_owner_from_a_file(
    sms: Any, simulator: Simulator, origin: str
) -> None:
    s3 = boto3.client("s3", region_name="us-east-1")
    s3.create_bucket(Bucket="ours")
    s3.put_object(Bucket="ours", Key="letter.pdf", Body=b"%PDF-", ContentType="application/pdf")
    s3.put_bucket_policy(Bucket="ours", Policy="no JSON")  # which moto takes

    send(sms, origin, MediaUrls=["s3://ours/letter.pdf"])

    assert simulator.messages()[0].status == "MEDIA_DELIVERED"


def test_the_carrier_has_the_last_word_on_a_file(
    sms: Any, simulator: Simulator, origin: str
) -> None:
    simulator.set_outcome(HANDSET, "MEDIA_DELIVERED")
    send(sms, origin, MediaUrls=["s3://nothing/cat.png"])

    assert simulator.messages()[0].status == "MEDIA_DELIVERED"


def test_a_number_without_mms_sends_no_media(sms: Any) -> None:
    texts_only = number(sms)

    with refused(
        "ConflictException",
        "NUMBER_CAPABILITIES_MISMATCH",
        kind="phone-number",
        id=identifier(sms, texts_only),
    ):
        send(sms, texts_only, MessageBody="Hello")


def test_a_sender_id_sends_no_media(sms: Any) -> None:
    sender_id(sms)

    with refused(
        "ConflictException", "NUMBER_CAPABILITIES_MISMATCH", kind="sender-id", id="EXAMPLE"
    ):
        send(sms, "EXAMPLE", DestinationPhoneNumber=BRITISH_HANDSET, MessageBody="Hello")


def test_media_stay_in_the_country_of_their_number(sms: Any) -> None:
    canadian = number(sms, LONG_CODE, IsoCountryCode="CA", NumberCapabilities=["SMS", "MMS"])
    sms.update_phone_number(
        PhoneNumberId=identifier(sms, canadian), InternationalSendingEnabled=True
    )

    assert send(sms, canadian, DestinationPhoneNumber=CANADIAN_HANDSET, MessageBody="Hello")
    with refused(
        "ValidationException",
        "INTERNATIONAL_SENDING_NOT_SUPPORTED",
        fields=["originationIdentity"],
    ):
        send(sms, canadian, MessageBody="Hello")


def test_a_pool_sends_media_from_what_can(sms: Any, simulator: Simulator, origin: str) -> None:
    pool = pool_of(sms, identifier(sms, origin))

    send(sms, pool, MessageBody="Hello")

    assert simulator.messages()[0].origination_identity == origin


def test_media_use_no_shared_routes(sms: Any, origin: str) -> None:
    pool = pool_of(sms, identifier(sms, origin), SharedRoutesEnabled=True)

    with refused("ConflictException", "NO_ORIGINATION_IDENTITIES_FOUND", kind="pool", id=pool):
        send(sms, pool, DestinationPhoneNumber=BRITISH_HANDSET, MessageBody="Hello")


def test_media_have_a_price_and_a_limit_of_their_own(
    sms: Any, simulator: Simulator, origin: str
) -> None:
    with refused("ValidationException", "PRICE_OVER_THRESHOLD", fields=["maxPrice"]):
        send(sms, origin, MessageBody="Hello", MaxPrice="0.02")
    simulator.set_spend("TEXT_MESSAGE_MONTHLY_SPEND_LIMIT", 10_000)
    assert send(sms, origin, MessageBody="Hello")
    simulator.set_spend("MEDIA_MESSAGE_MONTHLY_SPEND_LIMIT", 10_000)
    with refused("ServiceQuotaExceededException", "MONTHLY_SPEND_LIMIT_REACHED_FOR_MEDIA"):
        send(sms, origin, MessageBody="Hello")


def test_media_follow_their_own_protect_rules(sms: Any, origin: str, protect: str) -> None:
    sms.update_protect_configuration_country_rule_set(
        ProtectConfigurationId=protect,
        NumberCapability="MMS",
        CountryRuleSetUpdates={"US": {"ProtectStatus": "BLOCK"}},
    )

    with refused(
        "ConflictException",
        "DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION",
        kind="protect-configuration",
        id=protect,
    ):
        send(sms, origin, MessageBody="Hello", ProtectConfigurationId=protect)


def test_an_unknown_number_sends_no_media(sms: Any) -> None:
    unknown = request(sms)[:-1] + "!"

    with pytest.raises(Exception, match="INVALID_PARAMETER"):
        send(sms, unknown, MessageBody="Hello")
    with refused("ResourceNotFoundException", kind="phone-number", id="+12065550199"):
        send(sms, "+12065550199", MessageBody="Hello")
