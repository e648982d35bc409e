"""The faults themselves."""

from __future__ import annotations

import ast

import pytest

from .faults import difference, faults

FAULTS = {
    "a < b": ["a <= b"],
    "a is None": ["a is not None"],
    "a and b": ["a or b"],
    "not a": ["a"],
    "a + b": ["a - b"],
    "x if a else y": ["x if not a else y"],
    "20": ["21", "19"],
    "True": ["False"],
    "'CODE'": ["'CODEX'"],
    "'a sentence'": [],
    "min(a, b)": ["max(a, b)"],
    "f(a, b=c)": ["f(a)"],
    "{'a': b}": ["{}"],
    "raise Refused": ["pass"],
    "a.b = c": ["pass"],
    "a = b": [],
    "del a[b]": ["pass"],
    "a.pop()": ["pass"],
}


@pytest.mark.parametrize(("code", "expected"), FAULTS.items(), ids=FAULTS)
def test_what_can_go_wrong_goes_wrong_in_one_place(code: str, expected: list[str]) -> None:
    [statement] = ast.parse(code).body
    node = statement.value if _is_alone(statement) else statement

    assert [ast.unparse(ast.fix_missing_locations(fault)) for fault in faults(node)] == expected


def test_a_fault_is_told_by_what_it_changes() -> None:
    before, after = (ast.parse(f"count = seen {sign} 3") for sign in ("<", "<="))

    assert difference(before, after) == "count = seen < 3 -> count = seen <= 3"


def _is_alone(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and not ast.unparse(statement).endswith("pop()")
