"""The door: the one place that turns a request into a call and an answer into bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cached_property
from math import isinf
from typing import Any, NamedTuple
from urllib.parse import urlparse

from moto import settings
from moto.core.responses import BaseResponse
from moto.iam.models import iam_backends, mark_account_as_visited
from moto.moto_api._internal import mock_random
from werkzeug.exceptions import HTTPException

from .core.backends import get_backend
from .core.contract import SERVICE_NAME, TARGET_PREFIX, Listing, Operation, operation
from .core.paging import ListingOf, PageRequest
from .exceptions import (
    InvalidSignatureException,
    ServiceError,
    UnknownOperationException,
    UnrecognizedClientException,
)
from .models import PinpointSMSVoiceV2Backend, pinpointsmsvoicev2_backends
from .request_bodies import body_of, read_members

Answer = tuple[int, str, str | None]
"""Status, body, and the error's code."""


class Refusal(NamedTuple):
    """An answer that is an error."""

    status: int
    body: str
    code: str


Outcome = dict[str, Any] | Refusal
"""What came of a call: the answer's members, or its refusal."""

_ACCESS_KEY = re.compile(r"Credential=([A-Z0-9]{20})/")
_UNSIGNED = "AKIAEXAMPLE"


class PinpointSMSVoiceV2Response(BaseResponse):
    """One request of the JSON 1.0 protocol."""

    def __init__(self) -> None:
        super().__init__(service_name=SERVICE_NAME)

    def setup_class(
        self, request: Any, full_url: str, headers: Any, use_raw_body: bool = False
    ) -> None:
        """Keep what this protocol needs of moto's own setup: who calls, and from where."""
        self.headers = request.headers
        self.method = request.method
        self.uri = full_url
        self.raw_body, self.is_unpacked = body_of(request)
        self.body = self.raw_body  # by this name moto's signature check reads it, up to 5.1
        self.querystring: dict[str, Any] = {}
        self.data = self.querystring
        in_url = self.region_regex.search(full_url)
        self.region = in_url[1] if in_url else self.get_region_from_url(request, full_url)
        self.access_key = self.get_access_key()
        self.current_account = self.get_current_account()
        # Else there is no access key that moto's IAM could know.
        if self.access_key != _UNSIGNED and self.current_account in iam_backends:
            mark_account_as_visited(
                account_id=self.current_account,
                access_key=self.access_key,
                service=SERVICE_NAME,
                region=self.region,
            )

    def get_access_key(self) -> str:
        """Return the caller's access key, or what moto takes for one that is none.

        As moto's own, but it knows only the signature that this service has, and does not search
        the whole header for keys such as ``testing``.
        """
        return self._signed_by

    @cached_property
    def _signed_by(self) -> str:
        signed = _ACCESS_KEY.search(self.headers.get("Authorization", ""))
        return signed[1] if signed else _UNSIGNED

    @property
    def raw_path(self) -> str:
        """The path that moto's signature check signs."""
        return urlparse(self.uri).path or "/"

    def call_action(self) -> tuple[int, dict[str, str], str]:
        """Answer the request."""
        try:
            status, body, code = self._answer()
        except ServiceError as error:
            status, body, code = _refusal(error)
        headers = {
            "content-type": "application/x-amz-json-1.0",
            "x-amzn-requestid": str(mock_random.uuid4()),
        }
        if code is not None:
            headers["x-amzn-errortype"] = code
        return status, headers, body

    def _answer(self) -> Answer:
        wanted = self._operation()
        members = self._members()
        backend = self._backend()
        try:
            self._authorize(backend, wanted, members)
            with backend.lock:
                backend.caller.access_key = self.access_key
                answer = self._call(backend, wanted, members)
            backend.deliver()
        except ServiceError as error:
            answer = _refusal(error)
        if answer[2] is not None and wanted.name.startswith("Send"):
            with backend.lock:
                backend.note_refusal(wanted.name, members, json.loads(answer[1]))
        return answer

    def _call(
        self, backend: PinpointSMSVoiceV2Backend, wanted: Operation, members: dict[str, Any]
    ) -> Answer:
        backend.faults.strike(wanted.name)
        if backend.account.enforces_rates:
            backend.take_api_rate(wanted.name)
        arguments = wanted.arguments(members)

        def act() -> Outcome:
            try:
                act_on = getattr(backend, wanted.method)
                if wanted.listing is None:
                    return wanted.serialize(act_on(**arguments))
                asked = self._page_request(wanted.name, wanted.listing, members)
                return _page(wanted, wanted.listing, asked, act_on(**arguments))
            except ServiceError as error:
                return _refusal(error)

        token = members.get("ClientToken") if wanted.idempotent else None
        if token is None:
            return _answer_of(act())
        kept = backend.tokens.once(
            wanted.name, token, members, lambda: _folded(act(), wanted.answers)
        )
        return _answer_of(_unfolded(kept, wanted.answers))

    def _page_request(self, name: str, listing: Listing, members: dict[str, Any]) -> PageRequest:
        token = members.pop("NextToken", None)
        size = members.pop("MaxResults", None) or listing.page_size

        def scope() -> bytes:
            # Sorted, because not every caller names the members in the same order each time.
            asked = json.dumps(members, sort_keys=True)
            return f"{self.current_account}/{self.region}/{name}/{asked}".encode()

        return PageRequest(size=size, token=token, scope=scope)

    def _operation(self) -> Operation:
        prefix, _, name = self.headers.get("X-Amz-Target", "").rpartition(".")
        wanted = operation(name) if (prefix, self.method) == (TARGET_PREFIX, "POST") else None
        if wanted is None or not hasattr(PinpointSMSVoiceV2Backend, wanted.method):
            raise UnknownOperationException(f"The operation {name!r} is not known here")
        return wanted

    def _members(self) -> dict[str, Any]:
        is_packed = self.headers.get("Content-Encoding") == "gzip" and not self.is_unpacked
        return read_members(self.raw_body, is_packed=is_packed)

    def _backend(self) -> PinpointSMSVoiceV2Backend:
        try:
            return get_backend(pinpointsmsvoicev2_backends, self.current_account, self.region)
        except KeyError:
            raise UnrecognizedClientException(
                f"The service has no endpoint in {self.region}"
            ) from None

    def _authorize(
        self, backend: PinpointSMSVoiceV2Backend, wanted: Operation, members: dict[str, Any]
    ) -> None:
        if isinf(settings.INITIAL_NO_AUTH_ACTION_COUNT):
            return
        # It is signed, but up to moto 5.1 no mocked client's request has it.
        if "host" not in self.headers:
            self.headers["host"] = urlparse(self.uri).netloc
        # Here, because few switch it on, and not every moto need have what it stands on.
        from .integrations.iam.caller import Caller
        from .integrations.iam.questions import questions_of

        with backend.lock:
            asked = questions_of(backend.store, wanted.name, members)
        try:
            self._authenticate_and_authorize_action(Caller, asked)
        except HTTPException as refused:
            raise _as_json(refused) from None


def _page(wanted: Operation, listing: Listing, asked: PageRequest, result: Any) -> dict[str, Any]:
    """Return the answer with that page of its list."""
    about, rows = (result.owner, result.rows) if isinstance(result, ListingOf) else (None, result)
    page = asked.cut(rows)
    wire: dict[str, Any] = wanted.serialize(about)
    wire[listing.member] = listing.serialize(page.rows)
    if page.next_token is not None:
        wire["NextToken"] = page.next_token
    return wire


_IAM_REFUSALS = {
    "SignatureDoesNotMatch": InvalidSignatureException,
}


def _as_json(refused: HTTPException) -> ServiceError:
    """Return moto's IAM refusal, made for XML, as this protocol has it."""
    error = _IAM_REFUSALS.get(getattr(refused, "error_type", ""), UnrecognizedClientException)
    return error(message=getattr(refused, "message", str(refused)))


def _refusal(error: ServiceError) -> Refusal:
    body = {"__type": error.code, "Message": error.message, **error.members}
    return Refusal(error.status, json.dumps(body), error.code)


def _answer_of(outcome: Outcome) -> Answer:
    return outcome if isinstance(outcome, Refusal) else (200, json.dumps(outcome), None)


def _folded(outcome: Outcome, names: Sequence[str]) -> tuple[Any, ...]:
    """Return an outcome as a token keeps it: without the members' names, the same in all."""
    return outcome if isinstance(outcome, Refusal) else tuple(map(outcome.get, names))


def _unfolded(kept: tuple[Any, ...], names: Sequence[str]) -> Outcome:
    if isinstance(kept, Refusal):
        return kept
    return {name: value for name, value in zip(names, kept, strict=True) if value is not None}
