"""Tags on whatever can be tagged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...core.domain import Domain
from ...core.resource import Tag, resource_classes
from ...core.tags import check_tags


@dataclass(frozen=True)
class TagsOf:
    """The tags of one resource, in the order in which they were put."""

    resource_arn: str
    tags: Sequence[Tag]


class Tags(Domain):
    """The operations on tags."""

    def tag_resource(self, *, resource_arn: str, tags: Sequence[Tag]) -> None:
        """Add tags, or overwrite the values of those keys that are there."""
        resource = self.store.get_by_arn(resource_arn, resource_classes())
        present = resource.tags or []
        check_tags(tags, self.store.limits, present)

        values = {tag["Key"]: tag["Value"] for tag in (*present, *tags)}
        resource.tags = [{"Key": key, "Value": value} for key, value in values.items()]

    def untag_resource(self, *, resource_arn: str, tag_keys: Sequence[str]) -> None:
        """Remove the tags of those keys; a key that is not there is no error."""
        resource = self.store.get_by_arn(resource_arn, resource_classes())

        if resource.tags is not None:  # else it has never had any, which the tagging API tells
            resource.tags = [tag for tag in resource.tags if tag["Key"] not in tag_keys]

    def list_tags_for_resource(self, *, resource_arn: str) -> TagsOf:
        """List the tags of a resource."""
        resource = self.store.get_by_arn(resource_arn, resource_classes())

        return TagsOf(resource.arn, resource.tags or ())
