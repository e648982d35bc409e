"""The backend's methods against the service model.

What they answer is compared with the model too, in every test: see ``assert_declared``.
"""

from __future__ import annotations

import ast
import inspect
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from botocore import xform_name

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.contract import service_model
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.models import PinpointSMSVoiceV2Backend

from .coverage_table import implemented_operations

IMPLEMENTED = implemented_operations()
LEFT_TO_THE_DOOR = {"ClientToken", "MaxResults", "NextToken"}

TESTS = Path(__file__).parent


def parameters_of(operation: str) -> dict[str, inspect.Parameter]:
    """Return the parameters of an operation's method, all but ``self``."""
    method = getattr(PinpointSMSVoiceV2Backend, xform_name(operation))
    _, *others = inspect.signature(method).parameters.values()
    return {each.name: each for each in others}


def members_of(operation: str) -> Any:
    return service_model().operation_model(operation).input_shape.members


@pytest.mark.parametrize("operation", IMPLEMENTED)
def test_a_method_takes_the_members_of_its_operation(operation: str) -> None:
    expected = {xform_name(name) for name in set(members_of(operation)) - LEFT_TO_THE_DOOR}

    assert set(parameters_of(operation)) == expected


@pytest.mark.parametrize("operation", IMPLEMENTED)
def test_a_method_takes_keywords_only(operation: str) -> None:
    kinds = {each.kind for each in parameters_of(operation).values()}

    assert kinds <= {inspect.Parameter.KEYWORD_ONLY}


@pytest.mark.parametrize("operation", IMPLEMENTED)
def test_a_method_requires_what_its_operation_requires(operation: str) -> None:
    required = set(service_model().operation_model(operation).input_shape.required_members)

    without_default = {
        each.name for each in parameters_of(operation).values() if each.default is each.empty
    }
    assert without_default == {xform_name(name) for name in required - LEFT_TO_THE_DOOR}


@pytest.mark.parametrize("operation", IMPLEMENTED)
def test_a_method_says_what_it_does_in_one_sentence(operation: str) -> None:
    told = inspect.getdoc(getattr(PinpointSMSVoiceV2Backend, xform_name(operation))) or ""

    assert told.partition("\n\n")[0].endswith(".")


@cache
def names_in_tests() -> re.Pattern[str]:
    """Match every name after a dot, every text, and whatever a text with gaps can become."""
    trees = (ast.parse(path.read_text("utf-8")) for path in TESTS.rglob("*.py"))
    nodes = [node for tree in trees for node in ast.walk(tree)]
    names = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    names |= {str(node.value) for node in nodes if isinstance(node, ast.Constant)}
    gapped = {_with_gaps(node) for node in nodes if isinstance(node, ast.JoinedStr)}
    gapped = {pattern for pattern in gapped if pattern.count("_") > 1}
    return re.compile("|".join({re.escape(name) for name in names if "_" in name} | gapped))


def _with_gaps(text: ast.JoinedStr) -> str:
    parts = [part.value if isinstance(part, ast.Constant) else None for part in text.values]
    return "".join("[a-z]+" if part is None else re.escape(str(part)) for part in parts)


@pytest.mark.parametrize("operation", IMPLEMENTED)
def test_an_operation_is_called_in_some_test(operation: str) -> None:
    assert names_in_tests().fullmatch(xform_name(operation))
