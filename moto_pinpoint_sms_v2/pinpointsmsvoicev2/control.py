"""The Simulator's calls, made of the backends of this process."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import cache
from reprlib import repr as shortly
from typing import Any

from moto.core import DEFAULT_ACCOUNT_ID

from .calls import CALLS
from .core.plain import told
from .core.signature import Parameters
from .exceptions import ServiceError
from .models import PinpointSMSVoiceV2Backend, pinpointsmsvoicev2_backends

VIEWS = ("conversations", "pending_reviews", "registrations")
"""What the page alone reads."""
_ACCOUNT_ID = re.compile("[0-9]{12}")


def perform(backend: PinpointSMSVoiceV2Backend, call: str, arguments: Mapping[str, Any]) -> Any:
    """Make a call, or look for the page, with plain values; ValueError says what is wrong."""
    complete = CALLS[call].complete if call in CALLS else view_parameters(call).complete
    filled = complete(arguments)
    try:
        with backend.lock:
            result = told(getattr(backend, call)(**filled))
    except ServiceError as error:
        raise ValueError(_sentence(error)) from error
    finally:
        backend.deliver()
    return result


@cache
def view_parameters(view: str) -> Parameters:
    """Return the parameters of what the page reads."""
    return Parameters(getattr(PinpointSMSVoiceV2Backend, view))


def find_backend(region_name: Any = None, account_id: Any = None) -> PinpointSMSVoiceV2Backend:
    """Return the backend of a Region and account, by default moto's own defaults."""
    for name, value in (("region_name", region_name), ("account_id", account_id)):
        if not isinstance(value, str | None):
            raise ValueError(f"{name} cannot be {shortly(value)}")
    account = account_id or os.environ.get("MOTO_ACCOUNT_ID") or DEFAULT_ACCOUNT_ID
    region = region_name or os.environ.get("AWS_DEFAULT_REGION") or "us-east-1"
    if not _ACCOUNT_ID.fullmatch(account):
        raise ValueError(f"account_id {account!r} is not of 12 digits")
    try:
        return pinpointsmsvoicev2_backends[account][region]
    except KeyError:
        raise ValueError(f"the service has no endpoint in {region!r}") from None


def places() -> list[dict[str, Any]]:
    """Return each account and Region in use, with what there is to see."""
    return [
        {
            "account_id": account_id,
            "region_name": region_name,
            "log": backend.log.identity,
            "messages_made": backend.log.messages_made,
            "has_messages": next(backend.log.conversations(), None) is not None,
            "waiting_reviews": backend.waiting_registrations() + len(backend.pending_reviews()),
        }
        for account_id, regions in list(pinpointsmsvoicev2_backends.items())
        for region_name, backend in list(regions.items())
    ]


def _sentence(error: ServiceError) -> str:
    """Return what a refusal says, with what is wrong with each field."""
    wrong = [f"{each['Name']} {each['Message']}" for each in error.members.get("Fields", ())]
    return ": ".join([error.message, *filter(None, [", ".join(wrong)])])
