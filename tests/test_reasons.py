"""Which of the service's reasons some test brings about."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from moto_pinpoint_sms_v2 import Simulator
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.contract import service_model

from .documentation import tables
from .support import refused

ENUMS = (
    "AccessDeniedExceptionReason",
    "ConflictExceptionReason",
    "ServiceQuotaExceededExceptionReason",
    "ValidationExceptionReason",
)

NOT_GIVEN = {
    "INVALID_REQUEST": "no public source says what is answered so",
    "MEDIA_TYPE_NOT_SUPPORTED": "an event tells of media that do not fit, not the answer",
    "OTHER": "no public source says what is answered so",
    "TWO_WAY_TOPIC_NOT_PRESENT": "an older word for `TWO_WAY_CHANNEL_NOT_PRESENT`",
    "UNKNOWN_OPERATION": "the protocol's own `UnknownOperationException` comes first",
    "UNSPECIFIED_PARAMETER_NOT_SUPPORTED": "no public source says what is answered so",
}
"""The reasons that only ``Simulator.inject_error`` gives, and why; it can only shrink."""

WORDS_WITH_ANOTHER_SENSE = {"OTHER"}
"""What tests say as well, but not as a reason: it is a type of phone number."""


def texts(tree: ast.AST) -> Iterator[str]:
    """Yield every text under ``tree``, but none of a function that injects its error."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef) and _injects(node):
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        yield from texts(node)


def _injects(function: ast.FunctionDef) -> bool:
    return any(
        isinstance(node, ast.Attribute) and node.attr == "inject_error"
        for node in ast.walk(function)
    )


def test_every_reason_is_given_in_some_test_but_those_listed_here() -> None:
    here = Path(__file__)
    paths = [path for path in here.parent.rglob("*.py") if path != here]
    given = {text for path in paths for text in texts(ast.parse(path.read_text("utf-8")))}
    reasons = {reason for enum in ENUMS for reason in service_model().shape_for(enum).enum}

    assert reasons - given | WORDS_WITH_ANOTHER_SENSE == set(NOT_GIVEN)


@pytest.mark.parametrize("reason", NOT_GIVEN)
def test_a_reason_that_nothing_gives_can_be_injected(
    sms: Any, simulator: Simulator, reason: str
) -> None:
    simulator.inject_error("DescribePools", "ValidationException", reason=reason)

    with refused("ValidationException", reason):
        sms.describe_pools()


def test_the_page_of_differences_tells_them() -> None:
    rows = tables("differences.md")[-1]

    assert rows[0] == ["reason", "why only `inject_error` gives it"]
    assert rows[2:] == [[f"`{reason}`", why] for reason, why in NOT_GIVEN.items()]
