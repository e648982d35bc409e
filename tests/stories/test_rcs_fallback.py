"""RCS with fallback: a boarding pass arrives as a card, or as a text where there is no RCS."""

from __future__ import annotations

from typing import Any

from botocore.exceptions import ClientError

from .senders import toll_free_number
from .world import World

ANN, BEN = "+12065550101", "+12065550102"
CARD = {
    "Title": "Your boarding pass",
    "Description": "Gate 12, seat 4A",
    "Suggestions": [
        {"OpenUrl": {"Text": "Open", "PostbackData": "open", "Url": "https://example.com/4A"}}
    ],
}
TEXT = "Your boarding pass: gate 12, seat 4A. https://example.com/4A"


def send_boarding_pass(sms: Any, pool: str, passenger: str) -> str:
    """Send a card, with a text in reserve, and return the message's id."""
    message = {"DestinationPhoneNumber": passenger, "OriginationIdentity": pool}
    try:
        sent = sms.send_rcs_message(
            **message,
            RcsMessageContent={
                "Content": {"RichCard": {"CardOrientation": "VERTICAL", "CardContent": CARD}}
            },
            FallbackConfiguration={"Channel": "SMS", "MessageBody": TEXT},
        )
    except ClientError as error:
        # The agent is not launched yet: then it is a text from the start.
        if error.response.get("Reason") != "NO_ORIGINATION_IDENTITIES_FOUND":
            raise
        sent = sms.send_text_message(**message, MessageBody=TEXT)
    return str(sent["MessageId"])


def test_a_card_that_does_not_arrive_goes_out_as_a_text(world: World) -> None:
    sms, simulator = world.sms, world.simulator
    number = toll_free_number(world, "SMS")
    pool = sms.create_pool(OriginationIdentity=number, MessageType="TRANSACTIONAL")["PoolId"]
    agent = sms.create_rcs_agent()["RcsAgentId"]
    launch = sms.create_registration(RegistrationType="US_RCS_LAUNCH_REGISTRATION")
    sms.create_registration_association(RegistrationId=launch["RegistrationId"], ResourceId=agent)
    sms.associate_origination_identity(PoolId=pool, OriginationIdentity=agent)

    # Before the launch there are texts only.
    [message] = simulator.messages(message_id=send_boarding_pass(sms, pool, ANN))
    assert (message.channel, message.message_body) == ("TEXT", TEXT)

    simulator.set_registration_status(launch["RegistrationId"], "COMPLETE")
    [message] = simulator.messages(message_id=send_boarding_pass(sms, pool, ANN))
    assert (message.channel, message.status) == ("RCS", "RCS_DELIVERED")
    assert message.origination_identity == agent

    # Ben's phone has no RCS. It is one message, with one id, that changes its channel.
    simulator.set_outcome(BEN, "RCS_FAILED")
    sent = send_boarding_pass(sms, pool, BEN)
    [message] = simulator.messages(message_id=sent)
    assert (message.channel, message.status) == ("TEXT", "TEXT_DELIVERED")
    assert message.message_body == TEXT
    events = simulator.events(message_id=sent)
    assert [event["eventType"] for event in events] == [
        "RCS_FALLEN_BACK_TO_SMS",
        "TEXT_SUCCESSFUL",
        "TEXT_DELIVERED",
    ]
    assert events[-1]["originationPhoneNumber"] == message.origination_identity != agent
