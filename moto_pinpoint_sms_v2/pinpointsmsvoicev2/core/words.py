"""Words out of a list, and what was probably meant where one is not in it."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

_FEW = 12
_ALL_BUT_THE_SAME = 0.92


def check_word(value: str, words: Collection[str], argument: str) -> None:
    """Raise ValueError unless the value is one of the words, with the nearest one."""
    if value in words:
        return
    meant = nearest(value, words)
    if meant is not None:
        raise ValueError(f"{value!r} for {argument}: did you mean {meant}?")
    if len(words) <= _FEW:
        raise ValueError(f"{value!r} for {argument} is not one of {', '.join(words)}")
    near = get_close_matches(value, words, n=3, cutoff=0)
    raise ValueError(
        f"{value!r} for {argument} is none of {len(words)}; the nearest are {', '.join(near)}"
    )


def check_spelling(value: str, words: Collection[str], argument: str) -> None:
    """Raise ValueError where the value is all but one of the words, though others will do too."""
    plain = {_plain(word): word for word in words}
    close = [] if value in words else get_close_matches(_plain(value), plain, 1, _ALL_BUT_THE_SAME)
    if close:
        raise ValueError(f"{value!r} for {argument}: did you mean {plain[close[0]]}?")


def hint(value: str, words: Collection[str]) -> str:
    """Return what a sentence about an unknown word ends with, nothing if no word is near."""
    meant = nearest(value, words)
    return "" if meant is None else f"; did you mean {meant}?"


def nearest(value: str, words: Collection[str]) -> str | None:
    """Return the word that was probably meant, None if nothing is near.

    One that begins with the value comes first, POOL means POOLS, then one that has it in it,
    DELIVERED means TEXT_DELIVERED, then one that looks like it.
    """
    plain = {_plain(word): word for word in reversed(list(words))}
    wanted = _plain(value)
    if len(wanted) > 2:
        holding = [word for word in words if wanted in _plain(word)]
        if holding:
            return min(holding, key=lambda word: not _plain(word).startswith(wanted))
    close = get_close_matches(wanted, plain, n=1, cutoff=0.7)
    return plain[close[0]] if close else None


def _plain(word: str) -> str:
    return word.casefold().replace("-", "").replace("_", "").replace(" ", "")
