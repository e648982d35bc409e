"""What AWS asks of tags, at a resource's creation and after it.

https://docs.aws.amazon.com/tag-editor/latest/userguide/reference.html
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from ..exceptions import ValidationException
from .limits import Limits
from .resource import Tag

_BY_AWS: ContextVar[bool] = ContextVar("by AWS", default=False)


@contextmanager
def by_aws() -> Iterator[None]:
    """Let AWS itself put tags, which only it may, while this lasts."""
    token = _BY_AWS.set(True)
    try:
        yield
    finally:
        _BY_AWS.reset(token)


def check_tags(tags: Collection[Tag], limits: Limits, present: Collection[Tag] = ()) -> None:
    """Refuse tags that may not be put beside those ``present``; AWS's own count for no quota."""
    keys = [tag["Key"] for tag in tags]
    if any(_is_aws_s(key) for key in keys) and not _BY_AWS.get():
        raise ValidationException("INVALID_PARAMETER", tags="keys with aws: are AWS's own")
    added = set(keys)
    if len(added) < len(keys):
        raise ValidationException("INVALID_PARAMETER", tags="must have each key once")
    held = {tag["Key"] for tag in present}
    counted = [sum(not _is_aws_s(key) for key in part) for part in (held, added - held)]
    limits.check("TAGS_PER_RESOURCE", *counted)


def _is_aws_s(key: str) -> bool:
    return key.lower().startswith("aws:")
