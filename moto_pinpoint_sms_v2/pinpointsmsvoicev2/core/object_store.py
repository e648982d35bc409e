"""What lies in moto's S3."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from .backends import find_backend
from .policies import Question, is_allowed, is_denied, read_policy

_S3_URL = re.compile(r"s3://([^/]+)/(.+)", re.DOTALL)

UNTOLD_TYPES = ("application/octet-stream", "binary/octet-stream")
"""What S3 says when nobody told it the type."""


@dataclass(frozen=True)
class StoredObject:
    """An object as it was put."""

    content: bytes
    content_type: str
    """Without its parameters."""


@dataclass(frozen=True)
class Reader:
    """Who reads an object."""

    account_id: str
    region_name: str | None = None
    """Where its bucket must be; None where that does not matter."""


def is_s3_url(url: str) -> bool:
    """Say whether the URL names an object: ``s3://BucketName/FileName``."""
    return _S3_URL.fullmatch(url) is not None


def find_object(url: str, reader: Reader | None = None) -> StoredObject | None:
    """Return the object of an ``s3://`` URL, None if it is not in moto, or not for the reader.

    Without a reader it is whoever may.
    """
    from moto.s3.exceptions import S3ClientError

    named = _S3_URL.fullmatch(url)
    backend = None if named is None else _backend_with(named[1])
    if named is None or backend is None:
        return None
    if reader is not None and not _may_read(reader, backend.get_bucket(named[1]), named[2]):
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


def _may_read(reader: Reader, bucket: Any, key: str) -> bool:
    """Say whether the reader gets at the bucket's objects: as its owner, or as its policy says.

    That access control lists count for nothing is a choice; AWS advises to switch them off.
    """
    if reader.region_name not in (None, bucket.region_name):
        return False
    document = read_policy(bucket.policy)
    arn = f"arn:{bucket.partition}:s3:::{bucket.name}/{key}"
    question = Question("s3:GetObject", arn, principal=reader.account_id)
    is_owner = bucket.account_id == reader.account_id
    return (is_owner or is_allowed([document], question)) and not is_denied([document], question)


def _backend_with(bucket: str) -> Any:
    from moto.s3.models import s3_backends

    if bucket not in s3_backends.bucket_accounts:
        return None
    partition, account_id = s3_backends.bucket_accounts[bucket]
    # A reset holds the lock that moto's own way takes, and may be waiting for ours.
    return find_backend(s3_backends, account_id, partition)
