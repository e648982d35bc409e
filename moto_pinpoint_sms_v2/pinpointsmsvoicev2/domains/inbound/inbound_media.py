"""Inbound media: the files that people send to RCS agents, kept in moto's S3.

https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-inbound-media.html
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from mimetypes import guess_type
from typing import Any

from ...core.access import Access
from ...core.object_store import UNTOLD_TYPES, StoredObject, find_object, put_object
from ..identities.rcs_agents import RcsAgent

_SUBTYPES = {
    "image": {"jpeg", "jpg", "gif", "png"},
    "audio": {"aac", "mp3", "mpeg", "mpg", "mp4", "mp4-latm", "3gpp", "ogg"},
    "video": {"h263", "m4v", "mp4", "mpeg", "mpeg4", "webm"},
    "application": {"ogg", "pdf"},
}
"""The types that AWS accepts."""


@dataclass(frozen=True)
class Medium:
    """A file as it comes in."""

    file_name: str
    file: StoredObject


def read_media(url: str) -> Medium:
    """Return the file behind an ``s3://`` URL, of which the bucket and the key are in moto.

    ValueError for a type that AWS does not accept; where S3 was not told one, the name tells it.
    """
    found = find_object(url)
    if found is None:
        raise ValueError(f"there is no object {url} in moto's S3")
    name, told = url.rpartition("/")[2], found.content_type
    if told in UNTOLD_TYPES:
        told = guess_type(name)[0] or told
    kind, _, subtype = told.partition("/")
    if subtype not in _SUBTYPES.get(kind, ()):
        raise ValueError(
            f"{url} is {told}; RCS takes in jpeg, gif, png, audio, video and pdf files only"
        )
    return Medium(name, replace(found, content_type=told))


def store_media(access: Access, agent: RcsAgent, message_id: str, medium: Medium) -> dict[str, Any]:
    """Put the file where the agent keeps what people send, and return what is told of it."""
    bucket = agent.media.bucket_name or ""
    key = f"{agent.media.key_prefix or ''}/rcs/{message_id}#{medium.file_name}".lstrip("/")
    told = {
        "mimeType": medium.file.content_type,
        "fileName": medium.file_name,
        "fileSizeBytes": len(medium.file.content),
    }
    if not access.can_assume(agent.media.role or "", agent.arn):
        return _failed("ROLE_ASSUME_FAILED", "could not assume the configured IAM role") | told
    if not put_object(bucket, key, medium.file):
        # How AWS says this was never published.
        return _failed("UPLOAD_FAILED", "could not store it in the configured bucket") | told
    return {"mediaStatus": "SUCCESS", "s3Bucket": bucket, "s3Key": key, **told}


def _failed(status: str, message: str) -> dict[str, Any]:
    return {"mediaStatus": status, "mediaStatusMessage": f"Media received but {message}"}
