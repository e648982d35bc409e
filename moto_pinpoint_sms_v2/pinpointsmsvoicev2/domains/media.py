"""Media: the files of multimedia messages, as they lie in moto's S3.

https://docs.aws.amazon.com/sms-voice/latest/userguide/mms-limitations-character.html
"""

from __future__ import annotations

from mimetypes import guess_type
from typing import Any

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
_UNKNOWN = ("application/octet-stream", "binary/octet-stream")
"""What S3 says when nobody told it the type."""


def media_fault(url: str) -> str | None:
    """Return the event type with which a message ends for its file's sake, None if it is fine."""
    file = find_object(url)
    if file is None:
        return "MEDIA_FILE_INACCESSIBLE"
    type = content_type(file)
    if type in _UNKNOWN:
        type = guess_type(url)[0] or type
    if type not in _IMAGES and type not in _OTHERS:
        return "MEDIA_FILE_TYPE_UNSUPPORTED"
    most = _MOST_OF_AN_IMAGE if type in _IMAGES else _MOST_OF_ANOTHER
    return "MEDIA_FILE_SIZE_EXCEEDED" if file.size > most else None


def content_type(file: Any) -> str:
    """Return the type that an object was put with, without its parameters."""
    told: str = file.metadata.get("content-type", _UNKNOWN[0])
    return told.partition(";")[0].strip().lower()


def find_object(url: str) -> Any:
    """Return the object of an ``s3://`` URL, None if it is not in moto.

    Whose bucket it is does not matter, because a name is one for all accounts.
    """
    from moto.s3.exceptions import S3ClientError
    from moto.s3.models import s3_backends

    bucket, _, key = url.removeprefix("s3://").partition("/")
    if bucket not in s3_backends.bucket_accounts:
        return None
    partition, account_id = s3_backends.bucket_accounts[bucket]
    try:
        return s3_backends[account_id][partition].get_object(bucket, key)
    except S3ClientError:
        return None
