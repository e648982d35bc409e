"""Send rates: how many parts of messages may leave within a second, or calls within a minute.

One too many is refused by ``core/throttling``.

https://docs.aws.amazon.com/sms-voice/latest/userguide/sms-limitations-mps.html
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from ...core.throttling import Rate
from ..identities.phone_numbers import PhoneNumber
from ..identities.rcs_agents import RcsAgent
from .identity_eligibility import CAPABILITIES
from .origins import Origin
from .send_requests import SendRequest

_PARTS_OF_DRY_RUNS = 5
_OVER_SHARED_ROUTES = 20
_TO_A_RECIPIENT = 1
_CALLS_A_MINUTE = {"SANDBOX": 5, "PRODUCTION": 20}


def rates_of(
    request: SendRequest, origin: Origin, e164: str, *, tier: str, parts: int
) -> Iterator[Rate]:
    """Yield every rate that a request counts towards; a dry run has rates of its own."""
    if request.dry_run:
        yield Rate("dry run", _PARTS_OF_DRY_RUNS, times=parts)
    else:
        yield Rate(("to", e164), _TO_A_RECIPIENT)
        if request.channel == "VOICE":
            yield Rate("calls", _CALLS_A_MINUTE[tier], 60)
    if request.is_notify:
        yield Rate(("notify", request.dry_run), request.notify_rate)
        return
    most = _most_of(origin, request.channel)
    if most is not None:
        key = (_shared_by(origin, request.channel), request.channel, request.dry_run)
        yield Rate(key, most, times=parts)


def _most_of(origin: Origin, channel: str) -> int | None:
    """Return how many parts its identity sends within a second, None where AWS does not say."""
    identity = origin.identity
    if identity is None:
        return _OVER_SHARED_ROUTES
    if isinstance(identity, RcsAgent):
        return None
    limits = (identity.messaging_limits or {}).get("RateLimits", {})
    most = limits.get(CAPABILITIES[channel])
    return None if most is None else int(most)


def _shared_by(origin: Origin, channel: str) -> Hashable:
    """Return what the numbers of one campaign have in common: its rate of messages is theirs."""
    identity = origin.identity
    if identity is None:
        return "shared routes"
    if isinstance(identity, PhoneNumber) and identity.number_type == "TEN_DLC":
        return (channel != "VOICE" and identity.registration_id) or identity.arn
    return identity.arn
