"""What calls cost when there is much, beside what they cost when there is little."""

from __future__ import annotations

from itertools import count, islice

from moto import mock_aws

from moto_pinpoint_sms_v2 import Simulator

from .measuring import CALLS, REGION, ROUNDS, Call, backend, client, measure, show, unlimited
from .senders import new_numbers, sender

_MANY = 100_000
_LISTED = 50_000


@mock_aws
def listings() -> None:
    """Compare a page of 100 in a long list with one in a short list."""
    sms = client()
    unlimited()

    def fill(how_many: int) -> None:
        for _ in range(how_many):
            backend().create_registration(registration_type="US_TEN_DLC_BRAND_REGISTRATION")
        backend().deliver()

    def opening(pages: int) -> dict[str, str]:
        token: dict[str, str] = {}
        for _ in range(pages):
            answer = sms.describe_registrations(MaxResults=100, **token)
            token = {"NextToken": answer["NextToken"]}
        return token

    def pages(how_many: int) -> dict[str, float]:
        half = opening(how_many // 200)
        calls: dict[str, Call] = {
            f"the first of {how_many:,}": lambda: sms.describe_registrations(MaxResults=100),
            f"in the middle of {how_many:,}": lambda: sms.describe_registrations(
                MaxResults=100, **half
            ),
        }
        return measure(calls, times=5)

    fill(1000)
    short = pages(1000)
    fill(_LISTED - 1000)
    show("a page of 100 registrations", short | pages(_LISTED))


@mock_aws
def opt_outs() -> None:
    """Compare an opt-out list of 100,000 numbers with one of 100."""
    sms = client()
    figures: dict[str, float] = {}
    for how_many in (100, _MANY):
        name = f"list-{how_many}"
        sms.create_opt_out_list(OptOutListName=name)
        for index in range(how_many):
            backend().put_opted_out_number(
                opt_out_list_name=name, opted_out_number=f"+1206{2000000 + index}"
            )
        figures |= _on_a_list(sms, name, f"among {how_many:,}")
    show("opted-out numbers", dict(sorted(figures.items())))


def _on_a_list(sms: object, name: str, among: str) -> dict[str, float]:
    fresh = list(islice(new_numbers(), ROUNDS * CALLS + 1))
    put, gone = iter(fresh), iter(fresh)
    call = sms.put_opted_out_number, sms.delete_opted_out_number  # type: ignore[attr-defined]
    describe = sms.describe_opted_out_numbers  # type: ignore[attr-defined]
    calls: dict[str, Call] = {
        "put": lambda: call[0](OptOutListName=name, OptedOutNumber=next(put)),
        "look up": lambda: describe(OptOutListName=name, OptedOutNumbers=["+12062000050"]),
        "delete": lambda: call[1](OptOutListName=name, OptedOutNumber=next(gone)),
        "page of 20": lambda: describe(OptOutListName=name, MaxResults=20),
    }
    return measure({f"{each} {among}": calls[each] for each in calls})


@mock_aws
def sends() -> None:
    """Compare a send with nothing in the log with one with much."""
    sms = client()
    unlimited()
    Simulator(region_name=REGION).set_account_tier("PRODUCTION")
    origin = sender()
    names = count()

    def send() -> None:
        sms.send_text_message(
            DestinationPhoneNumber="+447700900123",
            OriginationIdentity=origin,
            MessageBody=f"Your code is {next(names)}",
        )

    few = measure({"with little there": send})
    for index in range(_MANY):
        backend().send_text_message(
            destination_phone_number=f"+4477009{index:05}",
            origination_identity=origin,
            message_body="Your code is 123456",
        )
        backend().put_opted_out_number(
            opt_out_list_name="Default", opted_out_number=f"+1206{2000000 + index}"
        )
        backend().deliver()
    show("a text", few | measure({f"with {_MANY:,} messages and opt-outs": send}))


def main() -> None:
    """Print what growth costs."""
    for benchmark in (listings, opt_outs, sends):
        benchmark()
