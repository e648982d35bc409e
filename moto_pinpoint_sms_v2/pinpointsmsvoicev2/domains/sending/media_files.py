"""Media: the files that messages bring, as they lie in moto's S3.

https://docs.aws.amazon.com/sms-voice/latest/userguide/mms-limitations-character.html
"""

from __future__ import annotations

from mimetypes import guess_type

from ...core.object_store import UNTOLD_TYPES, Reader, find_object

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


def media_fault(url: str, reader: Reader | None) -> str | None:
    """Return the event type with which a message ends for its file's sake, None if it is fine.

    https://docs.aws.amazon.com/sms-voice/latest/userguide/send-mms-message.html
    """
    file = find_object(url, reader)
    if file is None:
        return "MEDIA_FILE_INACCESSIBLE"
    type = file.content_type
    if type in UNTOLD_TYPES:
        type = guess_type(url)[0] or type
    if type not in _IMAGES and type not in _OTHERS:
        return "MEDIA_FILE_TYPE_UNSUPPORTED"
    most = _MOST_OF_AN_IMAGE if type in _IMAGES else _MOST_OF_ANOTHER
    return "MEDIA_FILE_SIZE_EXCEEDED" if len(file.content) > most else None
