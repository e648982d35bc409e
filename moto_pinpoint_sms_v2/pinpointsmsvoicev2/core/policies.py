"""What policies answer to a question.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import translate
from functools import lru_cache
from typing import Any

Statement = Mapping[str, Any]


@dataclass(frozen=True)
class Question:
    """Whether this action may be done to this resource."""

    action: str
    resource: str | None = "*"
    """None where the policy is the resource's own and names none, such as who may be a role."""
    keys: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The values of condition keys, whose names are in lower case; others are not there."""
    principal: str | None = None
    """The account or the service that asks of another's resource; None where the policies are its
    own.
    """
    callers: Sequence[str] = ()
    """The ARNs of who in the account asks; none where nobody knows."""


def read_policy(text: Any) -> Mapping[str, Any]:
    """Return a policy's document; what is none, as moto lets many be, says nothing at all."""
    try:
        document = json.loads(text)
    except (TypeError, ValueError, RecursionError):
        return {}
    return document if isinstance(document, dict) else {}


def is_denied(documents: Iterable[Mapping[str, Any]], question: Question) -> bool:
    """Say whether a policy denies it in so many words."""
    return any(_applies(statement, question) for statement in _statements(documents, "Deny"))


def is_allowed(documents: Iterable[Mapping[str, Any]], question: Question) -> bool:
    """Say whether a policy allows it."""
    return any(_applies(statement, question) for statement in _statements(documents, "Allow"))


def _statements(documents: Iterable[Mapping[str, Any]], effect: str) -> Iterable[Statement]:
    for document in documents:
        for statement in _listed(document.get("Statement", ())):
            if isinstance(statement, Mapping) and statement.get("Effect") == effect:
                yield statement


def _applies(statement: Statement, question: Question) -> bool:
    return (
        (question.principal is None or _is_about(statement, question.principal, question.callers))
        and _names(statement, "Action", question.action.lower(), str.lower)
        and (question.resource is None or _names(statement, "Resource", question.resource, str))
        and _conditions_hold(statement.get("Condition", {}), question.keys)
    )


def _conditions_hold(conditions: Any, keys: Mapping[str, Sequence[str]]) -> bool:
    """Say whether all of them hold, which what is no condition never does."""
    if not isinstance(conditions, Mapping):
        return False
    return all(
        isinstance(wanted, Mapping)
        and all(
            are_values(each) and _holds(operator, key, _texts(each), keys)
            for key, each in wanted.items()
        )
        for operator, wanted in conditions.items()
    )


def are_values(expected: Any) -> bool:
    """Say whether a key of a condition may be compared with this: one value, or a list of them."""
    return all(isinstance(each, str | int | float) for each in _listed(expected))


def _is_about(statement: Statement, principal: str, callers: Sequence[str]) -> bool:
    if "NotPrincipal" in statement:
        return not _is_among(statement["NotPrincipal"], principal, callers)
    return _is_among(statement.get("Principal", ()), principal, callers)


def _is_among(principals: Any, principal: str, callers: Sequence[str]) -> bool:
    if not isinstance(principals, Mapping):
        return names_account(principals, principal, callers)
    accounts = _listed(principals.get("AWS", ()))
    if principal.isdecimal():
        return names_account(accounts, principal, callers)
    return "*" in accounts or principal in _listed(principals.get("Service", ()))


def names_account(principals: Any, account_id: str, callers: Sequence[str] = ()) -> bool:
    """Say whether one of them is the account, or who asks in it.

    ``callers`` are the ARNs of who asks; where there are none, as of a key that no test has made, a
    user or a role stands for its whole account, which is a choice.
    """
    return any(_is_caller(str(name), account_id, callers) for name in _listed(principals))


def _is_caller(name: str, account_id: str, callers: Sequence[str]) -> bool:
    if name in ("*", account_id):
        return True
    account, entity = [*name.split(":", 5), "", "", "", "", ""][4:6]
    return account == account_id and (entity == "root" or not callers or name in callers)


def _names(statement: Statement, element: str, value: str, spelling: Callable[[str], str]) -> bool:
    others = statement.get("Not" + element)
    named = _listed(statement.get(element, ()) if others is None else others)
    is_named = _matches_any((spelling(each) for each in named if isinstance(each, str)), value)
    return is_named == (others is None)


def _holds(
    operator: str, key: str, expected: Sequence[str], keys: Mapping[str, Sequence[str]]
) -> bool:
    quantity, _, comparison = operator.rpartition(":")
    comparison, if_exists = comparison.removesuffix("IfExists"), comparison.endswith("IfExists")
    actual = keys.get(key.lower())
    if comparison == "Null":
        return (actual is None) == (expected == ["true"])
    compare = _COMPARISONS.get(comparison.replace("Not", ""), _never)
    negative = "Not" in comparison
    if actual is None:
        return if_exists or negative or quantity == "ForAllValues"
    matches = [compare(expected, value) != negative for value in actual]
    if quantity == "ForAllValues" or (negative and not quantity):
        return all(matches)
    return any(matches)


def _never(expected: Iterable[str], value: str) -> bool:
    """Say no: no key that is there for this service is a number, a date or an address."""
    return False


def _equals(expected: Iterable[str], value: str) -> bool:
    return value in expected


def _equals_ignoring_case(expected: Iterable[str], value: str) -> bool:
    return value.lower() in [each.lower() for each in expected]


def _matches_any(patterns: Iterable[str], value: str) -> bool:
    return any(_pattern(pattern).fullmatch(value) for pattern in patterns)


_COMPARISONS: Mapping[str, Callable[[Iterable[str], str], bool]] = {
    "ArnEquals": _matches_any,
    "ArnLike": _matches_any,
    "Bool": _equals_ignoring_case,
    "StringEquals": _equals,
    "StringEqualsIgnoreCase": _equals_ignoring_case,
    "StringLike": _matches_any,
}


@lru_cache(maxsize=1024)
def _pattern(text: str) -> re.Pattern[str]:
    # Many asterisks of its take no longer, unlike many of ``.*``; it has sets, which policies lack.
    return re.compile(translate(text.replace("[", "[[]")))


def _listed(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else [value]


def _texts(value: Any) -> list[str]:
    return [str(each).lower() if isinstance(each, bool) else str(each) for each in _listed(value)]
