"""How CloudFormation tells what was refused."""

from __future__ import annotations

from moto.cloudformation.exceptions import ValidationError
from moto.moto_api._internal import mock_random

from ...exceptions import ServiceError
from .caller import MissingOperation
from .properties import InvalidProperties

REFUSALS = (InvalidProperties, MissingOperation, ServiceError, ValidationError)
"""What may stop a resource: its properties, the service, or one that refers to it."""

# https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-test-contract-errors.html
# Which of them the types' handlers make of an error was never published; this is a choice.
_CODES = {
    "AccessDeniedException": "AccessDenied",
    "ConflictException": "ResourceConflict",
    "InternalServerException": "ServiceInternalError",
    "ResourceNotFoundException": "NotFound",
    "ServiceQuotaExceededException": "ServiceLimitExceeded",
    "ThrottlingException": "Throttling",
}


def told(refused: Exception, logical_id: str) -> str:
    """Return the reason that the resource's event gives."""
    if isinstance(refused, ServiceError):
        return _by_handler(refused)
    if isinstance(refused, InvalidProperties):
        return f"Properties validation failed for resource {logical_id} with message:\n{refused}"
    return str(getattr(refused, "message", refused))


def _by_handler(refused: ServiceError) -> str:
    code = _CODES.get(refused.code, "InvalidRequest")
    if refused.reason == "RESOURCE_ALREADY_EXISTS":
        code = "AlreadyExists"
    return (
        f'Resource handler returned message: "{refused.message} '
        f"(Service: PinpointSmsVoiceV2, Status Code: {refused.status}, "
        f'Request ID: {mock_random.uuid4()})" '
        f"(RequestToken: {mock_random.uuid4()}, HandlerErrorCode: {code})"
    )
