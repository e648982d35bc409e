"""What a call costs: ``python -m tests.benchmarks`` prints all figures, measured in one run.

Every figure is CPU time of this process per boto3 call, the median of interleaved rounds. The
base is the same boto3 call answered by a ``before-send`` handler with a canned body, so that
what boto3 itself costs is in both.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import boto3
from botocore.awsrequest import AWSResponse
from moto import mock_aws
from moto.backends import get_backend
from moto.core.models import botocore_stubber

from moto_pinpoint_sms_v2 import Simulator

REGION = "us-east-1"
ROUNDS = 15
CALLS = 60
MANY = 100_000
LISTED = 50_000

Call = Callable[[], Any]


class _Raw(BytesIO):
    def stream(self, **_: Any) -> Iterator[bytes]:
        yield self.read()


def client(service: str = "pinpoint-sms-voice-v2") -> Any:
    """Return a client with credentials that need no look-up."""
    return boto3.client(
        service, region_name=REGION, aws_access_key_id="a", aws_secret_access_key="b"
    )


def canned(call: Callable[[Any], Any]) -> Call:
    """Return the call on a client of its own that always gets this call's first answer."""
    other = client()
    answered: list[tuple[int, dict[str, str], bytes]] = []

    def keep(http_response: Any, **_: Any) -> None:
        answered.append(
            (http_response.status_code, dict(http_response.headers), http_response.content)
        )

    other.meta.events.register("after-call.pinpoint-sms-voice-v2.*", keep)
    call(other)
    status, headers, body = answered[0]
    other.meta.events.unregister("after-call.pinpoint-sms-voice-v2.*", keep)
    other.meta.events.register_first(
        "before-send.*", lambda request, **_: AWSResponse(request.url, status, headers, _Raw(body))
    )

    def answer() -> None:
        with _unmocked():
            call(other)

    return answer


@contextmanager
def _unmocked() -> Iterator[None]:
    botocore_stubber.enabled = False
    try:
        yield
    finally:
        botocore_stubber.enabled = True


def measure(calls: dict[str, Call], times: int = CALLS) -> dict[str, float]:
    """Return microseconds of CPU per call, by name."""
    spent: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(ROUNDS):
        for name, call in calls.items():
            start = time.process_time()
            for _ in range(times):
                call()
            spent[name].append((time.process_time() - start) / times * 1e6)
    return {name: statistics.median(each) for name, each in spent.items()}


def show(title: str, figures: dict[str, float], base: str | None = None) -> None:
    """Print a table."""
    print(f"\n{title}")
    for name, microseconds in figures.items():
        ratio = f"  x {microseconds / figures[base]:.2f}" if base else ""
        print(f"  {name:<52}{microseconds:>9.0f} us{ratio}")


def backend() -> Any:
    """Return the backend that all of this runs against."""
    return get_backend("pinpoint-sms-voice-v2")["123456789012"][REGION]


def unlimited() -> None:
    """Lift every quota."""
    simulator = Simulator(region_name=REGION)
    for name in (
        "REGISTRATIONS",
        "PHONE_NUMBERS",
        "OPT_OUT_LISTS",
        "ASSOCIATIONS_PER_REGISTRATION",
    ):
        simulator.set_account_limit(name, 10**9)
    simulator.set_account_limit("PHONE_NUMBERS_PER_REGISTRATION", 10**9)
    simulator.set_spend("TEXT_MESSAGE_MONTHLY_SPEND_LIMIT", 0)


def services() -> dict[str, Call]:
    """Return moto's own services that the bars are set by."""
    secrets, pinpoint, events = client("secretsmanager"), client("pinpoint"), client("events")
    secrets.create_secret(Name="secret", SecretString="text")
    created = pinpoint.create_app(CreateApplicationRequest={"Name": "app"})
    app = created["ApplicationResponse"]["Id"]
    return {
        "moto: secretsmanager.get_secret_value": lambda: secrets.get_secret_value(
            SecretId="secret"
        ),
        "moto: pinpoint.get_app": lambda: pinpoint.get_app(ApplicationId=app),
        "moto: events.list_event_buses": events.list_event_buses,
    }


@mock_aws
def registrations() -> None:
    """Create, associate and describe against a canned answer and moto's own services."""
    sms = client()
    unlimited()
    brand = _complete(sms, "US_TEN_DLC_BRAND_REGISTRATION")

    def create(via: Any) -> str:
        answer = via.create_registration(RegistrationType="US_TEN_DLC_CAMPAIGN_REGISTRATION")
        return str(answer["RegistrationId"])

    drafts = [create(sms) for _ in range(ROUNDS * CALLS + 2)]

    def associate(via: Any) -> None:
        via.create_registration_association(RegistrationId=drafts.pop(), ResourceId=brand)

    def describe(via: Any) -> None:
        via.describe_registrations(RegistrationIds=[brand])

    operations = {"create": create, "associate": associate, "describe-one": describe}
    ours = {name: (lambda call=call: call(sms)) for name, call in operations.items()}
    bases = {
        "create": canned(create),
        "associate": canned(
            lambda via: via.create_registration_association(
                RegistrationId=drafts[0], ResourceId=brand
            )
        ),
        "describe-one": canned(describe),
    }
    both = {f"{name}, canned": call for name, call in bases.items()} | ours
    figures = measure(both | services())
    for name in operations:
        chosen = {each: value for each, value in figures.items() if each.startswith((name, "moto"))}
        show(f"{name}: a canned boto3 answer, ours, moto's own", chosen, f"{name}, canned")


def _complete(sms: Any, registration_type: str) -> str:
    created = sms.create_registration(RegistrationType=registration_type)["RegistrationId"]
    Simulator(region_name=REGION).set_registration_status(created, "COMPLETE")
    return str(created)


@mock_aws
def listings() -> None:
    """Compare a page of 100 in a long list with one in a short list."""
    sms = client()
    unlimited()

    def fill(count: int) -> None:
        for _ in range(count):
            backend().create_registration(registration_type="US_TEN_DLC_BRAND_REGISTRATION")
        backend().deliveries.clear()

    def last_page(pages: int) -> dict[str, str]:
        token: dict[str, str] = {}
        for _ in range(pages):
            answer = sms.describe_registrations(MaxResults=100, **token)
            token = {"NextToken": answer["NextToken"]}
        return token

    fill(1000)
    half = last_page(5)

    def page() -> None:
        sms.describe_registrations(MaxResults=100)

    def middle() -> None:
        sms.describe_registrations(MaxResults=100, **half)

    short = measure({"first page of 100 in 1,000": page, "middle page": middle}, times=5)
    fill(LISTED - 1000)
    half = last_page(LISTED // 200)
    long = measure({"first page of 100 in 50,000": page, "middle page ": middle}, times=5)
    base = canned(lambda via: via.describe_registrations(MaxResults=100))
    show(
        "describe: a page of 100",
        measure({"canned": base}, times=5) | short | long,
        "first page of 100 in 1,000",
    )


@mock_aws
def opt_outs() -> None:
    """Compare an opt-out list of 100,000 numbers with one of 100."""
    sms = client()
    figures: dict[str, float] = {}
    for count in (100, MANY):
        name = f"list-{count}"
        sms.create_opt_out_list(OptOutListName=name)
        for index in range(count):
            backend().put_opted_out_number(
                opt_out_list_name=name, opted_out_number=f"+1206{2000000 + index}"
            )
        fresh = iter(range(10**6))

        def put(name: str = name, fresh: Iterator[int] = fresh) -> None:
            number = f"+1425{2000000 + next(fresh)}"
            sms.put_opted_out_number(OptOutListName=name, OptedOutNumber=number)

        def look_up(name: str = name) -> None:
            sms.describe_opted_out_numbers(OptOutListName=name, OptedOutNumbers=["+12062000050"])

        removed = iter(range(10**6))

        def delete(name: str = name, removed: Iterator[int] = removed) -> None:
            number = f"+1425{2000000 + next(removed)}"
            sms.delete_opted_out_number(OptOutListName=name, OptedOutNumber=number)

        def page(name: str = name) -> None:
            sms.describe_opted_out_numbers(OptOutListName=name, MaxResults=20)

        calls = {"put": put, "look up": look_up, "delete": delete, "page of 20": page}
        named = {f"{call} among {count:,}": each for call, each in calls.items()}
        figures |= measure(named, times=20)
    show("opted-out numbers", dict(sorted(figures.items())))


@mock_aws
def sending() -> None:
    """Compare a send with a full log, and with an event destination, with a canned one."""
    sms, sns = client(), client("sns")
    unlimited()
    Simulator(region_name=REGION).set_account_tier("PRODUCTION")
    number = sms.request_phone_number(
        IsoCountryCode="GB",
        MessageType="TRANSACTIONAL",
        NumberCapabilities=["SMS"],
        NumberType="LONG_CODE",
    )["PhoneNumberId"]
    topic = sns.create_topic(Name="events")["TopicArn"]
    sms.create_configuration_set(ConfigurationSetName="plain")
    sms.create_configuration_set(ConfigurationSetName="heard")
    sms.create_event_destination(
        ConfigurationSetName="heard",
        EventDestinationName="topic",
        MatchingEventTypes=["ALL"],
        SnsDestination={"TopicArn": topic},
    )

    def send(via: Any, configuration_set: str = "plain") -> None:
        via.send_text_message(
            DestinationPhoneNumber="+447700900123",
            OriginationIdentity=number,
            MessageBody="Your code is 123456",
            ConfigurationSetName=configuration_set,
        )

    def fill(count: int) -> None:
        for index in range(count):
            backend().send_text_message(
                destination_phone_number=f"+4477009{index % 100000:05}",
                origination_identity=number,
                message_body="Your code is 123456",
            )
        backend().deliveries.clear()

    calls = {
        "canned": canned(send),
        "send": lambda: send(sms),
        "send, events to SNS": lambda: send(sms, "heard"),
    }
    few = measure(calls)
    fill(MANY)
    for index in range(MANY):
        backend().put_opted_out_number(
            opt_out_list_name="Default", opted_out_number=f"+1206{2000000 + index}"
        )
    full = measure({"send, 100,000 messages and opt-outs there": lambda: send(sms)})
    show("SendTextMessage with a configuration set", few | full, "canned")


def imports() -> None:
    """Measure what importing the package adds to importing moto."""

    def seconds(code: str) -> float:
        program = (
            f"import time; start = time.perf_counter(); {code}; print(time.perf_counter() - start)"
        )
        command = [sys.executable, "-c", program]
        runs = [
            float(subprocess.run(command, capture_output=True, check=True).stdout)  # noqa: S603
            for _ in range(11)
        ]
        return statistics.median(runs)

    moto = seconds("import moto")
    both = seconds("import moto, moto_pinpoint_sms_v2")
    print(f"\nimport: moto {moto * 1e3:.1f} ms, with the package {both * 1e3:.1f} ms")


def main() -> None:
    """Print every figure."""
    os.environ.setdefault("AWS_DEFAULT_REGION", REGION)
    versions = {name: sys.modules[name].__version__ for name in ("moto", "botocore", "boto3")}
    print(json.dumps({"python": sys.version.split()[0], **versions}))
    for benchmark in (registrations, listings, opt_outs, sending, imports):
        benchmark()


if __name__ == "__main__":
    main()
