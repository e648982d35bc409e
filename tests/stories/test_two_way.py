"""Two-way: customers confirm their appointments by answering."""

from __future__ import annotations

from typing import Any

from botocore.exceptions import ClientError

from .senders import long_code, take, topic_with_queue
from .world import World

ANN, BEN = "+447700900101", "+447700900102"


def listen(sms: Any, sender: str, topic: str) -> bool:
    """Let answers go to the topic and thank for a yes; say whether the country has that."""
    try:
        sms.update_phone_number(PhoneNumberId=sender, TwoWayEnabled=True, TwoWayChannelArn=topic)
    except ClientError as error:
        if error.response.get("Reason") != "TWO_WAY_NOT_SUPPORTED_IN_COUNTRY":
            raise
        return False
    sms.put_keyword(OriginationIdentity=sender, Keyword="YES", KeywordMessage="See you tomorrow.")
    sms.put_keyword(
        OriginationIdentity=sender, Keyword="HELP", KeywordMessage="Call +447700900100."
    )
    return True


def ask(sms: Any, sender: str, customer: str) -> str:
    """Ask for an answer, and return the message's id."""
    sent = sms.send_text_message(
        DestinationPhoneNumber=customer,
        OriginationIdentity=sender,
        MessageBody="Will you come tomorrow at ten? Answer YES, or tell us when.",
    )
    return str(sent["MessageId"])


def read_answers(asked: dict[str, str], inbox: list[dict[str, Any]]) -> dict[str, str]:
    """Return what was answered to each message that was asked about."""
    answers = {}
    for reply in inbox:
        if reply["messageKeyword"] == "YES":
            answer = "confirmed"
        else:
            answer = f"call {reply['originationNumber']}: {reply['messageBody']}"
        answers[asked[reply["previousPublishedMessageId"]]] = answer
    return answers


def test_customers_answer_and_the_application_reads_it(world: World) -> None:
    sms, simulator = world.sms, world.simulator
    topic, queue = topic_with_queue(world, "answers")
    sender = long_code(simulator)
    assert listen(sms, sender, topic)
    one_way = simulator.add_phone_number(iso_country_code="AR", number_type="SHORT_CODE")
    assert not listen(sms, one_way["PhoneNumberId"], topic)
    [number] = sms.describe_phone_numbers(PhoneNumberIds=[sender])["PhoneNumbers"]
    asked = {ask(sms, sender, ANN): "Ann", ask(sms, sender, BEN): "Ben"}

    yes = simulator.receive_message(
        origination_phone_number=ANN, destination=number["PhoneNumber"], body="Yes, gladly"
    )
    simulator.receive_message(origination_phone_number=BEN, destination=sender, body="At noon?")
    helped = simulator.receive_message(
        origination_phone_number=BEN, destination=sender, body="help"
    )

    # Ann is thanked by AWS, and Ben gets AWS's help, of which the application never hears.
    assert yes.automatic_response is not None
    assert yes.automatic_response.message_body == "See you tomorrow."
    assert helped.automatic_response is not None
    assert helped.automatic_response.message_body == "Call +447700900100."
    inbox = take(world.client("sqs"), queue)
    assert read_answers(asked, inbox) == {
        "Ann": "confirmed",
        "Ben": f"call {BEN}: At noon?",
    }
    assert inbox[0] == {
        "originationNumber": ANN,
        "destinationNumber": number["PhoneNumber"],
        "messageKeyword": "YES",
        "messageBody": "Yes, gladly",
        "inboundMessageId": yes.inbound_message_id,
        "previousPublishedMessageId": next(iter(asked)),
    }
