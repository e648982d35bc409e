"""Bodies that come in chunks, read where a broken one can do no harm."""

from __future__ import annotations

import io
from typing import Any


class Chunks(io.RawIOBase):
    """What the development server reads in chunks, into memory that keeps its size.

    Given a bytearray, as Python gives it, werkzeug's own reader shrinks it when a chunk ends
    before it should, and Python then reads past its end: on 3.14 that ends the whole process.
    """

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def readable(self) -> bool:
        """Say that this is for reading."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read into ``buffer``; OSError where a chunk is shorter than it says."""
        try:
            read: int = self._stream.readinto(memoryview(buffer))
        except ValueError as error:
            raise OSError("A chunk is shorter than it says") from error
        return read


def guard_chunks(request: Any) -> None:
    """Let nobody read the body of a server's request in a way that a broken chunk can harm."""
    environ = getattr(request, "environ", {})
    stream = environ.get("wsgi.input")
    if type(stream).__name__ == "DechunkedInput":
        environ["wsgi.input"] = Chunks(stream)
