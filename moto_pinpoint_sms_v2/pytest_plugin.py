"""What pytest loads at every start: importing the package has registered the service."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .simulator import Simulator


_ACCOUNT = "pinpoint_sms_account"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the ini option for the account that ``simulator`` begins with."""
    parser.addini(_ACCOUNT, "the account that the fixture simulator begins with, a file of JSON")


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marker for the account of one test."""
    config.addinivalue_line(
        "markers",
        f"{_ACCOUNT}(file): the account that the fixture simulator begins with; None for none",
    )


@pytest.fixture
def simulator(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Simulator]:
    """Open a mocked AWS with a default Region; give its default account's Simulator.

    It is empty, unless the marker or the ini option ``pinpoint_sms_account`` names an account;
    where no Region is set, the account's is the default one.

    Inside a wider mock_aws (of a module, a session, another fixture) AWS is that mock's, with all
    that is in it. Numbers and pools stay, so that a wider fixture may make them, unless an account
    is named; what was sent and refused before, injected errors and chosen outcomes are forgotten,
    in every account and Region. Nothing of another service is touched.
    """
    # Here, because a run that never asks for it is not to pay for moto.
    from moto import mock_aws

    from .account.files import load_file, read_file, regions_of
    from .simulator import Simulator
    from .whereabouts import is_mocked, start_clean

    account = _account(request)
    source = None if account is None else read_file(account)
    regions = regions_of(source)
    if not os.environ.get("AWS_DEFAULT_REGION"):
        monkeypatch.setenv("AWS_DEFAULT_REGION", regions[0] if regions else "us-east-1")
    is_inner = is_mocked()
    with mock_aws():
        if is_inner:
            start_clean(with_resources=account is not None)
        if account is not None:
            load_file(account, source, everywhere=len(regions) > 1)
        yield Simulator()


def _account(request: pytest.FixtureRequest) -> Path | None:
    """Return the file that a test or the configuration names."""
    marker = request.node.get_closest_marker(_ACCOUNT)
    config = request.config
    if marker is None:
        named = config.getini(_ACCOUNT)
        folder = config.rootpath if config.inipath is None else config.inipath.parent
        return folder / named if named else None
    if len(marker.args) != 1 or marker.kwargs:
        raise ValueError(f"@pytest.mark.{_ACCOUNT} takes a file, or None")
    (named,) = marker.args
    if named is None:
        return None
    beside = request.path.parent / named
    return beside if beside.exists() else config.rootpath / named
