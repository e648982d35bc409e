"""Conversations as the page reads them: what a search finds, and which part is shown."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from .scene import HANDSET, Scene, set_up

CONVERSATIONS = "/moto-api/pinpoint-sms-voice-v2/conversations"


class Inbox:
    """A server with a scene, and what its page reads."""

    def __init__(self, server: str) -> None:
        self.scene: Scene = set_up(server)
        self._url = server + CONVERSATIONS

    def look(self, **query: Any) -> Any:
        found = requests.get(self._url, params=query, timeout=60)
        assert found.status_code == 200, found.text
        return found.json()

    def found(self, search: str) -> list[str]:
        return [each["handset"] for each in self.look(search=search)["conversations"]]


@pytest.fixture
def inbox(threaded_server: str) -> Inbox:
    return Inbox(threaded_server)


@pytest.mark.parametrize(
    "search",
    [
        "CODE IS",
        "482913",
        "+447700900123",
        "07700 900123",
        "(07700) 900-123",
        "00447700900123",
        "+44 (0)7700 900123",
        "text_delivered",
        "  delivered  ",
    ],
)
def test_a_message_is_found_by_what_it_says_and_in_any_spelling(inbox: Inbox, search: str) -> None:
    assert inbox.found(search) == [HANDSET]


@pytest.mark.parametrize(
    "search", ["nothing", "07700 900124", "+1 7700 900123", "()", "phone-", "TITLE"]
)
def test_what_is_not_there_is_not_found(inbox: Inbox, search: str) -> None:
    assert inbox.found(search) == []


def test_a_message_is_found_by_its_id_and_by_what_sent_it(inbox: Inbox) -> None:
    scene = inbox.scene
    [number] = scene.sms.describe_phone_numbers()["PhoneNumbers"]
    pool = scene.sms.create_pool(
        OriginationIdentity=number["PhoneNumberId"],
        IsoCountryCode="GB",
        MessageType="TRANSACTIONAL",
    )
    named = [scene.message_id, scene.number, number["PhoneNumberId"], number["PhoneNumberArn"]]
    named += [pool["PoolId"], pool["PoolArn"]]

    assert [inbox.found(name) for name in named] == [[HANDSET]] * len(named)


def test_a_message_is_found_by_its_configuration_set(inbox: Inbox) -> None:
    scene = inbox.scene
    scene.sms.create_configuration_set(ConfigurationSetName="Newsletter")
    scene.sms.send_text_message(
        DestinationPhoneNumber="+447700900188",
        OriginationIdentity=scene.number,
        MessageBody="Hello",
        ConfigurationSetName="Newsletter",
    )

    assert inbox.found("newsletter") == ["+447700900188"]


def test_a_message_is_found_by_its_file(inbox: Inbox) -> None:
    scene = inbox.scene
    scene.sms.request_phone_number(
        IsoCountryCode="US",
        MessageType="TRANSACTIONAL",
        NumberCapabilities=["SMS", "MMS"],
        NumberType="SIMULATOR",
    )
    [origin] = [
        each["PhoneNumber"]
        for each in scene.sms.describe_phone_numbers()["PhoneNumbers"]
        if each["NumberType"] == "SIMULATOR"
    ]
    scene.sms.send_media_message(
        DestinationPhoneNumber="+14254147755",
        OriginationIdentity=origin,
        MediaUrls=["s3://photographs/holiday/bike.png"],
    )

    assert inbox.found("BIKE.png") == ["+14254147755"]
    assert inbox.found("photographs") == []


def test_what_came_in_is_found_as_well(inbox: Inbox) -> None:
    scene = inbox.scene
    received = scene.simulator.receive_message(
        origination_phone_number="+447700900188", destination=scene.number, body="Where is it?"
    )

    assert inbox.found("where") == ["+447700900188"]
    assert inbox.found(received.inbound_message_id) == ["+447700900188"]


def test_a_refused_send_is_found_by_its_reason(inbox: Inbox) -> None:
    scene = inbox.scene
    scene.simulator.inject_error(
        "SendTextMessage", "ConflictException", reason="MESSAGE_TYPE_MISMATCH"
    )
    assert scene.send() == "MESSAGE_TYPE_MISMATCH"

    assert inbox.found("type_mismatch") == [HANDSET]
    refused = inbox.look(handset=HANDSET)["thread"]["messages"][-1]
    assert (refused["is_refused"], refused["is_inbound"]) == (True, False)
    assert inbox.found(refused["message_id"]) == [HANDSET]


@pytest.fixture
def long(inbox: Inbox) -> list[str]:
    """The texts of a conversation of ten messages, oldest first."""
    texts = [f"Text {each}" for each in range(9)]
    for text in texts:
        inbox.scene.send(text)
    return ["Your code is 482913.", *texts]


def part(inbox: Inbox, at: str, limit: int = 4) -> tuple[list[str], bool, bool]:
    thread = inbox.look(handset=HANDSET, at=at, handset_limit=limit)["thread"]
    texts = [each["message_body"] for each in thread["messages"]]
    return texts, thread["has_earlier"], thread["has_later"]


def test_the_newest_part_is_shown_unless_another_is_asked_for(
    inbox: Inbox, long: list[str]
) -> None:
    assert part(inbox, "") == (long[6:], True, False)
    assert part(inbox, "gone") == (long[6:], True, False)
    assert part(inbox, "", limit=10) == (long, False, False)
    assert part(inbox, "start") == (long[:4], False, True)
    assert part(inbox, "start", limit=10) == (long, False, False)


def test_the_part_around_a_message_is_shown(inbox: Inbox, long: list[str]) -> None:
    ids = [each.message_id for each in inbox.scene.simulator.messages()]

    assert part(inbox, ids[0]) == (long[:4], False, True)
    assert part(inbox, ids[5]) == (long[3:7], True, True)
    assert part(inbox, ids[9]) == (long[6:], True, False)


def test_hits_are_told_of_the_whole_conversation(inbox: Inbox, long: list[str]) -> None:
    ids = [each.message_id for each in inbox.scene.simulator.messages()]

    def hits(search: str) -> Any:
        return inbox.look(handset=HANDSET, handset_limit=1, search=search)["thread"]["hits"]

    assert (hits(""), hits("text 1"), hits("text")) == ([], [ids[2]], ids)


def test_each_message_and_refusal_counts_once(inbox: Inbox) -> None:
    def numbers() -> list[int]:
        return [each["number"] for each in inbox.look()["conversations"]]

    assert numbers() == [1]
    inbox.scene.send()
    assert numbers() == [2]
    inbox.scene.simulator.inject_error("SendTextMessage", "ConflictException")
    inbox.scene.send()
    assert numbers() == [3]
    inbox.scene.simulator.clear_messages()
    assert numbers() == []
    inbox.scene.send()
    assert numbers() == [4]


def test_the_newest_conversation_comes_first_refused_or_not(inbox: Inbox) -> None:
    scene = inbox.scene
    scene.simulator.receive_message(
        origination_phone_number="+447700900188", destination=scene.number, body="Hi"
    )
    scene.simulator.inject_error("SendTextMessage", "ConflictException")
    scene.send()

    rows = inbox.look()["conversations"]

    assert [(each["handset"], each["newest"].get("is_refused")) for each in rows] == [
        (HANDSET, True),
        ("+447700900188", None),
    ]
