"""Text messages: what leaves."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from typing import Any

import pytest
from freezegun import freeze_time

from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2.simulator import SentMessage

from ...support import ACCOUNT, body, refused
from ..senders import HANDSET, number, send

NOON = datetime(2026, 1, 2, 12, 0, 0, tzinfo=timezone.utc)


@pytest.fixture
def origin(sms: Any) -> str:
    """An American number that sends."""
    return number(sms)


@freeze_time(NOON)
def test_send_text_message_answers_the_id_of_what_left(
    sms: Any, simulator: Simulator, origin: str, news: str, protect: str
) -> None:
    answer = sms.send_text_message(
        DestinationPhoneNumber=HANDSET,
        OriginationIdentity=origin,
        MessageBody="Your code is 123456.",
        MessageType="TRANSACTIONAL",
        Keyword="EXAMPLE",
        ConfigurationSetName=news,
        MaxPrice="0.05",
        TimeToLive=60,
        Context={"order": "42"},
        ProtectConfigurationId=protect,
        MessageFeedbackEnabled=True,
    )

    assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", answer["MessageId"])
    assert body(answer) == {"MessageId": answer["MessageId"]}
    assert simulator.messages() == [
        SentMessage(
            message_id=answer["MessageId"],
            channel="TEXT",
            destination_phone_number=HANDSET,
            origination_identity=origin,
            message_body="Your code is 123456.",
            message_type="TRANSACTIONAL",
            configuration_set_name=news,
            protect_configuration_id=protect,
            context={"order": "42"},
            keyword="EXAMPLE",
            time_to_live=60,
            max_price="0.05",
            iso_country_code="US",
            message_encoding="GSM",
            total_message_parts=1,
            status="TEXT_DELIVERED",
            created_timestamp=NOON,
        )
    ]


def test_a_dry_run_is_checked_and_leaves_nothing(
    sms: Any, simulator: Simulator, origin: str
) -> None:
    assert send(sms, OriginationIdentity=origin, DryRun=True)
    assert simulator.messages() == []
    assert simulator.events() == []
    with refused("ResourceNotFoundException", kind="phone-number", id="+12065550199"):
        send(sms, OriginationIdentity="+12065550199", DryRun=True)


def test_the_destination_may_lack_its_plus(sms: Any, simulator: Simulator, origin: str) -> None:
    send(sms, OriginationIdentity=origin, DestinationPhoneNumber=HANDSET[1:])

    [message] = simulator.messages()
    assert message.destination_phone_number == HANDSET


def test_a_text_needs_a_body(sms: Any, origin: str) -> None:
    with refused("ValidationException", "MISSING_PARAMETER", fields=["messageBody"]):
        sms.send_text_message(DestinationPhoneNumber=HANDSET, OriginationIdentity=origin)


@pytest.mark.parametrize("destination", ["+1999", "+999123456789"], ids=["short", "no country"])
def test_a_destination_is_a_phone_number(sms: Any, origin: str, destination: str) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["destinationPhoneNumber"]):
        send(sms, OriginationIdentity=origin, DestinationPhoneNumber=destination)


def test_some_countries_are_sent_to_by_nobody(sms: Any) -> None:
    with refused(
        "ValidationException", "DESTINATION_COUNTRY_BLOCKED", fields=["destinationPhoneNumber"]
    ):
        send(sms, DestinationPhoneNumber="+5351234567")


@pytest.mark.parametrize(
    ("text", "encoding", "parts"),
    [("a" * 160, "GSM", 1), ("a" * 161, "GSM", 2), ("ж" * 71, "UNICODE", 2)],
)
def test_a_text_is_counted_in_parts(
    sms: Any, simulator: Simulator, origin: str, text: str, encoding: str, parts: int
) -> None:
    send(sms, OriginationIdentity=origin, MessageBody=text)

    [message] = simulator.messages()
    assert (message.message_encoding, message.total_message_parts) == (encoding, parts)
    assert simulator.events()[0]["totalMessagePrice"] == pytest.approx(parts * 0.01)


@pytest.mark.parametrize(
    ("text", "last"), [("a" * 1530, "DELIVERED"), ("a" * 1531, "INVALID_MESSAGE")]
)
def test_no_carrier_takes_more_than_ten_parts(
    sms: Any, simulator: Simulator, origin: str, text: str, last: str
) -> None:
    send(sms, OriginationIdentity=origin, MessageBody=text)

    assert simulator.messages()[0].status == f"TEXT_{last}"


def test_messages_belong_to_one_account_and_region(
    sms: Any, simulator: Simulator, origin: str, stranger: Any
) -> None:
    send(sms, OriginationIdentity=origin)

    elsewhere = [
        Simulator(region_name="eu-west-1", account_id=ACCOUNT),
        Simulator(region_name="us-east-1", account_id="111122223333"),
    ]
    assert [each.messages() for each in elsewhere] == [[], []]
    with refused("ResourceNotFoundException", kind="phone-number", id=origin):
        send(stranger, OriginationIdentity=origin)
