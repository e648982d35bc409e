"""Whom a message may go to: its number, its country, the sandbox, the opt-out list."""

from __future__ import annotations

from ...core.store import Store
from ...data import load
from ...exceptions import ConflictException, ValidationException
from ..identities.opt_out_lists import OptOutList
from ..identities.sender_ids import SenderId
from ..identities.verified_destination_numbers import VerifiedDestinationNumber
from ..numbers.destinations import Destination, parse
from ..numbers.simulator_numbers import simulator_destinations
from ..settings.account import Account
from .origins import Origin
from .send_requests import SendRequest

_DESTINATION = "destination_phone_number"
_DLT_PARAMETERS = ("IN_ENTITY_ID", "IN_TEMPLATE_ID")


def checked_destination(request: SendRequest, account: Account) -> Destination:
    """Return whom the request is to, or refuse what is no number or in a closed country."""
    destination = parse(request.destination_phone_number)
    if destination.e164 in simulator_destinations():
        return destination
    if not destination.is_possible or destination.iso_country_code is None:
        raise ValidationException(
            "INVALID_PARAMETER", destination_phone_number="is not a phone number"
        )
    # AWS's list of countries leaves them out; that just these are refused so is a choice:
    # https://docs.aws.amazon.com/sms-voice/latest/userguide/phone-numbers-sms-by-country.html
    is_closed = destination.iso_country_code == "CN" and not account.is_china_allowed
    if is_closed or destination.iso_country_code in load("countries")["blocked_destinations"]:
        # A request for a verification code names the number by its entry.
        field = "verified_destination_number_id" if request.is_verification else _DESTINATION
        raise ValidationException(
            "DESTINATION_COUNTRY_BLOCKED", **{field: f"is in {destination.iso_country_code}"}
        )
    return destination


def check_dlt_parameters(request: SendRequest, origin: Origin, country: str) -> None:
    """Refuse to send as a sender ID to India without what its registry (DLT) asks for.

    https://docs.aws.amazon.com/sms-voice/latest/userguide/registrations-sms-senderid-india.html
    """
    if country != "IN" or not isinstance(origin.identity, SenderId):
        return
    parameters = request.destination_country_parameters or {}
    missing = [name for name in _DLT_PARAMETERS if name not in parameters]
    if missing:
        raise ValidationException(
            "MISSING_PARAMETER", destination_country_parameters=f"needs {', '.join(missing)}"
        )


def check_verified(
    store: Store, account: Account, request: SendRequest, destination: Destination
) -> None:
    """Refuse, in the sandbox, a destination that is not verified."""
    if account.tier != "SANDBOX" or request.is_verification or request.is_notify:
        return
    if destination.e164 in simulator_destinations():
        return
    if any(
        number.status == "VERIFIED" and number.destination_phone_number == destination.e164
        for number in store.all(VerifiedDestinationNumber)
    ):
        return
    raise ConflictException(
        "DESTINATION_PHONE_NUMBER_NOT_VERIFIED",
        VerifiedDestinationNumber.kind,
        destination.e164,
    )


def check_opted_in(store: Store, origin: Origin, destination: Destination) -> None:
    """Refuse a destination that is on the opt-out list of what sends, a pool's before its own."""
    name = origin.opt_out_list_name
    opt_out_list = None if name is None else store.find(OptOutList, name)
    if opt_out_list is not None and opt_out_list.opts_out(destination.e164):
        raise ConflictException("DESTINATION_PHONE_NUMBER_OPTED_OUT", opt_out_list)
