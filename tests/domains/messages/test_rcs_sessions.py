"""Conversation sessions: a day in which one fee covers what an agent and a handset send."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from freezegun import freeze_time
from moto import mock_aws

from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.control import forget_sent

from ...support import ACCOUNT, REGION, backend
from ..senders import CANADIAN_HANDSET, HANDSET, heard, pool_of, topic
from ..sending.rcs_messages import launched, register, send_rcs

CONVERSATIONAL = {"agentDetails.billingCategory": ["CONVERSATIONAL"]}
NON_CONVERSATIONAL = {"agentDetails.billingCategory": ["NON_CONVERSATIONAL"]}
CANADA = "CA_RCS_LAUNCH_REGISTRATION"
TEST = "TEST_RCS_LAUNCH_REGISTRATION"
NOON = "2026-11-01T04:00:00.002+00:00"


@pytest.fixture(autouse=True, scope="module")
def _signature() -> None:
    """Let moto's SNS sign once by a real clock: cryptography keeps the class of its first date."""
    with mock_aws():
        sns = boto3.client("sns", region_name=REGION)
        sns.publish(TopicArn=topic("signed"), Message="Hello")


@pytest.fixture(autouse=True)
def clock() -> Iterator[Any]:
    """A clock that stands until a test moves it."""
    with freeze_time(NOON) as clock:
        yield clock


def two_way(sms: Any, agent: str, events: tuple[str, ...] = ("ALL",)) -> str:
    """Let a topic hear what people write to the agent, and such events."""
    sms.update_rcs_agent(
        RcsAgentId=agent,
        TwoWayEnabled=True,
        TwoWayChannelArn=topic("replies"),
        TwoWayRcsEventsEnabled=list(events),
    )
    return agent


@pytest.fixture
def agent(sms: Any, simulator: Simulator) -> str:
    """An agent that pays by conversation in Canada, and of which a topic hears all."""
    return two_way(sms, launched(sms, simulator, CANADA, CONVERSATIONAL))


def send(sms: Any, agent: str, handset: str = CANADIAN_HANDSET) -> str:
    return send_rcs(sms, agent, DestinationPhoneNumber=handset)


def write(
    simulator: Simulator, agent: str, body: str = "Yes", handset: str = CANADIAN_HANDSET
) -> str:
    inbound = simulator.receive_message(
        origination_phone_number=handset, destination=agent, body=body, channel="RCS"
    )
    return inbound.inbound_message_id


def delivered(simulator: Simulator, message_id: str) -> dict[str, Any]:
    [record] = simulator.events(message_id=message_id, event_type="RCS_DELIVERED")
    return record


def session(initiator: str, kind: str) -> dict[str, Any]:
    """Return the last members of a record in a session."""
    return {
        "conversationInitiatingMessageId": initiator,
        "conversationInitiatingMessageType": kind,
        "conversationSessionFee": 0.012,
    }


def is_in_session(record: dict[str, Any]) -> bool:
    return "conversationSessionFee" in record


def spent() -> float:
    """Return what RCS has cost this month."""
    return float(backend(ACCOUNT, REGION).account.spend_limit("RCS").spent)


def test_a_message_in_a_session_costs_nothing_and_names_it(
    sms: Any, simulator: Simulator, agent: str
) -> None:
    first = send(sms, agent)
    write(simulator, agent)

    second = send(sms, agent)

    [launch] = sms.describe_rcs_agent_country_launch_status(RcsAgentId=agent)["CountryLaunchStatus"]
    record = delivered(simulator, second)
    assert list(record)[-3:] == list(session(first, "OUTBOUND"))
    assert record == {
        "eventType": "RCS_DELIVERED",
        "eventVersion": "1.0",
        "eventTimestamp": 1793505601102,
        "isFinal": True,
        "originationPhoneNumber": agent,
        "destinationPhoneNumber": CANADIAN_HANDSET,
        "isoCountryCode": "CA",
        "isInternationalSend": False,
        "messageId": second,
        "messageRequestTimestamp": 1793505600002,
        "messageEncoding": "UNICODE",
        "messageType": "TRANSACTIONAL",
        "messageStatus": "DELIVERED",
        "messageStatusDescription": "Message has been accepted by phone",
        "totalMessageParts": 1,
        "totalMessagePrice": 0.0,
        "totalCarrierFee": 0.0,
        "rcsMetadata": {"billingEventType": "BASIC"},
        "rcsBusinessId": launch["RcsPlatformId"],
        "agentIsoCountryCode": "CA",
        **session(first, "OUTBOUND"),
    }
    assert isinstance(record["totalMessagePrice"], float)


def test_a_read_receipt_has_neither_metadata_nor_price_nor_session(
    sms: Any, simulator: Simulator, agent: str
) -> None:
    send(sms, agent)
    write(simulator, agent)
    message = send(sms, agent)

    simulator.advance_message(message, "RCS_READ")

    [read] = simulator.events(message_id=message, event_type="RCS_READ")
    told = delivered(simulator, message)
    for name in ("rcsMetadata", *session("", "")):
        del told[name]
    assert read == told | {
        "eventType": "RCS_READ",
        "eventTimestamp": 1793505601802,
        "messageStatus": "READ",
        "messageStatusDescription": "Message has been read by recipient",
    }


def test_the_message_before_the_answer_tells_its_own_price(
    sms: Any, simulator: Simulator, agent: str
) -> None:
    first = send(sms, agent)

    write(simulator, agent)

    record = delivered(simulator, first)
    assert (record["totalMessagePrice"], is_in_session(record)) == (0.01, False)


def test_the_topic_hears_of_a_conversation_that_the_agent_began(
    sms: Any, simulator: Simulator, agent: str
) -> None:
    first = send(sms, agent)
    send(sms, agent)

    answer = write(simulator, agent)

    started = {
        "type": "CONVERSATION_STARTED",
        "startTime": "2026-11-01T04:00:00.002+0000",
        "endTime": "2026-11-02T04:00:00.002+0000",
        "conversationInitiatingMessageId": first,
        "conversationInitiatingMessageType": "OUTBOUND",
    }
    ends = {
        "originationNumber": CANADIAN_HANDSET.removeprefix("+"),
        "destinationNumber": agent,
    }
    assert heard("replies") == [
        {
            **ends,
            "messageBody": json.dumps(started, separators=(",", ":")),
            "inboundMessageId": first,
        },
        {
            **ends,
            "messageBody": "Yes",
            "inboundMessageId": answer,
            "conversationInitiatingMessageId": first,
            "conversationInitiatingMessageType": "OUTBOUND",
        },
    ]


def test_the_topic_hears_of_a_conversation_that_the_handset_began(
    sms: Any, simulator: Simulator, agent: str
) -> None:
    question = write(simulator, agent, "Are you open?")
    write(simulator, agent, "Hello?")

    answer = send(sms, agent)

    *_, started = heard("replies")
    assert started == {
        "originationNumber": CANADIAN_HANDSET.removeprefix("+"),
        "destinationNumber": agent,
        "messageBody": started["messageBody"],
        "inboundMessageId": question,
    }
    assert json.loads(started["messageBody"]) == {
        "type": "CONVERSATION_STARTED",
        "startTime": "2026-11-01T04:00:01.102+0000",
        "endTime": "2026-11-02T04:00:01.102+0000",
        "conversationInitiatingMessageId": question,
        "conversationInitiatingMessageType": "INBOUND",
    }
    record = delivered(simulator, answer)
    assert {name: record.get(name) for name in session("", "")} == session(question, "INBOUND")


def test_an_answer_that_does_not_arrive_begins_nothing(
    sms: Any, simulator: Simulator, agent: str
) -> None:
    write(simulator, agent)
    simulator.set_outcome(CANADIAN_HANDSET, "RCS_FAILED")

    send(sms, agent)

    assert [each["messageBody"] for each in heard("replies")] == ["Yes"]
    assert spent() == 0


def test_an_automatic_answer_is_one(sms: Any, simulator: Simulator, agent: str) -> None:
    inbound = simulator.receive_message(
        origination_phone_number=CANADIAN_HANDSET, destination=agent, body="HELP", channel="RCS"
    )

    assert inbound.automatic_response is not None
    record = delivered(simulator, inbound.automatic_response.message_id)
    assert record["conversationInitiatingMessageId"] == inbound.inbound_message_id


def test_the_fee_takes_the_place_of_what_was_paid(
    sms: Any, simulator: Simulator, agent: str
) -> None:
    for _ in range(3):
        send(sms, agent)
    assert spent() == 0.03

    write(simulator, agent)
    assert spent() == 0.012

    for _ in range(3):
        send(sms, agent)
    assert spent() == 0.012


def test_it_covers_the_last_day_only(
    sms: Any, simulator: Simulator, agent: str, clock: Any
) -> None:
    send(sms, agent)
    clock.tick(25 * 3600)
    second = send(sms, agent)

    write(simulator, agent)

    assert heard("replies")[0]["inboundMessageId"] == second
    assert spent() == 0.022


def test_what_another_month_has_paid_is_not_given_back(
    sms: Any, simulator: Simulator, agent: str, clock: Any
) -> None:
    clock.move_to("2026-11-30T23:00:00+00:00")
    send(sms, agent)
    clock.tick(2 * 3600)

    write(simulator, agent)

    assert spent() == 0.012


def test_a_session_ends_after_a_day_whatever_is_sent(
    sms: Any, simulator: Simulator, agent: str, clock: Any
) -> None:
    send(sms, agent)
    write(simulator, agent)
    clock.tick(24 * 3600 - 2)
    last = send(sms, agent)
    write(simulator, agent)
    heard("replies")

    clock.tick(2)
    after = send(sms, agent)

    records = [delivered(simulator, each) for each in (last, after)]
    assert list(map(is_in_session, records)) == [True, False]
    write(simulator, agent)
    started, _ = heard("replies")
    assert started["inboundMessageId"] == after
    assert spent() == 0.024


@pytest.mark.parametrize(("hours", "begins"), [(23, True), (25, False)])
def test_an_answer_must_come_within_a_day(
    sms: Any, simulator: Simulator, agent: str, clock: Any, hours: int, begins: bool
) -> None:
    send(sms, agent)
    clock.tick(hours * 3600)

    write(simulator, agent)

    assert (len(heard("replies")) == 2, spent()) == (begins, 0.012 if begins else 0.01)


@pytest.mark.parametrize(("hours", "begins"), [(23, True), (25, False)])
def test_an_agent_must_answer_within_a_day(
    sms: Any, simulator: Simulator, agent: str, clock: Any, hours: int, begins: bool
) -> None:
    write(simulator, agent)
    clock.tick(hours * 3600)

    answer = send(sms, agent)

    assert is_in_session(delivered(simulator, answer)) == begins


def test_each_handset_has_a_session_of_its_own(sms: Any, simulator: Simulator, agent: str) -> None:
    other = "+16135550124"
    send(sms, agent)
    write(simulator, agent)

    message = send(sms, agent, other)
    write(simulator, agent, handset=other)

    assert not is_in_session(delivered(simulator, message))
    assert is_in_session(delivered(simulator, send(sms, agent, other)))


@pytest.mark.parametrize(
    ("launch", "test", "pays"),
    [
        (CONVERSATIONAL, NON_CONVERSATIONAL, True),
        (NON_CONVERSATIONAL, CONVERSATIONAL, False),
        ({}, CONVERSATIONAL, True),
        ({}, NON_CONVERSATIONAL, False),
        ({}, {}, False),
    ],
    ids=["as launched", "not as tested", "as tested", "as tested, not", "nothing said"],
)
def test_an_agent_pays_as_it_is_registered(
    sms: Any, simulator: Simulator, launch: Any, test: Any, pays: bool
) -> None:
    agent = launched(sms, simulator, CANADA, launch)
    register(sms, simulator, agent, TEST, test)
    send(sms, agent)
    write(simulator, agent)

    assert is_in_session(delivered(simulator, send(sms, agent))) == pays


def test_the_united_states_have_no_conversations(sms: Any, simulator: Simulator) -> None:
    agent = two_way(sms, launched(sms, simulator, "US_RCS_LAUNCH_REGISTRATION"))
    register(sms, simulator, agent, TEST, CONVERSATIONAL)
    send(sms, agent, HANDSET)
    write(simulator, agent, handset=HANDSET)

    record = delivered(simulator, send(sms, agent, HANDSET))
    assert (record["totalMessagePrice"], is_in_session(record)) == (0.007, False)
    assert [each["messageBody"] for each in heard("replies")] == ["Yes"]


@pytest.mark.parametrize(
    ("events", "told"),
    [(("ALL",), True), (("CONVERSATION_STARTED",), True), (("RCS_TYPING",), False), ((), False)],
)
def test_the_topic_hears_of_it_if_the_agent_wants_such_events(
    sms: Any, simulator: Simulator, events: tuple[str, ...], told: bool
) -> None:
    agent = two_way(sms, launched(sms, simulator, CANADA, CONVERSATIONAL), events)
    send(sms, agent)

    write(simulator, agent)

    bodies = [each["messageBody"] for each in heard("replies")]
    assert ["CONVERSATION_STARTED" in each for each in bodies] == (
        [True, False] if told else [False]
    )


def test_the_topic_of_its_pool_hears_of_it(sms: Any, simulator: Simulator) -> None:
    agent = launched(sms, simulator, CANADA, CONVERSATIONAL)
    sms.update_rcs_agent(
        RcsAgentId=agent,
        TwoWayEnabled=True,
        TwoWayChannelArn=topic("own"),
        TwoWayRcsEventsEnabled=["ALL"],
    )
    pool = pool_of(sms, agent, country="ZZ")
    sms.update_pool(PoolId=pool, TwoWayEnabled=True, TwoWayChannelArn=topic("replies"))
    send(sms, agent)

    write(simulator, agent)

    assert (len(heard("replies")), heard("own")) == (2, [])


def test_an_agent_without_a_topic_pays_all_the_same(sms: Any, simulator: Simulator) -> None:
    agent = launched(sms, simulator, CANADA, CONVERSATIONAL)
    send(sms, agent)
    write(simulator, agent)

    assert is_in_session(delivered(simulator, send(sms, agent)))
    assert spent() == 0.012


def test_what_is_forgotten_was_no_conversation(sms: Any, simulator: Simulator, agent: str) -> None:
    send(sms, agent)
    forget_sent()

    write(simulator, agent)

    assert [each["messageBody"] for each in heard("replies")] == ["Yes"]


def test_media_that_nobody_keeps_begin_nothing(
    sms: Any, simulator: Simulator, agent: str, photo: str
) -> None:
    send(sms, agent)

    simulator.receive_message(
        origination_phone_number=CANADIAN_HANDSET, destination=agent, body="", media_urls=[photo]
    )

    assert heard("replies") == []
    assert not is_in_session(delivered(simulator, send(sms, agent)))


@pytest.fixture
def photo(aws: None) -> str:
    """A picture on somebody's handset."""
    s3 = boto3.client("s3", region_name=REGION)
    s3.create_bucket(Bucket="handset")
    s3.put_object(Bucket="handset", Key="cat.png", Body=b"cat", ContentType="image/png")
    return "s3://handset/cat.png"


def test_what_is_read_at_once_was_delivered(sms: Any, simulator: Simulator, agent: str) -> None:
    write(simulator, agent)
    simulator.set_outcome(CANADIAN_HANDSET, "RCS_SENT")
    answer = send(sms, agent)
    assert spent() == 0

    simulator.advance_message(answer, "RCS_READ")

    assert spent() == 0.012


def test_no_more_is_given_back_than_was_spent(sms: Any, simulator: Simulator, agent: str) -> None:
    send(sms, agent)
    send(sms, agent)
    simulator.set_spend("RCS_MESSAGE_MONTHLY_SPEND_LIMIT", 0)

    write(simulator, agent)

    assert spent() == 0
