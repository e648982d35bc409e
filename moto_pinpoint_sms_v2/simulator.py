"""What a test holds in its hand: it sees what was sent, and plays everyone who is not your code.

https://docs.aws.amazon.com/sms-voice/latest/userguide/ names the parts: handset, carrier,
reviewer, AWS.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import boto3
from moto import settings

from .plugin import CONTROL_PATH


@dataclass(frozen=True, kw_only=True)
class SentMessage:
    """A message that left; what its channel does not have is None."""

    message_id: str
    channel: str
    """TEXT, VOICE, MEDIA or RCS."""
    destination_phone_number: str
    origination_identity: str
    """What it was really sent from: an E.164 number, a sender ID or an RCS agent's id."""
    message_body: str | None = None
    message_type: str | None = None
    media_urls: list[str] | None = None
    rcs_message_content: dict[str, Any] | None = None
    configuration_set_name: str | None = None
    protect_configuration_id: str | None = None
    context: dict[str, str] | None = None
    keyword: str | None = None
    time_to_live: int | None = None
    """Seconds."""
    max_price: str | None = None
    """US dollars per part, a minute of voice, as it was asked for."""
    iso_country_code: str | None = None
    message_encoding: str | None = None
    total_message_parts: int | None = None
    status: str
    """The last event type, such as TEXT_DELIVERED."""
    message_feedback_status: str | None = None
    created_timestamp: datetime


@dataclass(frozen=True, kw_only=True)
class InboundMessage:
    """A message that arrived, and the automatic answer to it."""

    inbound_message_id: str
    message_keyword: str | None
    automatic_response: SentMessage | None


class Simulator:
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

    def messages(
        self,
        *,
        channel: str | None = None,
        destination_phone_number: str | None = None,
        origination_identity: str | None = None,
        message_id: str | None = None,
    ) -> list[SentMessage]:
        """Return what was sent, oldest first; a dry run is not in it."""
        found = self._call(
            "messages",
            channel=channel,
            destination_phone_number=destination_phone_number,
            origination_identity=origination_identity,
            message_id=message_id,
        )
        return [_sent(message) for message in found]

    def clear_messages(
        self,
        *,
        channel: str | None = None,
        destination_phone_number: str | None = None,
        origination_identity: str | None = None,
        message_id: str | None = None,
    ) -> int:
        """Forget messages, and return how many."""
        removed: int = self._call(
            "clear_messages",
            channel=channel,
            destination_phone_number=destination_phone_number,
            origination_identity=origination_identity,
            message_id=message_id,
        )
        return removed

    def events(
        self, *, message_id: str | None = None, event_type: str | None = None
    ) -> list[dict[str, Any]]:
        """Return the event records made, whether or not a destination took them."""
        return list(self._call("events", message_id=message_id, event_type=event_type))

    def verification_code(self, verified_destination_number_id: str) -> str:
        """Return the code that was sent last."""
        code: str = self._call(
            "verification_code", verified_destination_number_id=verified_destination_number_id
        )
        return code

    def receive_message(
        self,
        *,
        origination_phone_number: str,
        destination: str,
        body: str,
        media_urls: Sequence[str] = (),
        channel: str = "TEXT",
    ) -> InboundMessage:
        """Let someone write to our number, pool member or RCS agent.

        Keywords, opt-out, automatic answers and the two-way topic follow.
        """
        received = self._call(
            "receive_message",
            origination_phone_number=origination_phone_number,
            destination=destination,
            body=body,
            media_urls=media_urls,
            channel=channel,
        )
        response = received["automatic_response"]
        return InboundMessage(
            inbound_message_id=received["inbound_message_id"],
            message_keyword=received["message_keyword"],
            automatic_response=None if response is None else _sent(response),
        )

    def set_outcome(self, destination_phone_number: str, event_type: str) -> None:
        """Let later messages to that number end so."""
        self._call(
            "set_outcome", destination_phone_number=destination_phone_number, event_type=event_type
        )

    def advance_message(self, message_id: str, event_type: str) -> None:
        """Let one message move on now."""
        self._call("advance_message", message_id=message_id, event_type=event_type)

    def approve_registration(self, registration_id: str) -> None:
        """Approve the version of a registration that was submitted last."""
        self._call("approve_registration", registration_id=registration_id)

    def deny_registration(
        self,
        registration_id: str,
        *,
        denied_reasons: Sequence[Mapping[str, str]] = (),
        field_denied_reasons: Mapping[str, str] | None = None,
    ) -> None:
        """Deny it; an approved version is revoked.

        ``denied_reasons`` are DeniedReasons of the API, ``field_denied_reasons`` maps a field's
        path to its reason.
        """
        self._call(
            "deny_registration",
            registration_id=registration_id,
            denied_reasons=denied_reasons,
            field_denied_reasons=field_denied_reasons,
        )

    def set_registration_status(self, registration_id: str, status: str) -> None:
        """Hold a registration, and its current version with it, in any status."""
        self._call("set_registration_status", registration_id=registration_id, status=status)

    def set_account_tier(self, tier: str) -> None:
        """Put the account into the SANDBOX or PRODUCTION tier."""
        self._call("set_account_tier", tier=tier)

    def set_account_limit(self, name: str, max: int) -> None:
        """Change a quota: a name of DescribeAccountLimits, or a reason of its refusal."""
        self._call("set_account_limit", name=name, max=max)

    def set_spend(self, spend_limit_name: str, amount: float) -> None:
        """Say how many US dollars were spent already this month."""
        self._call("set_spend", spend_limit_name=spend_limit_name, amount=amount)

    def disable_account(self, reason: str = "ACCOUNT_DISABLED") -> None:
        """Let AWS refuse every send, with that reason of AccessDeniedException."""
        self._call("disable_account", reason=reason)

    def enable_account(self) -> None:
        """Let the account send again."""
        self._call("enable_account")

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
        """Let the next ``times`` calls of ``operation`` ("SendTextMessage") fail so."""
        self._call(
            "inject_error",
            operation=operation,
            code=code,
            reason=reason,
            message=message,
            times=times,
            **members,
        )

    def clear_errors(self) -> None:
        """Forget the errors that still wait."""
        self._call("clear_errors")

    def add_phone_number(
        self,
        *,
        iso_country_code: str,
        number_type: str,
        phone_number: str | None = None,
        phone_number_id: str | None = None,
        number_capabilities: Sequence[str] = ("SMS",),
        message_type: str = "TRANSACTIONAL",
        registration_id: str | None = None,
        pool_id: str | None = None,
        **settings: Any,
    ) -> dict[str, Any]:
        """Let the account own a number of any type that AWS leases, ACTIVE at once.

        ``settings`` are other members of DescribePhoneNumbers in snake_case. Return the row that
        DescribePhoneNumbers shows.
        """
        return _row(
            self._call(
                "add_phone_number",
                iso_country_code=iso_country_code,
                number_type=number_type,
                phone_number=phone_number,
                phone_number_id=phone_number_id,
                number_capabilities=number_capabilities,
                message_type=message_type,
                registration_id=registration_id,
                pool_id=pool_id,
                **settings,
            )
        )

    def add_sender_id(
        self,
        sender_id: str,
        iso_country_code: str,
        *,
        message_types: Sequence[str] = ("TRANSACTIONAL",),
        registered: bool = True,
        **settings: Any,
    ) -> dict[str, Any]:
        """Let the account own a sender ID, whatever its country asks for first.

        ``settings`` are other members of DescribeSenderIds in snake_case. Return the row that
        DescribeSenderIds shows.
        """
        return _row(
            self._call(
                "add_sender_id",
                sender_id=sender_id,
                iso_country_code=iso_country_code,
                message_types=message_types,
                registered=registered,
                **settings,
            )
        )

    def use_id(self, resource_type: str, resource_id: str) -> None:
        """Give the next resource of that ResourceType ("registration") this id."""
        self._call("use_id", resource_type=resource_type, resource_id=resource_id)

    def load_registration_definitions(
        self, source: str | os.PathLike[str] | Mapping[str, Any] | Sequence[Mapping[str, Any]]
    ) -> None:
        """Use the account's own forms: answers of Describe...Definitions, or a file of them."""
        if isinstance(source, str | os.PathLike):
            source = _read_json(source)
        self._call("load_registration_definitions", source=source)

    def _call(self, call: str, /, **arguments: Any) -> Any:
        # Here, because importing the Simulator is not to cost what moto's backends do.
        from .pinpointsmsvoicev2.control_api import find_backend, perform
        from .pinpointsmsvoicev2.core.plain import plain

        given = plain({name: value for name, value in arguments.items() if value is not None})
        if self.endpoint_url is not None:
            return self._call_server(self.endpoint_url, call, given)
        return perform(find_backend(self.region_name, self.account_id), call, given)

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


def _read_json(path: str | os.PathLike[str]) -> Any:
    try:
        return json.loads(Path(path).read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ValueError(f"{path} is no file of JSON: {error}") from error


def _row(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row as boto3 shows it: its moments are moments."""
    return {
        member: datetime.fromisoformat(value) if member.endswith("Timestamp") else value
        for member, value in told.items()
    }


def _sent(message: Mapping[str, Any]) -> SentMessage:
    created = message["created_timestamp"]
    if isinstance(created, str):
        created = datetime.fromisoformat(created)
    return SentMessage(**{**message, "created_timestamp": created})
