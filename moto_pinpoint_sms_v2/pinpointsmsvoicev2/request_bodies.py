"""Bodies of requests: how they are received, unpacked and read as JSON."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from contextlib import suppress
from io import BytesIO
from typing import Any, NoReturn

from botocore.awsrequest import AWSPreparedRequest
from werkzeug.exceptions import ClientDisconnected, RequestEntityTooLarge

from .chunks import guard_chunks
from .exceptions import SerializationException

_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
# AWS never said how much; three times its largest file, as it looks in Base64, is a choice.
_LARGEST = 16 * 2**20


def body_of(request: Any) -> tuple[bytes | None, bool]:
    """Return the body, None if it is broken, and whether moto has unpacked it already."""
    if not getattr(request, "from_wsgi_server", True):
        # Moto made this request of a whole body, so its end need not be looked for.
        return request.input_stream.read(), False
    if isinstance(request, AWSPreparedRequest):
        # Up to moto 5.1 the request of a mocked client is botocore's own.
        body = request.body
        return body.encode("utf-8") if isinstance(body, str) else body or b"", False
    with suppress(AttributeError):  # which Flask lets nobody set up to 3.0
        # Without a limit a chunk that says it is long and is not lets werkzeug read for ever.
        request.max_content_length = _LARGEST
    guard_chunks(request)
    try:
        # From moto 5.1.12 to 5.2.3 its server unpacks before any service has its turn.
        return request.get_data(), isinstance(request.stream, gzip.GzipFile)
    except (OSError, ClientDisconnected, RequestEntityTooLarge):
        return None, False


def read_members(body: bytes | None, *, is_packed: bool) -> dict[str, Any]:
    """Return the members of a request, or refuse a body that is no object of JSON in UTF-8."""
    if body is None:
        raise SerializationException("The body is broken, or too long")
    try:
        body = _unpack(body) if is_packed else body
        if len(body) > _LARGEST:
            raise ValueError(f"there are more than {_LARGEST} bytes")
        # Decoded here, because json.loads would let other encodings and surrogates pass.
        members = _read_json(body.decode("utf-8") or "{}")
        if _SURROGATE.search(body):
            json.dumps(members, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError, OSError, EOFError, zlib.error):
        raise SerializationException("The body is not JSON in UTF-8") from None
    if not isinstance(members, dict):
        raise SerializationException("The body is not a JSON object")
    return members


def _unpack(body: bytes) -> bytes:
    """Return what a body in gzip holds, of very many bytes only the first."""
    with gzip.GzipFile(fileobj=BytesIO(body)) as packed:
        return packed.read(_LARGEST + 1)


def _refuse_constant(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


_read_json = json.JSONDecoder(parse_constant=_refuse_constant).decode
