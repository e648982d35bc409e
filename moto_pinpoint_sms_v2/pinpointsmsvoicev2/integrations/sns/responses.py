"""Moto's SNS, whose operations on texts speak for this service where the two are linked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timezone
from functools import wraps
from typing import Any

from moto.core.responses import ActionResult, EmptyResult
from moto.sns.exceptions import SNSInvalidParameter
from moto.sns.responses import SNSResponse

from ...core.backends import find_backend
from ...core.usage import is_used
from ...exceptions import ResourceNotFoundException, ServiceError
from .errors import ResourceNotFound, WrongCode, as_sns

_LIST = "Default"
"""The opt-out list that SNS asks; that it is this one is inferred."""
_LANGUAGES = {"kr-KR": "KO_KR"}
"""SNS's codes that are not this service's in other letters."""
_SPEND_LIMIT = "MonthlySpendLimit"
_OPTED_OUT_PAGE = 100
_ROUTES = {"PROMOTIONAL": "Promotional", "TRANSACTIONAL": "Transactional"}

Action = Callable[["LinkedSNSResponse"], ActionResult]


def where_linked(action: Action) -> Action:
    """Leave the action to moto's SNS, which may not have it, unless the account is linked."""

    @wraps(action)
    def answer(self: LinkedSNSResponse) -> ActionResult:
        if self.sms is not None:
            return action(self)
        own = getattr(SNSResponse, action.__name__, None)
        if own is None:
            raise NotImplementedError(f"The {action.__name__} action has not been implemented")
        result: ActionResult = own(self)
        return result

    return answer


class LinkedSNSResponse(SNSResponse):
    """One request to SNS."""

    @property
    def sms(self) -> Any:
        """The backend of this service that is linked, None if none is."""
        if not is_used(self.current_account):
            return None
        from ...models import pinpointsmsvoicev2_backends

        backend = find_backend(pinpointsmsvoicev2_backends, self.current_account, self.region)
        return backend if backend is not None and backend.account.is_linked_to_sns else None

    def publish(self) -> ActionResult:
        """Publish; a text to a phone number is sent as well.

        It has a MessageId even if it is not delivered, as on AWS.
        """
        published = super().publish()
        phone_number = self._get_param("PhoneNumber")
        if phone_number is None or self.sms is None:
            return published
        from .texts import send

        attributes = self._parse_message_attributes()
        message_id = send(
            self.sms,
            phone_number=phone_number,
            message=self._get_param("Message"),
            attributes={name: str(each["Value"]) for name, each in attributes.items()},
            defaults=self.backend.sms_attributes,
        )
        if message_id is None:
            return published
        # Moto keeps it under the same id, for those who look there.
        for kept in (self.backend.sms_messages, self.backend.sms_message_objects):
            kept[message_id] = kept.pop(published.result["MessageId"])
        return ActionResult({"MessageId": message_id})

    @where_linked
    def list_phone_numbers_opted_out(self) -> ActionResult:
        """List the numbers on the list, a hundred a page."""
        rows = self._call("DescribeOptedOutNumbers", OptOutListName=_LIST)["OptedOutNumbers"]
        numbers = [row["OptedOutNumber"] for row in rows]
        return self._page("phoneNumbers", "nextToken", numbers, _OPTED_OUT_PAGE)

    @where_linked
    def check_if_phone_number_is_opted_out(self) -> ActionResult:
        """Say whether the number is on the list."""
        number = self._number("phoneNumber")
        try:
            self._call("DescribeOptedOutNumbers", OptOutListName=_LIST, OptedOutNumbers=[number])
        except ResourceNotFoundException:
            return ActionResult({"isOptedOut": False})
        return ActionResult({"isOptedOut": True})

    @where_linked
    def opt_in_phone_number(self) -> ActionResult:
        """Take the number off the list; one that is not on it is no error."""
        number = self._number("phoneNumber")
        try:
            self._call("DeleteOptedOutNumber", OptOutListName=_LIST, OptedOutNumber=number)
        except ResourceNotFoundException:
            pass
        except ServiceError as refused:
            raise SNSInvalidParameter(f"Invalid parameter: {refused.message}") from None
        return EmptyResult()

    @where_linked
    def list_origination_numbers(self) -> ActionResult:
        """List the account's numbers."""
        numbers = [
            {
                "CreatedAt": datetime.fromtimestamp(row["CreatedTimestamp"], tz=timezone.utc),
                "PhoneNumber": row["PhoneNumber"],
                "Status": row["Status"],
                "Iso2CountryCode": row["IsoCountryCode"],
                "RouteType": _ROUTES[row["MessageType"]],
                "NumberCapabilities": row["NumberCapabilities"],
            }
            for row in self._call("DescribePhoneNumbers")["PhoneNumbers"]
        ]
        return self._page("PhoneNumbers", "NextToken", numbers, 30)

    @where_linked
    def get_sms_sandbox_account_status(self) -> ActionResult:
        """Say whether the account is in the sandbox."""
        attributes = self._call("DescribeAccountAttributes")["AccountAttributes"]
        tier = next(each["Value"] for each in attributes if each["Name"] == "ACCOUNT_TIER")
        return ActionResult({"IsInSandbox": tier == "SANDBOX"})

    @where_linked
    def create_sms_sandbox_phone_number(self) -> ActionResult:
        """Add a number and send it a one-time password; a second call sends it another."""
        number = self._number("PhoneNumber")
        language = self._get_param("LanguageCode") or "en-US"
        known = self._in_sandbox(number)
        try:
            entry = known or self._call(
                "CreateVerifiedDestinationNumber", DestinationPhoneNumber=number
            )
        except ServiceError as refused:
            raise as_sns(refused) from None
        id = entry["VerifiedDestinationNumberId"]
        try:
            self._call(
                "SendDestinationNumberVerificationCode",
                VerifiedDestinationNumberId=id,
                VerificationChannel="TEXT",
                LanguageCode=_LANGUAGES.get(language, language.replace("-", "_").upper()),
            )
        except ServiceError as refused:
            if known is None:  # a refused call changes nothing
                self._call("DeleteVerifiedDestinationNumber", VerifiedDestinationNumberId=id)
            raise as_sns(refused) from None
        return EmptyResult()

    @where_linked
    def verify_sms_sandbox_phone_number(self) -> ActionResult:
        """Verify a number with the one-time password that it got."""
        entry = self._sandboxed()
        try:
            self._call(
                "VerifyDestinationNumber",
                VerifiedDestinationNumberId=entry["VerifiedDestinationNumberId"],
                VerificationCode=self._get_param("OneTimePassword"),
            )
        except ServiceError as refused:
            raise WrongCode(refused.message) from None
        return EmptyResult()

    @where_linked
    def delete_sms_sandbox_phone_number(self) -> ActionResult:
        """Forget a number."""
        entry = self._sandboxed()
        self._call(
            "DeleteVerifiedDestinationNumber",
            VerifiedDestinationNumberId=entry["VerifiedDestinationNumberId"],
        )
        return EmptyResult()

    @where_linked
    def list_sms_sandbox_phone_numbers(self) -> ActionResult:
        """List the numbers, whether verified or not."""
        numbers = [
            {"PhoneNumber": row["DestinationPhoneNumber"], "Status": row["Status"].capitalize()}
            for row in self._sandbox()
        ]
        return self._page("PhoneNumbers", "NextToken", numbers, 100)

    @where_linked
    def get_sms_attributes(self) -> ActionResult:
        """Return moto's attributes, with the account's spend limit."""
        wanted = [
            values[0]
            for name, values in self.querystring.items()
            if name.startswith("attributes.member.")
        ]
        limits = self._call("DescribeSpendLimits")["SpendLimits"]
        text = next(each for each in limits if each["Name"].startswith("TEXT_"))
        attributes = {**self.backend.sms_attributes, _SPEND_LIMIT: str(text["EnforcedLimit"])}
        return ActionResult(
            {
                "attributes": {
                    name: value
                    for name, value in attributes.items()
                    if not wanted or name in wanted
                }
            }
        )

    @where_linked
    def set_sms_attributes(self) -> ActionResult:
        """Keep attributes as moto does; the spend limit is the account's own."""
        before = dict(self.backend.sms_attributes)
        result: ActionResult = SNSResponse.set_sms_attributes(self)
        limit = self.backend.sms_attributes.pop(_SPEND_LIMIT, None)
        if limit is not None:
            try:
                self._call("SetTextMessageSpendLimitOverride", MonthlyLimit=_whole(limit))
            except (ServiceError, ValueError) as refused:
                self.backend.sms_attributes = before
                raise SNSInvalidParameter(
                    f"Invalid parameter: {_SPEND_LIMIT} Reason: {refused}"
                ) from None
        return result

    def _call(self, name: str, **members: Any) -> dict[str, Any]:
        from ..calls import call

        return call(self.sms, name, **members)

    def _number(self, parameter: str) -> str:
        number = str(self._get_param(parameter) or "")
        if self.OPT_OUT_PHONE_NUMBER_REGEX.match(number) is None:
            raise SNSInvalidParameter(
                "Invalid parameter: PhoneNumber Reason: input incorrectly formatted"
            )
        return number

    def _sandbox(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self._call("DescribeVerifiedDestinationNumbers")[
            "VerifiedDestinationNumbers"
        ]
        return [row for row in rows if "RcsAgentId" not in row]

    def _in_sandbox(self, number: str) -> dict[str, Any] | None:
        digits = number.removeprefix("+")
        found = (row for row in self._sandbox() if row["DestinationPhoneNumber"][1:] == digits)
        return next(found, None)

    def _sandboxed(self) -> dict[str, Any]:
        entry = self._in_sandbox(self._number("PhoneNumber"))
        if entry is None:
            raise ResourceNotFound("The phone number is not in the SMS sandbox")
        return entry

    def _page(self, member: str, token: str, rows: list[Any], most: int) -> ActionResult:
        """Return the page that the request asks for; its token is a choice."""
        asked = self._get_param(token)
        # As a text, because Python reads no number of very many digits.
        start = int(asked) if asked in map(str, range(len(rows))) else 0
        if asked and not start:
            raise SNSInvalidParameter(f"Invalid parameter: {token} Reason: is not one")
        size = self._get_int_param("MaxResults") or most
        end = start + size
        page: Mapping[str, Any] = {member: rows[start:end]}
        return ActionResult(page if end >= len(rows) else {**page, token: str(end)})


def _whole(limit: str) -> int:
    """Return the limit in whole US dollars, as this service counts it."""
    if not limit.isdecimal():
        raise ValueError("it is not a whole number of US dollars")
    return int(limit)
