"""Send rates: how many messages may leave within a second, or calls within a minute.

One too many is refused by ``core/throttling``.

https://docs.aws.amazon.com/sms-voice/latest/userguide/sms-limitations-mps.html
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from ...core.throttling import Rate
from ..identities.origination_identities import Member
from ..identities.phone_numbers import PhoneNumber
from ..identities.rcs_agents import RcsAgent
from .identity_eligibility import CAPABILITIES
from .origins import Origin
from .send_requests import SendRequest

_DRY_RUNS = 5
_OVER_SHARED_ROUTES = 20
_TO_A_RECIPIENT = 1
_CALLS_A_MINUTE = {"SANDBOX": 5, "PRODUCTION": 20}


def rates_of(request: SendRequest, origin: Origin, e164: str, *, tier: str) -> Iterator[Rate]:
    """Yield every rate that a request counts towards."""
    if request.dry_run:
        yield Rate("dry run", _DRY_RUNS)
        return
    yield Rate(("to", e164), _TO_A_RECIPIENT)
    if request.channel == "VOICE":
        yield Rate("calls", _CALLS_A_MINUTE[tier], 60)
    identity = origin.identity
    if request.is_notify:
        yield Rate("notify", request.notify_rate)
    elif identity is None:
        yield Rate("shared routes", _OVER_SHARED_ROUTES)
    elif not isinstance(identity, RcsAgent):  # AWS publishes no rate of agents
        limits = (identity.messaging_limits or {}).get("RateLimits", {})
        most = limits.get(CAPABILITIES[request.channel])
        if most is not None:
            yield Rate((_shared_by(identity, request.channel), request.channel), int(most))


def _shared_by(identity: Member, channel: str) -> Hashable:
    """Return what the numbers of one campaign have in common: its rate of messages is theirs."""
    if isinstance(identity, PhoneNumber) and identity.number_type == "TEN_DLC":
        return (channel != "VOICE" and identity.registration_id) or identity.arn
    return identity.arn
