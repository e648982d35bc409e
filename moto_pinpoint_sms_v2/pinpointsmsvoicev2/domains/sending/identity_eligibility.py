"""Routes: which identity can send what to whom."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ...data import load
from ...exceptions import ConflictException, ValidationException
from ..identities.origination_identities import Member
from ..identities.phone_numbers import PhoneNumber
from ..identities.pools import check_message_type, check_ready
from ..identities.rcs_agents import RcsAgent
from ..identities.sender_id_countries import must_be_registered
from ..identities.sender_ids import SenderId
from ..numbers.destinations import Destination
from ..settings.configuration_sets import ConfigurationSet

CAPABILITIES: Mapping[str, str] = {"TEXT": "SMS", "MEDIA": "MMS", "VOICE": "VOICE", "RCS": "RCS"}
"""What an identity must be able to do, by channel."""

_LIVE = ("PARTIAL", "ACTIVE")


@dataclass(frozen=True, kw_only=True)
class Route:
    """All that decides whether an identity can send a message."""

    channel: str
    destination: Destination
    message_type: str | None = None
    """The type that is asked for, if one is."""
    configuration_set: ConfigurationSet | None = None

    @property
    def country(self) -> str:
        """The destination's country."""
        return self.destination.iso_country_code or ""


def check_identity(identity: Member, route: Route, testers: Collection[str]) -> None:
    """Refuse an identity that cannot make the route.

    ``testers`` are the numbers that an RCS agent reaches while it is in test.
    """
    check_ready(identity)
    if isinstance(identity, RcsAgent):
        _check_agent(identity, route, testers)
    else:
        _check_capability(identity, route.channel)
        _check_country(identity, route)
        if route.message_type is not None:
            check_message_type(route.message_type, identity)


def check_sender_country(sender: SenderId, country: str) -> None:
    """Refuse a sender ID in a country in which it is none, or is not registered."""
    if country in load("countries")["sender_id_not_supported"]:
        raise ValidationException(
            "SENDER_ID_NOT_SUPPORTED",
            origination_identity=f"is a sender ID, and {country} has none",
        )
    if sender.iso_country_code != country:
        raise _wrong_country()
    if must_be_registered(country) and not sender.registered:
        raise ValidationException(
            "SENDER_ID_NOT_REGISTERED", origination_identity=f"is not registered in {country}"
        )


def live_countries(agent: RcsAgent) -> list[str]:
    """Return the countries in which an agent reaches somebody."""
    launches = agent.launches.countries
    return [launch.iso_country_code for launch in launches if launch.status in _LIVE]


def _check_agent(agent: RcsAgent, route: Route, testers: Collection[str]) -> None:
    if route.channel not in ("TEXT", "RCS"):
        raise ConflictException("NUMBER_CAPABILITIES_MISMATCH", agent)
    if agent.is_in_test and route.destination.e164 in testers:
        return
    if agent.status not in _LIVE:
        raise ConflictException("RESOURCE_NOT_ACTIVE", agent)
    if route.country not in live_countries(agent):
        raise _wrong_country()


def _check_capability(identity: PhoneNumber | SenderId, channel: str) -> None:
    if CAPABILITIES[channel] in identity.number_capabilities and not _receives_only(identity):
        return
    if channel == "VOICE":
        raise ValidationException(
            "VOICE_CAPABILITY_NOT_AVAILABLE", origination_identity="cannot make calls"
        )
    # AWS publishes no reason for the other channels; this one is a choice.
    raise ConflictException("NUMBER_CAPABILITIES_MISMATCH", identity)


def _receives_only(identity: PhoneNumber | SenderId) -> bool:
    """Say whether AWS leases such a number for messages that come in, and none that go out."""
    return (
        isinstance(identity, PhoneNumber)
        and identity.number_type == "LONG_CODE"
        and identity.iso_country_code in load("countries")["long_code_receives_only"]
    )


def _check_country(identity: PhoneNumber | SenderId, route: Route) -> None:
    if isinstance(identity, SenderId):
        check_sender_country(identity, route.country)
        return
    if identity.iso_country_code == route.country:
        return
    # Simulators reach their own country only:
    # https://docs.aws.amazon.com/sms-voice/latest/userguide/test-phone-numbers.html
    if not identity.international_sending_enabled or identity.number_type == "SIMULATOR":
        raise _wrong_country()
    _check_abroad(identity, route)


def _check_abroad(number: PhoneNumber, route: Route) -> None:
    """Refuse what leaves the number's country though AWS lets it not.

    AWS publishes the reason and not its rules; its blog says that US toll-free numbers alone send
    abroad, and its list of countries where nobody may. That media stay at home is a choice.
    """
    fault = None
    if (number.number_type, number.iso_country_code) != ("TOLL_FREE", "US"):
        fault = "sends within its own country only"
    elif route.country in load("countries")["no_international_sending"]:
        fault = f"does not send to {route.country}, which takes nothing from abroad"
    elif route.channel == "MEDIA":
        fault = "sends media within its own country only"
    if fault is not None:
        raise ValidationException("INTERNATIONAL_SENDING_NOT_SUPPORTED", origination_identity=fault)


def _wrong_country() -> ValidationException:
    return ValidationException(
        "INVALID_IDENTITY_FOR_DESTINATION_COUNTRY",
        origination_identity="does not send to the destination's country",
    )
