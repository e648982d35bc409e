"""Asking an account by a client: whole lists, and with patience."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from botocore import xform_name
from botocore.exceptions import ClientError, ParamValidationError

from ..pinpointsmsvoicev2.domains.snapshots.reading import Ask, Refused

_THROTTLED = ("ThrottlingException", "TooManyRequestsException", "RequestLimitExceeded")
_WAITS = (1, 2, 4, 8, 15, 30)
"""Seconds between attempts at a call that is throttled; the last again and again."""
_MOST_ATTEMPTS = 100

Tell = Callable[[str, int], object]
"""Is told an operation's name and how many of its rows were read, page by page."""


def asking(
    client: Any,
    *,
    tell: Tell = lambda operation, rows: None,
    sleep: Callable[[float], object] = time.sleep,
    whole: bool = True,
) -> Ask:
    """Return what asks the client's account: for all pages of a list, or for the first alone."""

    def ask(operation: str, members: Mapping[str, Any]) -> Mapping[str, Any]:
        answer: dict[str, Any] = {}
        for page in _pages(client, operation, members, sleep):
            if not whole:
                return page
            page.pop("NextToken", None)
            answer = _joined(answer, page)
            rows = next((len(each) for each in answer.values() if isinstance(each, list)), 0)
            tell(operation, rows)
        return answer

    return ask


def _pages(
    client: Any, operation: str, members: Mapping[str, Any], sleep: Callable[[float], object]
) -> Iterator[dict[str, Any]]:
    call = getattr(client, xform_name(operation), None)
    if call is None:
        raise Refused("UnknownOperationException", f"this botocore does not know {operation}")
    token: dict[str, str] = {}
    while True:
        page = _patiently(lambda: call(**members, **token), sleep)  # noqa: B023
        page.pop("ResponseMetadata", None)
        following = page.get("NextToken")
        yield page
        if not following:
            return
        token = {"NextToken": following}


def _patiently(
    call: Callable[[], dict[str, Any]], sleep: Callable[[float], object]
) -> dict[str, Any]:
    """Make a call, and wait whenever it is throttled: most operations take one a second."""
    for attempt in range(_MOST_ATTEMPTS):
        try:
            return call()
        except ParamValidationError as wrong:
            raise Refused(type(wrong).__name__, str(wrong)) from wrong
        except ClientError as refused:
            error = refused.response["Error"]
            if error["Code"] not in _THROTTLED or attempt == _MOST_ATTEMPTS - 1:
                raise Refused(error["Code"], error.get("Message", "")) from refused
        sleep(_WAITS[min(attempt, len(_WAITS) - 1)])
    raise AssertionError("the last attempt returns or raises")


def _joined(answer: dict[str, Any], page: Mapping[str, Any]) -> dict[str, Any]:
    for name, value in page.items():
        if isinstance(value, list) and isinstance(answer.get(name), list):
            answer[name] += value
        else:
            answer[name] = value
    return answer
