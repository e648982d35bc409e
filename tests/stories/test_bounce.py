"""Bounce: an application reads the carrier's reports, and gives up numbers that are dead."""

from __future__ import annotations

from typing import Any

from botocore.exceptions import ClientError

from .senders import long_code, take, topic_with_queue
from .world import World

ALIVE, OFF, DEAD = "+447700900101", "+447700900102", "+447700900103"


def report_to(sms: Any, topic: str) -> str:
    """Let AWS report on messages of this configuration set, and return its name."""
    sms.create_configuration_set(ConfigurationSetName="reminders")
    sms.create_event_destination(
        ConfigurationSetName="reminders",
        EventDestinationName="reports",
        MatchingEventTypes=["TEXT_ALL"],
        SnsDestination={"TopicArn": topic},
    )
    return "reminders"


def remind(sms: Any, sender: str, customers: dict[str, str]) -> list[str]:
    """Write to customers by number, with their ids as context; return those not to be reached."""
    refused = []
    for number, customer in customers.items():
        try:
            sms.send_text_message(
                DestinationPhoneNumber=number,
                OriginationIdentity=sender,
                MessageBody="Your appointment is tomorrow at ten.",
                ConfigurationSetName="reminders",
                Context={"customer": customer},
            )
        except ClientError as error:
            if error.response.get("Reason") != "DESTINATION_PHONE_NUMBER_OPTED_OUT":
                raise
            refused.append(customer)
    return refused


def read_reports(sms: Any, reports: list[dict[str, Any]]) -> dict[str, str]:
    """Return how each customer's message ended; a number that does not exist is given up."""
    ended = {}
    for report in reports:
        if not report["isFinal"]:
            continue
        ended[report["context"]["customer"]] = report["messageStatus"]
        if report["eventType"] in ("TEXT_INVALID", "TEXT_CARRIER_BLOCKED"):
            sms.put_opted_out_number(
                OptOutListName="Default", OptedOutNumber=report["destinationPhoneNumber"]
            )
    return ended


def test_a_number_that_bounces_is_not_written_to_again(world: World) -> None:
    topic, queue = topic_with_queue(world, "reports")
    report_to(world.sms, topic)
    sender = long_code(world.simulator)
    customers = {ALIVE: "Ann", OFF: "Ben", DEAD: "Cat"}
    world.simulator.set_outcome(OFF, "TEXT_UNREACHABLE")
    world.simulator.set_outcome(DEAD, "TEXT_INVALID")

    assert remind(world.sms, sender, customers) == []
    reports = take(world.client("sqs"), queue)
    assert read_reports(world.sms, reports) == {
        "Ann": "DELIVERED",
        "Ben": "UNREACHABLE",
        "Cat": "INVALID",
    }
    assert reports == world.simulator.events()

    # Next week Ben's phone is on again, and nobody writes to Cat.
    world.simulator.set_outcome(OFF, "TEXT_DELIVERED")
    assert remind(world.sms, sender, customers) == ["Cat"]
    assert read_reports(world.sms, take(world.client("sqs"), queue)) == {
        "Ann": "DELIVERED",
        "Ben": "DELIVERED",
    }

    # AWS has numbers for trying this out in production; one of them always blocks.
    assert remind(world.sms, sender, {"+447860019067": "nobody"}) == []
    assert read_reports(world.sms, take(world.client("sqs"), queue)) == {"nobody": "BLOCKED"}
