"""What a publication to a phone number asks of this service.

https://docs.aws.amazon.com/sns/latest/dg/sms_sending-overview.html
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...exceptions import ResourceNotFoundException, ServiceError
from ...models import PinpointSMSVoiceV2Backend
from ..calls import call

SOURCE = "SNS"
_SENDER_ID = "AWS.SNS.SMS.SenderID"
_NUMBER = "AWS.MM.SMS.OriginationNumber"
_TYPE = "AWS.SNS.SMS.SMSType"
_MAX_PRICE = "AWS.SNS.SMS.MaxPrice"
_COUNTRY_PARAMETERS = {
    "AWS.MM.SMS.EntityId": "IN_ENTITY_ID",
    "AWS.MM.SMS.TemplateId": "IN_TEMPLATE_ID",
}
_TYPES = {"Promotional": "PROMOTIONAL", "Transactional": "TRANSACTIONAL"}
_OTHERWISE = (
    "INVALID_IDENTITY_FOR_DESTINATION_COUNTRY",
    "MESSAGE_TYPE_MISMATCH",
    "NO_ORIGINATION_IDENTITIES_FOUND",
)
"""Reasons for which another identity may do."""


def send(
    backend: PinpointSMSVoiceV2Backend,
    *,
    phone_number: str,
    message: str,
    attributes: Mapping[str, str],
    defaults: Mapping[str, str],
) -> str | None:
    """Send a text and return its id, None if it is not delivered: SNS tells nobody why."""
    text: dict[str, Any] = {"DestinationPhoneNumber": phone_number, "MessageBody": message}
    if _MAX_PRICE in attributes:
        text["MaxPrice"] = attributes[_MAX_PRICE]
    parameters = {
        parameter: attributes[name]
        for name, parameter in _COUNTRY_PARAMETERS.items()
        if name in attributes
    }
    if parameters:
        text["DestinationCountryParameters"] = parameters
    asked: dict[str, Any] = {}
    why: ServiceError | None = None
    for wishes in _wishes(attributes, defaults):
        asked = {**text, **wishes}
        try:
            message_id = str(call(backend, "SendTextMessage", **asked)["MessageId"])
        except ServiceError as refused:
            why = refused
            if not (isinstance(why, ResourceNotFoundException) or why.reason in _OTHERWISE):
                break
        else:
            _mark(backend, message_id)
            return message_id
    if why is not None:
        _note(backend, asked, why)
    return None


def _wishes(attributes: Mapping[str, str], defaults: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Yield what it is to be sent from and as, the next where the one before cannot be.

    A number that is named must be it.  That a sender ID which the account does not have, or a type
    that none of its identities has, is passed over, is a choice.
    """
    number = attributes.get(_NUMBER)
    sender = attributes.get(_SENDER_ID) or defaults.get("DefaultSenderID")
    identity = number or sender
    kind = _TYPES.get(attributes.get(_TYPE) or defaults.get("DefaultSMSType", ""))
    for identities in ({"OriginationIdentity": identity} if identity else {}, {}):
        for types in ({"MessageType": kind} if kind else {}, {}):
            yield {**identities, **types}
        if number or not identity:
            return


def _mark(backend: PinpointSMSVoiceV2Backend, message_id: str) -> None:
    with backend.lock:
        message = backend.log.find(message_id)
        if message is not None:
            message.source = SOURCE


def _note(backend: PinpointSMSVoiceV2Backend, asked: Mapping[str, Any], why: ServiceError) -> None:
    """Keep for the Simulator why nothing was delivered, which SNS's caller never hears."""
    answer = {"__type": why.code, "Message": why.message, **why.members}
    with backend.lock:
        backend.note_refusal("SendTextMessage", asked, answer)
