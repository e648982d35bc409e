"""Refusals: sends that were answered with an error, so that a test can see why nothing came."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import Any

from ...core.clock import now
from ...core.domain import Domain
from ...simulator_calls.answers import Refusal
from ..identities.verified_destination_numbers import VerifiedDestinationNumber
from ..numbers.destinations import parse
from .handsets import handset
from .messages import MessageLog

_KEPT = 1000

RefusalLog = deque[Refusal]
"""The last refusals, oldest first."""


def refusal_log() -> RefusalLog:
    """Return a log with none in it."""
    return deque(maxlen=_KEPT)


def forget(log: RefusalLog, destination_phone_number: str | None) -> None:
    """Forget the refusals to a number, or all."""
    kept = [
        each
        for each in log
        if destination_phone_number not in (None, each.destination_phone_number)
    ]
    log.clear()
    log.extend(kept)


class Refusals(Domain):
    """What the door says of sends that it refused; a dry run sends nothing, so is none."""

    log: MessageLog
    refused: RefusalLog

    def refusals(
        self, *, destination_phone_number: str | None = None, operation: str | None = None
    ) -> list[Refusal]:
        """Return the refusals to which everything given applies, oldest first."""
        if destination_phone_number is not None:
            destination_phone_number = handset(destination_phone_number, "destination_phone_number")
        return [
            each
            for each in self.refused
            if destination_phone_number in (None, each.destination_phone_number)
            and operation in (None, each.operation)
        ]

    def note_refusal(
        self, operation: str, members: Mapping[str, Any], error: Mapping[str, Any]
    ) -> None:
        """Keep the refusal of a send with these members, which may be of any type."""
        if members.get("DryRun") is True:
            return
        destination = self._destination(members)
        if destination is not None:
            self.log.count(destination)
        self.refused.append(
            Refusal(
                operation=operation,
                code=error["__type"],
                reason=error.get("Reason"),
                message=_sentence(error),
                destination_phone_number=destination,
                origination_identity=_text(members, "OriginationIdentity"),
                message_body=_text(members, "MessageBody"),
                created_timestamp=now(),
            )
        )

    def _destination(self, members: Mapping[str, Any]) -> str | None:
        number = _text(members, "DestinationPhoneNumber")
        if number is not None:
            return parse(number).e164
        verified_id = _text(members, "VerifiedDestinationNumberId") or ""
        verified = self.store.find(VerifiedDestinationNumber, verified_id)
        return None if verified is None else verified.destination_phone_number


def _sentence(error: Mapping[str, Any]) -> str:
    """Return what a refusal says, with what is wrong with each field."""
    wrong = ", ".join(f"{each['Name']} {each['Message']}" for each in error.get("Fields", ()))
    return f"{error['Message']}: {wrong}" if wrong else str(error["Message"])


def _text(members: Mapping[str, Any], name: str) -> str | None:
    value = members.get(name)
    return value if isinstance(value, str) else None
