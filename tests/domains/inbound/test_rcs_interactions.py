"""What people do in RCS other than write: they tap, share where they are, and type."""

from __future__ import annotations

import re
from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator

from ..senders import HANDSET, heard, number, pool_of, send, topic
from ..sending.rcs_messages import launched, send_rcs

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000")
TEXT = {"TextMessage": {"Body": "Shall we bring it?"}}


def suggestion(kind: str, text: str, postback: str, **members: Any) -> dict[str, Any]:
    return {kind: {"Text": text, "PostbackData": postback, **members}}


SUGGESTIONS = [
    suggestion("Reply", "Yes", "bring:yes"),
    suggestion("Reply", "STOP", "bring:never"),
    suggestion("OpenUrl", "Läs mer", "read", Url="https://example.com/"),
    suggestion("DialPhone", "Call us", "call", PhoneNumber="+12065550111"),
    suggestion("ShowLocation", "Our shop", "shop", Latitude=47.6, Longitude=-122.3),
    suggestion("RequestLocation", "I am here", "here"),
]


@pytest.fixture
def agent(sms: Any, simulator: Simulator) -> str:
    """An agent that sends in the United States and that people can write to."""
    agent = launched(sms, simulator, "US_RCS_LAUNCH_REGISTRATION")
    sms.update_rcs_agent(RcsAgentId=agent, TwoWayEnabled=True, TwoWayChannelArn=topic("replies"))
    return agent


@pytest.fixture
def message(sms: Any, agent: str) -> str:
    """A message with suggestions."""
    return send_rcs(sms, agent, {"Content": TEXT, "Suggestions": SUGGESTIONS})


def told(agent: str, body: str, inbound: Any) -> dict[str, str]:
    """Return all that the topic is told."""
    return {
        "originationNumber": HANDSET.removeprefix("+"),
        "destinationNumber": agent,
        "messageBody": body,
        "inboundMessageId": inbound.inbound_message_id,
    }


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Yes", '{"type":"SUGGESTION","text":"Yes","postbackData":"bring:yes"}'),
        ("Läs mer", '{"type":"SUGGESTION","text":"Läs mer","postbackData":"read"}'),
        ("Call us", '{"type":"SUGGESTION","text":"Call us","postbackData":"call"}'),
        ("Our shop", '{"type":"SUGGESTION","text":"Our shop","postbackData":"shop"}'),
        ("I am here", '{"type":"SUGGESTION","text":"I am here","postbackData":"here"}'),
    ],
)
def test_the_topic_hears_of_a_tap_with_its_postback(
    simulator: Simulator, agent: str, message: str, text: str, body: str
) -> None:
    inbound = simulator.tap_suggestion(message, text)

    assert (inbound.message_keyword, inbound.automatic_response) == (None, None)
    assert heard("replies") == [told(agent, body, inbound)]


def test_a_tap_sets_off_no_keyword(
    sms: Any, simulator: Simulator, agent: str, message: str
) -> None:
    inbound = simulator.tap_suggestion(message, "STOP")

    assert inbound.automatic_response is None
    assert sms.describe_opted_out_numbers(OptOutListName="Default")["OptedOutNumbers"] == []


def test_suggestions_of_cards_are_tapped_too(sms: Any, simulator: Simulator, agent: str) -> None:
    cards = [
        {"Title": each, "Suggestions": [suggestion("Reply", "Buy", f"buy:{each}")]}
        for each in ("A", "B")
    ]
    carousel = {"Carousel": {"CardWidth": "SMALL", "CardContents": cards}}
    message = send_rcs(sms, agent, {"Content": carousel})

    with pytest.raises(ValueError, match="postback_data must be one of 'buy:A', 'buy:B'"):
        simulator.tap_suggestion(message, "Buy")
    inbound = simulator.tap_suggestion(message, "Buy", postback_data="buy:B")

    body = '{"type":"SUGGESTION","text":"Buy","postbackData":"buy:B"}'
    assert heard("replies") == [told(agent, body, inbound)]


@pytest.mark.parametrize(
    ("text", "postback", "sentence"),
    [
        ("Maybe", None, "has no such suggestion 'Maybe'; it has 'Yes', 'STOP', "),
        ("Yes", "no", "has no such suggestion 'Yes'; it has 'Yes', 'STOP', "),
    ],
)
def test_what_is_not_there_cannot_be_tapped(
    simulator: Simulator, message: str, text: str, postback: str | None, sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence):
        simulator.tap_suggestion(message, text, postback_data=postback)
    assert heard("replies") == []


def test_a_message_without_suggestions_has_none(sms: Any, simulator: Simulator, agent: str) -> None:
    message = send(sms, OriginationIdentity=agent)

    with pytest.raises(ValueError, match="has no such suggestion 'Yes'; it has none"):
        simulator.tap_suggestion(message, "Yes")


def test_what_did_not_arrive_cannot_be_tapped(sms: Any, simulator: Simulator, agent: str) -> None:
    simulator.set_outcome(HANDSET, "RCS_FAILED")
    message = send_rcs(sms, agent, {"Content": TEXT, "Suggestions": SUGGESTIONS})

    with pytest.raises(ValueError, match="is RCS_FAILED: only what was delivered in RCS"):
        simulator.tap_suggestion(message, "Yes")


def test_a_message_that_is_not_there_cannot_be_tapped(simulator: Simulator) -> None:
    with pytest.raises(ValueError, match="there is no message 42"):
        simulator.tap_suggestion("42", "Yes")


def test_a_deleted_agent_hears_of_no_tap(
    sms: Any, simulator: Simulator, agent: str, message: str
) -> None:
    [form] = sms.describe_registrations()["Registrations"]
    sms.delete_registration(RegistrationId=form["RegistrationId"])
    sms.delete_rcs_agent(RcsAgentId=agent)

    with pytest.raises(ValueError, match=f"the RCS agent {agent} is gone"):
        simulator.tap_suggestion(message, "Yes")


def share(simulator: Simulator, destination: str, **arguments: Any) -> Any:
    given = {"origination_phone_number": HANDSET, "latitude": 47.6062, "longitude": -122.3321}
    return simulator.share_location(destination=destination, **given | arguments)


def test_the_topic_hears_where_a_handset_is(simulator: Simulator, agent: str) -> None:
    inbound = share(simulator, agent)

    body = '{"type":"LOCATION","latitude":47.6062,"longitude":-122.3321}'
    assert heard("replies") == [told(agent, body, inbound)]


@pytest.mark.parametrize(
    "place",
    [{"latitude": 90.5}, {"latitude": -91.0}, {"longitude": 181.0}, {"longitude": -180.1}],
)
def test_a_place_is_on_earth(simulator: Simulator, agent: str, place: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="is nowhere on Earth"):
        share(simulator, agent, **place)
    assert heard("replies") == []


@pytest.fixture
def origin(sms: Any) -> str:
    """An American number."""
    return number(sms)


@pytest.mark.parametrize("act", ["share_location", "start_typing"])
def test_only_agents_have_rcs(simulator: Simulator, origin: str, act: str) -> None:
    place = {"latitude": 1.0, "longitude": 2.0} if act == "share_location" else {}

    with pytest.raises(ValueError, match="is no RCS agent, and has no RCS"):
        getattr(simulator, act)(origination_phone_number=HANDSET, destination=origin, **place)


def test_an_agent_is_found_in_its_pool(sms: Any, simulator: Simulator, agent: str) -> None:
    pool = pool_of(sms, agent, country="ZZ")
    sms.update_pool(PoolId=pool, TwoWayEnabled=True, TwoWayChannelArn=topic("pool"))

    share(simulator, pool)

    assert [each["destinationNumber"] for each in heard("pool")] == [agent]


def type_to(simulator: Simulator, agent: str) -> Any:
    return simulator.start_typing(origination_phone_number=HANDSET, destination=agent)


@pytest.mark.parametrize("events", [["ALL"], ["CONVERSATION_STARTED", "RCS_TYPING"]])
def test_the_topic_hears_that_somebody_types(
    sms: Any, simulator: Simulator, agent: str, events: list[str]
) -> None:
    sms.update_rcs_agent(RcsAgentId=agent, TwoWayRcsEventsEnabled=events)

    inbound = type_to(simulator, agent)

    digits, _, moment = inbound.inbound_message_id.partition("-")
    assert digits == HANDSET.removeprefix("+")
    assert MOMENT.fullmatch(moment)
    body = f'{{"type":"RCS_TYPING","receivedAt":"{moment}"}}'
    assert heard("replies") == [told(agent, body, inbound)]


@pytest.mark.parametrize("events", [[], ["CONVERSATION_STARTED"]])
def test_an_agent_that_does_not_ask_for_it_hears_of_no_typing(
    sms: Any, simulator: Simulator, agent: str, events: list[str]
) -> None:
    sms.update_rcs_agent(RcsAgentId=agent, TwoWayRcsEventsEnabled=events)

    type_to(simulator, agent)

    assert heard("replies") == []
