"""The house: which folder may use which, and what a domain may be."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from moto_pinpoint_sms_v2.pinpointsmsvoicev2 import core, domains, models
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.contract import operation, service_model
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.core.domain import Domain, domains_below, methods_of

DOMAINS = Path(domains.__path__[0])
CORE = Path(core.__path__[0])
LAYERS = [
    line.split(", ") for line in re.findall(r"^    ([a-z_, ]+)$", domains.__doc__ or "", re.M)
]
"""The folders from the top to the bottom, those of one line together."""
OTHERS = {"core", "data", "exceptions", "simulator_calls"}
FOLDERS = list(chain.from_iterable(LAYERS))


def test_each_folder_of_the_domains_is_a_layer() -> None:
    folders = {path.name for path in DOMAINS.iterdir() if path.is_dir() and path.name[0] != "_"}

    assert folders == set(FOLDERS)


def test_no_file_lies_beside_the_folders() -> None:
    assert [path.name for path in DOMAINS.glob("*.py")] == ["__init__.py"]


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_uses_only_those_below_it(folder: str) -> None:
    place = next(index for index, layer in enumerate(LAYERS) if folder in layer)
    below = {*chain.from_iterable(LAYERS[place + 1 :]), folder}

    used = set(_used(DOMAINS / folder))

    assert used - below - OTHERS == set()


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_says_what_lives_there(folder: str) -> None:
    tree = ast.parse((DOMAINS / folder / "__init__.py").read_text("utf-8"))

    assert len(ast.get_docstring(tree) or "") > 80


def test_core_uses_no_domain() -> None:
    assert "domains" not in set(_used(CORE))


@pytest.mark.parametrize("domain", domains_below(domains), ids=lambda each: each.__name__)
def test_a_domain_is_nothing_but_a_domain(domain: type[Domain]) -> None:
    assert domain.__bases__ == (Domain,)


def test_each_operation_is_answered_by_one_domain() -> None:
    names = [operation(name).method for name in service_model().operation_names]  # type: ignore[union-attr]

    assert set(names) <= set(methods_of(domains_below(domains)))


def test_the_order_of_the_domains_means_nothing() -> None:
    forth = sorted(domains_below(domains), key=lambda each: each.__name__)

    assert dict(methods_of(forth)) == dict(methods_of(forth[::-1]))
    assert set(models.PinpointSMSVoiceV2Backend("us-east-1", "123456789012").domains) == set(forth)


def test_two_domains_with_one_method_are_refused() -> None:
    one = type("One", (), {"speak": lambda self: None})
    other = type("Other", (), {"speak": lambda self: None})

    with pytest.raises(TypeError, match="Other and One both speak"):
        methods_of([one, other])  # type: ignore[list-item]


def _used(folder: Path) -> Iterator[str]:
    """Yield the folders that a folder's files import from, itself included."""
    for path in folder.rglob("*.py"):
        inside = len(path.relative_to(folder).parts) - 1
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level > inside + 1 and node.module:
                yield node.module.partition(".")[0]
