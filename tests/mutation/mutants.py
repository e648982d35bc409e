"""The mutants of a file: its code with one fault."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

from .faults import difference, faults
from .reached import PACKAGE, ROOT

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_SKIPPED = {"annotation", "returns", "decorator_list"}
"""Fields of nodes that say something to people and type checkers, or hold what is registered."""


@dataclass(frozen=True)
class Mutant:
    """A fault of a file, by its number among the file's faults."""

    file: str
    number: int
    line: int
    fault: str
    names: tuple[str, ...]
    """Outside of functions: what the faulty code belongs to. Where that is used, it is tested."""
    in_function: bool

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.fault}"

    def code(self) -> CodeType:
        """Return the file's code with the fault in it."""
        tree = _tree(self.file)
        for number, _ in enumerate(_mutants(tree, self.file)):
            if number == self.number:
                return compile(ast.fix_missing_locations(tree), ROOT / PACKAGE / self.file, "exec")
        raise LookupError(self)


def mutants_of(file: str) -> list[Mutant]:
    """Return all mutants of a file of the package."""
    return list(_mutants(_tree(file), file))


def original(file: str) -> CodeType:
    """Return a file's code as it is."""
    return compile(_tree(file), ROOT / PACKAGE / file, "exec")


def _tree(file: str) -> ast.Module:
    return ast.parse(Path(ROOT / PACKAGE / file).read_text("utf-8"))


@dataclass(frozen=True)
class _Around:
    names: tuple[str, ...] = ()
    in_function: bool = False
    line: int = 1


def _mutants(tree: ast.Module, file: str) -> Iterator[Mutant]:
    """Yield each mutant while its fault is in the tree."""
    for number, (around, fault) in enumerate(_below(tree, _Around())):
        yield Mutant(file, number, around.line, fault, around.names, around.in_function)


def _below(node: ast.AST, around: _Around) -> Iterator[tuple[_Around, str]]:
    for name, value in ast.iter_fields(node):
        if name in _SKIPPED or _is_for_types(node):
            continue
        holder = value if isinstance(value, list) else vars(node)
        for key, child in list(enumerate(value)) if isinstance(value, list) else [(name, value)]:
            if isinstance(child, ast.AST) and not _is_text(child):
                within = _within(node, name, child, around)
                yield from _here(holder, key, child, within)
                yield from _below(child, within)


def _here(
    holder: object, key: object, node: ast.AST, around: _Around
) -> Iterator[tuple[_Around, str]]:
    for faulty in faults(node):
        holder[key] = ast.copy_location(faulty, node)  # type: ignore[index]
        yield around, difference(node, faulty)
        holder[key] = node  # type: ignore[index]


def _within(node: ast.AST, field: str, child: ast.AST, around: _Around) -> _Around:
    inside = around.in_function or (isinstance(node, _FUNCTIONS) and field == "body")
    names = around.names if inside else around.names + tuple(_named(child))
    return _Around(names, inside, getattr(child, "lineno", around.line))


def _named(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            yield name


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_for_types(node: ast.AST) -> bool:
    match node:
        case (
            ast.If(test=ast.Name(id="TYPE_CHECKING")) | ast.Subscript(value=ast.Name(id="Literal"))
        ):
            return True
        case ast.Call(func=ast.Name(id="TypeVar" | "ParamSpec" | "cast")):
            return True
    return False
