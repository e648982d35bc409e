"""The faults that are put into a file, one at a time."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from copy import copy
from itertools import takewhile
from typing import Any

_EDGES = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_SUMS = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_OTHERS = {"min": "max", "max": "min", "any": "all", "all": "any"}
_STATEMENTS = (ast.Raise, ast.AugAssign, ast.Delete, ast.Continue, ast.Break)


def faults(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what can stand in a node's place: its faults."""
    match node:
        case ast.Compare():
            for n, operator in enumerate(node.ops):
                yield _with(node, ops=_replaced(node.ops, n, _EDGES[type(operator)]()))
        case ast.BoolOp():
            yield _with(node, op=ast.And() if isinstance(node.op, ast.Or) else ast.Or())
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.BinOp() | ast.AugAssign() if type(node.op) in _SUMS:
            yield _with(node, op=_SUMS[type(node.op)]())
        case ast.If() | ast.IfExp() | ast.While() if _is_plain(node.test):
            yield _with(node, test=ast.UnaryOp(ast.Not(), node.test))
        case ast.comprehension():
            for n, test in enumerate(node.ifs):
                if _is_plain(test):
                    turned = ast.UnaryOp(ast.Not(), test)
                    yield _with(node, ifs=_replaced(node.ifs, n, turned))
        case ast.Constant():
            yield from (_with(node, value=value) for value in _other_values(node.value))
        case ast.Call():
            yield from _calls(node)
        case ast.Dict():
            for n in range(len(node.keys)):
                yield _with(node, keys=_without(node.keys, n), values=_without(node.values, n))
        case ast.Return(value=ast.expr()) if not _is_none(node.value):
            yield _with(node, value=ast.Constant(None))
    if isinstance(node, _STATEMENTS) or _is_done(node):
        yield ast.Pass()


def difference(before: ast.AST, after: ast.AST) -> str:
    """Say in a line what a fault changes."""
    old, new = (" ".join(ast.unparse(node).split()) for node in (before, after))
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    begin = max(0, start - 40)
    return " -> ".join(text[begin : len(text) - end + 20][:110] for text in (old, new))


def _alike(one: str, other: str) -> int:
    """Return with how many equal letters two texts begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _other_values(value: object) -> list[object]:
    match value:
        case bool():
            return [not value]
        case int():
            return [value + 1, value - 1]
        case str() if " " not in value:  # a code or a name; sentences are for people
            return [value + "X"]
    return []


def _calls(node: ast.Call) -> Iterator[ast.AST]:
    if isinstance(node.func, ast.Name) and node.func.id in _OTHERS:
        yield _with(node, func=ast.Name(_OTHERS[node.func.id], ast.Load()))
    for n, keyword in enumerate(node.keywords):
        if keyword.arg:
            yield _with(node, keywords=_without(node.keywords, n))


def _is_plain(test: ast.expr) -> bool:
    return not isinstance(test, ast.Compare | ast.BoolOp | ast.UnaryOp)


def _is_none(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _is_done(node: ast.AST) -> bool:
    """Say whether a statement is there for its effect: a call, or a change of an object."""
    match node:
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.Await()):
            return True
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            return True
    return False


def _with(node: ast.AST, **fields: Any) -> ast.AST:
    changed = copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed


def _replaced(nodes: list[Any], n: int, node: ast.AST) -> list[Any]:
    return [*nodes[:n], node, *nodes[n + 1 :]]


def _without(nodes: list[Any], n: int) -> list[Any]:
    return nodes[:n] + nodes[n + 1 :]
