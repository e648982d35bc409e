"""Two servers that play AWS: one as the mock is, one with some rules changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest

from ..subprocesses import listening
from ..support import REGION, reset

DOCTORED = Path(__file__).with_name("doctored.py")


@pytest.fixture(scope="session")
def _doctored_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with listening(str(DOCTORED), cwd=tmp_path_factory.mktemp("doctored")) as url:
        yield url


@pytest.fixture
def doctored_server(_doctored_server: str) -> str:
    """The URL of the doctored mock, empty at the start."""
    return reset(_doctored_server)


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
