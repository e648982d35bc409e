"""What beside registrations waits for somebody's word."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from freezegun import freeze_time

from moto_pinpoint_sms_v2 import Simulator

from ...support import backend

HANDSET, OTHER = "+447700900123", "+447700900124"


@freeze_time("2026-01-02 12:00:00")
def test_a_tester_waits_until_it_has_answered(sms: Any, simulator: Simulator) -> None:
    agent = sms.create_rcs_agent()["RcsAgentId"]
    sms.create_verified_destination_number(DestinationPhoneNumber=HANDSET)
    tester, other = (
        sms.create_verified_destination_number(DestinationPhoneNumber=each, RcsAgentId=agent)
        for each in (HANDSET, OTHER)
    )
    simulator.answer_rcs_invitation(other["VerifiedDestinationNumberId"])

    pending = backend().pending_reviews()

    assert [asdict(each) for each in pending.testers] == [
        {
            "verified_destination_number_id": tester["VerifiedDestinationNumberId"],
            "destination_phone_number": HANDSET,
            "rcs_agent_id": agent,
            "created_timestamp": tester["CreatedTimestamp"],
        }
    ]


@freeze_time("2026-01-02 12:00:00")
def test_a_notify_configuration_waits_while_its_name_is_reviewed(
    sms: Any, simulator: Simulator
) -> None:
    made, other = (
        sms.create_notify_configuration(
            DisplayName=name, UseCase="CODE_VERIFICATION", EnabledChannels=["SMS"]
        )
        for name in ("News", "Offers")
    )
    simulator.set_notify_configuration_status(made["NotifyConfigurationId"], "PENDING")
    simulator.set_notify_configuration_status(other["NotifyConfigurationId"], "ACTIVE")

    pending = backend().pending_reviews()

    assert [asdict(each) for each in pending.notify_configurations] == [
        {
            "notify_configuration_id": made["NotifyConfigurationId"],
            "display_name": "News",
            "use_case": "CODE_VERIFICATION",
            "status": "PENDING",
            "created_timestamp": made["CreatedTimestamp"],
        }
    ]
