"""Identities that send, and the handset that gets it."""

from __future__ import annotations

import json
from typing import Any

from botocore import xform_name

from ..support import client_of
from .number_types import LONG_CODE, TEN_DLC, request, simulator_of

HANDSET = "+12065550100"
BRITISH_HANDSET = "+447700900123"
GERMAN_HANDSET = "+4915112345678"
CANADIAN_HANDSET = "+16135550123"
ARN = "arn:aws:sms-voice:us-east-1:123456789012:"


def number(sms: Any, wish: dict[str, Any] = TEN_DLC, **arguments: Any) -> str:
    """Return a number that sends, in E.164: requested, or given where that needs registrations."""
    if wish["NumberType"] in ("TEN_DLC", "LONG_CODE"):
        return given(sms, **{**wish, **arguments})
    identifier = request(sms, wish, **arguments)
    [entry] = sms.describe_phone_numbers(PhoneNumberIds=[identifier])["PhoneNumbers"]
    assert entry["Status"] == "ACTIVE"
    return str(entry["PhoneNumber"])


def british_number(sms: Any, **arguments: Any) -> str:
    """Request a British number that sends, and return it in E.164."""
    return number(sms, LONG_CODE, **arguments)


def given(sms: Any, **members: Any) -> str:
    """Let the account own a number, whatever had to be registered, and return it in E.164."""
    settings = {xform_name(name): value for name, value in members.items() if value is not None}
    return str(simulator_of(sms).add_phone_number(**settings)["PhoneNumber"])


def identifier(sms: Any, phone_number: str) -> str:
    """Return the id of a number."""
    for entry in sms.describe_phone_numbers()["PhoneNumbers"]:
        if entry["PhoneNumber"] == phone_number:
            return str(entry["PhoneNumberId"])
    raise AssertionError(phone_number)


def sender_id(sms: Any, word: str = "EXAMPLE", country: str = "GB", **arguments: Any) -> str:
    """Request a sender ID, and return it."""
    sms.request_sender_id(SenderId=word, IsoCountryCode=country, **arguments)
    return word


def pool_of(sms: Any, *members: str, country: str = "US", **settings: Any) -> str:
    """Make a pool of identities of one country, and return its id."""
    first, *others = members
    pool = sms.create_pool(
        OriginationIdentity=first, IsoCountryCode=country, MessageType="TRANSACTIONAL"
    )["PoolId"]
    sms.describe_pools()
    for member in others:
        sms.associate_origination_identity(
            PoolId=pool,
            OriginationIdentity=member,
            # A pool holds agents for all countries.
            IsoCountryCode="ZZ" if member.startswith("rcs-") else country,
        )
    if settings:
        sms.update_pool(PoolId=pool, **settings)
    return str(pool)


def send(sms: Any, **arguments: Any) -> str:
    """Send a text, and return the message's id."""
    given = {"DestinationPhoneNumber": HANDSET, "MessageBody": "Your code is 123456."} | arguments
    return str(sms.send_text_message(**given)["MessageId"])


def topic(name: str = "events", *, endpoint_url: str | None = None) -> str:
    """Make a topic that a queue of the same name hears, and return its ARN."""
    sns = client_of("sns", endpoint_url=endpoint_url)
    sqs = client_of("sqs", endpoint_url=endpoint_url)
    arn = str(sns.create_topic(Name=name)["TopicArn"])
    queue = sqs.create_queue(QueueName=name)["QueueUrl"]
    attributes = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])
    sns.subscribe(TopicArn=arn, Protocol="sqs", Endpoint=attributes["Attributes"]["QueueArn"])
    return arn


def heard(name: str = "events", *, endpoint_url: str | None = None) -> list[dict[str, Any]]:
    """Take what the topic's queue holds, oldest first."""
    sqs = client_of("sqs", endpoint_url=endpoint_url)
    queue = sqs.get_queue_url(QueueName=name)["QueueUrl"]
    found = []
    while messages := sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages"):
        for message in messages:
            found.append(json.loads(json.loads(message["Body"])["Message"]))
            sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
    return found


def types(events: list[dict[str, Any]]) -> list[str]:
    """Return the types of events."""
    return [event["eventType"] for event in events]
