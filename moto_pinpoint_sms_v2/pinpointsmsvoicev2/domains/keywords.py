"""Keywords: what the first words of an inbound message set off."""

from __future__ import annotations

from ..core.domain import Domain
from .keyword_lists import Keyword as Keyword
from .keyword_lists import mandatory_keywords as mandatory_keywords


class Keywords(Domain):
    """The operations on keywords."""
