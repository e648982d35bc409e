"""Text messages: the line of checks, and what leaves."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from typing import Any

import pytest
from freezegun import freeze_time

from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2.simulator import SentMessage

from ...support import ACCOUNT, body, refused
from .. import registration_forms as forms
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

CHINESE_HANDSET = "+8613912345678"
NOON = datetime(2026, 1, 2, 12, 0, 0, tzinfo=timezone.utc)
SIMULATED = "+14254147755"
INDIAN_HANDSET = "+919876543210"


@pytest.fixture
def origin(sms: Any) -> str:
    """An American number that sends."""
    return number(sms)


@freeze_time(NOON)
def test_send_text_message_answers_the_id_of_what_left(
    sms: Any, simulator: Simulator, origin: str, news: str, protect: str
) -> None:
    answer = sms.send_text_message(
        DestinationPhoneNumber=HANDSET,
        OriginationIdentity=origin,
        MessageBody="Your code is 123456.",
        MessageType="TRANSACTIONAL",
        Keyword="EXAMPLE",
        ConfigurationSetName=news,
        MaxPrice="0.05",
        TimeToLive=60,
        Context={"order": "42"},
        ProtectConfigurationId=protect,
        MessageFeedbackEnabled=True,
    )

    assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", answer["MessageId"])
    assert body(answer) == {"MessageId": answer["MessageId"]}
    assert simulator.messages() == [
        SentMessage(
            message_id=answer["MessageId"],
            channel="TEXT",
            destination_phone_number=HANDSET,
            origination_identity=origin,
            message_body="Your code is 123456.",
            message_type="TRANSACTIONAL",
            configuration_set_name=news,
            protect_configuration_id=protect,
            context={"order": "42"},
            keyword="EXAMPLE",
            time_to_live=60,
            max_price="0.05",
            iso_country_code="US",
            message_encoding="GSM",
            total_message_parts=1,
            status="TEXT_DELIVERED",
            created_timestamp=NOON,
        )
    ]


def test_a_dry_run_is_checked_and_leaves_nothing(
    sms: Any, simulator: Simulator, origin: str
) -> None:
    assert send(sms, OriginationIdentity=origin, DryRun=True)
    assert simulator.messages() == []
    assert simulator.events() == []
    with refused("ResourceNotFoundException", kind="phone-number", id="+12065550199"):
        send(sms, OriginationIdentity="+12065550199", DryRun=True)


def test_the_destination_may_lack_its_plus(sms: Any, simulator: Simulator, origin: str) -> None:
    send(sms, OriginationIdentity=origin, DestinationPhoneNumber=HANDSET[1:])

    [message] = simulator.messages()
    assert message.destination_phone_number == HANDSET


def test_a_text_needs_a_body(sms: Any, origin: str) -> None:
    with refused("ValidationException", "MISSING_PARAMETER", fields=["messageBody"]):
        sms.send_text_message(DestinationPhoneNumber=HANDSET, OriginationIdentity=origin)


@pytest.mark.parametrize("destination", ["+1999", "+999123456789"], ids=["short", "no country"])
def test_a_destination_is_a_phone_number(sms: Any, origin: str, destination: str) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["destinationPhoneNumber"]):
        send(sms, OriginationIdentity=origin, DestinationPhoneNumber=destination)


def test_some_countries_are_sent_to_by_nobody(sms: Any) -> None:
    with refused(
        "ValidationException", "DESTINATION_COUNTRY_BLOCKED", fields=["destinationPhoneNumber"]
    ):
        send(sms, DestinationPhoneNumber="+5351234567")


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


def test_china_is_closed(sms: Any, simulator: Simulator) -> None:
    with refused(
        "ValidationException", "DESTINATION_COUNTRY_BLOCKED", fields=["destinationPhoneNumber"]
    ):
        send(sms, DestinationPhoneNumber=CHINESE_HANDSET)

    assert simulator.messages() == []


def test_china_is_open_to_an_allowlisted_account(sms: Any, simulator: Simulator) -> None:
    simulator.allow_china()

    with refused(
        "ConflictException", "NO_ORIGINATION_IDENTITIES_FOUND", kind="account", id=ACCOUNT
    ):
        send(sms, DestinationPhoneNumber=CHINESE_HANDSET)


def test_china_closes_again(sms: Any, simulator: Simulator) -> None:
    simulator.allow_china()
    simulator.allow_china(enabled=False)

    with refused(
        "ValidationException", "DESTINATION_COUNTRY_BLOCKED", fields=["destinationPhoneNumber"]
    ):
        send(sms, DestinationPhoneNumber=CHINESE_HANDSET)


# Simulator numbers


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


def test_a_sandbox_account_sends_to_verified_numbers(
    sms: Any, simulator: Simulator, origin: str
) -> None:
    simulator.set_account_tier("SANDBOX")
    with refused(
        "ConflictException",
        "DESTINATION_PHONE_NUMBER_NOT_VERIFIED",
        kind="verified-destination-number",
        id=HANDSET,
    ):
        send(sms, OriginationIdentity=origin)
    entry = sms.create_verified_destination_number(DestinationPhoneNumber=HANDSET)
    entry_id = entry["VerifiedDestinationNumberId"]
    sms.send_destination_number_verification_code(
        VerifiedDestinationNumberId=entry_id,
        VerificationChannel="TEXT",
        OriginationIdentity=origin,
    )
    with refused(
        "ConflictException",
        "DESTINATION_PHONE_NUMBER_NOT_VERIFIED",
        kind="verified-destination-number",
        id=HANDSET,
    ):
        send(sms, OriginationIdentity=origin)
    sms.verify_destination_number(
        VerifiedDestinationNumberId=entry_id,
        VerificationCode=simulator.verification_code(entry_id),
    )

    assert send(sms, OriginationIdentity=origin)


def test_a_sandbox_account_sends_to_simulators(sms: Any, simulator: Simulator, origin: str) -> None:
    simulator.set_account_tier("SANDBOX")

    assert send(sms, OriginationIdentity=origin, DestinationPhoneNumber=SIMULATED)


def test_a_verification_code_is_a_message(sms: Any, simulator: Simulator, origin: str) -> None:
    entry = sms.create_verified_destination_number(DestinationPhoneNumber=HANDSET)
    answer = sms.send_destination_number_verification_code(
        VerifiedDestinationNumberId=entry["VerifiedDestinationNumberId"],
        VerificationChannel="TEXT",
        Context={"who": "tester"},
    )

    [message] = simulator.messages()
    code = simulator.verification_code(entry["VerifiedDestinationNumberId"])
    assert message.message_id == answer["MessageId"]
    assert message.origination_identity == origin
    assert message.context == {"who": "tester"}
    assert code in (message.message_body or "")


def test_an_opted_out_destination_is_refused(sms: Any, origin: str) -> None:
    sms.put_opted_out_number(OptOutListName="Default", OptedOutNumber=HANDSET)

    with refused(
        "ConflictException",
        "DESTINATION_PHONE_NUMBER_OPTED_OUT",
        kind="opt-out-list",
        id="Default",
    ):
        send(sms, OriginationIdentity=origin)


@pytest.mark.parametrize("through", ["number", "pool"])
def test_a_number_in_a_pool_sends_under_the_opt_out_list_of_the_pool(
    sms: Any, origin: str, through: str
) -> None:
    sms.create_opt_out_list(OptOutListName="pool-list")
    pool = pool_of(sms, identifier(sms, origin), OptOutListName="pool-list")
    named = {"number": origin, "pool": pool}[through]
    sms.put_opted_out_number(OptOutListName="Default", OptedOutNumber=HANDSET)
    assert send(sms, OriginationIdentity=named)

    sms.put_opted_out_number(OptOutListName="pool-list", OptedOutNumber=HANDSET)
    with refused(
        "ConflictException",
        "DESTINATION_PHONE_NUMBER_OPTED_OUT",
        kind="opt-out-list",
        id="pool-list",
    ):
        send(sms, OriginationIdentity=named)


def test_a_blocked_country_is_refused(sms: Any, origin: str, protect: str) -> None:
    block(sms, protect, "BLOCK")

    with refused(
        "ConflictException",
        "DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION",
        kind="protect-configuration",
        id=protect,
    ):
        send(sms, OriginationIdentity=origin, ProtectConfigurationId=protect)


def test_a_number_override_beats_the_country(sms: Any, origin: str, protect: str) -> None:
    block(sms, protect, "BLOCK")
    override = sms.put_protect_configuration_rule_set_number_override
    override(ProtectConfigurationId=protect, DestinationPhoneNumber=HANDSET, Action="ALLOW")

    assert send(sms, OriginationIdentity=origin, ProtectConfigurationId=protect)

    override(ProtectConfigurationId=protect, DestinationPhoneNumber=HANDSET, Action="BLOCK")
    with refused(
        "ConflictException",
        "DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE",
        kind="protect-configuration",
        id=protect,
    ):
        send(sms, OriginationIdentity=origin, ProtectConfigurationId=protect)


def test_an_opt_out_beats_a_number_override(sms: Any, origin: str, protect: str) -> None:
    sms.put_protect_configuration_rule_set_number_override(
        ProtectConfigurationId=protect, DestinationPhoneNumber=HANDSET, Action="ALLOW"
    )
    sms.put_opted_out_number(OptOutListName="Default", OptedOutNumber=HANDSET)

    with refused(
        "ConflictException",
        "DESTINATION_PHONE_NUMBER_OPTED_OUT",
        kind="opt-out-list",
        id="Default",
    ):
        send(sms, OriginationIdentity=origin, ProtectConfigurationId=protect)


def test_a_price_above_the_limit_of_the_message_is_refused(sms: Any, origin: str) -> None:
    assert send(sms, OriginationIdentity=origin, MaxPrice="0.01")

    with refused("ValidationException", "PRICE_OVER_THRESHOLD", fields=["maxPrice"]):
        send(sms, OriginationIdentity=origin, MaxPrice="0.01", MessageBody="a" * 161)


def test_spending_counts_parts_up_to_the_months_limit(
    sms: Any, simulator: Simulator, origin: str
) -> None:
    simulator.set_account_limit("TEXT_MESSAGE_MONTHLY_SPEND_LIMIT", 1)
    simulator.set_spend("TEXT_MESSAGE_MONTHLY_SPEND_LIMIT", 0.98)

    with refused("ServiceQuotaExceededException", "MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT"):
        send(sms, OriginationIdentity=origin, MessageBody="a" * 307)
    assert send(sms, OriginationIdentity=origin, MessageBody="a" * 161)
    with refused("ServiceQuotaExceededException", "MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT"):
        send(sms, OriginationIdentity=origin)


def test_a_dry_run_costs_nothing(sms: Any, simulator: Simulator, origin: str) -> None:
    simulator.set_account_limit("TEXT_MESSAGE_MONTHLY_SPEND_LIMIT", 1)
    simulator.set_spend("TEXT_MESSAGE_MONTHLY_SPEND_LIMIT", 0.99)

    send(sms, OriginationIdentity=origin, DryRun=True)

    assert send(sms, OriginationIdentity=origin)


@pytest.mark.parametrize("reason", ["ACCOUNT_DISABLED", "INSUFFICIENT_ACCOUNT_REPUTATION"])
def test_a_disabled_account_sends_nothing(
    sms: Any, simulator: Simulator, origin: str, reason: str
) -> None:
    simulator.disable_account(reason)
    with refused("AccessDeniedException", reason):
        send(sms, OriginationIdentity=origin)

    simulator.enable_account()
    assert send(sms, OriginationIdentity=origin)


@pytest.fixture
def indian(sms: Any, simulator: Simulator) -> str:
    """The registration that has made a sender ID in India."""
    registration = forms.create(sms, "IN_SENDER_ID_REGISTRATION")
    forms.fill_in(sms, registration, {"senderIdInfo.senderId": "Indian"})
    simulator.set_registration_status(registration, "COMPLETE")
    return registration


@pytest.mark.parametrize(
    "parameters", [{}, {"IN_ENTITY_ID": "1"}, {"IN_TEMPLATE_ID": "2"}], ids=["none", "one", "other"]
)
def test_sender_ids_in_india_need_the_parameters_of_its_registry(
    sms: Any, indian: str, parameters: dict[str, str]
) -> None:
    india = {"OriginationIdentity": "INDIAN", "DestinationPhoneNumber": INDIAN_HANDSET}
    both = {"IN_ENTITY_ID": "1", "IN_TEMPLATE_ID": "2"}

    with refused(
        "ValidationException", "MISSING_PARAMETER", fields=["destinationCountryParameters"]
    ):
        send(sms, **india, DestinationCountryParameters=parameters)
    assert send(sms, **india, DestinationCountryParameters=both)


def test_a_revoked_registration_stops_its_sender_id(
    sms: Any, simulator: Simulator, indian: str
) -> None:
    simulator.deny_registration(indian)

    with refused("ValidationException", "SENDER_ID_NOT_REGISTERED", fields=["originationIdentity"]):
        send(sms, OriginationIdentity="INDIAN", DestinationPhoneNumber=INDIAN_HANDSET)


def test_a_refused_send_leaves_nothing(sms: Any, simulator: Simulator, origin: str) -> None:
    with refused("ResourceNotFoundException", kind="configuration-set", id="nothing"):
        send(sms, OriginationIdentity=origin, ConfigurationSetName="nothing")

    assert simulator.messages() == []


@pytest.mark.parametrize(
    ("text", "encoding", "parts"),
    [("a" * 160, "GSM", 1), ("a" * 161, "GSM", 2), ("ж" * 71, "UNICODE", 2)],
)
def test_a_text_is_counted_in_parts(
    sms: Any, simulator: Simulator, origin: str, text: str, encoding: str, parts: int
) -> None:
    send(sms, OriginationIdentity=origin, MessageBody=text)

    [message] = simulator.messages()
    assert (message.message_encoding, message.total_message_parts) == (encoding, parts)
    assert simulator.events()[0]["totalMessagePrice"] == pytest.approx(parts * 0.01)


@pytest.mark.parametrize(
    ("text", "last"), [("a" * 1530, "DELIVERED"), ("a" * 1531, "INVALID_MESSAGE")]
)
def test_no_carrier_takes_more_than_ten_parts(
    sms: Any, simulator: Simulator, origin: str, text: str, last: str
) -> None:
    send(sms, OriginationIdentity=origin, MessageBody=text)

    assert simulator.messages()[0].status == f"TEXT_{last}"


def test_messages_belong_to_one_account_and_region(
    sms: Any, simulator: Simulator, origin: str, stranger: Any
) -> None:
    send(sms, OriginationIdentity=origin)

    elsewhere = [
        Simulator(region_name="eu-west-1", account_id=ACCOUNT),
        Simulator(region_name="us-east-1", account_id="111122223333"),
    ]
    assert [each.messages() for each in elsewhere] == [[], []]
    with refused("ResourceNotFoundException", kind="phone-number", id=origin):
        send(stranger, OriginationIdentity=origin)


def block(sms: Any, protect: str, status: str, capability: str = "SMS") -> None:
    """Give the United States a rule."""
    sms.update_protect_configuration_country_rule_set(
        ProtectConfigurationId=protect,
        NumberCapability=capability,
        CountryRuleSetUpdates={"US": {"ProtectStatus": status}},
    )
