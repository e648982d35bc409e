"""Text messages: which identity sends where."""

from __future__ import annotations

from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator

from ...support import refused
from ..number_types import LONG_CODE, SIMULATOR, TOLL_FREE, request
from ..senders import (
    ARN,
    BRITISH_HANDSET,
    CANADIAN_HANDSET,
    GERMAN_HANDSET,
    HANDSET,
    given,
    identifier,
    number,
    pool_of,
    send,
    sender_id,
    types,
)


@pytest.fixture
def origin(sms: Any) -> str:
    """An American number that sends."""
    return number(sms)


@pytest.mark.parametrize(
    ("member", "kind"),
    [
        ("ConfigurationSetName", "configuration-set"),
        ("ProtectConfigurationId", "protect-configuration"),
    ],
)
def test_what_is_named_must_exist(sms: Any, origin: str, member: str, kind: str) -> None:
    with refused("ResourceNotFoundException", kind=kind, id="nothing"):
        send(sms, OriginationIdentity=origin, **{member: "nothing"})


@pytest.mark.parametrize(
    ("identity", "kind"),
    [
        ("+12065550199", "phone-number"),
        ("phone-" + "0" * 32, "phone-number"),
        (ARN + "phone-number/phone-" + "0" * 32, "phone-number"),
        ("pool-" + "0" * 32, "pool"),
        ("rcs-" + "0" * 32, "rcs-agent"),
        ("EXAMPLE", "sender-id"),
    ],
)
def test_an_origin_must_be_the_accounts_own(sms: Any, identity: str, kind: str) -> None:
    with refused("ResourceNotFoundException", kind=kind, id=identity):
        send(sms, OriginationIdentity=identity)


@pytest.mark.parametrize("name", ["number", "id", "ARN"])
def test_a_number_goes_by_three_names(
    sms: Any, simulator: Simulator, origin: str, name: str
) -> None:
    number_id = identifier(sms, origin)
    names = {"number": origin, "id": number_id, "ARN": f"{ARN}phone-number/{number_id}"}

    send(sms, OriginationIdentity=names[name])

    assert simulator.messages()[0].origination_identity == origin


@pytest.mark.parametrize("name", ["EXAMPLE", "example", ARN + "sender-id/EXAMPLE/GB"])
def test_a_sender_id_sends_in_its_country(sms: Any, simulator: Simulator, name: str) -> None:
    sender_id(sms)

    send(sms, OriginationIdentity=name, DestinationPhoneNumber=BRITISH_HANDSET)

    assert simulator.messages()[0].origination_identity == "EXAMPLE"


def test_a_number_that_is_not_active_does_not_send(sms: Any) -> None:
    pending = request(sms, TOLL_FREE)

    with refused("ConflictException", "RESOURCE_NOT_ACTIVE", kind="phone-number", id=pending):
        send(sms, OriginationIdentity=pending)


def test_a_number_without_sms_sends_no_texts(sms: Any) -> None:
    caller = number(sms, LONG_CODE, IsoCountryCode="US", NumberCapabilities=["VOICE"])

    with refused(
        "ConflictException",
        "NUMBER_CAPABILITIES_MISMATCH",
        kind="phone-number",
        id=identifier(sms, caller),
    ):
        send(sms, OriginationIdentity=caller)


@pytest.mark.parametrize("destination", ["+17875550100", CANADIAN_HANDSET, BRITISH_HANDSET])
def test_a_number_sends_in_its_own_country(sms: Any, origin: str, destination: str) -> None:
    with refused(
        "ValidationException",
        "INVALID_IDENTITY_FOR_DESTINATION_COUNTRY",
        fields=["originationIdentity"],
    ):
        send(sms, OriginationIdentity=origin, DestinationPhoneNumber=destination)


def test_an_american_toll_free_number_sends_abroad_once_it_may(
    sms: Any, simulator: Simulator
) -> None:
    origin = given(sms, IsoCountryCode="US", NumberType="TOLL_FREE")
    sms.update_phone_number(PhoneNumberId=identifier(sms, origin), InternationalSendingEnabled=True)

    send(sms, OriginationIdentity=origin, DestinationPhoneNumber=GERMAN_HANDSET)

    assert simulator.messages()[0].status == "TEXT_DELIVERED"


def test_an_event_tells_whether_its_number_may_send_abroad(sms: Any, simulator: Simulator) -> None:
    origin = given(
        sms, IsoCountryCode="US", NumberType="TOLL_FREE", InternationalSendingEnabled=True
    )

    send(sms, OriginationIdentity=origin)

    assert simulator.events()[0]["isInternationalSend"] is True


@pytest.mark.parametrize(
    ("country", "number_type", "destination"),
    [
        pytest.param("GB", "LONG_CODE", GERMAN_HANDSET, id="British long code"),
        pytest.param("US", "TEN_DLC", CANADIAN_HANDSET, id="10DLC"),
        pytest.param("US", "TOLL_FREE", BRITISH_HANDSET, id="to a country that takes nothing"),
    ],
)
def test_nothing_else_sends_abroad(
    sms: Any, country: str, number_type: str, destination: str
) -> None:
    origin = given(
        sms,
        IsoCountryCode=country,
        NumberType=number_type,
        InternationalSendingEnabled=True,
    )

    with refused(
        "ValidationException", "INTERNATIONAL_SENDING_NOT_SUPPORTED", fields=["originationIdentity"]
    ):
        send(sms, OriginationIdentity=origin, DestinationPhoneNumber=destination)


def test_a_long_code_that_only_receives_sends_nothing(sms: Any) -> None:
    origin = given(sms, IsoCountryCode="IN", NumberType="LONG_CODE")

    with refused(
        "ConflictException",
        "NUMBER_CAPABILITIES_MISMATCH",
        kind="phone-number",
        id=identifier(sms, origin),
    ):
        send(sms, OriginationIdentity=origin, DestinationPhoneNumber="+919876543210")


def test_a_simulator_number_reaches_simulator_destinations(sms: Any, simulator: Simulator) -> None:
    origin = number(sms, SIMULATOR)

    send(sms, OriginationIdentity=origin, DestinationPhoneNumber="+14254147755")

    assert simulator.messages()[0].status == "TEXT_SUCCESSFUL"


@pytest.mark.parametrize("way", ["by name", "through a pool", "without an identity"])
def test_what_a_simulator_number_sends_to_somebody_does_not_arrive(
    sms: Any, simulator: Simulator, way: str
) -> None:
    origin = number(sms, SIMULATOR)
    named = {
        "by name": {"OriginationIdentity": origin},
        "through a pool": {"OriginationIdentity": pool_of(sms, identifier(sms, origin))},
        "without an identity": {},
    }[way]

    send(sms, **named)

    assert types(simulator.events()) == ["TEXT_PENDING"]
    assert simulator.events()[0]["isFinal"] is False


def test_a_test_may_let_it_arrive(sms: Any, simulator: Simulator) -> None:
    simulator.set_outcome(HANDSET, "TEXT_DELIVERED")

    send(sms, OriginationIdentity=number(sms, SIMULATOR))

    assert simulator.messages()[0].status == "TEXT_DELIVERED"


@pytest.mark.parametrize(
    ("destination", "reason"),
    [
        (GERMAN_HANDSET, "INVALID_IDENTITY_FOR_DESTINATION_COUNTRY"),
        (HANDSET, "SENDER_ID_NOT_SUPPORTED"),
    ],
)
@pytest.mark.parametrize("name", ["EXAMPLE", ARN + "sender-id/EXAMPLE/GB"])
def test_a_sender_id_is_none_elsewhere(sms: Any, name: str, destination: str, reason: str) -> None:
    sender_id(sms)

    with refused("ValidationException", reason, fields=["originationIdentity"]):
        send(sms, OriginationIdentity=name, DestinationPhoneNumber=destination)


@pytest.mark.parametrize(
    "name", ["messages", "number", "pool", "configuration set"], ids=lambda name: name
)
def test_a_message_type_is_the_origins(sms: Any, origin: str, news: str, name: str) -> None:
    number_id = identifier(sms, origin)
    given: dict[str, Any] = {"OriginationIdentity": origin, "MessageType": "PROMOTIONAL"}
    kind, id = "phone-number", number_id
    if name == "pool":
        kind, id = "pool", pool_of(sms, number_id)
        given["OriginationIdentity"] = id
    if name == "configuration set":
        sms.set_default_message_type(ConfigurationSetName=news, MessageType="PROMOTIONAL")
        given = {"OriginationIdentity": origin, "ConfigurationSetName": news}

    with refused("ConflictException", "MESSAGE_TYPE_MISMATCH", kind=kind, id=id):
        send(sms, **given)
