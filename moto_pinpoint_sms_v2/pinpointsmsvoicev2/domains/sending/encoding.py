"""How a text travels: its alphabet, and the parts it is cut into."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from unicodedata import lookup

from gsm0338.charset import BASIC_CHARACTER_SET, BASIC_CHARACTER_SET_EXTENSION

# https://docs.aws.amazon.com/sms-voice/latest/userguide/sms-limitations-character.html
_SEPTETS, _SEPTETS_OF_A_PART = 160, 153
_UNITS, _UNITS_OF_A_PART = 70, 67

_ESCAPE = b"\x1b"
_SEPTETS_OF: Mapping[str, bytes] = {
    lookup(name): escape + bytes((code,))
    for escape, names in ((b"", BASIC_CHARACTER_SET), (_ESCAPE, BASIC_CHARACTER_SET_EXTENSION))
    for code, name in names.items()
}

# More than this the page calls an invalid message, though the service model lets it pass.
_MOST_UNITS = {"GSM": 1530, "UNICODE": 630}


class Encoded(NamedTuple):
    """What a text becomes on its way."""

    message_encoding: str
    total_message_parts: int
    units: int
    """Septets of GSM 03.38, or units of UTF-16."""

    @property
    def too_long(self) -> bool:
        """Whether no carrier takes it."""
        return self.units > _MOST_UNITS[self.message_encoding]


def encode(text: str) -> Encoded:
    """Return the encoding and the number of parts of ``text``.

    No part ends between the two halves of a character.
    """
    try:
        # The library's own codec takes ten times as long, character by character.
        septets = b"".join(map(_SEPTETS_OF.__getitem__, text))
    except KeyError:
        units = text.encode("utf-16-be")[::2]
        parts = _parts(units, _UNITS, _UNITS_OF_A_PART, _HIGH_SURROGATES)
        return Encoded("UNICODE", parts, len(units))
    parts = _parts(septets, _SEPTETS, _SEPTETS_OF_A_PART, _ESCAPES)
    return Encoded("GSM", parts, len(septets))


_ESCAPES = frozenset(_ESCAPE)
_HIGH_SURROGATES = frozenset(range(0xD8, 0xDC))
"""The first bytes of those UTF-16 units that only begin a character."""


def _parts(units: bytes, alone: int, together: int, beginnings: frozenset[int]) -> int:
    if len(units) <= alone:
        return 1
    parts, end = 1, together
    while end < len(units):
        if units[end - 1] in beginnings:
            end -= 1
        parts, end = parts + 1, end + together
    return parts
