"""An origination identity as the origin of one message."""

from __future__ import annotations

from dataclasses import dataclass

from ...core.store import Store
from ..identities.origination_identities import Member
from ..identities.phone_numbers import PhoneNumber
from ..identities.pools import Pool
from ..identities.rcs_agents import RcsAgent
from ..identities.sender_ids import SenderId
from ..identities.two_way import TwoWayIdentity


@dataclass(frozen=True, kw_only=True)
class Origin:
    """What a message is sent from, and whose settings hold for it."""

    origination_identity: str
    identity: Member | None = None
    """None where AWS lends what it is sent from."""
    opt_out_list_name: str | None = "Default"
    home: Store | None = None
    """Where the list is: with the account that shares the identity; None for this one."""
    message_type: str | None = None
    scope: str | None = None
    """The pool or account in which it was chosen; None where it was named."""
    pool_id: str | None = None
    """The pool through which it is sent."""

    @property
    def sends_abroad(self) -> bool:
        """Whether it is a number with international sending enabled, wherever it sends."""
        return (
            isinstance(self.identity, PhoneNumber) and self.identity.international_sending_enabled
        )

    @property
    def is_simulator(self) -> bool:
        """Whether it is a number that reaches simulator destinations only."""
        return isinstance(self.identity, PhoneNumber) and self.identity.number_type == "SIMULATOR"


def origin_from(
    identity: Member, governing: Member | Pool, *, home: Store, scope: str | None = None
) -> Origin:
    """Return an identity as an origin, under the settings that govern it."""
    return Origin(
        identity=identity,
        origination_identity=(
            identity.phone_number
            if isinstance(identity, PhoneNumber)
            else identity.origination_identity
        ),
        opt_out_list_name=(
            governing.opt_out_list_name if isinstance(governing, TwoWayIdentity) else "Default"
        ),
        message_type=_message_type(governing),
        home=home,
        scope=scope,
        pool_id=scope if scope == governing.id else None,
    )


def _message_type(governing: Member | Pool) -> str | None:
    if isinstance(governing, SenderId):
        return governing.message_types[0]
    return None if isinstance(governing, RcsAgent) else governing.message_type
