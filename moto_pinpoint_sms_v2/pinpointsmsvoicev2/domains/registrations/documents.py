"""The files that a form asks for: of which kind, how large, how many pixels."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

_BEGINNINGS = {"PDF": b"%PDF-", "JPEG": b"\xff\xd8\xff", "PNG": b"\x89PNG\r\n\x1a\n"}
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The markers of a JPEG after which its size stands."""


@dataclass(frozen=True)
class FileRule:
    """What a field's attachment must be, as far as AWS says it."""

    types: Collection[str]
    """Of PDF, JPEG, PNG, and of kinds that cannot be uploaded."""
    kilobytes: int | None = None
    pixels: Sequence[int] | None = None
    """Width and height of a picture that handsets show."""

    def __str__(self) -> str:
        size = "" if self.kilobytes is None else f" of at most {self.kilobytes} KB"
        return ", ".join(self.types) + size

    def refusal(self, document: bytes) -> str | None:
        """Return why the file cannot be put into the field, None if it can.

        That only the pictures that handsets show wait for the review is a choice.
        """
        if self.pixels is not None:
            return None
        if kind_of(document) not in self.types:
            return "ATTACHMENT_TYPE_NOT_SUPPORTED"
        return "MAXIMUM_SIZE_EXCEEDED" if self._is_too_large(document) else None

    def denial(self, document: bytes) -> str | None:
        """Return why a reviewer denies the picture, None if not."""
        if self.pixels is None:
            return None
        if kind_of(document) not in self.types:
            return "IMAGE_FORMAT_INVALID"
        if pixels_of(document) != tuple(self.pixels):
            return "IMAGE_RESOLUTION_INVALID"
        return "IMAGE_SIZE_EXCEEDED" if self._is_too_large(document) else None

    def _is_too_large(self, document: bytes) -> bool:
        return self.kilobytes is not None and len(document) > self.kilobytes * 1024


def kind_of(document: bytes) -> str | None:
    """Return PDF, JPEG or PNG, None if it is none of them."""
    kinds = (kind for kind, beginning in _BEGINNINGS.items() if document.startswith(beginning))
    return next(kinds, None)


def pixels_of(picture: bytes) -> tuple[int, int] | None:
    """Return the width and height of a PNG or JPEG, None if it does not say them."""
    if kind_of(picture) == "PNG":
        width, height = picture[16:20], picture[20:24]
        return (int.from_bytes(width, "big"), int.from_bytes(height, "big")) if height else None
    for marker, content in _segments(picture):
        if marker in _FRAMES:
            return int.from_bytes(content[3:5], "big"), int.from_bytes(content[1:3], "big")
    return None


def _segments(jpeg: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the markers of a JPEG with what follows them, up to the picture itself."""
    place = 2
    while place + 4 <= len(jpeg) and jpeg[place] == 0xFF:
        length = int.from_bytes(jpeg[place + 2 : place + 4], "big")
        yield jpeg[place + 1], jpeg[place + 4 : place + 2 + length]
        place += 2 + length
