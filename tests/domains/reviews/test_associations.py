"""Associations: which resource a registration takes, and when."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ...support import body, pages, refused
from ..registration_forms import BRAND, CAMPAIGN, TEST_RCS, TOLL_FREE, completed, create, status

ARNS = "arn:aws:sms-voice:us-east-1:123456789012:"


@pytest.fixture
def brand(sms: Any, simulator: Any) -> str:
    """A brand that is COMPLETE."""
    return completed(sms, simulator, BRAND)


@pytest.fixture
def campaign(sms: Any, simulator: Any) -> str:
    """A campaign that is COMPLETE."""
    return completed(sms, simulator, CAMPAIGN)


@pytest.fixture
def ten_dlc(sms: Any) -> Callable[[str], str]:
    """Request a 10DLC number for a campaign, and return its id."""

    def request(campaign: str) -> str:
        answer = sms.request_phone_number(
            IsoCountryCode="US",
            MessageType="TRANSACTIONAL",
            NumberCapabilities=["SMS"],
            NumberType="TEN_DLC",
            RegistrationId=campaign,
        )
        return str(answer["PhoneNumberId"])

    return request


def associate(sms: Any, registration: str, resource: str) -> dict[str, Any]:
    """Associate, and return the answer."""
    return body(
        sms.create_registration_association(RegistrationId=registration, ResourceId=resource)
    )


def test_a_campaign_stands_on_its_brand(sms: Any, brand: str) -> None:
    campaign = create(sms, CAMPAIGN)

    assert associate(sms, campaign, brand) == {
        "RegistrationArn": f"{ARNS}registration/{campaign}",
        "RegistrationId": campaign,
        "RegistrationType": CAMPAIGN,
        "ResourceArn": f"{ARNS}registration/{brand}",
        "ResourceId": brand,
        "ResourceType": BRAND,
    }


def test_a_toll_free_registration_takes_its_number_before_it_is_submitted(
    sms: Any, toll_free: Callable[[], str]
) -> None:
    number = toll_free()
    (described,) = sms.describe_phone_numbers()["PhoneNumbers"]
    registration = create(sms, TOLL_FREE)

    answer = associate(sms, registration, number)

    assert answer == {
        "RegistrationArn": f"{ARNS}registration/{registration}",
        "RegistrationId": registration,
        "RegistrationType": TOLL_FREE,
        "ResourceArn": described["PhoneNumberArn"],
        "ResourceId": number,
        "ResourceType": "TOLL_FREE",
        "IsoCountryCode": "US",
        "PhoneNumber": described["PhoneNumber"],
    }
    (described,) = sms.describe_phone_numbers()["PhoneNumbers"]
    assert described["RegistrationId"] == registration


def test_an_association_is_made_by_arns_too(sms: Any, brand: str) -> None:
    campaign = create(sms, CAMPAIGN)

    answer = associate(sms, f"{ARNS}registration/{campaign}", f"{ARNS}registration/{brand}")

    assert (answer["RegistrationId"], answer["ResourceId"]) == (campaign, brand)


def test_a_number_requested_for_a_campaign_is_associated(
    sms: Any, campaign: str, ten_dlc: Callable[[str], str]
) -> None:
    number = ten_dlc(campaign)

    answer = sms.list_registration_associations(RegistrationId=campaign)

    (described,) = sms.describe_phone_numbers()["PhoneNumbers"]
    assert body(answer) == {
        "RegistrationArn": f"{ARNS}registration/{campaign}",
        "RegistrationId": campaign,
        "RegistrationType": CAMPAIGN,
        "RegistrationAssociations": [
            {
                "ResourceArn": f"{ARNS}phone-number/{number}",
                "ResourceId": number,
                "ResourceType": "TEN_DLC",
                "IsoCountryCode": "US",
                "PhoneNumber": described["PhoneNumber"],
            }
        ],
    }


def test_the_same_pair_is_refused_twice(sms: Any, toll_free: Callable[[], str]) -> None:
    number, registration = toll_free(), create(sms, TOLL_FREE)
    associate(sms, registration, number)

    with refused(
        "ConflictException", "RESOURCE_ALREADY_ASSOCIATED", kind="phone-number", id=number
    ):
        associate(sms, registration, number)


def test_a_number_belongs_to_one_registration(sms: Any, toll_free: Callable[[], str]) -> None:
    number = toll_free()
    associate(sms, create(sms, TOLL_FREE), number)

    with refused(
        "ConflictException",
        "PHONE_NUMBER_ASSOCIATED_TO_REGISTRATION",
        kind="phone-number",
        id=number,
    ):
        associate(sms, create(sms, TOLL_FREE), number)


def test_an_rcs_agent_has_one_registration_of_a_type(sms: Any) -> None:
    agent = sms.create_rcs_agent()["RcsAgentId"]
    associate(sms, create(sms, TEST_RCS), agent)

    with refused(
        "ConflictException",
        "RCS_AGENT_ALREADY_ASSOCIATED_TO_REGISTRATION_TYPE",
        kind="rcs-agent",
        id=agent,
    ):
        associate(sms, create(sms, TEST_RCS), agent)

    associate(sms, create(sms, "US_RCS_LAUNCH_REGISTRATION"), agent)


@pytest.mark.parametrize(
    ("registration_type", "resource_type"),
    [(BRAND, BRAND), (CAMPAIGN, "TOLL_FREE"), (TOLL_FREE, BRAND), (TEST_RCS, "TOLL_FREE")],
)
def test_a_registration_refuses_what_its_type_does_not_take(
    sms: Any,
    brand: str,
    toll_free: Callable[[], str],
    registration_type: str,
    resource_type: str,
) -> None:
    registration = create(sms, registration_type)
    resource = brand if resource_type == BRAND else toll_free()

    with refused("ValidationException", "INVALID_REGISTRATION_ASSOCIATION", fields=["resourceId"]):
        associate(sms, registration, resource)


def test_a_sender_id_is_associated_by_its_approval_alone(sms: Any) -> None:
    sender = sms.request_sender_id(SenderId="EXAMPLE", IsoCountryCode="GB")["SenderIdArn"]

    with refused("ValidationException", "INVALID_REGISTRATION_ASSOCIATION", fields=["resourceId"]):
        associate(sms, create(sms, "GB_SENDER_ID_REGISTRATION"), sender)


def test_a_number_of_another_country_is_refused(sms: Any, simulator: Any) -> None:
    given = simulator.add_phone_number(iso_country_code="GB", number_type="LONG_CODE")
    number = given["PhoneNumberId"]

    with refused("ValidationException", "INVALID_REGISTRATION_ASSOCIATION", fields=["resourceId"]):
        associate(sms, completed(sms, simulator, "DE_LONG_CODE_REGISTRATION"), number)

    associate(sms, completed(sms, simulator, "GB_LONG_CODE_REGISTRATION"), number)


@pytest.mark.parametrize("before", ["CREATED", "REVIEWING", "REQUIRES_UPDATES"])
def test_a_long_code_waits_for_the_registration_to_be_complete(
    sms: Any, simulator: Any, before: str
) -> None:
    registration = create(sms, "GB_LONG_CODE_REGISTRATION")
    simulator.set_registration_status(registration, before)
    given = simulator.add_phone_number(iso_country_code="GB", number_type="LONG_CODE")
    number = given["PhoneNumberId"]

    with refused(
        "ConflictException", "REGISTRATION_NOT_COMPLETE", kind="registration", id=registration
    ):
        associate(sms, registration, number)


@pytest.mark.parametrize("before", ["SUBMITTED", "REVIEWING", "COMPLETE", "REQUIRES_UPDATES"])
def test_a_toll_free_number_comes_before_the_submission(
    sms: Any, simulator: Any, toll_free: Callable[[], str], before: str
) -> None:
    registration = create(sms, TOLL_FREE)
    simulator.set_registration_status(registration, before)

    with refused(
        "ConflictException", "REGISTRATION_ALREADY_SUBMITTED", kind="registration", id=registration
    ):
        associate(sms, registration, toll_free())


@pytest.mark.parametrize(
    ("resource", "kind"),
    [
        ("phone-" + "0" * 32, "phone-number"),
        ("rcs-" + "0" * 32, "rcs-agent"),
        ("registration-" + "0" * 32, "registration"),
        (f"{ARNS}sender-id/EXAMPLE/GB", "sender-id"),
        (f"{ARNS}rcs-agent/rcs-{'0' * 32}", "rcs-agent"),
        ("nonsense", "phone-number"),
    ],
)
def test_an_unknown_resource_is_not_found(sms: Any, resource: str, kind: str) -> None:
    with refused("ResourceNotFoundException", kind=kind, id=resource):
        associate(sms, create(sms, CAMPAIGN), resource)


def test_a_number_of_another_region_is_refused(sms: Any) -> None:
    arn = "arn:aws:sms-voice:us-west-2:123456789012:phone-number/phone-" + "0" * 32

    with refused(
        "ConflictException", "PHONE_NUMBER_NOT_IN_REGISTRATION_REGION", kind="phone-number", id=arn
    ):
        associate(sms, create(sms, TOLL_FREE), arn)


@pytest.mark.parametrize("operation", ["create", "list"])
def test_an_unknown_registration_is_not_found(sms: Any, brand: str, operation: str) -> None:
    unknown = "registration-" + "0" * 32

    with refused("ResourceNotFoundException", kind="registration", id=unknown):
        if operation == "create":
            associate(sms, unknown, brand)
        else:
            sms.list_registration_associations(RegistrationId=unknown)


@pytest.mark.parametrize(
    ("limit", "reason"),
    [
        ("PHONE_NUMBERS_PER_REGISTRATION", "PHONE_NUMBERS_PER_REGISTRATION"),
        ("ASSOCIATIONS_PER_REGISTRATION", "ASSOCIATIONS_PER_REGISTRATION"),
    ],
)
def test_a_campaign_takes_so_many_numbers(
    sms: Any,
    simulator: Any,
    campaign: str,
    ten_dlc: Callable[[str], str],
    limit: str,
    reason: str,
) -> None:
    simulator.set_account_limit(limit, 2)
    for _ in range(2):
        ten_dlc(campaign)

    with refused("ServiceQuotaExceededException", reason):
        ten_dlc(campaign)
    assert len(sms.describe_phone_numbers()["PhoneNumbers"]) == 2


def test_list_registration_associations_pages(
    sms: Any, campaign: str, ten_dlc: Callable[[str], str]
) -> None:
    numbers = [ten_dlc(campaign) for _ in range(5)]

    found = pages(
        sms.list_registration_associations,
        "RegistrationAssociations",
        2,
        RegistrationId=campaign,
    )

    assert [len(page) for page in found] == [2, 2, 1]
    assert [each["ResourceId"] for page in found for each in page] == numbers


@pytest.mark.parametrize(
    ("name", "value", "count"),
    [
        ("resource-type", "TEN_DLC", 2),
        ("resource-type", BRAND, 1),
        ("resource-type", "TOLL_FREE", 0),
        ("iso-country-code", "US", 2),
        ("iso-country-code", "GB", 0),
    ],
)
def test_list_registration_associations_filters(
    sms: Any,
    simulator: Any,
    brand: str,
    ten_dlc: Callable[[str], str],
    name: str,
    value: str,
    count: int,
) -> None:
    campaign = create(sms, CAMPAIGN)
    associate(sms, campaign, brand)
    simulator.set_registration_status(campaign, "COMPLETE")
    for _ in range(2):
        ten_dlc(campaign)

    answer = sms.list_registration_associations(
        RegistrationId=campaign, Filters=[{"Name": name, "Values": [value]}]
    )

    assert len(answer["RegistrationAssociations"]) == count


@pytest.mark.parametrize("before", ["SUBMITTED", "REVIEWING", "REQUIRES_AUTHENTICATION"])
def test_a_number_under_review_cannot_be_released(
    sms: Any, simulator: Any, toll_free: Callable[[], str], before: str
) -> None:
    number, registration = toll_free(), create(sms, TOLL_FREE)
    associate(sms, registration, number)
    simulator.set_registration_status(registration, before)

    with refused(
        "ConflictException",
        "DISASSOCIATE_REGISTRATION_NOT_ALLOWED",
        kind="registration",
        id=registration,
    ):
        sms.release_phone_number(PhoneNumberId=number)


def test_the_release_of_its_last_number_closes_a_toll_free_registration(
    sms: Any, simulator: Any, toll_free: Callable[[], str]
) -> None:
    numbers, registration = [toll_free(), toll_free()], create(sms, TOLL_FREE)
    for number in numbers:
        associate(sms, registration, number)
    simulator.set_registration_status(registration, "COMPLETE")

    sms.release_phone_number(PhoneNumberId=numbers[0])
    assert status(sms, registration) == "COMPLETE"
    sms.release_phone_number(PhoneNumberId=numbers[1])
    assert status(sms, registration) == "CLOSED"

    sms.delete_registration(RegistrationId=registration)


def test_the_release_of_its_numbers_lets_a_campaign_be_deleted(
    sms: Any, campaign: str, ten_dlc: Callable[[str], str]
) -> None:
    number = ten_dlc(campaign)

    with refused("ConflictException", "RESOURCE_NOT_EMPTY", kind="registration", id=campaign):
        sms.delete_registration(RegistrationId=campaign)
    sms.release_phone_number(PhoneNumberId=number)

    assert status(sms, campaign) == "COMPLETE"
    sms.delete_registration(RegistrationId=campaign)


def test_a_closed_registration_takes_no_number(
    sms: Any, simulator: Any, toll_free: Callable[[], str]
) -> None:
    registration = create(sms, TOLL_FREE)
    simulator.set_registration_status(registration, "CLOSED")

    with refused(
        "ConflictException",
        "REGISTRATION_ALREADY_SUBMITTED",
        kind="registration",
        id=registration,
    ):
        associate(sms, registration, toll_free())


def test_a_deletion_frees_the_numbers_if_the_type_says_so(
    sms: Any, simulator: Any, toll_free: Callable[[], str]
) -> None:
    (definition,) = sms.describe_registration_type_definitions(RegistrationTypes=[TOLL_FREE])[
        "RegistrationTypeDefinitions"
    ]
    definition["SupportedAssociations"][0]["DisassociationBehavior"] = (
        "DELETE_REGISTRATION_DISASSOCIATES"
    )
    simulator.load_registration_definitions({"RegistrationTypeDefinitions": [definition]})
    number, registration = toll_free(), create(sms, TOLL_FREE)
    associate(sms, registration, number)

    sms.delete_registration(RegistrationId=registration)

    assert "RegistrationId" not in sms.describe_phone_numbers()["PhoneNumbers"][0]
    associate(sms, create(sms, TOLL_FREE), number)


def test_nothing_stays_associated_with_what_the_reviewer_deleted(
    sms: Any, simulator: Any, brand: str, toll_free: Callable[[], str]
) -> None:
    registration, campaign = create(sms, TOLL_FREE), create(sms, CAMPAIGN)
    associate(sms, registration, toll_free())
    associate(sms, campaign, brand)

    for each in (registration, brand):
        simulator.set_registration_status(each, "DELETED")

    assert "RegistrationId" not in sms.describe_phone_numbers()["PhoneNumbers"][0]
    left = sms.list_registration_associations(RegistrationId=campaign)
    assert left["RegistrationAssociations"] == []
