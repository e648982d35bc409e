"""What lies in moto's S3."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_S3_URL = re.compile(r"s3://([^/]+)/(.+)", re.DOTALL)

UNTOLD_TYPES = ("application/octet-stream", "binary/octet-stream")
"""What S3 says when nobody told it the type."""


@dataclass(frozen=True)
class StoredObject:
    """An object as it was put."""

    content: bytes
    content_type: str
    """Without its parameters."""


def is_s3_url(url: str) -> bool:
    """Say whether the URL names an object: ``s3://BucketName/FileName``."""
    return _S3_URL.fullmatch(url) is not None


def find_object(url: str) -> StoredObject | None:
    """Return the object of an ``s3://`` URL, None if it is not in moto.

    Whose bucket it is does not matter, because a name is one for all accounts.
    """
    from moto.s3.exceptions import S3ClientError

    named = _S3_URL.fullmatch(url)
    backend = None if named is None else _backend_with(named[1])
    if named is None or backend is None:
        return None
    try:
        found = backend.get_object(*named.groups())
    except S3ClientError:
        return None
    if found is None:
        return None
    told: str = found.metadata.get("content-type", UNTOLD_TYPES[0])
    return StoredObject(found.value, told.partition(";")[0].strip().lower())


def put_object(bucket: str, key: str, stored: StoredObject) -> bool:
    """Put an object into a bucket, and say whether the bucket is there."""
    backend = _backend_with(bucket)
    if backend is None:
        return False
    put = backend.put_object(bucket, key, stored.content)
    put.set_metadata({"content-type": stored.content_type})
    return True


def _backend_with(bucket: str) -> Any:
    from moto.s3.models import s3_backends

    if bucket not in s3_backends.bucket_accounts:
        return None
    partition, account_id = s3_backends.bucket_accounts[bucket]
    return s3_backends[account_id][partition]
