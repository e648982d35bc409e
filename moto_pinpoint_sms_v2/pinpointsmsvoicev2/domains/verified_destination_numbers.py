"""Verified destination numbers: whom a sandbox account may send to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from moto.moto_api._internal import mock_random

from ..core.clock import now
from ..core.domain import Domain
from ..core.filters import Filter
from ..core.resource import Resource, Tag
from ..data import load
from ..exceptions import ConflictException, ResourceNotFoundException, ValidationException
from .account import Account
from .configuration_sets import ConfigurationSet
from .destinations import parse
from .rcs_agents import RcsAgent

_LIFE_OF_A_CODE = timedelta(minutes=15)
_DAY = timedelta(hours=24)


@dataclass(frozen=True)
class VerificationCode:
    """A code, and when it was sent."""

    text: str
    sent: datetime


@dataclass(kw_only=True, eq=False)
class VerifiedDestinationNumber(Resource):
    """A number whose owner proved, or is to prove, that they hold it."""

    kind = "verified-destination-number"
    id_prefix = "vdn-"
    quota = "VERIFIED_DESTINATION_NUMBERS"

    destination_phone_number: str
    status: str = "PENDING"
    rcs_agent_id: str | None = None
    codes: list[VerificationCode] = field(default_factory=list, repr=False)
    """The codes sent, oldest first."""


@dataclass(frozen=True)
class VerificationMessage:
    """The message that brought a code."""

    message_id: str


class VerifiedDestinationNumbers(Domain):
    """The operations on verified destination numbers."""

    account: Account

    def create_verified_destination_number(
        self,
        *,
        destination_phone_number: str,
        rcs_agent_id: str | None = None,
        tags: Sequence[Tag] = (),
    ) -> VerifiedDestinationNumber:
        """Add a number to be verified; with an agent it is one of the agent's testers.

        One entry per number and agent is a choice.
        """
        destination = parse(destination_phone_number)
        if not destination.is_possible:
            raise ValidationException(
                "INVALID_PARAMETER", destination_phone_number="is not a phone number"
            )
        if destination.e164 in _simulators():
            raise ValidationException(
                "INVALID_PARAMETER", destination_phone_number="is a simulator's, open to all"
            )
        agent_id = None if rcs_agent_id is None else self.store.get(RcsAgent, rcs_agent_id).id
        for existing in self.store.all(VerifiedDestinationNumber):
            if (existing.destination_phone_number, existing.rcs_agent_id) == (
                destination.e164,
                agent_id,
            ):
                raise ConflictException("RESOURCE_ALREADY_EXISTS", existing)

        return self.store.create(
            VerifiedDestinationNumber,
            tags=tags,
            destination_phone_number=destination.e164,
            rcs_agent_id=agent_id,
        )

    def describe_verified_destination_numbers(
        self,
        *,
        verified_destination_number_ids: Sequence[str] = (),
        destination_phone_numbers: Sequence[str] = (),
        filters: Sequence[Filter] = (),
    ) -> Any:
        """List the entries; one unknown id or number refuses the whole call."""
        wanted = {parse(number).e164 for number in destination_phone_numbers}
        there = {
            entry.destination_phone_number for entry in self.store.all(VerifiedDestinationNumber)
        }
        for number in destination_phone_numbers:
            if parse(number).e164 not in there:
                raise ResourceNotFoundException(VerifiedDestinationNumber.kind, number)

        return self.store.select(
            VerifiedDestinationNumber,
            identifiers=verified_destination_number_ids,
            filters=filters,
            matches=lambda entry: not wanted or entry.destination_phone_number in wanted,
        )

    def delete_verified_destination_number(
        self, *, verified_destination_number_id: str
    ) -> VerifiedDestinationNumber:
        """Forget an entry.

        AWS makes one wait for 24 hours after adding it; that a test need not is a choice.
        """
        entry = self.store.get(VerifiedDestinationNumber, verified_destination_number_id)

        self.store.remove(entry)
        return entry

    def send_destination_number_verification_code(
        self,
        *,
        verified_destination_number_id: str,
        verification_channel: str,
        # AWS does not say which language is the default; this one is a choice.
        language_code: str = "EN_US",
        origination_identity: str | None = None,
        configuration_set_name: str | None = None,
        context: Mapping[str, str] | None = None,
        destination_country_parameters: Mapping[str, str] | None = None,
    ) -> VerificationMessage:
        """Send a new code, which replaces the last one."""
        self.account.check_enabled()
        entry = self.store.get(VerifiedDestinationNumber, verified_destination_number_id)
        if configuration_set_name is not None:
            self.store.get(ConfigurationSet, configuration_set_name)
        _refuse_verified(entry)
        recent = [code for code in entry.codes if now() - code.sent < _DAY]
        self.store.limits.check("VERIFICATION_ATTEMPTS_PER_DAY", len(recent))
        text = f"{mock_random.randint(0, 999_999):06}"
        message_id = self._send_code(
            entry,
            message_body=_message_body(text, verification_channel, language_code),
            channel=verification_channel,
            origination_identity=origination_identity,
            configuration_set_name=configuration_set_name,
            context=context,
            destination_country_parameters=destination_country_parameters,
        )

        entry.codes = [*recent, VerificationCode(text, now())]
        return VerificationMessage(message_id)

    def verify_destination_number(
        self, *, verified_destination_number_id: str, verification_code: str
    ) -> VerifiedDestinationNumber:
        """Verify the number with the code last sent to it, within 15 minutes."""
        entry = self.store.get(VerifiedDestinationNumber, verified_destination_number_id)
        _refuse_verified(entry)
        last = entry.codes[-1] if entry.codes else None
        if last is not None and now() - last.sent >= _LIFE_OF_A_CODE:
            raise ConflictException("VERIFICATION_CODE_EXPIRED", entry)
        if last is None or last.text != verification_code:
            raise ValidationException(
                "VERIFICATION_CODE_MISMATCH", verification_code="is not the code last sent"
            )

        entry.status = "VERIFIED"
        return entry

    def verification_code(self, verified_destination_number_id: str) -> str:
        """Return the code last sent, as its receiver reads it; ValueError if there is none."""
        entry = self.store.find(VerifiedDestinationNumber, verified_destination_number_id)
        if entry is None:
            raise ValueError(f"there is no {VerifiedDestinationNumber.kind} of that id")
        if not entry.codes:
            raise ValueError(f"no code was sent to {entry.destination_phone_number}")
        return entry.codes[-1].text

    def _send_code(
        self,
        entry: VerifiedDestinationNumber,
        *,
        message_body: str,
        channel: str,
        origination_identity: str | None,
        configuration_set_name: str | None,
        context: Mapping[str, str] | None,
        destination_country_parameters: Mapping[str, str] | None,
    ) -> str:
        """Hand the message over and return its id."""
        raise NotImplementedError  # how messages leave is another domain's to say


@cache
def _simulators() -> frozenset[str]:
    """Return the numbers that nobody holds, so that nobody can verify them."""
    return frozenset(
        number
        for by_outcome in load("simulator_destinations").values()
        for number in by_outcome.values()
    )


def _refuse_verified(entry: VerifiedDestinationNumber) -> None:
    if entry.status == "VERIFIED":
        raise ConflictException("VERIFICATION_ALREADY_COMPLETE", entry)


def _message_body(code: str, channel: str, language_code: str) -> str:
    """Return the message in its language; the words are a choice."""
    # Digit by digit, because a voice would read a number.
    spelled = ". ".join(code) if channel == "VOICE" else code
    text: str = load("verification_messages")[language_code].format(code=spelled)
    return text
