"""Filters of messages: any spelling of what was meant, and a refusal of what cannot be meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator

from ..senders import BRITISH_HANDSET as HANDSET


@dataclass(frozen=True)
class World:
    """A text from a number, one through a pool that has another, one from a sender ID."""

    simulator: Simulator
    sms: Any
    number: str
    number_id: str
    pool_id: str


def send(sms: Any, identity: str, body: str) -> None:
    sms.send_text_message(
        DestinationPhoneNumber=HANDSET, OriginationIdentity=identity, MessageBody=body
    )


@pytest.fixture
def world(sms: Any, simulator: Simulator) -> World:
    alone = simulator.add_phone_number(iso_country_code="GB", number_type="LONG_CODE")
    pooled = simulator.add_phone_number(iso_country_code="GB", number_type="LONG_CODE")
    pool_id = sms.create_pool(
        OriginationIdentity=pooled["PhoneNumberId"],
        IsoCountryCode="GB",
        MessageType="TRANSACTIONAL",
    )["PoolId"]
    simulator.add_sender_id("Example", "GB")
    send(sms, alone["PhoneNumber"], "number")
    send(sms, pool_id, "pool")
    send(sms, pooled["PhoneNumber"], "pooled number")
    send(sms, "Example", "sender")
    return World(simulator, sms, alone["PhoneNumber"], alone["PhoneNumberId"], pool_id)


def bodies(world: World, **filters: Any) -> list[str | None]:
    return [each.message_body for each in world.simulator.messages(**filters)]


@pytest.mark.parametrize("number", ["+447700900123", "447700900123", "+44 7700 900123"])
def test_a_destination_is_found_in_any_spelling(world: World, number: str) -> None:
    assert len(bodies(world, destination_phone_number=number)) == 4


ARN = "arn:aws:sms-voice:us-east-1:123456789012:"
NAMES: dict[str, tuple[Callable[[World], str], list[str]]] = {
    "number": (lambda w: w.number, ["number"]),
    "number without plus": (lambda w: w.number[1:], ["number"]),
    "id": (lambda w: w.number_id, ["number"]),
    "ARN": (lambda w: f"{ARN}phone-number/{w.number_id}", ["number"]),
    "sender ID": (lambda w: "EXAMPLE", ["sender"]),
    "sender ID's ARN": (lambda w: f"{ARN}sender-id/EXAMPLE/GB", ["sender"]),
    "pool": (lambda w: w.pool_id, ["pool"]),
    "pool's ARN": (lambda w: f"{ARN}pool/{w.pool_id}", ["pool"]),
    "a number that is nobody's": (lambda w: "+447700900999", []),
}


@pytest.mark.parametrize("name", NAMES)
def test_an_identity_is_found_by_any_of_its_names(world: World, name: str) -> None:
    named, found = NAMES[name]

    assert bodies(world, origination_identity=named(world)) == found


def test_what_aws_lent_to_a_pool_was_sent_through_the_pool(sms: Any, simulator: Simulator) -> None:
    number = simulator.add_phone_number(iso_country_code="GB", number_type="LONG_CODE")
    pool_id = sms.create_pool(
        OriginationIdentity=number["PhoneNumberId"],
        IsoCountryCode="GB",
        MessageType="TRANSACTIONAL",
    )["PoolId"]
    sms.update_pool(PoolId=pool_id, SharedRoutesEnabled=True)
    sms.send_text_message(
        DestinationPhoneNumber="+33639981234", OriginationIdentity=pool_id, MessageBody="Salut."
    )

    [message] = simulator.messages(origination_identity=pool_id)
    assert message.message_body == "Salut."


def test_an_identity_that_is_gone_is_found_by_what_its_messages_say(world: World) -> None:
    world.sms.delete_pool(PoolId=world.pool_id)

    assert bodies(world, origination_identity=world.pool_id) == ["pool"]


@pytest.mark.parametrize(
    ("identity", "hint"),
    [
        ("Exampel", "; did you mean EXAMPLE?"),
        ("rcs-123", "; there is +44"),
        ("12345", "; there is +44"),
        ("phone-0", "; there is +44"),
    ],
)
def test_an_identity_that_does_not_exist_is_refused(world: World, identity: str, hint: str) -> None:
    with pytest.raises(ValueError, match="is no identity or pool here") as refused:
        world.simulator.messages(origination_identity=identity)

    assert hint in str(refused.value)


def test_an_id_with_a_slip_is_offered_as_it_should_be(world: World) -> None:
    with pytest.raises(ValueError, match=f"did you mean {world.pool_id}"):
        world.simulator.messages(origination_identity=world.pool_id[:-1])


def test_clearing_takes_the_same_filters(world: World) -> None:
    assert world.simulator.clear_messages(origination_identity=world.pool_id) == 1
    assert bodies(world) == ["number", "pooled number", "sender"]


def test_one_message_is_told_from_none_and_several(world: World) -> None:
    simulator = world.simulator
    elsewhere = Simulator(region_name="eu-west-2")

    assert simulator.message(origination_identity="Example").message_body == "sender"
    for named, said in (
        ({"channel": "VOICE"}, "by VOICE"),
        ({"origination_identity": "Example", "channel": "RCS"}, "by RCS from Example"),
    ):
        with pytest.raises(AssertionError, match=rf"^none {said} in us-east-1$"):
            simulator.message(**named)
    with pytest.raises(AssertionError, match=r"^4 to \+447700900123 in us-east-1$"):
        simulator.message(destination_phone_number=HANDSET)
    with pytest.raises(
        AssertionError, match=r"^none to \+447700900123 in eu-west-2; us-east-1 has 4$"
    ):
        elsewhere.message(destination_phone_number=HANDSET)


def test_no_message_is_explained_by_what_was_refused(sms: Any, simulator: Simulator) -> None:
    with pytest.raises(sms.exceptions.ConflictException):
        sms.send_text_message(DestinationPhoneNumber="+12065550100", MessageBody="Hi.")

    with pytest.raises(AssertionError) as missing:
        simulator.message(destination_phone_number="+12065550100")
    assert str(missing.value) == (
        "none to +12065550100 in us-east-1; "
        "SendTextMessage was refused: NO_ORIGINATION_IDENTITIES_FOUND"
    )


def test_no_message_is_not_explained_by_what_another_handset_was_refused(
    sms: Any, simulator: Simulator
) -> None:
    with pytest.raises(sms.exceptions.ConflictException):
        sms.send_text_message(DestinationPhoneNumber="+12065550100", MessageBody="Hi.")

    with pytest.raises(AssertionError, match=r"^none to \+12065550101 in us-east-1$"):
        simulator.message(destination_phone_number="+12065550101")
