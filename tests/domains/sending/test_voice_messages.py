"""Voice messages: texts and SSML, read over the telephone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory

from moto_pinpoint_sms_v2 import Simulator

from ...support import body, refused
from ..senders import BRITISH_HANDSET, HANDSET, given, identifier, number, pool_of, sender_id

FRENCH_HANDSET = "+33612345678"
LENGTH = ("eventType", "callDurationInSeconds", "totalDurationInMinutes", "totalMessagePrice")
SPEECH = "<speak>Your code is <say-as interpret-as='digits'>123456</say-as>.</speak>"


@pytest.fixture
def origin(sms: Any) -> str:
    """An American number that makes calls."""
    return given(sms, IsoCountryCode="US", NumberType="TOLL_FREE", NumberCapabilities=["VOICE"])


def call(sms: Any, origin: str, **arguments: Any) -> Any:
    """Send a voice message."""
    given = {
        "DestinationPhoneNumber": HANDSET,
        "OriginationIdentity": origin,
        "MessageBody": "Hello",
    }
    return sms.send_voice_message(**given | arguments)


def test_send_voice_message_answers_the_id_of_what_left(
    sms: Any, simulator: Simulator, origin: str, news: str
) -> None:
    answer = call(
        sms,
        origin,
        MessageBody=SPEECH,
        MessageBodyTextType="SSML",
        VoiceId="AMY",
        ConfigurationSetName=news,
        MaxPricePerMinute="0.10",
        TimeToLive=60,
        Context={"order": "42"},
    )

    [message] = simulator.messages()
    assert body(answer) == {"MessageId": message.message_id}
    assert (message.channel, message.message_body) == ("VOICE", SPEECH)
    assert (message.message_encoding, message.total_message_parts) == (None, None)
    assert (message.message_type, message.max_price) == (None, "0.10")
    assert (message.time_to_live, message.context) == (60, {"order": "42"})
    assert message.status == "VOICE_COMPLETED"


def test_a_call_needs_a_body(sms: Any, origin: str) -> None:
    with refused("ValidationException", "MISSING_PARAMETER", fields=["messageBody"]):
        sms.send_voice_message(DestinationPhoneNumber=HANDSET, OriginationIdentity=origin)


@pytest.mark.parametrize(
    ("text_type", "text"),
    [("TEXT", "a" * 3000), ("SSML", f"<speak>{'a' * 5985}</speak>")],
    ids=["text", "SSML"],
)
def test_a_speech_may_be_so_long(sms: Any, origin: str, text_type: str, text: str) -> None:
    assert call(sms, origin, MessageBody=text, MessageBodyTextType=text_type)


def test_a_text_may_not_be_longer(sms: Any, origin: str) -> None:
    with refused("ValidationException", "MAXIMUM_SIZE_EXCEEDED", fields=["messageBody"]):
        call(sms, origin, MessageBody="a" * 3001)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Hello", id="no XML"),
        pytest.param("<speak>Hello", id="not closed"),
        pytest.param("<speak>Hello & goodbye</speak>", id="an ampersand"),
        pytest.param("<p>Hello</p>", id="another element"),
        pytest.param('<!DOCTYPE speak [<!ENTITY a "b">]><speak>&a;</speak>', id="entities"),
    ],
)
def test_ssml_must_parse(sms: Any, simulator: Simulator, origin: str, text: str) -> None:
    with refused("ValidationException", "CANNOT_PARSE", fields=["messageBody"]):
        call(sms, origin, MessageBody=text, MessageBodyTextType="SSML")

    assert simulator.messages() == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "shift_jis", "idna", "nothing"])
def test_the_encoding_that_ssml_declares_does_not_matter(
    sms: Any, origin: str, encoding: str
) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><speak>Hello</speak>'

    assert call(sms, origin, MessageBody=text, MessageBodyTextType="SSML")


def test_a_number_without_voice_makes_no_calls(sms: Any) -> None:
    with refused(
        "ValidationException", "VOICE_CAPABILITY_NOT_AVAILABLE", fields=["originationIdentity"]
    ):
        call(sms, number(sms))


def test_a_sender_id_makes_no_calls(sms: Any) -> None:
    sender_id(sms)

    with refused("ResourceNotFoundException", kind="phone-number", id="EXAMPLE"):
        call(sms, "EXAMPLE", DestinationPhoneNumber=BRITISH_HANDSET)


def test_a_pool_calls_from_what_can(sms: Any, simulator: Simulator, origin: str) -> None:
    pool = pool_of(sms, identifier(sms, origin))

    call(sms, pool)

    assert simulator.messages()[0].origination_identity == origin


def test_a_call_has_a_price_a_minute_and_a_limit_of_its_own(
    sms: Any, simulator: Simulator, origin: str
) -> None:
    with refused("ValidationException", "PRICE_OVER_THRESHOLD", fields=["maxPricePerMinute"]):
        call(sms, origin, MaxPricePerMinute="0.01")
    simulator.set_spend("VOICE_MESSAGE_MONTHLY_SPEND_LIMIT", 10_000)
    with refused("ServiceQuotaExceededException", "MONTHLY_SPEND_LIMIT_REACHED_FOR_VOICE"):
        call(sms, origin)


def verify(sms: Any, simulator: Simulator, origin: str, destination: str) -> None:
    entry = sms.create_verified_destination_number(DestinationPhoneNumber=destination)[
        "VerifiedDestinationNumberId"
    ]
    sms.send_destination_number_verification_code(
        VerifiedDestinationNumberId=entry, VerificationChannel="VOICE", OriginationIdentity=origin
    )
    sms.verify_destination_number(
        VerifiedDestinationNumberId=entry, VerificationCode=simulator.verification_code(entry)
    )


@pytest.fixture
def sandbox(sms: Any, simulator: Simulator, origin: str) -> None:
    """An account in the sandbox with ten verified numbers."""
    for digit in range(10):
        verify(sms, simulator, origin, f"+1206555010{digit}")
    simulator.set_account_tier("SANDBOX")


@pytest.mark.parametrize("tier", ["SANDBOX", "PRODUCTION"])
def test_an_account_calls_a_destination_five_times_a_day(
    sms: Any, simulator: Simulator, sandbox: None, origin: str, tier: str
) -> None:
    simulator.set_account_tier(tier)
    with freeze_time("2026-01-02 12:00:00") as clock:
        assert isinstance(clock, FrozenDateTimeFactory)
        for _ in range(5):
            call(sms, origin)
        call(sms, origin, DestinationPhoneNumber="+12065550101")
        with refused("ServiceQuotaExceededException", "DAILY_DESTINATION_CALL_LIMIT"):
            call(sms, origin)
        clock.tick(timedelta(hours=24))

        assert call(sms, origin)


def test_a_sandbox_account_makes_twenty_calls_a_day(sms: Any, sandbox: None, origin: str) -> None:
    for digit in range(10):
        for _ in range(2):
            call(sms, origin, DestinationPhoneNumber=f"+1206555010{digit}")

    with refused("ServiceQuotaExceededException", "DAILY_DESTINATION_CALL_LIMIT"):
        call(sms, origin)


def test_a_production_account_makes_as_many_calls_a_day_as_it_has_destinations(
    sms: Any, origin: str
) -> None:
    for digit in range(21):
        assert call(sms, origin, DestinationPhoneNumber=f"+120655501{digit:02}")


def test_a_test_says_how_often_a_destination_may_be_called(
    sms: Any, simulator: Simulator, origin: str
) -> None:
    simulator.set_account_limit("DAILY_DESTINATION_CALL_LIMIT", 1)
    call(sms, origin)

    with refused("ServiceQuotaExceededException", "DAILY_DESTINATION_CALL_LIMIT"):
        call(sms, origin)


def test_calls_that_are_forgotten_count_no_more(
    sms: Any, simulator: Simulator, origin: str
) -> None:
    simulator.set_account_limit("DAILY_DESTINATION_CALL_LIMIT", 1)
    call(sms, origin)
    simulator.clear_messages(destination_phone_number=HANDSET)
    with refused("ServiceQuotaExceededException", "DAILY_DESTINATION_CALL_LIMIT"):
        call(sms, origin)

    simulator.clear_messages()

    assert call(sms, origin)


AUDIO = '<speak><audio src="https://example.com/welcome.mp3"/></speak>'
LONG_PAUSE = f"<speak>{'a' * 885}<break time='1001ms'/></speak>"
PAUSES = '<speak>Wait.<break time="{}"/>Go on.</speak>'


@pytest.mark.parametrize(
    ("tier", "speech", "seconds", "minutes"),
    [
        pytest.param("PRODUCTION", "Hello", 1, 1, id="a word"),
        pytest.param("PRODUCTION", "a" * 900, 60, 1, id="a minute"),
        pytest.param("PRODUCTION", "a" * 901, 61, 2, id="a second more"),
        pytest.param("PRODUCTION", "a" * 3000, 200, 4, id="the longest text"),
        pytest.param("PRODUCTION", PAUSES.format("2s"), 3, 1, id="a break"),
        pytest.param("PRODUCTION", PAUSES.format("+1500ms"), 3, 1, id="milliseconds"),
        pytest.param("PRODUCTION", LONG_PAUSE, 61, 2, id="a millisecond more than a minute"),
        pytest.param("PRODUCTION", PAUSES.format("soon"), 1, 1, id="a break of no time"),
        pytest.param("PRODUCTION", AUDIO, 1, 1, id="a file of its own"),
        pytest.param("PRODUCTION", PAUSES.format("299s"), 300, 5, id="the longest call"),
        pytest.param("PRODUCTION", PAUSES.format("9999s"), 300, 5, id="cut in production"),
        pytest.param("PRODUCTION", PAUSES.format("9" * 400 + "s"), 300, 5, id="a break for ever"),
        pytest.param("SANDBOX", "a" * 450, 30, 1, id="the longest call of the sandbox"),
        pytest.param("SANDBOX", "a" * 451, 30, 1, id="cut in the sandbox"),
    ],
)
def test_a_call_lasts_as_long_as_its_text_and_as_its_tier_allows(
    sms: Any,
    simulator: Simulator,
    sandbox: None,
    origin: str,
    tier: str,
    speech: str,
    seconds: int,
    minutes: int,
) -> None:
    simulator.set_account_tier(tier)
    kind = "SSML" if speech.startswith("<") else "TEXT"
    message = call(sms, origin, MessageBody=speech, MessageBodyTextType=kind)["MessageId"]

    completed = simulator.events(message_id=message)[-1]
    assert {name: completed[name] for name in LENGTH} == {
        "eventType": "VOICE_COMPLETED",
        "callDurationInSeconds": seconds,
        "totalDurationInMinutes": minutes,
        "totalMessagePrice": round(minutes * 0.013, 3),
    }


def test_the_limit_of_the_price_is_of_a_minute(sms: Any, simulator: Simulator, origin: str) -> None:
    call(sms, origin, MessageBody="a" * 3000, MaxPricePerMinute="0.013")

    assert simulator.events()[-1]["totalMessagePrice"] == 0.052


def test_a_dry_run_is_no_call(sms: Any, sandbox: None, origin: str) -> None:
    for _ in range(6):
        assert call(sms, origin, DryRun=True)


def test_a_sandbox_account_calls_few_countries(sms: Any, simulator: Simulator, origin: str) -> None:
    sms.update_phone_number(PhoneNumberId=identifier(sms, origin), InternationalSendingEnabled=True)
    verify(sms, simulator, origin, FRENCH_HANDSET)
    simulator.set_account_tier("SANDBOX")

    with refused(
        "ValidationException", "DESTINATION_COUNTRY_BLOCKED", fields=["destinationPhoneNumber"]
    ):
        call(sms, origin, DestinationPhoneNumber=FRENCH_HANDSET)


def test_the_sandbox_is_asked_after_what_is_named(sms: Any, sandbox: None, origin: str) -> None:
    for _ in range(5):
        call(sms, origin)

    with refused("ResourceNotFoundException", kind="configuration-set", id="nothing"):
        call(sms, origin, ConfigurationSetName="nothing")


def test_calls_follow_their_own_protect_rules(sms: Any, origin: str) -> None:
    protect = sms.create_protect_configuration()["ProtectConfigurationId"]
    sms.update_protect_configuration_country_rule_set(
        ProtectConfigurationId=protect,
        NumberCapability="VOICE",
        CountryRuleSetUpdates={"US": {"ProtectStatus": "BLOCK"}},
    )

    with refused(
        "ConflictException",
        "DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION",
        kind="protect-configuration",
        id=protect,
    ):
        call(sms, origin, ProtectConfigurationId=protect)
    assert call(sms, origin)
