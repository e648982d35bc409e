"""Inbound messages: what people write back.

https://docs.aws.amazon.com/sms-voice/latest/userguide/two-way-sms-payload.html
https://docs.aws.amazon.com/sms-voice/latest/userguide/opt-out-list-keywords.html
https://docs.aws.amazon.com/sms-voice/latest/userguide/opt-out-list-self-managed.html
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from moto.moto_api._internal import mock_random

from ...core.clock import now
from ...core.domain import Domain
from ...exceptions import ServiceError
from ..identities.origination_identities import kind_named_by, resolve_origination_identity
from ..identities.phone_numbers import PhoneNumber
from ..identities.pools import Pool, governing_of
from ..identities.rcs_agents import RcsAgent
from ..identities.sender_ids import SenderId
from ..messages.event_delivery import publish
from ..messages.handsets import handset as named_handset
from ..messages.lifecycle import MessageLifecycle
from ..messages.messages import Message, MessageLog, ReceivedMessage
from ..messages.prices import price_of
from ..numbers.destinations import Destination, parse
from ..sending.message_parts import transport
from ..sending.rcs_facts import rcs_facts
from .inbound_media import Medium, read_media, store_media
from .keyword_answers import Dialled, opt, read_keyword


class InboundMessages(Domain):
    """The part of whoever holds the handset."""

    log: MessageLog
    lifecycle: MessageLifecycle

    def receive_message(
        self,
        *,
        origination_phone_number: str,
        destination: str,
        body: str,
        media_urls: Sequence[str] = (),
        channel: str = "TEXT",
    ) -> ReceivedMessage:
        """Let somebody write to an identity; keywords, answers and the two-way topic follow."""
        handset = parse(named_handset(origination_phone_number, "origination_phone_number"))
        identity = self._dialled(destination)
        _check_channel(identity, channel, media_urls)
        media = [read_media(url) for url in media_urls]

        governing = governing_of(self.store, identity)
        reading = read_keyword(identity, governing, body)
        opt(self.store, governing, handset, reading.action)
        replied_to = self.log.last_from(_address(identity), handset.e164)
        inbound = ReceivedMessage(
            inbound_message_id=str(mock_random.uuid4()),
            message_keyword=reading.word or f"KEYWORD_{self.account_id}",
            automatic_response=None,
            origination_phone_number=handset.e164,
            destination=_address(identity),
            message_body=body,
            media_urls=media_urls,
            created_timestamp=now(),
        )
        self.log.receive(inbound)
        if reading.answer is not None:
            response = self._answer(identity, handset, reading.answer)
            inbound = replace(inbound, automatic_response=response.shown())
        # AWS tells the topic of an agent whatever people write, keywords too.
        if reading.is_routed or isinstance(identity, RcsAgent):
            for text in _texts(identity, inbound, media):
                self._route(governing, _payload(identity, inbound, replied_to, text))
        return inbound

    def _dialled(self, destination: str) -> Dialled:
        """Return the number or agent that gets the message; of a pool, its first one."""
        try:
            found: Dialled | Pool = resolve_origination_identity(
                self.store, destination, (PhoneNumber, RcsAgent, Pool)
            )
        except ServiceError as error:
            if kind_named_by(destination) == SenderId.kind:
                raise ValueError(f"nobody can write to a sender ID such as {destination}") from None
            raise ValueError(str(error)) from None
        if isinstance(found, Pool):
            members = (each for each in found.members if not isinstance(each, SenderId))
            found = next(members, found)
        if isinstance(found, Pool):
            raise ValueError(f"nobody can write to {destination}, which has sender IDs only")
        if isinstance(found, PhoneNumber) and found.status != "ACTIVE":
            raise ValueError(f"{found.phone_number} is {found.status} and not ACTIVE")
        return found

    def _answer(self, identity: Dialled, handset: Destination, text: str) -> Message:
        """Send an automatic answer, which even who has just opted out gets."""
        channel = "RCS" if isinstance(identity, RcsAgent) else "TEXT"
        country = handset.iso_country_code
        carried = transport(channel, text, None, country=country or "")
        in_rcs = (
            None if isinstance(identity, PhoneNumber) else rcs_facts(identity, country, carried)
        )
        price = price_of(channel, country or "").times(carried.total_message_parts or 1)
        message = Message(
            message_id=str(mock_random.uuid4()),
            channel=channel,
            destination_phone_number=handset.e164,
            origination_identity=_address(identity),
            created_timestamp=now(),
            message_body=text,
            message_type=getattr(identity, "message_type", "TRANSACTIONAL"),
            iso_country_code=country,
            message_encoding=carried.message_encoding,
            total_message_parts=carried.total_message_parts,
            fault=carried.fault,
            rcs=in_rcs,
            price=price,
            spend_limit=channel,
        )
        self.lifecycle.begin(message)
        return message

    def _route(self, governing: Dialled | Pool, payload: Mapping[str, str]) -> None:
        """Publish to the two-way topic, if there is one."""
        channel = governing.two_way_channel_arn
        # The other kind of channel is Amazon Connect's, which moto does not run.
        if not governing.two_way_enabled or channel is None or not channel.startswith("arn:"):
            return
        self.deliveries.append(lambda: publish(channel, json.dumps(payload)))


def _payload(
    identity: Dialled, inbound: ReceivedMessage, replied_to: Message | None, text: str
) -> Mapping[str, str]:
    """Return what the topic is told; of what agents get less than of texts.

    https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-inbound.html
    """
    if isinstance(identity, RcsAgent):
        return {
            "originationNumber": inbound.origination_phone_number.removeprefix("+"),
            "destinationNumber": inbound.destination,
            "messageBody": text,
            "inboundMessageId": inbound.inbound_message_id,
        }
    payload = {
        "originationNumber": inbound.origination_phone_number,
        "destinationNumber": inbound.destination,
        "messageKeyword": inbound.message_keyword or "",
        "messageBody": text,
        "inboundMessageId": inbound.inbound_message_id,
    }
    if replied_to is not None:
        payload["previousPublishedMessageId"] = replied_to.message_id
    return payload


def _address(identity: Dialled) -> str:
    return identity.phone_number if isinstance(identity, PhoneNumber) else identity.id


def _texts(identity: Dialled, inbound: ReceivedMessage, media: Sequence[Medium]) -> Iterator[str]:
    """Yield what the topic is told: the text, and then of each file where it is."""
    if inbound.message_body or not media:
        yield inbound.message_body
    if isinstance(identity, RcsAgent) and identity.media.bucket_name is not None:
        for medium in media:
            yield json.dumps(store_media(identity, inbound.inbound_message_id, medium))


def _check_channel(identity: Dialled, channel: str, media_urls: Sequence[str]) -> None:
    is_agent = isinstance(identity, RcsAgent)
    if channel not in ("TEXT", "RCS") or (channel == "RCS" and not is_agent):
        raise ValueError(f"nobody can send a {channel} message to {_address(identity)}")
    if media_urls and not is_agent:
        raise ValueError("AWS takes in media by RCS only")
