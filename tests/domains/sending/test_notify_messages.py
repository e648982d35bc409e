"""Notify messages: AWS's templates, filled and sent."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory

from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.domains.sending import notify_messages

from ...support import body, refused
from .. import registration_forms as forms
from ..number_types import LONG_CODE, simulator_of
from ..senders import BRITISH_HANDSET, HANDSET, identifier, number, pool_of, types

TEMPLATE = "notify-code-verification-english-001"
ADVANCED = "notify-code-verification-english-002"
ANY_TOLL_FREE = r"\+18(88|77|66|55|44|33)55501\d\d"
"""What AWS lends in the United States, where a name cannot be shown."""
BODY = "Example: your verification code is 123456."
SENDS = ["send_notify_text_message", "send_notify_voice_message"]


@pytest.fixture
def notify(sms: Any) -> str:
    """A configuration for texts and calls, with a default template."""
    return configured(sms, DefaultTemplateId=TEMPLATE)


def configured(sms: Any, **settings: Any) -> str:
    """Make a configuration that is active, and return its id."""
    given = {
        "DisplayName": "Example",
        "UseCase": "CODE_VERIFICATION",
        "EnabledChannels": ["SMS", "VOICE"],
    }
    return str(sms.create_notify_configuration(**given | settings)["NotifyConfigurationId"])


def send(sms: Any, notify: str, operation: str = SENDS[0], **arguments: Any) -> Any:
    """Send a code."""
    given = {
        "NotifyConfigurationId": notify,
        "DestinationPhoneNumber": HANDSET,
        "TemplateVariables": {"code": "123456"},
    }
    return getattr(sms, operation)(**given | arguments)


def upgrade(sms: Any) -> None:
    """Lift the account to the ADVANCED tier."""
    registration = forms.create(sms, "NOTIFY_TIER_UPGRADE_REGISTRATION")
    simulator_of(sms).set_registration_status(registration, "COMPLETE")


@pytest.mark.parametrize(
    ("operation", "channel", "status"),
    [(SENDS[0], "TEXT", "TEXT_DELIVERED"), (SENDS[1], "VOICE", "VOICE_COMPLETED")],
)
def test_a_notify_send_answers_the_text_that_left(
    sms: Any,
    simulator: Simulator,
    notify: str,
    news: str,
    operation: str,
    channel: str,
    status: str,
) -> None:
    answer = send(
        sms,
        notify,
        operation,
        ConfigurationSetName=news,
        TimeToLive=60,
        Context={"order": "42"},
        MessageFeedbackEnabled=True,
    )

    [message] = simulator.messages()
    assert body(answer) == {
        "MessageId": message.message_id,
        "TemplateId": TEMPLATE,
        "ResolvedMessageBody": BODY,
    }
    assert (message.channel, message.message_body, message.status) == (channel, BODY, status)
    assert (message.configuration_set_name, message.time_to_live) == (news, 60)
    assert message.context == {"order": "42"}
    assert re.fullmatch(ANY_TOLL_FREE, message.origination_identity)


@pytest.mark.parametrize("operation", SENDS)
def test_a_notify_dry_run_leaves_nothing(
    sms: Any, simulator: Simulator, notify: str, operation: str
) -> None:
    answer = send(sms, notify, operation, DryRun=True)

    assert answer["ResolvedMessageBody"] == BODY
    assert simulator.messages() == []


@pytest.mark.parametrize("operation", SENDS)
def test_a_template_can_be_named(sms: Any, operation: str) -> None:
    notify = configured(sms)

    assert send(sms, notify, operation, TemplateId=TEMPLATE)["TemplateId"] == TEMPLATE


@pytest.mark.parametrize("operation", SENDS)
def test_a_notify_send_needs_a_template(sms: Any, operation: str) -> None:
    with refused("ValidationException", "MISSING_PARAMETER", fields=["templateId"]):
        send(sms, configured(sms), operation)


@pytest.mark.parametrize("operation", SENDS)
def test_a_template_must_exist(sms: Any, notify: str, operation: str) -> None:
    with refused("ResourceNotFoundException", kind="notify-template", id="nothing"):
        send(sms, notify, operation, TemplateId="nothing")


@pytest.mark.parametrize("operation", SENDS)
def test_a_notify_configuration_must_exist(sms: Any, operation: str) -> None:
    unknown = "notify-" + "0" * 32

    with refused("ResourceNotFoundException", kind="notify-configuration", id=unknown):
        send(sms, unknown, operation)


def test_a_template_must_be_of_the_tier(sms: Any, notify: str) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["templateId"]):
        send(sms, notify, TemplateId=ADVANCED)


@pytest.mark.parametrize(
    ("operation", "other"),
    [(SENDS[0], "notify-code-verification-english-003"), (SENDS[1], ADVANCED)],
    ids=["a call's for a text", "a text's for a call"],
)
def test_a_template_must_be_of_the_channel(
    sms: Any, notify: str, operation: str, other: str
) -> None:
    upgrade(sms)

    with refused("ValidationException", "INVALID_PARAMETER", fields=["templateId"]):
        send(sms, notify, operation, TemplateId=other)


@pytest.mark.parametrize(
    ("variables", "reason"),
    [({}, "MISSING_PARAMETER"), ({"code": "123456", "other": "1"}, "INVALID_PARAMETER")],
)
def test_the_variables_must_be_those_of_the_template(
    sms: Any, notify: str, variables: dict[str, str], reason: str
) -> None:
    with refused("ValidationException", reason, fields=["templateVariables"]):
        send(sms, notify, TemplateVariables=variables)


def test_a_voice_must_be_one_of_the_templates(sms: Any, notify: str) -> None:
    assert send(sms, notify, SENDS[1], VoiceId="JOANNA")
    with refused("ValidationException", "INVALID_PARAMETER", fields=["voiceId"]):
        send(sms, notify, SENDS[1], VoiceId="ZHIYU")


@pytest.mark.parametrize(("operation", "enabled"), [(SENDS[0], "VOICE"), (SENDS[1], "SMS")])
def test_a_channel_must_be_enabled(sms: Any, operation: str, enabled: str) -> None:
    notify = configured(sms, EnabledChannels=[enabled], DefaultTemplateId=TEMPLATE)

    with refused("ValidationException", "CHANNEL_NOT_ENABLED", fields=["notifyConfigurationId"]):
        send(sms, notify, operation)


@pytest.mark.parametrize(
    "settings", [{"EnabledCountries": ["GB"]}, {}], ids=["not enabled", "not of the tier"]
)
def test_a_country_must_be_enabled(sms: Any, settings: dict[str, Any]) -> None:
    notify = configured(sms, DefaultTemplateId=TEMPLATE, **settings)
    destination = HANDSET if settings else "+254712345678"

    with refused("ValidationException", "COUNTRY_NOT_ENABLED", fields=["destinationPhoneNumber"]):
        send(sms, notify, DestinationPhoneNumber=destination)
    assert send(sms, notify, DestinationPhoneNumber=BRITISH_HANDSET)


@pytest.mark.parametrize("operation", SENDS)
def test_a_configuration_that_is_not_active_does_not_send(
    sms: Any, notify: str, operation: str
) -> None:
    from moto.moto_api import state_manager

    model = "pinpoint-sms-voice-v2::notify-configuration"
    state_manager.set_transition(model, {"progression": "manual", "times": 5})
    try:
        pending = configured(sms, DefaultTemplateId=TEMPLATE)
        with refused(
            "ConflictException",
            "NOTIFY_CONFIGURATION_NOT_ACTIVE",
            kind="notify-configuration",
            id=pending,
        ):
            send(sms, pending, operation)
    finally:
        state_manager.unset_transition(model)


@pytest.mark.parametrize("operation", SENDS)
@pytest.mark.parametrize("named", [{}, {"TemplateId": TEMPLATE}], ids=["default", "named"])
def test_a_template_that_is_out_of_use_does_not_send(
    sms: Any, simulator: Simulator, notify: str, operation: str, named: dict[str, str]
) -> None:
    simulator.set_notify_template_status(TEMPLATE, "INACTIVE")

    with refused("ConflictException", "RESOURCE_NOT_ACTIVE", kind="notify-template", id=TEMPLATE):
        send(sms, notify, operation, **named)

    simulator.set_notify_template_status(TEMPLATE, "ACTIVE")
    assert send(sms, notify, operation, **named)["TemplateId"] == TEMPLATE


def test_a_pool_sends_what_it_can(sms: Any, simulator: Simulator) -> None:
    british = number(sms, LONG_CODE)
    pool = pool_of(sms, identifier(sms, british), country="GB")
    notify = configured(sms, DefaultTemplateId=TEMPLATE, PoolId=pool)

    send(sms, notify, DestinationPhoneNumber=BRITISH_HANDSET)
    send(sms, notify)

    pooled, lent = [each.origination_identity for each in simulator.messages()]
    assert pooled == british
    assert re.fullmatch(ANY_TOLL_FREE, lent)


@pytest.mark.parametrize("through", ["pool", "AWS"])
def test_only_a_pool_has_an_opt_out_list(sms: Any, through: str) -> None:
    pool = pool_of(sms, identifier(sms, number(sms)))
    settings = {"PoolId": pool} if through == "pool" else {}
    notify = configured(sms, DefaultTemplateId=TEMPLATE, **settings)
    sms.put_opted_out_number(OptOutListName="Default", OptedOutNumber=HANDSET)

    if through == "AWS":
        assert send(sms, notify)
        return
    with refused(
        "ConflictException",
        "DESTINATION_PHONE_NUMBER_OPTED_OUT",
        kind="opt-out-list",
        id="Default",
    ):
        send(sms, notify)


def test_a_destination_gets_ten_messages_a_day(sms: Any, notify: str) -> None:
    other = configured(sms, DisplayName="Other", DefaultTemplateId=TEMPLATE)
    with freeze_time("2026-01-02 12:00:00") as clock:
        assert isinstance(clock, FrozenDateTimeFactory)
        for _ in range(5):
            send(sms, notify)
            send(sms, other, SENDS[1])
        with refused("ServiceQuotaExceededException", "DAILY_NOTIFY_TIER_MESSAGE_LIMIT"):
            send(sms, notify)
        assert send(sms, notify, DestinationPhoneNumber="+12065550101")
        clock.tick(timedelta(hours=24))

        assert send(sms, notify)


def test_the_basic_tier_sends_two_hundred_messages_a_day(sms: Any, notify: str) -> None:
    for count in range(200):
        send(sms, notify, DestinationPhoneNumber=f"+1206555{100 + count % 100:04}")

    with refused("ServiceQuotaExceededException", "DAILY_NOTIFY_TIER_MESSAGE_LIMIT"):
        send(sms, notify)


def test_the_advanced_tier_sends_more(
    sms: Any, notify: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notify_messages, "_A_DAY_IN_BASIC", 2)
    for _ in range(2):
        send(sms, notify)
    with refused("ServiceQuotaExceededException", "DAILY_NOTIFY_TIER_MESSAGE_LIMIT"):
        send(sms, notify)

    upgrade(sms)

    assert send(sms, notify)


def test_what_is_named_must_exist_before_anything_is_judged(sms: Any) -> None:
    notify = configured(sms, DefaultTemplateId=TEMPLATE, EnabledCountries=["GB"])

    with refused("ResourceNotFoundException", kind="configuration-set", id="nothing"):
        send(sms, notify, ConfigurationSetName="nothing")


def test_the_days_messages_are_counted_last(sms: Any, notify: str) -> None:
    for _ in range(10):
        send(sms, notify)
    sms.set_notify_message_spend_limit_override(MonthlyLimit=0)

    with refused("ServiceQuotaExceededException", "MONTHLY_SPEND_LIMIT_REACHED_FOR_NOTIFY"):
        send(sms, notify)


def test_a_notify_dry_run_does_not_count(sms: Any, notify: str) -> None:
    for _ in range(11):
        assert send(sms, notify, DryRun=True)


@pytest.mark.parametrize("operation", SENDS)
def test_notify_has_a_limit_of_its_own(
    sms: Any, simulator: Simulator, notify: str, operation: str
) -> None:
    for channel in ("TEXT", "VOICE"):
        simulator.set_spend(f"{channel}_MESSAGE_MONTHLY_SPEND_LIMIT", 10_000)
    assert send(sms, notify, operation)
    simulator.set_spend("NOTIFY_MESSAGE_MONTHLY_SPEND_LIMIT", 10_000)

    with refused("ServiceQuotaExceededException", "MONTHLY_SPEND_LIMIT_REACHED_FOR_NOTIFY"):
        send(sms, notify, operation)


def test_notify_messages_end_as_the_carrier_says(
    sms: Any, simulator: Simulator, notify: str
) -> None:
    simulator.set_outcome(HANDSET, "TEXT_UNREACHABLE")
    send(sms, notify)

    assert types(simulator.events()) == ["TEXT_UNREACHABLE"]


def test_awss_own_protect_configuration_filters_notify_messages(
    sms: Any, simulator: Simulator, notify: str
) -> None:
    simulator.suspect_number(HANDSET)
    send(sms, notify)
    send(sms, configured(sms, DefaultTemplateId=TEMPLATE), DestinationPhoneNumber="+12065550101")

    stopped, arrived = simulator.messages()
    assert (stopped.status, arrived.status) == ("TEXT_PROTECT_BLOCKED", "TEXT_DELIVERED")
    assert stopped.protect_configuration_id == notify.replace("notify-", "protect-")
    assert arrived.protect_configuration_id != stopped.protect_configuration_id
    assert sms.describe_protect_configurations()["ProtectConfigurations"] == []
