"""The ids that a test chooses: each is given once."""

from __future__ import annotations

from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator

TAKEN = "there is a protect-configuration protect-1 already"


def create(sms: Any) -> str:
    """Create a protect configuration, and return its id."""
    return str(sms.create_protect_configuration()["ProtectConfigurationId"])


def test_an_id_that_waits_for_its_resource_is_taken(sms: Any, simulator: Simulator) -> None:
    simulator.use_id("protect-configuration", "protect-1")
    with pytest.raises(ValueError, match=TAKEN):
        simulator.use_id("protect-configuration", "protect-1")

    assert create(sms) == "protect-1"
    assert create(sms) != "protect-1"


def test_the_id_of_a_resource_is_taken_until_it_is_deleted(sms: Any, simulator: Simulator) -> None:
    simulator.use_id("protect-configuration", "protect-1")
    create(sms)
    with pytest.raises(ValueError, match=TAKEN):
        simulator.use_id("protect-configuration", "protect-1")
    sms.delete_protect_configuration(ProtectConfigurationId="protect-1")
    simulator.use_id("protect-configuration", "protect-1")

    assert create(sms) == "protect-1"


def test_an_id_is_taken_for_its_own_type_only(sms: Any, simulator: Simulator) -> None:
    simulator.use_id("registration", "protect-1")
    simulator.use_id("protect-configuration", "protect-1")

    assert create(sms) == "protect-1"


def test_an_id_waits_on_if_the_number_that_had_it_is_refused(
    sms: Any, simulator: Simulator
) -> None:
    wish = {"iso_country_code": "US", "number_type": "TOLL_FREE"}
    texts = simulator.add_phone_number(**wish)["PhoneNumberId"]
    pool = sms.create_pool(
        OriginationIdentity=texts, IsoCountryCode="US", MessageType="TRANSACTIONAL"
    )["PoolId"]
    simulator.use_id("phone-number", "phone-1")

    with pytest.raises(ValueError, match="NUMBER_CAPABILITIES_MISMATCH"):
        simulator.add_phone_number(**wish, number_capabilities=["VOICE"], pool_id=pool)

    assert simulator.add_phone_number(**wish)["PhoneNumberId"] == "phone-1"


def test_an_id_waits_on_if_the_account_that_had_it_is_refused(simulator: Simulator) -> None:
    number = {"NumberType": "TOLL_FREE", "IsoCountryCode": "US"}
    simulator.use_id("phone-number", "phone-1")

    with pytest.raises(ValueError, match="needs"):
        simulator.load_account({"PhoneNumbers": [{**number, "PhoneNumber": "+18885550100"}, {}]})

    given = simulator.add_phone_number(iso_country_code="US", number_type="TOLL_FREE")
    assert given["PhoneNumberId"] == "phone-1"
