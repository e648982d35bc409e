"""What a test holds in its hand: it sees what was sent, and plays everyone who is not your code.

https://docs.aws.amazon.com/sms-voice/latest/userguide/ names the parts: handset, carrier,
reviewer, AWS. The calls themselves are declared in ``pinpointsmsvoicev2/calls``, where it is also
said how one is added; here is what brings them to a backend, in this process or behind a URL.
"""

from __future__ import annotations

import json
import warnings
from functools import cached_property
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import boto3
from moto import settings

from .pinpointsmsvoicev2.calls import Calls
from .pinpointsmsvoicev2.calls.answers import InboundMessage, LoadedAccount, SentMessage
from .pinpointsmsvoicev2.calls.declaring import Source
from .plugin import CONTROL_PATH

__all__ = ["InboundMessage", "SentMessage", "Simulator"]


class Simulator(Calls):
    """The service's other side, in one Region of one account.

    Without ``endpoint_url`` it works in process (or, in moto's TEST_SERVER_MODE, against the
    server that moto is told to use); with it, over HTTP, against a running server. A wrong call
    raises ValueError in either case.
    """

    def __init__(
        self,
        region_name: str | None = None,
        account_id: str | None = None,
        endpoint_url: str | None = None,
    ) -> None:
        self._region_name = region_name
        self.account_id = account_id
        if endpoint_url is None and settings.TEST_SERVER_MODE:
            endpoint_url = settings.test_server_mode_endpoint()
        self.endpoint_url = endpoint_url

    @cached_property
    def region_name(self) -> str:
        """The Region whose messages and resources these are."""
        return self._region_name or boto3.Session().region_name or "us-east-1"

    def load_account(self, source: Source, *, rewrite_arns: bool = True) -> LoadedAccount:
        """Make everything that a snapshot tells of; one warning says what of it was left."""
        loaded = super().load_account(source, rewrite_arns=rewrite_arns)
        if loaded.warning is not None:
            warnings.warn(loaded.warning, stacklevel=2)
        return loaded

    def _call(self, call: str, arguments: dict[str, Any]) -> Any:
        if self.endpoint_url is not None:
            return self._call_server(self.endpoint_url, call, arguments)
        # Here, because importing the Simulator is not to cost what moto's backends do.
        from .pinpointsmsvoicev2.control import find_backend, perform

        return perform(find_backend(self.region_name, self.account_id), call, arguments)

    def _call_server(self, endpoint_url: str, call: str, arguments: dict[str, Any]) -> Any:
        place = {"region_name": self.region_name, "account_id": self.account_id}
        arguments |= {name: value for name, value in place.items() if value is not None}
        request = Request(  # noqa: S310 - the URL is the user's own
            endpoint_url.rstrip("/") + CONTROL_PATH + call,
            data=json.dumps(arguments).encode("utf-8"),
            headers={"Content-Type": "application/json"},
        )
        try:
            with urlopen(request) as response:  # noqa: S310
                return json.load(response)
        except HTTPError as refused:
            with refused:
                text = refused.read().decode("utf-8", "replace")
            raise ValueError(_refusal(text) or f"{endpoint_url} has no Simulator") from None


def _refusal(text: str) -> str | None:
    """Return what the server says is wrong, None if it does not know of these calls."""
    try:
        return str(json.loads(text)["message"])
    except (ValueError, KeyError, TypeError):
        return None
