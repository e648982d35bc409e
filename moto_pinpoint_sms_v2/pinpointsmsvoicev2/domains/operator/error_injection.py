"""What a test arranges beforehand: errors to come, and ids."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from ...core.contract import operation, service_model
from ...core.domain import Domain
from ...core.faults import Faults
from ...core.resource import resource_class
from ...core.words import check_spelling, check_word
from ...exceptions import ERRORS, InjectedError

_CODE = re.compile("[A-Za-z][A-Za-z0-9.]{0,127}")
_MEMBER = re.compile("[A-Za-z][A-Za-z0-9_]*")
_ID = re.compile("[A-Za-z0-9_-]{1,64}")


class ErrorInjection(Domain):
    """The verbs that belong to no noun of the service."""

    faults: Faults

    def inject_error(
        self,
        /,
        operation: str,
        code: str,
        *,
        reason: str | None = None,
        message: str | None = None,
        times: int = 1,
        **members: Any,
    ) -> None:
        """Let the next ``times`` calls of an operation fail with that error."""
        _refuse_unknown_operation(operation)
        if not _CODE.fullmatch(code):
            raise ValueError(f"{code!r} is not an error's code such as ThrottlingException")
        check_spelling(code, ERRORS, "code")
        if reason is not None:
            check_spelling(reason, _reasons(code), "reason")
        if times < 1:
            raise ValueError("times must be 1 or more")
        named = {_member_name(name): value for name, value in members.items()}
        message = _message(message, named)
        if reason is not None:
            named["Reason"] = reason
        text = message if message is not None else _sentence(code, reason)
        error = InjectedError(code, text, **named)
        error.status = ERRORS[code].status if code in ERRORS else 400
        self.faults.add(operation, error, times)

    def clear_errors(self) -> None:
        """Let no call fail any more."""
        self.faults.clear()

    def use_id(self, resource_type: str, resource_id: str) -> None:
        """Give the next resource of that type this id."""
        cls = resource_class(resource_type)
        if not _ID.fullmatch(resource_id):
            raise ValueError(f"{resource_id!r} is not an id: 1 to 64 of A-Z, a-z, 0-9, _ and -")
        self.store.use_id(cls, resource_id)


def _refuse_unknown_operation(name: str) -> None:
    if operation(name) is None:  # not in the model of an older botocore
        check_word(name, service_model().operation_names, "operation")


def _reasons(code: str) -> Collection[str]:
    """Return the reasons that the model has for an error, none if it has no enum of them."""
    enum = f"{code}Reason"
    known = enum in service_model().shape_names
    return service_model().shape_for(enum).enum if known else ()


def _message(message: str | None, named: dict[str, Any]) -> str | None:
    """Return the error's Message, which may be among its members."""
    if "Message" not in named:
        return message
    if message is not None:
        raise ValueError("message and Message are the same: give one of them")
    text = named.pop("Message")
    if not isinstance(text, str):
        raise ValueError(f"Message cannot be {text!r}: clients read a string there")
    return text


def _member_name(name: str) -> str:
    """Return a member's name on the wire, which may be given in snake_case."""
    if not _MEMBER.fullmatch(name):
        raise ValueError(f"{name!r} is not the name of a member such as ResourceId")
    return name if name[0].isupper() else "".join(map(str.capitalize, name.split("_")))


def _sentence(code: str, reason: str | None) -> str:
    return f"{code} injected" + (f' - Reason="{reason}"' if reason is not None else "")
