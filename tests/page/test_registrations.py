"""Registrations, as whoever reviews them sees them."""

from __future__ import annotations

from typing import Any

from .reader import BRAND, Page


def test_a_registration_is_approved_by_a_button(page: Page, sms: Any, submitted: str) -> None:
    page.click("#to-registrations", "1")
    page.one("#submissions article", submitted)

    page.press("Approve")

    page.one("#submissions .tag.good", "Complete")
    [found] = sms.describe_registrations(RegistrationIds=[submitted])["Registrations"]
    assert found["RegistrationStatus"] == "COMPLETE"


def test_a_registration_is_denied_with_reasons(page: Page, sms: Any, submitted: str) -> None:
    page.click("#to-registrations")
    page.press("Deny")
    page.click("#deny-reasons label", "Invalid URL")
    page.one("#deny-text").send_keys("The page is not there.")
    page.click("#deny-dialog .danger")

    page.one("#submissions .denials", "Invalid URL: The page is not there.")
    page.one("#submissions .tag.bad", "Requires updates")
    [version] = sms.describe_registration_versions(RegistrationId=submitted)["RegistrationVersions"]
    assert version["DeniedReasons"] == [
        {
            "Reason": "INVALID_URL",
            "ShortDescription": "Invalid URL",
            "LongDescription": "The page is not there.",
        }
    ]


def test_a_registration_that_was_not_submitted_has_no_buttons(page: Page, sms: Any) -> None:
    sms.create_registration(RegistrationType=BRAND)
    page.click("#to-registrations")

    page.one("#submissions article", "Not submitted yet")

    assert page.all("#submissions button") == []


def test_a_registration_is_called_what_it_is_for(page: Page, sms: Any, submitted: str) -> None:
    identifier = sms.create_registration(RegistrationType=BRAND)["RegistrationId"]
    sms.put_registration_field_value(
        RegistrationId=identifier, FieldPath="companyInfo.companyName", TextValue="Example Corp"
    )
    page.click("#to-registrations")

    page.reads("#submissions h3", ["Example Corp", "US 10DLC brand registration"])
    page.one("#search").send_keys("example")
    page.reads("#submissions h3 mark", ["Example"])


def test_those_that_wait_can_be_seen_alone(page: Page, sms: Any, submitted: str) -> None:
    sms.create_registration(RegistrationType=BRAND)
    page.click("#to-registrations")
    page.until(lambda: len(page.all("#submissions article")) == 2)

    page.click("#only-waiting")

    page.until(lambda: len(page.all("#submissions article")) == 1)
    page.one("#submissions article", submitted)
    page.browser.refresh()
    page.one("#submissions article", submitted)
    assert page.one("#only-waiting").is_selected()
    assert len(page.all("#submissions article")) == 1
