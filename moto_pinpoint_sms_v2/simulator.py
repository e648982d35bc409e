"""What a test holds in its hand: it sees what was sent, and plays everyone who is not your code.

https://docs.aws.amazon.com/sms-voice/latest/userguide/ names the parts: handset, carrier,
reviewer, AWS. The calls themselves are declared in ``pinpointsmsvoicev2/simulator_calls``,
where it is also said how one is added; here is what brings them to a backend, in this process or
behind a URL.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from moto import settings

from .pinpointsmsvoicev2.simulator_calls import Calls
from .pinpointsmsvoicev2.simulator_calls.answers import (
    InboundMessage,
    LoadedAccount,
    Refusal,
    SentMessage,
)
from .pinpointsmsvoicev2.simulator_calls.declaring import Source
from .server_calls import ask
from .whereabouts import check_mocked, configured_endpoint, default_region

__all__ = ["InboundMessage", "Refusal", "SentMessage", "Simulator"]


class Simulator(Calls):
    """The service's other side, in one Region of one account.

    It looks where boto3 would send: to ``endpoint_url`` if there is one; to the server that moto
    is told to use (TEST_SERVER_MODE); to the one that boto3 is told to use
    (AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2, AWS_ENDPOINT_URL, or the profile's endpoint_url);
    else in this process, inside ``mock_aws``. A wrong call raises ValueError, wherever it looks.

    Without arguments it is of boto3's default Region and moto's default account. ``repr`` tells
    Region, account, place and how much is there.
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
        self.endpoint_url = endpoint_url or configured_endpoint()

    @cached_property
    def region_name(self) -> str:
        """The Region whose messages and resources these are."""
        return self._region_name or default_region()

    def load_account(self, source: Source, *, rewrite_arns: bool = True) -> LoadedAccount:
        """Make everything that a snapshot tells of; one warning says what of it was left."""
        loaded = super().load_account(source, rewrite_arns=rewrite_arns)
        if loaded.warning is not None:
            warnings.warn(loaded.warning, stacklevel=2)
        return loaded

    def __repr__(self) -> str:
        """Tell where it looks and how much is there; it never fails."""
        try:
            summary = self._summary()
            account, told = summary["account_id"], _counted(summary)
        except (OSError, ValueError) as wrong:
            account, told = self.account_id, str(wrong)
        of = "" if account is None else f" of account {account}"
        where = self.endpoint_url or "this process"
        return f"<Simulator{of} in {self.region_name}, in {where}: {told}>"

    def _summary(self) -> dict[str, Any]:
        if self.endpoint_url is not None:
            return dict(ask(self.endpoint_url, f"summary?{urlencode(self._place())}"))
        from .pinpointsmsvoicev2.control import find_backend, perform

        check_mocked()
        return dict(perform(find_backend(**self._place()), "summary", {}))

    def _call(self, call: str, arguments: dict[str, Any]) -> Any:
        if self.endpoint_url is not None:
            return ask(self.endpoint_url, call, arguments | self._place())
        # Here, because importing the Simulator is not to cost what moto's backends do.
        from .pinpointsmsvoicev2.control import find_backend, perform

        check_mocked()
        return perform(find_backend(**self._place()), call, arguments)

    def _place(self) -> dict[str, str]:
        place = {"region_name": self.region_name, "account_id": self.account_id}
        return {name: value for name, value in place.items() if value is not None}


# It says no more here than where it is declared, and help is to show all of that.
Simulator.load_account.__doc__ = Calls.load_account.__doc__


def _counted(summary: Mapping[str, int]) -> str:
    """Return how many things there are, in words."""
    counted = {
        "message": summary["messages"],
        "refused send": summary["refusals"],
    }
    return ", ".join(f"{n} {thing}{'' if n == 1 else 's'}" for thing, n in counted.items())
