"""Which keyword a message is, the answer to it, and whether it opts out or in.

https://docs.aws.amazon.com/sms-voice/latest/userguide/opt-out-list-keywords.html
https://docs.aws.amazon.com/sms-voice/latest/userguide/opt-out-list-self-managed.html
"""

from __future__ import annotations

from dataclasses import dataclass

from ..identities.keyword_matching import OPT_OUT_WORDS, match
from ..identities.keywords import opted_out_by_carrier
from ..identities.pools import Pool
from .dialling import Dialled


@dataclass(frozen=True)
class KeywordReading:
    """What a message sets off."""

    word: str | None = None
    """The keyword that it begins with."""
    action: str | None = None
    answer: str | None = None
    is_routed: bool = True
    """Whether the two-way topic hears of it."""


def read_keyword(identity: Dialled, governing: Dialled | Pool, body: str) -> KeywordReading:
    """Choose what a message sets off: a keyword of whoever governs, or an opt-out word."""
    keyword = match(governing.keywords, body)
    word = None if keyword is None else keyword.keyword
    if word is None and body.strip().upper() in OPT_OUT_WORDS:
        word = body.strip().upper()
    is_managed = word == "HELP" or word in OPT_OUT_WORDS
    if opted_out_by_carrier(identity):
        if word == "STOP":
            # The carrier answers by itself.
            return KeywordReading(word, "OPT_OUT", is_routed=False)
        if keyword is None:
            return KeywordReading()
    if is_managed and governing.self_managed_opt_outs_enabled:
        return KeywordReading(word)
    if keyword is None and word is not None:
        keyword = governing.keywords.get("STOP")
    if keyword is None:
        return KeywordReading()
    return KeywordReading(
        word, keyword.keyword_action, keyword.keyword_message, is_routed=not is_managed
    )
