"""How STOP reaches an opt-out list, and START leaves it."""

from __future__ import annotations

from ...core.store import Store
from ..identities.opt_out_lists import OptOutList
from ..identities.pools import Pool
from ..numbers.destinations import Destination
from .dialling import Dialled


def opt(store: Store, governing: Dialled | Pool, handset: Destination, action: str | None) -> None:
    """Put the handset on the opt-out list of what it wrote to, or take it off."""
    opt_out_list = store.find(OptOutList, governing.opt_out_list_name)
    if opt_out_list is None:
        return
    if action == "OPT_OUT":
        opt_out_list.add(handset.e164, by_end_user=True)
    elif action == "OPT_IN":
        opt_out_list.remove(handset.e164)
