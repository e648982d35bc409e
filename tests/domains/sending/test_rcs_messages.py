"""RCS messages: who sends them, and their records."""

from __future__ import annotations

from typing import Any

import pytest
from freezegun import freeze_time

from moto_pinpoint_sms_v2 import Simulator

from ...support import body, refused
from .. import registration_forms as forms
from ..senders import BRITISH_HANDSET, CANADIAN_HANDSET, HANDSET, identifier, number, pool_of, send
from .rcs_messages import NOON, REPLY, TEXT, launched, register, send_rcs


@pytest.fixture
def agent(sms: Any, simulator: Simulator) -> str:
    """An agent that is launched in the United States."""
    return launched(sms, simulator, "US_RCS_LAUNCH_REGISTRATION")


@pytest.fixture
def origin(sms: Any) -> str:
    """An American number that sends texts and media."""
    return number(sms, NumberCapabilities=["SMS", "MMS"])


def platform_id(sms: Any, agent: str) -> str:
    """Return the id of an agent's only launch."""
    answer = sms.describe_rcs_agent_country_launch_status(RcsAgentId=agent)
    return str(answer["CountryLaunchStatus"][0]["RcsPlatformId"])


def test_send_rcs_message_answers_the_id_of_what_left(
    sms: Any, simulator: Simulator, agent: str, news: str
) -> None:
    content = {**TEXT, "Suggestions": [REPLY]}
    answer = sms.send_rcs_message(
        DestinationPhoneNumber=HANDSET,
        OriginationIdentity=agent,
        RcsMessageContent=content,
        TimeToLive=60,
        MessageTrafficType="TRANSACTION",
        ConfigurationSetName=news,
        MaxPrice="0.05",
        Context={"order": "42"},
        MessageFeedbackEnabled=True,
    )

    [message] = simulator.messages()
    assert body(answer) == {"MessageId": message.message_id}
    assert (message.channel, message.origination_identity) == ("RCS", agent)
    assert (message.message_body, message.rcs_message_content) == ("Hello", content)
    assert (message.message_encoding, message.total_message_parts) == ("UNICODE", 1)
    assert (message.time_to_live, message.max_price) == (60, "0.05")
    assert message.context == {"order": "42"}
    assert message.status == "RCS_DELIVERED"


@freeze_time(NOON)
def test_the_records_of_an_rcs_message(sms: Any, simulator: Simulator, agent: str) -> None:
    message = send_rcs(sms, agent)
    simulator.advance_message(message, "RCS_READ")

    sent, delivered, read = simulator.events()
    assert delivered == {
        "eventType": "RCS_DELIVERED",
        "eventVersion": "1.0",
        "eventTimestamp": 1767355201100,
        "isFinal": True,
        "originationPhoneNumber": agent,
        "destinationPhoneNumber": HANDSET,
        "isoCountryCode": "US",
        "isInternationalSend": False,
        "messageId": message,
        "messageRequestTimestamp": 1767355200000,
        "messageEncoding": "UNICODE",
        "messageType": "TRANSACTIONAL",
        "messageStatus": "DELIVERED",
        "messageStatusDescription": "Message has been accepted by phone",
        "totalMessageParts": 1,
        "totalMessagePrice": 0.007,
        "totalCarrierFee": 0.00494,
        "rcsMetadata": {"billingEventType": "RICH"},
        "rcsBusinessId": platform_id(sms, agent),
        "agentIsoCountryCode": "US",
    }
    assert (sent["messageStatus"], sent["isFinal"]) == ("PENDING", False)
    assert read["isFinal"] is True
    assert (read["messageStatus"], read["totalMessagePrice"]) == ("READ", 0)
    assert read["messageStatusDescription"] == "Message has been read by recipient"
    assert "rcsMetadata" not in read


@pytest.mark.parametrize(
    ("event_type", "status"),
    [
        ("RCS_QUEUED", "PENDING"),
        ("RCS_SENT", "PENDING"),
        ("RCS_DELIVERED", "DELIVERED"),
        ("RCS_READ", "READ"),
        ("RCS_FAILED", "UNDELIVERABLE"),
        ("RCS_TTL_EXPIRED", "TTL_EXPIRATION_REVOKED"),
    ],
)
def test_rcs_has_statuses_of_its_own(
    sms: Any, simulator: Simulator, agent: str, event_type: str, status: str
) -> None:
    simulator.set_outcome(HANDSET, event_type)
    send_rcs(sms, agent)

    assert simulator.events()[-1]["messageStatus"] == status


def test_what_is_read_was_delivered_for_good(sms: Any, simulator: Simulator, agent: str) -> None:
    simulator.set_outcome(HANDSET, "RCS_READ")
    send_rcs(sms, agent)

    assert [event["isFinal"] for event in simulator.events()] == [False, True, True]


@pytest.mark.parametrize(
    ("country", "content", "parts", "billing"),
    [
        ("US", "a" * 160, 1, "RICH"),
        ("US", "a" * 161, 2, "RICH"),
        ("GB", "a" * 160, 1, "BASIC"),
        ("GB", "a" * 161, 1, "SINGLE"),
        ("GB", None, 1, "SINGLE"),
    ],
)
def test_each_country_bills_rcs_in_its_way(
    sms: Any, simulator: Simulator, country: str, content: str | None, parts: int, billing: str
) -> None:
    agent = launched(sms, simulator, f"{country}_RCS_LAUNCH_REGISTRATION")
    file = {"FileMessage": {"FileUrl": "https://example.com/cat.png"}}
    send_rcs(
        sms,
        agent,
        {"Content": file if content is None else {"TextMessage": {"Body": content}}},
        DestinationPhoneNumber=HANDSET if country == "US" else BRITISH_HANDSET,
    )

    event = simulator.events()[-1]
    assert (event["totalMessageParts"], event["rcsMetadata"]) == (
        parts,
        {"billingEventType": billing},
    )


def test_a_text_through_an_agent_is_rcs(sms: Any, simulator: Simulator, agent: str) -> None:
    send(sms, OriginationIdentity=agent)

    [message] = simulator.messages()
    assert (message.channel, message.message_body) == ("RCS", "Your code is 123456.")


def test_an_agent_that_is_launched_nowhere_does_not_send(sms: Any) -> None:
    agent = sms.create_rcs_agent()["RcsAgentId"]

    with refused("ConflictException", "RESOURCE_NOT_ACTIVE", kind="rcs-agent", id=agent):
        send_rcs(sms, agent)


def test_an_agent_sends_where_it_is_launched(sms: Any, agent: str) -> None:
    with refused(
        "ValidationException",
        "INVALID_IDENTITY_FOR_DESTINATION_COUNTRY",
        fields=["originationIdentity"],
    ):
        send_rcs(sms, agent, DestinationPhoneNumber=BRITISH_HANDSET)


def test_an_agent_in_test_reaches_its_testers(sms: Any, simulator: Simulator) -> None:
    agent = launched(sms, simulator, forms.TEST_RCS)
    with refused("ConflictException", "RESOURCE_NOT_ACTIVE", kind="rcs-agent", id=agent):
        send_rcs(sms, agent)

    tester = sms.create_verified_destination_number(
        DestinationPhoneNumber=HANDSET, RcsAgentId=agent
    )["VerifiedDestinationNumberId"]
    with refused("ConflictException", "RESOURCE_NOT_ACTIVE", kind="rcs-agent", id=agent):
        send_rcs(sms, agent)
    simulator.answer_rcs_invitation(tester)

    assert send_rcs(sms, agent)


def test_through_a_pool_who_has_not_accepted_gets_the_text(
    sms: Any, simulator: Simulator, origin: str
) -> None:
    agent = launched(sms, simulator, forms.TEST_RCS)
    pool = pool_of(sms, identifier(sms, origin), agent)
    handsets = ["+12065550101", "+12065550102"]
    testers = [
        sms.create_verified_destination_number(DestinationPhoneNumber=each, RcsAgentId=agent)
        for each in handsets
    ]
    simulator.answer_rcs_invitation(testers[1]["VerifiedDestinationNumberId"])
    for each in handsets:
        send(sms, OriginationIdentity=pool, DestinationPhoneNumber=each)

    assert [message.channel for message in simulator.messages()] == ["TEXT", "RCS"]


def test_an_rcs_message_has_a_known_traffic_type(sms: Any, agent: str) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["messageTrafficType"]):
        send_rcs(sms, agent, MessageTrafficType="CHAT")


def test_an_agent_in_a_pool_sends_as_soon_as_it_is_launched(
    sms: Any, simulator: Simulator, origin: str
) -> None:
    agent = str(sms.create_rcs_agent()["RcsAgentId"])
    registration = forms.create(sms, "US_RCS_LAUNCH_REGISTRATION")
    sms.create_registration_association(RegistrationId=registration, ResourceId=agent)
    pool = pool_of(sms, identifier(sms, origin), agent)

    simulator.set_registration_status(registration, "COMPLETE")
    send(sms, OriginationIdentity=pool)

    assert [message.channel for message in simulator.messages()] == ["RCS"]


@pytest.mark.parametrize(
    ("destination", "country"), [(HANDSET, "US"), (CANADIAN_HANDSET, "CA")], ids=["US", "CA"]
)
def test_a_record_names_the_agent_s_launch_in_the_destination_s_country(
    sms: Any, simulator: Simulator, agent: str, destination: str, country: str
) -> None:
    register(sms, simulator, agent, "CA_RCS_LAUNCH_REGISTRATION")

    send_rcs(sms, agent, DestinationPhoneNumber=destination)

    launches = sms.describe_rcs_agent_country_launch_status(RcsAgentId=agent)
    ids = {
        each["IsoCountryCode"]: each["RcsPlatformId"] for each in launches["CountryLaunchStatus"]
    }
    record = simulator.events()[-1]
    assert record["agentIsoCountryCode"] == country
    assert ids[country] in record.values()
