"""Reading an account, by nothing but Describe, Get and List."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ..numbers.number_plans import number_plan
from .answers import tell
from .sections import Section, sections

Ask = Callable[[str, Mapping[str, Any]], Mapping[str, Any]]
"""Makes a call and returns its whole answer, all pages in one; may raise Refused."""
Progress = Callable[[str, int, int], object]
"""Is told a part's name, how many of its requests are answered, and of how many."""

VERSION = 1
"""The version of the file's form."""
_GONE = "ResourceNotFoundException"
_INVALID = "ValidationException"
_NOT_ANSWERED = (
    "AccessDeniedException",
    "ParamValidationError",
    "UnknownOperationException",
    _INVALID,
)
"""What a caller may not ask, or not in this Region."""


class Refused(Exception):
    """A call was refused, with that code."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code


def read_account(
    ask: Ask,
    *,
    opted_out_numbers: bool = False,
    field_values: bool = False,
    destination_numbers: bool = False,
    progress: Progress = lambda part, done, total: None,
) -> dict[str, Any]:
    """Return everything that an account shows, part by part, as JSON can say it.

    What tells of people is left out unless it is asked for; in place of the numbers of verified
    destinations and of overrides stand made-up ones. A part that the caller may not read is left
    out, and ``left_out`` says why.
    """
    wishes = {"opted_out_numbers": opted_out_numbers, "field_values": field_values}
    account: dict[str, Any] = {}
    left_out: dict[str, str] = {}
    for section in sections().values():
        if section.personal is None or wishes[section.personal]:
            try:
                rows = _read(section, ask, account, progress, left_out)
                account[section.name] = list(rows)
            except Refused as refused:
                if refused.code not in _NOT_ANSWERED:
                    raise
                left_out[section.name] = str(refused)
    if not destination_numbers:
        _make_up_numbers(account)
    return account | ({"left_out": left_out} if left_out else {})


def _read(
    section: Section,
    ask: Ask,
    account: Mapping[str, Any],
    progress: Progress,
    left_out: dict[str, str],
) -> Iterator[Mapping[str, Any]]:
    requests = list(section.requests(account))
    for done, request in enumerate(requests, 1):
        try:
            answer = ask(section.operation, request)
        except Refused as refused:
            # What was there when its list was read may be gone by now; and one capability that
            # a Region does not have is no reason to leave out the others.
            if refused.code == _INVALID and request:
                left_out[section.name] = f"{request}: {refused}"
            elif refused.code != _GONE or not request:
                raise
        else:
            yield from _rows(section, answer)
        progress(section.name, done, len(requests))


def _rows(section: Section, answer: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """Return what stands in the file of an answer."""
    if not section.owned:
        return [tell(section.row_shape, row) for row in answer.get(section.member or "", ())]
    told: Mapping[str, Any] = tell(section.shape, answer)
    return [] if section.is_empty(told) else [told]


def _make_up_numbers(account: Mapping[str, Any]) -> None:
    """Put numbers of films and books in place of those of people."""
    _replace(account.get("VerifiedDestinationNumbers", ()))
    for answer in account.get("ProtectConfigurationRuleSetNumberOverrides", ()):
        _replace(answer.get("RuleSetNumberOverrides", ()))


def _replace(rows: Sequence[dict[str, Any]]) -> None:
    made_up = _fictional_numbers()
    # A tester of several agents is one person.
    numbers: dict[str, str] = {}
    for row in rows:
        real = row["DestinationPhoneNumber"]
        if real not in numbers:
            numbers[real] = next(made_up)
        row["DestinationPhoneNumber"] = numbers[real]


def _fictional_numbers() -> Iterator[str]:
    for numbers in number_plan("US", toll_free=False):
        for index in range(len(numbers)):
            yield numbers[index]
