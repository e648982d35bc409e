"""The errors of SNS that this service's refusals become."""

from __future__ import annotations

from moto.sns.exceptions import SNSException, SNSInvalidParameter

from ...exceptions import ServiceError


# Moto up to 5.1.22 reads from an error's module which service answers: these are SNS's own.
class UserError(SNSException):
    """A request that the account's state does not allow."""

    __module__ = SNSException.__module__
    code = "UserError"


class OptedOut(SNSException):
    """The number has opted out."""

    __module__ = SNSException.__module__
    code = "OptedOut"


class ResourceNotFound(SNSException):
    """There is no such number in the sandbox."""

    __module__ = SNSException.__module__
    code = "ResourceNotFound"


class WrongCode(SNSException):
    """The one-time password is wrong or too old."""

    __module__ = SNSException.__module__
    code = "VerificationException"


def as_sns(refused: ServiceError) -> SNSException:
    """Return a refusal as SNS words it; which it gives for what is inferred from their names."""
    if refused.reason == "DESTINATION_PHONE_NUMBER_OPTED_OUT":
        return OptedOut(refused.message)
    if refused.code == "ValidationException":
        return SNSInvalidParameter(f"Invalid parameter: {refused.message}")
    return UserError(refused.message)
