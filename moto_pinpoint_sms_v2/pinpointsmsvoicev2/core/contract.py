"""What the service model states about an operation, compiled at the operation's first use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from botocore import xform_name
from botocore.loaders import create_loader
from botocore.model import OperationNotFoundError, ServiceModel

from .serialization import Convert, compile_shape, compile_structure
from .validation import Invalid, compile_check

SERVICE_NAME = "pinpoint-sms-voice-v2"
TARGET_PREFIX = "PinpointSMSVoiceV2"
_HANDLED_BY_THE_DOOR = ("ClientToken", "MaxResults", "NextToken")


@cache
def service_model() -> ServiceModel:
    """Return the service model of the installed botocore."""
    loaded = create_loader().load_service_model(SERVICE_NAME, "service-2")
    return ServiceModel(loaded, SERVICE_NAME)


@dataclass(frozen=True)
class Listing:
    """The list of an answer that is cut into pages."""

    member: str
    page_size: int
    """The size of a page when the caller names none: the model's largest, a choice of ours."""
    serialize: Convert


@dataclass(frozen=True)
class Operation:
    """One operation, ready to be called."""

    name: str
    method: str
    errors: frozenset[str]
    """The codes that it may answer."""
    idempotent: bool
    """Whether it takes a ClientToken."""
    listing: Listing | None
    serialize: Convert
    """Turns what the backend returns into the answer's members, all but a listing's own."""
    answers: tuple[str, ...]
    """The members that an answer may have."""
    parameters: Mapping[str, str]
    """The members that the backend's method takes, with its names for them."""
    _check: Callable[[Any], dict[str, Any]]

    def arguments(self, members: dict[str, Any]) -> dict[str, Any]:
        """Return the backend method's keywords, or refuse the first member that is wrong."""
        try:
            valid = self._check(members)
        except Invalid as invalid:
            raise invalid.refusal() from None
        parameters = self.parameters
        return {parameters[name]: valid[name] for name in valid if name in parameters}


@cache
def operation(name: str) -> Operation | None:
    """Return the operation of that name, None if the model has none."""
    try:
        model = service_model().operation_model(name)
    except OperationNotFoundError:
        return None
    members = model.input_shape.members
    listing = _listing(model)
    paged = (listing.member, "NextToken") if listing is not None else ()
    return Operation(
        name=name,
        method=xform_name(name),
        errors=frozenset(shape.name for shape in model.error_shapes),
        idempotent="ClientToken" in members,
        listing=listing,
        serialize=compile_structure(model.output_shape, leave_out=paged),
        answers=tuple(model.output_shape.members),
        parameters={
            member: xform_name(member) for member in members if member not in _HANDLED_BY_THE_DOOR
        },
        _check=compile_check(model.input_shape),
    )


def _listing(model: Any) -> Listing | None:
    members = model.output_shape.members
    if "NextToken" not in members:
        return None
    member = next(name for name, shape in members.items() if shape.type_name == "list")
    largest = model.input_shape.members["MaxResults"].metadata["max"]
    return Listing(member, largest, compile_shape(members[member]))
