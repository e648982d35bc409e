"""API rates: what is asked too often."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import boto3
import pytest
from botocore.config import Config
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory

from moto_pinpoint_sms_v2 import Simulator

from ...support import REGION, refused
from ...throttling import impatient_client

OPT_OUT_LIST = "arn:aws:sms-voice:us-east-1:123456789012:opt-out-list/Default"
RATES: dict[str, tuple[int, Callable[[Any, int], object]]] = {
    "DescribePools": (1, lambda sms, each: sms.describe_pools()),
    "CreateOptOutList": (1, lambda sms, each: sms.create_opt_out_list(OptOutListName=f"l{each}")),
    # AWS's table has no row for these two.
    "GetResourcePolicy": (
        1,
        lambda sms, each: sms.get_resource_policy(ResourceArn=OPT_OUT_LIST),
    ),
    "CarrierLookup": (1, lambda sms, each: sms.carrier_lookup(PhoneNumber="+12065550100")),
    "ListTagsForResource": (
        10,
        lambda sms, each: sms.list_tags_for_resource(ResourceArn=OPT_OUT_LIST),
    ),
    "PutOptedOutNumber": (
        10,
        lambda sms, each: sms.put_opted_out_number(
            OptOutListName="Default", OptedOutNumber=f"+120655501{each:02}"
        ),
    ),
    "PutMessageFeedback": (
        20,
        lambda sms, each: sms.put_message_feedback(
            MessageId="message", MessageFeedbackStatus="RECEIVED"
        ),
    ),
}


@pytest.fixture
def clock(simulator: Simulator) -> Iterator[FrozenDateTimeFactory]:
    """A clock that stands, under which rates are enforced."""
    with freeze_time("2026-01-02 12:00:00") as clock:
        assert isinstance(clock, FrozenDateTimeFactory)
        simulator.enforce_rates()
        yield clock


def code(act: Callable[[Any, int], object], sms: Any, each: int) -> str:
    """Return the code of a call's refusal, empty if it is not refused."""
    try:
        act(sms, each)
    except sms.exceptions.ClientError as error:
        return str(error.response["Error"]["Code"])
    return ""


@pytest.mark.parametrize("operation", RATES)
def test_an_operation_answers_so_many_calls_a_second(
    clock: FrozenDateTimeFactory, operation: str
) -> None:
    sms, (rate, act) = impatient_client(), RATES[operation]

    within = [code(act, sms, each) for each in range(rate)]
    beyond = code(act, sms, rate)
    clock.tick(timedelta(seconds=1))
    later = code(act, sms, rate)

    assert "ThrottlingException" not in [*within, later]
    assert beyond == "ThrottlingException"


def test_numbers_are_taken_off_a_list_ten_times_a_second(
    simulator: Simulator, clock: FrozenDateTimeFactory
) -> None:
    sms, numbers = impatient_client(), [f"+120655501{each:02}" for each in range(11)]
    simulator.enforce_rates(False)
    for number in numbers:
        sms.put_opted_out_number(OptOutListName="Default", OptedOutNumber=number)
    simulator.enforce_rates()

    for number in numbers[:10]:
        sms.delete_opted_out_number(OptOutListName="Default", OptedOutNumber=number)
    with refused("ThrottlingException"):
        sms.delete_opted_out_number(OptOutListName="Default", OptedOutNumber=numbers[10])


def test_each_operation_account_and_region_has_a_rate_of_its_own(
    stranger: Any, simulator: Simulator, clock: FrozenDateTimeFactory
) -> None:
    sms = impatient_client()
    sms.describe_pools()

    assert sms.describe_sender_ids()["SenderIds"] == []
    for _ in range(2):
        assert stranger.describe_pools()["Pools"] == []


def test_what_is_refused_has_been_asked_and_what_is_throttled_has_not(
    clock: FrozenDateTimeFactory,
) -> None:
    sms = impatient_client()
    with refused("ResourceNotFoundException", kind="pool", id="pool-1"):
        sms.delete_pool(PoolId="pool-1")
    for _ in range(2):
        with refused("ThrottlingException"):
            sms.delete_pool(PoolId="pool-1")
    clock.tick(timedelta(seconds=1))

    with refused("ResourceNotFoundException", kind="pool", id="pool-1"):
        sms.delete_pool(PoolId="pool-1")


def test_a_throttled_call_changes_nothing(clock: FrozenDateTimeFactory) -> None:
    sms = impatient_client()
    sms.create_opt_out_list(OptOutListName="first")
    with refused("ThrottlingException"):
        sms.create_opt_out_list(OptOutListName="second")

    lists = sms.describe_opt_out_lists()["OptOutLists"]
    assert [each["OptOutListName"] for each in lists] == ["Default", "first"]


@pytest.mark.parametrize("mode", ["legacy", "standard"])
def test_a_client_that_tries_again_is_answered_in_the_end(
    clock: FrozenDateTimeFactory, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    waited: list[float] = []

    def sleep(seconds: float) -> None:
        waited.append(seconds)
        clock.tick(timedelta(seconds=seconds))

    patient = Config(retries={"total_max_attempts": 20, "mode": mode})
    sms = boto3.client("pinpoint-sms-voice-v2", region_name=REGION, config=patient)
    monkeypatch.setattr("botocore.endpoint.time", SimpleNamespace(sleep=sleep))

    for _ in range(3):
        assert sms.describe_pools()["Pools"] == []

    assert sum(waited) >= 2


def test_rates_of_operations_hold_only_where_a_test_wants_them(
    sms: Any, simulator: Simulator
) -> None:
    simulator.enforce_rates()
    simulator.enforce_rates(False)

    for _ in range(3):
        assert sms.describe_pools()["Pools"] == []
