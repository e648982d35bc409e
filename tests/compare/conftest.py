"""Servers that play AWS, one as the mock is, one with some rules changed; and runs over them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest

from moto_pinpoint_sms_v2.compare.probes import Probe, probes

from ..subprocesses import listening
from ..support import REGION, reset
from .runs import Compare, Compared, compare

DOCTORED = Path(__file__).with_name("doctored.py")


@pytest.fixture(scope="session")
def _doctored_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with listening(str(DOCTORED), cwd=tmp_path_factory.mktemp("doctored")) as url:
        yield url


@pytest.fixture
def doctored_server(_doctored_server: str) -> str:
    """The URL of the doctored mock, empty at the start."""
    return reset(_doctored_server)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("moto_pinpoint_sms_v2.compare.running._PAUSE", 0)


@pytest.fixture(scope="module")
def _made() -> dict[tuple[str, int], Compared]:
    return {}


@pytest.fixture
def compared(
    _made: dict[tuple[str, int], Compared], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Compare:
    """Give a whole run over an account with one list; tests share it, since it takes seconds."""

    def once(endpoint_url: str, level: int) -> Compared:
        if (endpoint_url, level) not in _made:
            client(endpoint_url).create_opt_out_list(OptOutListName="secret-list")
            code, report = compare(endpoint_url, level, tmp_path)
            told = capsys.readouterr().out
            _made[endpoint_url, level] = Compared(code, report, told, there(endpoint_url))
        return _made[endpoint_url, level]

    return once


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Probe], bool]], None]:
    """Let a run ask only what concerns a test."""

    def limit(is_wanted: Callable[[Probe], bool]) -> None:
        wanted = [probe for probe in probes() if is_wanted(probe)]
        monkeypatch.setattr("moto_pinpoint_sms_v2.compare.command.probes", lambda: wanted)

    return limit


def client(endpoint_url: str) -> Any:
    return boto3.client("pinpoint-sms-voice-v2", region_name=REGION, endpoint_url=endpoint_url)


LISTS = {
    "describe_configuration_sets": "ConfigurationSets",
    "describe_notify_configurations": "NotifyConfigurations",
    "describe_opt_out_lists": "OptOutLists",
    "describe_pools": "Pools",
    "describe_protect_configurations": "ProtectConfigurations",
    "describe_rcs_agents": "RcsAgents",
    "describe_registration_attachments": "RegistrationAttachments",
    "describe_registrations": "Registrations",
    "describe_sender_ids": "SenderIds",
    "describe_verified_destination_numbers": "VerifiedDestinationNumbers",
}


def there(endpoint_url: str) -> dict[str, int]:
    """Return how many of each thing an account has, beside the list that is always there."""
    sms = client(endpoint_url)
    counts = {rows: len(getattr(sms, operation)()[rows]) for operation, rows in LISTS.items()}
    counts["OptOutLists"] -= 1
    return {rows: count for rows, count in counts.items() if count}
