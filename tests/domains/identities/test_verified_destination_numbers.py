"""Verified destination numbers, and the codes that verify them."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from typing import Any

import pytest
from freezegun import freeze_time

from moto_pinpoint_sms_v2 import Simulator

from ...support import backend, body, pages, refused

ID = "vdn-0123456789abcdef0123456789abcdef"
ARN = f"arn:aws:sms-voice:us-east-1:123456789012:verified-destination-number/{ID}"
KIND = "verified-destination-number"
NUMBER = "+447700900100"

by_id_and_arn = pytest.mark.parametrize("identifier", [ID, ARN], ids=["id", "ARN"])


@pytest.fixture
def entry(sms: Any, simulator: Simulator) -> dict[str, Any]:
    """A number with the id ``ID`` that is still to be verified."""
    simulator.use_id(KIND, ID)
    with freeze_time("2026-01-02 03:04:05.678"):
        return body(sms.create_verified_destination_number(DestinationPhoneNumber=NUMBER))


def described(sms: Any, **arguments: Any) -> list[dict[str, Any]]:
    answer = sms.describe_verified_destination_numbers(**arguments)
    return list(answer["VerifiedDestinationNumbers"])


def send(sms: Any, **arguments: Any) -> dict[str, Any]:
    return body(
        sms.send_destination_number_verification_code(
            **{"VerifiedDestinationNumberId": ID, "VerificationChannel": "TEXT", **arguments}
        )
    )


def verify(sms: Any, code: str, identifier: str = ID) -> dict[str, Any]:
    return body(
        sms.verify_destination_number(VerifiedDestinationNumberId=identifier, VerificationCode=code)
    )


def another(code: str) -> str:
    """A code that is not this one."""
    return "000000" if code != "000000" else "000001"


def test_create_verified_destination_number_answers_the_entry(entry: dict[str, Any]) -> None:
    assert entry == {
        "VerifiedDestinationNumberArn": ARN,
        "VerifiedDestinationNumberId": ID,
        "DestinationPhoneNumber": NUMBER,
        "Status": "PENDING",
        "CreatedTimestamp": datetime(2026, 1, 2, 3, 4, 5, 678000, timezone.utc),
    }


def test_create_verified_destination_number_makes_up_an_id(sms: Any) -> None:
    first, second = (
        sms.create_verified_destination_number(DestinationPhoneNumber=number)[
            "VerifiedDestinationNumberId"
        ]
        for number in (NUMBER, "+447700900101")
    )

    assert first != second
    assert re.fullmatch("vdn-[0-9a-f]{32}", first)


def test_create_verified_destination_number_keeps_tags(sms: Any, simulator: Simulator) -> None:
    simulator.use_id(KIND, ID)
    tags = [{"Key": "team", "Value": "growth"}]

    created = sms.create_verified_destination_number(DestinationPhoneNumber=NUMBER, Tags=tags)

    assert created["Tags"] == tags
    assert sms.list_tags_for_resource(ResourceArn=ARN)["Tags"] == tags


def test_create_verified_destination_number_adds_a_plus(sms: Any) -> None:
    created = sms.create_verified_destination_number(DestinationPhoneNumber=NUMBER[1:])

    assert created["DestinationPhoneNumber"] == NUMBER


@pytest.mark.parametrize("number", [NUMBER, NUMBER[1:]])
def test_create_verified_destination_number_refuses_a_number_twice(
    sms: Any, entry: dict[str, Any], number: str
) -> None:
    with refused("ConflictException", "RESOURCE_ALREADY_EXISTS", kind=KIND, id=ID):
        sms.create_verified_destination_number(DestinationPhoneNumber=number)


@pytest.mark.parametrize(
    "number",
    ["+4477", "+99912345678", "+14254147755", "+14254147167"],
    ids=["too short", "no country", "simulator of success", "simulator of failure"],
)
def test_create_verified_destination_number_refuses_what_nobody_holds(
    sms: Any, number: str
) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["destinationPhoneNumber"]):
        sms.create_verified_destination_number(DestinationPhoneNumber=number)

    assert described(sms) == []


def test_the_same_client_token_makes_one_entry(sms: Any) -> None:
    arguments = {"DestinationPhoneNumber": NUMBER, "ClientToken": "once"}

    first = sms.create_verified_destination_number(**arguments)

    assert body(sms.create_verified_destination_number(**arguments)) == body(first)


def test_an_account_has_ten_verified_destination_numbers(sms: Any) -> None:
    for last in range(10):
        sms.create_verified_destination_number(DestinationPhoneNumber=f"+44770090010{last}")

    with refused("ServiceQuotaExceededException", "VERIFIED_DESTINATION_NUMBERS_PER_ACCOUNT"):
        sms.create_verified_destination_number(DestinationPhoneNumber="+447700900110")


def test_an_agent_has_ten_testers_apart_from_the_numbers_of_the_account(
    sms: Any, limits: Any
) -> None:
    agent, another = (sms.create_rcs_agent()["RcsAgentId"] for _ in range(2))
    numbers = [f"+447700900{last}" for last in range(100, 111)]
    for number in numbers[:10]:
        sms.create_verified_destination_number(DestinationPhoneNumber=number)
        sms.create_verified_destination_number(DestinationPhoneNumber=number, RcsAgentId=agent)

    with refused("ServiceQuotaExceededException", "VERIFIED_DESTINATION_NUMBERS_PER_ACCOUNT"):
        sms.create_verified_destination_number(DestinationPhoneNumber=numbers[10], RcsAgentId=agent)

    used = {each["Name"]: each["Used"] for each in sms.describe_account_limits()["AccountLimits"]}
    assert used["VERIFIED_DESTINATION_NUMBERS"] == 10
    sms.create_verified_destination_number(DestinationPhoneNumber=numbers[10], RcsAgentId=another)
    limits.set("TESTERS_PER_RCS_AGENT", 11)
    sms.create_verified_destination_number(DestinationPhoneNumber=numbers[10], RcsAgentId=agent)


@pytest.mark.parametrize("member", ["RcsAgentId", "RcsAgentArn"])
def test_a_number_can_be_the_tester_of_an_agent(
    sms: Any, entry: dict[str, Any], member: str
) -> None:
    agent = sms.create_rcs_agent()

    tester = sms.create_verified_destination_number(
        DestinationPhoneNumber=NUMBER, RcsAgentId=agent[member]
    )

    assert tester["RcsAgentId"] == agent["RcsAgentId"]
    assert [each.get("RcsAgentId") for each in described(sms)] == [None, agent["RcsAgentId"]]


def test_a_number_is_the_tester_of_an_agent_only_once(sms: Any) -> None:
    agent = sms.create_rcs_agent()["RcsAgentId"]
    tester = sms.create_verified_destination_number(
        DestinationPhoneNumber=NUMBER, RcsAgentId=agent
    )["VerifiedDestinationNumberId"]

    with refused("ConflictException", "RESOURCE_ALREADY_EXISTS", kind=KIND, id=tester):
        sms.create_verified_destination_number(DestinationPhoneNumber=NUMBER, RcsAgentId=agent)


def test_create_verified_destination_number_refuses_an_unknown_agent(sms: Any) -> None:
    with refused("ResourceNotFoundException", kind="rcs-agent", id="rcs-1"):
        sms.create_verified_destination_number(DestinationPhoneNumber=NUMBER, RcsAgentId="rcs-1")


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"VerifiedDestinationNumberIds": [ID]},
        {"VerifiedDestinationNumberIds": [ARN]},
        {"DestinationPhoneNumbers": [NUMBER]},
        {"DestinationPhoneNumbers": [NUMBER[1:]]},
        {"Filters": [{"Name": "status", "Values": ["PENDING"]}]},
        {"VerifiedDestinationNumberIds": [ID], "DestinationPhoneNumbers": [NUMBER]},
    ],
)
def test_describe_verified_destination_numbers_shows_an_entry(
    sms: Any, entry: dict[str, Any], arguments: dict[str, Any]
) -> None:
    assert described(sms, **arguments) == [entry]


def test_describe_verified_destination_numbers_lists_those_wanted(sms: Any) -> None:
    agent = sms.create_rcs_agent()["RcsAgentId"]
    first, second, tester = (
        sms.create_verified_destination_number(DestinationPhoneNumber=number, **more)[
            "VerifiedDestinationNumberId"
        ]
        for number, more in (
            (NUMBER, {}),
            ("+447700900101", {}),
            (NUMBER, {"RcsAgentId": agent}),
        )
    )

    def found(**arguments: Any) -> list[str]:
        return [each["VerifiedDestinationNumberId"] for each in described(sms, **arguments)]

    assert found(VerifiedDestinationNumberIds=[second]) == [second]
    assert found(DestinationPhoneNumbers=[NUMBER]) == [first, tester]
    assert found(Filters=[{"Name": "rcs-agent-id", "Values": [agent]}]) == [tester]
    assert found(Filters=[{"Name": "status", "Values": ["VERIFIED"]}]) == []
    assert found(VerifiedDestinationNumberIds=[second], DestinationPhoneNumbers=[NUMBER]) == []


@pytest.mark.parametrize(
    ("arguments", "id"),
    [
        ({"VerifiedDestinationNumberIds": [ID, "vdn-1"]}, "vdn-1"),
        ({"DestinationPhoneNumbers": [NUMBER, "+447700900199"]}, "+447700900199"),
    ],
)
def test_describe_verified_destination_numbers_refuses_what_is_not_there(
    sms: Any, entry: dict[str, Any], arguments: dict[str, Any], id: str
) -> None:
    with refused("ResourceNotFoundException", kind=KIND, id=id):
        described(sms, **arguments)


def test_describe_verified_destination_numbers_comes_in_pages(sms: Any) -> None:
    numbers = [f"+44770090010{last}" for last in range(5)]
    for number in numbers:
        sms.create_verified_destination_number(DestinationPhoneNumber=number)

    found = [
        [each["DestinationPhoneNumber"] for each in page]
        for page in pages(
            sms.describe_verified_destination_numbers, "VerifiedDestinationNumbers", 2
        )
    ]

    assert found == [numbers[:2], numbers[2:4], numbers[4:]]


@by_id_and_arn
def test_the_code_verifies_the_number(
    sms: Any, simulator: Simulator, entry: dict[str, Any], identifier: str
) -> None:
    send(sms, VerifiedDestinationNumberId=identifier)

    verified = verify(sms, simulator.verification_code(ID), identifier)

    assert verified == {**entry, "Status": "VERIFIED"}
    assert described(sms) == [verified]


def test_sending_a_code_answers_the_id_of_the_message(sms: Any, entry: dict[str, Any]) -> None:
    answer = send(sms)

    assert list(answer) == ["MessageId"]
    assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", answer["MessageId"])


def test_a_code_has_six_digits(sms: Any, simulator: Simulator, entry: dict[str, Any]) -> None:
    send(sms)

    assert re.fullmatch("[0-9]{6}", simulator.verification_code(ID))


def test_only_the_code_last_sent_counts(
    sms: Any, simulator: Simulator, entry: dict[str, Any]
) -> None:
    send(sms)
    first = simulator.verification_code(ID)
    send(sms)
    second = simulator.verification_code(ID)
    assert first != second, "one in a million: run again"

    with refused("ValidationException", "VERIFICATION_CODE_MISMATCH", fields=["verificationCode"]):
        verify(sms, first)
    assert verify(sms, second)["Status"] == "VERIFIED"


def test_a_wrong_code_does_not_verify(
    sms: Any, simulator: Simulator, entry: dict[str, Any]
) -> None:
    send(sms)

    with refused("ValidationException", "VERIFICATION_CODE_MISMATCH", fields=["verificationCode"]):
        verify(sms, another(simulator.verification_code(ID)))

    assert described(sms) == [entry]


def test_no_code_is_right_before_one_was_sent(sms: Any, entry: dict[str, Any]) -> None:
    with refused("ValidationException", "VERIFICATION_CODE_MISMATCH", fields=["verificationCode"]):
        verify(sms, "123456")


def test_a_code_lives_for_fifteen_minutes(
    sms: Any, simulator: Simulator, entry: dict[str, Any]
) -> None:
    with freeze_time("2026-01-02 12:00:00"):
        send(sms)
    code = simulator.verification_code(ID)

    with (
        freeze_time("2026-01-02 12:15:00"),
        refused("ConflictException", "VERIFICATION_CODE_EXPIRED", kind=KIND, id=ID),
    ):
        verify(sms, code)
    with freeze_time("2026-01-02 12:14:59"):
        assert verify(sms, code)["Status"] == "VERIFIED"


def test_a_new_code_replaces_an_expired_one(
    sms: Any, simulator: Simulator, entry: dict[str, Any]
) -> None:
    with freeze_time("2026-01-02 12:00:00"):
        send(sms)

    with freeze_time("2026-01-02 13:00:00"):
        send(sms)
        assert verify(sms, simulator.verification_code(ID))["Status"] == "VERIFIED"


def test_what_is_verified_needs_no_more_codes(
    sms: Any, simulator: Simulator, entry: dict[str, Any]
) -> None:
    send(sms)
    code = simulator.verification_code(ID)
    verify(sms, code)

    for again in (lambda: verify(sms, code), lambda: send(sms)):
        with refused("ConflictException", "VERIFICATION_ALREADY_COMPLETE", kind=KIND, id=ID):
            again()


def test_five_codes_may_be_sent_within_24_hours(sms: Any, entry: dict[str, Any]) -> None:
    for hour in range(5):
        with freeze_time(f"2026-01-02 {hour:02}:30:00"):
            send(sms)

    with (
        freeze_time("2026-01-03 00:29:59"),
        refused("ServiceQuotaExceededException", "VERIFICATION_ATTEMPTS_PER_DAY"),
    ):
        send(sms)
    with freeze_time("2026-01-03 00:30:00"):
        send(sms)
        with refused("ServiceQuotaExceededException", "VERIFICATION_ATTEMPTS_PER_DAY"):
            send(sms)


def test_attempts_are_counted_last(sms: Any, simulator: Simulator, entry: dict[str, Any]) -> None:
    simulator.set_account_limit("VERIFICATION_ATTEMPTS_PER_DAY", 0)

    with refused("ResourceNotFoundException", kind="configuration-set", id="no-such"):
        send(sms, ConfigurationSetName="no-such")


def test_a_refused_attempt_leaves_the_last_code_valid(
    sms: Any, simulator: Simulator, entry: dict[str, Any]
) -> None:
    simulator.set_account_limit("VERIFICATION_ATTEMPTS_PER_DAY", 1)
    send(sms)
    code = simulator.verification_code(ID)

    with refused("ServiceQuotaExceededException", "VERIFICATION_ATTEMPTS_PER_DAY"):
        send(sms)

    assert simulator.verification_code(ID) == code
    assert verify(sms, code)["Status"] == "VERIFIED"


@pytest.mark.parametrize(
    ("arguments", "kind", "id"),
    [
        ({"VerifiedDestinationNumberId": "vdn-1"}, KIND, "vdn-1"),
        ({"ConfigurationSetName": "no-such"}, "configuration-set", "no-such"),
    ],
)
def test_sending_a_code_refuses_what_is_not_there(
    sms: Any,
    simulator: Simulator,
    entry: dict[str, Any],
    arguments: dict[str, Any],
    kind: str,
    id: str,
) -> None:
    with refused("ResourceNotFoundException", kind=kind, id=id):
        send(sms, **arguments)

    with pytest.raises(ValueError, match=r"no code was sent to \+447700900100"):
        simulator.verification_code(ID)


@pytest.mark.parametrize("reason", ["ACCOUNT_DISABLED", "INSUFFICIENT_ACCOUNT_REPUTATION"])
def test_a_disabled_account_sends_no_code(
    sms: Any, simulator: Simulator, entry: dict[str, Any], reason: str
) -> None:
    simulator.disable_account(reason)

    with refused("AccessDeniedException", reason):
        send(sms)


def test_verify_destination_number_refuses_an_unknown_id(sms: Any) -> None:
    with refused("ResourceNotFoundException", kind=KIND, id="vdn-1"):
        verify(sms, "123456", "vdn-1")


def test_only_a_known_number_has_a_code_to_read(sms: Any, simulator: Simulator) -> None:
    with pytest.raises(ValueError, match="there is no verified-destination-number "):
        simulator.verification_code("vdn-1")


@by_id_and_arn
def test_delete_verified_destination_number_answers_what_it_forgets(
    sms: Any, entry: dict[str, Any], identifier: str
) -> None:
    answer = sms.delete_verified_destination_number(VerifiedDestinationNumberId=identifier)

    assert body(answer) == {name: value for name, value in entry.items() if name != "Status"}
    assert described(sms) == []
    with refused("ResourceNotFoundException", kind=KIND, id=ID):
        sms.delete_verified_destination_number(VerifiedDestinationNumberId=ID)


def test_a_number_can_be_added_again_after_its_deletion(sms: Any, entry: dict[str, Any]) -> None:
    sms.delete_verified_destination_number(VerifiedDestinationNumberId=ID)

    created = sms.create_verified_destination_number(DestinationPhoneNumber=NUMBER)

    assert created["Status"] == "PENDING"


def test_verified_destination_numbers_belong_to_one_account_and_region(
    entry: dict[str, Any], stranger: Any
) -> None:
    assert described(stranger) == []
    with refused("ResourceNotFoundException", kind=KIND, id=ARN):
        described(stranger, VerifiedDestinationNumberIds=[ARN])


def test_a_reset_forgets_verified_destination_numbers(sms: Any, entry: dict[str, Any]) -> None:
    backend().reset()

    assert described(sms) == []


@pytest.fixture
def tester(sms: Any) -> str:
    """The id of a handset that is invited to test an agent."""
    entry = sms.create_verified_destination_number(
        DestinationPhoneNumber="+12065550100", RcsAgentId=sms.create_rcs_agent()["RcsAgentId"]
    )
    return str(entry["VerifiedDestinationNumberId"])


def test_a_tester_who_declines_is_no_longer_listed(
    sms: Any, simulator: Simulator, tester: str
) -> None:
    simulator.answer_rcs_invitation(tester, accepted=False)

    assert sms.describe_verified_destination_numbers()["VerifiedDestinationNumbers"] == []


def test_an_invitation_is_answered_once(simulator: Simulator, tester: str) -> None:
    simulator.answer_rcs_invitation(tester)

    with pytest.raises(ValueError, match="VERIFICATION_ALREADY_COMPLETE"):
        simulator.answer_rcs_invitation(tester, accepted=False)


def test_who_tests_no_agent_has_no_invitation(sms: Any, simulator: Simulator) -> None:
    entry = sms.create_verified_destination_number(DestinationPhoneNumber="+12065550100")

    with pytest.raises(ValueError, match="tests no RCS agent"):
        simulator.answer_rcs_invitation(entry["VerifiedDestinationNumberId"])
