"""The tier of notify, and the registrations that lift it."""

from __future__ import annotations

from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator

from ...form_filling import fill_in_all
from ...support import backend, refused
from ..registration_forms import create, status

UPGRADE = "NOTIFY_TIER_UPGRADE_REGISTRATION"
BRAND = {"DisplayName": "MyBrand", "UseCase": "CODE_VERIFICATION", "EnabledChannels": ["SMS"]}
ADVANCED_TEMPLATE = "notify-code-verification-english-002"

Tier = tuple[str, str]
BASIC: Tier = ("BASIC", "BASIC")
WAITING: Tier = ("BASIC", "PENDING_UPGRADE")
ADVANCED: Tier = ("ADVANCED", "ADVANCED")
REJECTED: Tier = ("BASIC", "REJECTED")


@pytest.fixture
def brand(sms: Any) -> str:
    """The id of a notify configuration that was there before any upgrade."""
    return str(sms.create_notify_configuration(**BRAND)["NotifyConfigurationId"])


@pytest.fixture
def upgrade(sms: Any) -> str:
    """The id of an upgrade that is submitted."""
    registration = create(sms, UPGRADE)
    fill_in_all(sms, registration)
    sms.submit_registration_version(RegistrationId=registration)
    return registration


def tier(answer: dict[str, Any]) -> Tier:
    return answer["Tier"], answer["TierUpgradeStatus"]


def tiers(sms: Any) -> set[Tier]:
    """Return those of every configuration, one created now among them."""
    created = sms.create_notify_configuration(**BRAND)
    described = sms.describe_notify_configurations()["NotifyConfigurations"]
    return {tier(created), *map(tier, described)}


def test_an_upgrade_that_is_a_draft_changes_no_tier(sms: Any, brand: str) -> None:
    create(sms, UPGRADE)

    assert tiers(sms) == {BASIC}


def test_a_submitted_upgrade_is_pending(sms: Any, brand: str, upgrade: str) -> None:
    assert tiers(sms) == {WAITING}


def test_an_upgrade_lifts_every_configuration_when_it_is_complete(
    sms: Any, brand: str, upgrade: str
) -> None:
    assert (status(sms, upgrade), tiers(sms)) == ("REVIEWING", {WAITING})
    assert status(sms, upgrade) == "COMPLETE"

    assert tiers(sms) == {ADVANCED}


def test_a_denied_upgrade_is_rejected(
    sms: Any, simulator: Simulator, brand: str, upgrade: str
) -> None:
    simulator.deny_registration(upgrade)

    assert tiers(sms) == {REJECTED}


@pytest.mark.parametrize(
    ("reached", "shown"),
    [
        ("PROVISIONING", WAITING),
        ("REQUIRES_AUTHENTICATION", WAITING),
        ("CREATED", BASIC),
        ("CLOSED", BASIC),
        ("DELETED", BASIC),
    ],
)
def test_an_upgrade_shows_its_status(
    sms: Any, simulator: Simulator, brand: str, upgrade: str, reached: str, shown: Tier
) -> None:
    simulator.set_registration_status(upgrade, reached)

    assert tiers(sms) == {shown}


def test_an_approval_holds_until_it_is_revoked(
    sms: Any, simulator: Simulator, brand: str, upgrade: str
) -> None:
    simulator.approve_registration(upgrade)
    sms.create_registration_version(RegistrationId=upgrade)
    sms.submit_registration_version(RegistrationId=upgrade)
    assert tiers(sms) == {ADVANCED}
    simulator.deny_registration(upgrade)
    assert tiers(sms) == {ADVANCED}

    sms.create_registration_version(RegistrationId=upgrade)
    sms.submit_registration_version(RegistrationId=upgrade)
    simulator.approve_registration(upgrade)
    simulator.deny_registration(upgrade)

    assert tiers(sms) == {REJECTED}


def test_a_closed_upgrade_lifts_no_more(
    sms: Any, simulator: Simulator, brand: str, upgrade: str
) -> None:
    simulator.approve_registration(upgrade)
    simulator.set_registration_status(upgrade, "CLOSED")

    assert tiers(sms) == {BASIC}


def test_a_deleted_upgrade_lifts_no_more(
    sms: Any, simulator: Simulator, brand: str, upgrade: str
) -> None:
    simulator.approve_registration(upgrade)
    sms.delete_registration(RegistrationId=upgrade)

    assert tiers(sms) == {BASIC}


def test_the_furthest_upgrade_decides(
    sms: Any, simulator: Simulator, brand: str, upgrade: str
) -> None:
    other = create(sms, UPGRADE)
    sms.submit_registration_version(RegistrationId=other)
    simulator.deny_registration(other)
    assert tiers(sms) == {WAITING}

    simulator.approve_registration(upgrade)

    assert tiers(sms) == {ADVANCED}


def test_other_registrations_lift_nothing(sms: Any, simulator: Simulator, brand: str) -> None:
    other = create(sms, "US_TOLL_FREE_REGISTRATION")

    simulator.set_registration_status(other, "COMPLETE")

    assert tiers(sms) == {BASIC}


def test_the_advanced_tier_has_its_templates_and_countries(
    sms: Any, simulator: Simulator, brand: str, upgrade: str
) -> None:
    wanted = {"DefaultTemplateId": ADVANCED_TEMPLATE, "EnabledCountries": ["AT"]}
    with refused("ValidationException", "INVALID_PARAMETER", fields=["enabledCountries"]):
        sms.update_notify_configuration(NotifyConfigurationId=brand, **wanted)

    simulator.approve_registration(upgrade)

    updated = sms.update_notify_configuration(NotifyConfigurationId=brand, **wanted)
    created = sms.create_notify_configuration(**BRAND, **wanted)
    for answer in (updated, created):
        assert wanted.items() <= answer.items()


def test_the_advanced_tier_sends_where_the_basic_one_does_not(
    sms: Any, simulator: Simulator, brand: str, upgrade: str
) -> None:
    sms.describe_notify_configurations()
    message = {
        "NotifyConfigurationId": brand,
        "DestinationPhoneNumber": "+436641234567",
        "TemplateId": ADVANCED_TEMPLATE,
        "TemplateVariables": {"code": "123456"},
    }
    with refused("ValidationException", "INVALID_PARAMETER", fields=["templateId"]):
        sms.send_notify_text_message(**message)

    simulator.approve_registration(upgrade)
    sms.send_notify_text_message(**message)

    assert [sent.iso_country_code for sent in simulator.messages()] == ["AT"]


@pytest.mark.parametrize(
    ("reached", "shown"),
    [("SUBMITTED", "PENDING_UPGRADE"), ("COMPLETE", "ADVANCED"), ("REQUIRES_UPDATES", "REJECTED")],
)
def test_configurations_are_found_by_their_upgrade(
    sms: Any, simulator: Simulator, brand: str, upgrade: str, reached: str, shown: str
) -> None:
    simulator.set_registration_status(upgrade, reached)

    for value in ("BASIC", "PENDING_UPGRADE", "ADVANCED", "REJECTED"):
        answer = sms.describe_notify_configurations(
            Filters=[{"Name": "tier-upgrade-status", "Values": [value]}]
        )
        assert len(answer["NotifyConfigurations"]) == (value == shown)


def test_an_upgrade_belongs_to_one_account_and_region(
    simulator: Simulator, upgrade: str, stranger: Any
) -> None:
    simulator.approve_registration(upgrade)

    assert tiers(stranger) == {BASIC}


def test_a_reset_takes_the_upgrade_back(sms: Any, simulator: Simulator, upgrade: str) -> None:
    simulator.approve_registration(upgrade)

    backend().reset()

    assert tiers(sms) == {BASIC}
