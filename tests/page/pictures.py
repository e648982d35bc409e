"""A picture, made here, and how it is sent."""

from __future__ import annotations

import struct
import zlib
from typing import Any

_HEAD = b"\x89PNG\r\n\x1a\n"


def png(width: int = 8, height: int = 6) -> bytes:
    """Return a picture of one colour."""
    rows = b"".join(b"\0" + bytes((20, 120, 110)) * width for _ in range(height))
    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (b"IHDR", size), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")
    return _HEAD + b"".join(_chunk(*each) for each in parts)


def _chunk(name: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + check


def send_media(sms: Any, urls: list[str]) -> None:
    """Send files from an American number that sends media, which is made if there is none."""
    numbers = sms.describe_phone_numbers(
        Filters=[{"Name": "number-capability", "Values": ["MMS"]}]
    )["PhoneNumbers"]
    if not numbers:
        sms.request_phone_number(
            IsoCountryCode="US",
            MessageType="TRANSACTIONAL",
            NumberCapabilities=["SMS", "MMS"],
            NumberType="SIMULATOR",
        )
        numbers = sms.describe_phone_numbers()["PhoneNumbers"]
    [origin] = [each["PhoneNumber"] for each in numbers if "MMS" in each["NumberCapabilities"]]
    sms.send_media_message(
        DestinationPhoneNumber="+12065550100", OriginationIdentity=origin, MediaUrls=urls
    )
