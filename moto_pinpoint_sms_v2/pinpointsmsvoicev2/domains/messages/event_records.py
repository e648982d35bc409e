"""Event records: what AWS tells about a message, field by field.

https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-event-format.html
https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-events.html
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from ...core.clock import milliseconds
from ..numbers.mobile_networks import network_of
from .event_types import event_types, is_free, status_of
from .messages import Event, Message
from .prices import cost_told, minutes_of
from .rcs import RcsFacts, told_session

Record = dict[str, Any]

# That of RCS was never published; it is formed as the others are, a choice.
DETAIL_TYPES: Mapping[str, str] = {
    "TEXT": "Text Message Delivery Status Updated",
    "MEDIA": "Media Message Delivery Status Updated",
    "VOICE": "Voice Message Delivery Status Updated",
    "RCS": "RCS Message Delivery Status Updated",
}
"""EventBridge's detail-type by channel."""

_BLOCKED = "_PROTECT_BLOCKED"
_ASSESSMENTS: Mapping[bool, Record] = {
    False: {"protectRecommendation": "ALLOW"},
    True: {
        "protectRecommendation": "BLOCK",
        "protectInsights": {"blockReason": "AIT_SUSPECTED"},
    },
}


def record_of(message: Message, event: Event) -> Record:
    """Return the record of one event, its fields in AWS's order, without those that are absent.

    It is made when first asked for, because of most events nobody ever asks.
    """
    if event.record is None:
        make = _RECORDS[event.event_type.partition("_")[0]]
        record = make(message, event.event_type, event.moment, event.is_final)
        event.record = {name: value for name, value in record.items() if value is not None}
    return event.record


def bridge_detail(record: Record) -> Record:
    """Return the record as EventBridge has it: without the destination."""
    return {name: value for name, value in record.items() if name != "destinationPhoneNumber"}


def _head(message: Message, event_type: str, moment: datetime, is_final: bool) -> Record:
    return {
        "eventType": event_type,
        "eventVersion": "1.0",
        "eventTimestamp": milliseconds(moment),
        "isFinal": is_final,
        "originationPhoneNumber": message.origination_identity,
        "destinationPhoneNumber": message.destination_phone_number,
    }


def _identity(message: Message) -> Record:
    return {
        "messageId": message.message_id,
        "messageRequestTimestamp": milliseconds(message.created_timestamp),
    }


def _text(message: Message, event_type: str, moment: datetime, is_final: bool) -> Record:
    price, carrier_fee = cost_told(message.cost, event_type)
    blocked = event_type.endswith(_BLOCKED)
    return {
        **_head(message, event_type, moment, is_final),
        "isoCountryCode": message.iso_country_code,
        "isInternationalSend": None if blocked else message.is_international,
        **_network(message, is_blocked=blocked),
        **_identity(message),
        "messageEncoding": message.message_encoding,
        "messageType": message.message_type,
        "messageStatus": status_of(event_type),
        "messageStatusDescription": event_types()[event_type]["description"],
        "context": message.context or None,
        "totalMessageParts": message.total_message_parts,
        "totalMessagePrice": price,
        "totalCarrierFee": carrier_fee,
        **_protection(message),
    }


def _network(message: Message, *, is_blocked: bool) -> Record:
    network = network_of(message.destination_phone_number, message.iso_country_code)
    if is_blocked:  # AWS's sample of such a record names no carrier
        return {name: code for name, code in network.items() if name != "carrierName"}
    return dict(network)


def _media(message: Message, event_type: str, moment: datetime, is_final: bool) -> Record:
    record = _text(message, event_type, moment, is_final)
    # AWS's sample of such a record does not have it.
    return {"contentType": "MMS", **record, "isInternationalSend": None}


def _voice(message: Message, event_type: str, moment: datetime, is_final: bool) -> Record:
    record = {
        **_head(message, event_type, moment, is_final),
        "isoCountryCode": message.iso_country_code,
        **_identity(message),
        "messageStatus": status_of(event_type),
    }
    if is_final:
        answered = not is_free(event_type)
        seconds = (message.call_seconds or 0) if answered else 0
        record["callDurationInSeconds"] = seconds
        record["totalDurationInMinutes"] = minutes_of(seconds)
        record["totalMessagePrice"] = message.price.in_floats[0] if answered else 0.0
    record["context"] = message.context or None
    return record


def _rcs(message: Message, event_type: str, moment: datetime, is_final: bool) -> Record:
    record, rcs = _text(message, event_type, moment, is_final), message.rcs
    if rcs is not None:
        billed = rcs.billing is not None and not is_free(event_type)
        record["rcsMetadata"] = {"billingEventType": rcs.billing} if billed else None
        record["rcsBusinessId"] = rcs.business_id
        record["agentIsoCountryCode"] = rcs.agent_country
        record |= _session(rcs, event_type)
    return record


def _session(rcs: RcsFacts, event_type: str) -> Record:
    """Return what tells of the session; AWS says that it stands on delivery events only."""
    session = rcs.session
    if session is None or event_type != "RCS_DELIVERED":
        return {}
    return {**told_session(session), "conversationSessionFee": float(session.fee)}


def _protection(message: Message) -> Record:
    protection = message.protection
    if protection is None:
        return {}
    record: Record = {
        "protectConfiguration": {
            "protectConfigurationId": protection.protect_configuration_id,
            "protectStatus": protection.protect_status,
        }
    }
    if protection.is_suspected is not None:
        record["protectConfigurationAssessment"] = _ASSESSMENTS[protection.is_suspected]
    return record


_RECORDS: Mapping[str, Callable[[Message, str, datetime, bool], Record]] = {
    "TEXT": _text,
    "MEDIA": _media,
    "VOICE": _voice,
    "RCS": _rcs,
}
