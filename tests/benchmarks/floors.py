"""What no service can be below: the same call, answered at once with the same bytes.

Once by a ``before-send`` handler, which is boto3 alone, and once through all of moto by a service
that is registered as ours is and does nothing.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from types import ModuleType
from typing import Any, NamedTuple

from botocore.awsrequest import AWSResponse
from moto import backend_index
from moto.core.base_backend import BackendDict, BaseBackend
from moto.core.models import botocore_stubber

from .measuring import Call, On, client

_SERVICE = "floor"
_ENDPOINT = "https://floor.us-east-1.amazonaws.com"


class Answer(NamedTuple):
    """An answer as it arrived."""

    status: int
    headers: dict[str, str]
    body: bytes


class _Floor:
    """The service: it answers with what was given, and asks for nothing."""

    given = Answer(200, {}, b"{}")

    @classmethod
    def dispatch(cls, *_: Any) -> Answer:
        return cls.given


class FloorBackend(BaseBackend):
    """Its state, of which there is none, and its URLs, kept as ours are."""

    urls = {re.escape(_ENDPOINT) + "/$": _Floor.dispatch}


def _register() -> None:
    """Register the service as this package registers its own, in moto's list of patterns."""
    service = ModuleType(f"moto.{_SERVICE}")
    service.__dict__["floor_backends"] = BackendDict(
        FloorBackend, _SERVICE, use_boto3_regions=False, additional_regions=["us-east-1"]
    )
    sys.modules[service.__name__] = sys.modules[f"{service.__name__}.models"] = service
    pattern = re.compile(r"https?://floor\.([^.]+)\.amazonaws\.com")
    backend_index.backend_url_patterns.insert(0, (_SERVICE, pattern))


class _Raw(BytesIO):
    def stream(self, **_: Any) -> Iterator[bytes]:
        yield self.read()


@contextmanager
def _unmocked() -> Iterator[None]:
    botocore_stubber.enabled = False
    try:
        yield
    finally:
        botocore_stubber.enabled = True


def _answer_to(call: On) -> Answer:
    """Return what our service answers."""
    answered: list[Answer] = []

    def keep(http_response: Any, **_: Any) -> None:
        headers = dict(http_response.headers)
        answered.append(Answer(http_response.status_code, headers, http_response.content))

    asking = client()
    asking.meta.events.register("after-call.pinpoint-sms-voice-v2.*", keep)
    call(asking)
    return answered[0]


def canned(call: On) -> Call:
    """Return the call with boto3 alone: a handler gives the answer before anything is sent."""
    status, headers, body = _answer_to(call)
    other = client()
    other.meta.events.register_first(
        "before-send.*", lambda request, **_: AWSResponse(request.url, status, headers, _Raw(body))
    )

    def answer() -> None:
        with _unmocked():
            call(other)

    return answer


def through_moto(call: On) -> Call:
    """Return the call through all of moto, to the service that answers at once."""
    answer = _answer_to(call)
    other = client(endpoint_url=_ENDPOINT)

    def ask() -> None:
        _Floor.given = answer
        call(other)

    return ask


_register()
