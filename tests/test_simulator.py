"""The Simulator: every call in process and over HTTP, with the same result and the same error."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from dataclasses import replace
from inspect import getmembers, isfunction
from pathlib import Path
from types import MappingProxyType
from typing import Any
from unittest.mock import ANY

import boto3
import pytest
from botocore.exceptions import ClientError
from moto import settings

from moto_pinpoint_sms_v2 import InboundMessage, Refusal, SentMessage, Simulator
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.control import view_parameters
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.simulator_calls import CALLS as DECLARED
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.simulator_calls.answers import LoadedAccount

from .domains.senders import british_number
from .scene import BRAND, HANDSET, Scene
from .support import ACCOUNT, REGION

SPEND_LIMIT = "TEXT_MESSAGE_MONTHLY_SPEND_LIMIT"
TEMPLATE = "notify-code-verification-english-001"
FORM = {
    "RegistrationTypeDefinitions": [
        {
            "RegistrationType": "MY_OWN_REGISTRATION",
            "DisplayHints": {"Title": "My own"},
        }
    ]
}


def sent(scene: Scene) -> SentMessage:
    """Return the message of the scene as it must be seen."""
    return SentMessage(
        message_id=scene.message_id,
        channel="TEXT",
        destination_phone_number=HANDSET,
        origination_identity=scene.number,
        message_body="Your code is 482913.",
        message_type="TRANSACTIONAL",
        context={"order": "7Q2"},
        iso_country_code="GB",
        message_encoding="GSM",
        total_message_parts=1,
        status="TEXT_DELIVERED",
        created_timestamp=ANY,
    )


def answer_to_stop(scene: Scene) -> InboundMessage:
    automatic = replace(
        sent(scene), message_id=ANY, message_body="You will receive no more messages.", context=None
    )
    return InboundMessage(
        inbound_message_id=ANY, message_keyword="STOP", automatic_response=automatic
    )


def write(scene: Scene, body: str = "STOP") -> InboundMessage:
    return scene.simulator.receive_message(
        origination_phone_number=HANDSET, destination=scene.number, body=body
    )


def refuse(scene: Scene) -> list[Refusal]:
    write(scene)
    assert scene.send() == "DESTINATION_PHONE_NUMBER_OPTED_OUT"
    return scene.simulator.refusals(destination_phone_number="447700900123")


def send_code(scene: Scene) -> str:
    scene.sms.send_destination_number_verification_code(
        VerifiedDestinationNumberId=scene.verified,
        VerificationChannel="TEXT",
        OriginationIdentity=scene.number,
    )
    code = scene.simulator.verification_code(scene.verified)
    [message] = scene.simulator.messages(destination_phone_number="+447700900199")
    return code if code in str(message.message_body) else str(message.message_body)


def fail_once(scene: Scene) -> list[str]:
    scene.simulator.inject_error("SendTextMessage", "ThrottlingException", message="Slow down")
    return [scene.send(), scene.send()]


def forget_errors(scene: Scene) -> str:
    scene.simulator.inject_error("SendTextMessage", "ThrottlingException", times=10**12)
    scene.simulator.clear_errors()
    return scene.send()


def disable(scene: Scene) -> str:
    scene.simulator.disable_account("ACCOUNT_DISABLED")
    return scene.send()


def enable(scene: Scene) -> str:
    scene.simulator.disable_account()
    scene.simulator.enable_account()
    return scene.send()


def refuse_incomplete(scene: Scene) -> str:
    scene.simulator.refuse_incomplete_submissions()
    brand = scene.sms.create_registration(RegistrationType=BRAND)["RegistrationId"]
    with pytest.raises(ClientError) as refused:
        scene.sms.submit_registration_version(RegistrationId=brand)
    return str(refused.value.response["Reason"])


def review_for_days(scene: Scene) -> list[str]:
    scene.simulator.review_by_the_clock()
    brand = scene.sms.create_registration(RegistrationType=BRAND)["RegistrationId"]
    scene.sms.submit_registration_version(RegistrationId=brand)
    read = replace(scene, registration=brand).registration_status
    return [read() for _ in range(3)]


def deny(scene: Scene) -> list[dict[str, str]]:
    scene.simulator.deny_registration(
        scene.registration, denied_reasons=[{"Reason": "INVALID_URL"}]
    )
    assert scene.registration_status() == "REQUIRES_UPDATES"
    answer = scene.sms.describe_registration_versions(RegistrationId=scene.registration)
    return list(answer["RegistrationVersions"][0]["DeniedReasons"])


def accept(scene: Scene) -> str:
    agent = scene.sms.create_rcs_agent()["RcsAgentId"]
    tester = scene.sms.create_verified_destination_number(
        DestinationPhoneNumber=HANDSET, RcsAgentId=agent
    )["VerifiedDestinationNumberId"]
    scene.simulator.answer_rcs_invitation(tester)
    found = scene.sms.describe_verified_destination_numbers(VerifiedDestinationNumberIds=[tester])
    return str(found["VerifiedDestinationNumbers"][0]["Status"])


def reject(scene: Scene) -> tuple[str, str]:
    configuration = scene.sms.create_notify_configuration(
        DisplayName="Example", UseCase="CODE_VERIFICATION", EnabledChannels=["SMS"]
    )["NotifyConfigurationId"]
    scene.simulator.set_notify_configuration_status(
        configuration, "REJECTED", rejection_reason="Too short"
    )
    [found] = scene.sms.describe_notify_configurations()["NotifyConfigurations"]
    return found["Status"], found["RejectionReason"]


def status_of_the_template(scene: Scene) -> str:
    (shown,) = scene.sms.describe_notify_templates(TemplateIds=[TEMPLATE])["NotifyTemplates"]
    return str(shown["Status"])


def launched_agent(scene: Scene) -> str:
    agent = scene.sms.create_rcs_agent()["RcsAgentId"]
    form = scene.sms.create_registration(RegistrationType="US_RCS_LAUNCH_REGISTRATION")
    scene.sms.create_registration_association(
        RegistrationId=form["RegistrationId"], ResourceId=agent
    )
    scene.simulator.set_rcs_launch_status(agent, "US", "ACTIVE", carrier_name="Verizon")
    return str(agent)


def launch(scene: Scene) -> tuple[str, list[str]]:
    agent = launched_agent(scene)
    answer = scene.sms.describe_rcs_agent_country_launch_status(RcsAgentId=agent)
    [country] = answer["CountryLaunchStatus"]
    active = [
        each["CarrierName"] for each in country["CarrierStatus"] if each["Status"] == "ACTIVE"
    ]
    return country["Status"], active


def tap(scene: Scene) -> InboundMessage:
    agent = launched_agent(scene)
    rich = scene.sms.send_rcs_message(
        DestinationPhoneNumber="+12065550100",
        OriginationIdentity=agent,
        RcsMessageContent={
            "Content": {"TextMessage": {"Body": "Do you agree?"}},
            "Suggestions": [{"Reply": {"Text": "Yes", "PostbackData": "yes"}}],
        },
    )
    return scene.simulator.tap_suggestion(rich["MessageId"], "Yes", postback_data="yes")


def share(scene: Scene) -> InboundMessage:
    return scene.simulator.share_location(
        origination_phone_number=HANDSET,
        destination=scene.sms.create_rcs_agent()["RcsAgentId"],
        latitude=51.5007,
        longitude=-0.1246,
    )


def type_(scene: Scene) -> InboundMessage:
    agent = scene.sms.create_rcs_agent()["RcsAgentId"]
    return scene.simulator.start_typing(origination_phone_number=HANDSET, destination=agent)


NO_ANSWER = InboundMessage(inbound_message_id=ANY, message_keyword=None, automatic_response=None)


def look_up(scene: Scene) -> tuple[str, str]:
    scene.simulator.set_carrier_lookup(HANDSET, phone_number_type="VOIP", carrier="EE")
    found = scene.sms.carrier_lookup(PhoneNumber=HANDSET)
    return found["PhoneNumberType"], found["Carrier"]


def take_any_role(scene: Scene) -> str:
    agent = scene.sms.create_rcs_agent()["RcsAgentId"]
    answer = scene.sms.update_rcs_agent(
        RcsAgentId=agent,
        TwoWayChannelArn=f"arn:aws:sns:{REGION}:{ACCOUNT}:replies",
        TwoWayChannelRole=f"arn:aws:iam::{ACCOUNT}:role/nowhere",
    )
    return str(answer["TwoWayChannelRole"])


def title(scene: Scene) -> str:
    scene.simulator.load_registration_definitions(FORM)
    answer = scene.sms.describe_registration_type_definitions(
        RegistrationTypes=["MY_OWN_REGISTRATION"]
    )
    return str(answer["RegistrationTypeDefinitions"][0]["DisplayHints"]["Title"])


def limit(scene: Scene) -> int:
    scene.simulator.set_account_limit("POOLS", 7)
    limits = scene.sms.describe_account_limits()["AccountLimits"]
    return next(int(each["Max"]) for each in limits if each["Name"] == "POOLS")


def tier(scene: Scene) -> str:
    scene.simulator.set_account_tier("SANDBOX")
    return str(scene.sms.describe_account_attributes()["AccountAttributes"][0]["Value"])


def publish(scene: Scene) -> str:
    sns = boto3.client("sns", region_name=REGION, endpoint_url=scene.simulator.endpoint_url)
    message_id = sns.publish(PhoneNumber=HANDSET, Message="Hello.")["MessageId"]
    [sent] = scene.simulator.messages(message_id=message_id)
    return sent.status


def then(verb: str, *arguments: Any, see: Callable[[Scene], Any]) -> Callable[[Scene], Any]:
    """Return what makes the call, which has no result, and then looks."""

    def act(scene: Scene) -> Any:
        filled = (getattr(scene, each[1:]) if str(each)[:1] == "@" else each for each in arguments)
        assert getattr(scene.simulator, verb)(*filled) is None
        return see(scene)

    return act


CALLS: dict[str, tuple[Callable[[Scene], Any], Any]] = {
    "messages": (lambda s: s.simulator.messages(message_id=s.message_id), lambda s: [sent(s)]),
    "message": (lambda s: s.simulator.message(destination_phone_number=HANDSET), lambda s: sent(s)),
    "refusals": (
        refuse,
        lambda s: [
            Refusal(
                operation="SendTextMessage",
                code="ConflictException",
                reason="DESTINATION_PHONE_NUMBER_OPTED_OUT",
                message=ANY,
                destination_phone_number=HANDSET,
                origination_identity=s.number,
                message_body="Hello.",
                created_timestamp=ANY,
            )
        ],
    ),
    "clear_messages": (
        lambda s: [s.simulator.clear_messages(channel="TEXT"), s.simulator.messages()],
        [1, []],
    ),
    "events": (
        lambda s: [(e["eventType"], e["messageId"]) for e in s.simulator.events()],
        lambda s: [("TEXT_SUCCESSFUL", s.message_id), ("TEXT_DELIVERED", s.message_id)],
    ),
    "verification_code": (send_code, ANY),
    "receive_message": (write, answer_to_stop),
    "tap_suggestion": (tap, NO_ANSWER),
    "share_location": (share, NO_ANSWER),
    "start_typing": (type_, NO_ANSWER),
    "answer_rcs_invitation": (accept, "VERIFIED"),
    "set_notify_configuration_status": (reject, ("REJECTED", "Too short")),
    "set_notify_template_status": (
        then("set_notify_template_status", TEMPLATE, "INACTIVE", see=status_of_the_template),
        "INACTIVE",
    ),
    "set_rcs_launch_status": (launch, ("PARTIAL", ["Verizon"])),
    "set_carrier_lookup": (look_up, ("VOIP", "EE")),
    "set_outcome": (then("set_outcome", HANDSET, "TEXT_SPAM", see=Scene.send), "TEXT_SPAM"),
    "advance_message": (
        then(
            "advance_message",
            "@message_id",
            "TEXT_SPAM",
            see=lambda s: s.simulator.messages()[0].status,
        ),
        "TEXT_SPAM",
    ),
    "approve_registration": (
        then("approve_registration", "@registration", see=Scene.registration_status),
        "COMPLETE",
    ),
    "deny_registration": (deny, [{"Reason": "INVALID_URL", "ShortDescription": "Invalid URL"}]),
    "set_registration_status": (
        then("set_registration_status", "@registration", "CLOSED", see=Scene.registration_status),
        "CLOSED",
    ),
    "review_by_the_clock": (review_for_days, ["REVIEWING"] * 3),
    "refuse_incomplete_submissions": (refuse_incomplete, "FIELD_VALIDATION_FAILED"),
    "set_account_tier": (tier, "SANDBOX"),
    "set_account_limit": (limit, 7),
    "set_spend": (
        then("set_spend", SPEND_LIMIT, 10_000, see=Scene.send),
        "MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT",
    ),
    "disable_account": (disable, "ACCOUNT_DISABLED"),
    "enable_account": (enable, "TEXT_DELIVERED"),
    "link_sns": (
        lambda s: [s.simulator.link_sns(), publish(s)],
        [None, "TEXT_DELIVERED"],
    ),
    "inject_error": (fail_once, ["ThrottlingException", "TEXT_DELIVERED"]),
    "clear_errors": (forget_errors, "TEXT_DELIVERED"),
    "use_id": (
        then(
            "use_id",
            "registration",
            "registration-1",
            see=lambda s: s.sms.create_registration(RegistrationType=BRAND)["RegistrationId"],
        ),
        "registration-1",
    ),
    "load_registration_definitions": (title, "My own"),
    "add_phone_number": (
        lambda s: [
            s.simulator.add_phone_number(iso_country_code="US", number_type="SHORT_CODE"),
            *s.sms.describe_phone_numbers()["PhoneNumbers"],
        ],
        lambda s: [s.sms.describe_phone_numbers()["PhoneNumbers"][each] for each in (1, 0, 1)],
    ),
    "snapshot": (
        lambda s: s.simulator.snapshot()["PhoneNumbers"][0]["PhoneNumberId"],
        lambda s: s.sms.describe_phone_numbers()["PhoneNumbers"][0]["PhoneNumberId"],
    ),
    "load_account": (
        lambda s: [
            s.simulator.load_account({"OptOutLists": [{"OptOutListName": "news"}]}),
            *(each["OptOutListName"] for each in s.sms.describe_opt_out_lists()["OptOutLists"]),
        ],
        [LoadedAccount(unknown=[], passed_over=[]), "Default", "news"],
    ),
    "enforce_rates": (
        then("enforce_rates", see=lambda s: "ThrottlingException" in [s.send() for _ in range(5)]),
        True,
    ),
    "check_access": (
        lambda s: [s.simulator.check_access(False), take_any_role(s)],
        [None, "arn:aws:iam::123456789012:role/nowhere"],
    ),
    "suspect_number": (
        then("suspect_number", HANDSET, see=Scene.send),
        "TEXT_DELIVERED",
    ),
    "allow_china": (
        lambda s: [s.simulator.allow_china(), s.send_to("+8613912345678")],
        [None, "NO_ORIGINATION_IDENTITIES_FOUND"],
    ),
    "add_sender_id": (
        lambda s: [s.simulator.add_sender_id("EXAMPLE", "IN")],
        lambda s: s.sms.describe_sender_ids()["SenderIds"],
    ),
}


@pytest.mark.parametrize("verb", CALLS)
def test_a_call_does_the_same_in_process_and_over_http(scene: Scene, verb: str) -> None:
    act, expected = CALLS[verb]

    assert act(scene) == (expected(scene) if isfunction(expected) else expected)


def test_every_call_is_in_the_table() -> None:
    public = {name for name, _ in getmembers(Simulator, isfunction) if name[0] != "_"}

    assert set(CALLS) == public == set(DECLARED)


@pytest.mark.parametrize("call", DECLARED)
def test_the_backend_takes_what_was_declared(call: str) -> None:
    """Declared is what its users see; the backend's method gets all of it by name."""
    taken = view_parameters(call)
    _, *names = DECLARED[call].parameters.signature.parameters

    assert list(taken.signature.parameters)[1:] == names


def test_filters_are_parameters_by_their_names() -> None:
    _, *parameters = inspect.signature(Simulator.clear_messages).parameters.values()

    assert [(each.name, each.default) for each in parameters] == [
        ("channel", None),
        ("destination_phone_number", None),
        ("origination_identity", None),
        ("message_id", None),
    ]


def test_a_verification_code_has_six_digits(scene: Scene) -> None:
    assert send_code(scene).isdecimal()


def test_an_injected_error_has_its_reason_and_members(scene: Scene) -> None:
    scene.simulator.inject_error(
        "DescribePools",
        "ConflictException",
        reason="RESOURCE_NOT_ACTIVE",
        message="Not now",
        ResourceType="pool",
        resource_id="pool-1",
    )

    with pytest.raises(ClientError) as refused:
        scene.sms.describe_pools()

    answer = refused.value.response
    assert answer["Error"] == {"Code": "ConflictException", "Message": "Not now"}
    assert [answer[name] for name in ("Reason", "ResourceType", "ResourceId")] == [
        "RESOURCE_NOT_ACTIVE",
        "pool",
        "pool-1",
    ]


@pytest.mark.parametrize("times", [1, 2, 3])
def test_an_injected_error_strikes_as_often_as_was_said(scene: Scene, times: int) -> None:
    scene.simulator.inject_error("SendTextMessage", "ThrottlingException", times=times)

    assert [scene.send() for _ in range(times)] == ["ThrottlingException"] * times
    assert scene.send() == "TEXT_DELIVERED"


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(FORM, id="mapping"),
        pytest.param(MappingProxyType(FORM), id="another kind of mapping"),
        pytest.param([FORM], id="list"),
        pytest.param((FORM,), id="tuple"),
    ],
)
def test_forms_come_from_answers(scene: Scene, source: Any) -> None:
    scene.simulator.load_registration_definitions(source)

    assert scene.sms.create_registration(RegistrationType="MY_OWN_REGISTRATION")


@pytest.mark.parametrize("kind", [str, Path])
def test_forms_come_from_a_file(scene: Scene, tmp_path: Path, kind: type[Any]) -> None:
    path = tmp_path / "forms.json"
    path.write_text(json.dumps(FORM), "utf-8")

    scene.simulator.load_registration_definitions(kind(path))

    assert scene.sms.create_registration(RegistrationType="MY_OWN_REGISTRATION")


def test_what_a_test_does_to_what_it_read_changes_nothing(scene: Scene) -> None:
    [message] = scene.simulator.messages()
    assert message.context is not None
    message.context.clear()
    for event in scene.simulator.events():
        event.clear()

    assert scene.simulator.messages() == [sent(scene)]
    assert len([each["eventType"] for each in scene.simulator.events()]) == 2


def test_a_message_that_was_received_is_forgotten_with_its_conversation(scene: Scene) -> None:
    write(scene, "Hello?")

    assert scene.simulator.clear_messages(destination_phone_number=HANDSET) == 1
    assert scene.simulator.clear_messages() == 0


@pytest.mark.parametrize(
    "elsewhere", [{"region_name": "eu-west-1"}, {"account_id": "111122223333"}]
)
def test_a_simulator_is_of_one_account_and_region(scene: Scene, elsewhere: dict[str, str]) -> None:
    place = {"region_name": REGION, "endpoint_url": scene.simulator.endpoint_url, **elsewhere}

    assert Simulator(**place).messages() == []
    assert len(scene.simulator.messages()) == 1


def test_without_arguments_it_is_of_boto3_s_region_and_moto_s_account(
    aws: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-2")
    sms = boto3.client("pinpoint-sms-voice-v2")
    number = british_number(sms)
    sms.send_text_message(
        DestinationPhoneNumber=HANDSET, OriginationIdentity=number, MessageBody="Hi"
    )

    assert len(Simulator().messages()) == 1
    assert len(Simulator(region_name="eu-west-2", account_id=ACCOUNT).messages()) == 1


def test_in_moto_s_server_mode_it_talks_to_that_server(
    threaded_server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "TEST_SERVER_MODE", True)
    monkeypatch.setenv("TEST_SERVER_MODE_ENDPOINT", threaded_server)

    assert Simulator().endpoint_url == threaded_server
    assert Simulator().messages() == []


def test_a_server_without_these_calls_is_named(threaded_server: str) -> None:
    elsewhere = f"{threaded_server}/elsewhere"

    with pytest.raises(ValueError, match=f"^{elsewhere} has no Simulator$"):
        Simulator(endpoint_url=elsewhere).messages()
