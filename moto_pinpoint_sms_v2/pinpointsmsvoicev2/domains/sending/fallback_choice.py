"""The choice of a fallback: what would go out in place of an RCS message that does not arrive.

The message turns into it in ``messages/rcs_fallback``.

https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-fallback-per-message.html
https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-sms-fallback.html
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from ...core.domain import Domain
from ...core.object_store import Reader
from ...exceptions import ConflictException, ValidationException
from ..identities.origination_identities import Member
from ..identities.phone_numbers import PhoneNumber
from ..identities.pools import Pool
from ..identities.rcs_agents import RcsAgent
from ..identities.sender_ids import SenderId
from ..messages.prices import price_of
from ..messages.rcs import Fallback
from .identity_eligibility import Route, check_identity
from .message_parts import transport
from .origination_choice import OriginationChoice
from .origins import Origin
from .send_requests import FallbackRequest, SendRequest

_TIME_IN_A_POOL = timedelta(seconds=25)
_DEDICATED: Sequence[type[PhoneNumber | SenderId]] = (PhoneNumber, SenderId)


class FallbackChoice(Domain):
    """The choice of what a message falls back to."""

    choice: OriginationChoice

    def fallback_for(
        self, request: SendRequest, origin: Origin, named: Member | Pool | None, route: Route
    ) -> Fallback | None:
        """Return what is sent if RCS fails: what the request says, or its own text by SMS.

        The latter needs a dedicated identity in the pool or account; shared routes never serve.
        """
        if not isinstance(origin.identity, RcsAgent):
            return None
        if request.fallback is not None:
            way = replace(route, channel=request.fallback.channel, message_type=None)
            return _fallback(
                request.fallback,
                self._fallback_origin(request.fallback, named, way),
                way,
                after=_TIME_IN_A_POOL if isinstance(named, Pool) else None,
                reader=Reader(self.account_id, self.region_name),
            )
        if request.channel != "TEXT" or origin.scope is None:
            return None
        best = self._dedicated(named, route)
        if best is None:
            return None
        content = FallbackRequest(channel="TEXT", message_body=request.message_body)
        return _fallback(content, self.choice.origin_of(best), route, after=_TIME_IN_A_POOL)

    def _fallback_origin(
        self, fallback: FallbackRequest, named: Member | Pool | None, route: Route
    ) -> Origin:
        identifier = fallback.origination_identity
        if identifier is not None:
            identity = self.choice.named_of(_DEDICATED, identifier, route)
            check_identity(identity, route, ())
            return self.choice.origin_of(identity)
        if not isinstance(named, Pool):
            raise ValidationException(
                "MISSING_PARAMETER",
                **{"fallback_configuration.origination_identity": "is needed without a pool"},
            )
        best = self._dedicated(named, route)
        if best is None:
            raise ConflictException("NO_ORIGINATION_IDENTITIES_FOUND", named)
        return self.choice.origin_of(best)

    def _dedicated(self, named: Member | Pool | None, route: Route) -> Member | None:
        """Return the best identity of the pool or account that is no agent."""
        pool = named if isinstance(named, Pool) else None
        return self.choice.best(
            (each for each in self.choice.members(route, pool) if not isinstance(each, RcsAgent)),
            route,
            self.account_id if pool is None else pool.id,
        )


def _fallback(
    content: FallbackRequest,
    origin: Origin,
    route: Route,
    *,
    after: timedelta | None,
    reader: Reader | None = None,
) -> Fallback:
    carried = transport(
        content.channel,
        content.message_body,
        content.media_urls,
        country=route.country,
        reader=reader,
    )
    price = price_of(content.channel, route.country)
    return Fallback(
        channel=content.channel,
        origination_identity=origin.origination_identity,
        arn="" if origin.identity is None else origin.identity.arn,
        message_body=content.message_body,
        media_urls=content.media_urls,
        message_type=route.message_type or origin.message_type,
        message_encoding=carried.message_encoding,
        total_message_parts=carried.total_message_parts or 1,
        fault=carried.fault,
        price=price.times(carried.total_message_parts or 1),
        is_international=origin.sends_abroad,
        after=after,
    )
