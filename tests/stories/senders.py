"""What the stories send from, and a queue that hears a topic."""

from __future__ import annotations

import json
from typing import Any

from moto_pinpoint_sms_v2 import Simulator

from .world import World


def long_code(simulator: Simulator, country: str = "GB") -> str:
    """Give the account a number that sends in a country, and return its id."""
    number = simulator.add_phone_number(iso_country_code=country, number_type="LONG_CODE")
    return str(number["PhoneNumberId"])


def toll_free_number(world: World, *capabilities: str) -> str:
    """Lease an American number with its registration, let AWS approve that, and return the id."""
    registration = world.sms.create_registration(RegistrationType="US_TOLL_FREE_REGISTRATION")
    number = world.sms.request_phone_number(
        IsoCountryCode="US",
        MessageType="TRANSACTIONAL",
        NumberCapabilities=list(capabilities),
        NumberType="TOLL_FREE",
        RegistrationId=registration["RegistrationId"],
    )
    world.simulator.set_registration_status(registration["RegistrationId"], "COMPLETE")
    return str(number["PhoneNumberId"])


def topic_with_queue(world: World, name: str) -> tuple[str, str]:
    """Make a topic and a queue that hears it; return the ARN of one and the URL of the other."""
    sns, sqs = world.client("sns"), world.client("sqs")
    topic = sns.create_topic(Name=name)["TopicArn"]
    queue = sqs.create_queue(QueueName=name)["QueueUrl"]
    attributes = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])
    sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=attributes["Attributes"]["QueueArn"])
    return topic, queue


def take(sqs: Any, queue: str) -> list[dict[str, Any]]:
    """Take everything from such a queue, oldest first, as an application's worker does."""
    taken = []
    while messages := sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages"):
        for message in messages:
            taken.append(json.loads(json.loads(message["Body"])["Message"]))
            sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
    return taken
