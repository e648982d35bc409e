"""Requests to a server that nobody should make, among some that many make at once."""

from __future__ import annotations

import gzip
import json
import socket
from collections.abc import Sequence
from random import Random
from typing import Any
from urllib.parse import quote, urlsplit

from moto.moto_server import utilities

from moto_pinpoint_sms_v2.pinpointsmsvoicev2.control import VIEWS
from moto_pinpoint_sms_v2.pinpointsmsvoicev2.simulator_calls import CALLS

from ..domains.neighbours import CONSUMER
from ..support import ACCOUNT, REGION
from .inputs import BROKEN, TEXTS, Inputs
from .simulator_inputs import draw
from .vocabulary import HANDSETS, SAID

PREFIX = "/moto-api/pinpoint-sms-voice-v2"
NUMBER = {
    "iso_country_code": "US",
    "number_type": "TEN_DLC",
    "number_capabilities": ["SMS", "MMS", "VOICE"],
}
_METHODS = [*("GET", "POST") * 5, "DELETE", "PUT", "PATCH", "HEAD", "OPTIONS", "TRACE", "FOO"]
_PATHS = [*CALLS, *VIEWS, "places", "calls", "media", "", "index.html", "%00", "..%2f..%2fx", "a/b"]
_NAMES = ["limit", "handset", "handset_limit", "search", "region_name", "channel", "message_id"]
_QUERIES = ["%", "%zz", "=", "&&", "limit=1&limit=2", "a" * 5000, "limit=1e3", "limit=%00"]
_TYPES = ["application/json", "text/plain", "multipart/form-data", "application/xml; =", "\xff"]
_CHUNKS = [
    *(b"2\r\n{}\r\n0\r\n\r\n", b"2;a=b\r\n{}\r\n0\r\n\r\n", b"2\r\n{}XX0\r\n\r\n", b"2\r\n{}\r\n"),
    *(b"ffff\r\n{}\r\n0\r\n\r\n", b"-1\r\n{}\r\n", b"zz\r\n{}\r\n", b"f" * 20 + b"\r\n{}", b""),
]
_BODIES = [b"", b"{}", b"[]", b"null", b'"\xff"', b"[" * 50_000, "{}".encode("utf-16"), b"a=%zz"]
_FORMS = ["plain", "gzip", "chunks"]
if not hasattr(utilities, "decompress_request_body"):
    # From 5.1.12 to 5.2.3 moto's server answers it by itself, with a 500.
    _FORMS.append("no gzip")
_SENDS = ["SendTextMessage", "SendMediaMessage", "SendVoiceMessage", "DescribePhoneNumbers"]


class Attacks:
    """What a seed makes of what a server can be asked, with the answer's kind."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - no secret
        self.inputs = Inputs(self.random, {name: list(values) for name, values in SAID.items()})

    def draw(self) -> tuple[str, bytes]:
        """Return a request, and what it is."""
        kinds = ("send", "number", "call", "query", "broken", "clear", "reset")
        kind = self.random.choices(kinds, (20, 8, 30, 15, 30, 5, 1))[0]
        request: bytes = getattr(self, f"_{kind}")()
        return kind, request

    def _send(self) -> bytes:
        members = {
            "DestinationPhoneNumber": self.one(HANDSETS),
            "OriginationIdentity": "none",
            "MessageBody": "Hello",
        }
        if self.random.random() < 0.7:
            del members["OriginationIdentity"]
        scope = f"{'A' * 20}/20260101/{REGION}/sms-voice/aws4_request"
        headers = {
            "X-Amz-Target": f"PinpointSMSVoiceV2.{self.one(_SENDS)}",
            "Authorization": f"AWS4-HMAC-SHA256 Credential={scope}",
            "x-moto-account-id": self.one((ACCOUNT, CONSUMER)),
        }
        return request("POST", "/", json.dumps(members).encode(), **headers)

    def _number(self) -> bytes:
        given = {**NUMBER, "account_id": self.one((ACCOUNT, CONSUMER)), "region_name": REGION}
        return request("POST", f"{PREFIX}/add_phone_number", json.dumps(given).encode())

    def _call(self) -> bytes:
        call = self.one(sorted(CALLS))
        given = {**draw(self.inputs, call), "account_id": self.one((ACCOUNT, CONSUMER))}
        return request("POST", f"{PREFIX}/{call}", json.dumps(given).encode())

    def _query(self) -> bytes:
        path = self.one(["messages", "events", "message", "refusals", "media", *VIEWS])
        values = [str(each).encode("utf-8", "replace")[:2000] for each in (*BROKEN, *TEXTS)]
        query = f"{self.one(_NAMES)}={quote(self.one(values))}"
        if self.random.random() < 0.3:
            query = self.one(_QUERIES)
        return request("GET", f"{PREFIX}/{path}?{query}", If_None_Match=self.one(["*", '"x"']))

    def _broken(self) -> bytes:
        method, path = self.one(_METHODS), f"{PREFIX}/{self.one(_PATHS)}"
        kind = {"Content-Type": self.one(_TYPES)}
        body = self.one(_BODIES)
        form = self.one(_FORMS)
        if form == "chunks":
            head = request(method, path, Transfer_Encoding="chunked", **kind)
            return head.replace(b"Content-Length: 0\r\n", b"") + self.one(_CHUNKS)
        packed = gzip.compress(body) if form == "gzip" else body
        return request(
            method,
            path,
            packed,
            **kind,
            **({} if form == "plain" else {"Content-Encoding": "gzip"}),
        )

    def _clear(self) -> bytes:
        return request("POST", f"{PREFIX}/clear_messages", b"{}")

    def _reset(self) -> bytes:
        return request("POST", "/moto-api/reset")

    def one(self, several: Sequence[Any]) -> Any:
        """Return one of several."""
        return self.random.choice(several)


def request(method: str, path: str, body: bytes = b"", **headers: str) -> bytes:
    """Return a request as it travels."""
    told = {"Host": "localhost", "Connection": "close", "Content-Length": str(len(body)), **headers}
    lines = [f"{name.replace('_', '-')}: {value}\r\n" for name, value in told.items()]
    return f"{method} {path} HTTP/1.1\r\n{''.join(lines)}\r\n".encode("latin-1") + body


def answer_of(url: str, told: bytes) -> tuple[int, bytes]:
    """Return the status and body of a server's answer, which does not take it long."""
    place = urlsplit(url)
    with socket.create_connection((place.hostname or "", place.port or 80), timeout=60) as line:
        line.sendall(told)
        line.shutdown(socket.SHUT_WR)
        heard = b"".join(iter(lambda: line.recv(65536), b""))
    head, _, body = heard.partition(b"\r\n\r\n")
    return int(head.split(b" ", 2)[1]), body
