"""The Resource Groups Tagging API finds and tags the service's resources, from moto 5.2.2 on.

https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/supported-services.html
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType
from typing import TYPE_CHECKING

from moto.core.base_backend import BackendDict, BaseBackend
from moto.core.resource_tagging import TaggableResourcesMixin, TaggedResource

from ..core.backends import find_backend, get_backend
from ..core.contract import SERVICE_NAME
from ..core.resource import resource_classes
from ..core.usage import listen
from ..exceptions import ServiceError

if TYPE_CHECKING:
    from ..models import PinpointSMSVoiceV2Backend

NAMESPACE = "sms-voice"


class TaggedResources(TaggableResourcesMixin, BaseBackend):
    """What moto's tagging API asks of a service, in one account and Region.

    It is not the service's own backend, because moto's names for it are those of operations.
    """

    SERVICE_NAMESPACE = NAMESPACE

    def iter_tagged_resources(self) -> Iterator[TaggedResource]:
        """Yield every resource that can be tagged, oldest first in its kind."""
        from ..models import pinpointsmsvoicev2_backends

        backend = find_backend(pinpointsmsvoicev2_backends, self.account_id, self.region_name)
        if backend is None:
            return
        with backend.lock:
            resources = [each for cls in resource_classes() for each in backend.store.all(cls)]
        for resource in resources:
            yield TaggedResource(
                arn=resource.arn,
                tags={tag["Key"]: tag["Value"] for tag in resource.tags or ()},
                resource_type=f"{NAMESPACE}:{resource.kind}",
                # AWS lists what has tags, or has had some.
                extra={"include_untagged": resource.tags is not None},
            )

    def tag_resource(self, arn: str, tags: Mapping[str, str]) -> None:
        """Add tags; NotImplementedError, which moto lists as a failure, if they are refused."""
        self._call(
            "TagResource",
            ResourceArn=arn,
            Tags=[{"Key": key, "Value": value} for key, value in tags.items()],
        )

    def untag_resource(self, arn: str, tag_keys: Sequence[str]) -> None:
        """Remove tags; NotImplementedError, as above."""
        self._call("UntagResource", ResourceArn=arn, TagKeys=list(tag_keys))

    def _call(self, name: str, **members: object) -> None:
        from .calls import call

        try:
            call(self._backend, name, **members)
        except ServiceError as refused:
            raise NotImplementedError(refused.message) from refused

    @property
    def _backend(self) -> PinpointSMSVoiceV2Backend:
        from ..models import pinpointsmsvoicev2_backends

        backend: PinpointSMSVoiceV2Backend = get_backend(
            pinpointsmsvoicev2_backends, self.account_id, self.region_name
        )
        return backend


_TAGGED = BackendDict(TaggedResources, SERVICE_NAME)


def join(module: ModuleType) -> None:
    """Let moto's tagging API see each account in which the service is used.

    It goes over all services whose backends have been asked for since the last reset.
    """
    listen(_TAGGED.__getitem__)
