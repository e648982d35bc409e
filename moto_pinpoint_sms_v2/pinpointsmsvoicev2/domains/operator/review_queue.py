"""The review desk: registrations as whoever approves or denies them sees them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Literal

from ...core.domain import Domain
from ...data import load
from ..inbound.conversations import check_size
from ..registrations.definitions import RegistrationDefinitions
from ..registrations.forms import FieldValue, RegistrationTypeDefinition
from ..registrations.registrations import UNDER_REVIEW, Registration

_NAMES = ("serviceName", "brandName", "senderId", "companyName", "legalName", "campaignName")
"""The fields that name what is registered; a 10DLC campaign has nothing but its description."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a version says in one field of its form."""

    field_path: str
    title: str
    value: str
    denied_reason: str | None


@dataclass(frozen=True, kw_only=True)
class Submission:
    """A registration with its newest version."""

    registration_id: str
    registration_type: str
    title: str
    name: str
    """What it is for: a campaign, a brand, a sender ID, and the company; empty if unsaid."""
    registration_status: str
    created_timestamp: datetime
    version_number: int
    version_status: str
    denied_reasons: Sequence[dict[str, str]]
    is_submitted: bool
    """Whether there is something to approve or deny."""
    is_waiting: bool
    """Whether its review has not ended."""
    answers: Sequence[Answer]


@dataclass(frozen=True, kw_only=True)
class DenialReason:
    """What a version can be denied for."""

    reason: str
    short_description: str


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What lies on the desk, newest first."""

    registrations: Sequence[Submission]
    has_more: bool
    denial_reasons: Sequence[DenialReason]


class ReviewQueue(Domain):
    """What the page reads; none of it counts as a Describe."""

    definitions: RegistrationDefinitions

    def registrations(
        self, *, search: str = "", show: Literal["all", "waiting"] = "all", limit: int = 50
    ) -> Desk:
        """Return the newest registrations, each with its newest version."""
        check_size(limit)

        waiting = show == "waiting"
        matching = self._submissions(search.casefold().strip())
        shown = (each for each in matching if each.is_waiting or not waiting)
        found = list(islice(shown, limit + 1))
        return Desk(
            registrations=found[:limit], has_more=len(found) > limit, denial_reasons=_reasons()
        )

    def waiting_registrations(self) -> int:
        """Return how many reviews have not ended."""
        registrations = self.store.all(Registration)
        return sum(each.registration_status in UNDER_REVIEW for each in registrations)

    def _submissions(self, wanted: str) -> Iterator[Submission]:
        for registration in reversed(self.store.all(Registration)):
            submission = self._submission(registration)
            words = [submission.registration_id, submission.registration_type]
            words += [submission.title, submission.name, submission.registration_status]
            if wanted in "\n".join(words).casefold():
                yield submission

    def _submission(self, registration: Registration) -> Submission:
        version = registration.current_version
        form = self.definitions.form(registration.registration_type)
        return Submission(
            registration_id=registration.id,
            registration_type=registration.registration_type,
            title=form.answer.get("DisplayHints", {}).get("Title", ""),
            name=_name({each.field_path: each.text_value for each in version.field_values}),
            registration_status=registration.registration_status,
            created_timestamp=registration.created_timestamp,
            version_number=version.version_number,
            version_status=version.registration_version_status,
            denied_reasons=version.denied_reasons or (),
            is_submitted=registration.submitted_version is not None,
            is_waiting=registration.registration_status in UNDER_REVIEW,
            answers=[_answer(form, value) for value in version.field_values],
        )


def _name(answers: Mapping[str, str | None]) -> str:
    """Return the names that the answers give, the most particular first."""
    by_name = {path.rpartition(".")[2]: text for path, text in answers.items()}
    given = dict.fromkeys(filter(None, (by_name.get(name) for name in _NAMES)))
    return " · ".join(list(given)[:2])


def _answer(form: RegistrationTypeDefinition, value: FieldValue) -> Answer:
    field = form.fields.get(value.field_path)
    hints = {} if field is None else field.display_hints or {}
    given = value.text_value or value.registration_attachment_id
    return Answer(
        field_path=value.field_path,
        title=hints.get("Title", value.field_path),
        value=given if given is not None else ", ".join(value.select_choices or ()),
        denied_reason=value.denied_reason,
    )


def _reasons() -> list[DenialReason]:
    sentences = load("denial_reasons").items()
    return [DenialReason(reason=code, short_description=sentence) for code, sentence in sentences]
