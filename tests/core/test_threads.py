"""Many callers at once: one call is one step."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from time import sleep
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError
from moto.core.base_backend import backend_lock

from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.domains.messages import event_delivery

from ..domains.neighbours import CONSUMER, OWNER, client_of, share, simulator_of, statement
from ..domains.senders import british_number
from ..support import backend, pages

THREADS = 8
CALLS = 25
AREAS = (201, 202, 203, 205, 206, 207, 208, 209)
"""In the US, one for each thread."""


@pytest.fixture(autouse=True)
def _hasty_threads() -> Iterator[None]:
    """Let the interpreter switch threads far more often, so that a race is lost."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(interval)


def in_threads(act: Callable[[int], object]) -> list[Any]:
    """Return what ``act`` returns in each thread, or raise what one raised."""
    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(act, range(THREADS)))


def outcome(sms: Any, name: str) -> str:
    """Create a list, and return the reason if that is refused."""
    try:
        sms.create_opt_out_list(OptOutListName=name)
    except ClientError as refusal:
        return str(refusal.response["Reason"])
    return "created"


def test_no_creation_is_lost(sms: Any, limits: Any) -> None:
    limits.set("OPT_OUT_LISTS", THREADS * CALLS + 1)

    def create(thread: int) -> None:
        for call in range(CALLS):
            sms.create_opt_out_list(OptOutListName=f"list-{thread}-{call}")

    in_threads(create)

    found = pages(sms.describe_opt_out_lists, "OptOutLists", 100)
    names = {each["OptOutListName"] for page in found for each in page}
    assert names == {
        "Default",
        *(f"list-{thread}-{call}" for thread in range(THREADS) for call in range(CALLS)),
    }


def test_a_quota_is_never_passed(sms: Any, limits: Any) -> None:
    limits.set("OPT_OUT_LISTS", 31)

    def create(thread: int) -> Counter[str]:
        return Counter(outcome(sms, f"list-{thread}-{call}") for call in range(CALLS))

    assert sum(in_threads(create), Counter()) == {
        "created": 30,
        "OPT_OUT_LISTS_PER_ACCOUNT": THREADS * CALLS - 30,
    }


def test_one_of_many_creates_the_name_that_all_want(sms: Any) -> None:
    outcomes = in_threads(lambda thread: outcome(sms, "news"))

    assert Counter(outcomes) == {"created": 1, "RESOURCE_ALREADY_EXISTS": THREADS - 1}


def test_a_token_has_one_effect_whoever_uses_it(sms: Any) -> None:
    def create(thread: int) -> Any:
        answer = sms.create_opt_out_list(OptOutListName="news", ClientToken="t")
        return answer["CreatedTimestamp"]

    assert len(set(in_threads(create))) == 1


def test_reading_goes_on_while_others_write(sms: Any, limits: Any) -> None:
    limits.set("OPT_OUT_LISTS", THREADS * CALLS + 1)

    def create_and_read(thread: int) -> None:
        for call in range(CALLS):
            name = f"list-{thread}-{call}"
            sms.create_opt_out_list(OptOutListName=name)
            found = sms.describe_opt_out_lists(OptOutListNames=[name])
            assert [each["OptOutListName"] for each in found["OptOutLists"]] == [name]
            if call % 2:
                sms.delete_opt_out_list(OptOutListName=name)

    in_threads(create_and_read)

    found = pages(sms.describe_opt_out_lists, "OptOutLists", 100)
    assert sum(len(page) for page in found) == 1 + THREADS * (CALLS - CALLS // 2)


def test_a_reset_comes_between_two_calls(sms: Any) -> None:
    other_side = backend()
    busy = set(range(1, THREADS))

    def act(thread: int) -> None:
        while not thread and busy:
            other_side.reset()
        try:
            for call in range(CALLS):
                outcome(sms, f"list-{thread}-{call}")
        finally:
            busy.discard(thread)

    in_threads(act)

    other_side.reset()
    assert len(sms.describe_opt_out_lists()["OptOutLists"]) == 1


def test_a_call_returns_after_its_own_events_have_left(
    sms: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = british_number(sms)
    left: list[str] = []

    def put(account: str, region: str, record: Any) -> None:
        sleep(0.001)  # so that another thread comes in between
        left.append(record["messageId"])

    monkeypatch.setattr(event_delivery, "is_heard", lambda account, region: True)
    monkeypatch.setattr(event_delivery, "_put_event", put)

    def send(thread: int) -> list[int]:
        sent = (
            sms.send_text_message(
                DestinationPhoneNumber="+447700900123",
                OriginationIdentity=number,
                MessageBody="Hi.",
            )["MessageId"]
            for _ in range(CALLS)
        )
        return [left.count(message_id) for message_id in sent]

    assert in_threads(send) == [[2] * CALLS] * THREADS


def test_two_accounts_that_use_each_others_never_wait_for_each_other(sms: Any) -> None:
    accounts = {OWNER: sms, CONSUMER: client_of(CONSUMER)}
    numbers, lists = {}, {}
    for account_id, client in accounts.items():
        given = simulator_of(account_id).add_phone_number(
            iso_country_code="US", number_type="TEN_DLC"
        )
        opened = client.create_opt_out_list(OptOutListName="news")
        everybody = statement(Principal="*")
        numbers[account_id] = share(client, given["PhoneNumberArn"], everybody)
        lists[account_id] = share(client, opened["OptOutListArn"], everybody)

    def act(thread: int) -> None:
        mine, theirs = (OWNER, CONSUMER) if thread % 2 else (CONSUMER, OWNER)
        client = accounts[mine]
        for call in range(CALLS):
            handset = f"+1{AREAS[thread]}5550{100 + call}"
            client.send_text_message(
                DestinationPhoneNumber=handset,
                OriginationIdentity=numbers[theirs],
                MessageBody="Hello",
            )
            client.put_opted_out_number(OptOutListName=lists[theirs], OptedOutNumber=handset)
            client.describe_phone_numbers(Owner="SHARED")

    in_threads(act)

    for account_id, client in accounts.items():
        sent = simulator_of(account_id).messages()
        found = pages(
            client.describe_opted_out_numbers, "OptedOutNumbers", 100, OptOutListName="news"
        )
        assert (len(sent), sum(map(len, found))) == (THREADS // 2 * CALLS,) * 2


def test_a_call_that_has_our_lock_never_waits_for_motos(sms: Any, simulator: Simulator) -> None:
    """A reset has moto's while it waits for ours."""
    number = simulator.add_phone_number(
        iso_country_code="US", number_type="TOLL_FREE", number_capabilities=["MMS"]
    )
    s3 = boto3.client("s3", region_name="us-east-1")
    s3.create_bucket(Bucket="media")
    s3.put_object(Bucket="media", Key="cat.png", Body=b"cat", ContentType="image/png")

    ours = backend()

    def send() -> Any:
        return ours.send_media_message(
            destination_phone_number="+12065550100",
            origination_identity=number["PhoneNumberId"],
            media_urls=["s3://media/cat.png"],
        )

    with ThreadPoolExecutor(1) as pool, backend_lock:
        sent = pool.submit(send)
        done, _ = wait([sent], timeout=10)

    assert sent in done
    assert sent.result().message_id
