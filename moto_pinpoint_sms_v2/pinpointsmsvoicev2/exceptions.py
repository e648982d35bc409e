"""The seven errors of the service, and the three of the protocol under it.

Evidence for the message form: clients of AWS extract ``Reason="..."`` from the message text, and
one printed conflict reads ``Conflict Occurred - Reason="..." ResourceType="..." ResourceId="..."``.
The words before the dash of the other errors were never published; ours are a choice.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Protocol


class Named(Protocol):
    """What an error can be about: a resource, or the class of one."""

    kind: ClassVar[str]


class ServiceError(Exception):
    """An answer of the service that is not a result.

    ``members`` are the error's modelled members beside ``Message``.
    """

    status: int = 400

    def __init__(self, message: str, **members: Any) -> None:
        super().__init__(message)
        self.message = message
        self.members: Mapping[str, Any] = members

    @property
    def code(self) -> str:
        """The error's name on the wire."""
        return type(self).__name__

    @property
    def reason(self) -> str | None:
        """The value callers branch on."""
        return self.members.get("Reason")


def _sentence(lead: str, **facts: str) -> str:
    return f"{lead} - " + " ".join(f'{name}="{value}"' for name, value in facts.items())


def _lower_camel(name: str) -> str:
    head, *tail = name.split("_")
    return head + "".join(part.capitalize() for part in tail)


class AccessDeniedException(ServiceError):
    """The account may not do this; ``reason`` is of AccessDeniedExceptionReason, if any."""

    def __init__(self, reason: str | None = None, message: str = "Access Denied") -> None:
        if reason is None:
            super().__init__(message)
        else:
            super().__init__(_sentence(message, Reason=reason), Reason=reason)


class ConflictException(ServiceError):
    """The state of ``resource`` forbids the call; ``reason`` is of ConflictExceptionReason."""

    def __init__(self, reason: str, resource: Any, resource_id: str | None = None) -> None:
        kind, identifier = _name(resource, resource_id)
        members = {"Reason": reason, "ResourceType": kind, "ResourceId": identifier}
        super().__init__(_sentence("Conflict Occurred", **members), **members)


class InternalServerException(ServiceError):
    """The service failed; only an injected error answers so."""

    status = 500


class ResourceNotFoundException(ServiceError):
    """Nothing of that kind has that name; it has no ``Reason``."""

    def __init__(self, resource: Any, resource_id: str | None = None) -> None:
        kind, identifier = _name(resource, resource_id)
        members = {"ResourceType": kind, "ResourceId": identifier}
        super().__init__(_sentence("Resource Not Found", **members), **members)


class ServiceQuotaExceededException(ServiceError):
    """A quota is used up; ``reason`` is of ServiceQuotaExceededExceptionReason."""

    def __init__(self, reason: str) -> None:
        super().__init__(_sentence("Service Quota Exceeded", Reason=reason), Reason=reason)


class ThrottlingException(ServiceError):
    """Too many requests, where a test lets rates be enforced or injects it."""


class ValidationException(ServiceError):
    """An argument is refused; ``reason`` is of ValidationExceptionReason.

    The keywords are the fields, in snake_case, each with what is wrong with it; ``paths`` are
    fields that have the wire's names already, ``message`` what the sentence begins with.
    """

    def __init__(
        self,
        reason: str,
        paths: Mapping[str, str] | None = None,
        /,
        message: str = "Validation Failed",
        **fields: str,
    ) -> None:
        facts = {"Reason": reason}
        members: dict[str, Any] = {"Reason": reason}
        named = {_lower_camel(name): fault for name, fault in fields.items()} | dict(paths or {})
        if named:
            facts["Fields"] = ",".join(named)
            members["Fields"] = [{"Name": name, "Message": fault} for name, fault in named.items()]
        super().__init__(_sentence(message, **facts), **members)


class SerializationException(ServiceError):
    """The body is not what the protocol asks for."""


class UnknownOperationException(ServiceError):
    """No such operation."""


class UnrecognizedClientException(ServiceError):
    """The access key is unknown; only with moto's IAM authentication switched on."""


class InvalidSignatureException(ServiceError):
    """The signature is wrong; only with moto's IAM authentication switched on."""


class InjectedError(ServiceError):
    """What ``Simulator.inject_error`` asked for."""

    def __init__(self, code: str, message: str, **members: Any) -> None:
        super().__init__(message, **members)
        self._code = code

    @property
    def code(self) -> str:
        """The name that was asked for."""
        return self._code


ERRORS: Mapping[str, type[ServiceError]] = {
    error.__name__: error
    for error in (
        AccessDeniedException,
        ConflictException,
        InternalServerException,
        ResourceNotFoundException,
        ServiceQuotaExceededException,
        ThrottlingException,
        ValidationException,
    )
}
"""The errors that the service model declares, by name."""


def _name(resource: Any, resource_id: str | None) -> tuple[str, str]:
    kind = resource if isinstance(resource, str) else resource.kind
    return kind, resource.resource_id if resource_id is None else resource_id
