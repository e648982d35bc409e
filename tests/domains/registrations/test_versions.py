"""Versions of a registration: draft, submit, discard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from freezegun import freeze_time

from ...support import body, pages, refused
from ..registration_forms import BRAND, CAMPAIGN, completed, create, status, version

ID = "registration-00000000000000000000000000000001"
ARN = f"arn:aws:sms-voice:us-east-1:123456789012:registration/{ID}"
MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone.utc)
UNDER_REVIEW = [
    "SUBMITTED",
    "AWS_REVIEWING",
    "REVIEWING",
    "REQUIRES_AUTHENTICATION",
    "PROVISIONING",
]


@pytest.fixture
def brand(sms: Any, simulator: Any) -> Iterator[str]:
    """A registration of a known id, in its first draft, while the clock stands."""
    with freeze_time(MOMENT):
        simulator.use_id("registration", ID)
        yield create(sms, BRAND)


def test_create_registration_version_opens_an_empty_draft(
    sms: Any, simulator: Any, brand: str
) -> None:
    sms.put_registration_field_value(
        RegistrationId=brand, FieldPath="companyInfo.companyName", TextValue="Example Corp"
    )
    simulator.set_registration_status(brand, "REQUIRES_UPDATES")

    answer = sms.create_registration_version(RegistrationId=ARN)

    assert body(answer) == {
        "RegistrationArn": ARN,
        "RegistrationId": ID,
        "VersionNumber": 2,
        "RegistrationVersionStatus": "DRAFT",
        "RegistrationVersionStatusHistory": {"DraftTimestamp": MOMENT},
    }
    values = sms.describe_registration_field_values(RegistrationId=brand)
    assert (values["VersionNumber"], values["RegistrationFieldValues"]) == (2, [])


@pytest.mark.parametrize("before", ["REQUIRES_UPDATES", "COMPLETE"])
def test_an_open_draft_leaves_the_status_of_the_registration(
    sms: Any, simulator: Any, brand: str, before: str
) -> None:
    simulator.set_registration_status(brand, before)

    sms.create_registration_version(RegistrationId=brand)

    assert status(sms, brand) == before


@pytest.mark.parametrize("before", ["CREATED", *UNDER_REVIEW, "CLOSED"])
def test_create_registration_version_refuses_beside_a_draft_or_a_review(
    sms: Any, simulator: Any, brand: str, before: str
) -> None:
    simulator.set_registration_status(brand, before)

    with refused(
        "ConflictException", "CREATE_REGISTRATION_VERSION_NOT_ALLOWED", kind="registration", id=ID
    ):
        sms.create_registration_version(RegistrationId=brand)


def test_create_registration_version_refuses_too_many_in_a_day(
    sms: Any, simulator: Any, brand: str
) -> None:
    simulator.set_account_limit("REGISTRATION_VERSIONS_CREATED_PER_DAY", 2)
    with freeze_time(MOMENT) as clock:
        for _ in range(2):
            clock.tick(timedelta(days=2))
            sms.discard_registration_version(RegistrationId=brand)
            sms.create_registration_version(RegistrationId=brand)
        sms.discard_registration_version(RegistrationId=brand)
        sms.create_registration_version(RegistrationId=brand)
        sms.discard_registration_version(RegistrationId=brand)

        with refused("ServiceQuotaExceededException", "REGISTRATION_VERSIONS_CREATED_PER_DAY"):
            sms.create_registration_version(RegistrationId=brand)


def test_discard_registration_version_ends_the_draft(sms: Any, brand: str) -> None:
    answer = sms.discard_registration_version(RegistrationId=brand)

    assert body(answer) == {
        "RegistrationArn": ARN,
        "RegistrationId": ID,
        "VersionNumber": 1,
        "RegistrationVersionStatus": "DISCARDED",
        "RegistrationVersionStatusHistory": {
            "DraftTimestamp": MOMENT,
            "DiscardedTimestamp": MOMENT,
        },
    }


DISCARDABLE = ["SUBMITTED", "REQUIRES_AUTHENTICATION"]


@pytest.mark.parametrize("before", DISCARDABLE)
def test_discard_registration_version_takes_back_what_was_submitted(
    sms: Any, simulator: Any, brand: str, before: str
) -> None:
    simulator.set_registration_status(brand, before)

    answer = sms.discard_registration_version(RegistrationId=brand)

    assert answer["RegistrationVersionStatus"] == "DISCARDED"
    assert status(sms, brand) == "CREATED"
    assert sms.create_registration_version(RegistrationId=brand)["VersionNumber"] == 2


@pytest.mark.parametrize("outcome", ["COMPLETE", "REQUIRES_UPDATES"])
def test_a_discarded_submission_leaves_what_was_before_it(
    sms: Any, simulator: Any, brand: str, outcome: str
) -> None:
    simulator.set_registration_status(brand, outcome)
    sms.create_registration_version(RegistrationId=brand)
    sms.submit_registration_version(RegistrationId=brand)

    sms.discard_registration_version(RegistrationId=brand)

    assert status(sms, brand) == outcome


@pytest.mark.parametrize(
    "before", ["AWS_REVIEWING", "REVIEWING", "PROVISIONING", "COMPLETE", "REQUIRES_UPDATES"]
)
def test_discard_registration_version_refuses_what_is_no_draft(
    sms: Any, simulator: Any, brand: str, before: str
) -> None:
    simulator.set_registration_status(brand, before)

    with refused(
        "ConflictException", "DISCARD_REGISTRATION_VERSION_NOT_ALLOWED", kind="registration", id=ID
    ):
        sms.discard_registration_version(RegistrationId=brand)


@pytest.mark.parametrize("aws_review", [True, False])
def test_submit_registration_version_hands_the_draft_in(
    sms: Any, brand: str, aws_review: bool
) -> None:
    answer = sms.submit_registration_version(RegistrationId=brand, AwsReview=aws_review)

    assert body(answer) == {
        "RegistrationArn": ARN,
        "RegistrationId": ID,
        "VersionNumber": 1,
        "RegistrationVersionStatus": "SUBMITTED",
        "RegistrationVersionStatusHistory": {
            "DraftTimestamp": MOMENT,
            "SubmittedTimestamp": MOMENT,
        },
        "AwsReview": aws_review,
    }


def test_submit_registration_version_asks_for_no_aws_review_by_default(
    sms: Any, brand: str
) -> None:
    assert sms.submit_registration_version(RegistrationId=brand)["AwsReview"] is False


@pytest.mark.parametrize("before", UNDER_REVIEW)
def test_submit_registration_version_refuses_a_second_time(
    sms: Any, simulator: Any, brand: str, before: str
) -> None:
    simulator.set_registration_status(brand, before)

    with refused("ConflictException", "REGISTRATION_ALREADY_SUBMITTED", kind="registration", id=ID):
        sms.submit_registration_version(RegistrationId=brand)


@pytest.mark.parametrize("before", ["COMPLETE", "REQUIRES_UPDATES"])
def test_submit_registration_version_refuses_without_a_draft(
    sms: Any, simulator: Any, brand: str, before: str
) -> None:
    simulator.set_registration_status(brand, before)

    with refused(
        "ConflictException", "SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED", kind="registration", id=ID
    ):
        sms.submit_registration_version(RegistrationId=brand)


def test_submit_registration_version_refuses_without_what_is_associated_before(sms: Any) -> None:
    campaign = create(sms, CAMPAIGN)

    with refused(
        "ConflictException",
        "SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED",
        kind="registration",
        id=campaign,
    ):
        sms.submit_registration_version(RegistrationId=campaign)
    assert version(sms, campaign)["RegistrationVersionStatus"] == "DRAFT"


def test_a_later_approval_archives_the_earlier_version(
    sms: Any, simulator: Any, brand: str
) -> None:
    simulator.set_registration_status(brand, "COMPLETE")
    sms.create_registration_version(RegistrationId=brand)
    sms.submit_registration_version(RegistrationId=brand)
    simulator.approve_registration(brand)

    versions = sms.describe_registration_versions(RegistrationId=brand)["RegistrationVersions"]

    assert [each["RegistrationVersionStatus"] for each in versions] == ["ARCHIVED", "APPROVED"]
    assert "ArchivedTimestamp" in versions[0]["RegistrationVersionStatusHistory"]


def test_describe_registration_versions_lists_the_oldest_first(
    sms: Any, simulator: Any, brand: str
) -> None:
    sms.discard_registration_version(RegistrationId=brand)
    sms.create_registration_version(RegistrationId=brand)

    assert body(sms.describe_registration_versions(RegistrationId=brand)) == {
        "RegistrationArn": ARN,
        "RegistrationId": ID,
        "RegistrationVersions": [
            {
                "VersionNumber": 1,
                "RegistrationVersionStatus": "DISCARDED",
                "RegistrationVersionStatusHistory": {
                    "DraftTimestamp": MOMENT,
                    "DiscardedTimestamp": MOMENT,
                },
            },
            {
                "VersionNumber": 2,
                "RegistrationVersionStatus": "DRAFT",
                "RegistrationVersionStatusHistory": {"DraftTimestamp": MOMENT},
            },
        ],
    }


@pytest.fixture
def five_versions(sms: Any, brand: str) -> str:
    """A registration with four discarded versions and a draft."""
    for _ in range(4):
        sms.discard_registration_version(RegistrationId=brand)
        sms.create_registration_version(RegistrationId=brand)
    return brand


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ({"VersionNumbers": [4, 2]}, [2, 4]),
        ({"Filters": [{"Name": "registration-version-status", "Values": ["DRAFT"]}]}, [5]),
    ],
    ids=["by number", "by status"],
)
def test_describe_registration_versions_chooses(
    sms: Any, five_versions: str, arguments: dict[str, Any], found: list[int]
) -> None:
    answer = sms.describe_registration_versions(RegistrationId=five_versions, **arguments)

    assert [each["VersionNumber"] for each in answer["RegistrationVersions"]] == found


def test_describe_registration_versions_pages(sms: Any, five_versions: str) -> None:
    found = pages(
        sms.describe_registration_versions,
        "RegistrationVersions",
        2,
        RegistrationId=five_versions,
    )

    assert [[each["VersionNumber"] for each in page] for page in found] == [[1, 2], [3, 4], [5]]


def test_describe_registration_versions_refuses_an_unknown_number(sms: Any, brand: str) -> None:
    with refused("ValidationException", "UNKNOWN_REGISTRATION_VERSION", fields=["versionNumbers"]):
        sms.describe_registration_versions(RegistrationId=brand, VersionNumbers=[1, 2])


@pytest.mark.parametrize(
    "operation",
    [
        "create_registration_version",
        "describe_registration_versions",
        "discard_registration_version",
        "submit_registration_version",
    ],
)
def test_operations_on_versions_refuse_an_unknown_registration(sms: Any, operation: str) -> None:
    with refused("ResourceNotFoundException", kind="registration", id=ID):
        getattr(sms, operation)(RegistrationId=ID)


@pytest.mark.parametrize(
    ("operation", "arguments", "reason"),
    [
        ("create_registration_version", {}, "CREATE_REGISTRATION_VERSION_NOT_ALLOWED"),
        ("discard_registration_version", {}, "DISCARD_REGISTRATION_VERSION_NOT_ALLOWED"),
        ("submit_registration_version", {}, "SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED"),
        (
            "put_registration_field_value",
            {"FieldPath": "companyInfo.city", "TextValue": "Seattle"},
            "EDIT_REGISTRATION_FIELD_VALUES_NOT_ALLOWED",
        ),
        (
            "delete_registration_field_value",
            {"FieldPath": "companyInfo.stockSymbol"},
            "EDIT_REGISTRATION_FIELD_VALUES_NOT_ALLOWED",
        ),
    ],
)
@pytest.mark.parametrize("drafted", [False, True], ids=["approved", "drafted"])
def test_a_closed_registration_can_only_be_deleted(
    sms: Any,
    simulator: Any,
    drafted: bool,
    operation: str,
    arguments: dict[str, Any],
    reason: str,
) -> None:
    registration = completed(sms, simulator, BRAND)
    if drafted:
        sms.create_registration_version(RegistrationId=registration)
    simulator.set_registration_status(registration, "CLOSED")

    with refused("ConflictException", reason, kind="registration", id=registration):
        getattr(sms, operation)(RegistrationId=registration, **arguments)

    sms.delete_registration(RegistrationId=registration)
