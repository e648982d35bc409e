"""The files of messages, out of moto's S3, as a browser may show them."""

from __future__ import annotations

from mimetypes import guess_type
from urllib.parse import parse_qs

from .core.object_store import UNTOLD_TYPES, StoredObject, find_object, is_s3_url

_PICTURES = frozenset(
    ("image/avif", "image/bmp", "image/gif", "image/jpeg", "image/png", "image/webp")
)
"""Types that hold nothing but a picture: an SVG holds script as well."""
_PROTECTION = {
    "cache-control": "no-cache",
    "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    "referrer-policy": "no-referrer",
}
"""Headers by which a file that is opened by itself can do nothing on this server."""


def message_file(query: str) -> tuple[int, dict[str, str], bytes]:
    """Return the answer that is the file of an ``s3://`` URL: a picture, or a download."""
    urls = parse_qs(query).get("url", [])
    if len(urls) != 1 or not is_s3_url(urls[0]):
        raise ValueError("media takes one url such as s3://BucketName/FileName")
    found = find_object(urls[0])
    if found is None:
        raise ValueError(f"there is no object {urls[0]} in moto's S3")
    shown = _type_of(found, urls[0])
    if shown in _PICTURES:
        how = {"content-type": shown, "content-disposition": "inline"}
    else:
        how = {"content-type": "application/octet-stream", "content-disposition": "attachment"}
    return 200, {**_PROTECTION, **how}, found.content


def _type_of(found: StoredObject, url: str) -> str | None:
    told = found.content_type
    return guess_type(url)[0] if told in UNTOLD_TYPES else told
