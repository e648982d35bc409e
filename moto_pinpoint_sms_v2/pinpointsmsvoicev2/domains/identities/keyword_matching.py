"""The keywords of one identity, and which of them a message begins with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...core.table import Table


@dataclass(frozen=True)
class Keyword:
    """One keyword of a number, pool or RCS agent, in upper case."""

    keyword: str
    keyword_message: str
    keyword_action: str


# How the text of HELP begins was seen; the rest of it, and the text of STOP, are a choice.
MANDATORY_KEYWORDS = (
    Keyword("HELP", "Default Help Message: Reply STOP to opt out.", "AUTOMATIC_RESPONSE"),
    Keyword("STOP", "You will receive no more messages.", "OPT_OUT"),
)

# https://docs.aws.amazon.com/sms-voice/latest/userguide/opt-out-list-keywords.html
OPT_OUT_WORDS = [
    "ARRET",
    "CANCEL",
    "END",
    "OPT-OUT",
    "OPTOUT",
    "QUIT",
    "REMOVE",
    "STOP",
    "TD",
    "UNSUBSCRIBE",
]
"""What opts out beside the keywords, where AWS manages opt-outs."""


def mandatory_keywords() -> Table[Keyword]:
    """Return HELP and STOP as every number has them from the start."""
    return keyword_table(MANDATORY_KEYWORDS)


def keyword_table(keywords: Iterable[Keyword]) -> Table[Keyword]:
    """Return a table of its own with these keywords."""
    table: Table[Keyword] = Table()
    for keyword in keywords:
        table.put(keyword.keyword, keyword)
    return table


def match(keywords: Iterable[Keyword], body: str) -> Keyword | None:
    """Return the longest keyword that the message begins with."""
    found = [each for each in keywords if begins_with(body, each.keyword)]
    return max(found, key=lambda each: len(each.keyword), default=None)


def begins_with(body: str, word: str) -> bool:
    """Say whether the message begins with the upper-case word, as a whole word in any case."""
    text = body.lstrip().upper()
    return text.startswith(word) and not text[len(word) : len(word) + 1].isalnum()
