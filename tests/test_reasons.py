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

NOT_GIVEN: set[str] = set()
"""The reasons that no test gives; it can only shrink."""


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

    assert reasons - given == NOT_GIVEN
