"""Voice: an alarm is read over the telephone, to the first person who answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from botocore.exceptions import ClientError

from .senders import toll_free_number
from .world import World

ANN, BEN = "+12065550101", "+12065550102"
ALARM = '<speak>Alarm in <emphasis level="strong">{place}</emphasis>.</speak>'


def call(sms: Any, sender: str, person: str, place: str) -> str:
    """Call somebody, with emphasis if the name of the place lets us; return the call's id."""
    message = {
        "DestinationPhoneNumber": person,
        "OriginationIdentity": sender,
        "VoiceId": "AMY",
        "MaxPricePerMinute": "0.05",
    }
    try:
        sent = sms.send_voice_message(
            **message, MessageBody=ALARM.format(place=place), MessageBodyTextType="SSML"
        )
    except ClientError as error:
        if error.response.get("Reason") != "CANNOT_PARSE":
            raise
        sent = sms.send_voice_message(**message, MessageBody=f"Alarm in {place}.")
    return str(sent["MessageId"])


def raise_alarm(
    sms: Any, sender: str, people: list[str], place: str, ended: Callable[[str], str]
) -> str | None:
    """Call one after the other, and return who has heard it; ``ended`` says how a call ended."""
    for person in people:
        if ended(call(sms, sender, person, place)) == "VOICE_COMPLETED":
            return person
    return None


def test_the_first_who_answers_hears_the_alarm(world: World) -> None:
    simulator = world.simulator
    sender = toll_free_number(world, "SMS", "VOICE")
    simulator.set_outcome(ANN, "VOICE_NO_ANSWER")

    def ended(message_id: str) -> str:
        [message] = simulator.messages(message_id=message_id)
        return message.status

    assert raise_alarm(world.sms, sender, [ANN, BEN], "hall 2", ended) == BEN

    unheard, heard = simulator.messages(channel="VOICE")
    assert heard.message_body == (
        '<speak>Alarm in <emphasis level="strong">hall 2</emphasis>.</speak>'
    )
    steps = [event["eventType"] for event in simulator.events(message_id=unheard.message_id)]
    assert steps == ["VOICE_INITIATED", "VOICE_RINGING", "VOICE_NO_ANSWER"]
    *_, completed = simulator.events(message_id=heard.message_id)
    assert completed["eventType"] == "VOICE_COMPLETED"
    assert (completed["callDurationInSeconds"], completed["totalDurationInMinutes"]) == (2, 1)

    # Text that is not XML cannot be read with emphasis, so it is read without.
    [message] = simulator.messages(message_id=call(world.sms, sender, BEN, "B&B"))
    assert message.message_body == "Alarm in B&B."

    simulator.set_outcome(BEN, "VOICE_BUSY")
    assert raise_alarm(world.sms, sender, [ANN, BEN], "hall 2", ended) is None
