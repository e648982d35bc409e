"""Running a probe: its calls one after another, and whatever it makes removed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import jmespath

from ..account.asking import asking
from ..pinpointsmsvoicev2.domains.snapshots.reading import Refused
from .filling import fill
from .levels import MARK, PREFIX, REMOVALS, Permit
from .probes import Probe, Step
from .redaction import Redaction
from .refusals import told_of

_ATTEMPTS = 20
_PAUSE = 3
"""Seconds between two looks at what takes its time; in the mock nothing does."""


@dataclass(frozen=True)
class Seen:
    """What a probe brought: what was seen, or why nothing was."""

    seen: list[Any] | None
    why_not: str | None = None


@dataclass
class Run:
    """One client's run through the probes, in one Region of one account."""

    client: Any
    permit: Permit
    """What the client itself holds the run to."""
    account_id: str
    run_id: str
    elsewhere: str
    """Another Region than the client's."""
    sleep: Callable[[float], object] = time.sleep
    made: list[tuple[str, Mapping[str, Any]]] = field(default_factory=list)
    """What is to be removed: the operation that made it, and what names it."""
    left: list[str] = field(default_factory=list)
    """What could not be removed, and why."""

    def __post_init__(self) -> None:
        self._ask = asking(self.client, sleep=self.sleep)
        self._ask_for_a_page = asking(self.client, sleep=self.sleep, whole=False)
        self._answers: dict[str, Mapping[str, Any]] = {}

    def probe(self, probe: Probe, number: int) -> Seen:
        """Ask one question; whatever happens, what was made for it is removed."""
        known = self._known(number)
        names = {str(value): f"<{name}>" for name, value in known.items() if name in _NAMES}
        try:
            seen = list(self._steps(probe, known, names))
        except _NotPrepared as refused:
            return Seen(None, str(refused))
        finally:
            self.remove_made()
        return Seen(Redaction(names)(seen))

    def remove_made(self) -> None:
        """Remove what was made: what uses others first, and of one kind the last first."""
        order = list(REMOVALS)
        self.made.sort(key=lambda each: -order.index(each[0]))
        while self.made:
            creation, named = self.made[-1]
            self._remove(creation, named)
            self.made.pop()

    def remove_leftovers(self) -> int:
        """Remove what an earlier run left, found by its tag; return how many there were."""
        found = 0
        for creation, removal in REMOVALS.items():
            if removal.operation not in self.permit.operations:
                continue
            operation, listed = removal.listed
            for row in self._ask(operation, {}).get(listed, ()):
                if self._is_marked(row[removal.arn]):
                    named = {member: row[member] for member in removal.members}
                    self.permit.own |= {str(row[each]) for each in (*removal.members, removal.arn)}
                    self._remove(creation, named)
                    found += 1
        return found

    def _steps(
        self, probe: Probe, known: dict[str, Any], names: dict[str, str]
    ) -> Iterator[dict[str, Any]]:
        for step in probe.steps:
            for value in self._each(step, known):
                known["each"] = value
                answer, refused = self._make(step, fill(step.members, known))
                if answer is not None and step.label is not None:
                    known[step.label] = answer
                    names.update(dict.fromkeys(_names_in(step, answer), f"<{step.label}>"))
                if step.looks is None:
                    if refused is not None:
                        raise _NotPrepared(f"{step.call} was refused: {refused}")
                    continue
                asked = {"call": step.call} | ({} if value is None else {"about": value})
                yield asked | self._looked(step, known, answer, refused)

    def _each(self, step: Step, known: Mapping[str, Any]) -> list[Any]:
        if step.each is None:
            return [None]
        listed = self._ask_once(step.each["call"], {})
        return list(jmespath.search(step.each["of"], listed) or ())

    def _make(
        self, step: Step, members: dict[str, Any]
    ) -> tuple[Mapping[str, Any] | None, Refused | None]:
        if step.call in REMOVALS:
            members = {**members, "Tags": [*members.get("Tags", ()), MARK]}
        for _ in range(_ATTEMPTS):
            try:
                answer = self._answer(step, members)
            except Refused as refused:
                return None, refused
            if step.until is None or jmespath.search(step.until, answer):
                return answer, None
            self.sleep(_PAUSE)
        raise _NotPrepared(f"{step.call}: {step.until} did not come true")

    def _answer(self, step: Step, members: dict[str, Any]) -> Mapping[str, Any]:
        if step.call.endswith("Definitions") and not step.one_page:
            return self._ask_once(step.call, members)
        answer = (self._ask_for_a_page if step.one_page else self._ask)(step.call, members)
        removal = REMOVALS.get(step.call)
        if removal is not None:
            named = {member: answer[member] for member in removal.members}
            self.permit.own |= {str(answer[member]) for member in (*removal.members, removal.arn)}
            self.made.append((step.call, named))
        return answer

    def _ask_once(self, call: str, members: Mapping[str, Any]) -> Mapping[str, Any]:
        """Ask what several probes want to know and no call changes."""
        key = f"{call} {sorted(members.items())}"
        if key not in self._answers:
            self._answers[key] = self._ask(call, members)
        return self._answers[key]

    def _looked(
        self,
        step: Step,
        known: Mapping[str, Any],
        answer: Mapping[str, Any] | None,
        refused: Refused | None,
    ) -> dict[str, Any]:
        if refused is not None:
            return {"refused": told_of(refused, words=step.words)}
        looks = step.looks or {}
        return {
            "seen": {
                name: jmespath.search(fill(look, known), answer) for name, look in looks.items()
            }
        }

    def _known(self, number: int) -> dict[str, Any]:
        """Return the names of one probe's things, which nobody else has."""
        sender = f"SET{self.run_id}{number:02}".upper()
        return {
            "name": f"{PREFIX}{self.run_id}-{number:02}",
            "sender": sender,
            "lower_sender": sender.lower(),
            "region": self.client.meta.region_name,
            "account": self.account_id,
            "elsewhere": self.elsewhere,
        }

    def _is_marked(self, arn: str) -> bool:
        return MARK in self._ask("ListTagsForResource", {"ResourceArn": arn}).get("Tags", ())

    def _remove(self, creation: str, named: Mapping[str, Any]) -> None:
        """Remove one thing, with patience for what is still on its way."""
        removal = REMOVALS[creation]
        for attempt in range(_ATTEMPTS):
            try:
                self._ask(removal.operation, named)
            except Refused as refused:
                if refused.code == "ResourceNotFoundException":
                    return
                if refused.code != "ConflictException" or attempt == _ATTEMPTS - 1:
                    self.left.append(f"{removal.operation} {dict(named)}: {refused}")
                    return
                self.sleep(_PAUSE)
            else:
                return


class _NotPrepared(Exception):
    """What a question is about could not be made, so that it was not asked."""


_NAMES = ("name", "sender", "lower_sender", "region", "account", "elsewhere")


def _names_in(step: Step, answer: Mapping[str, Any]) -> Iterator[str]:
    """Yield what names the thing that a step made."""
    removal = REMOVALS.get(step.call)
    if removal is not None:
        yield from (str(answer[each]) for each in (removal.arn, removal.members[0]))
