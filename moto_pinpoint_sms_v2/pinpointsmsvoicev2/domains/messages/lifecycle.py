"""The lifecycle of messages: the events that each goes through, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from ...core.clock import now
from ...core.domain import Domain
from ...core.missing import Missing
from ...core.progress import Progress
from ...core.recent import Recent
from ...core.signature import Unpack
from ...simulator_calls.answers import MessageFilters, SentMessage
from ..identities.sharing import SharedResources
from ..settings.account import Account
from ..settings.configuration_sets import ConfigurationSet
from .deadlines import deadline_of
from .event_delivery import delivery
from .event_records import record_of
from .event_types import (
    ARRIVED_IN_RCS,
    Outcomes,
    channel_of,
    check_finality,
    ends,
    is_block,
    is_free,
    sequence,
    under_way,
    usual_outcome,
)
from .handsets import handset
from .message_search import wanted_of
from .messages import Event, Message, MessageLog
from .rcs import Fallback
from .rcs_fallback import fall_back
from .rcs_sessions import RcsSessions
from .refusals import RefusalLog, forget

_MODEL = "pinpoint-sms-voice-v2::message"
_FALLEN_BACK = "RCS_FALLEN_BACK_TO_SMS"
_FALLS_BACK = ("RCS_FAILED", "RCS_TTL_EXPIRED", _FALLEN_BACK)
_HANDSET = {"destination_phone_number"}
_ARRIVED = ("DELIVERED", "SUCCESSFUL", "COMPLETED")


class MessageLifecycle(Domain):
    """What becomes of messages once they have left, and what a test says about it."""

    account: Account
    shared: SharedResources
    calls: Recent
    log: MessageLog
    notified: Recent
    refused: RefusalLog
    outcomes: Outcomes
    pairings: dict[tuple[str, str], tuple[str, datetime]]
    sessions: RcsSessions

    def messages(self, **filters: Unpack[MessageFilters]) -> list[SentMessage]:
        """Return the messages that left, oldest first; each counts as read."""
        return [self._read(message).shown() for message in self.find_messages(**filters)]

    def clear_messages(self, **filters: Unpack[MessageFilters]) -> int:
        """Forget those messages with their events and return how many there were.

        Where nothing but a destination is given, what came from there is forgotten as well; where
        nothing is, also that the messages count towards the limits of a day.
        """
        wanted = self._wanted(**filters)
        if not wanted:
            self.calls.clear()
            self.notified.clear()
        if wanted.keys() <= _HANDSET:
            self.log.forget_received(wanted.get("destination_phone_number"))
            forget(self.refused, wanted.get("destination_phone_number"))
        return self.log.remove(self.log.select(**wanted))

    def find_messages(self, **filters: Unpack[MessageFilters]) -> Iterator[Message]:
        """Yield the messages to which everything given applies, oldest first, without reading."""
        return self.log.select(**self._wanted(**filters))

    def _wanted(self, **filters: Unpack[MessageFilters]) -> dict[str, str]:
        # An identity of another account is named by its ARN.
        home = self.shared.home_of(str(filters.get("origination_identity")))
        return wanted_of(home, self.log, **filters)

    def events(
        self, *, message_id: str | None = None, event_type: str | None = None
    ) -> list[dict[str, Any]]:
        """Return the event records that were made, oldest first; the messages count as read."""
        for message in self.find_messages(message_id=message_id):
            self._read(message)
        found = self.log.events(message_id=message_id, event_type=event_type)
        return [record_of(message, event) for message, event in found]

    def set_outcome(self, destination_phone_number: str, event_type: str) -> None:
        """Let later messages of the event type's channel to that number end so.

        That a filter blocks them says that it suspects the number.
        """
        destination = handset(destination_phone_number, "destination_phone_number")
        self.outcomes.choose(destination, event_type)

    def suspect_number(self, destination_phone_number: str) -> None:
        """Suspect a destination of inflated traffic from now on."""
        destination = handset(destination_phone_number, "destination_phone_number")
        self.account.suspected_numbers.add(destination)

    def advance_message(
        self, message_id: str, event_type: str, *, is_final: bool | None = None
    ) -> None:
        """Let one message go through that event now, whatever was to come before it.

        After a failure that is not final, what was to come still comes.
        """
        message = self.log.find(message_id)
        if message is None:
            raise Missing("message", message_id)
        channel = channel_of(event_type)
        if channel != message.channel:
            raise ValueError(f"{event_type} is not an event of the channel {message.channel}")
        if is_final is not None:
            check_finality(event_type, final=is_final)
        protection = message.protection
        if is_block(event_type) and (protection is None or protection.protect_status != "FILTER"):
            raise ValueError(f"{message_id} was not filtered: {event_type} comes of FILTER only")
        if is_final and message.has_ended:
            raise ValueError(f"{message_id} has ended with {message.status} already")

        if is_final is not False:
            message.upcoming = _after(event_type, message.upcoming)
        self._go_through(message, event_type, is_final=is_final)

    def begin(self, message: Message) -> None:
        """Keep a message, and let it go as far as the state manager allows."""
        self.log.add(message)
        message.upcoming = self._way_of(message)
        message.progress = Progress(since=message.created_timestamp)
        self._advance(message, message.created_timestamp)
        self._take_steps(message, message.progress, described=False)

    def _way_of(self, message: Message) -> list[str]:
        """Return the event types that are to come."""
        number, channel = message.destination_phone_number, message.channel
        if message.protection is not None and message.protection.is_filtered:
            return [f"{channel}_PROTECT_BLOCKED"]
        if message.reaches_nobody and self.outcomes.chosen(number, channel) is None:
            return [under_way(channel)]
        return self._plan(message, self._ending(message, message))

    def _ending(self, message: Message, content: Message | Fallback) -> str:
        """Return the event type with which a message of this content ends."""
        number, channel = message.destination_phone_number, content.channel
        chosen = self.outcomes.ending(number, channel)
        return chosen or content.fault or usual_outcome(number, channel)

    def _plan(self, message: Message, ending: str) -> list[str]:
        """Return the event types on the way to an ending; RCS falls back where it can."""
        if ending not in _FALLS_BACK:
            return sequence(ending)
        if message.fallback is None:
            return sequence("RCS_FAILED" if ending == _FALLEN_BACK else ending)
        # AWS sends a single receipt: the failure itself is not told, only what comes of it.
        return [_FALLEN_BACK, *sequence(self._ending(message, message.fallback))]

    def _read(self, message: Message) -> Message:
        self.settle(message, described=True)
        return message

    def settle(self, message: Message, *, described: bool) -> None:
        """Let the message take the steps that are due; ``described`` is when a test reads it."""
        if message.progress is None or not message.is_under_way:
            return
        self._overtake(message)
        self._take_steps(message, message.progress, described=described)

    def _take_steps(self, message: Message, progress: Progress, *, described: bool) -> None:
        for _ in progress.due(_MODEL, described=described):
            if not message.upcoming:
                break
            self._advance(message)

    def _overtake(self, message: Message) -> None:
        """Let what is late meet its deadline, and what comes in its place go out."""
        while message.progress is not None:
            deadline = deadline_of(message)
            if deadline is None or now() < deadline.moment:
                return
            step_due = message.progress.next_step(_MODEL) if message.upcoming else None
            if step_due is not None and step_due <= deadline.moment:
                return
            message.upcoming = []
            self._go_through(message, deadline.event_type, moment=deadline.moment)

    def _go_through(
        self,
        message: Message,
        event_type: str,
        *,
        is_final: bool | None = None,
        moment: datetime | None = None,
    ) -> None:
        """Make an event that was not the next one; where RCS fails, it falls back if it can."""
        if event_type in _FALLS_BACK and message.fallback is not None:
            message.upcoming = self._plan(message, event_type)
            event_type = message.upcoming.pop(0)
        self._make_event(message, event_type, is_final=is_final, moment=moment)

    def _advance(self, message: Message, moment: datetime | None = None) -> None:
        self._make_event(message, message.upcoming.pop(0), moment=moment)

    def _make_event(
        self,
        message: Message,
        event_type: str,
        *,
        is_final: bool | None = None,
        moment: datetime | None = None,
    ) -> None:
        moment = message.next_moment(moment or now())
        final = ends(event_type, is_last=not message.upcoming) if is_final is None else is_final
        # A message has one final receipt, in RCS one of its delivery and one when it is read.
        final = final and (message.channel == "RCS" or not message.has_ended)
        if event_type in ARRIVED_IN_RCS and not message.charged:
            self.sessions.join_session(message, moment)

        self._deliver_event(message, self.log.record(message, event_type, moment, is_final=final))
        # What is read at once, as a test may say, has been delivered and costs as much.
        if not message.charged and (event_type in ARRIVED_IN_RCS or not is_free(event_type)):
            message.charged = True
            self.account.charge(message.spend_limit, message.cost.total)
        if message.pairing is not None and event_type.endswith(_ARRIVED):
            scope, arn = message.pairing
            self.pairings[scope, message.destination_phone_number] = (arn, now())
        if event_type == _FALLEN_BACK and message.fallback is not None:
            fall_back(message, message.fallback)

    def _deliver_event(self, message: Message, event: Event) -> None:
        name = message.configuration_set_name
        configuration_set = None if name is None else self.store.find(ConfigurationSet, name)
        waiting = delivery(
            message,
            event,
            configuration_set=configuration_set,
            account_id=self.account_id,
            region_name=self.region_name,
        )
        if waiting is not None:
            self.deliveries.append(waiting)


def _after(event_type: str, upcoming: list[str]) -> list[str]:
    """Return what of the events to come is left after one of them, or after another one."""
    if event_type not in upcoming:
        return []
    return upcoming[upcoming.index(event_type) + 1 :]
