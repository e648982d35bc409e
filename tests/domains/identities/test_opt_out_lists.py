"""Opt-out lists and the numbers on them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from freezegun import freeze_time

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.domains.identities.opt_out_lists import OptOutList

from ...support import backend, body, pages, refused

ARN = "arn:aws:sms-voice:us-east-1:123456789012:opt-out-list/"
NOON = datetime(2026, 1, 2, 12, 0, 0, tzinfo=timezone.utc)
ALICE = "+12065550100"
BOB = "+12065550101"


@pytest.fixture
def news(sms: Any) -> str:
    """The name of an empty list."""
    name: str = sms.create_opt_out_list(OptOutListName="news")["OptOutListName"]
    return name


@freeze_time("2026-01-02 03:04:05.678")
def test_create_opt_out_list_answers_the_list(sms: Any) -> None:
    assert body(sms.create_opt_out_list(OptOutListName="news")) == {
        "OptOutListArn": ARN + "news",
        "OptOutListName": "news",
        "CreatedTimestamp": datetime(2026, 1, 2, 3, 4, 5, 678000, timezone.utc),
    }


def test_create_opt_out_list_answers_the_tags(sms: Any) -> None:
    tags = [{"Key": "team", "Value": "news"}]

    assert sms.create_opt_out_list(OptOutListName="news", Tags=tags)["Tags"] == tags


def test_create_opt_out_list_refuses_a_name_twice(sms: Any, news: str) -> None:
    with refused("ConflictException", "RESOURCE_ALREADY_EXISTS", kind="opt-out-list", id=news):
        sms.create_opt_out_list(OptOutListName=news)


def test_create_opt_out_list_tells_names_apart_by_case(sms: Any, news: str) -> None:
    sms.create_opt_out_list(OptOutListName="News")

    assert _names(sms) == ["Default", news, "News"]


def test_create_opt_out_list_with_its_client_token_again_makes_no_second_list(sms: Any) -> None:
    first = sms.create_opt_out_list(OptOutListName="news", ClientToken="once")

    again = sms.create_opt_out_list(OptOutListName="news", ClientToken="once")

    assert body(again) == body(first)
    assert _names(sms) == ["Default", "news"]


def test_an_account_has_25_opt_out_lists_of_which_one_is_default(sms: Any) -> None:
    for number in range(24):
        sms.create_opt_out_list(OptOutListName=f"list-{number}")

    with refused("ServiceQuotaExceededException", "OPT_OUT_LISTS_PER_ACCOUNT"):
        sms.create_opt_out_list(OptOutListName="one-more")


@pytest.mark.parametrize("name", ["x" * 65, "with space", "with/slash"])
def test_create_opt_out_list_refuses_a_name_of_another_form(sms: Any, name: str) -> None:
    with refused("ValidationException", "INVALID_PARAMETER", fields=["optOutListName"]):
        sms.create_opt_out_list(OptOutListName=name)


@freeze_time(NOON)
def test_describe_opt_out_lists_starts_with_default(sms: Any) -> None:
    assert body(sms.describe_opt_out_lists()) == {
        "OptOutLists": [
            {
                "OptOutListArn": ARN + "Default",
                "OptOutListName": "Default",
                "CreatedTimestamp": NOON,
            }
        ]
    }


@pytest.mark.parametrize("name", ["news", ARN + "news"], ids=["name", "ARN"])
def test_describe_opt_out_lists_finds_a_list_by_name_or_arn(sms: Any, news: str, name: str) -> None:
    assert _names(sms, OptOutListNames=[name]) == [news]


def test_describe_opt_out_lists_refuses_one_unknown_name_among_known_ones(
    sms: Any, news: str
) -> None:
    with refused("ResourceNotFoundException", kind="opt-out-list", id="weather"):
        sms.describe_opt_out_lists(OptOutListNames=[news, "weather"])


@pytest.mark.parametrize(("owner", "names"), [("SELF", ["Default"]), ("SHARED", [])])
def test_describe_opt_out_lists_lists_those_of_an_owner(
    sms: Any, owner: str, names: list[str]
) -> None:
    assert _names(sms, Owner=owner) == names


def test_describe_opt_out_lists_refuses_an_owner_beside_names(sms: Any, news: str) -> None:
    fields = ["owner", "optOutListNames"]

    with refused("ValidationException", "PARAMETERS_CANNOT_BE_USED_TOGETHER", fields=fields):
        sms.describe_opt_out_lists(OptOutListNames=[news], Owner="SELF")


def test_describe_opt_out_lists_comes_in_pages(sms: Any) -> None:
    for number in range(4):
        sms.create_opt_out_list(OptOutListName=f"list-{number}")

    found = pages(sms.describe_opt_out_lists, "OptOutLists", 2)

    assert [[each["OptOutListName"] for each in page] for page in found] == [
        ["Default", "list-0"],
        ["list-1", "list-2"],
        ["list-3"],
    ]


@freeze_time(NOON)
@pytest.mark.parametrize("name", ["news", ARN + "news"], ids=["name", "ARN"])
def test_delete_opt_out_list_answers_the_list_and_forgets_it(sms: Any, name: str) -> None:
    sms.create_opt_out_list(OptOutListName="news")

    assert body(sms.delete_opt_out_list(OptOutListName=name)) == {
        "OptOutListArn": ARN + "news",
        "OptOutListName": "news",
        "CreatedTimestamp": NOON,
    }
    assert _names(sms) == ["Default"]


def test_delete_opt_out_list_takes_its_numbers_with_it(sms: Any, news: str) -> None:
    sms.put_opted_out_number(OptOutListName=news, OptedOutNumber=ALICE)

    sms.delete_opt_out_list(OptOutListName=news)
    sms.create_opt_out_list(OptOutListName=news)

    assert _numbers(sms, news) == []


def test_delete_opt_out_list_refuses_an_unknown_name(sms: Any) -> None:
    with refused("ResourceNotFoundException", kind="opt-out-list", id="weather"):
        sms.delete_opt_out_list(OptOutListName="weather")


def test_delete_opt_out_list_refuses_default(sms: Any) -> None:
    with refused(
        "ConflictException", "RESOURCE_DELETION_NOT_ALLOWED", kind="opt-out-list", id="Default"
    ):
        sms.delete_opt_out_list(OptOutListName="Default")


def _give_to_an_agent(sms: Any, name: str) -> None:
    sms.create_rcs_agent(OptOutListName=name)


def _give_to_a_number(sms: Any, name: str) -> str:
    number = sms.request_phone_number(
        IsoCountryCode="US",
        MessageType="TRANSACTIONAL",
        NumberCapabilities=["SMS"],
        NumberType="SIMULATOR",
        OptOutListName=name,
    )
    return str(number["PhoneNumberId"])


def _give_to_a_pool(sms: Any, name: str) -> None:
    number = _give_to_a_number(sms, "Default")
    pool = sms.create_pool(
        OriginationIdentity=number, IsoCountryCode="US", MessageType="TRANSACTIONAL"
    )
    sms.describe_pools()
    sms.update_pool(PoolId=pool["PoolId"], OptOutListName=name)


@pytest.mark.parametrize("give", [_give_to_an_agent, _give_to_a_number, _give_to_a_pool])
def test_delete_opt_out_list_refuses_a_list_in_use(sms: Any, news: str, give: Any) -> None:
    give(sms, news)

    with refused(
        "ConflictException", "RESOURCE_DELETION_NOT_ALLOWED", kind="opt-out-list", id=news
    ):
        sms.delete_opt_out_list(OptOutListName=news)


def test_delete_opt_out_list_takes_a_list_whose_number_was_just_released(
    sms: Any, news: str
) -> None:
    number = _give_to_a_number(sms, news)
    sms.describe_phone_numbers()
    sms.release_phone_number(PhoneNumberId=number)

    sms.delete_opt_out_list(OptOutListName=news)

    assert _names(sms) == ["Default"]


def test_delete_opt_out_list_takes_a_list_whose_pool_was_just_deleted(sms: Any, news: str) -> None:
    _give_to_a_pool(sms, news)
    sms.delete_pool(PoolId=sms.describe_pools()["Pools"][0]["PoolId"])

    sms.delete_opt_out_list(OptOutListName=news)

    assert _names(sms) == ["Default"]


@freeze_time(NOON)
@pytest.mark.parametrize("name", ["news", ARN + "news"], ids=["name", "ARN"])
def test_put_opted_out_number_answers_the_entry(sms: Any, news: str, name: str) -> None:
    assert body(sms.put_opted_out_number(OptOutListName=name, OptedOutNumber=ALICE)) == {
        "OptOutListArn": ARN + news,
        "OptOutListName": news,
        "OptedOutNumber": ALICE,
        "OptedOutTimestamp": NOON,
        "EndUserOptedOut": False,
    }


def test_put_opted_out_number_writes_numbers_in_e164(sms: Any, news: str) -> None:
    sms.put_opted_out_number(OptOutListName=news, OptedOutNumber=ALICE.removeprefix("+"))

    assert _numbers(sms, news) == [ALICE]


def test_put_opted_out_number_leaves_a_number_that_is_there_as_it_was(sms: Any, news: str) -> None:
    with freeze_time(NOON) as clock:
        first = sms.put_opted_out_number(OptOutListName=news, OptedOutNumber=ALICE)
        clock.tick(60)
        again = sms.put_opted_out_number(OptOutListName=news, OptedOutNumber=ALICE)

    assert body(again) == body(first)
    assert _numbers(sms, news) == [ALICE]


def test_put_opted_out_number_refuses_what_is_no_phone_number(sms: Any, news: str) -> None:
    with refused("ValidationException", "CANNOT_ADD_OPTED_OUT_NUMBER", fields=["optedOutNumber"]):
        sms.put_opted_out_number(OptOutListName=news, OptedOutNumber="+1206555")

    assert _numbers(sms, news) == []


def test_put_opted_out_number_refuses_an_unknown_list(sms: Any) -> None:
    with refused("ResourceNotFoundException", kind="opt-out-list", id="weather"):
        sms.put_opted_out_number(OptOutListName="weather", OptedOutNumber=ALICE)


@freeze_time(NOON)
def test_describe_opted_out_numbers_answers_the_list_and_its_entries(sms: Any, news: str) -> None:
    sms.put_opted_out_number(OptOutListName=news, OptedOutNumber=ALICE)

    assert body(sms.describe_opted_out_numbers(OptOutListName=ARN + news)) == {
        "OptOutListArn": ARN + news,
        "OptOutListName": news,
        "OptedOutNumbers": [
            {"OptedOutNumber": ALICE, "OptedOutTimestamp": NOON, "EndUserOptedOut": False}
        ],
    }


def test_an_opted_out_number_is_on_its_own_list_only(sms: Any, news: str) -> None:
    sms.put_opted_out_number(OptOutListName=news, OptedOutNumber=ALICE)

    assert _numbers(sms, "Default") == []


def test_describe_opted_out_numbers_finds_numbers_in_any_spelling_once(sms: Any, news: str) -> None:
    for number in (ALICE, BOB):
        sms.put_opted_out_number(OptOutListName=news, OptedOutNumber=number)

    named = [BOB, BOB.removeprefix("+")]

    assert _numbers(sms, news, OptedOutNumbers=named) == [BOB]


def test_describe_opted_out_numbers_refuses_a_number_that_is_not_there(sms: Any, news: str) -> None:
    sms.put_opted_out_number(OptOutListName=news, OptedOutNumber=ALICE)

    with refused("ResourceNotFoundException", kind="opted-out-number", id=BOB):
        sms.describe_opted_out_numbers(OptOutListName=news, OptedOutNumbers=[ALICE, BOB])


def test_describe_opted_out_numbers_refuses_an_unknown_list(sms: Any) -> None:
    with refused("ResourceNotFoundException", kind="opt-out-list", id="weather"):
        sms.describe_opted_out_numbers(OptOutListName="weather")


@pytest.mark.parametrize(
    ("values", "numbers"),
    [(["true"], [BOB]), (["false"], [ALICE]), (["true", "false"], [ALICE, BOB])],
    ids=lambda each: "-".join(each),
)
@pytest.mark.parametrize("named", [[], [ALICE, BOB]], ids=["all", "named"])
def test_describe_opted_out_numbers_filters_by_who_opted_out(
    sms: Any, news: str, named: list[str], values: list[str], numbers: list[str]
) -> None:
    sms.put_opted_out_number(OptOutListName=news, OptedOutNumber=ALICE)
    _list(news).add(BOB, by_end_user=True)

    filters = [{"Name": "end-user-opted-out", "Values": values}]

    assert _numbers(sms, news, OptedOutNumbers=named, Filters=filters) == numbers


def test_describe_opted_out_numbers_refuses_a_filter_that_is_neither_true_nor_false(
    sms: Any, news: str
) -> None:
    with refused("ValidationException", "INVALID_FILTER_VALUES", fields=["filters"]):
        _numbers(sms, news, Filters=[{"Name": "end-user-opted-out", "Values": ["maybe"]}])


def test_describe_opted_out_numbers_comes_in_pages(sms: Any, news: str) -> None:
    numbers = [f"+120655501{last:02}" for last in range(5)]
    for number in numbers:
        sms.put_opted_out_number(OptOutListName=news, OptedOutNumber=number)

    found = pages(sms.describe_opted_out_numbers, "OptedOutNumbers", 2, OptOutListName=news)

    assert [[each["OptedOutNumber"] for each in page] for page in found] == [
        numbers[:2],
        numbers[2:4],
        numbers[4:],
    ]


@pytest.mark.parametrize("name", ["news", ARN + "news"], ids=["name", "ARN"])
def test_delete_opted_out_number_answers_the_entry_with_the_time_of_its_removal(
    sms: Any, news: str, name: str
) -> None:
    with freeze_time(NOON) as clock:
        sms.put_opted_out_number(OptOutListName=news, OptedOutNumber=ALICE)
        clock.tick(60)
        answer = sms.delete_opted_out_number(OptOutListName=name, OptedOutNumber=ALICE)

    assert body(answer) == {
        "OptOutListArn": ARN + news,
        "OptOutListName": news,
        "OptedOutNumber": ALICE,
        "OptedOutTimestamp": NOON + timedelta(minutes=1),
        "EndUserOptedOut": False,
    }
    assert _numbers(sms, news) == []


def test_delete_opted_out_number_says_whether_the_end_user_had_opted_out(
    sms: Any, news: str
) -> None:
    _list(news).add(ALICE, by_end_user=True)

    answer = sms.delete_opted_out_number(OptOutListName=news, OptedOutNumber=ALICE)

    assert answer["EndUserOptedOut"] is True


def test_delete_opted_out_number_refuses_a_number_that_is_not_there(sms: Any, news: str) -> None:
    with refused("ResourceNotFoundException", kind="opted-out-number", id=ALICE):
        sms.delete_opted_out_number(OptOutListName=news, OptedOutNumber=ALICE.removeprefix("+"))


def test_delete_opted_out_number_refuses_an_unknown_list(sms: Any) -> None:
    with refused("ResourceNotFoundException", kind="opt-out-list", id="weather"):
        sms.delete_opted_out_number(OptOutListName="weather", OptedOutNumber=ALICE)


def test_delete_opted_out_number_refuses_a_number_within_30_days_of_its_last_removal(
    sms: Any, news: str
) -> None:
    with freeze_time(NOON) as clock:
        _put_and_delete(sms, news)
        clock.tick(timedelta(days=30) - timedelta(milliseconds=1))
        sms.put_opted_out_number(OptOutListName=news, OptedOutNumber=ALICE)

        with refused(
            "ValidationException", "PHONE_NUMBER_CANNOT_BE_OPTED_IN", fields=["optedOutNumber"]
        ):
            sms.delete_opted_out_number(OptOutListName=news, OptedOutNumber=ALICE)

        assert _numbers(sms, news) == [ALICE]


def test_delete_opted_out_number_removes_a_number_again_after_30_days(sms: Any, news: str) -> None:
    with freeze_time(NOON) as clock:
        _put_and_delete(sms, news)
        clock.tick(timedelta(days=30))
        _put_and_delete(sms, news)

        assert _numbers(sms, news) == []


def test_a_refused_removal_does_not_count_as_the_last_one(sms: Any, news: str) -> None:
    with freeze_time(NOON) as clock:
        _put_and_delete(sms, news)
        clock.tick(timedelta(days=29))
        sms.put_opted_out_number(OptOutListName=news, OptedOutNumber=ALICE)
        with refused(
            "ValidationException", "PHONE_NUMBER_CANNOT_BE_OPTED_IN", fields=["optedOutNumber"]
        ):
            sms.delete_opted_out_number(OptOutListName=news, OptedOutNumber=ALICE)
        clock.tick(timedelta(days=1))

        sms.delete_opted_out_number(OptOutListName=news, OptedOutNumber=ALICE)

        assert _numbers(sms, news) == []


def test_removals_count_for_one_number_and_one_list(sms: Any, news: str) -> None:
    _put_and_delete(sms, news)

    _put_and_delete(sms, "Default")
    _put_and_delete(sms, news, BOB)

    assert _numbers(sms, news) == _numbers(sms, "Default") == []


def test_opt_out_lists_belong_to_one_account_and_region(sms: Any, news: str, stranger: Any) -> None:
    sms.put_opted_out_number(OptOutListName="Default", OptedOutNumber=ALICE)

    assert _names(stranger) == ["Default"]
    assert _numbers(stranger, "Default") == []
    with refused("ResourceNotFoundException", kind="opt-out-list", id=ARN + news):
        stranger.describe_opt_out_lists(OptOutListNames=[ARN + news])


def test_a_reset_forgets_lists_and_numbers(sms: Any, news: str) -> None:
    sms.put_opted_out_number(OptOutListName="Default", OptedOutNumber=ALICE)

    backend().reset()

    assert _names(sms) == ["Default"]
    assert _numbers(sms, "Default") == []


def _names(sms: Any, **arguments: Any) -> list[str]:
    lists = sms.describe_opt_out_lists(**arguments)["OptOutLists"]
    return [each["OptOutListName"] for each in lists]


def _numbers(sms: Any, name: str, **arguments: Any) -> list[str]:
    answer = sms.describe_opted_out_numbers(OptOutListName=name, **arguments)
    return [each["OptedOutNumber"] for each in answer["OptedOutNumbers"]]


def _put_and_delete(sms: Any, name: str, number: str = ALICE) -> None:
    sms.put_opted_out_number(OptOutListName=name, OptedOutNumber=number)
    sms.delete_opted_out_number(OptOutListName=name, OptedOutNumber=number)


def _list(name: str) -> Any:
    return backend().store.get(OptOutList, name)
