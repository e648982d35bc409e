"""Loading what belongs to a resource of any kind: its tags and its policy."""

from __future__ import annotations

from ...core.resource import ResourcePolicy, resource_classes
from .answers import BrokenSource
from .loading import Loading, required
from .sources import Account


def load_annotations(loading: Loading, account: Account) -> None:
    """Put tags and policies on what has them."""
    for row in account.rows("TagsForResource"):
        tagged = loading.owner(resource_classes(), row, "ResourceArn")
        tags = [
            {"Key": required(each, "Key"), "Value": each.members.get("Value", "")}
            for each in row.rows("Tags")
        ]
        keys = {each["Key"] for each in tags}
        if len(keys) < len(tags):
            raise BrokenSource(row.path, "has a key twice")
        if tagged is not None:
            loading.later(setattr, tagged, "tags", tags or None)
    for row in account.rows("ResourcePolicy"):
        shared = loading.owner(
            [cls for cls in resource_classes() if cls.shareable], row, "ResourceArn"
        )
        text = required(row, "Policy")
        if shared is not None:
            created = row.members.get("CreatedTimestamp", shared.created_timestamp)
            policy = ResourcePolicy(shared.arn, text, created)
            loading.later(setattr, shared, "policy", policy)
