"""What AWS asks of tags, at a resource's creation and after it.

https://docs.aws.amazon.com/tag-editor/latest/userguide/reference.html
"""

from __future__ import annotations

from collections.abc import Collection

from ..exceptions import ValidationException
from .limits import Limits
from .resource import Tag


def check_tags(tags: Collection[Tag], limits: Limits, present: Collection[Tag] = ()) -> None:
    """Refuse tags that may not be put beside those ``present``."""
    keys = [tag["Key"] for tag in tags]
    if any(key.lower().startswith("aws:") for key in keys):
        raise ValidationException("INVALID_PARAMETER", tags="keys with aws: are AWS's own")
    added = set(keys)
    if len(added) < len(keys):
        raise ValidationException("INVALID_PARAMETER", tags="must have each key once")
    held = {tag["Key"] for tag in present}
    limits.check("TAGS_PER_RESOURCE", len(held), len(added - held))
