"""Notify: one-time passwords in AWS's words and from AWS's numbers, with nothing to register."""

from __future__ import annotations

import secrets
from typing import Any

from botocore.exceptions import ClientError

from .world import World

FRENCH, SWISS_LANDLINE, BRAZILIAN = "+33639980101", "+41443190000", "+5511961234567"


def set_up(sms: Any) -> str:
    """Make the configuration under whose name codes are sent, and return its id."""
    configuration = sms.create_notify_configuration(
        DisplayName="Example",
        UseCase="CODE_VERIFICATION",
        EnabledChannels=["SMS", "VOICE"],
        EnabledCountries=["FR", "CH"],
        DefaultTemplateId="notify-code-verification-english-001",
    )
    return str(configuration["NotifyConfigurationId"])


def send_code(sms: Any, configuration: str, phone_number: str, *, by_voice: bool = False) -> str:
    """Send a code, and return what the page says next."""
    send = sms.send_notify_voice_message if by_voice else sms.send_notify_text_message
    try:
        send(
            NotifyConfigurationId=configuration,
            DestinationPhoneNumber=phone_number,
            TemplateVariables={"code": f"{secrets.randbelow(1_000_000):06}"},
        )
    except ClientError as error:
        advice = _ADVICE.get(error.response["Reason"])
        if advice is None:
            raise
        return advice
    return "We have called you." if by_voice else "Type the code that we have sent you."


_ADVICE = {
    "COUNTRY_NOT_ENABLED": "We are not in your country yet.",
    "DAILY_NOTIFY_TIER_MESSAGE_LIMIT": "That is enough for today.",
    "NOTIFY_CONFIGURATION_NOT_ACTIVE": "Come back tomorrow.",
}


def test_codes_go_out_with_nothing_registered(world: World) -> None:
    sms, simulator = world.sms, world.simulator
    configuration = set_up(sms)

    assert send_code(sms, configuration, FRENCH) == "Type the code that we have sent you."
    assert send_code(sms, configuration, SWISS_LANDLINE, by_voice=True) == "We have called you."

    text, call = simulator.messages()
    assert (text.channel, text.destination_phone_number) == ("TEXT", FRENCH)
    assert (call.channel, call.destination_phone_number) == ("VOICE", SWISS_LANDLINE)
    for message in (text, call):
        assert message.message_body is not None
        assert message.message_body.startswith("Example: your verification code is ")

    assert send_code(sms, configuration, BRAZILIAN) == "We are not in your country yet."
    sms.update_notify_configuration(
        NotifyConfigurationId=configuration, EnabledCountries=["FR", "CH", "BR"]
    )
    assert send_code(sms, configuration, BRAZILIAN) == "Type the code that we have sent you."

    # A handset gets ten a day.
    for _ in range(9):
        assert send_code(sms, configuration, FRENCH) == "Type the code that we have sent you."
    assert send_code(sms, configuration, FRENCH) == "That is enough for today."
