"""What waits beside registrations: testers of RCS agents, and notify configurations."""

from __future__ import annotations

from typing import Any

from .reader import HANDSET, Page


def test_a_tester_is_accepted(page: Page, sms: Any, invited: str) -> None:
    page.click("#to-registrations", "1")
    page.one("#testers article", HANDSET)

    page.press("Accept")

    page.until(lambda: not page.all("#testers")[0].is_displayed())
    [found] = sms.describe_verified_destination_numbers()["VerifiedDestinationNumbers"]
    assert found["Status"] == "VERIFIED"


def test_a_tester_who_declines_is_gone(page: Page, sms: Any, invited: str) -> None:
    page.click("#to-registrations")
    page.press("Decline")

    page.until(lambda: not page.all("#testers")[0].is_displayed())
    assert sms.describe_verified_destination_numbers()["VerifiedDestinationNumbers"] == []


def test_a_notify_configuration_is_approved(page: Page, sms: Any, named: str) -> None:
    page.click("#to-registrations", "1")
    page.one("#configurations article", "Example Bikes")

    page.press("Approve")

    page.until(lambda: not page.all("#configurations")[0].is_displayed())
    [found] = sms.describe_notify_configurations()["NotifyConfigurations"]
    assert found["Status"] == "ACTIVE"


def test_a_notify_configuration_is_rejected_with_a_reason(page: Page, sms: Any, named: str) -> None:
    page.click("#to-registrations")
    page.press("Reject")
    page.one("#reject-text").send_keys("Not your own name.")
    page.click("#reject-dialog .danger")

    page.until(lambda: not page.all("#configurations")[0].is_displayed())
    [found] = sms.describe_notify_configurations()["NotifyConfigurations"]
    assert (found["Status"], found["RejectionReason"]) == ("REJECTED", "Not your own name.")
