"""Reviews: how a submitted version ends by itself, and by the reviewer that a test plays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from freezegun import freeze_time
from moto.moto_api import state_manager

from ...form_filling import fill_in_all
from ...support import body, refused
from ..registration_forms import (
    BRAND,
    CAMPAIGN,
    FORMS,
    TOLL_FREE,
    completed,
    create,
    fill_in,
    reviewed,
    status,
    version,
)

MODEL = "pinpoint-sms-voice-v2::registration"
SENDER = "GB_SENDER_ID_REGISTRATION"


@pytest.fixture
def submitted(sms: Any) -> str:
    """A brand with a filled-in form, handed in."""
    registration = create(sms, BRAND)
    fill_in(sms, registration, FORMS[BRAND])
    sms.submit_registration_version(RegistrationId=registration)
    return registration


@pytest.fixture
def transition() -> Iterator[Any]:
    """Set how moto's state manager moves registrations, for this test."""

    def set_transition(**progression: Any) -> None:
        state_manager.set_transition(MODEL, progression)

    yield set_transition
    state_manager.unset_transition(MODEL)


def deny_form(sms: Any, registration_type: str, form: dict[str, Any], **submit: Any) -> str:
    """Hand in a form, and let its review end."""
    registration = create(sms, registration_type)
    fill_in(sms, registration, form)
    sms.submit_registration_version(RegistrationId=registration, **submit)
    assert reviewed(sms, registration) == "REQUIRES_UPDATES"
    return registration


def load_type(simulator: Any, registration_type: str, resource_type: str) -> None:
    """Offer a type whose approval creates such a resource, in a country that it does not name."""
    association = {
        "ResourceType": resource_type,
        "AssociationBehavior": "ASSOCIATE_ON_APPROVAL",
        "DisassociationBehavior": "DISASSOCIATE_ALL_CLOSES_REGISTRATION",
    }
    definition = {
        "RegistrationType": registration_type,
        "SupportedAssociations": [association],
        "DisplayHints": {"Title": "Ours"},
    }
    simulator.load_registration_definitions({"RegistrationTypeDefinitions": [definition]})


def field(sms: Any, registration: str, path: str) -> dict[str, Any]:
    """Return a field's value in the current version."""
    answer = sms.describe_registration_field_values(RegistrationId=registration, FieldPaths=[path])
    found: dict[str, Any] = answer["RegistrationFieldValues"][0]
    return found


def test_a_review_takes_one_step_at_each_describe(sms: Any, submitted: str) -> None:
    assert [status(sms, submitted) for _ in range(3)] == ["REVIEWING", "COMPLETE", "COMPLETE"]
    assert version(sms, submitted)["RegistrationVersionStatus"] == "APPROVED"


def test_describe_registration_versions_is_a_describe_too(sms: Any, submitted: str) -> None:
    statuses = [version(sms, submitted)["RegistrationVersionStatus"] for _ in range(2)]

    assert statuses == ["REVIEWING", "APPROVED"]


def test_other_reads_leave_a_review_where_it_is(sms: Any, submitted: str) -> None:
    for _ in range(5):
        sms.describe_registration_field_values(RegistrationId=submitted)
        sms.list_registration_associations(RegistrationId=submitted)

    assert status(sms, submitted) == "REVIEWING"


def test_an_immediate_review_is_over_at_the_next_read(
    sms: Any, submitted: str, transition: Any
) -> None:
    transition(progression="immediate")

    assert status(sms, submitted) == "COMPLETE"


def test_a_manual_review_takes_a_step_at_every_so_many_describes(
    sms: Any, submitted: str, transition: Any
) -> None:
    transition(progression="manual", times=2)

    assert [status(sms, submitted) for _ in range(5)] == [
        "SUBMITTED",
        "REVIEWING",
        "REVIEWING",
        "COMPLETE",
        "COMPLETE",
    ]


def test_what_was_read_before_the_submission_brings_no_review_on(sms: Any, transition: Any) -> None:
    registration = create(sms, BRAND)
    fill_in(sms, registration, FORMS[BRAND])
    transition(progression="manual", times=2)
    status(sms, registration)
    sms.submit_registration_version(RegistrationId=registration)

    assert [status(sms, registration) for _ in range(2)] == ["SUBMITTED", "REVIEWING"]


def test_a_timed_review_begins_with_its_submission(sms: Any, transition: Any) -> None:
    transition(progression="time", seconds=60)
    with freeze_time("2026-11-28 12:00:00") as clock:
        registration = create(sms, BRAND)
        fill_in(sms, registration, FORMS[BRAND])
        clock.tick(timedelta(hours=1))
        sms.submit_registration_version(RegistrationId=registration)

        statuses = []
        for _ in range(4):
            statuses.append(status(sms, registration))
            clock.tick(timedelta(seconds=30))

    assert statuses == ["SUBMITTED", "SUBMITTED", "REVIEWING", "REVIEWING"]


def test_an_aws_review_comes_before_the_carriers(sms: Any) -> None:
    registration = create(sms, BRAND)
    fill_in(sms, registration, FORMS[BRAND])
    sms.submit_registration_version(RegistrationId=registration, AwsReview=True)

    assert [status(sms, registration) for _ in range(3)] == [
        "AWS_REVIEWING",
        "REVIEWING",
        "COMPLETE",
    ]
    assert set(version(sms, registration)["RegistrationVersionStatusHistory"]) == {
        "DraftTimestamp",
        "SubmittedTimestamp",
        "AwsReviewingTimestamp",
        "ReviewingTimestamp",
        "ApprovedTimestamp",
    }


def test_a_missing_field_is_accepted_and_then_denied(sms: Any) -> None:
    form = {path: value for path, value in FORMS[BRAND].items() if path != "companyInfo.city"}

    registration = deny_form(sms, BRAND, form)

    denied = version(sms, registration)
    assert denied["RegistrationVersionStatus"] == "DENIED"
    assert denied["DeniedReasons"] == [
        {"Reason": "MISSING_REQUIRED_FIELD", "ShortDescription": "Missing required field"}
    ]
    assert field(sms, registration, "companyInfo.city") == {
        "FieldPath": "companyInfo.city",
        "DeniedReason": "MISSING_REQUIRED_FIELD",
    }


def test_an_aws_review_gives_feedback_with_its_denial(sms: Any) -> None:
    registration = deny_form(sms, BRAND, {}, AwsReview=True)

    denied = version(sms, registration)
    assert denied["Feedback"] == "Some fields need changes."
    assert field(sms, registration, "companyInfo.city") == {
        "FieldPath": "companyInfo.city",
        "DeniedReason": "MISSING_REQUIRED_FIELD",
        "Feedback": "Some fields need changes.",
    }


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"companyInfo.legalType": ["PUBLIC_PROFIT"]}, "MISSING_CONDITIONAL_FIELD"),
        ({"companyInfo.stockSymbol": "EXMP"}, "CONDITIONAL_FIELD_NOT_ALLOWED"),
    ],
)
def test_a_conditional_field_is_held_against_the_others(
    sms: Any, changes: dict[str, Any], reason: str
) -> None:
    registration = deny_form(sms, BRAND, {**FORMS[BRAND], **changes})

    assert field(sms, registration, "companyInfo.stockSymbol")["DeniedReason"] == reason


def test_a_new_version_after_a_denial_can_be_approved(sms: Any) -> None:
    registration = deny_form(sms, BRAND, {})
    sms.create_registration_version(RegistrationId=registration)
    fill_in(sms, registration, FORMS[BRAND])
    sms.submit_registration_version(RegistrationId=registration)

    assert [status(sms, registration) for _ in range(2)] == ["REVIEWING", "COMPLETE"]
    assert version(sms, registration, 1)["RegistrationVersionStatus"] == "DENIED"
    assert version(sms, registration, 2)["RegistrationVersionStatus"] == "APPROVED"


def test_an_approval_creates_the_sender_id_that_was_asked_for(sms: Any) -> None:
    registration = create(sms, SENDER)
    fill_in_all(sms, registration, senderIdInfo__senderId="Example")
    sms.submit_registration_version(RegistrationId=registration)

    assert [status(sms, registration) for _ in range(3)] == [
        "REVIEWING",
        "PROVISIONING",
        "COMPLETE",
    ]
    (sender,) = sms.describe_sender_ids()["SenderIds"]
    assert (sender["SenderId"], sender["IsoCountryCode"]) == ("EXAMPLE", "GB")
    assert (sender["Registered"], sender["RegistrationId"]) == (True, registration)
    (association,) = sms.list_registration_associations(RegistrationId=registration)[
        "RegistrationAssociations"
    ]
    assert association == {
        "ResourceArn": sender["SenderIdArn"],
        "ResourceId": "EXAMPLE",
        "ResourceType": "SENDER_ID",
        "IsoCountryCode": "GB",
    }


def test_an_approval_registers_a_sender_id_that_the_account_has_already(sms: Any) -> None:
    sms.request_sender_id(SenderId="Example", IsoCountryCode="GB")
    registration = create(sms, SENDER)
    fill_in_all(sms, registration, senderIdInfo__senderId="Example")
    sms.submit_registration_version(RegistrationId=registration)
    assert reviewed(sms, registration) == "COMPLETE"

    (sender,) = sms.describe_sender_ids()["SenderIds"]
    assert (sender["Registered"], sender["RegistrationId"]) == (True, registration)


def test_a_sender_id_stays_with_the_registration_that_has_it(sms: Any, simulator: Any) -> None:
    first, second = (create(sms, SENDER) for _ in range(2))
    for registration in (first, second):
        fill_in_all(sms, registration, senderIdInfo__senderId="Example")
    simulator.set_registration_status(first, "COMPLETE")
    sms.submit_registration_version(RegistrationId=second)

    with pytest.raises(ValueError, match=r"senderIdInfo\.senderId is denied for INVALID_FIELD"):
        simulator.approve_registration(second)

    assert reviewed(sms, second) == "REQUIRES_UPDATES"
    assert field(sms, second, "senderIdInfo.senderId")["DeniedReason"] == "INVALID_FIELD_VALUE"
    assert sms.describe_sender_ids()["SenderIds"][0]["RegistrationId"] == first


@pytest.mark.parametrize(
    ("registration_type", "resource_type"),
    [("DE_SENDER_ID_REGISTRATION", "SENDER_ID"), ("DE_SHORT_CODE_REGISTRATION", "SHORT_CODE")],
)
def test_a_form_that_names_no_country_provides_for_the_one_its_name_begins_with(
    sms: Any, simulator: Any, registration_type: str, resource_type: str
) -> None:
    load_type(simulator, registration_type, resource_type)
    registration = create(sms, registration_type)
    if resource_type == "SENDER_ID":
        fill_in(sms, registration, {"senderIdInfo.senderId": "Example"})

    simulator.set_registration_status(registration, "COMPLETE")

    (association,) = sms.list_registration_associations(RegistrationId=registration)[
        "RegistrationAssociations"
    ]
    assert (association["ResourceType"], association["IsoCountryCode"]) == (resource_type, "DE")


def test_an_approval_creates_no_more_than_sender_ids_and_short_codes(
    sms: Any, simulator: Any
) -> None:
    load_type(simulator, "DE_LONG_CODE_REGISTRATION", "LONG_CODE")
    registration = create(sms, "DE_LONG_CODE_REGISTRATION")
    fill_in(sms, registration, {"senderIdInfo.senderId": "Example"})

    simulator.set_registration_status(registration, "COMPLETE")

    assert status(sms, registration) == "COMPLETE"
    assert sms.describe_sender_ids()["SenderIds"] == sms.describe_phone_numbers()["PhoneNumbers"]


def test_a_sender_id_is_registered_as_long_as_a_version_is_approved(
    sms: Any, simulator: Any
) -> None:
    registration = create(sms, SENDER)
    fill_in_all(sms, registration, senderIdInfo__senderId="Example")
    registered = []

    for each in ("COMPLETE", "REQUIRES_UPDATES", "COMPLETE", "REVIEWING", "PROVISIONING"):
        simulator.set_registration_status(registration, each)
        registered.append(sms.describe_sender_ids()["SenderIds"][0]["Registered"])

    assert registered == [True, False, True, False, True]


@pytest.mark.parametrize("decide", ["approve_registration", "set_registration_status"])
def test_nothing_is_complete_without_the_sender_id_that_it_creates(
    sms: Any, simulator: Any, decide: str
) -> None:
    registration = create(sms, SENDER)
    sms.submit_registration_version(RegistrationId=registration)
    arguments = {"approve_registration": (), "set_registration_status": ("COMPLETE",)}[decide]

    with pytest.raises(ValueError, match="cannot be COMPLETE without the sender ID"):
        getattr(simulator, decide)(registration, *arguments)

    assert sms.describe_sender_ids()["SenderIds"] == []


def test_a_sender_id_that_cannot_be_is_denied(sms: Any, simulator: Any) -> None:
    types = sms.describe_registration_type_definitions(RegistrationTypes=[SENDER])
    sections = sms.describe_registration_section_definitions(RegistrationType=SENDER)
    fields = sms.describe_registration_field_definitions(RegistrationType=SENDER)
    for each in fields["RegistrationFieldDefinitions"]:
        each.pop("TextValidation", None)
    simulator.load_registration_definitions([body(types), body(sections), body(fields)])

    registration = deny_form(sms, SENDER, {"senderIdInfo.senderId": "two words"})

    denied = field(sms, registration, "senderIdInfo.senderId")
    assert denied["DeniedReason"] == "INVALID_FIELD_VALUE"


def test_the_release_of_its_sender_id_closes_a_registration(sms: Any, simulator: Any) -> None:
    registration = create(sms, SENDER)
    fill_in_all(sms, registration, senderIdInfo__senderId="Example")
    sms.submit_registration_version(RegistrationId=registration)
    simulator.approve_registration(registration)

    sms.release_sender_id(SenderId="EXAMPLE", IsoCountryCode="GB")

    assert status(sms, registration) == "CLOSED"
    sms.delete_registration(RegistrationId=registration)


def test_approve_registration_wins_over_the_form(sms: Any, simulator: Any) -> None:
    registration = create(sms, BRAND)
    sms.submit_registration_version(RegistrationId=registration)

    simulator.approve_registration(registration)

    assert status(sms, registration) == "COMPLETE"


def test_deny_registration_gives_the_reasons(sms: Any, simulator: Any, submitted: str) -> None:
    reason = {
        "Reason": "UNCLEAR_USE_CASE",
        "ShortDescription": "What is it for?",
        "LongDescription": "Say who gets which messages.",
        "DocumentationTitle": "Use cases",
        "DocumentationLink": "https://docs.aws.amazon.com/",
    }

    simulator.deny_registration(
        submitted,
        denied_reasons=[reason],
        field_denied_reasons={"companyInfo.city": "INVALID_FIELD_VALUE"},
    )

    assert status(sms, submitted) == "REQUIRES_UPDATES"
    denied = version(sms, submitted)
    assert (denied["RegistrationVersionStatus"], denied["DeniedReasons"]) == ("DENIED", [reason])
    assert field(sms, submitted, "companyInfo.city") == {
        "FieldPath": "companyInfo.city",
        "TextValue": "Seattle",
        "DeniedReason": "INVALID_FIELD_VALUE",
    }


def test_a_denied_field_gives_the_version_its_reason(
    sms: Any, simulator: Any, submitted: str
) -> None:
    simulator.deny_registration(
        submitted, field_denied_reasons={"companyInfo.taxId": "INVALID_FIELD_VALUE"}
    )

    assert version(sms, submitted)["DeniedReasons"] == [
        {"Reason": "INVALID_FIELD_VALUE", "ShortDescription": "Invalid field value"}
    ]


def test_denying_what_was_approved_revokes_it(sms: Any, simulator: Any) -> None:
    brand = completed(sms, simulator, BRAND)

    simulator.deny_registration(brand)

    assert status(sms, brand) == "REQUIRES_UPDATES"
    assert version(sms, brand)["RegistrationVersionStatus"] == "REVOKED"


@pytest.mark.parametrize("later", ["DRAFT", "DISCARDED"])
@pytest.mark.parametrize(
    ("verb", "outcome"), [("approve_registration", "APPROVED"), ("deny_registration", "REVOKED")]
)
def test_a_later_draft_does_not_hide_the_version_that_was_submitted(
    sms: Any, simulator: Any, verb: str, outcome: str, later: str
) -> None:
    brand = completed(sms, simulator, BRAND)
    sms.create_registration_version(RegistrationId=brand)
    if later == "DISCARDED":
        sms.discard_registration_version(RegistrationId=brand)

    getattr(simulator, verb)(brand)

    assert version(sms, brand)["RegistrationVersionStatus"] == outcome
    assert version(sms, brand, 2)["RegistrationVersionStatus"] == later


def test_a_new_review_starts_without_the_reasons_of_the_last(sms: Any, simulator: Any) -> None:
    registration = deny_form(sms, BRAND, {}, AwsReview=True)

    simulator.set_registration_status(registration, "CREATED")

    assert not {"DeniedReasons", "Feedback"} & set(version(sms, registration))
    assert not sms.describe_registration_field_values(RegistrationId=registration)[
        "RegistrationFieldValues"
    ]
    sms.submit_registration_version(RegistrationId=registration)
    assert [status(sms, registration) for _ in range(2)] == ["REVIEWING", "REQUIRES_UPDATES"]
    assert field(sms, registration, "companyInfo.city")["DeniedReason"] == "MISSING_REQUIRED_FIELD"


def test_an_approval_takes_back_the_reasons_in_the_fields(
    sms: Any, simulator: Any, submitted: str
) -> None:
    simulator.deny_registration(
        submitted,
        field_denied_reasons={
            "companyInfo.city": "INVALID_FIELD_VALUE",
            "companyInfo.stockSymbol": "MISSING_CONDITIONAL_FIELD",
        },
    )

    simulator.approve_registration(submitted)

    values = sms.describe_registration_field_values(RegistrationId=submitted)
    assert not [each for each in values["RegistrationFieldValues"] if "DeniedReason" in each]
    assert len(values["RegistrationFieldValues"]) == len(FORMS[BRAND])


def test_deny_registration_refuses_a_field_that_the_form_lacks(
    sms: Any, simulator: Any, submitted: str
) -> None:
    with pytest.raises(ValueError, match="UNKNOWN_REGISTRATION_FIELD"):
        simulator.deny_registration(submitted, field_denied_reasons={"companyInfo.town": "X"})

    assert status(sms, submitted) == "REVIEWING"


@pytest.mark.parametrize("verb", ["approve_registration", "deny_registration"])
def test_a_draft_can_be_neither_approved_nor_denied(sms: Any, simulator: Any, verb: str) -> None:
    registration = create(sms, BRAND)

    with pytest.raises(ValueError, match="has no submitted version"):
        getattr(simulator, verb)(registration)


def test_deny_registration_refuses_a_reason_that_is_none(simulator: Any, submitted: str) -> None:
    with pytest.raises(ValueError, match="a denied reason has Reason and any of"):
        simulator.deny_registration(submitted, denied_reasons=[{"reason": "INVALID_URL"}])


@pytest.mark.parametrize(
    ("wanted", "version_status"),
    [
        ("SUBMITTED", "SUBMITTED"),
        ("AWS_REVIEWING", "AWS_REVIEWING"),
        ("REVIEWING", "REVIEWING"),
        ("REQUIRES_AUTHENTICATION", "REQUIRES_AUTHENTICATION"),
        ("PROVISIONING", "APPROVED"),
        ("COMPLETE", "APPROVED"),
        ("REQUIRES_UPDATES", "DENIED"),
        ("CREATED", "DRAFT"),
        ("CLOSED", "DRAFT"),
    ],
)
def test_set_registration_status_holds_it_there(
    sms: Any, simulator: Any, wanted: str, version_status: str
) -> None:
    registration = create(sms, BRAND)

    simulator.set_registration_status(registration, wanted)

    assert [status(sms, registration) for _ in range(2)] == [wanted, wanted]
    assert version(sms, registration)["RegistrationVersionStatus"] == version_status


@pytest.mark.parametrize("wanted", ["PROVISIONING", "COMPLETE"])
def test_one_version_at_most_is_approved(sms: Any, simulator: Any, wanted: str) -> None:
    brand = completed(sms, simulator, BRAND)
    sms.create_registration_version(RegistrationId=brand)

    simulator.set_registration_status(brand, wanted)

    versions = sms.describe_registration_versions(RegistrationId=brand)["RegistrationVersions"]
    assert [each["RegistrationVersionStatus"] for each in versions] == ["ARCHIVED", "APPROVED"]


def test_set_registration_status_deleted_takes_it_away(sms: Any, simulator: Any) -> None:
    registration = create(sms, BRAND)

    simulator.set_registration_status(registration, "DELETED")

    with refused("ResourceNotFoundException", kind="registration", id=registration):
        sms.describe_registrations(RegistrationIds=[registration])


def test_set_registration_status_refuses_an_unknown_word(sms: Any, simulator: Any) -> None:
    with pytest.raises(ValueError, match="'DRAFT' for status is not one of CREATED, SUBMITTED"):
        simulator.set_registration_status(create(sms, BRAND), "DRAFT")


def test_the_next_submission_is_reviewed_again(sms: Any, simulator: Any, submitted: str) -> None:
    simulator.deny_registration(submitted)
    sms.create_registration_version(RegistrationId=submitted)
    fill_in(sms, submitted, FORMS[BRAND])
    sms.submit_registration_version(RegistrationId=submitted)

    assert [status(sms, submitted) for _ in range(2)] == ["REVIEWING", "COMPLETE"]


def test_a_toll_free_number_waits_for_its_registration(
    sms: Any, simulator: Any, toll_free: Any
) -> None:
    number = toll_free()
    registration = create(sms, TOLL_FREE)
    sms.create_registration_association(RegistrationId=registration, ResourceId=number)
    sms.submit_registration_version(RegistrationId=registration)

    def number_status() -> str:
        answer = sms.describe_phone_numbers(PhoneNumberIds=[number])
        return str(answer["PhoneNumbers"][0]["Status"])

    assert number_status() == "PENDING"
    simulator.approve_registration(registration)
    assert number_status() == "ACTIVE"


def test_a_short_code_comes_with_the_approval(sms: Any, simulator: Any) -> None:
    registration = completed(sms, simulator, "US_SHORT_CODE_REGISTRATION")

    (number,) = sms.describe_phone_numbers()["PhoneNumbers"]
    assert (number["NumberType"], number["RegistrationId"]) == ("SHORT_CODE", registration)


def test_a_campaign_needs_its_brand_to_be_complete(sms: Any) -> None:
    brand = create(sms, BRAND)
    campaign = create(sms, CAMPAIGN)

    with refused("ConflictException", "REGISTRATION_NOT_COMPLETE", kind="registration", id=brand):
        sms.create_registration_association(RegistrationId=campaign, ResourceId=brand)
