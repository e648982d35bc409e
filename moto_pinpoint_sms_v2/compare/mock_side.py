"""The mock's side of a comparison: an empty account of this process, as far along as AWS's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import boto3
from moto import mock_aws

from ..account.clients import SERVICE_NAME, restrict
from ..simulator import Simulator
from .levels import Permit
from .running import Run

ACCOUNT = "123456789012"


@contextmanager
def mock_run(
    region_name: str, level: int, tier: str, *, run_id: str, elsewhere: str
) -> Iterator[Run]:
    """Open a mock and give a run through it."""
    with mock_aws():
        Simulator(region_name=region_name, account_id=ACCOUNT).set_account_tier(tier)  # type: ignore[arg-type]
        client = boto3.client(
            SERVICE_NAME,
            region_name=region_name,
            aws_access_key_id="testing",
            aws_secret_access_key="testing",
        )
        permit = Permit(level)
        restrict(client, permit.allows)
        yield Run(client, permit, ACCOUNT, run_id, elsewhere, sleep=_at_once)


_at_once: Callable[[float], object] = lambda seconds: None  # noqa: E731
