"""ClientToken: the same call twice has one effect and one answer."""

from __future__ import annotations

import gzip
from typing import Any

import boto3
import pytest
from freezegun import freeze_time

from ..support import body, refused
from .conftest import Post


def names(sms: Any) -> list[str]:
    return [each["OptOutListName"] for each in sms.describe_opt_out_lists()["OptOutLists"]]


def test_a_token_again_gives_the_first_answer_and_does_nothing(sms: Any) -> None:
    with freeze_time("2026-01-02 03:04:05") as clock:
        first = sms.create_opt_out_list(OptOutListName="news", ClientToken="t")
        sms.delete_opt_out_list(OptOutListName="news")
        clock.tick(60)

        again = sms.create_opt_out_list(OptOutListName="news", ClientToken="t")

    assert body(again) == body(first)
    assert names(sms) == ["Default"]


@pytest.mark.parametrize(
    ("seconds", "found"),
    [(8 * 3600 - 1, ["Default"]), (8 * 3600, ["Default", "news"])],
    ids=["just before", "after"],
)
def test_a_token_is_forgotten_after_eight_hours(sms: Any, seconds: int, found: list[str]) -> None:
    with freeze_time("2026-01-02 03:04:05") as clock:
        sms.create_opt_out_list(OptOutListName="news", ClientToken="t")
        sms.delete_opt_out_list(OptOutListName="news")
        clock.tick(seconds)

        sms.create_opt_out_list(OptOutListName="news", ClientToken="t")

    assert names(sms) == found


def test_a_token_counts_from_its_first_use(sms: Any) -> None:
    with freeze_time("2026-01-02 03:04:05") as clock:
        for _ in range(2):
            sms.create_opt_out_list(OptOutListName="news", ClientToken="t")
            clock.tick(5 * 3600)

        with refused(
            "ConflictException", "RESOURCE_ALREADY_EXISTS", kind="opt-out-list", id="news"
        ):
            sms.create_opt_out_list(OptOutListName="news", ClientToken="t")


def test_each_call_without_a_token_is_a_call_of_its_own(sms: Any) -> None:
    sms.create_opt_out_list(OptOutListName="news")

    with refused("ConflictException", "RESOURCE_ALREADY_EXISTS", kind="opt-out-list", id="news"):
        sms.create_opt_out_list(OptOutListName="news")


def test_a_token_with_other_parameters_is_refused(sms: Any) -> None:
    sms.create_opt_out_list(OptOutListName="news", ClientToken="t")

    with refused("ValidationException", "INVALID_PARAMETER", fields=["clientToken"]):
        sms.create_opt_out_list(OptOutListName="offers", ClientToken="t")

    assert names(sms) == ["Default", "news"]


def test_the_order_of_the_parameters_does_not_matter(post: Post) -> None:
    one = post("CreateOptOutList", '{"OptOutListName": "news", "ClientToken": "t"}')
    other = post("CreateOptOutList", '{"ClientToken": "t",  "OptOutListName": "news"}')

    assert (other.status_code, other.json()) == (200, one.json())


def test_a_refusal_is_remembered(sms: Any) -> None:
    sms.create_opt_out_list(OptOutListName="news")
    refusal = ("ConflictException", "RESOURCE_ALREADY_EXISTS")
    with refused(*refusal, kind="opt-out-list", id="news"):
        sms.create_opt_out_list(OptOutListName="news", ClientToken="t")
    sms.delete_opt_out_list(OptOutListName="news")

    with refused(*refusal, kind="opt-out-list", id="news"):
        sms.create_opt_out_list(OptOutListName="news", ClientToken="t")


def test_a_call_that_breaks_its_shape_uses_up_no_token(sms: Any) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["optOutListName"]):
        sms.create_opt_out_list(OptOutListName="my news", ClientToken="t")

    sms.create_opt_out_list(OptOutListName="news", ClientToken="t")

    assert names(sms) == ["Default", "news"]


def test_a_token_belongs_to_one_operation(sms: Any) -> None:
    sms.create_opt_out_list(OptOutListName="news", ClientToken="t")

    answer = sms.create_configuration_set(ConfigurationSetName="news", ClientToken="t")

    assert answer["ConfigurationSetName"] == "news"


@pytest.mark.parametrize("elsewhere", ["another Region", "another account"])
def test_a_token_belongs_to_one_account_and_region(
    sms: Any, elsewhere: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sms.create_opt_out_list(OptOutListName="news", ClientToken="t")
    if elsewhere == "another account":
        monkeypatch.setenv("MOTO_ACCOUNT_ID", "210987654321")
    region = "us-east-1" if elsewhere == "another account" else "eu-west-1"
    other = boto3.client("pinpoint-sms-voice-v2", region_name=region)

    other.create_opt_out_list(OptOutListName="offers", ClientToken="t")

    assert names(other) == ["Default", "offers"]


def test_a_body_may_be_compressed_otherwise_the_second_time(post: Post) -> None:
    call = b'{"OptOutListName": "news", "ClientToken": "t"}'
    packed = [gzip.compress(call, mtime=time) for time in (1, 2)]

    answers = [post("CreateOptOutList", each, Content_Encoding="gzip") for each in packed]

    assert answers[1].json() == answers[0].json()
