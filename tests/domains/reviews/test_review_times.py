"""Review times: reviews that take the days that AWS names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory
from moto.moto_api import state_manager

from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.data import load
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.domains.registrations.published_forms import (
    published_types,
)

from ...form_filling import fill_in_all
from ..registration_forms import BRAND, FORMS, LISTED, create, fill_in, reviewed, status, version

SENDER = "GB_SENDER_ID_REGISTRATION"
MODEL = "pinpoint-sms-voice-v2::registration"
ALMOST = timedelta(days=3) - timedelta(seconds=1)


@pytest.fixture
def clock(simulator: Simulator) -> Iterator[FrozenDateTimeFactory]:
    """A clock that stands, by which reviews take days."""
    with freeze_time("2026-01-02 12:00:00") as clock:
        assert isinstance(clock, FrozenDateTimeFactory)
        simulator.review_by_the_clock()
        yield clock


def submitted(sms: Any, registration_type: str = SENDER, **submit: Any) -> str:
    """Hand a filled-in form in, and return the registration's id."""
    registration = create(sms, registration_type)
    fill_in_all(sms, registration)
    sms.submit_registration_version(RegistrationId=registration, **submit)
    return registration


def test_a_review_ends_when_its_days_are_over(sms: Any, clock: FrozenDateTimeFactory) -> None:
    registration = submitted(sms)

    assert reviewed(sms, registration) == "REVIEWING"
    clock.tick(ALMOST)
    assert reviewed(sms, registration) == "REVIEWING"
    clock.tick(timedelta(seconds=1))
    assert status(sms, registration) == "COMPLETE"
    assert len(sms.describe_sender_ids()["SenderIds"]) == 1


def test_a_denial_comes_when_the_days_are_over(sms: Any, clock: FrozenDateTimeFactory) -> None:
    registration = create(sms, SENDER)
    sms.submit_registration_version(RegistrationId=registration)

    clock.tick(ALMOST)
    assert reviewed(sms, registration) == "REVIEWING"
    clock.tick(timedelta(seconds=1))
    assert status(sms, registration) == "REQUIRES_UPDATES"
    assert {each["Reason"] for each in version(sms, registration)["DeniedReasons"]} == {
        "MISSING_REQUIRED_FIELD"
    }


def test_aws_reviews_first_and_at_once(sms: Any, clock: FrozenDateTimeFactory) -> None:
    empty = create(sms, SENDER)
    sms.submit_registration_version(RegistrationId=empty, AwsReview=True)

    assert status(sms, empty) == "REQUIRES_UPDATES"
    assert status(sms, submitted(sms, AwsReview=True)) == "REVIEWING"


def test_a_brand_waits_for_its_owner_after_its_days(
    sms: Any, simulator: Simulator, clock: FrozenDateTimeFactory
) -> None:
    registration = create(sms, BRAND)
    fill_in(sms, registration, FORMS[BRAND] | LISTED)
    sms.submit_registration_version(RegistrationId=registration)

    assert reviewed(sms, registration) == "REVIEWING"
    clock.tick(timedelta(days=2))
    assert status(sms, registration) == "REQUIRES_AUTHENTICATION"
    simulator.set_registration_status(registration, "REVIEWING")
    assert status(sms, registration) == "COMPLETE"


def test_the_reviewer_wins_over_the_clock(
    sms: Any, simulator: Simulator, clock: FrozenDateTimeFactory
) -> None:
    registration = submitted(sms)

    simulator.approve_registration(registration)

    assert status(sms, registration) == "COMPLETE"


def test_the_clock_wins_over_the_state_manager(sms: Any, clock: FrozenDateTimeFactory) -> None:
    state_manager.set_transition(MODEL, {"progression": "time", "seconds": 60})
    try:
        registration = submitted(sms)
        clock.tick(ALMOST)
        assert reviewed(sms, registration) == "REVIEWING"
    finally:
        state_manager.unset_transition(MODEL)


def test_a_type_of_which_aws_names_no_time_goes_on_as_before(
    sms: Any, clock: FrozenDateTimeFactory
) -> None:
    registration = submitted(sms, "BG_SENDER_ID_REGISTRATION")

    assert [status(sms, registration) for _ in range(2)] == ["REVIEWING", "PROVISIONING"]


def test_what_was_submitted_before_goes_on_as_before(
    sms: Any, simulator: Simulator, clock: FrozenDateTimeFactory
) -> None:
    simulator.review_by_the_clock(False)
    registration = submitted(sms)
    simulator.review_by_the_clock()

    assert reviewed(sms, registration) == "COMPLETE"


def test_the_times_are_of_types_that_there_are() -> None:
    assert set(load("review_days")) <= set(published_types())


@pytest.mark.parametrize(
    ("registration_type", "days"),
    [
        ("US_TOLL_FREE_REGISTRATION", 15),
        ("US_SHORT_CODE_REGISTRATION", 84),
        ("PT_LONG_CODE_REGISTRATION", 7),
        ("KW_SENDER_ID_REGISTRATION", 45),
        ("US_TEN_DLC_CAMPAIGN_REGISTRATION", 28),
    ],
)
def test_the_times_are_those_of_aws(registration_type: str, days: int) -> None:
    assert load("review_days")[registration_type] == days
