"""Keywords: what the first words of an inbound message set off."""

from __future__ import annotations

from dataclasses import dataclass

from ..core.domain import Domain
from ..core.table import Table


@dataclass
class Keyword:
    """One keyword of a number, pool or RCS agent, in upper case."""

    keyword: str
    keyword_message: str
    keyword_action: str


def mandatory_keywords() -> Table[Keyword]:
    """Return HELP and STOP as every number has them from the start.

    AWS's own texts were never published; these are a choice.
    """
    table: Table[Keyword] = Table()
    table.put("HELP", Keyword("HELP", "Reply STOP to opt out.", "AUTOMATIC_RESPONSE"))
    table.put("STOP", Keyword("STOP", "You will receive no more messages.", "OPT_OUT"))
    return table


class Keywords(Domain):
    """The operations on keywords."""
