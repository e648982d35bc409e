"""A test begins with an account that was taken elsewhere, and nothing tells the two apart."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from botocore import xform_name
from botocore.exceptions import ClientError
from freezegun import freeze_time
from moto import mock_aws
from moto.moto_api._internal import mock_random

from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.contract import service_model

from ..support import REGION, body, client
from .kinds import Kind
from .stages import pool
from .test_resource_lives import INPUTS, KINDS, TAGS, create, operations_of
from .world import World

WISHES = {"opted_out_numbers": True, "field_values": True, "destination_numbers": True}
READS = [
    name
    for name in service_model().operation_names
    if name.startswith(("Describe", "List"))
    and not service_model().operation_model(name).input_shape.required_members
]
"""What shows the whole account."""
HANDSET = "+14254147755"

Answer = Any
"""What a call answered, or how it was refused."""


@contextmanager
def account() -> Iterator[World]:
    """Open an empty account, in which the next ids and moments are the same each time."""
    with mock_aws():
        mock_random.seed(42)
        sms = client()
        yield World(sms, sms, Simulator(region_name=REGION))


def answer(sms: Any, operation: str, **members: Any) -> Answer:
    try:
        return operation, body(getattr(sms, operation)(**members))
    except ClientError as refused:
        return operation, refused.response["Error"], refused.response.get("Reason")


def everything(sms: Any) -> list[Answer]:
    return [answer(sms, xform_name(name)) for name in READS]


def tour(world: World, kind: Kind, names: dict[str, Any], arn: str | None) -> list[Answer]:
    """Do with a resource all that a tool does, and tell what was answered."""
    mock_random.seed(43)
    sms = world.sms
    told = everything(sms)
    for change in kind.changes:
        members = change.members(world.simulator, names)
        wanted = INPUTS[change.operation].members
        told.append(
            answer(
                sms,
                change.operation,
                **{name: names[name] for name in names if name in wanted},
                **members,
            )
        )
        told.append((kind.name, kind.read(sms, names)))
    if arn is not None:
        told.append(answer(sms, "tag_resource", ResourceArn=arn, Tags=TAGS))
        told.append(answer(sms, "list_tags_for_resource", ResourceArn=arn))
        told.append(answer(sms, "untag_resource", ResourceArn=arn, TagKeys=["team"]))
    wanted = INPUTS[kind.delete].members
    delete = {name: names[name] for name in names if name in wanted}
    told.append(answer(sms, kind.delete, **delete))
    told.append(answer(sms, kind.delete, **delete))
    return told + everything(sms)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_tool_manages_what_was_loaded_as_what_was_made(kind: Kind) -> None:
    with freeze_time("2026-11-01"):
        with account() as world:
            managed = create(world, kind)
            everything(world.sms)  # what comes of itself has come
            taken = json.dumps(world.simulator.snapshot(**WISHES))
            names = dict(managed.names)
            arn = managed.answer[kind.arn] if kind.arn is not None else None
            expected = tour(world, kind, names, arn)
        with account() as world:
            kind.elsewhere(world)
            world.simulator.load_account(json.loads(taken))
            found = tour(world, kind, names, arn)

    for wanted, there in zip(expected, found, strict=True):
        assert there == wanted


def _send_text(sms: Any) -> Answer:
    return answer(
        sms,
        "send_text_message",
        DestinationPhoneNumber=HANDSET,
        OriginationIdentity="pool-parent",
        MessageBody="Hello.",
        ConfigurationSetName="sales",
        MessageFeedbackEnabled=True,
    )


SENDS: dict[str, Callable[[Any], Answer]] = {
    "text": _send_text,
    "media": lambda sms: answer(
        sms,
        "send_media_message",
        DestinationPhoneNumber=HANDSET,
        OriginationIdentity="phone-parent",
        MessageBody="Hello.",
    ),
    "voice": lambda sms: answer(
        sms,
        "send_voice_message",
        DestinationPhoneNumber=HANDSET,
        OriginationIdentity="phone-parent",
        MessageBody="Hello.",
    ),
    "RCS": lambda sms: answer(
        sms,
        "send_rcs_message",
        DestinationPhoneNumber=HANDSET,
        OriginationIdentity="pool-parent",
        RcsMessageContent={"Content": {"TextMessage": {"Body": "Hello."}}},
    ),
    "notify": lambda sms: answer(
        sms,
        "send_notify_text_message",
        NotifyConfigurationId="notify-1",
        DestinationPhoneNumber="+12065550199",
        TemplateId="notify-code-verification-english-001",
        TemplateVariables={"code": "123456"},
    ),
    "notify by voice": lambda sms: answer(
        sms,
        "send_notify_voice_message",
        NotifyConfigurationId="notify-1",
        DestinationPhoneNumber="+12065550199",
        TemplateId="notify-code-verification-english-001",
        TemplateVariables={"code": "123456"},
    ),
    "verification": lambda sms: answer(
        sms,
        "send_destination_number_verification_code",
        VerifiedDestinationNumberId="vdn-1",
        VerificationChannel="TEXT",
    ),
    "verification, answered wrong": lambda sms: answer(
        sms,
        "verify_destination_number",
        VerifiedDestinationNumberId="vdn-1",
        VerificationCode="000000",
    ),
    "a look at the carrier": lambda sms: answer(sms, "carrier_lookup", PhoneNumber=HANDSET),
    "feedback": lambda sms: answer(
        sms,
        "put_message_feedback",
        MessageId=str(_send_text(sms)[1].get("MessageId", "none")),
        MessageFeedbackStatus="RECEIVED",
    ),
    "registration's association": lambda sms: answer(
        sms,
        "create_registration_association",
        RegistrationId="registration-1",
        ResourceId="phone-parent",
    ),
    "submission": lambda sms: answer(
        sms, "submit_registration_version", RegistrationId="registration-1"
    ),
    "a dry run to an opted-out number": lambda sms: answer(
        sms,
        "send_text_message",
        DestinationPhoneNumber="+14254147167",
        OriginationIdentity="pool-parent",
        MessageBody="Hello.",
    ),
    "numbers to be had": lambda sms: answer(
        sms,
        "list_available_phone_numbers",
        IsoCountryCode="US",
        NumberCapabilities=["SMS"],
        NumberType="TEN_DLC",
        RegistrationId="registration-1",
    ),
    "field values": lambda sms: answer(
        sms, "describe_registration_field_values", RegistrationId="registration-1"
    ),
    "section definitions": lambda sms: answer(
        sms,
        "describe_registration_section_definitions",
        RegistrationType="US_TOLL_FREE_REGISTRATION",
    ),
    "field definitions": lambda sms: answer(
        sms,
        "describe_registration_field_definitions",
        RegistrationType="US_TOLL_FREE_REGISTRATION",
    ),
    "versions": lambda sms: answer(
        sms, "describe_registration_versions", RegistrationId="registration-1"
    ),
    "associations": lambda sms: answer(
        sms, "list_registration_associations", RegistrationId="registration-1"
    ),
    "launches": lambda sms: answer(
        sms, "describe_rcs_agent_country_launch_status", RcsAgentId="rcs-parent"
    ),
    "members": lambda sms: answer(sms, "list_pool_origination_identities", PoolId="pool-parent"),
    "keywords": lambda sms: answer(sms, "describe_keywords", OriginationIdentity="pool-parent"),
    "opted-out numbers": lambda sms: answer(
        sms, "describe_opted_out_numbers", OptOutListName="Default"
    ),
    "rules": lambda sms: answer(
        sms,
        "get_protect_configuration_country_rule_set",
        ProtectConfigurationId="protect-1",
        NumberCapability="SMS",
    ),
    "overrides": lambda sms: answer(
        sms,
        "list_protect_configuration_rule_set_number_overrides",
        ProtectConfigurationId="protect-1",
    ),
    "policy": lambda sms: answer(
        sms,
        "get_resource_policy",
        ResourceArn="arn:aws:sms-voice:us-east-1:123456789012:pool/pool-parent",
    ),
}


def furnish(world: World) -> None:
    """Let the account have what the sends are about."""
    sms, use_id = world.sms, world.simulator.use_id
    pool(world)
    use_id("rcs-agent", "rcs-parent")
    sms.create_rcs_agent()
    sms.associate_origination_identity(PoolId="pool-parent", OriginationIdentity="rcs-parent")
    sms.create_configuration_set(ConfigurationSetName="sales")
    sms.put_opted_out_number(OptOutListName="Default", OptedOutNumber="+14254147167")
    use_id("notify-configuration", "notify-1")
    sms.create_notify_configuration(
        DisplayName="Ours", UseCase="CODE_VERIFICATION", EnabledChannels=["SMS", "VOICE"]
    )
    use_id("verified-destination-number", "vdn-1")
    sms.create_verified_destination_number(DestinationPhoneNumber="+12065550199")
    use_id("protect-configuration", "protect-1")
    sms.create_protect_configuration()
    sms.update_protect_configuration_country_rule_set(
        ProtectConfigurationId="protect-1",
        NumberCapability="SMS",
        CountryRuleSetUpdates={"FR": {"ProtectStatus": "BLOCK"}},
    )
    use_id("registration", "registration-1")
    sms.create_registration(RegistrationType="US_TOLL_FREE_REGISTRATION")
    sms.put_registration_field_value(
        RegistrationId="registration-1", FieldPath="companyInfo.city", TextValue="Seattle"
    )


def test_sends_and_reads_answer_as_in_the_account_that_was_taken() -> None:
    with freeze_time("2026-11-01"):
        with account() as world:
            furnish(world)
            everything(world.sms)
            taken = json.dumps(world.simulator.snapshot(**WISHES))
            expected = sends(world)
        with account() as world:
            world.simulator.load_account(json.loads(taken))
            found = sends(world)

    assert found == expected


def sends(world: World) -> dict[str, Any]:
    mock_random.seed(43)
    told: dict[str, Any] = {name: send(world.sms) for name, send in SENDS.items()}
    told["events"] = world.simulator.events()
    told["messages"] = world.simulator.messages()
    return told


def test_the_tours_call_every_operation() -> None:
    called = {"tag_resource", "untag_resource", "list_tags_for_resource"}
    called |= {operation for kind in KINDS for operation in operations_of(kind)}
    called |= set(map(xform_name, READS))
    with account() as world:
        furnish(world)
        called |= {send(world.sms)[0] for send in SENDS.values()}

    assert INPUTS.keys() - called == set()
