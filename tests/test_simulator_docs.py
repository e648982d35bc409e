"""What the Simulator says of itself: each call with an example that runs."""

from __future__ import annotations

import ast
import inspect
import pydoc
from doctest import DocTestParser
from typing import Any

import pytest

import moto_pinpoint_sms_v2
from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.simulator_calls import CALLS

from .scene import set_up


def told(call: str) -> str:
    return inspect.getdoc(getattr(Simulator, call)) or ""


@pytest.fixture
def names(aws: None) -> dict[str, Any]:
    """What the examples speak of."""
    scene = set_up(None)
    scene.sms.send_destination_number_verification_code(
        VerifiedDestinationNumberId=scene.verified,
        VerificationChannel="TEXT",
        OriginationIdentity=scene.number,
    )
    agent = scene.sms.create_rcs_agent()["RcsAgentId"]
    tester = scene.sms.create_verified_destination_number(
        DestinationPhoneNumber="+447700900198", RcsAgentId=agent
    )
    launch = scene.sms.create_registration(RegistrationType="US_RCS_LAUNCH_REGISTRATION")
    scene.sms.create_registration_association(
        RegistrationId=launch["RegistrationId"], ResourceId=agent
    )
    named = scene.sms.create_notify_configuration(
        DisplayName="Example", UseCase="CODE_VERIFICATION", EnabledChannels=["SMS"]
    )
    scene.simulator.set_rcs_launch_status(agent, "US", "ACTIVE")
    suggestion = {"Reply": {"Text": "Yes", "PostbackData": "yes"}}
    rich = scene.sms.send_rcs_message(
        DestinationPhoneNumber="+12065550100",
        OriginationIdentity=agent,
        RcsMessageContent={
            "Content": {"TextMessage": {"Body": "Do you agree?"}},
            "Suggestions": [suggestion],
        },
    )
    return {
        "simulator": scene.simulator,
        "rcs_agent_id": agent,
        "rcs_message_id": rich["MessageId"],
        "tester_id": tester["VerifiedDestinationNumberId"],
        "notify_configuration_id": named["NotifyConfigurationId"],
        "number": scene.number,
        "message_id": scene.message_id,
        "registration_id": scene.registration,
        "verified_destination_number_id": scene.verified,
    }


@pytest.mark.parametrize("call", CALLS)
def test_each_call_has_an_example_that_runs(call: str, names: dict[str, Any]) -> None:
    examples = DocTestParser().get_examples(told(call))
    if not examples:
        pytest.skip(f"{call} has no example yet")

    assert any(f"simulator.{call}(" in each.source for each in examples)
    for each in examples:
        exec(compile(ast.parse(each.source), call, "exec"), names)  # noqa: S102 - our own


@pytest.mark.parametrize("call", CALLS)
def test_each_call_says_what_it_does_in_its_first_line(call: str) -> None:
    first, *others = told(call).split("\n")

    assert first.endswith(".")
    assert others[:1] == [""]


def test_help_shows_every_call_and_its_filters() -> None:
    text = pydoc.plain(pydoc.render_doc(Simulator))

    # From Python 3.13 on a long list of parameters has a line for each, beside the class's bar.
    plain = "".join(text.replace("|", " ").split())
    assert [call for call in CALLS if f"{call}(self" not in plain] == []
    assert "destination_phone_number" in text


def test_completion_shows_the_public_names() -> None:
    assert set(moto_pinpoint_sms_v2.__all__) <= set(dir(moto_pinpoint_sms_v2))
