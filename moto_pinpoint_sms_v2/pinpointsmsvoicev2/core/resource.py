"""What has an id, an ARN, tags and perhaps a policy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from operator import attrgetter
from typing import Any, ClassVar, TypedDict, TypeVar

from moto.core.common_models import BaseModel

from .progress import Progress
from .words import check_word

R = TypeVar("R", bound="Resource")


class Tag(TypedDict):
    """One tag as it arrives and leaves."""

    Key: str
    Value: str


@dataclass(frozen=True)
class ResourcePolicy:
    """Who else may use a resource, as the JSON text that arrived."""

    resource_arn: str
    policy: str
    created_timestamp: datetime | None = None


@dataclass(kw_only=True, eq=False)
class Resource(BaseModel):
    """A thing of the service that a caller can name.

    A subclass gets the attributes ``<kind>_arn`` and ``<kind>_id`` (or ``_name``), so that the
    wire's members are found under their own names.
    """

    kind: ClassVar[str]
    """The wire's ResourceType."""
    id_prefix: ClassVar[str | None] = None
    """What generated ids begin with; None where the caller names the thing."""
    id_member: ClassVar[str] = "id"
    """How the wire calls the id: ``id`` or ``name``."""
    quota: ClassVar[str | None] = None
    """The account limit that counts it."""
    shareable: ClassVar[bool] = False
    """Whether a resource policy lets other accounts use it."""
    filter_attributes: ClassVar[Mapping[str, str]] = {}
    """The attributes of those filters that are not named after one."""

    id: str
    arn: str
    created_timestamp: datetime
    tags: list[Tag] | None = None
    policy: ResourcePolicy | None = None
    progress: Progress | None = field(default=None, repr=False)
    """How far it has come since it last changed its state; made when it is first read."""

    def __new__(cls: type[R], *args: Any, **kwargs: Any) -> R:
        """Make one of which moto's dashboard hears once the store has it: some are but drafts."""
        return object.__new__(cls)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "kind" in vars(cls):
            prefix = cls.kind.replace("-", "_")
            setattr(cls, f"{prefix}_arn", property(attrgetter("arn")))
            setattr(cls, f"{prefix}_{cls.id_member}", property(attrgetter("id")))

    @property
    def resource_id(self) -> str:
        """The ResourceId in errors and associations."""
        return self.id

    @property
    def is_counted(self) -> bool:
        """Whether the account's quota counts it, which it does for life or never."""
        return True

    @property
    def is_at_rest(self) -> bool:
        """Whether nothing becomes of it by itself as long as it stays as it is."""
        return False

    @property
    def alias(self) -> str | None:
        """Another name by which the store finds it."""
        return None

    @property
    def moves_by_the_clock(self) -> bool:
        """Whether its own step says when it is due, whatever moto's state manager says."""
        return False

    @property
    def state_model(self) -> str:
        """The name of its life in moto's state manager."""
        return f"pinpoint-sms-voice-v2::{self.kind}"


def resource_classes() -> Sequence[type[Resource]]:
    """Return every class of resources, by kind; a new noun says all of itself in its own class."""
    return sorted(_classes_below(Resource), key=attrgetter("kind"))


def resource_class(kind: str) -> type[Resource]:
    """Return the class of resources of that kind; ValueError if there is none."""
    kinds = {cls.kind: cls for cls in resource_classes()}
    check_word(kind, list(kinds), "resource_type")
    return kinds[kind]


def _classes_below(base: type[Resource]) -> Iterator[type[Resource]]:
    for cls in base.__subclasses__():
        if "kind" in vars(cls):
            yield cls
        yield from _classes_below(cls)
