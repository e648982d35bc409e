"""Whom an RCS agent reaches: its testers anywhere, and the carriers that have launched it."""

from __future__ import annotations

from typing import Any

import boto3
import pytest

from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.data import load

from ...support import ACCOUNT, REGION, refused
from ..senders import GERMAN_HANDSET, HANDSET, identifier, number, pool_of, send, types
from .rcs_messages import TEXT, launched, register, send_rcs

US = "US_RCS_LAUNCH_REGISTRATION"
TEST = "TEST_RCS_LAUNCH_REGISTRATION"
ELSEWHERE = "eu-west-1"


@pytest.fixture
def agent(sms: Any, simulator: Simulator) -> str:
    """An agent that Verizon has launched, that AT&T has rejected and T-Mobile waits with."""
    agent = launched(sms, simulator, US)
    simulator.set_rcs_launch_status(agent, "US", "PENDING")
    simulator.set_rcs_launch_status(agent, "US", "ACTIVE", carrier_name="Verizon")
    simulator.set_rcs_launch_status(agent, "US", "REJECTED", carrier_name="AT&T")
    return agent


def is_with(simulator: Simulator, carrier: str) -> None:
    """Let the handset be a customer of the carrier."""
    simulator.set_carrier_lookup(HANDSET, carrier=carrier)


@pytest.mark.parametrize(
    ("carrier", "ending"),
    [
        ("Verizon", ["RCS_SENT", "RCS_DELIVERED"]),
        ("verizon", ["RCS_SENT", "RCS_DELIVERED"]),
        ("AT&T", ["RCS_FAILED"]),
        ("T-Mobile", ["RCS_FAILED"]),
        ("Somebody Else", ["RCS_SENT", "RCS_DELIVERED"]),
    ],
)
def test_a_carrier_that_has_not_launched_an_agent_takes_nothing(
    sms: Any, simulator: Simulator, agent: str, carrier: str, ending: list[str]
) -> None:
    is_with(simulator, carrier)

    message = send_rcs(sms, agent)

    assert types(simulator.events(message_id=message)) == ending


def test_what_a_carrier_does_not_take_is_undeliverable_and_free(
    sms: Any, simulator: Simulator, agent: str
) -> None:
    is_with(simulator, "AT&T")

    [record] = simulator.events(message_id=send_rcs(sms, agent))

    assert (record["messageStatus"], record["isFinal"]) == ("UNDELIVERABLE", True)
    assert (record["totalMessagePrice"], record["totalCarrierFee"]) == (0.0, 0.0)


def test_whose_carrier_nobody_knows_is_reached(sms: Any, agent: str, simulator: Simulator) -> None:
    message = send_rcs(sms, agent)

    assert simulator.message(message_id=message).status == "RCS_DELIVERED"


def test_a_pool_sends_a_text_instead(sms: Any, simulator: Simulator, agent: str) -> None:
    origin = number(sms)
    pool = pool_of(sms, identifier(sms, origin), agent)
    is_with(simulator, "AT&T")

    message = send(sms, OriginationIdentity=pool)

    assert types(simulator.events(message_id=message)) == [
        "RCS_FALLEN_BACK_TO_SMS",
        "TEXT_SUCCESSFUL",
        "TEXT_DELIVERED",
    ]
    assert simulator.message(message_id=message).origination_identity == origin


def test_a_carrier_that_comes_later_takes_it_then(
    sms: Any, simulator: Simulator, agent: str
) -> None:
    is_with(simulator, "T-Mobile")
    simulator.set_rcs_launch_status(agent, "US", "ACTIVE", carrier_name="T-Mobile")

    assert simulator.message(message_id=send_rcs(sms, agent)).status == "RCS_DELIVERED"


def test_what_a_test_says_of_a_destination_comes_first(
    sms: Any, simulator: Simulator, agent: str
) -> None:
    is_with(simulator, "AT&T")
    simulator.set_outcome(HANDSET, "RCS_READ")

    assert simulator.message(message_id=send_rcs(sms, agent)).status == "RCS_READ"


@pytest.mark.parametrize("country", load("rcs_networks"))
def test_other_names_are_those_of_carriers_that_launch_agents(country: str) -> None:
    assert set(load("rcs_networks")[country].values()) <= set(load("rcs_carriers")[country])


@pytest.mark.parametrize(
    ("carrier", "status"), [("Telekom", "RCS_DELIVERED"), ("O2", "RCS_FAILED")]
)
def test_a_number_tells_its_carrier(
    sms: Any, simulator: Simulator, carrier: str, status: str
) -> None:
    agent = launched(sms, simulator, "DE_RCS_LAUNCH_REGISTRATION")
    simulator.set_rcs_launch_status(agent, "DE", "REJECTED")
    simulator.set_rcs_launch_status(agent, "DE", "ACTIVE", carrier_name=carrier)

    message = send_rcs(sms, agent, DestinationPhoneNumber=GERMAN_HANDSET)

    assert simulator.message(message_id=message).status == status


def test_the_launch_of_another_country_says_nothing(
    sms: Any, simulator: Simulator, agent: str
) -> None:
    register(sms, simulator, agent, "DE_RCS_LAUNCH_REGISTRATION")
    simulator.set_rcs_launch_status(agent, "DE", "REJECTED", carrier_name="Vodafone")
    is_with(simulator, "Vodafone")

    assert simulator.message(message_id=send_rcs(sms, agent)).status == "RCS_DELIVERED"


def invite(sms: Any, agent: str) -> str:
    answer = sms.create_verified_destination_number(
        DestinationPhoneNumber=HANDSET, RcsAgentId=agent
    )
    return str(answer["VerifiedDestinationNumberId"])


def test_a_tester_is_reached_whatever_the_carriers_say(
    sms: Any, simulator: Simulator, agent: str
) -> None:
    register(sms, simulator, agent, TEST)
    simulator.answer_rcs_invitation(invite(sms, agent))
    is_with(simulator, "AT&T")

    assert simulator.message(message_id=send_rcs(sms, agent)).status == "RCS_DELIVERED"


@pytest.fixture
def in_test(sms: Any, simulator: Simulator) -> str:
    """An agent that reaches testers only."""
    return launched(sms, simulator, TEST)


@pytest.fixture
def elsewhere(aws: None) -> Any:
    """A client in another Region of the account."""
    return boto3.client("pinpoint-sms-voice-v2", region_name=ELSEWHERE)


def test_who_accepted_in_one_region_is_reached_from_all(
    simulator: Simulator, sms: Any, in_test: str, elsewhere: Any
) -> None:
    other = Simulator(region_name=ELSEWHERE, account_id=ACCOUNT)
    invited = invite(elsewhere, elsewhere.create_rcs_agent()["RcsAgentId"])
    with refused("ConflictException", "RESOURCE_NOT_ACTIVE", kind="rcs-agent", id=in_test):
        send_rcs(sms, in_test)

    other.answer_rcs_invitation(invited)

    assert simulator.message(message_id=send_rcs(sms, in_test)).status == "RCS_DELIVERED"


def test_who_accepted_for_another_agent_of_the_region_is_not_reached(
    sms: Any, simulator: Simulator, in_test: str
) -> None:
    simulator.answer_rcs_invitation(invite(sms, sms.create_rcs_agent()["RcsAgentId"]))

    with refused("ConflictException", "RESOURCE_NOT_ACTIVE", kind="rcs-agent", id=in_test):
        send_rcs(sms, in_test)


def test_a_verified_number_of_another_region_is_no_tester(
    sms: Any, in_test: str, elsewhere: Any
) -> None:
    simulator = Simulator(region_name=ELSEWHERE, account_id=ACCOUNT)
    simulator.load_account(
        {"VerifiedDestinationNumbers": [{"DestinationPhoneNumber": HANDSET, "Status": "VERIFIED"}]}
    )

    with refused("ConflictException", "RESOURCE_NOT_ACTIVE", kind="rcs-agent", id=in_test):
        send_rcs(sms, in_test)


def test_a_tester_of_another_account_is_none(sms: Any, in_test: str) -> None:
    account = "111122223333"
    other = Simulator(region_name=REGION, account_id=account)
    other.load_account(
        {
            "account_id": account,
            "RcsAgents": [{"RcsAgentId": "rcs-" + "1" * 32}],
            "VerifiedDestinationNumbers": [
                {
                    "DestinationPhoneNumber": HANDSET,
                    "RcsAgentId": "rcs-" + "1" * 32,
                    "Status": "VERIFIED",
                }
            ],
        }
    )

    with refused("ConflictException", "RESOURCE_NOT_ACTIVE", kind="rcs-agent", id=in_test):
        sms.send_rcs_message(
            DestinationPhoneNumber=HANDSET, OriginationIdentity=in_test, RcsMessageContent=TEXT
        )
