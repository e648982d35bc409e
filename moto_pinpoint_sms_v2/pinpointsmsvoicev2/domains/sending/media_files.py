"""Media: the files that messages bring, as they lie in moto's S3.

https://docs.aws.amazon.com/sms-voice/latest/userguide/mms-limitations-character.html
"""

from __future__ import annotations

from collections.abc import Sequence
from mimetypes import guess_type

from ...core.object_store import UNTOLD_TYPES, find_object, is_s3_url

_IMAGES = frozenset(("image/gif", "image/jpeg", "image/png"))
_OTHERS = frozenset(
    (
        "application/ical",
        "application/pdf",
        "application/vcard",
        "audio/3gpp",
        "audio/3gpp2",
        "audio/amr",
        "audio/mp3",
        "audio/mp4",
        "audio/mpeg",
        "audio/ogg",
        "image/tiff",
        "text/calendar",
        "text/vcard",
        "text/x-vcard",
        "video/3gpp",
        "video/3gpp2",
        "video/mp4",
        "video/ogg",
        "video/quicktime",
        "video/webm",
    )
)
_MOST_OF_AN_IMAGE = 2 * 1024 * 1024
_MOST_OF_ANOTHER = 600 * 1024
_MOST_OF_RCS = 100 * 1024 * 1024


def media_fault(url: str) -> str | None:
    """Return the event type with which a message ends for its file's sake, None if it is fine."""
    file = find_object(url)
    if file is None:
        return "MEDIA_FILE_INACCESSIBLE"
    type = file.content_type
    if type in UNTOLD_TYPES:
        type = guess_type(url)[0] or type
    if type not in _IMAGES and type not in _OTHERS:
        return "MEDIA_FILE_TYPE_UNSUPPORTED"
    most = _MOST_OF_AN_IMAGE if type in _IMAGES else _MOST_OF_ANOTHER
    return "MEDIA_FILE_SIZE_EXCEEDED" if len(file.content) > most else None


def rcs_media_fault(urls: Sequence[str]) -> str | None:
    """Return the event type with which an RCS message ends for its files' sake, if it does.

    AWS fetches them from S3, and says nothing of how it tells that it could not; an event, as for
    MMS, is a choice. Files elsewhere count as there.
    """
    files = (find_object(url) for url in urls if is_s3_url(url))
    fine = all(file is not None and len(file.content) <= _MOST_OF_RCS for file in files)
    return None if fine else "RCS_FAILED"
