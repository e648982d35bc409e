"""Pages and the tokens that open them."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from typing import Any

import boto3
import pytest

from ..support import pages, refused


@pytest.fixture
def lists(sms: Any, limits: Any) -> list[str]:
    """The names of 8 lists, of which the first was there."""
    limits.set("OPT_OUT_LISTS", 200)
    names = [f"list-{number}" for number in range(7)]
    for name in names:
        sms.create_opt_out_list(OptOutListName=name)
    return ["Default", *names]


def names(page: list[dict[str, Any]]) -> list[str]:
    return [each["OptOutListName"] for each in page]


def token(sms: Any, **arguments: Any) -> str:
    """Return the token behind the first two lists."""
    answer = sms.describe_opt_out_lists(MaxResults=2, **arguments)
    found: str = answer["NextToken"]
    return found


@pytest.mark.parametrize("size", [1, 3, 4, 8, 100])
def test_pages_of_any_size_hold_every_row_once_in_order(
    sms: Any, lists: list[str], size: int
) -> None:
    found = pages(sms.describe_opt_out_lists, "OptOutLists", size)

    assert [name for page in found for name in names(page)] == lists
    assert [len(page) for page in found[:-1]] == [size] * (len(found) - 1)
    assert found[-1]


def test_the_last_page_has_no_token(sms: Any, lists: list[str]) -> None:
    assert "NextToken" not in sms.describe_opt_out_lists(MaxResults=len(lists))


def test_a_page_has_a_hundred_rows_unless_the_caller_says_otherwise(sms: Any, limits: Any) -> None:
    limits.set("OPT_OUT_LISTS", 200)
    for number in range(101):
        sms.create_opt_out_list(OptOutListName=f"list-{number}")

    first = sms.describe_opt_out_lists()

    assert len(first["OptOutLists"]) == 100
    assert len(sms.describe_opt_out_lists(NextToken=first["NextToken"])["OptOutLists"]) == 2


def test_boto3_s_paginator_reads_every_page(sms: Any, lists: list[str]) -> None:
    paginator = sms.get_paginator("describe_opt_out_lists")

    found = paginator.paginate(PaginationConfig={"PageSize": 3}).build_full_result()

    assert names(found["OptOutLists"]) == lists


def test_the_size_may_change_from_page_to_page(sms: Any, lists: list[str]) -> None:
    second = sms.describe_opt_out_lists(MaxResults=3, NextToken=token(sms))

    assert names(second["OptOutLists"]) == lists[2:5]


def test_a_token_can_be_used_again(sms: Any, lists: list[str]) -> None:
    opening = token(sms)

    for _ in range(2):
        page = sms.describe_opt_out_lists(MaxResults=2, NextToken=opening)
        assert names(page["OptOutLists"]) == lists[2:4]


def test_rows_that_come_and_go_neither_lose_nor_repeat_others(sms: Any, lists: list[str]) -> None:
    opening = token(sms)
    sms.delete_opt_out_list(OptOutListName=lists[1])
    sms.delete_opt_out_list(OptOutListName=lists[3])
    sms.create_opt_out_list(OptOutListName="late")

    rest = sms.describe_opt_out_lists(NextToken=opening)

    assert names(rest["OptOutLists"]) == [lists[2], *lists[4:], "late"]


def test_the_parameters_may_come_in_another_order(sms: Any, lists: list[str]) -> None:
    about = {"Owner": "SELF", "OptOutListNames": []}
    opening = token(sms, **about)

    rest = sms.describe_opt_out_lists(NextToken=opening, **dict(reversed(about.items())))

    assert names(rest["OptOutLists"]) == lists[2:]


def _other_bytes(opening: str) -> str:
    place = bytearray(urlsafe_b64decode(opening))
    place[7] += 1
    return urlsafe_b64encode(place).decode("ascii")


def _other_spelling(opening: str) -> str:
    """Return other Base64 of the same bytes, if Base64 is read leniently."""
    return opening[:8] + " " + opening[8:]


@pytest.mark.parametrize(
    "forge",
    [
        pytest.param(lambda opening: "forged", id="not Base64"),
        pytest.param(lambda opening: "Zm9yZ2Vk", id="Base64 of something else"),
        pytest.param(lambda opening: "ключ", id="not ASCII"),
        pytest.param(lambda opening: "A" * 1024, id="long"),
        pytest.param(lambda opening: opening + "AAAA", id="longer"),
        pytest.param(lambda opening: opening[:-4], id="shorter"),
        pytest.param(_other_bytes, id="another position"),
        pytest.param(_other_spelling, id="another spelling"),
    ],
)
def test_a_forged_token_is_refused(sms: Any, lists: list[str], forge: Callable[[str], str]) -> None:
    with refused("ValidationException", "INVALID_NEXT_TOKEN", fields=["nextToken"]):
        sms.describe_opt_out_lists(NextToken=forge(token(sms)))


@pytest.mark.parametrize(
    ("operation", "arguments"),
    [
        pytest.param("describe_configuration_sets", {}, id="another operation"),
        pytest.param("describe_opt_out_lists", {"Owner": "SELF"}, id="another filter"),
        pytest.param("describe_opt_out_lists", {"OptOutListNames": ["Default"]}, id="names"),
    ],
)
def test_a_token_of_another_list_is_refused(
    sms: Any, lists: list[str], operation: str, arguments: dict[str, Any]
) -> None:
    with refused("ValidationException", "INVALID_NEXT_TOKEN", fields=["nextToken"]):
        getattr(sms, operation)(NextToken=token(sms), **arguments)


@pytest.mark.parametrize("elsewhere", ["another Region", "another account"])
def test_a_token_of_another_account_or_region_is_refused(
    sms: Any, lists: list[str], elsewhere: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening = token(sms)
    if elsewhere == "another account":
        monkeypatch.setenv("MOTO_ACCOUNT_ID", "210987654321")
    region = "us-east-1" if elsewhere == "another account" else "eu-west-1"
    other = boto3.client("pinpoint-sms-voice-v2", region_name=region)

    with refused("ValidationException", "INVALID_NEXT_TOKEN", fields=["nextToken"]):
        other.describe_opt_out_lists(NextToken=opening)
