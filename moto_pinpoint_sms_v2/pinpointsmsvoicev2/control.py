"""The Simulator's calls, made of the backends of this process."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from reprlib import repr as shortly
from typing import Any, cast

from moto.core import DEFAULT_ACCOUNT_ID

from .core.missing import Missing
from .core.plain import told
from .core.signature import Parameters
from .exceptions import ServiceError
from .message_lookup import only_message
from .models import PinpointSMSVoiceV2Backend, pinpointsmsvoicev2_backends
from .places import elsewhere
from .simulator_calls import CALLS

VIEWS = ("conversations", "pending_reviews", "registrations", "summary")
"""What the page, and the Simulator about itself, read with GET."""
_ACCOUNT_ID = re.compile("[0-9]{12}")


def perform(backend: PinpointSMSVoiceV2Backend, call: str, arguments: Mapping[str, Any]) -> Any:
    """Make a call, or look for the page, with plain values; ValueError says what is wrong."""
    complete = CALLS[call].complete if call in CALLS else view_parameters(call).complete
    filled = complete(arguments)
    try:
        with backend.lock:
            result = told(_method(backend, call)(**filled))
    except ServiceError as error:
        found = elsewhere(error.members.get("ResourceId"), backend)
        raise ValueError(_sentence(error) + found) from error
    except Missing as error:
        raise ValueError(f"{error}{elsewhere(error.identifier, backend)}") from error
    finally:
        backend.deliver()
    return result


@cache
def view_parameters(view: str) -> Parameters:
    """Return the parameters of what is read beside the calls."""
    return Parameters(_method(PinpointSMSVoiceV2Backend, view))


def _method(backend: Any, call: str) -> Callable[..., Any]:
    across = _ACROSS.get(call)
    if across is None:
        return cast("Callable[..., Any]", getattr(backend, call))
    return across if isinstance(backend, type) else partial(across, backend)


def find_backend(region_name: Any = None, account_id: Any = None) -> PinpointSMSVoiceV2Backend:
    """Return the backend of a Region and account.

    The account is by default moto's own, the Region that of AWS_DEFAULT_REGION, else us-east-1;
    if nothing is there, but in one single other Region there is, it is that one.
    """
    for name, value in (("region_name", region_name), ("account_id", account_id)):
        if not isinstance(value, str | None):
            raise ValueError(f"{name} cannot be {shortly(value)}")
    account = account_id or os.environ.get("MOTO_ACCOUNT_ID") or DEFAULT_ACCOUNT_ID
    if not _ACCOUNT_ID.fullmatch(account):
        raise ValueError(f"account_id {account!r} is not of 12 digits")
    region = region_name or _default_region(account)
    try:
        return pinpointsmsvoicev2_backends[account][region]
    except KeyError:
        raise ValueError(f"the service has no endpoint in {region!r}") from None


def _default_region(account_id: str) -> str:
    default = os.environ.get("AWS_DEFAULT_REGION") or "us-east-1"
    used = [name for name, each in _backends(account_id) if _is_used(each)]
    return default if default in used or len(used) != 1 else used[0]


def _backends(account_id: str) -> list[tuple[str, PinpointSMSVoiceV2Backend]]:
    """Return those of an account that there are, by Region, without making any."""
    regions = pinpointsmsvoicev2_backends.get(account_id)
    return [] if regions is None else list(regions.items())


def _is_used(backend: PinpointSMSVoiceV2Backend) -> bool:
    return bool(
        next(backend.log.conversations(), None) is not None
        or backend.refused
        or backend.store.total() > 1  # the opt-out list Default is always there
    )


def forget_sent() -> None:
    """Forget in every account and Region what was sent, refused and arranged; resources stay."""
    for account_id in list(pinpointsmsvoicev2_backends):
        for _, backend in _backends(account_id):
            with backend.lock:
                backend.clear_messages()
                backend.clear_errors()
                backend.outcomes.forget()
                backend.account.suspected_numbers.clear()
                backend.exchanges.clear()
                backend.pairings.clear()
                backend.rates.clear()


def forget_everything() -> None:
    """Forget all that there is of this service, in every account and Region."""
    for account_id in list(pinpointsmsvoicev2_backends):
        for _, backend in _backends(account_id):
            backend.reset()


def places() -> list[dict[str, Any]]:
    """Return each account and Region in use, with what there is to see."""
    return [
        {
            **summary(backend),
            "log": backend.log.identity,
            "messages_made": backend.log.messages_made,
            "has_messages": bool(backend.refused)
            or next(backend.log.conversations(), None) is not None,
            "waiting_reviews": backend.waiting_registrations() + len(backend.pending_reviews()),
        }
        for account_id in list(pinpointsmsvoicev2_backends)
        for _, backend in _backends(account_id)
    ]


def summary(backend: PinpointSMSVoiceV2Backend) -> dict[str, Any]:
    """Return where this is, and how much."""
    return {
        "account_id": backend.account_id,
        "region_name": backend.region_name,
        "messages": len(backend.log),
        "refusals": len(backend.refused),
    }


_ACROSS: Mapping[str, Callable[..., Any]] = {"message": only_message, "summary": summary}
"""What looks further than one backend's own domains."""


def _sentence(error: ServiceError) -> str:
    """Return what a refusal says, with what is wrong with each field."""
    wrong = [f"{each['Name']} {each['Message']}" for each in error.members.get("Fields", ())]
    return ": ".join([error.message, *filter(None, [", ".join(wrong)])])
