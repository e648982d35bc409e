"""What one call costs, beside moto's floor, boto3 alone and moto's own services."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from moto import mock_aws

from moto_pinpoint_sms_v2 import Simulator

from .floors import canned, through_moto
from .measuring import REGION, Call, On, client, measure, show, unlimited
from .senders import new_numbers, sender

BARS = {"a text to a new number": 1.5, "the same, its two events to SNS": 1.5}
_BAR = 1.25


def services() -> dict[str, Call]:
    """Return calls of moto's own services."""
    secrets, pinpoint, events = client("secretsmanager"), client("pinpoint"), client("events")
    secrets.create_secret(Name="secret", SecretString="text")
    created = pinpoint.create_app(CreateApplicationRequest={"Name": "app"})
    app = created["ApplicationResponse"]["Id"]
    return {
        "moto's secretsmanager.get_secret_value": lambda: secrets.get_secret_value(
            SecretId="secret"
        ),
        "moto's pinpoint.get_app": lambda: pinpoint.get_app(ApplicationId=app),
        "moto's events.list_event_buses": events.list_event_buses,
    }


def registrations() -> dict[str, On]:
    """Return the calls on registrations."""
    sms = client()
    campaign = {"RegistrationType": "US_TEN_DLC_CAMPAIGN_REGISTRATION"}
    brands = [_brand(sms) for _ in range(300)]
    # No brand has more than ten campaigns, which is all that AWS lets it have.
    ties = [
        {
            "RegistrationId": sms.create_registration(**campaign)["RegistrationId"],
            "ResourceId": brand,
        }
        for brand in brands
        for _ in range(10)
    ]

    return {
        "create": lambda via: via.create_registration(**campaign),
        "associate": lambda via: via.create_registration_association(**ties.pop()),
        "describe one": lambda via: via.describe_registrations(RegistrationIds=brands[:1]),
        "a list of ten": lambda via: via.describe_registrations(MaxResults=10),
    }


def _brand(sms: Any) -> str:
    created = sms.create_registration(RegistrationType="US_TEN_DLC_BRAND_REGISTRATION")
    brand = str(created["RegistrationId"])
    Simulator(region_name=REGION).set_registration_status(brand, "COMPLETE")
    return brand


def opt_outs() -> dict[str, On]:
    """Return the calls on opted-out numbers."""
    client().create_opt_out_list(OptOutListName="news")
    numbers = new_numbers()

    return {
        "opt out a new number": lambda via: via.put_opted_out_number(
            OptOutListName="news", OptedOutNumber=next(numbers)
        )
    }


def texts() -> dict[str, On]:
    """Return sends with a configuration set, to a new number each."""
    sms = client()
    origin = sender()
    topic = client("sns").create_topic(Name="events")["TopicArn"]
    for name in ("plain", "heard"):
        sms.create_configuration_set(ConfigurationSetName=name)
    sms.create_event_destination(
        ConfigurationSetName="heard",
        EventDestinationName="topic",
        MatchingEventTypes=["ALL"],
        SnsDestination={"TopicArn": topic},
    )
    numbers = new_numbers()

    def text(configuration_set: str, numbers: Iterator[str]) -> On:
        return lambda via: via.send_text_message(
            DestinationPhoneNumber=next(numbers),
            OriginationIdentity=origin,
            MessageBody="Your code is 123456",
            ConfigurationSetName=configuration_set,
        )

    return {
        "a text to a new number": text("plain", numbers),
        "the same, its two events to SNS": text("heard", numbers),
        "a text to the same number": text("plain", iter(lambda: "+447700900123", "")),
    }


@mock_aws
def main() -> None:
    """Print what each call costs."""
    unlimited()
    Simulator(region_name=REGION).set_account_tier("PRODUCTION")
    operations = registrations() | opt_outs() | texts()
    ours = client()
    calls: dict[str, Call] = {}
    for name, call in operations.items():
        calls |= {
            f"{name}: boto3 alone": canned(call),
            f"{name}: moto's floor": through_moto(call),
            f"{name}: here": lambda call=call: call(ours),  # type: ignore[misc]
        }
    figures = measure(calls | services())
    print(f"\n{'one call, us of CPU':<34}{'boto3':>8}{'floor':>8}{'here':>8}{'ratio':>8}{'bar':>7}")
    for name in operations:
        alone, floor, here = (figures.pop(f"{name}: {way}") for way in _WAYS)
        bar = BARS.get(name, _BAR)
        print(f"{name:<34}{alone:>8.0f}{floor:>8.0f}{here:>8.0f}{here / floor:>8.2f}{bar:>7}")
    show("for comparison", figures)


_WAYS = ("boto3 alone", "moto's floor", "here")
