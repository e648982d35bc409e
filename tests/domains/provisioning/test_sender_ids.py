"""Sender IDs: request, describe, update, release."""

from __future__ import annotations

from typing import Any

import boto3
import pytest

from moto_pinpoint_sms_v2 import Simulator

from ...support import backend, body, pages, refused
from .. import registration_forms as forms
from ..number_types import ARN
from ..registrations.test_published_forms import PUBLISHED

BRITISH = {"SenderId": "EXAMPLE", "IsoCountryCode": "GB"}
HELD = {
    "SenderIdArn": ARN + "sender-id/EXAMPLE/GB",
    **BRITISH,
    "MessageTypes": ["TRANSACTIONAL"],
    "MonthlyLeasingPrice": "0.00",
    "Registered": False,
}
LIMITS = {"MessagingLimits": {"RateLimits": {"SMS": 10}}}
"""What a Describe alone tells."""
PROTECTED = {**HELD, "DeletionProtectionEnabled": True}
UNPROTECTED = {**HELD, "DeletionProtectionEnabled": False}


@pytest.fixture
def example(sms: Any) -> dict[str, str]:
    """A British sender ID."""
    sms.request_sender_id(**BRITISH)
    return BRITISH


@pytest.fixture
def registered(sms: Any, simulator: Simulator) -> str:
    """A registration that has made a sender ID in India."""
    registration = forms.create(sms, "IN_SENDER_ID_REGISTRATION")
    forms.fill_in(sms, registration, {"senderIdInfo.senderId": "Indian"})
    simulator.set_registration_status(registration, "COMPLETE")
    return registration


def words(sms: Any, **arguments: Any) -> list[str]:
    """Return the sender IDs that a Describe lists."""
    return [each["SenderId"] for each in sms.describe_sender_ids(**arguments)["SenderIds"]]


# Request


def test_request_sender_id_answers_the_sender_id(sms: Any) -> None:
    assert body(sms.request_sender_id(**BRITISH)) == UNPROTECTED


def test_request_sender_id_answers_what_was_asked(sms: Any) -> None:
    answer = sms.request_sender_id(
        **BRITISH,
        MessageTypes=["PROMOTIONAL", "TRANSACTIONAL"],
        DeletionProtectionEnabled=True,
        Tags=[{"Key": "Name", "Value": "Codes"}],
    )

    assert body(answer) == {
        **PROTECTED,
        "MessageTypes": ["PROMOTIONAL", "TRANSACTIONAL"],
        "Tags": [{"Key": "Name", "Value": "Codes"}],
    }


def test_request_sender_id_keeps_capitals(sms: Any) -> None:
    answer = sms.request_sender_id(SenderId="Example", IsoCountryCode="GB")

    assert body(answer) == UNPROTECTED


@pytest.mark.parametrize("types", [[], ["TRANSACTIONAL", "TRANSACTIONAL"]], ids=["none", "twice"])
def test_request_sender_id_is_transactional_unless_asked_otherwise(
    sms: Any, types: list[str]
) -> None:
    assert sms.request_sender_id(**BRITISH, MessageTypes=types)["MessageTypes"] == ["TRANSACTIONAL"]


@pytest.mark.parametrize("word", ["A", "1A", "A-1", "ELEVENCHARS"])
def test_request_sender_id_takes_letters_digits_and_inner_hyphens(sms: Any, word: str) -> None:
    assert sms.request_sender_id(SenderId=word, IsoCountryCode="GB")["SenderId"] == word


@pytest.mark.parametrize("word", ["12345", "-A", "A-", "A_B", "TWELVELETTER"])
def test_request_sender_id_refuses_other_words(sms: Any, word: str) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["senderId"]):
        sms.request_sender_id(SenderId=word, IsoCountryCode="GB")


def test_a_french_sender_id_has_no_hyphen(sms: Any) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["senderId"]):
        sms.request_sender_id(SenderId="A-1", IsoCountryCode="FR")

    assert sms.request_sender_id(SenderId="A1", IsoCountryCode="FR")["SenderId"] == "A1"


@pytest.mark.parametrize("country", ["US", "CA", "CN", "BR"])
def test_request_sender_id_refuses_a_country_without_sender_ids(sms: Any, country: str) -> None:
    with refused("ValidationException", "SENDER_ID_NOT_SUPPORTED", fields=["isoCountryCode"]):
        sms.request_sender_id(SenderId="EXAMPLE", IsoCountryCode=country)


REGISTERED = [name[:2] for name in PUBLISHED if name.endswith("_SENDER_ID_REGISTRATION")]


@pytest.mark.parametrize("country", [each for each in REGISTERED if each != "GB"])
def test_request_sender_id_refuses_a_country_that_registers(sms: Any, country: str) -> None:
    with refused("ValidationException", "SENDER_ID_REQUIRES_REGISTRATION", fields=["senderId"]):
        sms.request_sender_id(SenderId="EXAMPLE", IsoCountryCode=country)


def test_request_sender_id_refuses_no_country(sms: Any) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["isoCountryCode"]):
        sms.request_sender_id(SenderId="EXAMPLE", IsoCountryCode="ZZ")


def test_request_sender_id_refuses_one_twice(sms: Any, example: dict[str, str]) -> None:
    with refused("ConflictException", "RESOURCE_ALREADY_EXISTS", kind="sender-id", id="EXAMPLE"):
        sms.request_sender_id(SenderId="example", IsoCountryCode="GB")


def test_one_word_in_two_countries_is_two_sender_ids(sms: Any, example: dict[str, str]) -> None:
    answer = sms.request_sender_id(SenderId="EXAMPLE", IsoCountryCode="DE")

    assert answer["SenderIdArn"] == ARN + "sender-id/EXAMPLE/DE"
    assert words(sms) == ["EXAMPLE", "EXAMPLE"]


def test_request_sender_id_stops_at_the_quota(
    sms: Any, limits: Any, example: dict[str, str]
) -> None:
    limits.set("SENDER_IDS", 1)

    with refused("ServiceQuotaExceededException", "SENDER_IDS_PER_ACCOUNT"):
        sms.request_sender_id(SenderId="OTHER", IsoCountryCode="GB")


def test_request_sender_id_refuses_a_registered_one(sms: Any, registered: str) -> None:
    with refused("ConflictException", "RESOURCE_ALREADY_EXISTS", kind="sender-id", id="INDIAN"):
        sms.request_sender_id(SenderId="Indian", IsoCountryCode="IN")


def test_the_same_token_requests_once(sms: Any) -> None:
    sms.request_sender_id(**BRITISH, ClientToken="once")

    assert body(sms.request_sender_id(**BRITISH, ClientToken="once")) == UNPROTECTED


# Describe


def test_describe_sender_ids_lists_nothing_at_first(sms: Any) -> None:
    assert body(sms.describe_sender_ids()) == {"SenderIds": []}


@pytest.mark.parametrize(
    "name", ["EXAMPLE", "example", ARN + "sender-id/EXAMPLE/GB", ARN + "sender-id/example/GB"]
)
def test_describe_sender_ids_by_name_or_arn(sms: Any, example: dict[str, str], name: str) -> None:
    sms.request_sender_id(SenderId="EXAMPLE", IsoCountryCode="DE")

    answer = sms.describe_sender_ids(SenderIds=[{"SenderId": name, "IsoCountryCode": "GB"}])

    assert body(answer) == {"SenderIds": [UNPROTECTED | LIMITS]}


@pytest.mark.parametrize(
    "unknown",
    [
        pytest.param({"SenderId": "OTHER", "IsoCountryCode": "GB"}, id="word"),
        pytest.param({"SenderId": "EXAMPLE", "IsoCountryCode": "DE"}, id="country"),
        pytest.param(
            {
                "SenderId": "arn:aws:sms-voice:us-east-1:210987654321:sender-id/EXAMPLE/GB",
                "IsoCountryCode": "GB",
            },
            id="account",
        ),
    ],
)
def test_describe_sender_ids_refuses_one_unknown_among_known(
    sms: Any, example: dict[str, str], unknown: dict[str, str]
) -> None:
    with refused("ResourceNotFoundException", kind="sender-id", id=unknown["SenderId"]):
        sms.describe_sender_ids(SenderIds=[example, unknown])


def test_describe_sender_ids_refuses_an_arn_of_another_country(
    sms: Any, example: dict[str, str]
) -> None:
    pair = {"SenderId": ARN + "sender-id/EXAMPLE/GB", "IsoCountryCode": "DE"}

    fields = ["senderIds[0].isoCountryCode"]
    with refused("ValidationException", "COUNTRY_CODE_MISMATCH", fields=fields):
        sms.describe_sender_ids(SenderIds=[pair])


def test_describe_sender_ids_in_pages(sms: Any) -> None:
    requested = ["A", "B", "C", "D", "E"]
    for word in requested:
        sms.request_sender_id(SenderId=word, IsoCountryCode="GB")

    read = pages(sms.describe_sender_ids, "SenderIds", 2)

    assert [[each["SenderId"] for each in page] for page in read] == [
        ["A", "B"],
        ["C", "D"],
        ["E"],
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("sender-id", "WANTED"),
        ("sender-id", "wanted"),
        ("iso-country-code", "DE"),
        ("message-type", "PROMOTIONAL"),
        ("deletion-protection-enabled", "true"),
    ],
)
def test_describe_sender_ids_by_filter(
    sms: Any, example: dict[str, str], name: str, value: str
) -> None:
    sms.request_sender_id(
        SenderId="WANTED",
        IsoCountryCode="DE",
        MessageTypes=["PROMOTIONAL"],
        DeletionProtectionEnabled=True,
    )

    assert words(sms, Filters=[{"Name": name, "Values": [value]}]) == ["WANTED"]


def test_describe_sender_ids_by_registered(
    sms: Any, example: dict[str, str], registered: str
) -> None:
    answer = sms.describe_sender_ids(Filters=[{"Name": "registered", "Values": ["true"]}])

    assert body(answer) == {
        "SenderIds": [
            {
                **UNPROTECTED,
                "SenderIdArn": ARN + "sender-id/INDIAN/IN",
                "SenderId": "INDIAN",
                "IsoCountryCode": "IN",
                "Registered": True,
                "RegistrationId": registered,
                **LIMITS,
            }
        ]
    }


@pytest.mark.parametrize("name", ["deletion-protection-enabled", "registered"])
def test_describe_sender_ids_refuses_other_words_than_true_and_false(sms: Any, name: str) -> None:
    with refused("ValidationException", "INVALID_FILTER_VALUES", fields=["filters"]):
        sms.describe_sender_ids(Filters=[{"Name": name, "Values": ["yes"]}])


@pytest.mark.parametrize(("owner", "listed"), [("SELF", ["EXAMPLE"]), ("SHARED", [])])
def test_describe_sender_ids_by_owner(
    sms: Any, example: dict[str, str], owner: str, listed: list[str]
) -> None:
    assert words(sms, Owner=owner) == listed


def test_owner_goes_with_no_sender_ids(sms: Any, example: dict[str, str]) -> None:
    with refused(
        "ValidationException",
        "PARAMETERS_CANNOT_BE_USED_TOGETHER",
        fields=["owner", "senderIds"],
    ):
        sms.describe_sender_ids(Owner="SELF", SenderIds=[example])


# Update


@pytest.mark.parametrize("name", ["Example", ARN + "sender-id/EXAMPLE/GB"], ids=["name", "arn"])
def test_update_sender_id_changes_the_protection(
    sms: Any, example: dict[str, str], name: str
) -> None:
    answer = sms.update_sender_id(
        SenderId=name, IsoCountryCode="GB", DeletionProtectionEnabled=True
    )

    assert body(answer) == PROTECTED
    assert sms.describe_sender_ids()["SenderIds"] == [PROTECTED | LIMITS]


def test_update_sender_id_leaves_what_is_not_given(sms: Any, example: dict[str, str]) -> None:
    sms.update_sender_id(**example, DeletionProtectionEnabled=True)

    assert body(sms.update_sender_id(**example)) == PROTECTED


def test_update_sender_id_refuses_the_unknown(sms: Any) -> None:
    with refused("ResourceNotFoundException", kind="sender-id", id="EXAMPLE"):
        sms.update_sender_id(**BRITISH)


# Release


@pytest.mark.parametrize("name", ["Example", ARN + "sender-id/EXAMPLE/GB"], ids=["name", "arn"])
def test_release_sender_id_answers_it_once_more(
    sms: Any, example: dict[str, str], name: str
) -> None:
    answer = sms.release_sender_id(SenderId=name, IsoCountryCode="GB")

    assert body(answer) == HELD
    assert words(sms) == []


def test_a_released_sender_id_can_be_requested_again(sms: Any, example: dict[str, str]) -> None:
    sms.release_sender_id(**example)

    assert body(sms.request_sender_id(**BRITISH)) == UNPROTECTED


def test_release_sender_id_refuses_the_unknown(sms: Any) -> None:
    with refused("ResourceNotFoundException", kind="sender-id", id="EXAMPLE"):
        sms.release_sender_id(**BRITISH)


def test_release_sender_id_refuses_a_protected_one(sms: Any, example: dict[str, str]) -> None:
    sms.update_sender_id(**example, DeletionProtectionEnabled=True)

    with refused(
        "ConflictException", "DELETION_PROTECTION_ENABLED", kind="sender-id", id="EXAMPLE"
    ):
        sms.release_sender_id(**example)
    assert words(sms) == ["EXAMPLE"]


def test_release_sender_id_refuses_one_in_a_pool(sms: Any, example: dict[str, str]) -> None:
    pool = sms.create_pool(
        OriginationIdentity="EXAMPLE", IsoCountryCode="GB", MessageType="TRANSACTIONAL"
    )["PoolId"]

    with refused(
        "ConflictException", "SENDER_ID_ASSOCIATED_TO_POOL", kind="sender-id", id="EXAMPLE"
    ):
        sms.release_sender_id(**example)

    sms.delete_pool(PoolId=pool)
    assert body(sms.release_sender_id(**example)) == HELD


def test_release_of_a_registered_sender_id_closes_its_registration(
    sms: Any, registered: str
) -> None:
    answer = sms.release_sender_id(SenderId="INDIAN", IsoCountryCode="IN")

    assert answer["RegistrationId"] == registered
    [entry] = sms.describe_registrations(RegistrationIds=[registered])["Registrations"]
    assert entry["RegistrationStatus"] == "CLOSED"


def test_release_sender_id_waits_for_the_review(
    sms: Any, simulator: Simulator, registered: str
) -> None:
    simulator.set_registration_status(registered, "REVIEWING")

    with refused(
        "ConflictException",
        "DISASSOCIATE_REGISTRATION_NOT_ALLOWED",
        kind="registration",
        id=registered,
    ):
        sms.release_sender_id(SenderId="INDIAN", IsoCountryCode="IN")


# Isolation


def test_sender_ids_belong_to_a_region(sms: Any, example: dict[str, str]) -> None:
    assert words(boto3.client("pinpoint-sms-voice-v2", region_name="eu-west-1")) == []


def test_sender_ids_belong_to_an_account(
    sms: Any, example: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTO_ACCOUNT_ID", "210987654321")

    assert words(sms) == []


def test_a_reset_takes_all_sender_ids(sms: Any, example: dict[str, str]) -> None:
    backend().reset()

    assert words(sms) == []
