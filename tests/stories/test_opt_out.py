"""Opt-out: a reader of a newsletter writes STOP, and later START."""

from __future__ import annotations

from typing import Any

from botocore.exceptions import ClientError

from .senders import long_code
from .world import World

ANN, BEN = "+447700900101", "+447700900102"


def send_news(sms: Any, sender: str, readers: list[str], news: str) -> list[str]:
    """Send to all readers, and return those who want it."""
    still_reading = []
    for reader in readers:
        try:
            sms.send_text_message(
                DestinationPhoneNumber=reader, OriginationIdentity=sender, MessageBody=news
            )
        except ClientError as error:
            if error.response.get("Reason") != "DESTINATION_PHONE_NUMBER_OPTED_OUT":
                raise
            continue
        still_reading.append(reader)
    return still_reading


def opted_out(sms: Any, opt_out_list: str) -> dict[str, bool]:
    """Return who is on the list, and whether they put themselves there."""
    numbers = sms.describe_opted_out_numbers(OptOutListName=opt_out_list)["OptedOutNumbers"]
    return {each["OptedOutNumber"]: each["EndUserOptedOut"] for each in numbers}


def test_who_writes_stop_gets_nothing_until_they_write_start(world: World) -> None:
    sms, simulator = world.sms, world.simulator
    sms.create_opt_out_list(OptOutListName="news")
    sender = long_code(simulator)
    sms.update_phone_number(PhoneNumberId=sender, OptOutListName="news")
    sms.put_keyword(
        OriginationIdentity=sender,
        Keyword="START",
        KeywordMessage="Welcome back.",
        KeywordAction="OPT_IN",
    )
    assert send_news(sms, sender, [ANN, BEN], "Issue 1") == [ANN, BEN]

    stop = simulator.receive_message(
        origination_phone_number=BEN, destination=sender, body="Stop please"
    )
    assert stop.message_keyword == "STOP"
    assert stop.automatic_response is not None
    assert stop.automatic_response.destination_phone_number == BEN
    assert send_news(sms, sender, [ANN, BEN], "Issue 2") == [ANN]
    assert opted_out(sms, "news") == {BEN: True}

    # The office takes Ann off by hand, and puts her on again.
    sms.put_opted_out_number(OptOutListName="news", OptedOutNumber=ANN)
    assert send_news(sms, sender, [ANN, BEN], "Issue 3") == []
    assert opted_out(sms, "news") == {BEN: True, ANN: False}
    sms.delete_opted_out_number(OptOutListName="news", OptedOutNumber=ANN)

    start = simulator.receive_message(
        origination_phone_number=BEN, destination=sender, body="start"
    )
    assert start.automatic_response is not None
    assert start.automatic_response.message_body == "Welcome back."
    assert send_news(sms, sender, [ANN, BEN], "Issue 4") == [ANN, BEN]

    bodies = [each.message_body for each in simulator.messages(destination_phone_number=BEN)]
    goodbye = stop.automatic_response.message_body
    assert bodies == ["Issue 1", goodbye, "Welcome back.", "Issue 4"]
