"""What lies in moto's S3."""

from __future__ import annotations

import re

_S3_URL = re.compile(r"s3://([^/]+)/(.+)")


def is_s3_url(url: str) -> bool:
    """Say whether the URL names an object: ``s3://BucketName/FileName``."""
    return _S3_URL.fullmatch(url) is not None


def read_object(account_id: str, partition: str, url: str) -> bytes | None:
    """Return the object of an ``s3://`` URL, None if the account cannot read one there."""
    from moto.s3.exceptions import S3ClientError
    from moto.s3.models import s3_backends

    named = _S3_URL.fullmatch(url)
    if named is None:
        return None
    try:
        found = s3_backends[account_id][partition].get_object(*named.groups())
    except S3ClientError:
        return None
    return None if found is None else found.value
