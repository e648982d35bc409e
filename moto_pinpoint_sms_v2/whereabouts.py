"""Where a Simulator finds its service: where boto3 sends its requests, or in this process."""

from __future__ import annotations

import os
import sys
import threading
from typing import Any

import botocore.session

from .plugin import HOSTS

_SERVICE_ID = "pinpoint_sms_voice_v2"


def default_region() -> str:
    """Return the Region that boto3 takes when none is named, else us-east-1."""
    region = _session().get_config_variable("region")
    return str(region or "us-east-1")


def configured_endpoint() -> str | None:
    """Return the URL of which boto3 was told by its environment or its files, None if of none.

    https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
    """
    session = _session()
    if session.get_config_variable("ignore_configured_endpoint_urls"):
        return None
    profile = session.get_scoped_config()
    services = session.full_config.get("services", {}).get(profile.get("services"), {})
    of_service = services.get(_SERVICE_ID)
    found: Any = (
        os.environ.get(f"AWS_ENDPOINT_URL_{_SERVICE_ID.upper()}")
        or os.environ.get("AWS_ENDPOINT_URL")
        or (of_service.get("endpoint_url") if isinstance(of_service, dict) else None)
        or profile.get("endpoint_url")
    )
    # AWS's own hosts are those that moto mocks.
    return None if not found or HOSTS.match(found) else str(found)


def _session() -> Any:
    """Return what reads the environment and the files as boto3 does, and makes no clients."""
    return botocore.session.Session(include_builtin_handlers=False)


def check_mocked() -> None:
    """Raise ValueError where nothing in this process mocks AWS: there nothing is sent or kept."""
    if not is_mocked() and not _serves():
        raise ValueError(
            "AWS is not mocked here, so nothing is sent to this Simulator: use it inside "
            "mock_aws(), or name a server with Simulator(endpoint_url=...)"
        )


def is_mocked() -> bool:
    """Say whether a mock_aws is open."""
    models = sys.modules.get("moto.core.models")
    return models is not None and bool(models.botocore_stubber.enabled)


def start_clean(*, with_resources: bool) -> None:
    """Forget, of this service alone, what was sent and arranged so far, or everything."""
    from .pinpointsmsvoicev2.control import forget_everything, forget_sent

    if with_resources:
        forget_everything()
    else:
        forget_sent()


def _serves() -> bool:
    """Say whether moto's threaded server runs in this process, which then has its state."""
    server = getattr(sys.modules.get("moto.server"), "ThreadedMotoServer", None)
    if server is None:
        return False
    # A thread's target is nowhere public, but the server keeps no list of itself either.
    targets = (getattr(thread, "_target", None) for thread in threading.enumerate())
    return any(isinstance(getattr(target, "__self__", None), server) for target in targets)
