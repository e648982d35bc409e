"""Which of the service's reasons some test brings about."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.contract import service_model

ENUMS = (
    "AccessDeniedExceptionReason",
    "ConflictExceptionReason",
    "ServiceQuotaExceededExceptionReason",
    "ValidationExceptionReason",
)

NOT_GIVEN = {
    "FIELD_VALIDATION_FAILED": "a wrong value is refused as INVALID_PARAMETER, as far as is known",
    "INVALID_REQUEST": "no public source says what is answered so",
    "MEDIA_TYPE_NOT_SUPPORTED": "media that is not fit shows in an event, not in the answer",
    "PHONE_NUMBER_CANNOT_BE_RELEASED": "no number is known that could not be, but those in use",
    "RESOURCE_NOT_ACCESSIBLE": "whether the service may assume a role is not checked",
    "TWO_WAY_NOT_SUPPORTED_IN_REGION": "no Region is known that lacks it",
    "TWO_WAY_TOPIC_NOT_PRESENT": "an older word for TWO_WAY_CHANNEL_NOT_PRESENT",
    "UNKNOWN_OPERATION": "the protocol's own UnknownOperationException answers instead",
    "UNSPECIFIED_PARAMETER_NOT_SUPPORTED": "no public source says what is answered so",
}
"""The reasons that only ``Simulator.inject_error`` gives, and why; it can only shrink."""


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

    assert reasons - given == set(NOT_GIVEN)
