"""Verified destination numbers: whom a sandbox account may send to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from ...core.clock import now
from ...core.domain import Domain
from ...core.filters import Filter
from ...core.missing import Missing
from ...core.resource import Resource, Tag
from ...core.table import Selection
from ...exceptions import ConflictException, ResourceNotFoundException, ValidationException
from ..numbers.destinations import parse
from ..numbers.simulator_numbers import simulator_destinations
from .rcs_agents import RcsAgent

_LIFE_OF_A_CODE = timedelta(minutes=15)


@dataclass(frozen=True)
class VerificationCode:
    """A code, and when it was sent."""

    text: str
    sent: datetime
    arrived: bool = True
    """Whether its receiver can read it; from a simulator number nothing arrives."""


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
    """The codes sent within a day of the last one, oldest first."""

    @property
    def is_counted(self) -> bool:
        """Whether it is one of the account's own; an agent's testers have a quota of their own."""
        return self.rcs_agent_id is None

    @property
    def alias(self) -> str:
        """The number and the agent, of which there is one entry only."""
        return _alias(self.destination_phone_number, self.rcs_agent_id)

    def check_unverified(self) -> None:
        """Refuse what only a number that is not verified needs."""
        if self.status == "VERIFIED":
            raise ConflictException("VERIFICATION_ALREADY_COMPLETE", self)


class VerifiedDestinationNumbers(Domain):
    """The operations on verified destination numbers."""

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
        number = _verifiable(destination_phone_number)
        agent_id = None if rcs_agent_id is None else self.store.get(RcsAgent, rcs_agent_id).id
        existing = self.store.find_alias(VerifiedDestinationNumber, _alias(number, agent_id))
        if existing is not None:
            raise ConflictException("RESOURCE_ALREADY_EXISTS", existing)

        if agent_id is not None:
            self._check_testers(agent_id)
        make = self.store.create if agent_id is None else self.store.provision

        return make(
            VerifiedDestinationNumber,
            tags=tags,
            destination_phone_number=number,
            rcs_agent_id=agent_id,
        )

    def _check_testers(self, agent_id: str) -> None:
        testers = sum(
            entry.rcs_agent_id == agent_id for entry in self.store.all(VerifiedDestinationNumber)
        )
        # AWS's guide tells the number; the reason of the refusal is a choice.
        self.store.limits.check(
            "TESTERS_PER_RCS_AGENT", testers, reason="VERIFIED_DESTINATION_NUMBERS_PER_ACCOUNT"
        )

    def describe_verified_destination_numbers(
        self,
        *,
        verified_destination_number_ids: Sequence[str] = (),
        destination_phone_numbers: Sequence[str] = (),
        filters: Sequence[Filter] = (),
    ) -> Selection[VerifiedDestinationNumber]:
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

    def verify_destination_number(
        self, *, verified_destination_number_id: str, verification_code: str
    ) -> VerifiedDestinationNumber:
        """Verify the number with the code last sent to it, within 15 minutes."""
        entry = self.store.get(VerifiedDestinationNumber, verified_destination_number_id)
        entry.check_unverified()
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
            raise Missing(VerifiedDestinationNumber.kind, verified_destination_number_id)
        if not entry.codes:
            raise ValueError(f"no code was sent to {entry.destination_phone_number}")
        code = entry.codes[-1]
        if not code.arrived:
            raise ValueError(
                f"no code reached {entry.destination_phone_number}: a simulator number sent it"
            )
        return code.text

    def answer_rcs_invitation(
        self, verified_destination_number_id: str, *, accepted: bool = True
    ) -> None:
        """Let a tester tap: either the agent reaches the handset, or the entry is gone."""
        entry = self.store.get(VerifiedDestinationNumber, verified_destination_number_id)
        if entry.rcs_agent_id is None:
            raise ValueError(
                f"{entry.id} tests no RCS agent: it is verified by a code, of which "
                "verification_code tells the last"
            )
        entry.check_unverified()

        if accepted:
            entry.status = "VERIFIED"
        else:
            self.store.remove(entry)


def _alias(destination_phone_number: str, rcs_agent_id: str | None) -> str:
    return f"{destination_phone_number}/{rcs_agent_id or ''}"


def _verifiable(number: str) -> str:
    """Return a number in E.164, or refuse what nobody can verify."""
    destination = parse(number)
    if not destination.is_possible:
        raise ValidationException(
            "INVALID_PARAMETER", destination_phone_number="is not a phone number"
        )
    # Nobody holds a simulator's number.
    if destination.e164 in simulator_destinations():
        raise ValidationException("INVALID_PARAMETER", destination_phone_number="is a simulator's")
    return destination.e164
