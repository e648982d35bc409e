"""What the client lets through at each level, and the probes as data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import boto3
import pytest

from moto_pinpoint_sms_v2.account.clients import NotAllowed, restrict
from moto_pinpoint_sms_v2.compare.levels import MARK, REMOVALS, Permit
from moto_pinpoint_sms_v2.compare.probes import NOT_ASKED, probes
from moto_pinpoint_sms_v2.compare.rows import table_rows

from ..support import REGION

COSTLY = re.compile(
    "RequestPhoneNumber|CarrierLookup|Submit.*|Send(?!(Text|Voice|Media)Message$).*"
    "|.*SpendLimitOverride|.*AccountDefault.*|Release(?!SenderId).*|VerifyDestinationNumber"
    "|PutMessageFeedback|DeleteKeyword|DeleteResourcePolicy"
)
LIST = {"OptOutListName": "settle-1", "Tags": [MARK]}

STOPPED: dict[str, tuple[int, str, Mapping[str, Any]]] = {
    "a creation at level 0": (0, "CreateOptOutList", LIST),
    "a free object at level 1": (1, "CreateProtectConfiguration", {"Tags": [MARK]}),
    "a send that is no dry run": (2, "SendTextMessage", {"DestinationPhoneNumber": "+14255550199"}),
    "a dry run that is none": (
        2,
        "SendTextMessage",
        {"DestinationPhoneNumber": "+14255550199", "DryRun": False},
    ),
    "a lease": (
        2,
        "RequestPhoneNumber",
        {
            "IsoCountryCode": "US",
            "MessageType": "TRANSACTIONAL",
            "NumberCapabilities": ["SMS"],
            "NumberType": "SIMULATOR",
        },
    ),
    "what is not marked": (2, "CreateOptOutList", {"OptOutListName": "settle-1"}),
    "a deletion of what was there": (2, "DeleteOptOutList", {"OptOutListName": "Default"}),
    "a change to what was there": (
        2,
        "PutOptedOutNumber",
        {"OptOutListName": "Default", "OptedOutNumber": "+14255550199"},
    ),
    "a pool of what was there": (
        2,
        "CreatePool",
        {"OriginationIdentity": "phone-1", "MessageType": "TRANSACTIONAL", "Tags": [MARK]},
    ),
    "a real handset": (
        2,
        "CreateVerifiedDestinationNumber",
        {"DestinationPhoneNumber": "+14254147755", "Tags": [MARK]},
    ),
    "the account's own settings": (2, "SetTextMessageSpendLimitOverride", {"MonthlyLimit": 1}),
}


@pytest.mark.parametrize(("level", "operation", "members"), STOPPED.values(), ids=STOPPED)
def test_a_call_outside_the_level_does_not_leave(
    level: int, operation: str, members: Mapping[str, Any], sms: Any
) -> None:
    bound = boto3.client("pinpoint-sms-voice-v2", region_name=REGION)
    restrict(bound, Permit(level).allows)
    call = next(
        name for name, each in bound.meta.method_to_api_mapping.items() if each == operation
    )

    with pytest.raises(NotAllowed, match=f"^{operation} is not among the calls"):
        getattr(bound, call)(**members)

    assert len(sms.describe_opt_out_lists()["OptOutLists"]) == 1


def test_what_a_run_made_it_may_change_and_remove() -> None:
    permit = Permit(2)
    members = {"OptOutListName": "settle-1", "OptedOutNumber": "+14255550199"}
    assert not permit.allows("PutOptedOutNumber", members)

    permit.own.add("settle-1")

    assert permit.allows("PutOptedOutNumber", members)
    assert permit.allows("DeleteOptOutList", {"OptOutListName": "settle-1"})


@pytest.mark.parametrize("level", [0, 1, 2])
def test_nothing_on_a_list_costs_money_or_is_for_good(level: int) -> None:
    assert [each for each in Permit(level).operations if COSTLY.fullmatch(each)] == []


def test_every_creation_is_removed_and_told_apart_by_its_tag(sms: Any) -> None:
    operations = set(sms.meta.method_to_api_mapping.values())
    tagged = {
        each
        for each in operations
        if "Tags" in (sms.meta.service_model.operation_model(each).input_shape.members)
        and each.startswith(("Create", "Request"))
    }

    assert REMOVALS.keys() == tagged - {"RequestPhoneNumber"}
    assert {each.operation for each in REMOVALS.values()} <= operations


def test_every_probe_settles_a_row_of_the_table_and_each_row_once() -> None:
    rows = [probe.row for probe in probes()] + list(NOT_ASKED)

    assert set(rows) <= set(table_rows())
    assert len(set(rows)) == len(rows)


def test_every_probe_looks_at_something_within_its_level() -> None:
    for probe in probes():
        assert any(step.looks is not None for step in probe.steps), probe.row
        others = {
            step.call
            for step in probe.steps
            if not step.call.startswith(("Describe", "Get", "List"))
        }
        assert others <= set(Permit(probe.level).operations), probe.row
        assert probe.level == 0 or others & set(REMOVALS), probe.row
