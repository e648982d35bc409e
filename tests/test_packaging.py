"""What is installed, and how large its parts are."""

from __future__ import annotations

import ast
import os
import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

import moto_pinpoint_sms_v2

from .subprocesses import package_is_installed

ROOT = Path(__file__).parents[1]
LONG_FOR_A_REASON = {"accepted_sends.message": "it has a line for each member of a message"}
SOURCES = sorted((ROOT / "moto_pinpoint_sms_v2").rglob("*.py"))


@pytest.fixture
def installed() -> metadata.Distribution:
    """The installed package."""
    if not package_is_installed():
        pytest.skip("the package is not installed")
    return metadata.distribution("moto-pinpoint-sms-v2")


@pytest.mark.skipif("TOX_ENV_NAME" not in os.environ, reason="the folder itself is tested")
def test_under_tox_the_wheel_is_what_is_tested() -> None:
    assert "site-packages" in Path(moto_pinpoint_sms_v2.__file__).parts


def test_the_version_is_stated_once(installed: metadata.Distribution) -> None:
    assert installed.version == moto_pinpoint_sms_v2.__version__


def test_every_file_of_the_package_is_in_the_wheel(installed: metadata.Distribution) -> None:
    packed = {file.as_posix() for file in installed.files or ()}

    package = ROOT / "moto_pinpoint_sms_v2"
    files = (path for path in package.rglob("*") if path.is_file() and path.suffix != ".pyc")
    assert {path.relative_to(ROOT).as_posix() for path in files} <= packed


def test_the_licence_is_in_the_wheel(installed: metadata.Distribution) -> None:
    assert installed.metadata["License-Expression"] == "Apache-2.0"
    assert any(file.name == "LICENSE" for file in installed.files or ())


def test_tests_are_not_in_the_wheel(installed: metadata.Distribution) -> None:
    packed = {file.parts[0] for file in installed.files or ()}

    assert "tests" not in packed


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield what is imported from elsewhere, by the first name only, but not for type checkers."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield str(node.module).partition(".")[0]
        elif not isinstance(node, ast.If) or ast.unparse(node.test) != "TYPE_CHECKING":
            yield from imported(node)


def test_what_the_package_imports_it_declares(installed: metadata.Distribution) -> None:
    requires = [each.lower() for each in installed.requires or () if "extra ==" not in each]
    declared = {re.split(r"[^\w-]", each)[0] for each in requires}
    ours = {"moto_pinpoint_sms_v2", *sys.stdlib_module_names}
    modules = {name for path in SOURCES for name in imported(ast.parse(path.read_text("utf-8")))}

    providers = metadata.packages_distributions()
    brought = {
        name for name in modules if declared & {each.lower() for each in providers.get(name, ())}
    }
    assert modules - ours - brought == {
        "pytest",  # whoever uses the plugin has it
        "flask_cors",  # where moto's server runs it is there
    }


def lines_of_code(tree: ast.AST) -> int:
    """Return how many lines hold code, which neither blank ones nor docstrings do."""
    lines: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.expr | ast.stmt) and not _is_docstring(node):
            lines |= {node.lineno, node.end_lineno or node.lineno}
    return len(lines)


def _is_docstring(node: ast.AST) -> bool:
    value = node.value if isinstance(node, ast.Expr) else node
    return isinstance(value, ast.Constant) and isinstance(value.value, str)


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    tree = ast.parse(path.read_text("utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_a_file_has_at_most_300_lines_of_code(path: Path) -> None:
    assert lines_of_code(ast.parse(path.read_text("utf-8"))) <= 300


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_a_function_has_at_most_30_lines_of_code(path: Path) -> None:
    sizes = {
        f"{path.stem}.{each.name}": sum(map(lines_of_code, each.body)) for each in functions(path)
    }

    assert {name for name, size in sizes.items() if size > 30} <= set(LONG_FOR_A_REASON)
