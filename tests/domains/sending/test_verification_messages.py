"""Verification messages: how a code reaches the one who holds the number."""

from __future__ import annotations

from typing import Any

import pytest

from moto_pinpoint_sms_v2 import SentMessage, Simulator

from ...support import refused
from .. import registration_forms as forms
from ..number_types import LONG_CODE, SIMULATOR, request
from ..senders import given

BRITON = "+447700900100"
AMERICAN = "+12065550100"
INDIAN = "+919876543210"


@pytest.fixture
def briton(sms: Any) -> str:
    """The id of a number to be verified, to which AWS's shared identities can send texts."""
    return add(sms, BRITON)


@pytest.fixture
def american(sms: Any) -> str:
    """The id of a number to be verified, to which only own identities can send."""
    return add(sms, AMERICAN)


def add(sms: Any, number: str) -> str:
    answer = sms.create_verified_destination_number(DestinationPhoneNumber=number)
    return str(answer["VerifiedDestinationNumberId"])


def send(sms: Any, identifier: str, **arguments: Any) -> str:
    answer = sms.send_destination_number_verification_code(
        **{
            "VerifiedDestinationNumberId": identifier,
            "VerificationChannel": "TEXT",
            **arguments,
        }
    )
    return str(answer["MessageId"])


def sent(simulator: Simulator) -> SentMessage:
    """The only message."""
    [message] = simulator.messages()
    return message


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (None, "Your verification code is {}."),
        ("DE_DE", "Ihr Bestätigungscode lautet {}."),
        ("EN_GB", "Your verification code is {}."),
        ("EN_US", "Your verification code is {}."),
        ("ES_419", "Tu código de verificación es {}."),
        ("ES_ES", "Su código de verificación es {}."),
        ("FR_CA", "Votre code de vérification est {}."),
        ("FR_FR", "Votre code de vérification est {}."),
        ("IT_IT", "Il tuo codice di verifica è {}."),
        ("JA_JP", "確認コードは {} です。"),
        ("KO_KR", "인증 코드는 {}입니다."),
        ("PT_BR", "Seu código de verificação é {}."),
        ("ZH_CN", "您的验证码是 {}。"),
        ("ZH_TW", "您的驗證碼是 {}。"),
    ],
)
def test_a_code_comes_in_the_language_wanted(
    sms: Any, simulator: Simulator, briton: str, language: str | None, text: str
) -> None:
    message_id = send(sms, briton, **({"LanguageCode": language} if language else {}))

    message = sent(simulator)
    assert (message.message_id, message.channel, message.destination_phone_number) == (
        message_id,
        "TEXT",
        BRITON,
    )
    assert message.message_body == text.format(simulator.verification_code(briton))


def test_a_voice_spells_the_code(sms: Any, simulator: Simulator, briton: str) -> None:
    given(sms, IsoCountryCode="GB", NumberType="LONG_CODE", NumberCapabilities=["VOICE"])

    send(sms, briton, VerificationChannel="VOICE")

    message = sent(simulator)
    spelled = ". ".join(simulator.verification_code(briton))
    assert message.channel == "VOICE"
    assert message.message_body == f"Your verification code is {spelled}."


def test_a_code_leaves_from_the_identity_named(sms: Any, simulator: Simulator, briton: str) -> None:
    request(sms, LONG_CODE)
    second = request(sms, LONG_CODE)

    send(sms, briton, OriginationIdentity=second)

    [entry] = sms.describe_phone_numbers(PhoneNumberIds=[second])["PhoneNumbers"]
    assert sent(simulator).origination_identity == entry["PhoneNumber"]


def test_a_code_needs_an_identity_where_aws_lends_none(sms: Any, american: str) -> None:
    with refused(
        "ConflictException", "NO_ORIGINATION_IDENTITIES_FOUND", kind="account", id="123456789012"
    ):
        send(sms, american)


def test_a_code_is_not_sent_from_an_unknown_identity(
    sms: Any, simulator: Simulator, briton: str
) -> None:
    with refused("ResourceNotFoundException", kind="phone-number", id="phone-1"):
        send(sms, briton, OriginationIdentity="phone-1")

    assert simulator.messages() == []


def test_a_code_carries_context_and_configuration_set(
    sms: Any, simulator: Simulator, briton: str, news: str
) -> None:
    send(sms, briton, ConfigurationSetName=news, Context={"who": "growth"})

    message = sent(simulator)
    assert (message.configuration_set_name, message.context) == ("news", {"who": "growth"})


def test_a_code_to_india_carries_what_its_registry_asks_for(sms: Any, simulator: Simulator) -> None:
    registration = forms.create(sms, "IN_SENDER_ID_REGISTRATION")
    forms.fill_in(sms, registration, {"senderIdInfo.senderId": "Indian"})
    simulator.set_registration_status(registration, "COMPLETE")
    indian = add(sms, INDIAN)

    with refused(
        "ValidationException", "MISSING_PARAMETER", fields=["destinationCountryParameters"]
    ):
        send(sms, indian, OriginationIdentity="INDIAN")
    send(
        sms,
        indian,
        OriginationIdentity="INDIAN",
        DestinationCountryParameters={"IN_ENTITY_ID": "1", "IN_TEMPLATE_ID": "2"},
    )

    assert sent(simulator).origination_identity == "INDIAN"


def test_the_first_code_is_free_and_later_ones_are_not(
    sms: Any, simulator: Simulator, briton: str
) -> None:
    simulator.set_account_limit("TEXT_MESSAGE_MONTHLY_SPEND_LIMIT", 1)
    simulator.set_spend("TEXT_MESSAGE_MONTHLY_SPEND_LIMIT", 0.999999)
    send(sms, briton)

    with refused("ServiceQuotaExceededException", "MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT"):
        send(sms, briton)


def test_in_the_sandbox_a_code_opens_the_way_to_its_number(
    sms: Any, simulator: Simulator, briton: str
) -> None:
    simulator.set_account_tier("SANDBOX")
    send(sms, briton)

    sms.verify_destination_number(
        VerifiedDestinationNumberId=briton, VerificationCode=simulator.verification_code(briton)
    )
    sms.send_text_message(DestinationPhoneNumber=BRITON, MessageBody="hello")

    assert [message.message_body for message in simulator.messages()][1:] == ["hello"]


def test_from_a_simulator_number_no_code_arrives(
    sms: Any, simulator: Simulator, american: str
) -> None:
    request(sms, SIMULATOR)
    send(sms, american)

    with pytest.raises(ValueError, match=r"no code reached \+12065550100: a simulator number"):
        simulator.verification_code(american)


def test_a_code_does_not_go_where_nothing_may_be_sent(sms: Any) -> None:
    chinese = add(sms, "+8613800138000")

    with refused(
        "ValidationException",
        "DESTINATION_COUNTRY_BLOCKED",
        fields=["verifiedDestinationNumberId"],
    ):
        send(sms, chinese)
