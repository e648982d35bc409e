"""The operations, called by another service of AWS."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.exceptions import ServiceError
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.integrations.calls import call

from ..support import backend, body, pages


def test_it_answers_what_a_client_is_answered(sms: Any) -> None:
    created = call(backend(), "CreateConfigurationSet", ConfigurationSetName="news")

    (described,) = sms.describe_configuration_sets()["ConfigurationSets"]
    assert created["ConfigurationSetArn"] == described["ConfigurationSetArn"]
    assert created["CreatedTimestamp"] == described["CreatedTimestamp"].timestamp()


def test_a_list_is_whole(sms: Any, simulator: Any) -> None:
    simulator.set_account_limit("OPT_OUT_LISTS", 200)
    for number in range(101):
        sms.create_opt_out_list(OptOutListName=f"list-{number}")

    answer = call(backend(), "DescribeOptOutLists")

    found = [row["OptOutListName"] for page in _pages(sms) for row in page]
    assert list(answer) == ["OptOutLists"]
    assert [row["OptOutListName"] for row in answer["OptOutLists"]] == found
    assert len(found) == 102


def _pages(sms: Any) -> list[list[dict[str, Any]]]:
    return pages(sms.describe_opt_out_lists, "OptOutLists", size=100)


def test_a_list_comes_with_what_it_is_about(sms: Any, toll_free: Callable[[], str]) -> None:
    number = toll_free()

    answer = call(backend(), "DescribeKeywords", OriginationIdentity=number)

    assert answer == body(sms.describe_keywords(OriginationIdentity=number))


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        pytest.param({"OptOutListName": ""}, "INVALID_PARAMETER", id="by the model"),
        pytest.param({"OptOutListName": "a", "Tags": [{"Key": "aws:", "Value": ""}]},
                     "INVALID_PARAMETER", id="by the service"),
    ],
)  # fmt: skip
def test_it_is_refused_as_a_client_is(sms: Any, members: dict[str, Any], reason: str) -> None:
    with pytest.raises(ServiceError) as refused:
        call(backend(), "CreateOptOutList", **members)

    assert refused.value.reason == reason


def test_an_error_that_waits_for_the_operation_strikes(sms: Any, simulator: Any) -> None:
    simulator.inject_error("DescribePools", "ThrottlingException")

    with pytest.raises(ServiceError) as refused:
        call(backend(), "DescribePools")

    assert refused.value.code == "ThrottlingException"
    assert call(backend(), "DescribePools") == {"Pools": []}


def test_an_operation_that_the_model_lacks_is_said_to_be_missing(sms: Any) -> None:
    with pytest.raises(LookupError, match="no operation Nothing"):
        call(backend(), "Nothing")
