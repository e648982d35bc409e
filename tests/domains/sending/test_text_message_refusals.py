"""Text messages: what is refused, and what a month may cost."""

from __future__ import annotations

from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator

from ...support import ACCOUNT, refused
from .. import registration_forms as forms
from ..senders import HANDSET, identifier, number, pool_of, send

CHINESE_HANDSET = "+8613912345678"
SIMULATED = "+14254147755"
INDIAN_HANDSET = "+919876543210"


@pytest.fixture
def origin(sms: Any) -> str:
    """An American number that sends."""
    return number(sms)


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


def block(sms: Any, protect: str, status: str, capability: str = "SMS") -> None:
    """Give the United States a rule."""
    sms.update_protect_configuration_country_rule_set(
        ProtectConfigurationId=protect,
        NumberCapability=capability,
        CountryRuleSetUpdates={"US": {"ProtectStatus": status}},
    )
